# SPDX-License-Identifier: GPL-3.0-or-later
"""A path model as a drawing whose figures are cells: ellipses and arrows lie over the sheet, and the
coefficients, names and indices that they frame stand in the cells below, live like any formula."""
import uno  # noqa: F401  (makes the com.sun.star modules known)
from com.sun.star.awt import Point, Size
from com.sun.star.drawing import PolyPolygonBezierCoords
from com.sun.star.drawing.FillStyle import NONE as NO_FILL
from com.sun.star.drawing.PolygonFlags import NORMAL

from workbook_tools import BLUE, GREY

COLUMN, ROW = 1100, 500  # of the grid under the drawing, in hundredths of a millimetre
WIDE, HIGH = 4, 4        # cells under an ellipse


def letters(column):
    """The name of a column, the first being 0."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


class PathDiagram:
    """places: the left upper cell (column, row) of each construct; top: the first row of the grid.

    names, seconds   the formulas of the two lines in each ellipse
    """

    def __init__(self, sheet, top, columns, rows, places):
        self.sheet, self.top, self.places = sheet, top, places
        sheet["A1:%s1" % letters(columns - 1)].Columns.Width = COLUMN
        sheet["A%d:A%d" % (top, top + rows - 1)].Rows.Height = ROW

    def construct(self, place, name, second):
        column, row = self.places[place]
        for line, content, style in ((1, name, "SQ name"), (2, second, "SQ second")):
            self.sheet.put("%s%d:%s%d" % (letters(column), self.top + row + line,
                                          letters(column + WIDE - 1), self.top + row + line),
                           content, style)
        shape = self._shape("EllipseShape", *self._corner(column, row), WIDE * COLUMN, HIGH * ROW)
        shape.FillStyle = NO_FILL
        shape.LineColor, shape.LineWidth = BLUE, 50

    def path(self, first, second, formula, at=0.5):
        """An arrow with its coefficient at that share of the way."""
        begin, end = self._between(first, second)
        x, y = (b + (e - b) * at for b, e in zip(begin, end))
        column, row = int(x // COLUMN), int(y // ROW)
        self.sheet.put("%s%d" % (letters(column), self.top + row), formula, "SQ path")
        box = (column * COLUMN + 100, row * ROW, (column + 1) * COLUMN - 100, (row + 1) * ROW)
        enter, leave = crossing(begin, end, box)
        if enter > 0.02:
            self._line(begin, along(begin, end, enter), arrow=leave >= 0.98)
        if leave < 0.98:
            self._line(along(begin, end, leave), end, arrow=True)

    def _between(self, first, second):
        """Where the line between the middles leaves the one ellipse and meets the other."""
        a, b = self._middle(first), self._middle(second)
        dx, dy = b[0] - a[0], b[1] - a[1]
        reach = 1 / ((dx / (WIDE * COLUMN / 2)) ** 2 + (dy / (HIGH * ROW / 2)) ** 2) ** 0.5
        return along(a, b, reach * 1.03), along(a, b, 1 - reach * 1.06)

    def _middle(self, place):
        column, row = self.places[place]
        return (column + WIDE / 2) * COLUMN, (row + HIGH / 2) * ROW

    def _corner(self, column, row):
        cell = self.sheet["%s%d" % (letters(column), self.top + row)]
        return cell.Position.X, cell.Position.Y

    def _shape(self, kind, x, y, width, height):
        shape = self.sheet.workbook.document.createInstance("com.sun.star.drawing." + kind)
        self.sheet.sheet.DrawPage.add(shape)
        shape.setPosition(Point(int(x), int(y)))
        shape.setSize(Size(int(width), int(height)))
        return shape

    def _line(self, begin, end, arrow):
        shape = self.sheet.workbook.document.createInstance("com.sun.star.drawing.PolyLineShape")
        self.sheet.sheet.DrawPage.add(shape)
        left, top = self._corner(0, 0)
        shape.PolyPolygon = (tuple(Point(int(left + x), int(top + y)) for x, y in (begin, end)),)
        shape.LineColor, shape.LineWidth = GREY, 40
        if arrow:
            head = PolyPolygonBezierCoords()
            head.Coordinates = ((Point(10, 0), Point(0, 30), Point(20, 30)),)
            head.Flags = ((NORMAL, NORMAL, NORMAL),)
            shape.LineEnd, shape.LineEndWidth = head, 250


def along(begin, end, share):
    return tuple(b + (e - b) * share for b, e in zip(begin, end))


def crossing(begin, end, box):
    """The shares of a line at which it enters and leaves a box (left, top, right, bottom)."""
    enter, leave = 0.0, 1.0
    for axis in (0, 1):
        way = end[axis] - begin[axis]
        if abs(way) < 1e-9:
            continue
        shares = sorted((box[axis + side] - begin[axis]) / way for side in (0, 2))
        enter, leave = max(enter, shares[0]), min(leave, shares[1])
    return enter, leave

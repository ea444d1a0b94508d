# SPDX-License-Identifier: GPL-3.0-or-later
"""Scatter charts and stacked bars, beside the bars of workbook_tools.py."""
import uno
from com.sun.star.awt import Rectangle, Size
from com.sun.star.chart.ChartAxisLabelPosition import OUTSIDE_START
from com.sun.star.chart2 import DataPointLabel, Symbol
from com.sun.star.chart2.DataPointCustomLabelFieldType import TEXT
from com.sun.star.chart2.SymbolStyle import NONE as NO_SYMBOL
from com.sun.star.chart2.SymbolStyle import STANDARD
from com.sun.star.drawing.FillStyle import NONE as NO_FILL
from com.sun.star.drawing.LineStyle import NONE as NO_LINE
from com.sun.star.drawing.LineStyle import SOLID

from workbook_tools import GREY, INK, Chart

CIRCLE = 8  # among LibreOffice's symbols
ON_POINT = uno.getConstantByName("com.sun.star.chart.DataLabelPlacement.CENTER")
RIGHT, LEFT = (uno.getConstantByName("com.sun.star.chart.DataLabelPlacement." + side)
               for side in ("RIGHT", "LEFT"))


class Scatter(Chart):
    """A scatter chart on the cells of `address`.

    points      [(x, y, cell of the name, colour)]: a series each, drawn as circles
    labels      of the points of every series: the word for the first row, the second, …
    sides       of the points where the labels stand, in turn
    lines       [(x, y, cell of the name)]: thin grey lines, not in the legend
    words       (x, y, cell of the name, words): each stands at its place, not in the legend
    x_axis, y_axis   (title, minimum, maximum, step); None for the last three: as the data ask
    """

    def __init__(self, sheet, address, points, labels, title, x_axis, y_axis, lines=(), words=None,
                 decimals=1, sides=(RIGHT,)):
        cells = sheet[address]
        place = Rectangle(cells.Position.X, cells.Position.Y, cells.Size.Width, cells.Size.Height)
        charts = sheet.sheet.Charts
        name = "%s %d" % (sheet.name, charts.Count + 1)
        charts.addNewByName(name, place, (sheet[points[0][1]].RangeAddress,), False, False)
        self.sheet = sheet
        self.document = charts.getByName(name).EmbeddedObject
        self.document.lockControllers()
        diagram = self.document.createInstance("com.sun.star.chart.XYDiagram")
        self.document.setDiagram(diagram)
        self.type = self.document.getFirstDiagram().getCoordinateSystems()[0].getChartTypes()[0]
        self.type.setDataSeries(())
        for x, y, name in lines:
            self._line(self._add(x, y, name))
        for x, y, name, colour in points:
            series = self._add(x, y, name)
            self._circles(series, colour)
            self._words(series, labels, sides, 8.0)
        if words:
            series = self._add(*words[:3])
            series.ShowLegendEntry = False
            self._words(series, words[3], [ON_POINT], 10.0, GREY)
        self._frame(title, len(points) > 1)
        for axis, (words, minimum, maximum, step) in ((diagram.XAxis, x_axis),
                                                      (diagram.YAxis, y_axis)):
            if minimum is not None:  # else it follows the data
                axis.Min, axis.Max, axis.StepMain = minimum, maximum, step
            axis.LineColor = GREY
            axis.LabelPosition = OUTSIDE_START
            self._letter(axis, 9.0)
            self._decimals(axis, decimals)
        diagram.HasXAxisTitle = diagram.HasYAxisTitle = True
        for of, words in ((diagram.XAxisTitle, x_axis[0]), (diagram.YAxisTitle, y_axis[0])):
            of.String = words
            self._letter(of, 9.0)
        diagram.HasXAxisGrid = diagram.HasYAxisGrid = False
        diagram.Wall.FillStyle, diagram.Wall.LineStyle = NO_FILL, NO_LINE
        self.document.unlockControllers()

    def _service(self, name):
        return self.sheet.workbook.office.service("com.sun.star.chart2." + name)

    def _add(self, x, y, name):
        """A series without symbol or line."""
        series = self._service("DataSeries")
        sequences = []
        for address, role in ((x, "values-x"), (y, "values-y")):
            sequence = self._service("data.LabeledDataSequence")
            sequence.setValues(self._cells(address, role))
            sequences.append(sequence)
        sequences[1].setLabel(self._cells(name))
        series.setData(tuple(sequences))
        self.type.addDataSeries(series)
        series.LineStyle = NO_LINE
        series.Symbol = Symbol(Style=NO_SYMBOL)
        return series

    def _line(self, series):
        series.LineStyle, series.LineWidth, series.Color = SOLID, 20, GREY
        series.ShowLegendEntry = False

    def _circles(self, series, colour):
        series.Color = colour
        series.Symbol = Symbol(Style=STANDARD, StandardSymbol=CIRCLE, Size=Size(220, 220),
                               FillColor=colour, BorderColor=colour)

    def _words(self, series, words, places, height, colour=INK):
        for number, word in enumerate(words):
            point = series.getDataPointByIndex(number)
            field = self._service("DataPointCustomLabelField")
            field.FieldType, field.String = TEXT, word
            self._letter(field, height, color=colour)
            point.CustomLabelFields = (field,)
            point.Label = DataPointLabel(ShowCustomLabel=True)
            point.LabelPlacement = places[number % len(places)]


def stack(chart):
    """The bars of a chart one on the other, as shares of 100 %."""
    diagram = chart.document.Diagram
    diagram.Percent = True
    for axis in (diagram.XAxis, diagram.YAxis):
        axis.Overlap = 100
    diagram.XAxis.CharHeight = diagram.XAxis.CharHeightAsian = 8.0
    diagram.YAxis.LinkNumberFormatToSource = False
    diagram.YAxis.NumberFormat = chart.sheet.workbook.number_format("0%")

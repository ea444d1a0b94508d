# SPDX-License-Identifier: GPL-3.0-or-later
"""What every sample workbook is made with: one style, sheets, names, notes, charts.

A workbook is a module with a function `build(workbook)`; see kiosk.py. It writes what the reader
sees through `workbook.text("English words")`, so that the same module makes the workbook in
another language from a table of translations. Formulas carry the stored names of the functions
(ORG.SERVQUAL.ADDIN.GAPITEMS), English ones of Calc, and semicolons.

Addresses are written as in Calc ("A5:N12"); a chart lies exactly on the cells it is given.
"""
import os
import re
import zipfile
from xml.sax.saxutils import escape, quoteattr

import uno  # noqa: F401  (makes the com.sun.star modules known)
from com.sun.star.awt import Rectangle, Size
from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.beans.PropertyAttribute import REMOVABLE
from com.sun.star.chart.ChartAxisLabelPosition import OUTSIDE_END, OUTSIDE_START
from com.sun.star.chart.ChartDataCaption import NONE as NO_CAPTION
from com.sun.star.chart.ChartDataCaption import VALUE as VALUE_CAPTION
from com.sun.star.chart.ChartLegendPosition import TOP as LEGEND_TOP
from com.sun.star.chart.ErrorBarStyle import FROM_DATA
from com.sun.star.drawing.FillStyle import NONE as NO_FILL
from com.sun.star.drawing.LineStyle import NONE as NO_LINE
from com.sun.star.lang import Locale
from com.sun.star.sheet.ConditionOperator import FORMULA
from com.sun.star.table import BorderLine2, CellAddress
from com.sun.star.table.CellHoriJustify import CENTER as MIDDLE
from com.sun.star.table.CellHoriJustify import LEFT, RIGHT
from com.sun.star.table.CellVertJustify2 import BOTTOM, CENTER, TOP

from office import properties

# Distinct in print, in grey and to the colour-blind.
BLUE, ORANGE, SKY, GREY = 0x1F4E79, 0xDE8F05, 0x8FB4DA, 0x7F7F7F
INK, PALE, TINT, AMBER, LINE = 0x222222, 0xEAF0F6, 0xFBF3E4, 0x9C5700, 0xB7C4D1
LATIN, CHINESE = "Liberation Sans", "Noto Sans CJK SC"

MILLIMETRE = 100  # LibreOffice measures in hundredths
LAST_ROW = 1048576

# The style of a cell says what is in it: (parent, number format, properties).
STYLES = {
    "SQ text": ("Default", None, dict(CharHeight=10.0, CharColor=INK, VertJustify=CENTER)),
    "SQ wrapped": ("SQ text", None, dict(IsTextWrapped=True)),
    "SQ title": ("SQ text", None, dict(CharHeight=18.0, CharWeight=BOLD, CharColor=BLUE)),
    "SQ lead": ("SQ wrapped", None, dict(CharHeight=11.0, VertJustify=TOP)),
    "SQ remark": ("SQ wrapped", None, dict(CharHeight=9.0, CharColor=0x595959, VertJustify=TOP)),
    "SQ warning": ("SQ wrapped", None, dict(CharWeight=BOLD, CharColor=AMBER,
                                            CellBackColor=TINT)),
    "SQ head": ("SQ wrapped", None, dict(CharHeight=9.0, CharWeight=BOLD, CharColor=0xFFFFFF,
                                         CellBackColor=BLUE, HoriJustify=RIGHT,
                                         VertJustify=BOTTOM)),
    "SQ head text": ("SQ head", None, dict(HoriJustify=LEFT)),
    "SQ head second": ("SQ head", None, dict(CharColor=INK, CellBackColor=ORANGE)),
    "SQ input": ("SQ text", None, dict(CellBackColor=PALE)),
    "SQ input wrapped": ("SQ wrapped", None, dict(CellBackColor=PALE)),
    "SQ whole": ("SQ text", "0", {}),
    "SQ number": ("SQ text", "0", dict(HoriJustify=LEFT)),  # a name, not a quantity
    "SQ one": ("SQ text", "0.0", {}),
    "SQ two": ("SQ text", "0.00", {}),
    "SQ three": ("SQ text", "0.000", {}),
    "SQ percent": ("SQ text", "0%", {}),
    "SQ permille": ("SQ text", "0.0%", {}),
    "SQ money": ("SQ text", "#,##0", {}),
    "SQ date": ("SQ text", "YYYY-MM-DD", dict(HoriJustify=LEFT)),
    "SQ strong": ("SQ three", None, dict(CharWeight=BOLD, CellBackColor=PALE)),
    "SQ four": ("SQ text", "0.0000", {}),
    "SQ name": ("SQ text", None, dict(CharWeight=BOLD, HoriJustify=MIDDLE)),
    "SQ second": ("SQ text", None, dict(CharHeight=9.0, CharColor=0x595959, HoriJustify=MIDDLE)),
    "SQ path": ("SQ two", None, dict(CharHeight=9.0, HoriJustify=MIDDLE)),
    "SQ p": ("SQ text", '[<0.0001]"< 0.0001";0.0000', dict(HoriJustify=RIGHT)),
}


class Workbook:
    """A new Calc document; `build` modules fill it, `save` writes it."""

    def __init__(self, office, language="en-US", translations=None):
        self.office = office
        self.language = language
        self.translations = translations
        self.document = office.new()
        self.document.DocumentProperties.UserDefinedProperties.addProperty(
            "SQ.Language", REMOVABLE, language)
        self._make_styles()
        self._blank = self.document.Sheets.getByIndex(0).Name
        self._sheets = []

    def text(self, english):
        """The words in the language of the workbook; a missing translation stops the build."""
        if self.translations is None:
            return english
        return self.translations[english]

    def _make_styles(self):
        families = self.document.StyleFamilies
        pages, cells = families.getByName("PageStyles"), families.getByName("CellStyles")
        default = cells.getByName("Default")
        default.CharFontName = LATIN
        default.CharFontNameAsian = CHINESE
        language, country = self.language.split("-")
        default.CharLocale = Locale("en", "US", "")
        if language == "zh":
            default.CharLocaleAsian = Locale(language, country, "")
        self.add_styles(STYLES)
        for name, landscape in (("SQ landscape", True), ("SQ portrait", False)):
            page = self.document.createInstance("com.sun.star.style.PageStyle")
            pages.insertByName(name, page)
            self._make_page(page, landscape)

    def add_styles(self, styles):
        """Cell styles as STYLES has them."""
        cells = self.document.StyleFamilies.getByName("CellStyles")
        for name, (parent, number_format, values) in styles.items():
            style = self.document.createInstance("com.sun.star.style.CellStyle")
            cells.insertByName(name, style)
            style.ParentStyle = parent
            for key, value in values.items():
                setattr(style, key, value)
                if key in ("CharHeight", "CharWeight", "CharPosture"):
                    setattr(style, key + "Asian", value)
            if number_format:
                style.NumberFormat = self.number_format(number_format)

    def _make_page(self, page, landscape):
        width, height = (29700, 21000) if landscape else (21000, 29700)
        page.IsLandscape = landscape
        page.Size = Size(width, height)
        page.LeftMargin = page.RightMargin = 15 * MILLIMETRE
        page.TopMargin = page.BottomMargin = 12 * MILLIMETRE
        page.ScaleToPagesX, page.ScaleToPagesY = 1, 1
        page.CenterHorizontally = True
        page.HeaderIsOn = False
        page.FooterIsOn = True
        footer = page.RightPageFooterContent
        for part in (footer.LeftText, footer.CenterText, footer.RightText):
            part.String = ""
        for part, kind in ((footer.LeftText, "SheetName"), (footer.RightText, "PageNumber")):
            cursor = part.createTextCursor()
            cursor.CharHeight = 8.0
            cursor.CharColor = GREY
            part.insertTextContent(cursor, self.document.createInstance(
                "com.sun.star.text.TextField." + kind), False)
        page.RightPageFooterContent = footer

    def number_format(self, code):
        formats, locale = self.document.NumberFormats, Locale("en", "US", "")
        key = formats.queryKey(code, locale, False)
        return key if key != -1 else formats.addNew(code, locale)

    def sheet(self, name, page="SQ landscape", grid=False):
        """A new sheet at the end; `grid` shows the lines between cells, for data."""
        sheets = self.document.Sheets
        if self._blank:
            sheets.getByName(self._blank).Name = name
            self._blank = None
        else:
            sheets.insertNewByName(name, sheets.Count)
        sheet = Sheet(self, sheets.getByName(name), grid)
        sheet.sheet.PageStyle = page
        sheet.print_area()
        self._sheets.append(sheet)
        return sheet

    def name(self, name, sheet, address):
        """A named range: a block ("B3:B8") or whole columns ("B:Y")."""
        columns = re.fullmatch(r"([A-Z]+):([A-Z]+)", address)
        if columns:
            address = "%s1:%s%d" % (columns.group(1), columns.group(2), LAST_ROW)
        absolute = re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", address)
        self.document.NamedRanges.addNewByName(
            name, "$'%s'.%s" % (sheet.name, absolute), CellAddress(0, 0, 0), 0)

    def describe(self, title, subject):
        about = self.document.DocumentProperties
        about.Title, about.Subject = title, subject
        about.Author = about.ModifiedBy = "servqual"

    def save(self, path):
        """Recalculates and writes the file, unless cells show errors, which it returns.

        The file is the same, byte for byte, whenever the same is built by the same office.
        """
        self.document.calculateAll()
        errors = list(cell_errors(self.document))
        if errors:
            self.document.close(True)
            return errors
        temporary = path + ".new"
        self.office.save(self.document, temporary, "calc8")
        self.document.close(True)
        _write_settled(temporary, path, _views(self._sheets))
        os.remove(temporary)
        return errors


def shaped(formula, address):
    """A formula whose result has the shape of a block, whatever that of its table."""
    left, top, right, bottom = re.fullmatch(r"([A-Z])(\d+):([A-Z])(\d+)", address).groups()
    block = "A1:%c%d" % (ord("A") + ord(right) - ord(left), int(bottom) - int(top) + 1)
    return "IF(ROW(%s)*COLUMN(%s)>0;%s)" % (block, block, formula)


def composed(sentence, *formulas):
    """A formula that gives a sentence in which formulas stand for %1, %2 …"""
    for number, formula in enumerate(formulas, 1):
        sentence = 'SUBSTITUTE(%s;"%%%d";%s)' % (sentence if number > 1 else '"%s"' % sentence.replace('"', '""'), number, formula)
    return "=" + sentence


class Sheet:
    def __init__(self, workbook, sheet, grid):
        self.workbook = workbook
        self.sheet = sheet
        self.name = sheet.Name
        self.grid = grid
        self.frozen = (0, 0)

    def __getitem__(self, address):
        return self.sheet.getCellRangeByName(address)

    def widths(self, **columns):
        """Millimetres by column: widths(A=30, B_N=16)."""
        for letters, width in columns.items():
            first, _, last = letters.partition("_")
            columns_of = self["%s1:%s1" % (first, last or first)].Columns
            columns_of.Width = int(width * MILLIMETRE)

    def height(self, rows, millimetres):
        first, _, last = str(rows).partition(":")
        self["A%s:A%s" % (first, last or first)].Rows.Height = int(millimetres * MILLIMETRE)

    def put(self, address, content, style="SQ text"):
        """A text, a number, or a formula (begins with =) at a cell; merged if it is a range."""
        cells = self[address]
        if ":" in address:
            cells.merge(True)
        cells.CellStyle = style
        cell = cells.getCellByPosition(0, 0)
        if isinstance(content, str) and content.startswith("="):
            cell.Formula = content
        elif isinstance(content, str):
            cell.String = content
        else:
            cell.Value = content

    def rows(self, address, rows, style="SQ text"):
        """A block of texts and numbers; '' and None are blank."""
        cells = self[address]
        cells.CellStyle = style
        cells.setDataArray(tuple(tuple("" if value is None else value for value in row)
                                 for row in rows))

    def array(self, address, formula, styles=(), note=None, cut=False):
        """An array formula over a block, its first row the header; (columns, style) for the rest.

        The note comes first: Calc lets none into a cell of an array. cut: where the block is narrower than
        the table. Calc saves an array as wide as its result once a name has been added to the workbook,
        over what stands beside it; so the result must be no wider.
        """
        if cut:
            formula = "=" + shaped(formula[1:], address)
        if note:
            self.note(address, note)
        cells = self[address]
        cells.setArrayFormula(formula)
        first, last = re.findall(r"\d+", address)
        cells.CellStyle = "SQ text"
        for columns, style in styles:
            left, _, right = columns.partition(":")
            self["%s%s:%s%s" % (left, first, right or left, last)].CellStyle = style
        self.head(re.sub(r"\d+", first, address))
        self.rule(address)

    def head(self, address, style="SQ head"):
        """The header row of a table: words to the left over words, to the right over numbers."""
        cells = self[address]
        cells.CellStyle = style
        if style == "SQ head":
            cells.getCellByPosition(0, 0).CellStyle = "SQ head text"

    def rule(self, address):
        """Hair lines between the rows of a table."""
        cells = self[address]
        border = cells.TableBorder2
        line = BorderLine2()
        line.Color, line.LineWidth, line.OuterLineWidth = LINE, 9, 9
        border.HorizontalLine, border.IsHorizontalLineValid = line, True
        border.BottomLine, border.IsBottomLineValid = line, True
        cells.TableBorder2 = border

    def total(self, address):
        """A row that stands for all the others."""
        cells = self[address]
        cells.CharWeight = cells.CharWeightAsian = BOLD
        cells.CellBackColor = PALE

    def by_label(self, address, styles):
        """Rows in the style of what column A names them: where rows may come and go. Calc finds a text that an
        array formula brought only with something joined to it."""
        cells = self[address]
        entries, first = cells.ConditionalFormat, "A" + re.search(r"\d+", address).group()
        for label, style in styles:
            entries.addNew(properties(Operator=FORMULA, StyleName=style, Formula1='$%s&""="%s"' % (first, label),
                                      SourcePosition=cells.getCellByPosition(0, 0).CellAddress))
        cells.ConditionalFormat = entries

    def note(self, address, text):
        """What to put in a cell, shown when the mouse is on it."""
        position = self[address].getCellByPosition(0, 0).CellAddress
        annotations = self.sheet.Annotations
        annotations.insertNew(position, text)
        shape = next(annotation.AnnotationShape for annotation in annotations
                     if annotation.Position == position)
        lines = sum(1 + len(line) // 46 for line in text.split("\n"))
        shape.Size = Size(75 * MILLIMETRE, (6 + 5 * lines) * MILLIMETRE)
        shape.CharHeight = 9.0

    def freeze(self, columns=0, rows=1):
        """Columns and rows that stay when the rest is scrolled."""
        self.frozen = (columns, rows)

    def print_area(self, *addresses):
        """What is printed of this sheet, on one page; a sheet that does not say prints nothing."""
        self.sheet.setPrintAreas(tuple(self[address].RangeAddress for address in addresses))

    def chart(self, address, **options):
        return Chart(self, address, **options)


class Chart:
    """A bar chart on the cells of `address`.

    categories, series   cell ranges; series a list of (values, cell of the name, colour)
    title, y_title       words; y_title names the unit
    horizontal           bars to the right instead of columns; the first category on top
    minimum, maximum, step   of the axis of values
    interval             of the first series: cells of its half width, lower and upper end
    figures              decimals of the figures at the bars; None: no figures
    decimals             of the figures at the axis
    colours              of the bars of the first series, where they differ
    """

    def __init__(self, sheet, address, categories, series, title, y_title, horizontal=False,
                 minimum=None, maximum=None, step=None, interval=None, figures=None, decimals=1,
                 gap=60, colours=()):
        cells = sheet[address]
        place = Rectangle(cells.Position.X, cells.Position.Y, cells.Size.Width, cells.Size.Height)
        charts = sheet.sheet.Charts
        name = "%s %d" % (sheet.name, charts.Count + 1)
        bounds = list(interval[1:]) if interval else []
        ranges = tuple(sheet[values].RangeAddress
                       for values in [categories] + [row[0] for row in series] + bounds)
        charts.addNewByName(name, place, ranges, False, True)
        self.sheet = sheet
        self.document = charts.getByName(name).EmbeddedObject
        self.document.lockControllers()
        diagram = self.document.createInstance("com.sun.star.chart.BarDiagram")
        diagram.Vertical = horizontal
        self.document.setDiagram(diagram)
        self._frame(title, len(series) > 1)
        self._axes(diagram, y_title, horizontal, minimum, maximum, step, decimals)
        for axis in (diagram.XAxis, diagram.YAxis):
            axis.GapWidth, axis.Overlap = gap, 100 if interval else 0
        self._series(diagram, series, figures)
        for point, colour in enumerate(colours):
            diagram.getDataPointProperties(point, 0).FillColor = colour
        if interval:
            self._interval(diagram, len(series), interval[0])
        self.document.unlockControllers()

    def _letter(self, of, height, bold=False, color=INK):
        of.CharFontName, of.CharFontNameAsian = LATIN, CHINESE
        of.CharHeight = of.CharHeightAsian = height
        of.CharColor = color
        if bold:
            of.CharWeight = of.CharWeightAsian = BOLD

    def _frame(self, title, legend):
        self.document.HasMainTitle = True
        self.document.Title.String = title
        self._letter(self.document.Title, 11.0, bold=True)
        self.document.HasLegend = legend
        if legend:
            self.document.Legend.Alignment = LEGEND_TOP
            self._letter(self.document.Legend, 9.0)
            self.document.Legend.LineStyle = NO_LINE
            self.document.Legend.FillStyle = NO_FILL
        self.document.Area.LineStyle = NO_LINE
        self.document.Area.FillColor = 0xFFFFFF

    def _axes(self, diagram, y_title, horizontal, minimum, maximum, step, decimals):
        diagram.HasYAxisTitle = True
        diagram.YAxisTitle.String = y_title
        self._letter(diagram.YAxisTitle, 9.0)
        x, y = diagram.XAxis, diagram.YAxis
        self._letter(x, 9.0)
        self._letter(y, 9.0)
        x.LabelPosition = OUTSIDE_START
        x.LineColor = GREY
        x.Marks = 0
        if horizontal:
            x.ReverseDirection = True
            x.TextCanOverlap = True  # every bar is named
            y.LabelPosition = OUTSIDE_END
        y.LineStyle = NO_LINE
        self._decimals(y, decimals)
        if minimum is not None:
            y.Min = minimum
        if maximum is not None:
            y.Max = maximum
        if step is not None:
            y.StepMain = step
        diagram.HasYAxisGrid = True
        diagram.YMainGrid.LineColor = 0xDDDDDD
        diagram.Wall.FillStyle = NO_FILL
        diagram.Wall.LineStyle = NO_LINE

    def _decimals(self, of, decimals):
        of.LinkNumberFormatToSource = False
        code = "0." + "0" * decimals if decimals else "0"
        of.NumberFormat = self.sheet.workbook.number_format(code)

    def _series(self, diagram, series, figures):
        model = self.document.getFirstDiagram().getCoordinateSystems()[0].getChartTypes()[0]
        for number, (_, name, colour) in enumerate(series):
            row = diagram.getDataRowProperties(number)
            row.FillColor = colour
            row.LineStyle = NO_LINE
            row.DataCaption = NO_CAPTION if figures is None else VALUE_CAPTION
            if figures is not None:
                self._letter(row, 8.0)
                self._decimals(row, figures)
            self._label(model.getDataSeries()[number], name)

    def _label(self, series, name):
        """The name in the legend: a cell, so that it follows the language of the table."""
        if not re.fullmatch(r"[A-Z]+\d+", name):
            raise ValueError("the name of a series is a cell, not %r" % name)
        for sequence in series.getDataSequences():
            sequence.setLabel(self._cells(name))

    def _cells(self, address, role=None):
        absolute = re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", address)
        sequence = self.document.getDataProvider().createDataSequenceByRangeRepresentation(
            "$'%s'.%s" % (self.sheet.name, absolute))
        if role:
            sequence.Role = role
        return sequence

    def _interval(self, diagram, first_bound, address):
        # The axis makes room for bars, not for the ends of intervals: so these are bars, unseen.
        for number in (first_bound, first_bound + 1):
            row = diagram.getDataRowProperties(number)
            row.FillStyle, row.LineStyle = NO_FILL, NO_LINE
        manager = self.sheet.workbook.office.context.ServiceManager
        context = self.sheet.workbook.office.context
        bars = manager.createInstanceWithContext("com.sun.star.chart2.ErrorBar", context)
        bars.ErrorBarStyle = FROM_DATA
        bars.ShowPositiveError = bars.ShowNegativeError = True
        data = []
        for side in ("positive", "negative"):
            labelled = manager.createInstanceWithContext(
                "com.sun.star.chart2.data.LabeledDataSequence", context)
            labelled.setValues(self._cells(address, "error-bars-y-" + side))
            data.append(labelled)
        bars.setData(tuple(data))
        bars.LineColor, bars.LineWidth = INK, 30
        model = self.document.getFirstDiagram().getCoordinateSystems()[0].getChartTypes()[0]
        model.getDataSeries()[0].ErrorBarY = bars


def cell_errors(document):
    """Every cell of a document that shows an error: its address and what it shows."""
    for sheet in document.Sheets:
        for cell in sheet.queryFormulaCells(4).Cells:  # com.sun.star.sheet.FormulaResult.ERROR
            yield cell.AbsoluteName.replace("$", ""), cell.String


def _views(sheets):
    """How the sheets are first shown: an office without windows does not store that itself."""
    def item(name, kind, value):
        return '<config:config-item config:name="%s" config:type="%s">%s</config:config-item>' % (
            name, kind, escape(str(value)))

    tables = []
    for sheet in sheets:
        columns, rows = sheet.frozen
        places = {"HorizontalSplitPosition": columns, "PositionRight": columns,
                  "VerticalSplitPosition": rows, "PositionBottom": rows}
        modes = {"HorizontalSplitMode": 2 if columns else 0, "VerticalSplitMode": 2 if rows else 0,
                 "ActiveSplitRange": 2 + (columns > 0) if rows else int(columns > 0)}
        tables.append('<config:config-item-map-entry config:name=%s>' % quoteattr(sheet.name))
        tables += [item(name, "int", value) for name, value in places.items()]
        tables += [item(name, "short", value) for name, value in modes.items()]
        tables.append(item("ShowGrid", "boolean", str(sheet.grid).lower()))
        tables.append('</config:config-item-map-entry>')
    return ('<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>' +
            item("ViewId", "string", "view1") +
            '<config:config-item-map-named config:name="Tables">' + "".join(tables) +
            '</config:config-item-map-named>' + item("ActiveTable", "string", sheets[0].name) +
            '</config:config-item-map-entry></config:config-item-map-indexed>')


def _write_settled(source, target, views):
    """The package again, with the views, without what differs from run to run (times, a preview)."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target + ".part", "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename.startswith("Thumbnails/"):
                continue
            if item.filename == "META-INF/manifest.xml":
                data = re.sub(rb'\s*<manifest:file-entry[^>]*Thumbnails/[^>]*/>', b"", data)
            if item.filename == "meta.xml":
                data = re.sub(rb"<(meta:creation-date|dc:date|meta:editing-\w+)>[^<]*</\1>", b"",
                              data)
            if item.filename == "settings.xml":
                end = b"</config:config-item-set>"  # of the first set, the view's
                data = data.replace(end, views.encode() + end, 1)
            entry = zipfile.ZipInfo(item.filename, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = item.compress_type
            entry.external_attr = 0o644 << 16
            new.writestr(entry, data)
    os.replace(target + ".part", target)

' SPDX-License-Identifier: GPL-3.0-or-later
'
' The sheet of an analysis: tables as array formulas over named ranges, and charts on them, one
' below the other. The add-in computes; nothing is computed here.
Option Explicit

Const CHART_HEIGHT = 8500 ' hundredths of a millimetre
Const CHART_WIDTH = 21000
Const FAILED = 1000       ' the error raised where a table cannot be computed
Const BLUE = &H1F4E79
Const ORANGE = &HDE8F05
Const SKY = &H8FB4DA
Const GREY = &H7F7F7F

Public book As Object     ' the document
Public sheet As Object    ' the sheet that is being made
Private nextRow As Long
Private problem As String ' a sentence where FAILED was raised

' Inserts the sheet of an analysis behind the one in view, as one step that can be undone. Gives ""
' or a sentence that says what to do. The answers are texts in the order of the questions.
Function InsertAnalysis(document As Object, kind As String, answers) As String
    Dim undo As Object, before As Object, namesBefore
    book = document
    sheet = Nothing ' not that of an earlier call: on failure what is here is removed
    before = document.CurrentController.ActiveSheet
    problem = Unanswered(kind, answers, document)
    If problem = "" Then
        SettleLanguage document
        namesBefore = document.NamedRanges.ElementNames
        undo = document.UndoManager
        undo.enterUndoContext Title(kind, UserLanguage())
        document.addActionLock
        On Error GoTo Failure
        NameAnswers kind, answers, document
        NewSheet Title(kind, workbookLanguage), before
        Fill kind
        SettlePage
        document.removeActionLock
        undo.leaveUndoContext
        document.CurrentController.setActiveSheet sheet
    End If
    InsertAnalysis = problem
    Exit Function
Failure:
    If problem = "" Then problem = Error$ & " (" & Erl & ")"
    If Not IsNull(sheet) Then document.Sheets.removeByName sheet.Name
    ForgetNewNames document.NamedRanges, namesBefore
    document.removeActionLock
    undo.leaveUndoContext
    InsertAnalysis = problem
End Function

Sub NewSheet(wanted As String, before As Object)
    Dim name As String, number As Long, place As Long
    name = wanted
    number = 1
    Do While book.Sheets.hasByName(name)
        number = number + 1
        name = wanted & " " & number
    Loop
    place = before.RangeAddress.Sheet + 1
    book.Sheets.insertNewByName name, place
    sheet = book.Sheets.getByIndex(place)
    MakeStyles
    sheet.Columns.Width = 2200
    sheet.Columns.getByIndex(0).Width = 4600
    PutText 0, name, "SQ title"
    nextRow = 2
End Sub

' ---- Cells.

Sub PutText(row As Long, text As String, style As String)
    Dim cell As Object
    cell = sheet.getCellByPosition(0, row)
    cell.CellStyle = style
    cell.String = text
End Sub

' A sentence over the whole width of the sheet.
Sub PutRemark(text As String)
    Dim cells As Object
    cells = sheet.getCellRangeByPosition(0, nextRow, 9, nextRow)
    cells.merge True
    cells.CellStyle = "SQ remark"
    cells.getCellByPosition(0, 0).String = text
    sheet.Rows.getByIndex(nextRow).Height = 1000
    nextRow = nextRow + 2
End Sub

' A figure with its name before it.
Sub PutFigure(label As String, formula As String, style As String)
    Dim cell As Object
    PutText nextRow, label, "SQ text"
    cell = sheet.getCellByPosition(1, nextRow)
    cell.CellStyle = style
    cell.Formula = "=" & Stored(formula)
    If cell.getError() <> 0 Then Fail cell.getError()
    nextRow = nextRow + 1
End Sub

' A list of names and values, which has no header.
Sub PutList(heading As String, formula As String)
    Dim cells As Object, row As Long
    cells = PutTable(heading, formula)
    cells.CellStyle = "SQ text"
    For row = 0 To cells.Rows.Count - 1
        If cells.getCellByPosition(1, row).Value <> Int(cells.getCellByPosition(1, row).Value) Then
            cells.getCellByPosition(1, row).CellStyle = "SQ three"
        End If
    Next
End Sub

Sub Skip
    nextRow = nextRow + 1
End Sub

' A table: the array formula of a call, under a heading. Cells that are not defined show a dash.
Function PutTable(heading As String, formula As String) As Object
    Dim size
    size = SizeOf(formula)
    PutTable = PutArray(heading, "IFERROR(" & formula & ";""–"")", size(0), size(1))
End Function

' A table whose number of rows follows the data: room for as many, blank where there are fewer.
Function PutOpenTable(heading As String, formula As String, rows As Long) As Object
    Dim size, shape As String
    size = SizeOf(formula)
    If size(0) > rows Then rows = size(0)
    shape = Block(rows, size(1))
    PutOpenTable = PutArray(heading, "IFNA(IF(ROW(" & shape & ")*COLUMN(" & shape & ")>0;" & _
        formula & ";"""");"""")", rows, size(1))
End Function

' A table whose first column is replaced by names, which stand in cells of their own.
Function PutNamedTable(heading As String, formula As String, names As String, head As String) As Object
    Dim size, all As String, numbers As String, area As Object
    size = SizeOf(formula)
    area = book.NamedRanges.getByName(names).ReferredCells
    If area.Rows.Count * area.Columns.Count <> size(0) - 1 Then Fail 502
    all = Block(size(0), size(1))
    numbers = Block(size(0) - 1, 1)
    PutNamedTable = PutArray(heading, "IF(COLUMN(" & all & ")>1;IFERROR(" & formula & ";""–"");IF(ROW(" & all & _
        ")>1;LOOKUP(ROW(" & all & ")-1;ROW(" & numbers & ");" & names & "&"""");""" & head & """))", size(0), size(1))
End Function

' The address of a block of that size at A1, of which formulas take the numbers of rows and columns.
Function Block(rows As Long, columns As Long) As String
    Block = Cells(sheet.getCellRangeByPosition(0, 0, columns - 1, rows - 1))
End Function

' An array formula is entered with the names that people write: Calc takes both kinds, but "redo"
' knows only these.
Function PutArray(heading As String, formula As String, rows As Long, columns As Long) As Object
    Dim cells As Object
    PutText nextRow, heading, "SQ heading"
    nextRow = nextRow + 1
    cells = sheet.getCellRangeByPosition(0, nextRow, columns - 1, nextRow + rows - 1)
    cells.CellStyle = "SQ text"
    cells.setArrayFormula "=" & formula
    cells.getCellRangeByPosition(0, 0, columns - 1, 0).CellStyle = "SQ head"
    cells.getCellByPosition(0, 0).CellStyle = "SQ head text"
    FormatColumns cells
    nextRow = nextRow + rows + 1
    PutArray = cells
End Function

' Numbers with fractions get three decimals, probabilities four; words stand to the left.
Sub FormatColumns(cells As Object)
    Dim data, column As Long, longest As Long
    data = cells.DataArray
    For column = 0 To UBound(data(0))
        FormatColumn cells.getCellRangeByPosition(column, 1, column, UBound(data)), data, column
        If Len(data(0)(column)) > longest Then longest = Len(data(0)(column))
    Next
    cells.Rows.getByIndex(0).Height = 450 * (1 - (longest > 10) - (longest > 20))
End Sub

Sub FormatColumn(cells As Object, data, column As Long)
    Dim row As Long, fractions As Boolean, longest As Long
    For row = 1 To UBound(data)
        If VarType(data(row)(column)) = 5 Then
            If data(row)(column) <> Int(data(row)(column)) Then fractions = True
        ElseIf Len(data(row)(column)) > longest Then
            longest = Len(data(row)(column))
        End If
    Next
    If fractions Then
        cells.CellStyle = "SQ three"
        If data(0)(column) = "p" Or Left(data(0)(column), 2) = "p " Then cells.CellStyle = "SQ p"
    ElseIf longest > 1 And column > 0 Then
        cells.CellStyle = "SQ words"
        sheet.getCellByPosition(column, cells.RangeAddress.StartRow - 1).CellStyle = "SQ head words"
        If longest > 12 And cells.Columns.Width < 3600 Then cells.Columns.Width = 3600
    End If
End Sub

' Rows and columns of the result of a call, which is computed for it in the cell it will begin in.
Function SizeOf(formula As String)
    Dim cell As Object, rows As Long, columns As Long
    cell = sheet.getCellByPosition(0, nextRow + 1)
    cell.Formula = "=INDEX(" & Stored(formula) & ";1;1)"
    If cell.getError() <> 0 Then Fail cell.getError()
    cell.Formula = "=ROWS(" & Stored(formula) & ")"
    rows = cell.Value
    cell.Formula = "=COLUMNS(" & Stored(formula) & ")"
    columns = cell.Value
    cell.String = ""
    SizeOf = Array(rows, columns)
End Function

' SQ.GAP.ITEMS(a;b), as people write it, is ORG.SERVQUAL.ADDIN.GAPITEMS(a;b) in files.
Function Stored(ByVal formula As String) As String
    Dim place As Long, last As Long, result As String
    result = ""
    place = InStr(formula, "SQ.")
    Do While place > 0
        last = InStr(place, formula, "(")
        result = result & Left(formula, place - 1) & "ORG.SERVQUAL.ADDIN." & _
            Join(Split(Mid(formula, place + 3, last - place - 3), "."), "")
        formula = Mid(formula, last)
        place = InStr(formula, "SQ.")
    Loop
    Stored = result & formula
End Function

Sub Fail(code As Long)
    Select Case code
        Case 502
            problem = U("The ranges do not fit each other: the same respondents in the same rows, and the same number of items.")
        Case 504
            problem = U("A range of answers is wanted, and one of the fields holds something else.")
        Case 532
            problem = U("There is no usable answer in these cells. Answers are numbers; words become numbers by ""Answers in words to numbers"".")
        Case 503
            problem = U("A number lies outside of what is possible here. ""Check this data"" shows where.")
        Case 523
            problem = U("The computation found no end on these answers. ""Check this data"" may show why.")
        Case Else
            problem = U("This is not defined for these answers: too few respondents or items, or no differences between the answers.")
    End Select
    Error FAILED
End Sub

' ---- Charts.

' Bars of some columns of a table (numbers of columns), a group for each of its rows 1 to last. The
' first column names them. Stacked bars are shares of a whole.
Sub PutBars(table As Object, columns, last As Long, title As String, axis As String, code As String, Optional stacked As Boolean)
    Dim ranges(), i As Long, document As Object, diagram As Object, colours
    ReDim ranges(UBound(columns) + 1)
    ranges(0) = Part(table, 0, 0, last)
    For i = 0 To UBound(columns)
        ranges(i + 1) = Part(table, columns(i), 0, last)
    Next
    document = NewChart(ranges, True, True)
    diagram = document.createInstance("com.sun.star.chart.BarDiagram")
    document.setDiagram diagram
    If Not IsMissing(stacked) Then
        diagram.Stacked = stacked
        diagram.YAxis.Max = 1
    End If
    Letter document, diagram, title, "", axis
    Count diagram.YAxis, code
    If Smallest(table, columns, last) >= 0 Then diagram.YAxis.Min = 0
    document.HasLegend = UBound(columns) > 0
    If document.HasLegend Then
        document.Legend.Alignment = com.sun.star.chart.ChartLegendPosition.TOP
        document.Legend.LineStyle = com.sun.star.drawing.LineStyle.NONE
        document.Legend.FillStyle = com.sun.star.drawing.FillStyle.NONE
        document.Legend.CharHeight = 9
    End If
    diagram.XAxis.LabelPosition = com.sun.star.chart.ChartAxisLabelPosition.OUTSIDE_START
    diagram.HasYAxisGrid = True
    diagram.YMainGrid.LineColor = &HDDDDDD
    colours = Palette(UBound(columns) + 1)
    For i = 0 To UBound(columns)
        diagram.getDataRowProperties(i).FillColor = colours(i)
    Next
    document.unlockControllers
End Sub

' The smallest of some columns of a table, or 0 if none is below.
Function Smallest(table As Object, columns, last As Long) As Double
    Dim data, i As Long, row As Long, least As Double
    data = table.DataArray
    For i = 0 To UBound(columns)
        For row = 1 To last
            If VarType(data(row)(columns(i))) = 5 Then
                If data(row)(columns(i)) < least Then least = data(row)(columns(i))
            End If
        Next
    Next
    Smallest = least
End Function

' Few columns are told apart by colour, the points of a scale by how dark they are.
Function Palette(count As Long)
    Dim colours(), i As Long, share As Double
    If count <= 3 Then
        Palette = Array(BLUE, ORANGE, SKY)
        Exit Function
    End If
    ReDim colours(count - 1)
    For i = 0 To count - 1
        share = i / (count - 1)
        colours(i) = RGB(220 - 189 * share, 230 - 152 * share, 240 - 119 * share)
    Next
    Palette = colours
End Function

' The points of two columns, a point for each row 1 to last, named by the first column; two lines cross at the cells crossX and crossY.
Sub PutMap(table As Object, x As Long, y As Long, last As Long, title As String, xTitle As String, yTitle As String, code As String, crossX As String, crossY As String)
    Dim document As Object, diagram As Object, kind As Object, series As Object
    Dim i As Long, helper As Long, values
    helper = nextRow + 2
    document = NewChart(Array(Part(table, x, 1, last)), False, False)
    diagram = document.createInstance("com.sun.star.chart.XYDiagram")
    document.setDiagram diagram
    kind = document.getFirstDiagram().getCoordinateSystems()(0).getChartTypes()(0)
    kind.setDataSeries Array()
    PutCross table, x, y, last, helper, crossX, crossY
    AddLine document, kind, helper, 1
    AddLine document, kind, helper, 3
    series = AddSeries(document, kind, Part(table, x, 1, last), Part(table, y, 1, last))
    series.Color = BLUE
    series.Symbol = Circle()
    values = Part(table, 0, 1, last).DataArray
    For i = 0 To UBound(values)
        Label series.getDataPointByIndex(i), CStr(values(i)(0))
    Next
    Letter document, diagram, title, xTitle, yTitle
    Frame diagram.XAxis, Part(table, x, 1, last).DataArray, code
    Frame diagram.YAxis, Part(table, y, 1, last).DataArray, code
    document.HasLegend = False
    diagram.HasXAxisGrid = False
    diagram.HasYAxisGrid = False
    diagram.XAxis.LabelPosition = com.sun.star.chart.ChartAxisLabelPosition.OUTSIDE_START
    diagram.YAxis.LabelPosition = com.sun.star.chart.ChartAxisLabelPosition.OUTSIDE_START
    document.unlockControllers
End Sub

' The ends of the two lines, in cells under the chart: they follow the data as the points do.
Sub PutCross(table As Object, x As Long, y As Long, last As Long, row As Long, crossX As String, crossY As String)
    Dim xs As String, ys As String
    xs = Cells(Part(table, x, 1, last))
    ys = Cells(Part(table, y, 1, last))
    sheet.getCellRangeByPosition(1, row, 4, row + 1).setFormulaArray Array( _
        Array("=" & crossX, "=MIN(" & ys & ";" & crossY & ")", "=MIN(" & xs & ";" & crossX & ")", "=" & crossY), _
        Array("=" & crossX, "=MAX(" & ys & ";" & crossY & ")", "=MAX(" & xs & ";" & crossX & ")", "=" & crossY))
End Sub

Sub AddLine(document As Object, kind As Object, row As Long, column As Long)
    Dim series As Object, none As New com.sun.star.chart2.Symbol
    series = AddSeries(document, kind, sheet.getCellRangeByPosition(column, row, column, row + 1), _
        sheet.getCellRangeByPosition(column + 1, row, column + 1, row + 1))
    series.LineStyle = com.sun.star.drawing.LineStyle.SOLID
    series.LineWidth = 20
    series.Color = GREY
    none.Style = com.sun.star.chart2.SymbolStyle.NONE
    series.Symbol = none
End Sub

Function AddSeries(document As Object, kind As Object, x As Object, y As Object) As Object
    Dim series As Object
    series = createUnoService("com.sun.star.chart2.DataSeries")
    series.setData Array(Sequence(document, x, "values-x"), Sequence(document, y, "values-y"))
    kind.addDataSeries series
    series.LineStyle = com.sun.star.drawing.LineStyle.NONE
    AddSeries = series
End Function

Function Sequence(document As Object, range As Object, role As String) As Object
    Dim values As Object, labelled As Object
    values = document.getDataProvider().createDataSequenceByRangeRepresentation(range.AbsoluteName)
    values.Role = role
    labelled = createUnoService("com.sun.star.chart2.data.LabeledDataSequence")
    labelled.setValues values
    Sequence = labelled
End Function

Function Circle() As Object
    Dim symbol As New com.sun.star.chart2.Symbol, size As New com.sun.star.awt.Size
    size.Width = 220
    size.Height = 220
    symbol.Style = com.sun.star.chart2.SymbolStyle.STANDARD
    symbol.StandardSymbol = 8
    symbol.Size = size
    symbol.FillColor = BLUE
    symbol.BorderColor = BLUE
    Circle = symbol
End Function

Sub Label(point As Object, text As String)
    Dim field As Object, shown As New com.sun.star.chart2.DataPointLabel
    field = createUnoService("com.sun.star.chart2.DataPointCustomLabelField")
    field.FieldType = com.sun.star.chart2.DataPointCustomLabelFieldType.TEXT
    field.String = text
    field.CharHeight = 8
    shown.ShowCustomLabel = True
    point.CustomLabelFields = Array(field)
    point.Label = shown
    point.LabelPlacement = com.sun.star.chart.DataLabelPlacement.RIGHT
End Sub

' A chart below what is there already, its controllers locked.
Function NewChart(ranges, columnHeaders As Boolean, rowHeaders As Boolean) As Object
    Dim place As New com.sun.star.awt.Rectangle, addresses(), i As Long, name As String, document As Object
    ReDim addresses(UBound(ranges))
    For i = 0 To UBound(ranges)
        addresses(i) = ranges(i).RangeAddress
    Next
    place.X = 0
    place.Y = sheet.getCellByPosition(0, nextRow).Position.Y
    place.Width = CHART_WIDTH
    place.Height = CHART_HEIGHT
    name = sheet.Name & " " & (sheet.Charts.Count + 1)
    sheet.Charts.addNewByName name, place, addresses, columnHeaders, rowHeaders
    Do While sheet.getCellByPosition(0, nextRow).Position.Y < place.Y + CHART_HEIGHT
        nextRow = nextRow + 1
    Loop
    nextRow = nextRow + 1
    document = sheet.Charts.getByName(name).EmbeddedObject
    document.lockControllers
    NewChart = document
End Function

' An axis from just below the smallest of a column of values to just above the largest.
Sub Frame(axis As Object, values, code As String)
    Dim i As Long, least As Double, most As Double, unit As Double, found As Boolean
    For i = 0 To UBound(values)
        If VarType(values(i)(0)) = 5 Then
            If Not found Or values(i)(0) < least Then least = values(i)(0)
            If Not found Or values(i)(0) > most Then most = values(i)(0)
            found = True
        End If
    Next
    If most > least Then
        unit = 10 ^ Int(Log(most - least) / Log(10))
        axis.Min = Int(least / unit) * unit
        axis.Max = -Int(-most / unit) * unit
    End If
    Count axis, code
End Sub

' How the figures at an axis are written.
Sub Count(axis As Object, code As String)
    axis.LinkNumberFormatToSource = False
    axis.NumberFormat = FormatKey(code)
End Sub

Function FormatKey(code As String) As Long
    Dim locale As New com.sun.star.lang.Locale, key As Long
    locale.Language = "en"
    locale.Country = "US"
    key = book.NumberFormats.queryKey(code, locale, False)
    If key = -1 Then key = book.NumberFormats.addNew(code, locale)
    FormatKey = key
End Function

Sub Letter(document As Object, diagram As Object, title As String, xTitle As String, yTitle As String)
    document.HasMainTitle = True
    document.Title.String = title
    document.Title.CharHeight = 11
    document.Title.CharWeight = com.sun.star.awt.FontWeight.BOLD
    document.Area.LineStyle = com.sun.star.drawing.LineStyle.NONE
    document.Area.FillColor = &HFFFFFF
    diagram.Wall.FillStyle = com.sun.star.drawing.FillStyle.NONE
    diagram.Wall.LineStyle = com.sun.star.drawing.LineStyle.NONE
    diagram.HasYAxisTitle = True
    diagram.YAxisTitle.String = yTitle
    diagram.YAxisTitle.CharHeight = 9
    diagram.XAxis.CharHeight = 9
    diagram.YAxis.CharHeight = 9
    diagram.HasXAxisTitle = xTitle <> ""
    If xTitle <> "" Then
        diagram.XAxisTitle.String = xTitle
        diagram.XAxisTitle.CharHeight = 9
    End If
End Sub

' Some rows of a column of a table; the header is row 0.
Function Part(table As Object, column As Long, first As Long, last As Long) As Object
    Part = table.getCellRangeByPosition(column, first, column, last)
End Function

Function Cells(range As Object) As String
    Cells = Mid(range.AbsoluteName, LastPlace(range.AbsoluteName, ".") + 1)
End Function

' ---- How it looks.

Sub MakeStyles
    Style "SQ text", "Default", "", 10, False, &H222222, -1
    Style "SQ three", "SQ text", "0.000", 10, False, &H222222, -1
    Style "SQ percent", "SQ text", "0.0%", 10, False, &H222222, -1
    Style "SQ money", "SQ text", "#,##0", 10, False, &H222222, -1
    Style "SQ title", "SQ text", "", 18, True, BLUE, -1
    Style "SQ heading", "SQ text", "", 12, True, BLUE, -1
    Style "SQ remark", "SQ text", "", 9, False, &H595959, -1
    Style "SQ head", "SQ text", "", 9, True, &HFFFFFF, BLUE
    Style "SQ head text", "SQ head", "", 9, True, &HFFFFFF, BLUE
    Style "SQ head words", "SQ head text", "", 9, True, &HFFFFFF, BLUE
    Style "SQ words", "SQ text", "", 10, False, &H222222, -1
    Style "SQ p", "SQ text", "[<0.0001]""< 0.0001"";0.0000", 10, False, &H222222, -1
    Align "SQ head", com.sun.star.table.CellHoriJustify.RIGHT, 0
    Align "SQ head text", com.sun.star.table.CellHoriJustify.LEFT, 0
    Align "SQ head words", com.sun.star.table.CellHoriJustify.LEFT, 300
    Align "SQ words", com.sun.star.table.CellHoriJustify.LEFT, 300
    Align "SQ p", com.sun.star.table.CellHoriJustify.RIGHT, 0
    CellStyle("SQ head").IsTextWrapped = True
    CellStyle("SQ head").VertJustify = com.sun.star.table.CellVertJustify2.BOTTOM
    CellStyle("SQ remark").IsTextWrapped = True
    MakePage "SQ analysis", False
    MakePage "SQ wide analysis", True
End Sub

Function CellStyle(name As String) As Object
    CellStyle = book.StyleFamilies.getByName("CellStyles").getByName(name)
End Function

Sub Align(name As String, side, indent As Long)
    CellStyle(name).HoriJustify = side
    CellStyle(name).ParaIndent = indent
End Sub

' A cell style, unless the workbook has it already.
Sub Style(name As String, parent As String, code As String, height As Long, bold As Boolean, colour As Long, background As Long)
    Dim styles As Object, made As Object
    styles = book.StyleFamilies.getByName("CellStyles")
    If styles.hasByName(name) Then Exit Sub
    made = book.createInstance("com.sun.star.style.CellStyle")
    styles.insertByName name, made
    made.ParentStyle = parent
    made.CharHeight = height
    made.CharHeightAsian = height
    made.CharColor = colour
    If bold Then
        made.CharWeight = com.sun.star.awt.FontWeight.BOLD
        made.CharWeightAsian = com.sun.star.awt.FontWeight.BOLD
    End If
    If background >= 0 Then made.CellBackColor = background
    If code <> "" Then made.NumberFormat = FormatKey(code)
End Sub

' A sheet on one page.
Sub MakePage(name As String, landscape As Boolean)
    Dim styles As Object, page As Object, size As New com.sun.star.awt.Size
    styles = book.StyleFamilies.getByName("PageStyles")
    If styles.hasByName(name) Then Exit Sub
    page = book.createInstance("com.sun.star.style.PageStyle")
    styles.insertByName name, page
    If landscape Then size.Width = 29700 Else size.Width = 21000
    If landscape Then size.Height = 21000 Else size.Height = 29700
    page.IsLandscape = landscape
    page.Size = size
    page.ScaleToPagesX = 1
    page.ScaleToPagesY = 1
    page.HeaderIsOn = False
End Sub

' The page the long way round that suits the sheet.
Sub SettlePage
    Dim cursor As Object, last As Object
    cursor = sheet.createCursor
    cursor.gotoEndOfUsedArea False
    last = sheet.getCellByPosition(cursor.RangeAddress.EndColumn + 1, nextRow)
    sheet.PageStyle = "SQ analysis"
    If last.Position.X > last.Position.Y Then sheet.PageStyle = "SQ wide analysis"
End Sub

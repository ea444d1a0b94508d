' SPDX-License-Identifier: GPL-3.0-or-later
'
' The charts on the sheet of an analysis: bars and maps of its tables.
Option Explicit

Const CHART_HEIGHT = 8500 ' hundredths of a millimetre
Const CHART_WIDTH = 21000
Const ORANGE = &HDE8F05
Const SKY = &H8FB4DA
Public Const GREY = &H7F7F7F

' A constant of another module is not there before that module has run; a function is.
Function ChartWidth() As Long
    ChartWidth = CHART_WIDTH
End Function

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

' Bars of one column with the ends of its interval in two others; how far these lie from it stands in cells
' under the chart.
Sub PutBarsWithInterval(table As Object, column As Long, lower As Long, upper As Long, last As Long, title As String, axis As String, code As String)
    Dim helper As Long, chart As Object, bars As Object, row As Long, centre As String
    helper = nextRow + 2
    sheet.getCellRangeByPosition(1, helper + 1, 2, helper + last).CharColor = &HFFFFFF
    PutBars table, Array(column), last, title, axis, code
    For row = 1 To last
        centre = CellOf(table, column, row)
        sheet.getCellByPosition(1, helper + row).Formula = "=IFERROR(" & CellOf(table, upper, row) & "-" & centre & ";0)"
        sheet.getCellByPosition(2, helper + row).Formula = "=IFERROR(" & centre & "-" & CellOf(table, lower, row) & ";0)"
    Next
    chart = sheet.Charts.getByIndex(sheet.Charts.Count - 1).EmbeddedObject
    bars = createUnoService("com.sun.star.chart2.ErrorBar")
    bars.ErrorBarStyle = com.sun.star.chart.ErrorBarStyle.FROM_DATA
    bars.ShowPositiveError = True
    bars.ShowNegativeError = True
    bars.setData Array(Sequence(chart, sheet.getCellRangeByPosition(1, helper + 1, 1, helper + last), "error-bars-y-positive"), _
        Sequence(chart, sheet.getCellRangeByPosition(2, helper + 1, 2, helper + last), "error-bars-y-negative"))
    bars.LineColor = &H222222
    bars.LineWidth = 30
    chart.getFirstDiagram().getCoordinateSystems()(0).getChartTypes()(0).getDataSeries()(0).ErrorBarY = bars
    If nextRow < helper + last + 2 Then nextRow = helper + last + 2
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
        Palette = Array(Navy(), ORANGE, SKY)
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
Sub PutMap(table As Object, x As Long, y As Long, last As Long, title As String, xTitle As String, yTitle As String, code As String, crossX As String, crossY As String, Optional quadrants)
    Dim document As Object, diagram As Object, kind As Object, series As Object
    Dim i As Long, helper As Long, values
    helper = nextRow + 2
    document = NewChart(Array(Part(table, x, 1, last)), False, False)
    diagram = document.createInstance("com.sun.star.chart.XYDiagram")
    document.setDiagram diagram
    kind = document.getFirstDiagram().getCoordinateSystems()(0).getChartTypes()(0)
    kind.setDataSeries Array()
    PutCorners table, x, y, last, helper + 2
    PutCross table, x, y, last, helper, crossX, crossY
    AddLine document, kind, helper, 1
    AddLine document, kind, helper, 3
    If Not IsMissing(quadrants) Then NameQuadrants document, kind, helper + 2, quadrants
    series = AddSeries(document, kind, Part(table, x, 1, last), Part(table, y, 1, last))
    series.Color = Navy()
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

' The corners of a map, from the upper left on, in cells under the chart; and how high their names stand.
Sub PutCorners(table As Object, x As Long, y As Long, last As Long, row As Long)
    Dim xs, ys, inset As Double
    xs = Ends(Part(table, x, 1, last).DataArray)
    ys = Ends(Part(table, y, 1, last).DataArray)
    If UBound(xs) < 0 Or UBound(ys) < 0 Then Exit Sub
    inset = (ys(1) - ys(0)) * 0.04
    sheet.getCellRangeByPosition(1, row, 3, row + 3).setDataArray Array(Array(xs(0), ys(1), ys(1) - inset), Array(xs(1), ys(1), ys(1) - inset), Array(xs(0), ys(0), ys(0) + inset), Array(xs(1), ys(0), ys(0) + inset))
End Sub

' The names of the four quadrants, at the corners.
Sub NameQuadrants(document As Object, kind As Object, row As Long, names)
    Dim series As Object, i As Long, point As Object
    series = AddSeries(document, kind, sheet.getCellRangeByPosition(1, row, 1, row + 3), sheet.getCellRangeByPosition(3, row, 3, row + 3))
    series.Symbol = NoSymbol()
    For i = 0 To 3
        point = series.getDataPointByIndex(i)
        Label point, CStr(names(i))
        point.CharColor = GREY
        If i Mod 2 = 1 Then point.LabelPlacement = com.sun.star.chart.DataLabelPlacement.LEFT
    Next
End Sub

Function NoSymbol() As Object
    Dim none As New com.sun.star.chart2.Symbol
    none.Style = com.sun.star.chart2.SymbolStyle.NONE
    NoSymbol = none
End Function

' The ends of the two lines, in cells under the chart: they follow the data as the points do.
Sub PutCross(table As Object, x As Long, y As Long, last As Long, row As Long, crossX As String, crossY As String)
    Dim xs As String, ys As String
    xs = Cells(Part(table, x, 1, last)) & ";" & Cells(sheet.getCellRangeByPosition(1, row + 2, 1, row + 5))
    ys = Cells(Part(table, y, 1, last)) & ";" & Cells(sheet.getCellRangeByPosition(2, row + 2, 2, row + 5))
    sheet.getCellRangeByPosition(1, row, 4, row + 1).setFormulaArray Array( _
        Array("=" & crossX, "=MIN(" & ys & ";" & crossY & ")", "=MIN(" & xs & ";" & crossX & ")", "=" & crossY), _
        Array("=" & crossX, "=MAX(" & ys & ";" & crossY & ")", "=MAX(" & xs & ";" & crossX & ")", "=" & crossY))
End Sub

Sub AddLine(document As Object, kind As Object, row As Long, column As Long)
    Dim series As Object
    series = AddSeries(document, kind, sheet.getCellRangeByPosition(column, row, column, row + 1), _
        sheet.getCellRangeByPosition(column + 1, row, column + 1, row + 1))
    series.LineStyle = com.sun.star.drawing.LineStyle.SOLID
    series.LineWidth = 20
    series.Color = GREY
    series.Symbol = NoSymbol()
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
    symbol.FillColor = Navy()
    symbol.BorderColor = Navy()
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
    Dim around
    around = Ends(values)
    If UBound(around) >= 0 Then
        axis.Min = around(0)
        axis.Max = around(1)
    End If
    Count axis, code
End Sub

' Round numbers just below the smallest and just above the largest of a column of values; none where they are all alike.
Function Ends(values)
    Dim i As Long, least As Double, most As Double, unit As Double, found As Boolean
    For i = 0 To UBound(values)
        If VarType(values(i)(0)) = 5 Then
            If Not found Or values(i)(0) < least Then least = values(i)(0)
            If Not found Or values(i)(0) > most Then most = values(i)(0)
            found = True
        End If
    Next
    Ends = Array()
    If most <= least Then Exit Function
    unit = 10 ^ Int(Log(most - least) / Log(10))
    Ends = Array(Int(least / unit) * unit, -Int(-most / unit) * unit)
End Function

' How the figures at an axis are written.
Sub Count(axis As Object, code As String)
    axis.LinkNumberFormatToSource = False
    axis.NumberFormat = FormatKey(book, code)
End Sub

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

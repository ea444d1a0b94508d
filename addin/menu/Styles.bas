' SPDX-License-Identifier: GPL-3.0-or-later
'
' The cell and page styles of inserted sheets.
Option Explicit

Const INK = &H222222
Const WHITE = &HFFFFFF
Const PAPER_WIDTH = 21000, PAPER_LENGTH = 29700, PAGE_MARGIN = 1500, SIDE_MARGIN = 1200

' A constant of another module is not there before that module has run; a function is.
Function Navy() As Long
    Navy = &H1F4E79
End Function

' Gives a workbook the styles that it does not have.
Sub NeedStyles(document As Object)
    ' while a sheet is protected, LibreOffice lets no cell style be made, but takes those of a file
    If AnyProtected(document) Then
        BorrowStyles document
    Else
        MakeStyles document
    End If
End Sub

Function AnyProtected(document As Object) As Boolean
    Dim i As Long
    For i = 0 To document.Sheets.Count - 1
        If document.Sheets.getByIndex(i).isProtected() Then AnyProtected = True
    Next
End Function

Sub BorrowStyles(document As Object)
    Dim other As Object, file As String
    other = StarDesktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, Array(Named("Hidden", True)))
    MakeStyles other
    file = TemporaryFile()
    other.storeToURL file, Array(Named("FilterName", "calc8"))
    other.close True
    document.StyleFamilies.loadStylesFromURL file, Array(Named("OverwriteStyles", False))
    Kill file
End Sub

Sub MakeStyles(document As Object)
    Dim made As Object, leftSide, rightSide
    leftSide = com.sun.star.table.CellHoriJustify.LEFT
    rightSide = com.sun.star.table.CellHoriJustify.RIGHT
    Style document, "SQ text", "Default", "", 10, False, INK, -1
    Align Style(document, "SQ three", "SQ text", "0.000", 10, False, INK, -1), rightSide, 0
    Align Style(document, "SQ count", "SQ text", "0", 10, False, INK, -1), rightSide, 0
    Align Style(document, "SQ percent", "SQ text", "0.0%", 10, False, INK, -1), rightSide, 0
    Align Style(document, "SQ money", "SQ text", "#,##0", 10, False, INK, -1), rightSide, 0
    Style document, "SQ title", "SQ text", "", 18, True, Navy, -1
    Style document, "SQ heading", "SQ text", "", 12, True, Navy, -1
    made = Style(document, "SQ remark", "SQ text", "", 9, False, &H595959, -1)
    If Not IsNull(made) Then made.IsTextWrapped = True
    made = Style(document, "SQ finding", "SQ text", "", 13, True, INK, -1)
    If Not IsNull(made) Then made.IsTextWrapped = True
    made = Style(document, "SQ advice", "SQ text", "", 11, False, INK, &HEAF1F8)
    If Not IsNull(made) Then made.IsTextWrapped = True
    Align Style(document, "SQ input", "SQ text", "", 10, False, INK, &HFFF8DC), com.sun.star.table.CellHoriJustify.CENTER, 0
    Align Style(document, "SQ one", "SQ text", "0.0", 10, False, INK, -1), rightSide, 0
    Style document, "SQ note", "SQ text", "", 9, False, &H595959, -1
    made = Style(document, "SQ head", "SQ text", "", 9, True, WHITE, Navy)
    If Not IsNull(made) Then
        made.IsTextWrapped = True
        made.VertJustify = com.sun.star.table.CellVertJustify2.BOTTOM
    End If
    Align made, rightSide, 0
    Align Style(document, "SQ head text", "SQ head", "", 9, True, WHITE, Navy), leftSide, 0
    Align Style(document, "SQ head words", "SQ head text", "", 9, True, WHITE, Navy), leftSide, 300
    Align Style(document, "SQ words", "SQ text", "", 10, False, INK, -1), leftSide, 300
    Align Style(document, "SQ p", "SQ text", "[<0.0001]""< 0.0001"";0.0000", 10, False, INK, -1), rightSide, 0
    Align Style(document, "SQ path", "SQ text", "0.00", 9, False, INK, -1), com.sun.star.table.CellHoriJustify.CENTER, 0
    Align Style(document, "SQ path name", "SQ path", "", 10, True, INK, -1), com.sun.star.table.CellHoriJustify.CENTER, 0
    Style document, "SQ r medium", "SQ three", "0.00", 10, False, INK, &HDCE6F1
    Style document, "SQ r strong", "SQ three", "0.00", 10, False, INK, &H9DC3E6
    Style document, "SQ r very strong", "SQ three", "0.00", 10, True, WHITE, Navy
    Style document, "SQ r against", "SQ three", "0.00", 10, False, INK, &HF8D7B5
    Style document, "SQ r strongly against", "SQ three", "0.00", 10, True, INK, &HDE8F05
    MakePage document, "SQ analysis", False, 1
    MakePage document, "SQ wide analysis", True, 1
    MakePage document, "SQ long analysis", False, 0
    MakePage document, "SQ wide long analysis", True, 0
End Sub

' A matrix of correlations, the stronger the darker: blue together, orange against each other.
Sub Shade(cells As Object)
    Dim entries As Object, most, least
    most = com.sun.star.sheet.ConditionOperator.GREATER_EQUAL
    least = com.sun.star.sheet.ConditionOperator.LESS_EQUAL
    cells.CellStyle = "SQ three"
    cells.NumberFormat = FormatKey(book, "0.00")
    entries = cells.ConditionalFormat
    Add entries, most, "0.7", "SQ r very strong"
    Add entries, most, "0.5", "SQ r strong"
    Add entries, most, "0.3", "SQ r medium"
    Add entries, least, "-0.5", "SQ r strongly against"
    Add entries, least, "-0.3", "SQ r against"
    cells.ConditionalFormat = entries
End Sub

' The rows of a table that begin with a text, wherever they stand, in a style where a condition holds too, in which %
' stands for the row. Calc finds a text that an array formula
' brought only where something is joined to it.
Sub FormatRow(table As Object, text As String, style As String, condition As String)
    Dim cells As Object, entries As Object, row As String
    row = CStr(table.RangeAddress.StartRow + 2)
    cells = table.getCellRangeByPosition(1, 1, table.Columns.Count - 1, table.Rows.Count - 1)
    entries = cells.ConditionalFormat
    entries.addNew Array(Named("Operator", com.sun.star.sheet.ConditionOperator.FORMULA), Named("StyleName", style), _
        Named("Formula1", "AND($A" & row & "&""""=""" & text & """;" & Join(Split(condition, "%"), row) & ")"), _
        Named("SourcePosition", cells.getCellByPosition(0, 0).CellAddress))
    cells.ConditionalFormat = entries
End Sub

Sub Add(entries As Object, operator, limit As String, style As String)
    entries.addNew Array(Named("Operator", operator), Named("Formula1", limit), Named("StyleName", style))
End Sub

Sub Align(style As Object, side, indent As Long)
    If IsNull(style) Then Exit Sub
    style.HoriJustify = side
    style.ParaIndent = indent
End Sub

' A new cell style, or Nothing where the workbook has it already: then it stays as it is.
Function Style(document As Object, name As String, parent As String, code As String, height As Long, bold As Boolean, colour As Long, background As Long) As Object
    Dim styles As Object, made As Object
    Style = Nothing
    styles = document.StyleFamilies.getByName("CellStyles")
    If styles.hasByName(name) Then Exit Function
    made = document.createInstance("com.sun.star.style.CellStyle")
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
    If code <> "" Then made.NumberFormat = FormatKey(document, code)
    Style = made
End Function

' A sheet on one page, or on as many as it takes below one another (0).
Sub MakePage(document As Object, name As String, landscape As Boolean, pages As Long)
    Dim styles As Object, page As Object, size As New com.sun.star.awt.Size
    styles = document.StyleFamilies.getByName("PageStyles")
    If styles.hasByName(name) Then Exit Sub
    page = document.createInstance("com.sun.star.style.PageStyle")
    styles.insertByName name, page
    If landscape Then size.Width = PAPER_LENGTH Else size.Width = PAPER_WIDTH
    If landscape Then size.Height = PAPER_WIDTH Else size.Height = PAPER_LENGTH
    page.IsLandscape = landscape
    page.Size = size
    page.ScaleToPagesX = 1
    page.ScaleToPagesY = pages
    page.LeftMargin = SIDE_MARGIN
    page.RightMargin = SIDE_MARGIN
    page.TopMargin = PAGE_MARGIN
    page.BottomMargin = PAGE_MARGIN
    page.HeaderIsOn = False
    page.FooterIsOn = False
End Sub

' The page the long way round that suits the sheet; several where one would make it too small.
Sub SettlePage
    Dim cursor As Object, last As Object, name As String, width As Long
    cursor = sheet.createCursor
    cursor.gotoEndOfUsedArea False
    last = sheet.getCellByPosition(cursor.RangeAddress.EndColumn + 1, nextRow)
    name = "analysis"
    If last.Position.Y > 40000 Then name = "long analysis"
    If last.Position.X > last.Position.Y Or (name = "long analysis" And last.Position.X > 27000) Then name = "wide " & name
    sheet.PageStyle = "SQ " & name
    If HasPrintAreas() Then PrintUpTo cursor.RangeAddress.EndColumn
    width = last.Position.X
    If width < PAPER_WIDTH Then width = PAPER_WIDTH ' it is not made larger
    If name = "long analysis" Then BreakPages width * (PAPER_LENGTH - 2 * PAGE_MARGIN) / (PAPER_WIDTH - 2 * SIDE_MARGIN)
    If name = "wide long analysis" Then BreakPages width * (PAPER_WIDTH - 2 * PAGE_MARGIN) / (PAPER_LENGTH - 2 * SIDE_MARGIN)
End Sub

' Where sheets have areas to print, LibreOffice prints no others.
Function HasPrintAreas() As Boolean
    Dim i As Long
    For i = 0 To book.Sheets.Count - 1
        If UBound(book.Sheets.getByIndex(i).getPrintAreas()) >= 0 Then HasPrintAreas = True
    Next
End Function

' All of the sheet, to the right edge of its charts at least.
Sub PrintUpTo(column As Long)
    Do While sheet.Charts.Count > 0 And sheet.getCellByPosition(column + 1, 0).Position.X < ChartWidth()
        column = column + 1
    Loop
    sheet.setPrintAreas Array(sheet.getCellRangeByPosition(0, 0, column, nextRow).RangeAddress)
End Sub

' A new page before each part that would not be whole on the page where it begins. A part begins with a heading or is a
' chart.
Sub BreakPages(high As Double)
    Dim row As Long, start As Double, part As Double, partRow As Long
    For row = 2 To nextRow
        If sheet.getCellByPosition(0, row).CellStyle = "SQ heading" Or row = nextRow Or IsTopOfChart(row) Then
            If partRow > 0 And part > start And TopOf(row) - start > high And TopOf(row) - part < high Then
                sheet.Rows.getByIndex(partRow).IsStartOfNewPage = True
                start = part
            End If
            Do While TopOf(row) - start > high
                start = start + high
            Loop
            part = TopOf(row)
            partRow = row
        End If
    Next
End Sub

Function IsTopOfChart(row As Long) As Boolean
    Dim i As Long, page As Object
    page = sheet.DrawPage
    For i = 0 To page.Count - 1
        If page.getByIndex(i).ShapeType = "com.sun.star.drawing.OLE2Shape" Then
            If Abs(page.getByIndex(i).Position.Y - TopOf(row)) < 100 Then IsTopOfChart = True
        End If
    Next
End Function

Function TopOf(row As Long) As Double
    TopOf = sheet.getCellByPosition(0, row).Position.Y
End Function

Function FormatKey(document As Object, code As String) As Long
    Dim locale As New com.sun.star.lang.Locale, key As Long
    locale.Language = "en"
    locale.Country = "US"
    key = document.NumberFormats.queryKey(code, locale, False)
    If key = -1 Then key = document.NumberFormats.addNew(code, locale)
    FormatKey = key
End Function

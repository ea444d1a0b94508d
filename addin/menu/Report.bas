' SPDX-License-Identifier: GPL-3.0-or-later
'
' The sheet of an analysis: tables as array formulas over named ranges, and charts on them, one
' below the other. The add-in computes; nothing is computed here.
Option Explicit

Const FAILED = 1000       ' the error raised where a table cannot be computed

Public book As Object     ' the document
Public sheet As Object    ' the sheet that is being made
Public nextRow As Long    ' the first row that is free
Private problem As String ' a sentence where FAILED was raised
Public wantedAnswers      ' what is being made, for a sentence on what does not fit
Private wantedKind As String

' Inserts the sheet of an analysis behind the one in view, as one step that can be undone. Gives ""
' or a sentence that says what to do; then everything is as it was. The answers are texts in the
' order of the questions.
Function InsertAnalysis(document As Object, kind As String, answers) As String
    Dim before
    problem = Refusal(document)
    If problem = "" Then problem = Unanswered(kind, answers, document)
    If problem = "" Then
        book = document
        sheet = Nothing ' not that of an earlier call
        before = Remembered(document)
        SettleLanguage document
        document.UndoManager.enterUndoContext Title(kind, UserLanguage())
        document.addActionLock
        Build kind, answers
        document.removeActionLock
        document.UndoManager.leaveUndoContext
        If problem = "" Then
            document.CurrentController.setActiveSheet sheet
        Else
            TakeBack before
        End If
    End If
    InsertAnalysis = problem
End Function

' Makes the sheet; where it cannot, the problem is a sentence.
Sub Build(kind As String, answers)
    On Error GoTo Failure
    wantedKind = kind
    wantedAnswers = answers
    NewSheet Title(kind, workbookLanguage), book.CurrentController.ActiveSheet
    NameAnswers kind, answers, book
    Fill kind
    SettlePage
    Exit Sub
Failure:
    If problem = "" Then problem = U("This could not be done:") & " " & Error$
End Sub

' What a failure must leave as it was.
Function Remembered(document As Object)
    Dim styles As Object
    styles = document.StyleFamilies
    Remembered = Array(document.Sheets.ElementNames, document.NamedRanges.ElementNames, _
        styles.getByName("CellStyles").ElementNames, styles.getByName("PageStyles").ElementNames, _
        LanguageOf(document), document.isModified(), document.CurrentController.ActiveSheet)
End Function

' Takes back what was begun: the step, so that it stands neither in Undo nor in Redo, and what undo
' does not know of. Without a sheet, which comes first, the step is empty and was not kept.
Sub TakeBack(before)
    If Not IsNull(sheet) And UBound(book.UndoManager.AllUndoActionTitles) >= 0 Then UndoLast
    ForgetNew book.Sheets, before(0) ' where the user keeps no steps
    ForgetNew book.NamedRanges, before(1)
    ForgetNew book.StyleFamilies.getByName("CellStyles"), before(2)
    ForgetNew book.StyleFamilies.getByName("PageStyles"), before(3)
    If LanguageOf(book) <> before(4) Then PutLanguage book, CStr(before(4))
    book.CurrentController.setActiveSheet before(6)
    book.setModified before(5)
End Sub

' LibreOffice ends where a sheet's insertion is undone in a workbook without a visible window.
Sub UndoLast
    Dim frame As Object, hidden As Boolean
    frame = book.CurrentController.Frame
    hidden = Not frame.ContainerWindow.isVisible()
    If hidden Then
        frame.ContainerWindow.setVisible True
        frame.activate
    End If
    book.UndoManager.undo
    book.UndoManager.clearRedo
    If hidden Then frame.ContainerWindow.setVisible False
End Sub

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
    NeedStyles book
    sheet.Columns.Width = 2200
    sheet.Columns.getByIndex(0).Width = 4600
    PutText 0, name, "SQ title"
    If MissingOf(book) <> "" Then PutText 1, CodesLine(MissingOf(book), workbookLanguage), "SQ note"
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
    Dim cell As Object
    cell = RemarkCell()
    cell.String = text
End Sub

' A sentence that is there only while a condition holds, or one of two.
Sub PutWarning(condition As String, text As String, Optional otherwise As String)
    Dim cell As Object, other As String
    If Not IsMissing(otherwise) Then other = otherwise
    cell = RemarkCell()
    cell.Formula = "=IF(" & Stored(condition) & ";""" & text & """;""" & other & """)"
End Sub

' A sentence that a formula makes of the figures.
Sub PutFinding(formula As String)
    Dim cell As Object
    cell = RemarkCell()
    cell.Formula = "=" & Stored(formula)
    If cell.getError() <> 0 Then Fail cell.getError()
End Sub

Function RemarkCell() As Object
    Dim cells As Object
    cells = sheet.getCellRangeByPosition(0, nextRow, 9, nextRow)
    cells.merge True
    cells.CellStyle = "SQ remark"
    sheet.Rows.getByIndex(nextRow).Height = 1000
    nextRow = nextRow + 2
    RemarkCell = cells.getCellByPosition(0, 0)
End Function

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
    Dim cells As Object, row As Long, figures As String
    cells = PutTable(heading, formula)
    cells.CellStyle = "SQ text"
    figures = FiguresOf(formula)
    For row = 0 To cells.Rows.Count - 1
        cells.getCellByPosition(1, row).CellStyle = StyleOf(Mid(figures, row + 1, 1))
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

' A table whose number of rows follows the data: room for as many, blank where there are fewer; cells that
' are not defined show a dash.
Function PutOpenTable(heading As String, formula As String, rows As Long) As Object
    Dim size, shape As String
    size = SizeOf(formula)
    If size(0) > rows Then rows = size(0)
    shape = Block(rows, size(1))
    PutOpenTable = PutArray(heading, "IFNA(IF(ROW(" & shape & ")*COLUMN(" & shape & ")>0;" & _
        "IFERROR(" & formula & ";""–"");"""");"""")", rows, size(1))
End Function

' A table whose first column, below its header, is replaced by names that stand in cells of their own.
Function PutNamedTable(heading As String, formula As String, names As String) As Object
    Dim size, all As String, numbers As String, area As Object
    size = SizeOf(formula)
    area = book.NamedRanges.getByName(names).ReferredCells
    If area.Rows.Count * area.Columns.Count <> size(0) - 1 Then Fail 502
    all = Block(size(0), size(1))
    numbers = Block(size(0) - 1, 1)
    PutNamedTable = PutArray(heading, "IF((COLUMN(" & all & ")>1)+(ROW(" & all & ")=1);IFERROR(" & formula & _
        ";""–"");LOOKUP(ROW(" & all & ")-1;ROW(" & numbers & ");" & names & "&""""))", size(0), size(1))
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
    FormatColumns cells, FiguresOf(formula)
    If HasRow(cells, "p") Then FormatRow cells, "p", "SQ p", "TRUE()"
    If HasRow(cells, "n") Then FormatRow cells, "n", "SQ count", "MOD(B%;1)=0" ' an item may be called so
    nextRow = nextRow + rows + 1
    PutArray = cells
End Function

' Whether a table has a row of that name below its header.
Function HasRow(cells As Object, name As String) As Boolean
    Dim data, row As Long
    data = cells.DataArray
    For row = 1 To UBound(data)
        If CStr(data(row)(0)) = name Then HasRow = True
    Next
End Function

' Each column in the format of its figures.
Sub FormatColumns(cells As Object, figures As String)
    Dim data, column As Long, longest As Long
    data = cells.DataArray
    For column = 0 To UBound(data(0))
        Widen cells.getCellRangeByPosition(column, 0, column, 0), 300 + 205 * LongestWord(CStr(data(0)(column)))
        If UBound(data) > 0 Then FormatColumn cells.getCellRangeByPosition(column, 1, column, UBound(data)), FigureAt(figures, column, UBound(data(0)) + 1), data, column
        If Len(data(0)(column)) > longest Then longest = Len(data(0)(column))
    Next
    cells.Rows.getByIndex(0).Height = 450 * (1 - (longest > 10) - (longest > 20))
End Sub

Sub Widen(cells As Object, width As Long)
    If cells.Columns.Width < width Then cells.Columns.Width = width
End Sub

' How many letters the longest word of a heading has, of those that are no names of the user's.
Function LongestWord(heading As String) As Long
    Dim words, i As Long
    words = Split(heading, " ")
    For i = 0 To UBound(words)
        If Len(words(i)) > LongestWord And Len(words(i)) < 15 Then LongestWord = Len(words(i))
    Next
End Function

' A capital stands for as many columns as there are beyond the others.
Function FigureAt(figures As String, column As Long, columns As Long) As String
    Dim place As Long, more As Long, i As Long
    more = columns - Len(figures)
    place = column + 1
    For i = 1 To Len(figures)
        If Mid(figures, i, 1) <> LCase(Mid(figures, i, 1)) And place > i Then
            place = place - more
            If place < i Then place = i
            more = 0
        End If
    Next
    FigureAt = LCase(Mid(figures, place, 1))
End Function

Sub FormatColumn(cells As Object, figure As String, data, column As Long)
    Dim row As Long, longest As Long
    If figure <> "w" And Not (figure = "l" And column > 0) Then
        cells.CellStyle = StyleOf(figure)
        Exit Sub
    End If
    For row = 1 To UBound(data)
        If Len(data(row)(column)) > longest Then longest = Len(data(row)(column))
    Next
    If longest < 2 Then Exit Sub ' letters stand to the right, as numbers do
    cells.CellStyle = "SQ words"
    sheet.getCellByPosition(column, cells.RangeAddress.StartRow - 1).CellStyle = "SQ head words"
    If longest > 9 Then Widen cells, 2800
    If longest > 12 Then Widen cells, 3600
    If longest > 18 Then Widen cells, 5400
    If longest > 28 Then cells.ShrinkToFit = True
End Sub

Function StyleOf(figure As String) As String
    Select Case figure
        Case "c": StyleOf = "SQ count"
        Case "n": StyleOf = "SQ three"
        Case "s": StyleOf = "SQ percent"
        Case "p": StyleOf = "SQ p"
        Case "m": StyleOf = "SQ money"
        Case Else: StyleOf = "SQ text"
    End Select
End Function

' The figures of the table that a formula gives: of the function, or of what it is asked for.
Function FiguresOf(formula As String) As String
    Dim name As String, parts, i As Long
    name = Mid(formula, InStr(formula, "SQ."))
    parts = Split(name, """")
    name = Left(name, InStr(name, "(") - 1)
    For i = 1 To UBound(parts) Step 2
        If FiguresOf = "" Then FiguresOf = Figures(name & " " & parts(i))
    Next
    If FiguresOf = "" Then FiguresOf = Figures(name)
End Function

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
            problem = Misfit(wantedKind, wantedAnswers, book)
        Case 519
            problem = U("Some of the answers are texts that are or carry numbers, so a figure from the rest would be wrong. ""Check this data"" shows which; ""Answers in words to numbers"" makes numbers of them.")
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

' Ends with a sentence of the analysis's own.
Sub FailWith(sentence As String)
    problem = sentence
    Error FAILED
End Sub

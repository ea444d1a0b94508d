' SPDX-License-Identifier: GPL-3.0-or-later
'
' From the selection and from what was typed to cell ranges, and to the names they get.
Option Explicit

Const CONTENT = 23 ' VALUE + DATETIME + STRING + FORMULA of com.sun.star.sheet.CellFlags

' What the fields of a dialog hold to begin with (Suggest.bas): a text for each question.
Function Suggestions(kind As String, document As Object)
    Dim list, areas, texts(), i As Long, found, chosen As Boolean
    list = Questions(kind)
    ReDim texts(UBound(list))
    areas = SelectedAreas(document)
    chosen = IsChosen(document)
    found = ByName(list, areas)
    If Counted(found) = 0 Then found = ByShape(list, areas, chosen)
    For i = 0 To UBound(list)
        texts(i) = ""
        If Not IsEmpty(found(i)) Then texts(i) = Address(found(i), document)
        If list(i)(1) = "choice" Then texts(i) = list(i)(4)(0)
    Next
    If kind = "index" And UBound(areas) = 0 Then SuggestModel texts, list(2)(4), areas(0), document
    Suggestions = texts
End Function

Function TakesCells(question) As Boolean
    TakesCells = question(1) <> "choice" And Left(question(1), 6) <> "number" And Left(question(1), 4) <> "text"
End Function

' As the user would write it: without the sheet where it is the one in view.
Function Address(range As Object, document As Object) As String
    Dim text As String, place As Long
    text = range.AbsoluteName
    place = LastPlace(text, ".")
    Address = Join(Split(Mid(text, place + 1), "$"), "")
    If range.Spreadsheet.Name <> document.CurrentController.ActiveSheet.Name Then
        Address = Mid(text, 2, place - 1) & Address ' the $ before the sheet is not wanted
    End If
End Function

Function LastPlace(text As String, mark As String) As Long
    Dim i As Long
    For i = Len(text) To 1 Step -1
        If Mid(text, i, 1) = mark Then
            LastPlace = i
            Exit Function
        End If
    Next
End Function

' The cells of a text such as B2:Y400, Data.B2:Y400, 'My data'.B:Y or the name of a range; Nothing
' if it is none of these.
Function RangeOf(ByVal text As String, document As Object) As Object
    Dim place As Long, sheet As Object
    On Error GoTo Unknown
    RangeOf = Nothing
    sheet = document.CurrentController.ActiveSheet
    If sheet.NamedRanges.hasByName(text) Then
        RangeOf = sheet.NamedRanges.getByName(text).ReferredCells
    ElseIf document.NamedRanges.hasByName(text) Then
        RangeOf = document.NamedRanges.getByName(text).ReferredCells
    Else
        text = Join(Split(text, "："), ":") ' as Chinese input methods write it
        place = EndOfSheet(text)
        If place > 0 Then sheet = SheetNamed(Left(text, place - 1), document)
        RangeOf = sheet.getCellRangeByName(Mid(text, place + 1))
    End If
    Exit Function
Unknown:
    RangeOf = Nothing
End Function

' Where the mark between a sheet and its cells stands, a dot or, as Excel writes it, "!"; 0 without.
Function EndOfSheet(text As String) As Long
    EndOfSheet = LastPlace(text, ".")
    If EndOfSheet = 0 Then EndOfSheet = LastPlace(text, "!")
    If Left(text, 1) = "'" Or Left(text, 2) = "$'" Then EndOfSheet = LastPlace(text, "'") + 1
End Function

' A sheet by its name as formulas write it: 'Bob''s data' or $Data.
Function SheetNamed(ByVal text As String, document As Object) As Object
    If Left(text, 1) = "$" And Not document.Sheets.hasByName(text) Then text = Mid(text, 2)
    If Left(text, 1) = "'" Then text = Join(Split(Mid(text, 2, Len(text) - 2), "''"), "'")
    SheetNamed = document.Sheets.getByName(text)
End Function

' Where the row above the answers names the items, it belongs to them.
Function WithHeader(range As Object) As Object
    Dim area As Object, sheet As Object
    WithHeader = range
    area = range.RangeAddress
    If area.StartRow = 0 Then Exit Function
    sheet = range.Spreadsheet
    If AllTexts(sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.StartRow)) Then Exit Function
    If AllTexts(sheet.getCellRangeByPosition(area.StartColumn, area.StartRow - 1, area.EndColumn, area.StartRow - 1)) Then
        WithHeader = sheet.getCellRangeByPosition(area.StartColumn, area.StartRow - 1, area.EndColumn, area.EndRow)
    End If
End Function

Function AllTexts(row As Object) As Boolean
    Dim i As Long
    AllTexts = True
    For i = 0 To row.Columns.Count - 1
        If row.getCellByPosition(i, 0).Type <> com.sun.star.table.CellContentType.TEXT Then AllTexts = False
        If IsNumeric(row.getCellByPosition(i, 0).String) Then AllTexts = False ' a number kept as text is no name
    Next
End Function

' Whether rows that come later may count: nothing else stands below.
Function IsOpen(range As Object) As Boolean
    Dim area As Object, last As Long
    area = range.RangeAddress
    last = range.Spreadsheet.Rows.Count - 1
    IsOpen = True
    If area.EndRow < last Then
        IsOpen = range.Spreadsheet.getCellRangeByPosition(area.StartColumn, area.EndRow + 1, _
            area.EndColumn, last).queryContentCells(CONTENT).Count = 0
    End If
End Function

Function ToTheEnd(range As Object) As Object
    Dim area As Object
    area = range.RangeAddress
    ToTheEnd = range.Spreadsheet.getCellRangeByPosition(area.StartColumn, area.StartRow, _
        area.EndColumn, range.Spreadsheet.Rows.Count - 1)
End Function

' The name of a range in formulas: the wanted one, or with a number if that means other cells.
Function NameFor(wanted As String, range As Object, document As Object) As String
    Dim names As Object, name As String, number As Long
    Dim origin As New com.sun.star.table.CellAddress
    names = document.NamedRanges
    name = wanted
    number = 1
    Do While names.hasByName(name)
        If SameCells(names.getByName(name).ReferredCells, range) Then
            NameFor = name
            Exit Function
        End If
        number = number + 1
        name = wanted & "_" & number
    Loop
    names.addNewByName name, range.AbsoluteName, origin, 0
    NameFor = name
End Function

' Removes from sheets, names or styles what was not there before.
Sub ForgetNew(things As Object, before)
    Dim now, i As Long
    now = things.ElementNames
    For i = 0 To UBound(now)
        If Not IsAmong(now(i), before) Then things.removeByName now(i)
    Next
End Sub

Function IsAmong(text As String, list) As Boolean
    Dim i As Long
    For i = 0 To UBound(list)
        If list(i) = text Then IsAmong = True
    Next
End Function

Function SameCells(one As Object, other As Object) As Boolean
    Dim a As Object, b As Object
    SameCells = False
    If IsNull(one) Then Exit Function ' a name that means no cells
    a = one.RangeAddress
    b = other.RangeAddress
    SameCells = a.Sheet = b.Sheet And a.StartColumn = b.StartColumn And a.StartRow = b.StartRow _
        And a.EndColumn = b.EndColumn And a.EndRow = b.EndRow
End Function

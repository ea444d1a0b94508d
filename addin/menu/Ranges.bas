' SPDX-License-Identifier: GPL-3.0-or-later
'
' From the selection and from what was typed to cell ranges, and to the names they get.
Option Explicit

Const CONTENT = 23 ' VALUE + DATETIME + STRING + FORMULA of com.sun.star.sheet.CellFlags

' What is in the cells that the user has selected: a text for each question.
Function Suggestions(kind As String, document As Object)
    Dim list, areas, texts(), i As Long, taken As Long
    list = Questions(kind)
    areas = SelectedAreas(document)
    areas = Halved(areas, list)
    ReDim texts(UBound(list))
    For i = 0 To UBound(list)
        texts(i) = ""
        If TakesCells(list(i)) And Right(list(i)(1), 1) <> "?" And taken <= UBound(areas) Then
            texts(i) = Address(areas(taken), document)
            taken = taken + 1
        ElseIf list(i)(1) = "choice" Then
            texts(i) = list(i)(4)(0)
        End If
    Next
    Suggestions = texts
End Function

Function TakesCells(question) As Boolean
    TakesCells = question(1) <> "choice" And Left(question(1), 6) <> "number"
End Function

' The selected ranges; a single cell stands for the block it is in.
Function SelectedAreas(document As Object)
    Dim selection As Object, cursor As Object, areas(), i As Long
    selection = document.CurrentSelection
    If IsNull(selection) Then
        SelectedAreas = Array()
        Exit Function
    End If
    If selection.supportsService("com.sun.star.sheet.SheetCellRanges") Then
        ReDim areas(selection.Count - 1)
        For i = 0 To selection.Count - 1
            areas(i) = selection.getByIndex(i)
        Next
        SelectedAreas = areas
    ElseIf selection.supportsService("com.sun.star.sheet.SheetCell") Then
        cursor = selection.Spreadsheet.createCursorByRange(selection)
        cursor.collapseToCurrentRegion
        SelectedAreas = Array(cursor)
    ElseIf selection.supportsService("com.sun.star.sheet.SheetCellRange") Then
        SelectedAreas = Array(selection)
    Else
        SelectedAreas = Array()
    End If
End Function

' One block of an even number of columns, where two sets of the same items are asked for, holds
' the one set to the left and the other to the right.
Function Halved(areas, list)
    Dim width As Long, height As Long
    Halved = areas
    If UBound(areas) <> 0 Or UBound(list) < 1 Then Exit Function
    If list(0)(1) <> "items" Or list(1)(1) <> "items" Then Exit Function
    width = areas(0).Columns.Count
    height = areas(0).Rows.Count
    If width Mod 2 <> 0 Then Exit Function
    Halved = Array(areas(0).getCellRangeByPosition(0, 0, width \ 2 - 1, height - 1), _
        areas(0).getCellRangeByPosition(width \ 2, 0, width - 1, height - 1))
End Function

' As the user would write it: without the sheet where it is the one in view.
Function Address(range As Object, document As Object) As String
    Dim text As String
    text = Join(Split(range.AbsoluteName, "$"), "")
    If range.Spreadsheet.Name = document.CurrentController.ActiveSheet.Name Then
        text = Mid(text, LastPlace(text, ".") + 1)
    End If
    Address = text
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
Function RangeOf(text As String, document As Object) As Object
    Dim place As Long, sheet As Object
    On Error GoTo Unknown
    RangeOf = Nothing
    If document.NamedRanges.hasByName(text) Then
        RangeOf = document.NamedRanges.getByName(text).ReferredCells
        Exit Function
    End If
    place = LastPlace(text, ".")
    If place = 0 Then place = LastPlace(text, "!")
    If place = 0 Then
        sheet = document.CurrentController.ActiveSheet
    Else
        sheet = document.Sheets.getByName(SheetName(Left(text, place - 1)))
    End If
    RangeOf = sheet.getCellRangeByName(Mid(text, place + 1))
    Exit Function
Unknown:
    RangeOf = Nothing
End Function

Function SheetName(ByVal text As String) As String
    If Left(text, 1) = "$" Then text = Mid(text, 2)
    If Left(text, 1) = "'" Then text = Mid(text, 2, Len(text) - 2)
    SheetName = text
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

' Removes the names that were not there before.
Sub ForgetNewNames(names As Object, before)
    Dim now, i As Long
    now = names.ElementNames
    For i = 0 To UBound(now)
        If Not IsAmong(now(i), before) Then names.removeByName now(i)
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

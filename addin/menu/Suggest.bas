' SPDX-License-Identifier: GPL-3.0-or-later
'
' What the fields of a dialog hold to begin with: only what the names of columns or the shape of the
' selection make certain. A guess that looks like an answer is worse than an empty field.
'
' Columns side by side whose names differ only in a number that counts up (E1, E2, E3 …) are a
' series. Its word, before the number, may say which question it answers.
Option Explicit

Function IsWanted(question) As Boolean
    IsWanted = TakesCells(question) And Right(question(1), 1) <> "?"
End Function

Function Counted(found) As Long
    Dim i As Long
    For i = 0 To UBound(found)
        If Not IsEmpty(found(i)) Then Counted = Counted + 1
    Next
End Function

' Whether the user has selected cells; a single one is only where the cursor stands.
Function IsChosen(document As Object) As Boolean
    Dim selection As Object
    selection = document.CurrentSelection
    If IsNull(selection) Then Exit Function
    IsChosen = Not selection.supportsService("com.sun.star.sheet.SheetCell")
End Function

' The selected ranges; a single cell stands for the block it is in.
Function SelectedAreas(document As Object)
    Dim selection As Object, cursor As Object, areas(), i As Long
    selection = document.CurrentSelection
    SelectedAreas = Array()
    If IsNull(selection) Then Exit Function
    If selection.supportsService("com.sun.star.sheet.SheetCellRanges") Then
        If selection.Count = 0 Then Exit Function
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
    End If
End Function

' ---- By the names of the columns.

' Ranges whose names say which question they answer, and answer it alone. Sets of the same items
' must count the same numbers.
Function ByName(list, areas)
    Dim found(), series, i As Long, j As Long, hits As Long, numbers As String
    ReDim found(UBound(list))
    series = AllSeries(areas)
    For i = 0 To UBound(list)
        hits = 0
        If IsWanted(list(i)) Then
            For j = 0 To UBound(series)
                If IsAmong(series(j)(0), WordsFor(CStr(list(i)(0)))) Then
                    hits = hits + 1
                    found(i) = series(j)(2)
                    If list(i)(1) = "items" And numbers = "" Then numbers = series(j)(1)
                    If list(i)(1) = "items" And numbers <> series(j)(1) Then hits = 2
                End If
            Next
        End If
        If hits <> 1 Then found(i) = Empty
        If hits > 1 And list(i)(1) = "items" Then
            ReDim found(UBound(list))
            Exit For
        End If
    Next
    ByName = found
End Function

' The words that columns of answers to a question are usually named by.
Function WordsFor(name As String)
    Select Case name
        Case "expectations": WordsFor = Array("e", "exp", "expectation", "expectations", "expected", "期望")
        Case "perceptions": WordsFor = Array("p", "perc", "perception", "perceptions", "perceived", "感知")
        Case "importance": WordsFor = Array("imp", "importance", "重要性", "重要度")
        Case "performance": WordsFor = Array("perf", "performance", "sat", "satisfaction", "绩效", "满意度")
        Case "least": WordsFor = Array("min", "minimum", "least", "最低")
        Case "desired": WordsFor = Array("des", "desired", "理想")
        Case "functional": WordsFor = Array("f", "kf", "func", "functional", "正向")
        Case "dysfunctional": WordsFor = Array("d", "kd", "dys", "dysfunctional", "反向")
        Case "overall": WordsFor = Array("overall", "overall satisfaction", "总体满意度")
        Case "recommend": WordsFor = Array("nps", "recommend", "recommendation", "推荐")
        Case "opened": WordsFor = Array("opened", "受理日期")
        Case "closed": WordsFor = Array("closed", "答复日期")
        Case Else: WordsFor = Array()
    End Select
End Function

' The series in some ranges: Array(word, its numbers joined, the cells) each.
Function AllSeries(areas)
    Dim all(), count As Long, i As Long, column As Long, top, word As String, number As Long, first As Long
    Dim lastWord As String, lastNumber As Long, numbers As String, area As Object
    For i = 0 To UBound(areas)
        top = Heads(areas(i))
        first = 0
        For column = 0 To UBound(top) + 1
            word = ""
            number = -1
            If column <= UBound(top) Then number = NumberBehind(CStr(top(column)), word)
            If column > 0 And (word <> lastWord Or number <> lastNumber + 1 Or number <= 0) Then
                If lastWord <> "" Then
                    area = areas(i)
                    ReDim Preserve all(count)
                    all(count) = Array(lastWord, numbers, area.getCellRangeByPosition(first, 0, column - 1, area.Rows.Count - 1))
                    count = count + 1
                End If
                first = column
                numbers = ""
            End If
            numbers = numbers & ";" & number
            lastWord = word
            lastNumber = number
        Next
    Next
    If count = 0 Then AllSeries = Array() Else AllSeries = all
End Function

' The names of a range's columns: its first row if that is all texts, or the row above it; else none.
Function Heads(area As Object)
    Dim row As Object, address As Object
    Heads = Array()
    address = area.RangeAddress
    row = area.getCellRangeByPosition(0, 0, area.Columns.Count - 1, 0)
    If Not AllTexts(row) Then
        If address.StartRow = 0 Then Exit Function
        row = area.Spreadsheet.getCellRangeByPosition(address.StartColumn, address.StartRow - 1, address.EndColumn, address.StartRow - 1)
        If Not AllTexts(row) Then Exit Function
    End If
    Heads = row.DataArray(0)
End Function

' The number at the end of a name, 0 if there is none, and the word before it in small letters.
Function NumberBehind(ByVal name As String, word As String) As Long
    Dim place As Long
    name = LCase(Trim(name))
    place = Len(name)
    Do While place > 0
        If InStr("0123456789", Mid(name, place, 1)) = 0 Then Exit Do
        place = place - 1
    Loop
    If Len(name) - place > 6 Then place = Len(name) ' a date or an id, no count
    If place < Len(name) Then NumberBehind = CLng(Mid(name, place + 1))
    word = Left(name, place)
    Do While word <> ""
        If InStr(" _-.", Right(word, 1)) = 0 Then Exit Do
        word = Left(word, Len(word) - 1)
    Loop
End Function

' ---- By the shape of the selection.

Function ByShape(list, areas, chosen As Boolean)
    Dim found(), series, wanted(), count As Long, i As Long
    ReDim found(UBound(list))
    ReDim wanted(UBound(list))
    ByShape = found
    For i = 0 To UBound(list)
        If IsWanted(list(i)) Then
            wanted(count) = i
            count = count + 1
        End If
    Next
    If count = 0 Or UBound(areas) < 0 Then Exit Function
    series = Counting(AllSeries(areas))
    If count = 1 And UBound(areas) = 0 Then
        If (chosen And Not HasIds(areas(0))) Or IsOneColumn(areas(0)) Then
            found(wanted(0)) = areas(0)
        ElseIf UBound(series) = 0 And list(wanted(0))(1) = "items" Then
            found(wanted(0)) = series(0)(2)
        End If
    ElseIf chosen And UBound(areas) = count - 1 Then
        For i = 0 To count - 1
            found(wanted(i)) = areas(i)
        Next
    ElseIf chosen And count = 2 And UBound(areas) = 0 And UBound(series) = 1 Then
        If series(0)(1) = series(1)(1) And Covered(series) = areas(0).Columns.Count Then
            found(wanted(0)) = series(0)(2)
            found(wanted(1)) = series(1)(2)
        End If
    End If
    ByShape = found
End Function

' Of some series those that count at all.
Function Counting(series)
    Dim kept(), count As Long, i As Long
    For i = 0 To UBound(series)
        If InStr(Mid(series(i)(1), 2), ";") > 0 Then
            ReDim Preserve kept(count)
            kept(count) = series(i)
            count = count + 1
        End If
    Next
    If count = 0 Then Counting = Array() Else Counting = kept
End Function

Function Covered(series) As Long
    Dim i As Long
    For i = 0 To UBound(series)
        Covered = Covered + series(i)(2).Columns.Count
    Next
End Function

Function IsOneColumn(area As Object) As Boolean
    IsOneColumn = area.Columns.Count = 1 And area.Rows.Count > 1 And Not HasIds(area)
End Function

' Whether the first column numbers or names the respondents.
Function HasIds(area As Object) As Boolean
    Dim top, word As String, data, i As Long, found As Long
    top = Heads(area)
    If UBound(top) >= 0 Then
        word = LCase(Trim(CStr(top(0))))
        HasIds = IsAmong(word, Array("id", "resp", "respondent", "response id", "no", "no.", "nr", "number", "case", _
            "name", "timestamp", "time", "date", "编号", "序号", "姓名", "时间", "提交时间", "答题序号"))
        If HasIds Then Exit Function
    End If
    data = Part(area, 0, 0, LastOf(area)).DataArray
    For i = 1 To UBound(data)
        If VarType(data(i)(0)) = 5 And VarType(data(i - 1)(0)) = 5 Then
            If data(i)(0) <> data(i - 1)(0) + 1 Then Exit Function
            found = found + 1
        End If
    Next
    HasIds = found >= 3
End Function

' The last row of a range that is worth a look.
Function LastOf(area As Object) As Long
    LastOf = area.Rows.Count - 1
    If LastOf > 1000 Then LastOf = 1000
End Function

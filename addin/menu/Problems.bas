' SPDX-License-Identifier: GPL-3.0-or-later
'
' What stands in the way of an analysis, as sentences that name it and say what to do.
Option Explicit

' Why nothing can be inserted into a workbook; "" if it can.
Function Refusal(document As Object) As String
    If document.isReadonly() Then
        Refusal = U("This workbook is open for reading only. Save it under another name (File, Save As) and try again there.")
    ElseIf document.isProtected() Then
        Refusal = U("The structure of this workbook is protected, so no sheet can be inserted. Take the protection off (Tools, Protect Spreadsheet Structure) and try again.")
    End If
End Function

' A sentence in a window of its own.
Sub Tell(sentence As String)
    MsgBox sentence, 48, U("Service quality")
End Sub

' Why the add-in says that its arguments do not fit: an unknown word, or which ranges and how.
Function Misfit(kind As String, answers, document As Object) As String
    Select Case kind
        Case "index": Misfit = Misunderstood(answers, document)
        Case "states": Misfit = UnknownWord(RangeOf(CStr(answers(1)), document), Array("hygiene", "H", "保健", "motivator", "M", "激励"), False)
        Case "complaints"
            If answers(2) <> "" Then Misfit = UnknownWord(RangeOf(CStr(answers(2)), document), Array("yes", "no", "1", "0"), True)
    End Select
    If Misfit = "" Then
        Misfit = U("The ranges do not fit each other: the same respondents in the same rows, and the same number of items.") & _
            " " & Sizes(kind, answers, document)
    End If
End Function

' ---- Words.

' The first text that is none of the words known; a first row may be a header.
Function UnknownWord(cells As Object, known, mayHaveHeader As Boolean) As String
    Dim data, row As Long, column As Long, text As String
    data = Filled(cells).DataArray
    For row = 0 To UBound(data)
        For column = 0 To UBound(data(row))
            text = CStr(data(row)(column))
            If Trim(text) <> "" And Not IsKnown(text, known) And Not (mayHaveHeader And row = 0) Then
                UnknownWord = Spoken(U("The word ""%1"" is not known here. Known are: %2."), text, Join(known, ", "))
                Exit Function
            End If
        Next
    Next
End Function

Function IsKnown(text As String, known) As Boolean
    Dim i As Long
    For i = 0 To UBound(known)
        If LCase(Trim(text)) = LCase(Trim(CStr(known(i)))) Then IsKnown = True
    Next
End Function

' ---- Sizes.

' The ranges of an analysis and how large each is: "Expectations (B1:D6): 5 rows, 3 columns; …".
Function Sizes(kind As String, answers, document As Object) As String
    Dim list, i As Long, cells As Object, rows As Long
    list = Questions(kind)
    For i = 0 To UBound(list)
        If answers(i) <> "" And HoldsCells(list(i), answers(i)) Then
            cells = Filled(RangeOf(CStr(answers(i)), document))
            rows = cells.Rows.Count
            If Not IsOfItems(list(i)) And rows > 1 Then
                If AllTexts(cells.getCellRangeByPosition(0, 0, cells.Columns.Count - 1, 0)) Then rows = rows - 1
            End If
            If Sizes <> "" Then Sizes = Sizes & U("; ")
            Sizes = Sizes & Spoken(U("%1 (%2): rows %3, columns %4"), WithoutBrackets(CStr(list(i)(2))), CStr(answers(i)), CStr(rows), CStr(cells.Columns.Count))
        End If
    Next
    Sizes = Sizes & U(".")
End Function

' A range without the empty rows and columns behind what the sheet holds.
Function Filled(range As Object) As Object
    Dim cursor As Object, area As Object, used As Object
    cursor = range.Spreadsheet.createCursor
    cursor.gotoEndOfUsedArea False
    used = cursor.RangeAddress
    area = range.RangeAddress
    If used.EndRow < area.StartRow Or used.EndColumn < area.StartColumn Then
        Filled = range
    Else
        Filled = range.Spreadsheet.getCellRangeByPosition(area.StartColumn, area.StartRow, _
            Least(area.EndColumn, used.EndColumn), Least(area.EndRow, used.EndRow))
    End If
End Function

Function Least(one As Long, other As Long) As Long
    If one < other Then Least = one Else Least = other
End Function

' "Dimension of each item (may stay empty)" without what is in brackets.
Function WithoutBrackets(text As String) As String
    Dim place As Long
    place = InStr(text, " (")
    If place = 0 Then place = InStr(text, "（")
    If place > 0 Then WithoutBrackets = Left(text, place - 1) Else WithoutBrackets = text
End Function

' A sentence with what %1, %2 … stand for.
Function Spoken(ByVal sentence As String, one As String, Optional two As String, Optional three As String, Optional four As String) As String
    sentence = Join(Split(sentence, "%1"), one)
    If Not IsMissing(two) Then sentence = Join(Split(sentence, "%2"), two)
    If Not IsMissing(three) Then sentence = Join(Split(sentence, "%3"), three)
    If Not IsMissing(four) Then sentence = Join(Split(sentence, "%4"), four)
    Spoken = sentence
End Function

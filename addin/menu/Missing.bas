' SPDX-License-Identifier: GPL-3.0-or-later
'
' Numbers that stand for "no answer" (-99, 99): the property SQ.Missing of the workbook, which every
' function that reads answers follows. Every inserted sheet names them under its title.
Option Explicit

Const CODES_STEP = " → "

Function MissingOf(document As Object) As String
    MissingOf = PropertyOf(document, "SQ.Missing")
End Function

' Asks for the codes until they can be read.
Sub AskForMissing(document As Object)
    Dim question, answers, message As String
    message = Refusal(document)
    If message <> "" Then
        Tell message
        Exit Sub
    End If
    question = Array("codes", "text?", U("Codes, with semicolons between (empty: none)"))
    answers = Array(MissingOf(document))
    message = U("Survey tools write numbers such as -99, 99 or 999 where nobody answered. Name those of this workbook, as -99;99: every analysis and formula then takes them for missing answers, and every inserted sheet names them.")
    Do
        If Not Ask(U("Codes for no answer"), message, Array(question), answers, U("Apply")) Then Exit Sub
        message = SetMissing(document, CStr(answers(0)))
    Loop While message <> ""
End Sub

' Gives "" or why the codes cannot be taken. One step of undo.
Function SetMissing(document As Object, text As String) As String
    Dim before As String, after As String
    SetMissing = Refusal(document)
    If SetMissing = "" Then SetMissing = ProtectedAnalysis(document)
    If SetMissing = "" Then SetMissing = ReadCodes(text, document, after)
    If SetMissing <> "" Then Exit Function
    before = MissingOf(document)
    If before = after Then Exit Function
    Watch document, LanguageOf(document)
    document.UndoManager.enterUndoContext CodesTitle(before, after)
    document.addActionLock
    PutSomething document
    NameCodes document, after
    PutProperty document, "SQ.Missing", after
    document.removeActionLock
    document.UndoManager.leaveUndoContext
End Function

' The codes of a text, as the property holds them; gives "" or what is wrong.
Function ReadCodes(ByVal text As String, document As Object, codes As String) As String
    Dim parts, i As Long, number As String
    text = Join(Split(Join(Split(text, "；"), ";"), "、"), ";")
    parts = Split(Join(Split(text, ", "), ";"), ";")
    codes = ""
    For i = 0 To UBound(parts)
        If Trim(parts(i)) <> "" Then
            number = NumberOf(CStr(parts(i)), document)
            If number = "" Then
                ReadCodes = Spoken(U("%1 is no number. Write the codes with semicolons between them, as -99;99. A word such as ""n/a"" needs no code: texts are missing answers."), Trim(CStr(parts(i))))
                Exit Function
            End If
            If codes <> "" Then codes = codes & ";"
            codes = codes & number
        End If
    Next
End Function

Function CodesTitle(before As String, after As String) As String
    CodesTitle = U("Codes for no answer") & ": " & Shown(before) & CODES_STEP & Shown(after)
End Function

Function Shown(codes As String) As String
    If codes = "" Then Shown = "–" Else Shown = codes
End Function

' What undo and redo do not know of: the property (see Translate.bas).
Sub FollowCodes(document As Object, title As String, side As Long)
    Dim head As String, codes As String
    head = U("Codes for no answer") & ": "
    If Left(title, Len(head)) <> head Then Exit Sub
    codes = Split(Mid(title, Len(head) + 1), CODES_STEP)(side)
    If codes = "–" Then codes = ""
    PutProperty document, "SQ.Missing", codes
End Sub

' The line of an inserted sheet that names them, "" without.
Function CodesLine(codes As String, tag As String) As String
    If codes <> "" Then CodesLine = L("Taken for missing answers:", tag) & " " & codes
End Function

Sub NameCodes(document As Object, codes As String)
    Dim i As Long, cell As Object, tag As String
    tag = LanguageOf(document)
    For i = 0 To document.Sheets.Count - 1
        If IsAnalysis(document.Sheets.getByIndex(i)) Then
            cell = document.Sheets.getByIndex(i).getCellByPosition(0, 1)
            cell.CellStyle = "SQ note"
            cell.String = CodesLine(codes, tag)
        End If
    Next
End Sub

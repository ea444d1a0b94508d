' SPDX-License-Identifier: GPL-3.0-or-later
'
' The entries of the menu "Service quality" (entries.h): a Sub each.
Option Explicit

Sub Gaps
    Analyse "gaps"
End Sub

Sub Importance
    Analyse "importance"
End Sub

Sub Tolerance
    Analyse "tolerance"
End Sub

Sub Kano
    Analyse "kano"
End Sub

Sub PenaltyReward
    Analyse "penalty-reward"
End Sub

Sub Incidents
    Analyse "incidents"
End Sub

Sub States
    Analyse "states"
End Sub

Sub SatisfactionIndex
    Analyse "index"
End Sub

Sub Reliability
    Analyse "reliability"
End Sub

Sub Distribution
    Analyse "distribution"
End Sub

Sub Recommendation
    Analyse "recommendation"
End Sub

Sub Retention
    Analyse "retention"
End Sub

Sub Losses
    Analyse "losses"
End Sub

Sub Complaints
    Analyse "complaints"
End Sub

Sub CheckData
    Analyse "check"
End Sub

Sub WordsToNumbers
    Analyse "words"
End Sub

Sub MissingCodes
    AskForMissing ThisComponent
End Sub

Sub OpenSample
    AskForSample
End Sub

Sub ValuesOnly
    CopyWithValues ThisComponent, False
End Sub

Sub ResultsInEnglish
    ChangeLanguage "en-US"
End Sub

Sub ResultsInChinese
    ChangeLanguage "zh-CN"
End Sub

Sub Help
    ShowHelp
End Sub

Sub ChangeLanguage(tag As String)
    Dim sentence As String
    sentence = SetLanguage(ThisComponent, tag)
    If sentence <> "" Then Tell sentence
End Sub

' Asks what the analysis must know, beginning with the selection, and inserts its sheet.
Sub Analyse(kind As String)
    Dim document As Object, answers, message As String
    document = ThisComponent
    message = Refusal(document)
    If message <> "" Then
        Tell message
        Exit Sub
    End If
    answers = Suggestions(kind, document)
    message = Explanation(kind)
    Do
        If Not Ask(Title(kind, UserLanguage()), message, Questions(kind), answers) Then Exit Sub
        message = InsertAnalysis(document, kind, answers)
    Loop While message <> ""
End Sub

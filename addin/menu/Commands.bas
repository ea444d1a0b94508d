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

Sub OpenSample
    AskForSample
End Sub

Sub ValuesOnly
    CopyWithValues ThisComponent, False
End Sub

Sub ResultsInEnglish
    SetLanguage ThisComponent, "en-US"
End Sub

Sub ResultsInChinese
    SetLanguage ThisComponent, "zh-CN"
End Sub

Sub Help
    ShowHelp
End Sub

' Asks what the analysis must know, beginning with the selection, and inserts its sheet.
Sub Analyse(kind As String)
    Dim answers, message As String
    answers = Suggestions(kind, ThisComponent)
    message = Explanation(kind)
    Do
        answers = Ask(Title(kind, UserLanguage()), message, Questions(kind), answers)
        If IsEmpty(answers) Then Exit Sub
        message = InsertAnalysis(ThisComponent, kind, answers)
    Loop While message <> ""
End Sub

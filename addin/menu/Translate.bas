' SPDX-License-Identifier: GPL-3.0-or-later
'
' "Results in Chinese", "Results in English": the property that results follow, and the texts that
' the menu has put on its sheets and charts. One step of undo: the cells are LibreOffice's part of
' it; the property and the charts, of which its undo does not know, follow it here.
Option Explicit

Private watched() ' the documents whose undo is followed, by their identity
Private documents As Long
Private untold()  ' of those the ones that had no language of their own

' Turns all that the menu has inserted into a language. Gives "" or why it cannot be done.
Function TurnInto(document As Object, tag As String) As String
    Dim undo As Object, before As String
    TurnInto = Refusal(document)
    If TurnInto = "" Then TurnInto = ProtectedAnalysis(document)
    If TurnInto <> "" Then Exit Function
    before = LanguageOf(document)
    If IsChinese(before) = IsChinese(tag) Then
        If before <> tag Then PutLanguage document, tag
        Exit Function
    End If
    Watch document, before
    undo = document.UndoManager
    undo.enterUndoContext StepTitle(tag)
    document.addActionLock
    PutSomething document
    TranslateCells document, tag
    PutLanguage document, tag
    TranslateCharts document, tag
    document.removeActionLock
    undo.leaveUndoContext
    workbookLanguage = tag
End Function

Function IsChinese(tag As String) As Boolean
    IsChinese = Left(tag, 2) = "zh"
End Function

Function StepTitle(tag As String) As String
    If IsChinese(tag) Then StepTitle = U("Results in Chinese") Else StepTitle = U("Results in English")
End Function

' A step without a change to cells would not be kept: a name that comes and goes.
Sub PutSomething(document As Object)
    Dim origin As New com.sun.star.table.CellAddress
    Const NOTHING_NAME = "servqual_language"
    document.NamedRanges.addNewByName NOTHING_NAME, "0", origin, 0
    document.NamedRanges.removeByName NOTHING_NAME
End Sub

' ---- Undo and redo.

Sub Watch(document As Object, before As String)
    Dim i As Long
    For i = 0 To documents - 1
        If watched(i) = document.RuntimeUID Then Exit Sub
    Next
    ReDim Preserve watched(documents)
    ReDim Preserve untold(documents)
    watched(documents) = document.RuntimeUID
    untold(documents) = before = ""
    documents = documents + 1
    document.UndoManager.addUndoManagerListener CreateUnoListener("Language_", "com.sun.star.document.XUndoManagerListener")
End Sub

Sub Language_actionUndone(event)
    If event.UndoActionTitle = StepTitle("zh-CN") Then Follow event.Source.Parent, "en-US"
    If event.UndoActionTitle = StepTitle("en-US") Then Follow event.Source.Parent, "zh-CN"
    FollowCodes event.Source.Parent, event.UndoActionTitle, 0
End Sub

Sub Language_actionRedone(event)
    If event.UndoActionTitle = StepTitle("zh-CN") Then Follow event.Source.Parent, "zh-CN"
    If event.UndoActionTitle = StepTitle("en-US") Then Follow event.Source.Parent, "en-US"
    FollowCodes event.Source.Parent, event.UndoActionTitle, 1
End Sub

' In a window Basic tells an error for every event without a Sub.
Sub Language_undoActionAdded(event)
End Sub
Sub Language_allActionsCleared(event)
End Sub
Sub Language_redoActionsCleared(event)
End Sub
Sub Language_resetAll(event)
End Sub
Sub Language_enteredContext(event)
End Sub
Sub Language_enteredHiddenContext(event)
End Sub
Sub Language_leftContext(event)
End Sub
Sub Language_leftHiddenContext(event)
End Sub
Sub Language_cancelledContext(event)
End Sub
Sub Language_disposing(event)
End Sub

Sub Follow(document As Object, tag As String)
    Dim i As Long, put As String
    put = tag
    For i = 0 To documents - 1
        If watched(i) = document.RuntimeUID And untold(i) And Not IsChinese(tag) Then put = ""
    Next
    PutLanguage document, put
    TranslateCharts document, tag
End Sub

' ---- The sheets.

' Whether an analysis of the menu stands on a sheet: its title is one of theirs.
Function IsAnalysis(sheet As Object) As Boolean
    Dim cell As Object
    cell = sheet.getCellByPosition(0, 0)
    IsAnalysis = cell.CellStyle = "SQ title" And Turned(cell.String, "zh-CN") <> Turned(cell.String, "en-US")
End Function

Function HasAnalyses(document As Object) As Boolean
    Dim i As Long
    For i = 0 To document.Sheets.Count - 1
        If IsAnalysis(document.Sheets.getByIndex(i)) Then HasAnalyses = True
    Next
End Function

Function ProtectedAnalysis(document As Object) As String
    Dim i As Long, one As Object
    For i = 0 To document.Sheets.Count - 1
        one = document.Sheets.getByIndex(i)
        If one.isProtected() And IsAnalysis(one) Then
            ProtectedAnalysis = Spoken(U("The sheet ""%1"" is protected, so its texts cannot be changed. Take the protection off (Tools, Protect Sheet) and try again."), one.Name)
        End If
    Next
End Function

Sub TranslateCells(document As Object, tag As String)
    Dim i As Long, cells As Object, cell As Object
    For i = 0 To document.Sheets.Count - 1
        If IsAnalysis(document.Sheets.getByIndex(i)) Then
            ' the menu's texts stand in the first columns
            cells = document.Sheets.getByIndex(i).getCellRangeByName("A:H").queryContentCells(20).Cells.createEnumeration
            Do While cells.hasMoreElements
                cell = cells.nextElement
                If cell.Type = com.sun.star.table.CellContentType.TEXT Then
                    If Turned(cell.String, tag) <> cell.String Then cell.String = Turned(cell.String, tag)
                ElseIf cell.getArrayFormula() = "" Then
                    If TurnedFormula(cell.Formula, tag) <> cell.Formula Then cell.Formula = TurnedFormula(cell.Formula, tag)
                End If
            Loop
        End If
    Next
End Sub

' A text in a language, if it is one of the menu's; a number or codes behind it stay.
Function Turned(text As String, tag As String) As String
    Dim place As Long
    Turned = Translated(text, tag)
    place = LastPlace(text, " ")
    If Turned = text And place > 0 Then
        If AllDigits(Join(Split(Join(Split(Join(Split(Mid(text, place + 1), ";"), ""), "-"), ""), "."), "")) Then Turned = Translated(Left(text, place - 1), tag) & Mid(text, place)
    End If
End Function

' A formula with the texts between its quotes in a language.
Function TurnedFormula(formula As String, tag As String) As String
    Dim parts, i As Long
    parts = Split(formula, """")
    For i = 1 To UBound(parts) Step 2
        parts(i) = Translated(CStr(parts(i)), tag)
    Next
    TurnedFormula = Join(parts, """")
End Function

' ---- The charts.

Sub TranslateCharts(document As Object, tag As String)
    Dim i As Long, j As Long, charts As Object
    For i = 0 To document.Sheets.Count - 1
        If IsAnalysis(document.Sheets.getByIndex(i)) Then
            charts = document.Sheets.getByIndex(i).Charts
            For j = 0 To charts.Count - 1
                TranslateChart charts.getByIndex(j).EmbeddedObject, document.Sheets.getByIndex(i), tag
            Next
        End If
    Next
End Sub

Sub TranslateChart(chart As Object, sheet As Object, tag As String)
    Dim diagram As Object
    diagram = chart.Diagram
    chart.lockControllers
    If chart.HasMainTitle Then chart.Title.String = Translated(chart.Title.String, tag)
    If diagram.HasXAxisTitle Then diagram.XAxisTitle.String = Translated(diagram.XAxisTitle.String, tag)
    If diagram.HasYAxisTitle Then diagram.YAxisTitle.String = Translated(diagram.YAxisTitle.String, tag)
    If diagram.supportsService("com.sun.star.chart.XYDiagram") Then NamePoints chart, sheet, tag
    chart.unlockControllers
End Sub

' The names of a map's points anew, from the first column of the table they belong to.
Sub NamePoints(chart As Object, sheet As Object, tag As String)
    Dim series, points As Object, place As String, names, i As Long
    series = chart.getFirstDiagram().getCoordinateSystems()(0).getChartTypes()(0).getDataSeries()
    points = series(UBound(series))
    If UBound(series) > 2 Then NameCorners series(2), tag ' behind the two lines
    place = points.getDataSequences()(0).Values.SourceRangeRepresentation
    With sheet.getCellRangeByName(Mid(place, LastPlace(place, ".") + 1)).RangeAddress
        names = sheet.getCellRangeByPosition(0, .StartRow, 0, .EndRow).DataArray
    End With
    For i = 0 To UBound(names)
        Label points.getDataPointByIndex(i), CStr(names(i)(0))
    Next
End Sub

' The names of a map's quadrants in a language.
Sub NameCorners(series As Object, tag As String)
    Dim i As Long, fields
    For i = 0 To 3
        fields = series.getDataPointByIndex(i).CustomLabelFields
        fields(0).String = Translated(fields(0).String, tag)
        series.getDataPointByIndex(i).CustomLabelFields = fields
    Next
End Sub

Sub ChangeLanguage(tag As String)
    Dim sentence As String
    sentence = SetLanguage(ThisComponent, tag)
    If sentence <> "" Then Tell sentence
End Sub

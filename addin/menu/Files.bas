' SPDX-License-Identifier: GPL-3.0-or-later
'
' What the menu does beside analyses: samples, help, a copy without formulas.
Option Explicit

Const FORMULAS = 16 ' FORMULA of com.sun.star.sheet.CellFlags

' Where the extension is.
Function Folder() As String
    Folder = GetDefaultContext().getByName("/singletons/com.sun.star.deployment.PackageInformationProvider"). _
        getPackageLocation("org.servqual.addin")
End Function

Sub AskForSample
    Dim question, answers
    question = Array("sample", "choice", U("Sample workbook"), SampleTitles(), SampleNames())
    answers = Ask(U("Open a sample"), U("A new workbook with a real survey or an illustration. Paste your own answers over it, as the notes in its cells say."), Array(question), Array("kiosk"))
    If Not IsEmpty(answers) Then OpenSampleNamed CStr(answers(0)), False
End Sub

Function SampleNames()
    If Left(UserLanguage(), 2) = "zh" Then
        SampleNames = Array("kiosk-zh", "reliability", "kano", "two-factor", "attributes", "ecsi", "acsi", "loss", "plan", "what-if", "csm-zh")
    Else
        SampleNames = Array("kiosk", "reliability", "kano", "two-factor", "attributes", "ecsi", "acsi", "loss", "plan", "what-if", "csm")
    End If
End Function

Function SampleTitles()
    SampleTitles = Array(U("The five gaps (kiosks)"), U("Reliability of scales (kiosks)"), _
        U("Kano categories"), U("Two factors after Herzberg"), _
        U("Attributes in three ways"), U("European satisfaction index (a bank)"), _
        U("American satisfaction index (invented answers)"), U("Loss analysis"), U("Sampling plan"), _
        U("What if: from an item to money"), U("A whole measurement, step by step"))
End Function

' A new workbook from a sample, which stays as it is.
Function OpenSampleNamed(name As String, hidden As Boolean) As Object
    OpenSampleNamed = NewFrom(Folder() & "/template/servqual/" & name & ".ots", hidden)
End Function

Function NewFrom(address As String, hidden As Boolean) As Object
    NewFrom = StarDesktop.loadComponentFromURL(address, "_blank", 0, Array(Named("AsTemplate", True), Named("Hidden", hidden)))
End Function

Function Named(name As String, value)
    Dim pair As New com.sun.star.beans.PropertyValue
    pair.Name = name
    pair.Value = value
    Named = pair
End Function

' The reference in the browser; where there is none, in a window of LibreOffice.
Sub ShowHelp
    Dim page As String
    page = Folder() & "/help/" & U("functions.html")
    On Error GoTo NoBrowser
    createUnoService("com.sun.star.system.SystemShellExecute").execute page, "", com.sun.star.system.SystemShellExecuteFlags.URIS_ONLY
    Exit Sub
NoBrowser:
    StarDesktop.loadComponentFromURL page, "_default", 0, Array()
End Sub

' A new workbook that looks the same and has no formula.
Function CopyWithValues(document As Object, hidden As Boolean) As Object
    Dim copy As Object, file As String, i As Long
    file = createUnoService("com.sun.star.util.PathSettings").Temp & "/servqual-" & GetSystemTicks() & ".ods"
    document.storeToURL file, Array(Named("FilterName", "calc8"))
    copy = NewFrom(file, hidden)
    Kill file
    copy.addActionLock
    For i = 0 To copy.Sheets.Count - 1
        Freeze copy.Sheets.getByIndex(i), document.Sheets.getByIndex(i)
    Next
    copy.removeActionLock
    CopyWithValues = copy
End Function

' The values of the original's formula cells in place of the copy's formulas; of an error, its text.
Sub Freeze(sheet As Object, original As Object)
    Dim ranges, i As Long, area As Object
    ranges = original.queryContentCells(FORMULAS).RangeAddresses
    sheet.clearContents FORMULAS
    For i = 0 To UBound(ranges)
        area = ranges(i)
        sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow). _
            setDataArray Values(original.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow))
    Next
End Sub

Function Values(cells As Object)
    Dim data, row, i As Long, j As Long
    data = cells.DataArray
    For i = 0 To UBound(data)
        row = data(i)
        For j = 0 To UBound(row)
            If IsEmpty(row(j)) Then row(j) = cells.getCellByPosition(j, i).String
        Next
        data(i) = row
    Next
    Values = data
End Function

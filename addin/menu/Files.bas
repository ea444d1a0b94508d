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
    answers = Array("kiosk")
    If Ask(U("Open a sample"), U("A new workbook with a real survey or an illustration. Paste your own answers over it, as the notes in its cells say."), Array(question), answers) Then
        OpenSampleNamed CStr(answers(0)), False
    End If
End Sub

Function SampleNames()
    If Left(UserLanguage(), 2) = "zh" Then
        SampleNames = Array("kiosk-zh", "thesis-zh", "drivers-zh", "confirm-zh", "reliability", "kano", "two-factor", "attributes", "ecsi", "acsi", "loss", "plan", "what-if", "csm-zh")
    Else
        SampleNames = Array("kiosk", "thesis", "drivers", "confirm", "reliability", "kano", "two-factor", "attributes", "ecsi", "acsi", "loss", "plan", "what-if", "csm")
    End If
End Function

Function SampleTitles()
    SampleTitles = Array(U("The five gaps (kiosks)"), U("Results of a thesis, as APA asks (kiosks)"), U("Key drivers of satisfaction (kiosks)"), U("Dimensions confirmed (kiosks)"), U("Reliability of scales (kiosks)"), _
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

' The reference in the browser; where there is none, a sentence that says where the reference is.
Sub ShowHelp
    Dim page As String, result As String
    page = Folder() & "/help/" & U("functions.html")
    result = TemporaryFile()
    Shell "/bin/sh", 0, """" & ConvertFromURL(Folder() & "/browse.sh") & """ """ & page & """ """ & ConvertFromURL(result) & """", True
    If FileExists(result) Then
        Kill result
        Tell U("No web browser opens the reference. It is the file") & " " & ConvertFromURL(page)
    End If
End Sub

Function TemporaryFile() As String
    TemporaryFile = createUnoService("com.sun.star.util.PathSettings").Temp & "/servqual-" & GetSystemTicks() & ".ods"
End Function

' A new workbook that looks the same and has no formula; Nothing where that cannot be, and then
' nothing is left of it.
Function CopyWithValues(document As Object, hidden As Boolean) As Object
    Dim copy As Object, file As String, sentence As String
    CopyWithValues = Nothing
    copy = Nothing
    file = TemporaryFile()
    On Error GoTo Failure
    document.storeToURL file, Array(Named("FilterName", "calc8"))
    copy = NewFrom(file, hidden)
    Kill file
    copy.addActionLock
    sentence = FreezeAll(copy, document)
    copy.removeActionLock
    If sentence = "" Then
        CopyWithValues = copy
    Else
        copy.close True
        If Not hidden Then Tell sentence
    End If
    Exit Function
Failure:
    sentence = U("This could not be done:") & " " & Error$
    Resume GiveUp
GiveUp:
    On Error Resume Next
    If FileExists(file) Then Kill file
    If Not IsNull(copy) Then copy.close True
    If Not hidden Then Tell sentence
End Function

' Freezes every sheet. A sheet protected without a password is so again afterwards; of one with a
' password a sentence tells.
Function FreezeAll(copy As Object, document As Object) As String
    Dim i As Long, sheet As Object, locked As Boolean
    For i = 0 To copy.Sheets.Count - 1
        sheet = copy.Sheets.getByIndex(i)
        locked = sheet.isProtected()
        If locked Then sheet.unprotect ""
        If sheet.isProtected() Then
            FreezeAll = Spoken(U("The sheet ""%1"" is protected with a password, so its formulas cannot be replaced. Take the protection off (Tools, Protect Sheet) and try again."), sheet.Name)
            Exit Function
        End If
        Freeze sheet, document.Sheets.getByIndex(i)
        If locked Then sheet.protect ""
    Next
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

' SPDX-License-Identifier: GPL-3.0-or-later
'
' Numbers as people write them where they are: 10,000 or 10.000 or 10 000 or 1'000; 0.1 or 0,1; 10 %.
' A text that can be read in two ways is not read at all.
Option Explicit

' A number as formulas write it (10000.5), or "" where the text is none or could be two.
Function NumberOf(ByVal text As String, document As Object) As String
    Dim shown As String, spoken As String
    text = Plain(text)
    shown = ReadAs(text, MarksOf(document, ShownLocale(document)))
    spoken = ReadAs(text, MarksOf(document, document.CharLocale))
    NumberOf = shown
    If shown = "" Then NumberOf = spoken
    If shown <> "" And spoken <> "" Then
        If Val(shown) <> Val(spoken) Then NumberOf = ""
    End If
End Function

' How this workbook writes a number, as an example.
Function NumberExample(document As Object) As String
    NumberExample = "12500" & MarksOf(document, ShownLocale(document))(0) & "5"
End Function

' The locale by which the workbook's cells show numbers.
Function ShownLocale(document As Object)
    Dim style As Object
    style = document.StyleFamilies.getByName("CellStyles").getByName("Default")
    ShownLocale = document.NumberFormats.getByKey(style.NumberFormat).Locale
End Function

' Array(mark of decimals, mark between thousands) of a locale, seen in a number it writes.
Function MarksOf(document As Object, locale)
    Dim formatter As Object, key As Long, text As String, thousand As String
    formatter = createUnoService("com.sun.star.util.NumberFormatter")
    formatter.attachNumberFormatsSupplier document
    key = document.NumberFormats.getFormatIndex(com.sun.star.i18n.NumberFormatIndex.NUMBER_1000DEC2, locale)
    text = Plain(formatter.convertNumberToString(key, 1234567.25)) ' 1,234,567.25
    thousand = Mid(text, 2, 1)
    If thousand = "2" Then thousand = ""
    MarksOf = Array(Left(Right(text, 3), 1), thousand)
End Function

' With the spaces, apostrophes, digits and signs of all keyboards as one.
Function Plain(ByVal text As String) As String
    Dim i As Long, one As String
    For i = 1 To Len(text)
        one = Mid(text, i, 1)
        Select Case Asc(one)
            Case 160, 8201, 8239, 12288: one = " "
            Case 8217, 8216, 180: one = "'"
            Case 8722: one = "-"
            Case 65285: one = "%"
            Case 65292: one = ","
            Case 65294: one = "."
            Case 65296 To 65305: one = Chr(Asc(one) - 65248)
        End Select
        Plain = Plain & one
    Next
    Plain = Trim(Plain)
End Function

' The text by the marks of one locale; where that cannot be, by point and comma the other way round,
' unless three digits then stand behind the mark, which might be thousands.
Function ReadAs(ByVal text As String, marks) As String
    Dim sign As String, share As Boolean, other As String
    If Right(text, 1) = "%" Then
        share = True
        text = Trim(Left(text, Len(text) - 1))
    End If
    If Left(text, 1) = "-" Or Left(text, 1) = "+" Then
        If Left(text, 1) = "-" Then sign = "-"
        text = Mid(text, 2)
    End If
    ReadAs = Digits(text, CStr(marks(0)), CStr(marks(1)))
    If ReadAs = "" Then
        If marks(0) = "," Then other = "." Else other = ","
        If Not MayBeThousands(text, other) Then ReadAs = Digits(text, other, CStr(marks(0)))
    End If
    If ReadAs = "" Then Exit Function
    ReadAs = sign & ReadAs
    If share Then ReadAs = Trim(Str(Val(ReadAs) / 100))
End Function

' Digits with at most one mark of decimals, and thousands by one kind of mark: the wanted one, a
' space or an apostrophe.
Function Digits(text As String, decimal As String, thousand As String) As String
    Dim parts, whole As String
    parts = Split(text, decimal)
    If UBound(parts) < 0 Or UBound(parts) > 1 Then Exit Function
    whole = parts(0)
    If whole = "" And UBound(parts) = 1 Then whole = "0"
    whole = Together(whole, thousand)
    If whole = "" Then Exit Function
    If UBound(parts) = 1 Then
        If Not AllDigits(CStr(parts(1))) Then Exit Function
        whole = whole & "." & parts(1)
    End If
    Digits = whole
End Function

' Whole digits without the marks between thousands; groups of two are India's.
Function Together(whole As String, thousand As String) As String
    Dim marks, i As Long, j As Long, groups, good As Boolean
    If AllDigits(whole) Then
        Together = whole
        Exit Function
    End If
    marks = Array(thousand, " ", "'")
    For i = 0 To 2
        If marks(i) <> "" Then
            groups = Split(whole, marks(i))
            good = UBound(groups) > 0
            For j = 0 To UBound(groups)
                good = good And AllDigits(CStr(groups(j)))
                If j = 0 Then good = good And Len(groups(0)) <= 3 And Left(groups(0), 1) <> "0"
                If j > 0 Then good = good And (Len(groups(j)) = 3 Or (Len(groups(j)) = 2 And j < UBound(groups)))
            Next
            If good Then Together = Join(groups, "")
        End If
    Next
End Function

Function AllDigits(text As String) As Boolean
    Dim i As Long
    AllDigits = text <> ""
    For i = 1 To Len(text)
        If InStr("0123456789", Mid(text, i, 1)) = 0 Then AllDigits = False
    Next
End Function

' Whether one such mark stands before three last digits, as between thousands.
Function MayBeThousands(text As String, mark As String) As Boolean
    Dim parts
    parts = Split(text, mark)
    If UBound(parts) <> 1 Then Exit Function
    MayBeThousands = Len(parts(1)) = 3 And AllDigits(CStr(parts(0))) And Left(parts(0), 1) <> "0" And Len(parts(0)) <= 3
End Function

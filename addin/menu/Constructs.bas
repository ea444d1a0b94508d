' SPDX-License-Identifier: GPL-3.0-or-later
'
' What belongs to which construct of a path model, by the names that people use; and the model as far as there are
' items, its paths and items on the sheet of the analysis.
Option Explicit

Public modelNames() ' names of the model's constructs
Public leftOut As String   ' constructs without items
Public notUsed As String   ' columns whose names mean no construct

' ---- What was understood.

' The words that tell the construct of each column of the answers: given, or the columns' own names.
Function ItemWords(answers, document As Object)
    Dim data, i As Long, j As Long, words(), count As Long
    If answers(1) = "" Then
        ItemWords = Heads(RangeOf(CStr(answers(0)), document))
        Exit Function
    End If
    data = Filled(RangeOf(CStr(answers(1)), document)).DataArray
    ReDim words((UBound(data) + 1) * (UBound(data(0)) + 1) - 1)
    For i = 0 To UBound(data)
        For j = 0 To UBound(data(i))
            words(count) = CStr(data(i)(j))
            count = count + 1
        Next
    Next
    ItemWords = words
End Function

' The table of paths: the cells given, or the rows of the model's.
Function PathTable(answers, document As Object)
    Dim rows
    If answers(3) <> "" Then
        PathTable = Filled(RangeOf(CStr(answers(3)), document))
    Else
        rows = Computed("MODEL", Array(answers(2)))
        rows(0)(0) = 0 ' a row of texts alone Basic would hand over as another type than the rest
        PathTable = rows
    End If
End Function

Function RowsOf(table)
    If IsObject(table) Then RowsOf = table.DataArray Else RowsOf = table
End Function

' The result of a function of the add-in, outside of any workbook; Empty where it is an error.
Function Computed(name As String, arguments)
    On Error GoTo Failure
    Computed = createUnoService("com.sun.star.sheet.FunctionAccess").callFunction("ORG.SERVQUAL.ADDIN." & name, arguments)
Failure:
End Function

' For each word the construct of the table it means, "" for none.
Function Meanings(words, table)
    Dim found(), i As Long, meaning, names
    names = NamesIn(table)
    ReDim found(UBound(words))
    For i = 0 To UBound(words)
        found(i) = ""
        If Trim(words(i)) <> "" Then
            meaning = Computed("CONSTRUCTS", Array(words(i), table))
            If Not IsEmpty(meaning) Then found(i) = CStr(meaning)
            If Not IsAmong(CStr(found(i)), names) Then found(i) = Split(found(i) & ":", ":")(0) ' with its mode
        End If
    Next
    Meanings = found
End Function

' The names of the table's constructs.
Function NamesIn(table)
    Dim names(), i As Long, count As Long, rows
    rows = RowsOf(table)
    ReDim names(UBound(rows))
    For i = 1 To UBound(rows)
        If CStr(rows(i)(0)) <> "" Then
            names(count) = CStr(rows(i)(0))
            count = count + 1
        End If
    Next
    If count = 0 Then
        NamesIn = Array()
    Else
        ReDim Preserve names(count - 1)
        NamesIn = names
    End If
End Function

' Where most columns of a block have names of constructs, the block holds the answers; and the model that fits these
' names best, the first of those that do.
Sub SuggestModel(texts, models, area As Object, document As Object)
    Dim words, table, found, names, i As Long, j As Long, understood As Long, worth As Long, best As Long
    words = Heads(area)
    If UBound(words) < 1 Then Exit Sub
    For i = 0 To UBound(models)
        table = PathTable(Array("", "", models(i), ""), document)
        found = Meanings(words, table)
        understood = 0
        For j = 0 To UBound(found)
            If found(j) <> "" Then understood = understood + 1
        Next
        names = NamesIn(table)
        worth = 100 * understood
        For j = 0 To UBound(names)
            If Not IsAmong(CStr(names(j)), found) Then worth = worth - 1
        Next
        If 2 * understood > UBound(words) And worth > best Then
            best = worth
            texts(0) = Address(area, document)
            texts(2) = models(i)
        End If
    Next
End Sub

' Why the words cannot be understood, as a sentence; "" if they can.
Function Misunderstood(answers, document As Object) As String
    Dim words, table, names, found, i As Long, some As Boolean
    words = ItemWords(answers, document)
    table = PathTable(answers, document)
    names = NamesIn(table)
    If UBound(words) < 0 Then
        Misunderstood = U("The columns of the answers have no names in a first row, so please give the construct of each item.") & " " & KnownConstructs(names)
        Exit Function
    End If
    found = Meanings(words, table)
    For i = 0 To UBound(words)
        If found(i) <> "" Then some = True
        If found(i) = "" And Trim(words(i)) <> "" And answers(1) <> "" And Misunderstood = "" Then
            Misunderstood = Spoken(U("The word ""%1"" means no construct of this model."), CStr(words(i))) & " " & KnownConstructs(names)
        End If
    Next
    If Not some And Misunderstood = "" Then
        Misunderstood = U("The names of the columns tell no construct of this model, so please give the construct of each item.") & " " & KnownConstructs(names)
    End If
    If Misunderstood = "" And Not IsAmong(Target(table), found) Then
        Misunderstood = Spoken(U("No item belongs to the satisfaction construct (%1), so there is nothing to compute an index of."), Target(table)) & " " & KnownConstructs(names)
    End If
End Function

Function KnownConstructs(names) As String
    Dim i As Long, list As String
    For i = 0 To UBound(names)
        list = Listed(list, InUserLanguage(CStr(names(i))))
    Next
    KnownConstructs = Spoken(U("Its constructs are: %1. Usual names and codes of items are understood, too, such as ""Perceived quality"" or PERQ1."), list)
End Function

' The construct that means satisfaction, "" without.
Function Target(table) As String
    Dim meaning, names, i As Long
    meaning = Computed("CONSTRUCTS", Array("Satisfaction", table))
    If Not IsEmpty(meaning) Then Target = CStr(meaning)
    names = NamesIn(table)
    For i = 0 To UBound(names)
        If Target = "" And (InStr(LCase(names(i)), "satisf") > 0 Or InStr(names(i), "满意") > 0) Then Target = names(i)
    Next
End Function

' What belongs to what, for the dialog.
Function Understood(answers, document As Object) As String
    Dim words, table, names, found, i As Long, j As Long, items As String, count As Long, without As String, unused As String
    words = ItemWords(answers, document)
    table = PathTable(answers, document)
    names = NamesIn(table)
    found = Meanings(words, table)
    Understood = U("This was understood. Is it right?") & Chr(10)
    For i = 0 To UBound(names)
        items = ""
        count = 0
        For j = 0 To UBound(words)
            If found(j) = names(i) Then
                count = count + 1
                If items <> "" Then items = items & ", "
                items = items & ColumnName(j, answers, document)
            End If
        Next
        If count > 0 Then Understood = Understood & Chr(10) & InUserLanguage(CStr(names(i))) & " (" & count & "): " & items Else without = Listed(without, InUserLanguage(CStr(names(i))))
    Next
    For j = 0 To UBound(words)
        If found(j) = "" Then unused = Listed(unused, ColumnName(j, answers, document))
    Next
    If without <> "" Then Understood = Understood & Chr(10) & Chr(10) & Spoken(U("Without items, so the model is fitted without them: %1"), without)
    If unused <> "" Then Understood = Understood & Chr(10) & Chr(10) & Spoken(U("Columns that are not used: %1"), unused)
End Function

' The name of a published construct.
Function InUserLanguage(name As String) As String
    Dim i As Long, english, spoken
    english = Array("Image", "Expectation", "Quality", "Product quality", "Service quality", "Value", "Performance", "Satisfaction", "Complaints", "Loyalty", "Market environment")
    spoken = Array(U("Image"), U("Expectation"), U("Quality"), U("Product quality"), U("Service quality"), U("Value"), U("Performance"), U("Satisfaction"), U("Complaints"), U("Loyalty"), U("Market environment"))
    InUserLanguage = name
    For i = 0 To UBound(english)
        If name = english(i) Then InUserLanguage = spoken(i)
    Next
End Function

Function Listed(list As String, word As String) As String
    If list = "" Then Listed = word Else Listed = list & ", " & word
End Function

' The name of a column of the answers, or its number.
Function ColumnName(place As Long, answers, document As Object) As String
    Dim names
    names = Heads(RangeOf(CStr(answers(0)), document))
    ColumnName = CStr(place + 1)
    If place <= UBound(names) Then ColumnName = CStr(names(place))
End Function

' ---- The model: its paths and items, as far as there are items.

Sub PutModel
    Dim cells As Object, table, words, found, keep(), i As Long
    cells = TableOnSheet()
    table = cells.DataArray
    words = ItemWords(wantedAnswers, book)
    found = Meanings(words, cells)
    ReDim keep(UBound(table))
    leftOut = ""
    For i = 1 To UBound(table)
        keep(i) = IsAmong(CStr(table(i)(0)), found)
    Next
    DropIsolated table, keep
    For i = 1 To UBound(table)
        If CStr(table(i)(0)) <> "" And Not keep(i) Then leftOut = Listed(leftOut, CStr(table(i)(0)))
    Next
    notUsed = ""
    For i = 0 To UBound(words)
        If found(i) = "" And wantedAnswers(1) = "" Then notUsed = Listed(notUsed, CStr(words(i)))
    Next
    If Not Has("paths") Then cells.clearContents 23 ' VALUE + DATETIME + STRING + FORMULA of com.sun.star.sheet.CellFlags
    If Not Has("paths") Or leftOut <> "" Then PutPaths table, keep
    PutItems
    modelNames = NamesIn(book.NamedRanges.getByName(Answer("paths")).ReferredCells)
End Sub

' The table of paths: the user's, or the model's in the language of the workbook, for the time being.
Function TableOnSheet() As Object
    Dim size, cells As Object
    If Has("paths") Then
        cells = Filled(book.NamedRanges.getByName(Answer("paths")).ReferredCells)
    Else
        size = SizeOf(F("SQ.MODEL(model)"))
        cells = sheet.getCellRangeByPosition(0, nextRow, size(1) - 1, nextRow + size(0) - 1)
        cells.setArrayFormula "=" & F("SQ.MODEL(model)")
    End If
    TableOnSheet = cells
End Function

' Without its neighbours a construct has no place in the model.
Sub DropIsolated(table, keep)
    Dim i As Long, j As Long, linked As Boolean, dropped As Boolean
    Do
        dropped = False
        For i = 1 To UBound(table)
            linked = False
            For j = 1 To UBound(table)
                If keep(i) And keep(j) Then linked = linked Or CStr(table(i)(j)) = "1" Or CStr(table(j)(i)) = "1"
            Next
            If keep(i) And Not linked Then
                keep(i) = False
                dropped = True
            End If
        Next
    Loop While dropped
End Sub

' The paths between the constructs that are kept, to be changed by the reader.
Sub PutPaths(table, keep)
    Dim i As Long, j As Long, rows(), row(), places(), count As Long, cells As Object
    ReDim places(UBound(table))
    For i = 1 To UBound(table)
        If keep(i) Then
            count = count + 1
            places(count) = i
        End If
    Next
    If count < 2 Then FailWith U("Items belong to fewer than two constructs of the model that act on each other, so there is nothing to fit.")
    ReDim rows(count)
    For i = 0 To count
        ReDim row(count)
        For j = 0 To count
            If i = 0 And j = 0 Then
                row(j) = ""
            Else
                row(j) = table(places(i))(places(j))
            End If
        Next
        rows(i) = row
    Next
    PutText nextRow, W("The paths"), "SQ heading"
    PutText nextRow + 1, W("1 where the row acts on the column. Change them here, and all figures follow; the drawing does when the analysis is inserted again with this table."), "SQ note"
    nextRow = nextRow + 1
    cells = sheet.getCellRangeByPosition(0, nextRow + 1, count, nextRow + 1 + count)
    cells.CellStyle = "SQ input"
    cells.setDataArray rows
    cells.getCellRangeByPosition(0, 0, count, 0).CellStyle = "SQ head"
    cells.getCellRangeByPosition(0, 0, 0, count).CellStyle = "SQ head text"
    cells.getCellByPosition(0, 0).Rows.Height = 450
    For i = 1 To count
        Widen cells.getCellByPosition(i, 0), 300 + 205 * LongestWord(CStr(rows(0)(i)))
    Next
    SetAnswer "paths", NameFor("paths", cells, book)
    nextRow = nextRow + count + 3
End Sub

' Each item with its construct, from which the functions read it.
Sub PutItems
    Dim heads As Object, cells As Object, source As String, last As Long
    heads = HeadsOf(book.NamedRanges.getByName(Answer("answers")).ReferredCells)
    If IsNull(heads) Then Exit Sub
    last = nextRow + 1 + heads.Columns.Count
    PutText nextRow, W("The items and their constructs"), "SQ heading"
    SetAnswer "items", NameFor("items", heads, book)
    source = "TRANSPOSE(SQ.CONSTRUCTS(items;paths))"
    If Has("blocks") Then
        source = "SQ.CONSTRUCTS(blocks;paths)"
        If book.NamedRanges.getByName(Answer("blocks")).ReferredCells.Columns.Count > 1 Then source = "TRANSPOSE(" & source & ")"
    End If
    PutCellText 0, nextRow + 1, W("Item"), "SQ head text"
    PutCellText 1, nextRow + 1, W("Construct"), "SQ head words"
    sheet.Rows.getByIndex(nextRow + 1).Height = 450
    cells = sheet.getCellRangeByPosition(0, nextRow + 2, 0, last)
    cells.setArrayFormula "=" & F("TRANSPOSE(items)")
    cells.CellStyle = "SQ text"
    cells = sheet.getCellRangeByPosition(1, nextRow + 2, 1, last)
    cells.setArrayFormula "=IFNA(" & F(source) & ";"""")"
    cells.CellStyle = "SQ words"
    SetAnswer "blocks", NameFor("blocks", cells, book)
    nextRow = last + 2
End Sub

Sub PutCellText(column As Long, row As Long, text As String, style As String)
    Dim cell As Object
    cell = sheet.getCellByPosition(column, row)
    cell.CellStyle = style
    cell.String = text
End Sub

' The row of names of some answers; Nothing without.
Function HeadsOf(range As Object) As Object
    HeadsOf = range.getCellRangeByPosition(0, 0, range.Columns.Count - 1, 0)
    If Not AllTexts(HeadsOf) Then HeadsOf = Nothing
End Function

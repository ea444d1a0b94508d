' SPDX-License-Identifier: GPL-3.0-or-later
'
' The satisfaction index: what belongs to which construct, and the sheet of the analysis.
Option Explicit

Const FAR = 50000
Const RESERVED = 400 ' rows for what stands above the technical tables, which are made first

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
    Dim found(), i As Long, meaning
    ReDim found(UBound(words))
    For i = 0 To UBound(words)
        found(i) = ""
        If Trim(words(i)) <> "" Then
            meaning = Computed("CONSTRUCTS", Array(words(i), table))
            If Not IsEmpty(meaning) Then found(i) = Split(CStr(meaning(0)(0)), ":")(0)
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
    If Not IsEmpty(meaning) Then Target = CStr(meaning(0)(0))
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

' ---- The sheet.

Private model As String            ' the first arguments of SQ.PLS and its like
Private constructs()               ' names of the model's constructs
Private leftOut As String, notUsed As String
Private pathsTable As Object, indicesTable As Object, chainsTable As Object, r2Table As Object, predictionTable As Object

Sub FillSatisfactionIndex
    Dim first As Long, ending As Long, lead As Object, advice As Object, drawn As Long, drawnRows As Long, table As Object
    first = nextRow
    PutTechnical
    ending = nextRow
    sheet.Rows.insertByIndex first, RESERVED
    nextRow = first
    lead = RemarkCell()
    lead.CellStyle = "SQ finding"
    advice = RemarkCell()
    advice.CellStyle = "SQ advice"
    PutLeftOut
    If leftOut & notUsed <> "" Then Skip
    If CanBeDrawn(UBound(constructs) + 1) Then
        PutText nextRow, W("Path model"), "SQ heading"
        PutText nextRow + 1, W("In the ellipses the index from 0 to 100 and R², the share that the arrows towards it explain; on the arrows the path coefficients: * p < 0.05, ** p < 0.01, *** p < 0.001."), "SQ note"
        drawn = nextRow + 2
        drawnRows = PlanModel(UBound(constructs) + 1, Links())
        nextRow = drawn + drawnRows
    End If
    PutIndices
    table = PutPriorities()
    lead.Formula = "=" & Stored(Composed(W("Satisfaction index: %1 of 100, with a certainty of 95 % between %2 and %3; %4 respondents."), _
        Array(TargetFigure(2), TargetFigure(7), TargetFigure(8), Summary(1))) & "&IF(" & Summary(12) & "=""" & W("no problem") & """;"""";"" ""&" & Summary(12) & "&"" ""&" & Summary(13) & ")")
    PutAdvice advice, table
    PutMediation
    PutPrediction
    If drawn > 0 Then PutDrawing drawn, drawnRows
    sheet.Rows.removeByIndex nextRow, RESERVED - (nextRow - first)
    nextRow = ending + nextRow - first
End Sub

' A row of the summary, in a formula.
Function Summary(row As Long) As String
    Summary = "INDEX(SQ.PLS(" & model & """summary"");" & row & ";2)"
End Function

' A figure of the satisfaction construct among the indices, as a text with one decimal.
Function TargetFigure(column As Long) As String
    Dim row As Long
    For row = 1 To UBound(constructs) + 1
        If indicesTable.getCellByPosition(1, row).String = TargetOnSheet() Then TargetFigure = "FIXED(" & CellOf(indicesTable, column, row) & ";1)"
    Next
End Function

Function TargetOnSheet() As String
    TargetOnSheet = Target(book.NamedRanges.getByName(Answer("paths")).ReferredCells)
End Function

' The tables that all else is read off, and the model itself.
Sub PutTechnical
    PutModel
    model = F("answers;blocks;paths;")
    indicesTable = PutBootstrap(W("Certainty of the indices (bootstrap)"), "indices", 11)
    pathsTable = PutBootstrap(W("Certainty of the paths (bootstrap)"), "paths", 11)
    chainsTable = PutBootstrap(W("Certainty of what acts through what (bootstrap)"), "mediation", 13) ' no room for more
    PutTable W("What acts on what"), F("SQ.PLS(" & model & """effects"";;;;;minimum;maximum)")
    PutTable W("Reliability and validity"), F("SQ.PLS(" & model & """reliability"")")
    r2Table = PutTable(W("How much is explained"), F("SQ.PLS(" & model & """r2"")"))
    predictionTable = PutTable(W("Prediction of answers not seen (10 parts, 10 times)"), "SQ.PLS.PREDICT(" & Left(model, Len(model) - 1) & ")")
    ShowCounts predictionTable, 2
End Sub

' A table of the bootstrap; how large it is one resample tells.
Function PutBootstrap(heading As String, statistic As String, columns As Long) As Object
    Dim asked As String, rest As String, size, table As Object, figures As Long, shape As String
    asked = "SQ.PLS.BOOTSTRAP(" & model & """" & statistic & """;" ' F would take "paths" for an answer
    rest = F(";;;;;;;minimum;maximum)")
    size = SizeOf(asked & "1" & rest)
    ' narrower than the result, all of whose width Calc would save; the cells that give the shape stand where no row is inserted
    shape = Cells(sheet.getCellRangeByPosition(0, FAR, columns - 1, FAR + size(0) - 1))
    table = PutArray(heading, "IF(ROW(" & shape & ")*COLUMN(" & shape & ")>0;IFERROR(" & asked & rest & ";""–""))", size(0), columns)
    figures = IIf(statistic = "mediation", 3, 2)
    If Numbered(table, figures) = 0 Then Fail 503 ' more than there is time for
    ShowCounts table, figures
    PutBootstrap = table
End Function

' The last three rows of a table are counts.
Sub ShowCounts(table As Object, column As Long)
    table.getCellRangeByPosition(column, table.Rows.Count - 3, column, table.Rows.Count - 1).CellStyle = "SQ count"
End Sub

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
    constructs = NamesIn(book.NamedRanges.getByName(Answer("paths")).ReferredCells)
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

Sub PutLeftOut
    If leftOut <> "" Then PutNote Composed(W("No item belongs to %1, so the model was fitted without."), Array("""" & leftOut & """"))
    If notUsed <> "" Then PutNote Composed(W("Columns whose names mean no construct of the model were not used: %1."), Array("""" & notUsed & """"))
End Sub

Sub PutNote(formula As String)
    PutText nextRow, "", "SQ note"
    sheet.getCellByPosition(0, nextRow).Formula = "=" & formula
    nextRow = nextRow + 1
End Sub

' A sentence in which formulas stand for %1, %2 …
Function Composed(sentence As String, formulas) As String
    Dim i As Long
    Composed = """" & sentence & """"
    For i = 0 To UBound(formulas)
        Composed = "SUBSTITUTE(" & Composed & ";""%" & (i + 1) & """;" & formulas(i) & ")"
    Next
End Function

' ---- What stands above.

' Index, interval and R² of each construct, with bars.
Sub PutIndices
    Dim table As Object, i As Long, row As Long
    PutText nextRow, W("Indices"), "SQ heading"
    nextRow = nextRow + 1
    table = sheet.getCellRangeByPosition(0, nextRow, 4, nextRow + UBound(constructs) + 1)
    table.CellStyle = "SQ one"
    PutHead table, Array(W("Construct"), W("Index"), W("Lower"), W("Upper"), W("R²"))
    For i = 1 To UBound(constructs) + 1
        table.getCellByPosition(0, i).CellStyle = "SQ text"
        table.getCellByPosition(0, i).Formula = "=" & CellOf(indicesTable, 1, i)
        table.getCellByPosition(1, i).Formula = "=" & CellOf(indicesTable, 2, i)
        table.getCellByPosition(2, i).Formula = "=" & CellOf(indicesTable, 7, i)
        table.getCellByPosition(3, i).Formula = "=" & CellOf(indicesTable, 8, i)
        table.getCellByPosition(4, i).CellStyle = "SQ three"
        table.getCellByPosition(4, i).Formula = "=" & CellOf(r2Table, 1, i)
    Next
    nextRow = nextRow + UBound(constructs) + 3
    PutBarsWithInterval table, 1, 2, 3, UBound(constructs) + 1, W("Indices with intervals of 95 %"), W("0 to 100"), "0"
End Sub

Sub PutHead(table As Object, titles)
    Dim i As Long
    For i = 0 To UBound(titles)
        table.getCellByPosition(i, 0).CellStyle = "SQ head"
        table.getCellByPosition(i, 0).String = titles(i)
    Next
    table.getCellByPosition(0, 0).CellStyle = "SQ head text"
    table.Rows.getByIndex(0).Height = 450
End Sub

' What to improve: the table, whose first rows are the constructs, and their map.
Function PutPriorities() As Object
    Dim table As Object, rows As Long
    table = PutTable(W("What to improve"), F("SQ.PLS(" & model & """ipma"";;;;;minimum;maximum)"))
    Do While rows + 1 < table.Rows.Count
        If table.getCellByPosition(1, rows + 1).String <> "" Then Exit Do
        rows = rows + 1
    Loop
    PutMap table, 2, 3, rows, W("What to improve: importance and performance"), W("importance: total effect on the satisfaction index"), _
        W("performance: index"), "0.0", "AVERAGE(" & Cells(Part(table, 2, 1, rows)) & ")", "AVERAGE(" & Cells(Part(table, 3, 1, rows)) & ")", Quadrants()
    PutPriorities = table.getCellRangeByPosition(0, 0, 3, rows)
End Function

' One paragraph that says what to do, from the constructs that act on satisfaction: of those that matter and do
' less well than the rest the one that matters most, else the one to keep up.
Sub PutAdvice(cell As Object, table As Object)
    Dim last As Long, names As String, importance As String, performance As String, weak As String, most As String
    last = table.Rows.Count - 1
    names = Cells(Part(table, 0, 1, last))
    importance = Cells(Part(table, 2, 1, last))
    performance = Cells(Part(table, 3, 1, last))
    weak = "SUMPRODUCT(MAX((" & importance & ">=AVERAGE(" & importance & "))*(" & performance & "<AVERAGE(" & performance & "))*" & importance & "))"
    most = "MAX(" & importance & ")"
    cell.Formula = "=IF(" & weak & ">0;" & _
        Composed(W("What to do: begin with %1. It matters: one point more of its index adds %2 points to the satisfaction index. And it stands at %3 of 100, below the average of what acts on satisfaction."), Gains(weak, names, importance, performance)) & ";" & _
        Composed(W("What to do: keep up %1, which matters most: one point of its index is worth %2 points of the satisfaction index, and it stands at %3 of 100. Nothing that matters as much is done badly."), Gains(most, names, importance, performance)) & ")&"" ""&" & _
        Composed(W("Least is to be gained with %1."), Array("INDEX(" & names & ";MATCH(MIN(" & importance & ");" & importance & ";0))"))
End Sub

' Name, importance and performance of the construct with that importance, as formulas.
Function Gains(wanted As String, names As String, importance As String, performance As String)
    Dim place As String
    place = "MATCH(" & wanted & ";" & importance & ";0)"
    Gains = Array("INDEX(" & names & ";" & place & ")", "FIXED(" & wanted & ";2)", "FIXED(INDEX(" & performance & ";" & place & ");1)")
End Function

' Through what constructs act: in one sentence, and the strongest ways in words.
Sub PutMediation
    Const MOST_WAYS = 10
    Dim rows As Long, shown As Long, table As Object, kinds As String, row As Long, place As String
    rows = chainsTable.Rows.Count - 4
    If rows < 1 Then Exit Sub ' nothing acts through anything
    shown = Least(rows, MOST_WAYS)
    kinds = Cells(Part(chainsTable, 6, 1, rows))
    PutText nextRow, W("Through what it acts"), "SQ heading"
    nextRow = nextRow + 1
    PutFinding Composed(W("Of %1 ways on which one construct acts on another through others, %2 are there: their interval leaves 0 out. The strongest ways; all of them stand below."), _
        Array(CStr(rows), HowMany(kinds, W("complementary")) & "+" & HowMany(kinds, W("competitive")) & "+" & HowMany(kinds, W("indirect only"))))
    nextRow = nextRow - 1
    table = sheet.getCellRangeByPosition(0, nextRow, 7, nextRow + shown)
    table.CellStyle = "SQ text"
    PutHead table, Array(W("From"), W("Through"), W("To"), W("Effect"), W("Lower"), W("Upper"), W("Share of total"), W("In words"))
    table.getCellRangeByPosition(1, 0, 2, 0).CellStyle = "SQ head words"
    table.getCellByPosition(7, 0).CellStyle = "SQ head words"
    table.getCellRangeByPosition(1, 1, 2, shown).CellStyle = "SQ words"
    table.getCellRangeByPosition(1, 1, 1, shown).ShrinkToFit = True
    table.getCellRangeByPosition(3, 1, 6, shown).CellStyle = "SQ three"
    table.getCellRangeByPosition(7, 1, 7, shown).CellStyle = "SQ words"
    For row = 1 To shown
        place = Strongest(Part(chainsTable, 3, 1, rows), row)
        table.getCellRangeByPosition(0, row, 7, row).setFormulaArray Array(Array("=" & Way(0, rows, place), "=" & Way(1, rows, place), "=" & Way(2, rows, place), _
            "=" & Way(3, rows, place), "=" & Way(11, rows, place), "=" & Way(12, rows, place), "=" & Way(4, rows, place), "=" & InWords(Way(6, rows, place) & "&""""")))
    Next
    nextRow = nextRow + shown + 2
End Sub

' A figure of the way at a place of the table of all, in a formula.
Function Way(column As Long, rows As Long, place As String) As String
    Way = "INDEX(" & Cells(Part(chainsTable, column, 1, rows)) & ";" & place & ")"
End Function

' The place of the effect of a rank, whatever its sign; of equal ones the upper comes first.
Function Strongest(effects As Object, rank As Long) As String
    Dim key As String
    key = "ABS(" & Cells(effects) & ")-ROW(" & Cells(effects) & ")*1E-12"
    Strongest = "SUMPRODUCT((" & key & "=LARGE(" & key & ";" & rank & "))*(ROW(" & Cells(effects) & ")-ROW(" & CellOf(effects, 0, 0) & ")+1))"
End Function

' How often a text stands in a column of a table. Calc finds a text that an array formula brought only where something
' is joined to it.
Function HowMany(cells As String, text As String) As String
    HowMany = "SUMPRODUCT(1*(" & cells & "&""""=""" & text & """))"
End Function

Function InWords(kind As String) As String
    InWords = "IF(" & kind & "=""" & W("complementary") & """;""" & W("acts by itself and through it, the same way") & """;IF(" & _
        kind & "=""" & W("competitive") & """;""" & W("acts by itself and through it, one against the other") & """;IF(" & _
        kind & "=""" & W("indirect only") & """;""" & W("acts through it alone") & """;IF(" & _
        kind & "=""" & W("direct only") & """;""" & W("acts by itself, not through it") & """;IF(" & _
        kind & "=""" & W("none") & """;""" & W("no effect is there") & """;""–"")))))"
End Function

' Whether the model predicts, in one sentence (Shmueli et al. 2019); the table stands below.
Sub PutPrediction
    Dim rows As Long, gain As String, better As String, power As String
    rows = predictionTable.Rows.Count - 4
    gain = "COUNTIF(" & Cells(Part(predictionTable, 2, 1, rows)) & ";"">0"")"
    better = HowMany(Cells(Part(predictionTable, 7, 1, rows)), W("path model"))
    power = "IF(" & gain & "=0;""" & W("it does not predict") & """;IF(" & better & "=" & rows & ";""" & W("high predictive power") & """;IF(2*" & better & ">=" & rows & ";""" & _
        W("medium predictive power") & """;IF(" & better & ">0;""" & W("low predictive power") & """;""" & W("it lacks predictive power") & """))))"
    PutText nextRow, W("Does the model predict?"), "SQ heading"
    nextRow = nextRow + 1
    PutFinding Composed(W("Answers the model has not seen it predicts better than their mean for %1 of %2 items, and better than a linear model of all other items for %3: %4 (Shmueli et al. 2019)."), Array(gain, CStr(rows), better, power))
End Sub

' The four corners of a map of importance and performance, from the upper left on.
Function Quadrants()
    Quadrants = Array(W("Possible overkill"), W("Keep up the good work"), W("Low priority"), W("Concentrate here"))
End Function

' The arrows as numbers of constructs.
Function Links()
    Dim all(), i As Long
    ReDim all(pathsTable.Rows.Count - 5) ' a header above, three counts below
    For i = 0 To UBound(all)
        all(i) = Array(PlaceOf(pathsTable.getCellByPosition(0, i + 1).String, constructs), PlaceOf(pathsTable.getCellByPosition(1, i + 1).String, constructs))
    Next
    Links = all
End Function

Sub PutDrawing(first As Long, rows As Long)
    Dim names(), seconds(), figures(), i As Long
    ReDim names(UBound(constructs))
    ReDim seconds(UBound(constructs))
    For i = 0 To UBound(constructs)
        names(i) = CellOf(indicesTable, 1, i + 1)
        seconds(i) = "FIXED(" & CellOf(indicesTable, 2, i + 1) & ";1)&IF(ISNUMBER(" & CellOf(r2Table, 1, i + 1) & ");"" · R² ""&FIXED(" & CellOf(r2Table, 1, i + 1) & ";2);"""")"
    Next
    ReDim figures(pathsTable.Rows.Count - 5)
    For i = 0 To UBound(figures)
        figures(i) = "FIXED(" & CellOf(pathsTable, 2, i + 1) & ";2)&" & Stars(CellOf(pathsTable, 6, i + 1))
    Next
    DrawModel first, rows, names, seconds, figures
End Sub

Function Stars(p As String) As String
    Stars = "IF(ISNUMBER(" & p & ");REPT(""*"";(" & p & "<0.05)+(" & p & "<0.01)+(" & p & "<0.001));"""")"
End Function

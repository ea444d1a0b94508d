' SPDX-License-Identifier: GPL-3.0-or-later
'
' The sheet of the satisfaction index.
Option Explicit

Const FAR = 50000
Const RESERVED = 2000 ' rows for what stands above the technical tables, which are made first: no survey has more items

Private model As String            ' the first arguments of SQ.PLS and its like
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
    PutNote "IF(" & Summary(1) & "<" & 10 * MostCauses() & ";""" & W("Fewer than ten respondents for each arrow that leads to one construct: too few to rely on these figures.") & """;"""")"
    PutLeftOut
    If leftOut & notUsed <> "" Then Skip
    If CanBeDrawn(UBound(modelNames) + 1) Then
        PutText nextRow, W("Path model"), "SQ heading"
        PutText nextRow + 1, W("In the ellipses the index from 0 to 100 and R², the share that the arrows towards it explain; on the arrows the path coefficients: * p < 0.05, ** p < 0.01, *** p < 0.001."), "SQ note"
        drawn = nextRow + 2
        drawnRows = PlanModel(UBound(modelNames) + 1, Links())
        nextRow = drawn + drawnRows
    End If
    PutIndices
    table = PutPriorities()
    lead.Formula = "=" & Stored(Composed(W("Satisfaction index: %1 of 100, with a certainty of 95 % between %2 and %3; %4 respondents."), _
        Array(TargetFigure(2), TargetFigure(7), TargetFigure(8), Summary(1))) & "&IF(" & Summary(12) & "=""" & W("no problem") & """;"""";"" ""&" & Summary(12) & "&"" ""&" & Summary(13) & ")")
    If IsNull(table) Then
        advice.String = W("Nothing acts on satisfaction in this model, so it cannot say what to improve.")
    Else
        PutAdvice advice, table
    End If
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
    For row = 1 To UBound(modelNames) + 1
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

Sub PutLeftOut
    If leftOut <> "" Then PutNote Composed(W("No item belongs to %1, so the model was fitted without."), Array(Quoted(leftOut)))
    If notUsed <> "" Then PutNote Composed(W("Columns whose names mean no construct of the model were not used: %1."), Array(Quoted(notUsed)))
End Sub

' A text of the user's in a formula.
Function Quoted(text As String) As String
    Quoted = """" & Join(Split(text, """"), """""") & """"
End Function

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
    table = sheet.getCellRangeByPosition(0, nextRow, 4, nextRow + UBound(modelNames) + 1)
    table.CellStyle = "SQ one"
    PutHead table, Array(W("Construct"), W("Index"), W("Lower"), W("Upper"), W("R²"))
    For i = 1 To UBound(modelNames) + 1
        table.getCellByPosition(0, i).CellStyle = "SQ text"
        table.getCellByPosition(0, i).Formula = "=" & CellOf(indicesTable, 1, i)
        table.getCellByPosition(1, i).Formula = "=" & CellOf(indicesTable, 2, i)
        table.getCellByPosition(2, i).Formula = "=" & CellOf(indicesTable, 7, i)
        table.getCellByPosition(3, i).Formula = "=" & CellOf(indicesTable, 8, i)
        table.getCellByPosition(4, i).CellStyle = "SQ three"
        table.getCellByPosition(4, i).Formula = "=" & CellOf(r2Table, 1, i)
    Next
    nextRow = nextRow + UBound(modelNames) + 3
    PutBarsWithInterval table, 1, 2, 3, UBound(modelNames) + 1, W("Indices with intervals of 95 %"), W("0 to 100"), "0"
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
    PutPriorities = Nothing
    If rows = 0 Then Exit Function ' nothing acts on satisfaction
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

' How many arrows lead to one construct at most.
Function MostCauses() As Long
    Dim all, i As Long, j As Long, causes As Long
    all = Links()
    For i = 0 To UBound(modelNames)
        causes = 0
        For j = 0 To UBound(all)
            If all(j)(1) = i Then causes = causes + 1
        Next
        If causes > MostCauses Then MostCauses = causes
    Next
End Function

' The arrows as numbers of constructs.
Function Links()
    Dim all(), i As Long
    ReDim all(pathsTable.Rows.Count - 5) ' a header above, three counts below
    For i = 0 To UBound(all)
        all(i) = Array(PlaceOf(pathsTable.getCellByPosition(0, i + 1).String, modelNames), PlaceOf(pathsTable.getCellByPosition(1, i + 1).String, modelNames))
    Next
    Links = all
End Function

Sub PutDrawing(first As Long, rows As Long)
    Dim names(), seconds(), figures(), i As Long
    ReDim names(UBound(modelNames))
    ReDim seconds(UBound(modelNames))
    For i = 0 To UBound(modelNames)
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

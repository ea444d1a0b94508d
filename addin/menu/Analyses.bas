' SPDX-License-Identifier: GPL-3.0-or-later
'
' What each analysis of the menu puts on its sheet: a Sub for each row of entries.h, from which the
' build makes the module Commands (Title, Explanation, Questions, Fill).
Option Explicit

Private names(), given() ' the questions' names, and the answers as they stand in formulas

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
        message = Unanswered(kind, answers, document)
        If message = "" Then
            If Agreed(kind, answers, document) Then message = InsertAnalysis(document, kind, answers) Else message = Explanation(kind)
        End If
    Loop While message <> ""
End Sub

' Shows what was understood, where an analysis reads more than cells; whether it is to be inserted.
Function Agreed(kind As String, answers, document As Object) As Boolean
    Agreed = True
    If kind = "index" Then Agreed = Ask(Title(kind, UserLanguage()), Understood(answers, document), Array(), Array())
End Function

Sub FillGaps
    Dim table As Object
    PutRemark W("Perception minus expectation: below zero the service falls short. Means of the respondents who answered both; the interval of 95 % belongs to the gap.")
    PutFigure W("Service gap"), F("SQ.GAP5(expectations;perceptions;dimensions)"), "SQ three"
    Skip
    If Has("dimensions") Then
        table = PutTable(W("By dimension"), F("SQ.GAP.DIMENSIONS(expectations;perceptions;dimensions)"))
        PutBars table, Array(1, 2), table.Rows.Count - 2, W("Expectation and perception by dimension"), W("mean answer"), "0.0"
        PutBars table, Array(3), table.Rows.Count - 2, W("Gap by dimension"), W("perception minus expectation"), "0.0"
    End If
    table = PutTable(W("By item"), F("SQ.GAP.ITEMS(expectations;perceptions)"))
    PutBars table, Array(1, 2), table.Rows.Count - 1, W("Expectation and perception by item"), W("mean answer"), "0.0"
    PutBars table, Array(3), table.Rows.Count - 1, W("Gap by item"), W("perception minus expectation"), "0.0"
    PutTable W("By item, tested by ranks (Wilcoxon)"), F("SQ.GAP.ITEMS(expectations;perceptions;;;""wilcoxon"")")
End Sub

Sub FillSegments
    Dim table As Object, rows As Long
    PutRemark W("Perception minus expectation of each segment. p below 0.05 under the table says that the segments differ; the pairs say which. p of the pairs is adjusted for their number.")
    table = PutOpenTable(W("Gap by segment"), F("SQ.GAP.GROUPS(expectations;perceptions;segment;dimensions;;test)"), 16)
    rows = Numbered(table, 1)
    PutBars table, Array(4), rows, W("Gap by segment"), W("perception minus expectation"), "0.0"
    If rows > 1 Then PutPairs W("Which segments differ"), F("SQ.GAP.PAIRS(expectations;perceptions;segment;dimensions;test)")
End Sub

Sub FillCompareGroups
    Dim table As Object, groups As Long, i As Long, columns()
    PutRemark W("The answers of each group, item by item. p below 0.05 says that the groups differ; p (Holm) is adjusted for the number of items. The pairs say which groups differ.")
    table = PutTable(W("Groups compared, item by item"), F("SQ.COMPARE(answers;segment;test)"))
    groups = (table.Columns.Count - 8) / 4
    FormatGroups table, groups
    If groups <= 8 Then
        ReDim columns(groups - 1)
        For i = 0 To groups - 1
            columns(i) = 2 + 2 * i
        Next
        PutBars table, columns, table.Rows.Count - 1, W("Answers by group"), W("answer"), "0.0"
    End If
    If groups > 1 Then PutPairs W("Which groups differ"), F("SQ.COMPARE.PAIRS(answers;segment;test)")
End Sub

' Pairs of groups; by ranks they have other columns.
Sub PutPairs(heading As String, formula As String)
    Dim table As Object
    table = PutTable(heading, formula)
    If table.Columns.Count < 10 Then FormatColumns table, Figures("SQ.GAP.PAIRS dunn")
End Sub

' n, mean or median of each group; the test; the limits of each group; a remark.
Sub FormatGroups(table As Object, groups As Long)
    Dim letters As String, i As Long
    letters = "l"
    For i = 1 To groups
        letters = letters & "cn"
    Next
    letters = letters & "nnnppn" & String(2 * groups, "n") & "w"
    FormatColumns table, letters
End Sub

Sub FillKeyDrivers
    Dim table As Object, rows As Long, fit As String
    fit = "SQ.DRIVERS(overall;attributes;;0)"
    PutFinding F("IFERROR(""" & W("What goes with it most:") & """&"" ""&" & Driver(fit, 1) & "&IFERROR("", ""&" & Driver(fit, 2) & ";"""")&IFERROR("", ""&" & _
        Driver(fit, 3) & ";"""")&"". ""&""" & W("A share says what goes together, not what causes what.") & """;INDEX(" & fit & ";1;1))")
    table = PutTable(W("Key drivers"), F("SQ.DRIVERS(overall;attributes)"))
    rows = table.Rows.Count - 10 ' below: the regression as a whole
    PutBarsWithInterval table, 9, 10, 11, rows, W("Share of what is explained, with intervals"), W("share of R²"), "0%"
    table = PutTable(W("Derived importance and performance"), F("SQ.IPA.DERIVED(overall;attributes)"))
    PutMap table, 1, 2, table.Rows.Count - 2, W("Importance and performance"), W("importance: share of R²"), _
        W("performance, mean answer"), "0.0", CellOf(table, 1, table.Rows.Count - 1), CellOf(table, 2, table.Rows.Count - 1), Quadrants()
End Sub

' The name of the attribute of that rank, and its share, in a formula.
Function Driver(fit As String, rank As Long) As String
    Dim place As String
    place = "MATCH(" & rank & ";INDEX(" & fit & ";0;14);0)"
    Driver = "INDEX(" & fit & ";" & place & ";1)&"" (""&TEXT(INDEX(" & fit & ";" & place & ";10);""0%"")&"")"""
End Function

Sub FillConfirmDimensions
    Dim table As Object, loadings As Object, met As String
    met = "(" & FitOf(7) & ">=0.9)+(" & FitOf(8) & ">=0.9)+(" & FitOf(9) & "<=0.08)+(" & FitOf(12) & "<=0.08)"
    PutFinding F("IF(ISNUMBER(" & FitOf(7) & ");CHOOSE(1+(" & met & ">1)+(" & met & "=4);""" & _
        W("The items do not measure the dimensions as they are meant to, by the usual yardsticks:") & """;""" & _
        W("The items measure the dimensions only roughly; not all of the usual yardsticks are met:") & """;""" & _
        W("The items measure the dimensions they are meant for, by the usual yardsticks:") & """)&"" CFI = ""&FIXED(" & FitOf(7) & ";3)&"", TLI = ""&FIXED(" & _
        FitOf(8) & ";3)&"", RMSEA = ""&FIXED(" & FitOf(9) & ";3)&"", SRMR = ""&FIXED(" & FitOf(12) & ";3)&""."";" & FitOf(1) & ")")
    PutWarning F("SUMPRODUCT(IFERROR(1*INDEX(SQ.CFA(scale_items;dimensions;""loadings"");0;8);0)>1)+SUMPRODUCT(IFERROR(ABS(SQ.CFA(scale_items;dimensions;""correlations""));0)>1.000001)>0"), _
        W("A Heywood case: an item would have less than no variance of its own, or two dimensions would correlate beyond 1. The figures are shown as they came out; do not report them. Leave the item out, or put the two dimensions together.")
    PutList W("How well the model fits"), F("SQ.CFA(scale_items;dimensions;""fit"")")
    PutYardsticks
    PutTable W("Models side by side"), F("SQ.CFA.COMPARE(scale_items;dimensions)")
    loadings = PutTable(W("Loadings"), F("SQ.CFA(scale_items;dimensions;""loadings"")"))
    PutBars loadings, Array(6), loadings.Rows.Count - 1, W("Standardised loadings"), W("from 0.5 usual, from 0.7 good"), "0.0"
    table = PutTable(W("Validity: in the diagonal √AVE, below it correlations, above it HTMT"), F("SQ.CFA(scale_items;dimensions;""validity"")"))
    PutPathPicture W("Dimensions, items and loadings; arcs are correlations"), loadings, 6, table
End Sub

' A figure of the fit, in a formula.
Function FitOf(row As Long) As String
    FitOf = "INDEX(SQ.CFA(scale_items;dimensions;""fit"");" & row & ";2)"
End Function

' Beside the figures of the fit: what is usual, and who says so.
Sub PutYardsticks
    Dim row As Long, first As Long
    first = nextRow - 18 ' the list has 17 rows, and one is free
    Yardstick first + 5, W("up to 3 (Kline 2016)")
    Yardstick first + 6, W("good from 0.95, acceptable from 0.90 (Hu & Bentler 1999)")
    Yardstick first + 7, W("good from 0.95, acceptable from 0.90 (Hu & Bentler 1999)")
    Yardstick first + 8, W("good up to 0.06, acceptable up to 0.08 (Hu & Bentler 1999)")
    Yardstick first + 11, W("good up to 0.08 (Hu & Bentler 1999)")
End Sub

Sub Yardstick(row As Long, text As String)
    Dim cell As Object
    cell = sheet.getCellByPosition(2, row)
    cell.CellStyle = "SQ note"
    cell.HoriJustify = com.sun.star.table.CellHoriJustify.LEFT
    cell.ParaIndent = 300
    cell.String = text
End Sub

Sub FillNormality
    Dim table As Object
    PutWarning F("SUMPRODUCT(IFERROR(INDEX(SQ.NORMALITY(answers);0;9);1)<0.05)>0"), _
        W("Not all of the items are normally distributed (p below 0.05). Answers on a scale hardly ever are. With fewer than about 50 respondents test by ranks: Wilcoxon, Kruskal–Wallis, Spearman. With more, tests of means hold as well: do both, and report that they agree."), _
        W("No item departs clearly from the normal distribution (p of 0.05 and more): tests of means (t, Welch) and Pearson's correlation fit. With few respondents the test sees only coarse departures.")
    table = PutTable(W("Normality of each item"), F("SQ.NORMALITY(answers)"))
    PutBars table, Array(5, 6), table.Rows.Count - 1, W("Skewness and kurtosis (0: normal)"), W("0 is normal"), "0.0"
End Sub

Sub FillCorrelations
    Dim table As Object
    PutRemark W("How the answers go together, from −1 to 1: from 0.1 weak, from 0.3 medium, from 0.5 strong (Cohen). Below stands how probable each is by chance.")
    table = PutTable(W("Correlations"), F("SQ.CORRELATIONS(answers;others;method)"))
    Shade table.getCellRangeByPosition(1, 1, table.Columns.Count - 1, table.Rows.Count - 1)
    PutTable W("Probability of each by chance (p)"), F("SQ.CORRELATIONS(answers;others;method;""p"")")
End Sub

Sub FillImportance
    Dim table As Object, rows As Long
    PutRemark W("What is important and done badly stands at the lower right: concentrate there.")
    table = PutTable(W("Importance and performance by item"), F("SQ.IPA(importance;performance;crosshair)"))
    rows = table.Rows.Count
    PutMap table, 1, 2, rows - 2, W("Importance and performance"), W("importance, mean answer"), _
        W("performance, mean answer"), "0.0", CellOf(table, 1, rows - 1), CellOf(table, 2, rows - 1), Quadrants()
End Sub

Sub FillTolerance
    Dim table As Object, rows As Long
    PutRemark W("Adequacy: perception minus the lowest level accepted. Superiority: perception minus the level desired.")
    table = PutTable(W("Zone of tolerance"), F("SQ.TOLERANCE(least;desired;perceptions;dimensions)"))
    rows = table.Rows.Count - 2 ' the overall comes last
    If rows < 1 Then rows = 1 ' or alone, without dimensions
    PutBars table, Array(2, 3, 4), rows, W("Lowest, desired and perceived level"), W("mean answer"), "0.0"
End Sub

Sub FillKano
    Dim table As Object
    PutRemark W("A attractive, O one-dimensional, M must-be, I indifferent, R reverse, Q questionable. Better: how far satisfaction rises if the feature is there; worse: how far it falls if it is missing.")
    table = PutTable(W("Kano category of each feature"), F("SQ.KANO(functional;dysfunctional)"))
    If Total(table, 7) = 0 Then FailWith U("Nobody answered both questions about any feature in a way that is understood, so there is no category. The answers are the numbers 1 to 5; words become numbers by SQ.KANO.CODE.")
    PutMap table, 9, 10, table.Rows.Count - 1, W("Better and worse"), W("better: satisfaction if it is there"), _
        W("worse: dissatisfaction if it is missing"), "0.0", "0.5", "-0.5"
End Sub

Sub FillPenaltyReward
    Dim table As Object, rows As Long
    PutRemark W("Penalty: what a low rating takes from overall satisfaction; reward: what a high one adds, the other attributes held fixed.")
    table = PutTable(W("Penalty and reward of each attribute"), F("SQ.PRCA(overall;attributes;low;high)"))
    rows = table.Rows.Count - 4 ' below: intercept, R² and n
    PutBars table, Array(1, 5), rows, W("Penalty and reward"), W("points of overall satisfaction"), "0.00"
End Sub

Sub FillIncidents
    Dim table As Object
    PutRemark W("Motivators are named in good incidents, hygiene factors in bad ones. In the order of your list.")
    table = PutNamedTable(W("The two factors after Herzberg"), F("SQ.HERZBERG(good;bad)"), F("factors"))
    PutBars table, Array(1, 2), Numbered(table, 1), W("Share of good and of bad incidents"), W("share of mentions"), "0%"
End Sub

Sub FillStates
    Dim table As Object
    PutRemark W("Hygiene that is not met dissatisfies; motivators that are met satisfy.")
    table = PutTable(W("States of respondents"), F("SQ.TWOFACTOR.STATES(ratings;factors)"))
    PutBars table, Array(2), table.Rows.Count - 1, W("Respondents in each state"), W("share of respondents"), "0%"
End Sub

Sub FillReliability
    Dim table As Object
    PutRemark W("α and ω say how well the items of a scale measure one thing: from 0.7 is usual, from 0.9 for decisions on single people.")
    table = PutTable(W("Scales"), F("SQ.RELIABILITY(scale_items;dimensions)"))
    PutBars table, Array(2, 4), table.Rows.Count - 1, W("Reliability"), W("0 to 1"), "0.0"
    PutTable W("Items"), F("SQ.ITEMS(scale_items)")
End Sub

Sub FillDistribution
    PutDistribution "answers;minimum;maximum"
End Sub

Sub PutDistribution(arguments As String)
    Dim table As Object, columns(), i As Long, last As Long
    table = PutTable(W("Distribution of the answers"), F("SQ.DISTRIBUTION(" & arguments & ")"))
    last = 4 ' behind the points of the scale may stand the share of other answers
    Do While last + 1 < table.Columns.Count
        If Not IsNumeric(table.getCellByPosition(last + 1, 0).String) Then Exit Do
        last = last + 1
    Loop
    If last < 5 Or last > 15 Then Exit Sub
    ReDim columns(last - 5)
    For i = 5 To last
        columns(i - 5) = i
    Next
    PutBars table, columns, table.Rows.Count - 2, W("Share of each point of the scale"), W("share of answers"), "0%", True
End Sub

Sub FillRecommendation
    Dim table As Object
    PutRemark W("Net promoter score: share of 9 and 10 minus share of 0 to 6, from −100 to 100.")
    PutWarning F("SQ.BOTTOMBOX(recommend;6;0)=1"), W("No answer is above 5. Was the question asked from 0 to 10? On a shorter scale this score says nothing.")
    PutFigure W("Net promoter score"), F("SQ.NPS(recommend)"), "SQ three"
    PutFigure W("Lower end, 95 %"), F("IFERROR(INDEX(SQ.NPS.INTERVAL(recommend);1;1);""–"")"), "SQ three"
    PutFigure W("Upper end, 95 %"), F("IFERROR(INDEX(SQ.NPS.INTERVAL(recommend);1;2);""–"")"), "SQ three"
    PutFigure W("Promoters"), F("SQ.TOPBOX(recommend;2;10)"), "SQ percent"
    PutFigure W("Detractors"), F("SQ.BOTTOMBOX(recommend;7;0)"), "SQ percent"
    Skip
    If Has("segment") Then
        table = PutOpenTable(W("Recommendation by group"), F("SQ.NPS.GROUPS(recommend;segment)"), 12)
        PutBars table, Array(5), Numbered(table, 1), W("Net promoter score by group"), W("net promoter score"), "0"
    End If
    PutDistribution "recommend;0;10"
End Sub

Sub FillRetention
    PutRemark W("The share of customers expected to stay is that of each score in the table of SQ.RETENTION; replace it by your own.")
    PutFigure W("Expected retention"), F("SQ.RETENTION.EXPECTED(satisfaction)"), "SQ percent"
    PutFigure W("Customers lost in a year"), F("customers*(1-SQ.RETENTION.EXPECTED(satisfaction))"), "SQ money"
    PutFigure W("Margin lost in a year"), F("SQ.LOSSCOST(customers;SQ.RETENTION.EXPECTED(satisfaction);margin)"), "SQ money"
    PutFigure W("Value of a customer"), F("SQ.LIFETIMEVALUE(margin;SQ.RETENTION.EXPECTED(satisfaction);discount)"), "SQ money"
    PutFigure W("Value of all customers"), F("customers*SQ.LIFETIMEVALUE(margin;SQ.RETENTION.EXPECTED(satisfaction);discount)"), "SQ money"
    Skip
    PutDistribution "satisfaction;1;5"
End Sub

Sub FillLosses
    Dim table As Object, first As Long, rows As Long
    PutRemark W("Why customers left, the most costly first.")
    table = PutOpenTable(W("Losses in Pareto order"), F("SQ.LOSSES(reasons;amounts;period;header)"), 25)
    first = FirstNumbered(table)
    rows = Numbered(table, first) - 1 ' the last is the total
    If first > 1 Then Exit Sub ' a bar could not be told by one of its labels alone
    If Has("amounts") Then
        PutBars table, Array(first + 3), rows, W("Losses by reason"), W("amount"), "#,##0"
    Else
        PutBars table, Array(first), rows, W("Losses by reason"), W("number of losses"), "0"
    End If
End Sub

Sub FillComplaints
    PutList W("How complaints were dealt with"), F("SQ.COMPLAINTS(opened;closed;resolved;target)")
End Sub

Sub FillCheckData
    PutRemark W("What is wrong with the answers, in which cell, and what to do. The list follows the data.")
    PutOpenTable W("Findings"), F("SQ.CHECK(answers;minimum;maximum)"), 40
    sheet.Columns.getByIndex(0).Width = 6500
    sheet.Columns.getByIndex(5).Width = 12000
End Sub

Sub FillWordsToNumbers
    PutRemark W("The answers as numbers, live: use this block in the other analyses. A dash stands where the wording is not known; SQ.CODE takes a list of your own wordings, too.")
    PutTable W("Answers as numbers"), F("SQ.CODE(worded;levels)")
End Sub

' ---- Answers in formulas.

' What is missing among the answers, as a sentence; "" if nothing is.
Function Unanswered(kind As String, answers, document As Object) As String
    Dim list, i As Long, mayBeEmpty As Boolean
    list = Questions(kind)
    For i = 0 To UBound(list)
        mayBeEmpty = Right(list(i)(1), 1) = "?"
        If answers(i) = "" Then
            If Not mayBeEmpty And list(i)(1) <> "choice" Then Unanswered = U("Please fill in:") & " " & list(i)(2) : Exit Function
        ElseIf HoldsCells(list(i), answers(i)) Then
            If IsNull(RangeOf(CStr(answers(i)), document)) Then
                Unanswered = answers(i) & " " & U("is not a cell range. Write it as in a formula, such as B1:Y400.") : Exit Function
            End If
        ElseIf Left(list(i)(1), 6) = "number" Then
            If NumberOf(CStr(answers(i)), document) = "" Then
                Unanswered = Spoken(U("%1 is not a number, or can be read in two ways. Write it without marks between thousands, as %2."), CStr(answers(i)), NumberExample(document)) : Exit Function
            End If
        End If
    Next
    Unanswered = ""
    If kind = "index" Then Unanswered = Misunderstood(answers, document)
End Function

' Gives the ranges their names, and keeps the answers for formulas.
Sub NameAnswers(kind As String, answers, document As Object)
    Dim list, i As Long, ranges(), growing As Boolean
    list = Questions(kind)
    ReDim names(UBound(list))
    ReDim given(UBound(list))
    ReDim ranges(UBound(list))
    growing = True
    For i = 0 To UBound(list)
        names(i) = list(i)(0)
        If answers(i) <> "" And HoldsCells(list(i), answers(i)) Then
            ranges(i) = RangeOf(CStr(answers(i)), document)
            If Left(list(i)(1), 5) = "items" Then ranges(i) = WithHeader(ranges(i))
            If Not IsOfItems(list(i)) Then growing = growing And IsOpen(ranges(i))
        End If
    Next
    For i = 0 To UBound(list)
        given(i) = answers(i)
        If IsWord(list(i), answers(i)) Then given(i) = """" & answers(i) & """"
        If Left(list(i)(1), 6) = "number" And answers(i) <> "" Then given(i) = NumberOf(CStr(answers(i)), document)
        If Not IsEmpty(ranges(i)) Then
            If growing And Not IsOfItems(list(i)) And kind <> "words" Then ranges(i) = ToTheEnd(ranges(i))
            given(i) = NameFor(names(i), ranges(i), document)
        End If
    Next
End Sub

' Whether an answer is a cell range: not where it is a number, a choice or the name of an order.
Function HoldsCells(question, ByVal answer As String) As Boolean
    HoldsCells = TakesCells(question) And Not IsWord(question, answer)
End Function

' Whether an answer stands in formulas as a text.
Function IsWord(question, ByVal answer As String) As Boolean
    If Left(question(1), 10) = "dimensions" Then IsWord = IsAmong(UCase(answer), Array("SERVQUAL", "MINSA"))
    If question(1) = "choice" And answer <> "" Then IsWord = Not IsNumeric(answer)
End Function

' Whether the cells belong to the items and not to the respondents.
Function IsOfItems(question) As Boolean
    IsOfItems = Left(question(1), 6) = "values" Or Left(question(1), 10) = "dimensions"
End Function

Function Has(name As String) As Boolean
    Has = Answer(name) <> ""
End Function

' Cells that the sheet itself has for an answer.
Sub SetAnswer(name As String, value As String)
    Dim i As Long
    For i = 0 To UBound(names)
        If names(i) = name Then
            given(i) = value
            Exit Sub
        End If
    Next
    ReDim Preserve names(UBound(names) + 1)
    ReDim Preserve given(UBound(names))
    names(UBound(names)) = name
    given(UBound(names)) = value
End Sub

Function Answer(name As String) As String
    Dim i As Long
    Answer = name
    For i = 0 To UBound(names)
        If names(i) = name Then Answer = given(i)
    Next
End Function

' A formula with the answers in place of the names of the questions.
Function F(formula As String) As String
    Dim i As Long, letter As String, word As String, result As String
    For i = 1 To Len(formula) + 1
        letter = Mid(formula, i, 1)
        If letter <> "" And InStr("();*""", letter) = 0 Then
            word = word & letter
        Else
            result = result & Answer(word) & letter
            word = ""
        End If
    Next
    F = result
End Function

' ---- Places in tables.

Function CellOf(table As Object, column As Long, row As Long) As String
    CellOf = Cells(table.getCellByPosition(column, row))
End Function

' The last row that has a number in a column, counted from the header at 0.
Function Numbered(table As Object, column As Long) As Long
    Dim data, row As Long
    data = table.DataArray
    For row = 1 To UBound(data)
        If VarType(data(row)(column)) <> 5 Then Exit For
        Numbered = row
    Next
End Function

' The sum of the numbers in a column.
Function Total(table As Object, column As Long) As Double
    Dim data, row As Long
    data = table.DataArray
    For row = 1 To UBound(data)
        If VarType(data(row)(column)) = 5 Then Total = Total + data(row)(column)
    Next
End Function

' The first column that has a number in the first row.
Function FirstNumbered(table As Object) As Long
    Dim data
    data = table.DataArray
    Do While VarType(data(1)(FirstNumbered)) <> 5
        FirstNumbered = FirstNumbered + 1
    Loop
End Function

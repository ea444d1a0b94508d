' SPDX-License-Identifier: GPL-3.0-or-later
'
' The drawing of a path model: ellipses and arrows lie over the sheet, names, indices and coefficients stand in the
' cells below them, live like any formula. Three columns of ellipses, causes to the left; which place each has is
' searched for, so that no arrow runs through an ellipse and few cross.
Option Explicit

Const MOST_DRAWN = 15    ' constructs
Const STEP_ROWS = 3      ' rows from one place to the next below; two ellipses in a column are two places apart
Const DRAWN_ROW = 450
Const REACH_X = 2100     ' half of an ellipse
Const REACH_Y = 740
Const LABEL_X = 650      ' half of a coefficient
Const LABEL_Y = 210

Private count As Long                ' constructs
Private arrows()                     ' Array(from, to) each
Private column(), place()            ' where each construct stands: 0 to 2, 0 to lowest
Private lowest As Long
Private middleX(2) As Double, top As Long ' of the columns of ellipses; the first row
Private labels(), labelled As Long   ' the boxes of the coefficients: Array(x, y)

' Whether a model has few enough constructs to be drawn.
Function CanBeDrawn(constructs As Long) As Boolean
    CanBeDrawn = constructs <= MOST_DRAWN
End Function

' Finds places for the constructs of a model, arrows as Array(from, to) of their numbers; how many rows the drawing takes.
Function PlanModel(constructs As Long, links) As Long
    Dim i As Long, least As Long, most As Long, best As Double, columns, places
    count = constructs
    arrows = links
    lowest = 2 * ((count + 2) \ 3) - 2
    If lowest < 4 Then lowest = 4
    Begin False
    best = Search()
    columns = column
    places = place
    Begin True
    If Search() >= best Then
        column = columns
        place = places
    End If
    least = lowest
    For i = 0 To count - 1
        If place(i) < least Then least = place(i)
        If place(i) > most Then most = place(i)
    Next
    For i = 0 To count - 1
        place(i) = place(i) - least
    Next
    PlanModel = STEP_ROWS * (most - least) + 5
End Function

' Draws what was planned from a row on. names and seconds: formulas of the two lines in each ellipse; figures: those of
' the coefficients.
Sub DrawModel(first As Long, rows As Long, names, seconds, figures)
    Dim i As Long
    top = first
    sheet.getCellRangeByPosition(0, top, 0, top + rows - 1).Rows.Height = DRAWN_ROW
    middleX(0) = MiddleOf(0, 0)
    middleX(1) = MiddleOf(4, 5)
    middleX(2) = MiddleOf(8, 9)
    For i = 0 To count - 1
        DrawConstruct i, CStr(names(i)), CStr(seconds(i))
    Next
    labelled = 0
    ReDim labels(UBound(arrows))
    For i = 0 To UBound(arrows)
        DrawLink i, CStr(figures(i))
    Next
End Sub

Function MiddleOf(first As Long, last As Long) As Double
    Dim cells As Object
    cells = sheet.getCellRangeByPosition(first, 0, last, 0)
    MiddleOf = cells.Position.X + cells.Size.Width / 2
End Function

' ---- Places.

' Causes to the left: by the longest way that leads to each. Filled: each column as full as can be.
Sub Begin(filled As Boolean)
    Dim depth(), deepest As Long, round As Long, i As Long, used(2) As Long, at As Long, put As Long
    ReDim depth(count - 1)
    ReDim column(count - 1)
    ReDim place(count - 1)
    For round = 1 To count
        For i = 0 To UBound(arrows)
            If depth(arrows(i)(1)) < depth(arrows(i)(0)) + 1 Then depth(arrows(i)(1)) = depth(arrows(i)(0)) + 1
        Next
    Next
    For i = 0 To count - 1
        If depth(i) > deepest Then deepest = depth(i)
    Next
    For round = 0 To deepest
        For i = 0 To count - 1
            If depth(i) = round Then
                at = Int(3 * round / (deepest + 1))
                If filled Then at = put \ (lowest \ 2 + 1)
                Do While used(at) > lowest \ 2
                    at = (at + 1) Mod 3
                Loop
                column(i) = at
                place(i) = 2 * used(at)
                used(at) = used(at) + 1
                put = put + 1
            End If
        Next
    Next
End Sub

' Moves one construct after the other to its best place, and lets two change places, until nothing is better. Gives
' what is bad about what was found.
Function Search() As Double
    Dim i As Long, j As Long, c As Long, p As Long, best As Double, round As Long, better As Boolean, cost As Double
    Dim c0, p0, c1, p1
    best = CostOf(1E9)
    For round = 1 To 4
        better = False
        For i = 0 To count - 1
            c1 = column(i)
            p1 = place(i)
            For c = 0 To 2
                For p = 0 To lowest
                    If IsFree(i, c, p) Then
                        c0 = column(i)
                        p0 = place(i)
                        column(i) = c
                        place(i) = p
                        cost = CostOf(best)
                        If cost < best - 0.001 Then
                            best = cost
                            better = True
                        Else
                            column(i) = c0
                            place(i) = p0
                        End If
                    End If
                Next
            Next
            For j = 0 To i - 1
                Exchange i, j
                cost = CostOf(best)
                If cost < best - 0.001 Then
                    best = cost
                    better = True
                Else
                    Exchange i, j
                End If
            Next
        Next
        If Not better Or count > 9 Then Exit For
    Next
    Search = best
End Function

Sub Exchange(i As Long, j As Long)
    Dim kept
    kept = column(i)
    column(i) = column(j)
    column(j) = kept
    kept = place(i)
    place(i) = place(j)
    place(j) = kept
End Sub

Function IsFree(i As Long, c As Long, p As Long) As Boolean
    Dim j As Long
    For j = 0 To count - 1
        If j <> i And column(j) = c And Abs(place(j) - p) < 2 Then Exit Function
    Next
    IsFree = True
End Function

' What is bad about the drawing, as far as it is less than enough: arrows through ellipses, arrows that cross, arrows to
' the left, long ones.
Function CostOf(enough As Double) As Double
    Dim i As Long, j As Long, k As Long, cost As Double, last As Long
    Dim ax, ay, bx, by, a, b
    last = UBound(arrows)
    For i = 0 To last
        a = arrows(i)(0)
        b = arrows(i)(1)
        ax = column(a)
        ay = place(a)
        bx = column(b)
        by = place(b)
        cost = cost + 0.3 * Abs(bx - ax) + 0.1 * Abs(by - ay)
        If bx < ax Then cost = cost + 25
        If bx = ax And by < ay Then cost = cost + 1
        For k = 0 To count - 1
            If k <> a And k <> b Then
                If IsNear(ax, ay, bx, by, column(k), place(k)) Then cost = cost + 40
            End If
        Next
        For j = 0 To i - 1
            If Crosses(ax, ay, bx, by, column(arrows(j)(0)), place(arrows(j)(0)), column(arrows(j)(1)), place(arrows(j)(1))) Then
                cost = cost + 3
                If ax = bx Or column(arrows(j)(0)) = column(arrows(j)(1)) Then cost = cost + 12 ' its coefficient has no other place
            End If
        Next
        If cost > enough Then Exit For
    Next
    CostOf = cost
End Function

' Whether the line from a to b comes near c, in places: an ellipse is about as high as a place.
Function IsNear(ax, ay, bx, by, cx, cy) As Boolean
    If ax = bx Then
        IsNear = cx = ax And (cy - ay) * (cy - by) < 0
    ElseIf (cx - ax) * (cx - bx) < 0 Then
        IsNear = Abs(ay + (by - ay) * (cx - ax) / (bx - ax) - cy) < 0.9
    End If
End Function

' Whether two lines cross that have no end in common.
Function Crosses(ax, ay, bx, by, cx, cy, dx, dy) As Boolean
    If (ax = cx And ay = cy) Or (ax = dx And ay = dy) Or (bx = cx And by = cy) Or (bx = dx And by = dy) Then Exit Function
    Crosses = Side(ax, ay, bx, by, cx, cy) * Side(ax, ay, bx, by, dx, dy) < 0 And Side(cx, cy, dx, dy, ax, ay) * Side(cx, cy, dx, dy, bx, by) < 0
End Function

Function Side(ax, ay, bx, by, cx, cy) As Double
    Side = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
End Function

' ---- Drawing.

Function MiddleY(construct As Long) As Double
    MiddleY = sheet.getCellByPosition(0, top + STEP_ROWS * place(construct) + 2).Position.Y
End Function

Sub DrawConstruct(construct As Long, name As String, second As String)
    Dim shape As Object, extent As New com.sun.star.awt.Size, row As Long
    row = top + STEP_ROWS * place(construct) + 1
    PutAcross column(construct), row, name, "SQ path name"
    PutAcross column(construct), row + 1, second, "SQ path"
    shape = PutShape("EllipseShape")
    extent.Width = 2 * REACH_X
    extent.Height = 2 * REACH_Y
    shape.setPosition Spot(middleX(column(construct)) - REACH_X, MiddleY(construct) - REACH_Y)
    shape.setSize extent
    shape.FillStyle = com.sun.star.drawing.FillStyle.NONE
End Sub

' A formula in the middle of a column of ellipses.
Sub PutAcross(at, row As Long, formula As String, style As String)
    Dim first As Long
    first = Array(0, 4, 8)(at)
    If at > 0 Then sheet.getCellRangeByPosition(first, row, first + 1, row).merge True
    PutCell first, row, formula, style
End Sub

' An arrow with its coefficient, around which the line is left out.
Sub DrawLink(number As Long, formula As String)
    Dim a As Long, b As Long, ax As Double, ay As Double, bx As Double, by As Double, reach As Double, dx As Double, dy As Double
    Dim x As Double, y As Double, gap As Double, length As Double
    a = arrows(number)(0)
    b = arrows(number)(1)
    dx = middleX(column(b)) - middleX(column(a))
    dy = MiddleY(b) - MiddleY(a)
    reach = 1 / Sqr((dx / REACH_X) ^ 2 + (dy / REACH_Y) ^ 2)
    ax = middleX(column(a)) + dx * reach * 1.03
    ay = MiddleY(a) + dy * reach * 1.03
    bx = middleX(column(b)) - dx * reach * 1.08
    by = MiddleY(b) - dy * reach * 1.08
    FindLabel number, ax, ay, bx, by, x, y
    PutLabel x, y, formula
    ' the share of the way on which the line would run through the coefficient
    dx = bx - ax
    dy = by - ay
    length = Abs(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy))
    gap = 2
    If Abs(dx) > 1 Then gap = LABEL_X / Abs(dx)
    If Abs(dy) > 1 Then
        If LABEL_Y / Abs(dy) < gap Then gap = LABEL_Y / Abs(dy)
    End If
    If length - gap > 0.02 Then DrawLine ax, ay, ax + dx * (length - gap), ay + dy * (length - gap), False
    If length + gap > 0.9 Then gap = 0.9 - length
    DrawLine ax + dx * (length + gap), ay + dy * (length + gap), bx, by, True
End Sub

' The cell on the way of an arrow whose middle it passes best, and where no other coefficient, arrow or ellipse is.
Sub FindLabel(number As Long, ax As Double, ay As Double, bx As Double, by As Double, x As Double, y As Double)
    Dim at As Long, share As Double, best As Double, worth As Double, px As Double, py As Double, cellX As Double, cellY As Double
    best = 1E9
    For at = -9 To 9
        share = 0.5 + at * 0.035
        px = ax + (bx - ax) * share
        py = ay + (by - ay) * share
        CellMiddle px, py, cellX, cellY
        worth = Abs(share - 0.5) * 1200 + Abs(cellY - py) + 2 * Apart(ax, ay, bx, by, cellX, cellY) + Conflicts(number, cellX, cellY)
        If worth < best Then
            best = worth
            x = cellX
            y = cellY
        End If
    Next
End Sub

' The middle of the cell under a point; in a column of ellipses that of the ellipses.
Sub CellMiddle(px As Double, py As Double, cellX As Double, cellY As Double)
    Dim i As Long, row As Long
    cellX = MiddleOf(ColumnAt(px), ColumnAt(px))
    For i = 0 To 2
        If Abs(px - middleX(i)) < REACH_X Then cellX = middleX(i)
    Next
    row = RowAt(py)
    cellY = sheet.getCellByPosition(0, row).Position.Y + DRAWN_ROW / 2
End Sub

Function ColumnAt(x As Double) As Long
    Do While sheet.getCellByPosition(ColumnAt + 1, top).Position.X < x
        ColumnAt = ColumnAt + 1
    Loop
End Function

Function RowAt(y As Double) As Long
    RowAt = top + Int((y - sheet.getCellByPosition(0, top).Position.Y) / DRAWN_ROW)
End Function

' How far a point lies from a line.
Function Apart(ax As Double, ay As Double, bx As Double, by As Double, x As Double, y As Double) As Double
    Apart = Abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / Sqr((bx - ax) ^ 2 + (by - ay) ^ 2)
End Function

Function Conflicts(number As Long, x As Double, y As Double) As Double
    Dim i As Long, a As Long, b As Long, share As Double, dx As Double, dy As Double
    For i = 0 To labelled - 1
        If Abs(labels(i)(0) - x) < 2 * LABEL_X And Abs(labels(i)(1) - y) < 2 * LABEL_Y Then Conflicts = Conflicts + 100000
    Next
    For i = 0 To count - 1
        If Abs(middleX(column(i)) - x) < REACH_X + LABEL_X And Abs(MiddleY(i) - y) < REACH_Y + LABEL_Y Then Conflicts = Conflicts + 30000
    Next
    For i = 0 To UBound(arrows)
        a = arrows(i)(0)
        b = arrows(i)(1)
        dx = middleX(column(b)) - middleX(column(a))
        dy = MiddleY(b) - MiddleY(a)
        share = ((x - middleX(column(a))) * dx + (y - MiddleY(a)) * dy) / (dx * dx + dy * dy)
        If i <> number And share > 0 And share < 1 Then
            If Apart(middleX(column(a)), MiddleY(a), middleX(column(b)), MiddleY(b), x, y) < 450 Then Conflicts = Conflicts + 3000
        End If
    Next
End Function

Sub PutLabel(x As Double, y As Double, formula As String)
    Dim i As Long, across As Long
    across = -1
    For i = 0 To 2
        If Abs(x - middleX(i)) < 1 Then across = i
    Next
    If across >= 0 Then
        PutAcross across, RowAt(y), formula, "SQ path"
    Else
        PutCell ColumnAt(x), RowAt(y), formula, "SQ path"
    End If
    labels(labelled) = Array(x, y)
    labelled = labelled + 1
End Sub

Sub DrawLine(ax As Double, ay As Double, bx As Double, by As Double, pointed As Boolean)
    Dim shape As Object
    shape = PutShape("PolyLineShape")
    shape.PolyPolygon = Array(Array(Spot(ax, ay), Spot(bx, by)))
    shape.LineColor = GREY
    If pointed Then PutTip shape
End Sub

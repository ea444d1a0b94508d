' SPDX-License-Identifier: GPL-3.0-or-later
'
' The picture of dimensions and their items: ellipses, arrows and arcs lie over the sheet; names and figures stand
' in the cells below them, live like any formula.
Option Explicit

Const MOST_WITH_ARCS = 6 ' dimensions; with more the arcs hide one another

Private ellipses As Long ' the first of the two columns of the ellipses; arcs lie before it

' The loadings are a column of a table with a row for each item, of one dimension after the other; the correlations
' are the last columns of a table with a row for each dimension.
Sub PutPathPicture(heading As String, loadings As Object, standardised As Long, validity As Object)
    Dim count As Long, i As Long, j As Long, item As Long, rows()
    count = validity.Rows.Count - 1
    ReDim rows(count - 1)
    ellipses = 1
    If count > 2 And count <= MOST_WITH_ARCS Then ellipses = count - 1
    PutText nextRow, heading, "SQ heading"
    nextRow = nextRow + 1
    item = 1
    For i = 0 To count - 1
        rows(i) = PutDimension(loadings, standardised, item, CellOf(validity, 0, i + 1))
    Next
    If count > MOST_WITH_ARCS Then Exit Sub
    For i = 0 To count - 2
        For j = i + 1 To count - 1
            PutArc CLng(rows(i)), CLng(rows(j)), j - i, CellOf(validity, validity.Columns.Count - count + i, j + 1)
        Next
    Next
End Sub

' The items of a dimension from the next one on, a row for each with its loading before it; the row of the ellipse.
Function PutDimension(loadings As Object, standardised As Long, item As Long, name As String) As Long
    Dim first As Long, last As Long, row As Long, dimension As String
    first = nextRow
    last = first - 1
    dimension = loadings.getCellByPosition(1, item).String
    Do While item < loadings.Rows.Count
        If loadings.getCellByPosition(1, item).String <> dimension Then Exit Do
        last = last + 1
        PutCell ellipses + 4, last, CellOf(loadings, standardised, item), "SQ path"
        PutCell ellipses + 5, last, CellOf(loadings, 0, item), "SQ text"
        item = item + 1
    Loop
    nextRow = last + 2
    If nextRow < first + 3 Then nextRow = first + 3 ' a single item is lower than the ellipse
    sheet.getCellRangeByPosition(0, first, 0, nextRow - 1).Rows.Height = 520
    PutDimension = first + (last - first) \ 2
    PutEllipse PutDimension, name
    For row = first To last
        PutArrow PutDimension, row
    Next
End Function

Sub PutCell(column As Long, row As Long, formula As String, style As String)
    Dim cell As Object
    cell = sheet.getCellByPosition(column, row)
    cell.CellStyle = style
    cell.Formula = "=" & formula
End Sub

Sub PutEllipse(row As Long, name As String)
    Dim cells As Object, shape As Object, extent As New com.sun.star.awt.Size
    cells = sheet.getCellRangeByPosition(ellipses, row, ellipses + 1, row)
    cells.merge True
    PutCell ellipses, row, name, "SQ path"
    shape = PutShape("EllipseShape")
    extent.Width = cells.Size.Width
    extent.Height = cells.Size.Height + 400
    shape.setPosition Spot(cells.Position.X, cells.Position.Y - 200)
    shape.setSize extent
    shape.FillStyle = com.sun.star.drawing.FillStyle.NONE
End Sub

' From the ellipse of a row to a loading.
Sub PutArrow(ellipse As Long, row As Long)
    Dim shape As Object
    shape = PutShape("PolyLineShape")
    shape.PolyPolygon = Array(Array(Edge(ellipses + 2, ellipse), Edge(ellipses + 4, row)))
    shape.LineColor = GREY
    PutTip shape
End Sub

' The tip of an arrow, at the end of a line.
Sub PutTip(shape As Object)
    Dim tip As New com.sun.star.drawing.PolyPolygonBezierCoords
    tip.Coordinates = Array(Array(Spot(10, 0), Spot(0, 30), Spot(20, 30)))
    tip.Flags = Array(Array(com.sun.star.drawing.PolygonFlags.NORMAL, com.sun.star.drawing.PolygonFlags.NORMAL, com.sun.star.drawing.PolygonFlags.NORMAL))
    shape.LineEnd = tip
    shape.LineEndWidth = 200
End Sub

' Between two ellipses, the wider the further they lie apart; the correlation stands outside its middle.
Sub PutArc(first As Long, second As Long, apart As Long, formula As String)
    Dim shape As Object, begin As Object, ending As Object, out As Long, flags, curve As New com.sun.star.drawing.PolyPolygonBezierCoords
    begin = Edge(ellipses, first)
    ending = Edge(ellipses, second)
    out = begin.X - (begin.X - Edge(ellipses - apart + 1, first).X + 300) * 4 / 3 ' a curve reaches three quarters of the way
    curve.Coordinates = Array(Array(begin, Spot(out, begin.Y), Spot(out, ending.Y), ending))
    flags = com.sun.star.drawing.PolygonFlags
    curve.Flags = Array(Array(flags.NORMAL, flags.CONTROL, flags.CONTROL, flags.NORMAL))
    shape = PutShape("OpenBezierShape")
    shape.PolyPolygonBezier = curve
    shape.FillStyle = com.sun.star.drawing.FillStyle.NONE
    shape.LineColor = GREY
    PutCell ellipses - apart, (first + second) \ 2, formula, "SQ path"
    If apart = ellipses Then ' a wide column
        sheet.getCellByPosition(0, (first + second) \ 2).HoriJustify = com.sun.star.table.CellHoriJustify.RIGHT
        sheet.getCellByPosition(0, (first + second) \ 2).ParaIndent = 500
    End If
End Sub

Function PutShape(kind As String) As Object
    PutShape = book.createInstance("com.sun.star.drawing." & kind)
    sheet.DrawPage.add PutShape
    PutShape.LineColor = Navy()
    PutShape.LineWidth = 40
End Function

Function Spot(x As Long, y As Long) As Object
    Dim made As New com.sun.star.awt.Point
    made.X = x
    made.Y = y
    Spot = made
End Function

' The middle of the left side of a cell.
Function Edge(column As Long, row As Long) As Object
    Dim cell As Object
    cell = sheet.getCellByPosition(column, row)
    Edge = Spot(cell.Position.X, cell.Position.Y + cell.Size.Height / 2)
End Function

' SPDX-License-Identifier: GPL-3.0-or-later
'
' The one dialog: questions with what was suggested, answered as texts.
'
' A question is Array(name, kind, label) or Array(name, "choice", label, words to choose from, what
' each stands for); entries.h names the kinds.
Option Explicit

Const MARGIN = 8
Const LABEL_WIDTH = 150
Const FIELD_WIDTH = 130
Const ROW_HEIGHT = 18

' Whether the questions were answered: then the answers are the new ones. Cancel, Esc and the cross
' leave them as they are. doIt: the word on the button, "Insert" if left out.
Function Ask(title As String, explanation As String, list, answers, Optional doIt As String) As Boolean
    Dim model As Object, dialog As Object, i As Long, top As Long, room As Long, word As String
    model = createUnoService("com.sun.star.awt.UnoControlDialogModel")
    model.Title = title
    model.PositionX = 60
    model.PositionY = 40
    model.Width = LABEL_WIDTH + FIELD_WIDTH + 3 * MARGIN
    room = 30
    If Len(explanation) > 200 Then room = 10 * LinesOf(explanation)
    Put model, "FixedText", "explanation", MARGIN, MARGIN, model.Width - 2 * MARGIN, room
    model.getByName("explanation").MultiLine = True
    model.getByName("explanation").Label = explanation
    top = MARGIN + room + 6
    For i = 0 To UBound(list)
        PutQuestion model, list(i), CStr(answers(i)), top, i
        top = top + ROW_HEIGHT
    Next
    word = U("Insert")
    If Not IsMissing(doIt) Then word = doIt
    PutButtons model, top + 6, word
    model.Height = top + 6 + 14 + MARGIN
    dialog = createUnoService("com.sun.star.awt.UnoControlDialog")
    dialog.setModel model
    dialog.createPeer createUnoService("com.sun.star.awt.Toolkit"), ThisComponent.CurrentController.Frame.ContainerWindow
    If UBound(list) >= 0 Then dialog.getControl("field0").setFocus
    Ask = dialog.execute() = 1
    If Ask Then
        For i = 0 To UBound(list)
            answers(i) = FieldText(dialog, list(i), i)
        Next
    End If
    dialog.dispose
End Function

' How many lines a text takes in a dialog.
Function LinesOf(text As String) As Long
    Dim parts, i As Long
    parts = Split(text, Chr(10))
    For i = 0 To UBound(parts)
        LinesOf = LinesOf + 1 + Len(parts(i)) \ 80
    Next
End Function

' A new control; the order in which they are put is that of the tabulator key.
Sub Put(model As Object, kind As String, name As String, x As Long, y As Long, width As Long, height As Long)
    Dim control As Object
    control = model.createInstance("com.sun.star.awt.UnoControl" & kind & "Model")
    control.PositionX = x
    control.PositionY = y
    control.Width = width
    control.Height = height
    control.TabIndex = UBound(model.ElementNames) + 1
    model.insertByName name, control
End Sub

Sub PutQuestion(model As Object, question, answer As String, top As Long, number As Long)
    Dim field As Object, name As String
    Put model, "FixedText", "label" & number, MARGIN, top + 2, LABEL_WIDTH, 12
    model.getByName("label" & number).Label = question(2)
    name = "field" & number
    If question(1) = "choice" Then
        Put model, "ListBox", name, 2 * MARGIN + LABEL_WIDTH, top, FIELD_WIDTH, 14
        field = model.getByName(name)
        field.Dropdown = True
        field.StringItemList = question(3)
        field.SelectedItems = Array(CInt(PlaceOf(answer, question(4))))
    Else
        Put model, "Edit", name, 2 * MARGIN + LABEL_WIDTH, top, FIELD_WIDTH, 14
        model.getByName(name).Text = answer
    End If
End Sub

Function FieldText(dialog As Object, question, number As Long) As String
    Dim field As Object
    field = dialog.getControl("field" & number)
    If question(1) = "choice" Then
        FieldText = question(4)(field.SelectedItemPos)
    Else
        FieldText = Trim(field.Text)
    End If
End Function

Sub PutButtons(model As Object, top As Long, doIt As String)
    Dim button As Object
    Put model, "Button", "ok", model.Width - 2 * (60 + MARGIN), top, 60, 14
    button = model.getByName("ok")
    button.Label = doIt
    button.PushButtonType = com.sun.star.awt.PushButtonType.OK
    button.DefaultButton = True
    Put model, "Button", "cancel", model.Width - 60 - MARGIN, top, 60, 14
    button = model.getByName("cancel")
    button.Label = U("Cancel")
    button.PushButtonType = com.sun.star.awt.PushButtonType.CANCEL
End Sub

' Where a text stands in a list; 0 if it does not.
Function PlaceOf(text As String, list) As Long
    Dim i As Long
    For i = 0 To UBound(list)
        If list(i) = text Then PlaceOf = i
    Next
End Function

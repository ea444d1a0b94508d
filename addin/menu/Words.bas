' SPDX-License-Identifier: GPL-3.0-or-later
'
' Languages. U, W and L are written with the English text alone; the build puts the Chinese of
' addin/po/zh_CN.po behind it.
Option Explicit

Public workbookLanguage As String

' A text of the user interface.
Function U(english As String, chinese As String) As String
    U = L(english, chinese, UserLanguage())
End Function

' A text of the workbook that is worked on.
Function W(english As String, chinese As String) As String
    W = L(english, chinese, workbookLanguage)
End Function

Function L(english As String, chinese As String, tag As String) As String
    If Left(tag, 2) = "zh" Then L = chinese Else L = english
End Function

Function UserLanguage() As String
    Dim argument As New com.sun.star.beans.PropertyValue
    argument.Name = "nodepath"
    argument.Value = "/org.openoffice.Setup/L10N"
    UserLanguage = createUnoService("com.sun.star.configuration.ConfigurationProvider"). _
        createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", _
        Array(argument)).getByName("ooLocale")
End Function

' The workbook's property SQ.Language, "" without.
Function LanguageOf(document As Object) As String
    LanguageOf = PropertyOf(document, "SQ.Language")
End Function

Sub PutLanguage(document As Object, tag As String)
    PutProperty document, "SQ.Language", tag
End Sub

' ---- Properties of the workbook that the add-in follows.

Function PropertyOf(document As Object, name As String) As String
    Dim properties As Object
    properties = document.DocumentProperties.UserDefinedProperties
    If properties.PropertySetInfo.hasPropertyByName(name) Then PropertyOf = properties.getPropertyValue(name)
End Function

' Puts it, or takes it away where the value is "", and has all results computed anew.
Sub PutProperty(document As Object, name As String, value As String)
    Dim properties As Object
    properties = document.DocumentProperties.UserDefinedProperties
    If properties.PropertySetInfo.hasPropertyByName(name) Then properties.removeProperty name
    If value <> "" Then properties.addProperty name, com.sun.star.beans.PropertyAttribute.REMOVABLE, value
    document.setModified True
    document.calculateAll
End Sub

' The language of the sheet that is to come. A workbook without one gets that of a Chinese user
' here, unless it has sheets in English; English is what it has without being told.
Sub SettleLanguage(document As Object)
    workbookLanguage = LanguageOf(document)
    If workbookLanguage <> "" Then Exit Sub
    workbookLanguage = "en-US"
    If Left(UserLanguage(), 2) <> "zh" Or HasAnalyses(document) Then Exit Sub
    workbookLanguage = "zh-CN"
    PutLanguage document, workbookLanguage
End Sub

' The language of all that the menu has inserted and of every result of the add-in. Gives "" or why
' it cannot be changed.
Function SetLanguage(document As Object, tag As String) As String
    SetLanguage = TurnInto(document, tag)
End Function

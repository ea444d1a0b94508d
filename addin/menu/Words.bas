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

' The language of the workbook's results. A workbook without one gets that of a Chinese user here;
' English is what it has without being told.
Sub SettleLanguage(document As Object)
    Dim properties As Object
    properties = document.DocumentProperties.UserDefinedProperties
    If properties.PropertySetInfo.hasPropertyByName("SQ.Language") Then
        workbookLanguage = properties.getPropertyValue("SQ.Language")
    ElseIf Left(UserLanguage(), 2) = "zh" Then
        SetLanguage document, "zh-CN"
    Else
        workbookLanguage = "en-US"
    End If
End Sub

' The language of every result in the workbook, kept in its property SQ.Language.
Sub SetLanguage(document As Object, tag As String)
    Dim properties As Object
    properties = document.DocumentProperties.UserDefinedProperties
    If properties.PropertySetInfo.hasPropertyByName("SQ.Language") Then
        properties.setPropertyValue "SQ.Language", tag
    Else
        properties.addProperty "SQ.Language", com.sun.star.beans.PropertyAttribute.REMOVABLE, tag
    End If
    workbookLanguage = tag
    document.setModified True
    document.calculateAll
End Sub

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "uno.h"

#include <string.h>

uno_type *uno_double_type(void)
{
    return *typelib_static_type_getByTypeClass(typelib_TypeClass_DOUBLE);
}

uno_type *uno_string_type(void)
{
    return *typelib_static_type_getByTypeClass(typelib_TypeClass_STRING);
}

uno_type *uno_row_type(void)
{
    static uno_type *type;
    if (!type)
        typelib_static_sequence_type_init(
            &type, *typelib_static_type_getByTypeClass(typelib_TypeClass_ANY));
    return type;
}

uno_type *uno_cells_type(void)
{
    static uno_type *type;
    if (!type)
        typelib_static_sequence_type_init(&type, uno_row_type());
    return type;
}

uno_type *uno_numbers_type(void)
{
    static uno_type *row, *type;
    if (!type) {
        typelib_static_sequence_type_init(&row, uno_double_type());
        typelib_static_sequence_type_init(&type, row);
    }
    return type;
}

uno_type *uno_interface_type(uno_interface_name *interface)
{
    if (!interface->type)
        typelib_typedescriptionreference_newByAsciiName(
            &interface->type, typelib_TypeClass_INTERFACE, interface->name);
    return interface->type;
}

void uno_release(uno_Interface *object)
{
    if (object)
        object->release(object);
}

static bool resolve(uno_method *method)
{
    uno_type *reference = NULL;
    if (method->description)
        return true;
    typelib_typedescriptionreference_newByAsciiName(&reference, typelib_TypeClass_INTERFACE_METHOD,
                                                    method->name);
    if (!reference)
        return false;
    typelib_typedescriptionreference_getDescription(&method->description, reference);
    typelib_typedescriptionreference_release(reference);
    return method->description != NULL;
}

bool uno_invoke(uno_Interface *object, uno_method *method, void *result, void *arguments[])
{
    uno_Any exception, *raised = &exception;
    if (!object || !resolve(method))
        return false;
    object->pDispatcher(object, method->description, result, arguments, &raised);
    if (!raised)
        return true;
    uno_any_destruct(raised, NULL);
    return false;
}

uno_Interface *uno_query(uno_Interface *object, uno_interface_name *interface)
{
    static uno_method query = {.name = "com.sun.star.uno.XInterface::queryInterface"};
    uno_type *type = uno_interface_type(interface);
    void *arguments[] = {&type};
    uno_Interface *found = NULL;
    uno_Any result;
    if (!type || !uno_invoke(object, &query, &result, arguments))
        return NULL;
    if (result.pType->eTypeClass == typelib_TypeClass_INTERFACE) {
        found = *(uno_Interface **)result.pData;
        if (found)
            found->acquire(found);
    }
    uno_any_destruct(&result, NULL);
    return found;
}

bool uno_cells_shape(const uno_Any *any, size_t *rows, size_t *columns)
{
    uno_Sequence *sequence;
    *rows = *columns = 1;
    if (any->pType->eTypeClass != typelib_TypeClass_SEQUENCE)
        return true;
    if (!typelib_typedescriptionreference_equals(any->pType, uno_cells_type()))
        return false;
    sequence = uno_sequence(any);
    *rows = (size_t)sequence->nElements;
    *columns = *rows > 0 ? (size_t)uno_rows(sequence)[0]->nElements : 0;
    for (size_t row = 0; row < *rows; row++)
        if ((size_t)uno_rows(sequence)[row]->nElements != *columns)
            return false;
    return true;
}

rtl_String *uno_to_utf8(const rtl_uString *string)
{
    rtl_String *utf8 = NULL;
    rtl_uString2String(&utf8, string->buffer, string->length, RTL_TEXTENCODING_UTF8,
                       OUSTRING_TO_OSTRING_CVTFLAGS);
    return utf8;
}

rtl_uString *uno_from_utf8(const char *utf8)
{
    rtl_uString *string = NULL;
    size_t length = strlen(utf8);
    if (length > 0x7FFFFFF)
        return NULL;
    rtl_string2UString(&string, utf8, (sal_Int32)length, RTL_TEXTENCODING_UTF8,
                       OSTRING_TO_OUSTRING_CVTFLAGS);
    return string;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Binary UNO as this add-in needs it: the headers in an order that C accepts, types, outbound
 * calls, strings. Nothing above this file includes a LibreOffice header by itself.
 *
 * Ownership: an interface from uno_query is the caller's, who releases it; so is the result of
 * uno_invoke, who destructs it. Types are kept for good.
 */
#ifndef UNO_H
#define UNO_H

#include <stdbool.h>
#include <stddef.h>

#include <sal/types.h>
#include <typelib/typeclass.h>
/* typedescription.h names the enum without its keyword, which only C++ allows. */
typedef enum _typelib_TypeClass _typelib_TypeClass;
#include <rtl/string.h>
#include <rtl/ustring.h>
#include <typelib/typedescription.h>
#include <uno/any2.h>
#include <uno/dispatcher.h>
#include <uno/sequence2.h>

typedef typelib_TypeDescriptionReference uno_type;

uno_type *uno_double_type(void);
uno_type *uno_string_type(void);
uno_type *uno_row_type(void);     /* []any */
uno_type *uno_numbers_type(void); /* [][]double */
uno_type *uno_cells_type(void);   /* [][]any: what a range of cells is by value */

/* An interface that is asked for, e.g. {"com.sun.star.sheet.XCellRangeData"}. */
typedef struct uno_interface_name {
    const char *name;
    uno_type *type; /* filled when first used */
} uno_interface_name;

uno_type *uno_interface_type(uno_interface_name *interface);

/* The object by this interface, or NULL. */
uno_Interface *uno_query(uno_Interface *object, uno_interface_name *interface);

void uno_release(uno_Interface *object); /* NULL does no harm */

/* A method that is called, e.g. {"com.sun.star.sheet.XCellRangeData::getDataArray"}. */
typedef struct uno_method {
    const char *name;
    typelib_TypeDescription *description; /* filled when first used */
} uno_method;

/* Calls it; false if it is unknown or raised an exception, and then there is no result. */
bool uno_invoke(uno_Interface *object, uno_method *method, void *result, void *arguments[]);

/* The value of an any, read without copying. */
static inline bool uno_is_number(const uno_Any *any)
{
    return any->pType->eTypeClass == typelib_TypeClass_DOUBLE;
}

static inline double uno_number(const uno_Any *any)
{
    return *(const double *)any->pData;
}

static inline bool uno_is_string(const uno_Any *any)
{
    return any->pType->eTypeClass == typelib_TypeClass_STRING;
}

static inline rtl_uString *uno_string(const uno_Any *any)
{
    return *(rtl_uString *const *)any->pData;
}

static inline bool uno_is_void(const uno_Any *any)
{
    return any->pType->eTypeClass == typelib_TypeClass_VOID;
}

/* The sequence in an any of a sequence type. */
static inline uno_Sequence *uno_sequence(const uno_Any *any)
{
    return *(uno_Sequence *const *)any->pData;
}

static inline uno_Any *uno_anys(uno_Sequence *sequence)
{
    return (uno_Any *)(void *)sequence->elements;
}

static inline const double *uno_doubles(const uno_Sequence *sequence)
{
    return (const double *)(const void *)sequence->elements;
}

static inline uno_Sequence **uno_rows(uno_Sequence *sequence)
{
    return (uno_Sequence **)(void *)sequence->elements;
}

/* The shape of what an any holds: of a [][]any its rows and columns, else 1 × 1. False where it is
 * another sequence or its rows differ in length. */
bool uno_cells_shape(const uno_Any *any, size_t *rows, size_t *columns);

/* A string as UTF-8 (rtl_string_release) and UTF-8 as a string (rtl_uString_release); NULL if the
 * memory cannot be had. */
rtl_String *uno_to_utf8(const rtl_uString *string);
rtl_uString *uno_from_utf8(const char *utf8);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The UNO object that Calc finds: one static object with an interface per family besides
 * XTypeProvider and XServiceInfo. It is never destroyed, so counting does nothing. Each of its
 * interfaces has the same dispatcher, which tells them apart by address.
 */
#include "run.h"
#include "uno.h"

#include <gsl/gsl_errno.h>
#include <stdio.h>

#define EXPORT __attribute__((visibility("default")))

enum { NAME_BYTES = 64, FAMILIES_MAX = 16, INHERITED = 3 /* methods of XInterface come first */ };

struct facet {
    uno_Interface interface; /* first: binary UNO hands us its address */
    uno_interface_name name;
    const sq_family *family; /* NULL for the interfaces that every component has */
};

static struct facet facets[2 + FAMILIES_MAX]; /* those two, then the families */
enum { TYPE_PROVIDER, SERVICE_INFO };
static size_t facet_count;

static void keep(uno_Interface *object)
{
    (void)object;
}

static void query_interface(uno_type *wanted, uno_Any *result)
{
    static uno_interface_name plain = {"com.sun.star.uno.XInterface", NULL};
    struct facet *found = NULL;
    if (typelib_typedescriptionreference_equals(wanted, uno_interface_type(&plain)))
        found = &facets[TYPE_PROVIDER];
    for (size_t i = 0; !found && i < facet_count; i++)
        if (typelib_typedescriptionreference_equals(wanted, uno_interface_type(&facets[i].name)))
            found = &facets[i];
    if (found) {
        uno_Interface *interface = &found->interface;
        uno_type_any_construct(result, &interface, wanted, NULL);
    } else {
        uno_type_any_construct(result, NULL, NULL, NULL);
    }
}

static void construct_types(void *result)
{
    static uno_type *sequence;
    uno_type *types[2 + FAMILIES_MAX];
    for (size_t i = 0; i < facet_count; i++)
        types[i] = uno_interface_type(&facets[i].name);
    if (!sequence)
        typelib_static_sequence_type_init(
            &sequence, *typelib_static_type_getByTypeClass(typelib_TypeClass_TYPE));
    uno_type_sequence_construct(result, sequence, types, (sal_Int32)facet_count, NULL);
}

static void construct_no_bytes(void *result)
{
    static uno_type *sequence;
    if (!sequence)
        typelib_static_sequence_type_init(
            &sequence, *typelib_static_type_getByTypeClass(typelib_TypeClass_BYTE));
    uno_type_sequence_construct(result, sequence, NULL, 0, NULL);
}

static void construct_names(void *result, const char *name)
{
    static uno_type *sequence;
    rtl_uString *string = uno_from_utf8(name);
    if (!sequence)
        typelib_static_sequence_type_init(&sequence, uno_string_type());
    uno_type_sequence_construct(result, sequence, &string, 1, NULL);
    rtl_uString_release(string);
}

/* XTypeProvider: getTypes, getImplementationId. */
static void provide_types(size_t method, void *result)
{
    if (method == 0)
        construct_types(result);
    else
        construct_no_bytes(result);
}

static const char *service_name(void)
{
    static char name[NAME_BYTES];
    snprintf(name, sizeof name, "%s.AddIn", addin_module);
    return name;
}

/* XServiceInfo: getImplementationName, supportsService, getSupportedServiceNames. */
static void inform(size_t method, void *result, void *arguments[])
{
    if (method == 0)
        *(rtl_uString **)result = uno_from_utf8(service_name());
    else if (method == 1)
        *(sal_Bool *)result =
            rtl_ustr_ascii_compare((*(rtl_uString **)arguments[0])->buffer, service_name()) == 0;
    else
        construct_names(result, service_name());
}

static void dispatch(uno_Interface *object, const typelib_TypeDescription *member, void *result,
                     void *arguments[], uno_Any **exception)
{
    const struct facet *facet = (const struct facet *)(void *)object;
    const typelib_InterfaceMemberTypeDescription *method = (const void *)member;
    size_t position = (size_t)method->nPosition;
    *exception = NULL;
    if (position == 0)
        query_interface(*(uno_type **)arguments[0], result);
    else if (position < INHERITED)
        return; /* acquire and release go through the interface itself */
    else if (facet == &facets[TYPE_PROVIDER])
        provide_types(position - INHERITED, result);
    else if (facet == &facets[SERVICE_INFO])
        inform(position - INHERITED, result, arguments);
    else
        call_run(facet->family->functions[position - INHERITED], *(uno_Interface **)arguments[0],
                 arguments + 1, result);
}

static void add_facet(const char *name, const sq_family *family)
{
    struct facet *facet = &facets[facet_count++];
    *facet = (struct facet){{keep, keep, dispatch}, {name, NULL}, family};
}

/* "org.servqual.XGapModel" for a family; kept for good. */
static const char *interface_name(const sq_family *family)
{
    static char names[2 + FAMILIES_MAX][NAME_BYTES];
    char *name = names[facet_count];
    snprintf(name, sizeof names[0], "%s.%s", addin_module, family->interface);
    return name;
}

/* The constructor that the .components file names. */
EXPORT uno_Interface *org_servqual_AddIn(uno_Interface *context, uno_Sequence *arguments)
{
    (void)context;
    (void)arguments;
    if (facet_count == 0) {
        gsl_set_error_handler_off(); /* GSL's own ends the office */
        add_facet("com.sun.star.lang.XTypeProvider", NULL);
        add_facet("com.sun.star.lang.XServiceInfo", NULL);
        EACH_FAMILY(family)
        if (facet_count < 2 + FAMILIES_MAX)
            add_facet(interface_name(family), family);
    }
    return &facets[0].interface;
}

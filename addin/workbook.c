/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook.h"

#include "base/number_text.h"
#include "language.h"
#include "text.h"

/* The custom properties of the caller's document; NULL without one. The caller releases them. */
static uno_Interface *custom_properties(const sq_call *call)
{
    static uno_interface_name supplier = {"com.sun.star.document.XDocumentPropertiesSupplier",
                                          NULL};
    static uno_interface_name set = {"com.sun.star.beans.XPropertySet", NULL};
    static uno_method get_properties = {
        "com.sun.star.document.XDocumentPropertiesSupplier::getDocumentProperties", NULL};
    static uno_method get_custom = {
        "com.sun.star.document.XDocumentProperties::getUserDefinedProperties", NULL};
    uno_Interface *model, *properties = NULL, *container = NULL, *custom = NULL;
    model = call->document ? uno_query(call->document, &supplier) : NULL;
    if (uno_invoke(model, &get_properties, &properties, NULL) &&
        uno_invoke(properties, &get_custom, &container, NULL))
        custom = uno_query(container, &set);
    uno_release(container);
    uno_release(properties);
    uno_release(model);
    return custom;
}

/* A property as a text, a number as its text; NULL where there is none. */
static const char *property(sq_call *call, const char *name)
{
    static uno_method get_value = {"com.sun.star.beans.XPropertySet::getPropertyValue", NULL};
    uno_Interface *custom = custom_properties(call);
    rtl_uString *key = custom ? uno_from_utf8(name) : NULL;
    void *arguments[] = {&key};
    const char *text = NULL;
    uno_Any value;
    if (key && uno_invoke(custom, &get_value, &value, arguments)) {
        if (uno_is_string(&value))
            text = call_utf8(call, uno_string(&value));
        else if (uno_is_number(&value))
            text = call_number_text(call, uno_number(&value));
        uno_any_destruct(&value, NULL);
    }
    if (key)
        rtl_uString_release(key);
    uno_release(custom);
    return text;
}

const char *call_translate(sq_call *call, const char *word)
{
    if (call->language < 0) {
        const char *tag = property(call, "SQ.Language");
        call->language = (int)(tag ? words_language(tag) : ENGLISH);
    }
    return words_translate((sq_language)call->language, word);
}

/* Numbers apart by anything that is no number; what is none says nothing. */
const missing_codes *call_missing_codes(sq_call *call)
{
    missing_codes *codes = &call->missing;
    const char *text = codes->known ? NULL : property(call, "SQ.Missing");
    codes->known = true;
    while (text && *text && codes->count < MISSING_CODES_MAX) {
        size_t length = sq_read_number(text, &codes->numbers[codes->count]);
        codes->count += length > 0;
        text += length > 0 ? length : 1;
    }
    return codes;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures computed elsewhere: a CSV file of name,value with a header row.
 */
#ifndef REFERENCE_H
#define REFERENCE_H

#include "check.h"

/* The value of a name; the test fails where the file has none. */
static inline double reference(const char *path, const char *name)
{
    char line[256];
    size_t length = strlen(name);
    double value = NAN;
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("%s cannot be read; run the tests from the project's top folder", path);
    while (fgets(line, sizeof line, file))
        if (strncmp(line, name, length) == 0 && line[length] == ',')
            value = strtod(line + length + 1, NULL);
    fclose(file);
    if (isnan(value))
        fail_msg("%s has no %s", path, name);
    return value;
}

/* That of NAME.OF, or of NAME.OF.at where they are numbered from 1. */
static inline double reference_of(const char *path, const char *name, const char *of, size_t at)
{
    char key[96];
    if (at > 0)
        snprintf(key, sizeof key, "%s.%s.%zu", name, of, at);
    else
        snprintf(key, sizeof key, "%s.%s", name, of);
    return reference(path, key);
}

#endif

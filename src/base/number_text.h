/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers as text, read and written as the C locale does. The office's user interface may set the
 * process's locale, and then strtod and printf speak German: 10.5 would be read as 10.
 */
#ifndef SQ_NUMBER_TEXT_H
#define SQ_NUMBER_TEXT_H

#include <stddef.h>

/* How many bytes at the beginning of a text are a number (sign, digits, a point and digits, an
 * exponent), 0 where it begins with none; *number is it. No blanks, no hexadecimal, no words. */
size_t sq_read_number(const char *text, double *number);

/* What numbers a text that stands for an answer holds. */
typedef enum sq_text_number {
    SQ_NO_NUMBER,     /* words: "agree", "n/a", "" */
    SQ_IS_NUMBER,     /* nothing else: "7", " 4,5", "1.500.000", "80 %", "３" */
    SQ_CARRIES_NUMBER /* beside words, at the beginning or the end: "5 – agree", "Likely (10)" */
} sq_text_number;

/* Decimal marks and thousands separators of any country, and digits of full width, count. */
sq_text_number sq_number_in_text(const char *text);

/* The number that a whole text is, with a point as its decimal mark; full width counts. Else NaN. */
double sq_number_of_text(const char *text);

enum { SQ_NUMBER_TEXT = 32 };

/* The shortest text with up to 15 significant digits, as a cell shows it. */
void sq_write_number(double number, char text[SQ_NUMBER_TEXT]);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "functions/loyalty/loss_report.h"

#include "arguments.h"
#include "base/same_word.h"
#include "functions/survey_arguments.h"
#include "loyalty/losses.h"
#include "result.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- Arguments. */

static const sq_parameter in_reasons = {
    "reasons", DATA,
    N_("One row per loss, one to four columns of labels. Rows without a label are no losses.")};

static const sq_parameter in_amounts = {
    "amounts", OPTION,
    N_("What each loss was worth, zero or more; a blank is a loss without an amount. Given it, the "
       "order is by amount.")};

static const sq_parameter in_period = {
    "period", OPTION, N_("Turns dates among the labels into periods."),
    .choices =
        (const sq_choice[]){{N_("day")}, {N_("month")}, {N_("quarter")}, {N_("year")}, {NULL}}};

static const sq_parameter in_header = {"header", OPTION,
                                       N_("1 if the first row names the columns, else 0. Left out: "
                                          "1 where the first amount is a text, else 0.")};

enum { MOST_LABELS = 4 };

typedef struct loss_list {
    size_t columns, rows;  /* of labels, without the header */
    const char **labels;   /* [rows × columns] NULL where blank */
    const char **header;   /* [columns], or NULL */
    const double *amounts; /* [rows], or NULL */
} loss_list;

/* ---- Reading. */

static sq_status read_amounts(sq_call *call, size_t rows, sq_values *out)
{
    SQ_TRY(call_values(call, &in_amounts, out));
    if (out->cells > 0 && (out->cells < rows || out->count > rows))
        return SQ_BAD_ARGUMENT;
    return SQ_OK;
}

/* Whether the first row names the columns. */
static sq_status read_header(sq_call *call, const sq_values *amounts, bool *out)
{
    bool text = amounts->cells > 0 && amounts->texts[0] && isnan(amounts->numbers[0]);
    double given;
    SQ_TRY(call_number(call, &in_header, &given));
    *out = isnan(given) ? text : given != 0;
    return SQ_OK;
}

/* Dates among the labels become periods, those of a loss, not the header. */
static sq_status name_periods(sq_call *call, const range_texts *texts, size_t first)
{
    enum { ROOM = 24 };
    size_t period;
    if (!call_given(call, &in_period))
        return SQ_OK;
    SQ_TRY(call_word(call, &in_period, &period));
    for (size_t i = first * texts->columns; i < texts->rows * texts->columns; i++) {
        char *name;
        if (isnan(texts->numbers[i]))
            continue;
        name = call_memory(call, ROOM, 1);
        if (!name)
            return SQ_NO_MEMORY;
        if (!sq_period_name(texts->numbers[i], (sq_period)period, name, ROOM))
            return SQ_OUT_OF_DOMAIN;
        texts->texts[i] = name;
    }
    return SQ_OK;
}

static sq_status check_amounts(const sq_values *amounts, size_t first)
{
    for (size_t i = first; i < amounts->count; i++)
        if (amounts->texts[i] && isnan(amounts->numbers[i]))
            return SQ_BAD_ARGUMENT;
    return SQ_OK;
}

static sq_status read_losses(sq_call *call, loss_list *out)
{
    range_texts texts;
    sq_values amounts;
    bool header;
    SQ_TRY(call_texts(call, &in_reasons, &texts));
    if (texts.columns > MOST_LABELS)
        return SQ_BAD_ARGUMENT;
    SQ_TRY(read_amounts(call, texts.rows, &amounts));
    SQ_TRY(read_header(call, &amounts, &header));
    if (texts.rows <= (size_t)header)
        return SQ_NO_DATA;
    SQ_TRY(name_periods(call, &texts, header));
    SQ_TRY(check_amounts(&amounts, header));
    out->columns = texts.columns;
    out->rows = texts.rows - header;
    out->labels = texts.texts + header * texts.columns;
    out->header = header ? texts.texts : NULL;
    out->amounts = amounts.cells > 0 ? amounts.numbers + header : NULL;
    return SQ_OK;
}

/* ---- Kinds: the rows with the same labels. */

typedef struct loss_row {
    const char **labels;
    size_t columns, row;
} loss_row;

static int compare_kinds(const loss_row *a, const loss_row *b)
{
    for (size_t column = 0; column < a->columns; column++) {
        const char *x = a->labels[column], *y = b->labels[column];
        int difference = !x || !y ? (x == NULL) - (y == NULL) : sq_compare_words(x, y);
        if (difference != 0)
            return difference;
    }
    return 0;
}

static int compare_rows(const void *a, const void *b)
{
    const loss_row *x = a, *y = b;
    int difference = compare_kinds(x, y);
    return difference != 0 ? difference : (x->row > y->row) - (x->row < y->row);
}

static bool is_loss(const loss_list *list, size_t row)
{
    for (size_t column = 0; column < list->columns; column++)
        if (list->labels[row * list->columns + column])
            return true;
    return false;
}

typedef struct loss_kinds {
    size_t *of_row;      /* [rows] SQ_NOWHERE: no loss */
    const char ***label; /* [count] its labels, of its first row */
    size_t count;
} loss_kinds;

static sq_status find_kinds(sq_call *call, const loss_list *list, loss_kinds *out)
{
    size_t losses_found = 0;
    loss_row *sorted = call_memory(call, list->rows, sizeof *sorted);
    out->of_row = call_memory(call, list->rows, sizeof *out->of_row);
    out->label = call_memory(call, list->rows, sizeof *out->label);
    out->count = 0;
    if (!sorted || !out->of_row || !out->label)
        return SQ_NO_MEMORY;
    for (size_t row = 0; row < list->rows; row++) {
        out->of_row[row] = SQ_NOWHERE;
        if (is_loss(list, row))
            sorted[losses_found++] =
                (loss_row){list->labels + row * list->columns, list->columns, row};
    }
    qsort(sorted, losses_found, sizeof *sorted, compare_rows);
    for (size_t i = 0; i < losses_found; i++) {
        if (i == 0 || compare_kinds(&sorted[i - 1], &sorted[i]) != 0)
            out->label[out->count++] = sorted[i].labels;
        out->of_row[sorted[i].row] = out->count - 1;
    }
    return SQ_OK;
}

/* ---- The table. */

static const sq_column losses_columns[] = {
    {N_("each label"), FIGURE_LABEL, N_("the labels of the losses; the last row is the total"),
     true},
    {N_("Losses"), FIGURE_COUNT, N_("how many")},
    {N_("Share"), FIGURE_SHARE, N_("of all losses")},
    {N_("Cumulated"), FIGURE_SHARE, N_("share of it and those above it")},
    {N_("Amount"), FIGURE_MONEY, N_("what they were worth; where amounts are given")},
    {N_("Share of amount"), FIGURE_SHARE, N_("of all amounts")},
    {N_("Cumulated amount"), FIGURE_SHARE, N_("share of it and those above it")},
    {NULL}};

enum { COUNT_COLUMNS = 3, AMOUNT_COLUMNS = 3 };

static void put_label_headings(sq_call *call, const loss_list *list)
{
    for (size_t column = 0; column < list->columns; column++) {
        if (list->header && list->header[column])
            put_text(call, list->header[column]);
        else
            put_word(call, list->columns == 1 ? N_("Reason") : N_("Label"));
    }
}

static void put_kind(sq_call *call, const loss_list *list, const char **labels,
                     const sq_loss_kind *kind)
{
    next_row(call);
    for (size_t column = 0; column < list->columns; column++) {
        if (labels[column])
            put_text(call, labels[column]);
        else
            put_word(call, N_("not stated"));
    }
    put_number(call, (double)kind->count);
    put_number(call, kind->share);
    put_number(call, kind->cumulated);
    put_number(call, kind->amount);
    put_number(call, kind->amount_share);
    put_number(call, kind->amount_cumulated);
}

static void put_total(sq_call *call, const loss_list *list, const sq_loss_kind *total)
{
    next_row(call);
    put_word(call, N_("Total"));
    for (size_t column = 1; column < list->columns; column++)
        put_blank(call);
    put_number(call, (double)total->count);
    put_blank(call);
    put_blank(call);
    put_number(call, total->amount);
}

static sq_status losses(sq_call *call)
{
    loss_list list;
    loss_kinds kinds;
    sq_loss_kind *table, total = {0};
    size_t more;
    SQ_TRY(read_losses(call, &list));
    SQ_TRY(find_kinds(call, &list, &kinds));
    SQ_TAKE(table, &call->memory, kinds.count);
    SQ_TRY(sq_pareto(kinds.of_row, list.amounts, list.rows, kinds.count, table));
    more = list.columns + COUNT_COLUMNS + (list.amounts ? AMOUNT_COLUMNS : 0);
    SQ_TRY(begin_table(call, losses_columns, more, kinds.count + 1));
    put_label_headings(call, &list);
    put_headings(call, losses_columns + 1); /* those of amounts fall outside where there are none */
    for (size_t k = 0; k < kinds.count; k++) {
        put_kind(call, &list, kinds.label[table[k].kind], &table[k]);
        total.count += table[k].count;
        total.amount += table[k].amount;
    }
    put_total(call, &list, &total);
    return SQ_OK;
}

const sq_function losses_function = {
    .name = "SQ.LOSSES",
    .call = losses,
    .summary = N_("Loss analysis in Pareto order: a row for each reason, or for each combination "
                  "of labels (product, segment, period, reason), with counts, amounts, shares "
                  "and cumulated shares. Enter as an array."),
    .parameters = {&in_reasons, &in_amounts, &in_period, &in_header},
    .example = {"price\nservice\nprice", "INDEX(SQ.LOSSES(A1:A3);2;1)", "price"},
    .reports = {{losses_columns}},
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The most that each function takes: a call at its limits, in a process of its own, ends within
 * SECONDS_MAX of this machine's time and BYTES_MAX of its memory, whatever it gives back; the next
 * larger one is an error at once. Usage: limits [SQ.NAME]
 *
 * An argument is written: "" left out, "7" a number, "'word" a text, and tables of rows x columns:
 *   R answers from 1 to 7, H the same with holes, S the same in each cell of a row, U a different
 *   number in each cell, M mentions, T scores with their rates, L a different text in each cell, C
 *   one in Chinese, K texts as long as people write, F kinds of factors, G groups ("G900/3": 900
 *   respondents of 3), V answers from 1 to 5, B the constructs of items, four each, P a path table in
 *   which each construct acts on all that follow.
 */
#include "calc.h"
#include "run.h"

#include <gsl/gsl_errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS_MAX = 10, MEGABYTES_MAX = 1000, AT_ONCE = 3, TEXT_BYTES = 48 };

typedef struct limit {
    const char *function;
    const char *arguments[PARAMETERS_MAX];
    const char *error; /* NULL: at the limit; else the error beyond it */
} limit;

/* clang-format off */
static const limit limits[] = {
#include "limits.inc"
    {NULL, {NULL}, NULL},
};
/* clang-format on */

/* ---- Cells made when they are asked for. */

static calc_value made;
static char text[TEXT_BYTES];
static size_t groups = 1;

static uint64_t mix(size_t row, size_t column)
{
    uint64_t z = ((uint64_t)row << 20 ^ column) * UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static const calc_value *number(double value)
{
    made = (calc_value){CALC_NUMBER, value, NULL};
    return &made;
}

static const calc_value *word(const char *format, size_t n)
{
    snprintf(text, sizeof text, format, n);
    made = (calc_value){CALC_TEXT, 0, text};
    return &made;
}

/* Answers that go together a little, so that there is a factor behind them. */
static const calc_value *answer(size_t row, size_t column)
{
    return number((double)(1 + (mix(row, 0) % 4 + mix(row, column + 1) % 4)));
}

static const calc_value *answer_or_hole(size_t row, size_t column)
{
    static const calc_value blank = {CALC_BLANK, 0, NULL};
    return mix(row, column) % 97 == 5 ? &blank : answer(row, column);
}

static const calc_value *different(size_t row, size_t column)
{
    return number((double)row * 20000 + (double)column);
}

static const calc_value *label(size_t row, size_t column)
{
    return word("label %zu", row * 20000 + column);
}

static const calc_value *wording(size_t row, size_t column)
{
    return word("Neither this nor that, but number %zu", row * 20000 + column);
}

static const calc_value *straight(size_t row, size_t column)
{
    (void)column;
    return answer(row, 0);
}

static const calc_value *mentions(size_t row, size_t column)
{
    return number(4e8 + (double)(row + column));
}

static const calc_value *score_and_rate(size_t row, size_t column)
{
    return number(column == 0 ? (double)row : 0.5);
}

static const calc_value *chinese(size_t row, size_t column)
{
    return word("为什么离开的理由%zu", row * 20000 + column);
}

static const calc_value *factor(size_t row, size_t column)
{
    return word((row + column) % 2 ? "hygiene" : "motivator", 0);
}

static const calc_value *group(size_t row, size_t column)
{
    return word("g%zu", (row + column) % groups);
}

static const calc_value *one_to_five(size_t row, size_t column)
{
    return number((double)(1 + mix(row, column) % 5));
}

static const calc_value *block(size_t row, size_t column)
{
    return word("C%zu", (row + column) / 4);
}

static const calc_value *path(size_t row, size_t column)
{
    if (row == 0 || column == 0)
        return word("C%zu", row + column - (row + column > 0));
    return number(column > row);
}

static calc_area area_of(const char *said)
{
    static const struct {
        char letter;
        const calc_value *(*at)(size_t row, size_t column);
    } makers[] = {{'R', answer},   {'H', answer_or_hole},
                  {'S', straight}, {'U', different},
                  {'M', mentions}, {'T', score_and_rate},
                  {'L', label},    {'C', chinese},
                  {'K', wording},  {'F', factor},
                  {'G', group},    {'V', one_to_five},
                  {'B', block},    {'P', path}};
    calc_area area = {.rows = 1, .columns = 1};
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++)
        if (*said == makers[i].letter)
            area.at = makers[i].at;
    if (sscanf(said + 1, "%zu/%zu", &area.rows, &groups) == 2)
        return area;
    sscanf(said + 1, "%zux%zu", &area.rows, &area.columns);
    return area;
}

/* ---- One call, in a process of its own. */

static const sq_function *find(const char *name)
{
    EACH_FAMILY(family)
    EACH_FUNCTION(f, family)
    if (strcmp(f->name, name) == 0)
        return f;
    return NULL;
}

static void make_value(const char *said, uno_Any *any)
{
    calc_value single = {CALC_TEXT, 0, said + 1};
    uno_Sequence *sequence;
    char *end;
    double given = strtod(said, &end);
    if (*said == '\0') {
        uno_any_construct(any, NULL, NULL, NULL);
    } else if (*said == '\'') {
        calc_cell(&single, any);
    } else if (*end == '\0') {
        calc_cell(number(given), any);
    } else {
        sequence = calc_cells(area_of(said), false);
        uno_type_any_construct(any, &sequence, uno_cells_type(), NULL);
        uno_type_destructData(&sequence, uno_cells_type(), NULL);
    }
}

static const char *error_of(const uno_Any *result)
{
    static const struct {
        unsigned code;
        const char *name;
    } errors[] = {{502, "Err:502"}, {503, "#NUM!"},   {514, "Err:514"},
                  {523, "Err:523"}, {532, "#DIV/0!"}, {32767, "#N/A"}};
    uint64_t bits;
    if (!uno_is_number(result))
        return "";
    memcpy(&bits, result->pData, sizeof bits);
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (bits == (UINT64_C(0x7FF8000000000000) | errors[i].code))
            return errors[i].name;
    return "";
}

static double seconds_of(const struct rusage *used)
{
    return (double)(used->ru_utime.tv_sec + used->ru_stime.tv_sec) +
           (double)(used->ru_utime.tv_usec + used->ru_stime.tv_usec) / 1e6;
}

/* What the call itself took, without the making of its arguments by value, which is the office's.
 */
typedef struct outcome {
    double seconds;
    char error[16];
    bool fault;
} outcome;

static void call(const limit *l, int answer_to)
{
    const sq_function *function = find(l->function);
    uno_Any values[PARAMETERS_MAX], result;
    uno_Interface *ranges[PARAMETERS_MAX] = {NULL};
    void *arguments[PARAMETERS_MAX];
    struct rusage before, after;
    outcome out = {0};
    for (size_t i = 0; function->parameters[i]; i++) {
        const char *said = l->arguments[i] ? l->arguments[i] : "";
        bool data = function->parameters[i]->kind == DATA;
        arguments[i] = data ? (void *)&ranges[i] : (void *)&values[i];
        if (data)
            ranges[i] = calc_range(area_of(said), false);
        else
            make_value(said, &values[i]);
    }
    getrusage(RUSAGE_SELF, &before);
    call_run(function, NULL, arguments, &result);
    getrusage(RUSAGE_SELF, &after);
    out.seconds = seconds_of(&after) - seconds_of(&before);
    out.fault = calc_fault(&result) != NULL;
    snprintf(out.error, sizeof out.error, "%s", error_of(&result));
    if (write(answer_to, &out, sizeof out) != (ssize_t)sizeof out)
        _exit(1);
    _exit(0);
}

static void print_call(const limit *l)
{
    size_t count = PARAMETERS_MAX;
    while (count > 0 && !l->arguments[count - 1])
        count--;
    printf("%s(", l->function);
    for (size_t i = 0; i < count; i++)
        printf("%s%s", i > 0 ? ";" : "", l->arguments[i] ? l->arguments[i] : "");
    printf(")");
}

/* True where the call did as it must. */
static bool run(const limit *l)
{
    int channel[2], status;
    struct rusage used;
    outcome out = {0};
    pid_t child;
    bool answered, good;
    long megabytes;
    if (pipe(channel) != 0 || (child = fork()) < 0)
        exit(2);
    if (child == 0) {
        alarm(10 * SECONDS_MAX);
        call(l, channel[1]);
    }
    close(channel[1]);
    answered = read(channel[0], &out, sizeof out) == (ssize_t)sizeof out;
    close(channel[0]);
    wait4(child, &status, 0, &used);
    megabytes = used.ru_maxrss / 1024;
    good = answered && !out.fault && out.seconds <= (l->error ? AT_ONCE : SECONDS_MAX) &&
           megabytes <= MEGABYTES_MAX && (!l->error || strcmp(l->error, out.error) == 0);
    printf("%s - ", good ? "ok" : "not ok");
    print_call(l);
    printf(": %.2f s, %ld MB %s%s\n", out.seconds, megabytes, out.error,
           answered ? "" : "no answer");
    fflush(stdout);
    return good;
}

int main(int count, char *names[])
{
    bool good = true;
    gsl_set_error_handler_off();
    for (const limit *l = limits; l->function; l++)
        if (count < 2 || strcmp(l->function, names[1]) == 0)
            good = run(l) && good;
    return good ? 0 : 1;
}

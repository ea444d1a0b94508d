/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every function of the catalogue, every one of its arguments and cells, every number that
 * arithmetic stumbles over: made from the examples of the catalogue, so that a new function is
 * covered by itself. Usage: extremes all | some
 *
 * Requirements
 * 1 Each argument, given in the example or left out there, becomes each of a list of values: an odd
 *   number alone, in a column, in a row, in a table; texts; a table of labels with odd scores.
 * 2 Each two arguments become each two of these at once (some: of three numbers in
 *   three shapes).
 * 3 In the cells of each argument every cell, every pair of cells (with opposite signs, so that
 *   differences overflow), and all cells become odd.
 * 4 The verdict: what calc_fault lets pass, within SECONDS_MAX. The program runs under the
 *   sanitizers, and (some) under valgrind.
 * 5 Under valgrind pairs are left out for the factor analyses, which iterate to their limit on most
 *   of these numbers: five minutes more for what is done under the sanitizers, too.
 */
#include "calc.h"
#include "run.h"

#include <gsl/gsl_errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <valgrind/valgrind.h>

enum { CELLS_MAX = 400, SOME = 3, SECONDS_MAX = 10 };

/* What is handed over: nothing, one value, or a table. */
typedef struct argument {
    bool given, single;
    size_t rows, columns;
    calc_value cells[CELLS_MAX];
} argument;

typedef struct test {
    const sq_function *function;
    argument arguments[PARAMETERS_MAX];
    size_t count;
    size_t rows, columns; /* of the largest argument of the example */
    bool all;
    bool pairs; /* requirement 5 */
    long calls, faults;
    double slowest;
} test;

static test now;

/* ---- What is being called, in words, for who must find it. */

static void print_value(const calc_value *value)
{
    if (value->kind == CALC_NUMBER)
        fprintf(stderr, "%.17g", value->number);
    else if (value->kind == CALC_TEXT)
        fprintf(stderr, "\"%s\"", value->text);
    else if (value->kind == CALC_ERROR)
        fprintf(stderr, "NA()");
}

static void print_call(void)
{
    fprintf(stderr, "%s(", now.function ? now.function->name : "");
    for (size_t i = 0; i < now.count; i++) {
        const argument *a = &now.arguments[i];
        fputs(i > 0 ? ";" : "", stderr);
        for (size_t c = 0; a->given && c < a->rows * a->columns; c++) {
            fputs(c == 0 ? a->single ? "" : "{" : c % a->columns == 0 ? "|" : ".", stderr);
            print_value(&a->cells[c]);
        }
        fputs(a->given && !a->single ? "}" : "", stderr);
    }
    fputs(")\n", stderr);
}

/* The sanitizers end by abort, so that the call at fault can be told. */
__attribute__((visibility("default"))) const char *__asan_default_options(void);
__attribute__((visibility("default"))) const char *__ubsan_default_options(void);

const char *__asan_default_options(void)
{
    return "abort_on_error=1";
}

const char *__ubsan_default_options(void)
{
    return "abort_on_error=1:print_stacktrace=1";
}

static void tell_and_die(int number)
{
    signal(number, SIG_DFL);
    print_call();
    raise(number);
}

/* ---- One call. */

static void call_now(void)
{
    uno_Any values[PARAMETERS_MAX], result;
    uno_Interface *ranges[PARAMETERS_MAX] = {NULL};
    void *arguments[PARAMETERS_MAX];
    clock_t start;
    double seconds;
    const char *fault;
    for (size_t i = 0; i < now.count; i++) {
        argument *a = &now.arguments[i];
        calc_area area = {a->cells, a->columns, a->rows, a->columns, NULL};
        bool data = now.function->parameters[i]->kind == DATA;
        arguments[i] = data ? (void *)&ranges[i] : (void *)&values[i];
        if (data && a->given) {
            ranges[i] = calc_range(area, false);
        } else if (!data && !a->given) {
            uno_any_construct(&values[i], NULL, NULL, NULL);
        } else if (!data && a->single) {
            calc_cell(a->cells, &values[i]);
        } else if (!data) {
            uno_Sequence *sequence = calc_cells(area, false);
            uno_type_any_construct(&values[i], &sequence, uno_cells_type(), NULL);
            uno_type_destructData(&sequence, uno_cells_type(), NULL);
        }
    }
    start = clock();
    call_run(now.function, NULL, arguments, &result);
    seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    fault = seconds > SECONDS_MAX ? "an answer too late" : calc_fault(&result);
    uno_any_destruct(&result, NULL);
    for (size_t i = 0; i < now.count; i++)
        if (now.function->parameters[i]->kind == DATA)
            uno_release(ranges[i]);
        else
            uno_any_destruct(&values[i], NULL);
    now.calls++;
    now.slowest = seconds > now.slowest ? seconds : now.slowest;
    if (fault && now.faults++ == 0) {
        fprintf(stderr, "# %s: ", fault);
        print_call();
    }
}

/* ---- The example of a function, taken apart. */

static calc_value value_of_text(const char *text)
{
    char *end;
    double number = strtod(text, &end);
    if (*text == '\0')
        return (calc_value){.kind = CALC_BLANK};
    if (*end == '\0')
        return (calc_value){CALC_NUMBER, number, NULL};
    return (calc_value){CALC_TEXT, 0, text};
}

enum { SHEET = 32 };

/* The cells of the example, which are apart by '|' and '\n'. text is cut up. */
static void read_sheet(char *text, calc_value sheet[SHEET][SHEET])
{
    size_t row = 0, column = 0;
    memset(sheet, 0, SHEET * sizeof *sheet);
    for (char *c = text, *start = text;; c++) {
        char mark = *c;
        if (mark != '|' && mark != '\n' && mark != '\0')
            continue;
        *c = '\0';
        sheet[row][column++] = value_of_text(start);
        start = c + 1;
        if (mark == '\n') {
            row++;
            column = 0;
        }
        if (mark == '\0')
            return;
    }
}

/* One argument as it stands in the formula. */
static void read_argument(char *text, calc_value sheet[SHEET][SHEET], argument *out)
{
    char left, right;
    size_t top, bottom, length = strlen(text);
    int read = sscanf(text, "%c%zu:%c%zu", &left, &top, &right, &bottom);
    *out = (argument){.given = length > 0, .single = true, .rows = 1, .columns = 1};
    if (text[0] == '{') {
        text[length - 1] = '\0';
        out->single = false;
        out->rows = 0;
        for (char *cell = strtok(text + 1, ";"); cell; cell = strtok(NULL, ";"))
            out->cells[out->rows++] = value_of_text(cell);
    } else if (text[0] == '"') {
        text[length - 1] = '\0';
        out->cells[0] = (calc_value){CALC_TEXT, 0, text + 1};
    } else if (read >= 2 && left >= 'A' && left <= 'Z') {
        out->single = read == 2;
        out->rows = read == 2 ? 1 : bottom - top + 1;
        out->columns = read == 2 ? 1 : (size_t)(right - left) + 1;
        for (size_t i = 0; i < out->rows * out->columns; i++)
            out->cells[i] =
                sheet[top - 1 + i / out->columns][(size_t)(left - 'A') + i % out->columns];
    } else {
        out->cells[0] = value_of_text(text);
    }
}

/* False where the formula of the example does not call the function. */
static bool read_example(const sq_function *function, char *cells, char *formula)
{
    static calc_value sheet[SHEET][SHEET];
    char *start = strstr(formula, function->name), *part;
    size_t count = 0, depth = 0;
    read_sheet(cells, sheet);
    now.function = function;
    memset(now.arguments, 0, sizeof now.arguments);
    for (now.count = 0; function->parameters[now.count]; now.count++)
        ;
    now.rows = now.columns = 3;
    if (!start || start[strlen(function->name)] != '(')
        return false;
    start = part = start + strlen(function->name) + 1;
    for (char *c = start; count < now.count; c++) {
        char mark = *c;
        depth += mark == '{';
        depth -= mark == '}';
        if (depth > 0 || (mark != ';' && mark != ')'))
            continue;
        *c = '\0';
        read_argument(part, sheet, &now.arguments[count++]);
        part = c + 1;
        if (mark == ')')
            break;
    }
    for (size_t i = 0; i < count; i++) {
        const argument *a = &now.arguments[i];
        if (a->rows * a->columns > now.rows * now.columns || i == 0) {
            now.rows = a->rows;
            now.columns = a->columns;
        }
    }
    return true;
}

/* ---- Values that an argument may take (requirement 1). */

static const char *const words[] = {"", "A", "hygiene", "zzz"};
enum { WORDS = sizeof words / sizeof *words };
enum { ALONE, COLUMN, HALF_A_COLUMN, ROW, TABLE, PAIRS, LABELLED, SHAPES };

static size_t alternatives(void)
{
    return 1 + WORDS + SHAPES * calc_odd_count;
}

/* Whether the n-th is among those that a quick look puts beside others. */
static bool is_for_some(size_t n)
{
    size_t shape = (n - 1 - WORDS) % SHAPES, odd = (n - 1 - WORDS) / SHAPES;
    if (n < 1 + WORDS)
        return n < 2;
    return odd < SOME && (shape == ALONE || shape == HALF_A_COLUMN || shape == LABELLED);
}

static void number_cells(argument *a, size_t rows, size_t columns, double odd, double other)
{
    *a = (argument){.given = true, .rows = rows, .columns = columns};
    for (size_t i = 0; i < rows * columns && i < CELLS_MAX; i++)
        a->cells[i] = (calc_value){CALC_NUMBER, i % 2 ? other : odd, NULL};
}

/* The n-th of the alternatives. */
static void take_alternative(argument *a, size_t n)
{
    double odd;
    if (n == 0) {
        *a = (argument){.given = false};
        return;
    }
    if (n < 1 + WORDS) {
        *a = (argument){.given = true, .single = true, .rows = 1, .columns = 1};
        a->cells[0] = value_of_text(words[n - 1]);
        return;
    }
    n -= 1 + WORDS;
    odd = calc_odd_numbers[n / SHAPES];
    switch (n % SHAPES) {
    case ALONE:
        number_cells(a, 1, 1, odd, odd);
        a->single = true;
        break;
    case COLUMN:
        number_cells(a, now.rows, 1, odd, odd);
        break;
    case HALF_A_COLUMN:
        number_cells(a, now.rows, 1, odd, 1);
        break;
    case ROW:
        number_cells(a, 1, now.columns, odd, -odd);
        break;
    case TABLE:
        number_cells(a, now.rows, now.columns, odd, -odd);
        break;
    case PAIRS:
        number_cells(a, 3, 2, odd, 0.5);
        break;
    default: /* labels with scores, the odd one first */
        number_cells(a, 3, 2, 0, odd);
        for (size_t row = 0; row < 3; row++)
            a->cells[2 * row] = (calc_value){CALC_TEXT, 0, words[1 + row]};
        a->cells[3].number = 0;
        a->cells[5].number = 1;
    }
}

static void change_arguments(void)
{
    static argument kept[2];
    for (size_t i = 0; i < now.count; i++) {
        kept[0] = now.arguments[i];
        for (size_t n = 0; n < alternatives(); n++) {
            take_alternative(&now.arguments[i], n);
            call_now();
            for (size_t j = i + 1; now.pairs && j < now.count && (now.all || is_for_some(n)); j++) {
                kept[1] = now.arguments[j];
                for (size_t m = 0; m < alternatives(); m++)
                    if (now.all || is_for_some(m)) {
                        take_alternative(&now.arguments[j], m);
                        call_now();
                    }
                now.arguments[j] = kept[1];
            }
        }
        now.arguments[i] = kept[0];
    }
}

/* ---- Cells of an argument (requirement 3). */

static void change_pairs(argument *a, double odd)
{
    size_t cells = a->rows * a->columns;
    for (size_t c = 0; c < cells; c++) {
        calc_value kept = a->cells[c];
        a->cells[c] = (calc_value){CALC_NUMBER, odd, NULL};
        call_now();
        for (size_t d = c + 1; now.pairs && d < cells; d += now.all ? 1 : 3) {
            calc_value other = a->cells[d];
            a->cells[d] = (calc_value){CALC_NUMBER, -odd, NULL};
            call_now();
            a->cells[d] = other;
        }
        a->cells[c] = kept;
    }
}

static void change_cells(void)
{
    static argument kept;
    for (size_t i = 0; i < now.count; i++) {
        argument *a = &now.arguments[i];
        kept = *a;
        for (size_t n = 0; a->given && n < calc_odd_count; n += now.all ? 1 : 7) {
            double odd = calc_odd_numbers[n];
            change_pairs(a, odd);
            for (size_t c = 0; c < a->rows * a->columns; c++)
                if (a->cells[c].kind == CALC_NUMBER)
                    a->cells[c].number = odd;
            call_now();
            for (size_t c = 0; c < a->rows * a->columns; c++)
                if (a->cells[c].kind == CALC_NUMBER)
                    a->cells[c].number = c % 3 ? odd : -odd;
            call_now();
            *a = kept;
        }
    }
}

int main(int count, char *arguments[])
{
    static char cells[4096], formula[1024];
    long calls = 0, faults = 0;
    if (count != 2)
        return 2;
    signal(SIGABRT, tell_and_die);
    gsl_set_error_handler_off();
    now.all = strcmp(arguments[1], "all") == 0;
    EACH_FAMILY(family)
    EACH_FUNCTION(f, family)
    {
        bool called;
        snprintf(cells, sizeof cells, "%s", f->example.cells);
        snprintf(formula, sizeof formula, "%s", f->example.formula);
        now.calls = now.faults = 0;
        now.slowest = 0;
        now.pairs = !(RUNNING_ON_VALGRIND && strncmp(f->name, "SQ.CFA", 6) == 0);
        if ((called = read_example(f, cells, formula))) {
            call_now();
            change_cells();
            change_arguments();
        }
        printf("%s - %s: %ld calls, the longest %.3f s\n",
               called && now.faults == 0 ? "ok" : "not ok", f->name, now.calls, now.slowest);
        fflush(stdout);
        calls += now.calls;
        faults += now.faults + !called;
    }
    printf("# %ld calls\n", calls);
    return faults > 0;
}

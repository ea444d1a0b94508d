/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In four steps: every distinct text is read once (intern); what was chosen is gathered by column
 * and by kind (survey); each kind finds its scale (answer_scale.h); each cell gets its code.
 */
#include "survey/answer_words.h"

#include "base/arena.h"
#include "base/number_text.h"
#include "base/table.h"
#include "survey/answer_scale.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ALL_KINDS = (1U << SQ_ANSWER_KINDS) - 1, KANO_KINDS = 1U << SQ_KANO_KIND };

/* A distinct text. */
typedef struct text_reading {
    const char *text;
    sq_reading reading;
    int32_t wording; /* which of the block's wordings; −1 none */
} text_reading;

/* A wording that was chosen in the block. */
typedef struct wording {
    int32_t word;  /* of the book */
    double beside; /* the number beside it; NaN without one */
    bool plainly;  /* it was also chosen without a number */
    bool refused;  /* its numbers contradict */
} wording;

/* What a column holds besides wordings. */
typedef struct column_facts {
    unsigned int numbers; /* bit v: the number v, 0 … 10, by itself */
    uint32_t kinds;       /* of wordings of one kind only */
    bool unknown;         /* a wording that is not known */
} column_facts;

typedef struct survey {
    const sq_answer_block *block;
    const sq_answer_options *options;
    sq_arena *memory;
    sq_answer_book book;
    text_reading *texts; /* distinct ones */
    size_t text_count;
    int32_t *of_cell; /* [cells] which text; −1 blank or a number */
    int32_t *slots;   /* hash table of texts, −1 empty */
    size_t slot_count;
    wording *wordings; /* at most one per text */
    size_t wording_count;
    column_facts *columns;
    bool *chosen;       /* [columns × wording_count] */
    double *codes;      /* [columns × wording_count] of wordings without a number */
    uint32_t all_kinds; /* of all columns */
    bool zero;          /* a 0 is written beside some wording */
} survey;

/* ---- Every distinct text once. */

static size_t slot_of_text(const survey *s, const char *text)
{
    uint32_t hash = 2166136261U; /* FNV-1a */
    size_t slot;
    for (const char *at = text; *at; at++)
        hash = (hash ^ (unsigned char)*at) * 16777619U;
    for (slot = hash & (s->slot_count - 1); s->slots[slot] >= 0;
         slot = (slot + 1) & (s->slot_count - 1))
        /* NOLINTNEXTLINE(clang-analyzer-*): what has a slot is a text that was read */
        if (strcmp(s->texts[s->slots[slot]].text, text) == 0)
            break;
    return slot;
}

static sq_status make_slots(survey *s, size_t count)
{
    int32_t *slots;
    SQ_TAKE(slots, s->memory, count);
    s->slots = slots;
    s->slot_count = count;
    memset(slots, -1, count * sizeof *slots);
    for (size_t i = 0; i < s->text_count; i++)
        /* NOLINTNEXTLINE(clang-analyzer-*): texts are there, text_count of them */
        slots[slot_of_text(s, s->texts[i].text)] = (int32_t)i;
    return SQ_OK;
}

static bool is_number_cell(const sq_answer_block *block, size_t cell)
{
    return block->numbers && !isnan(block->numbers[cell]);
}

static sq_status intern(survey *s)
{
    const sq_answer_block *block = s->block;
    for (size_t i = 0; i < block->rows * block->columns; i++) {
        size_t slot;
        s->of_cell[i] = -1;
        if (!block->texts[i] || is_number_cell(block, i))
            continue;
        if (2 * s->text_count >= s->slot_count) {
            size_t count = 2 * s->slot_count;
            text_reading *texts;
            SQ_TAKE(texts, s->memory, count / 2);
            memcpy(texts, s->texts, s->text_count * sizeof *texts);
            s->texts = texts;
            SQ_TRY(make_slots(s, count));
        }
        slot = slot_of_text(s, block->texts[i]);
        if (s->slots[slot] < 0) {
            if (s->text_count == SQ_MOST_WORDINGS)
                return SQ_OUT_OF_DOMAIN;
            s->slots[slot] = (int32_t)s->text_count;
            s->texts[s->text_count++] =
                (text_reading){block->texts[i], sq_read_answer(&s->book, block->texts[i]), -1};
        }
        s->of_cell[i] = s->slots[slot];
    }
    return SQ_OK;
}

static const text_reading *reading_of(const survey *s, size_t cell)
{
    /* NOLINTNEXTLINE(clang-analyzer-*): every cell was looked up */
    return s->of_cell[cell] < 0 ? NULL : &s->texts[s->of_cell[cell]];
}

/* ---- The header (requirement 6). */

/* Whether the texts under one in the first row have its form, a number beside unknown words, and it
 * is among them or at most half of them recur. */
static bool is_answer_like_those_below(const survey *s, size_t column)
{
    size_t columns = s->block->columns, below = 0, again = 0;
    for (size_t row = 1; row < s->block->rows; row++) {
        size_t cell = row * columns + column;
        const text_reading *text = reading_of(s, cell);
        if (!text || !text->reading.beside)
            continue;
        below++;
        if (s->of_cell[cell] == s->of_cell[column])
            return true;
        for (size_t other = 1; other < row && other <= 64; other++)
            if (s->of_cell[other * columns + column] == s->of_cell[cell]) {
                again++;
                break;
            }
    }
    return below > 0 && 2 * again <= below;
}

static bool find_header(const survey *s)
{
    if (s->block->rows < 2)
        return false;
    for (size_t column = 0; column < s->block->columns; column++) {
        const text_reading *text = reading_of(s, column);
        if (!text)
            return false;
        /* NOLINTNEXTLINE(clang-analyzer-*): every text was read */
        if (text->reading.said == SQ_SAID_UNKNOWN && isnan(sq_number_of_text(text->text)))
            continue;
        if (!text->reading.beside || is_answer_like_those_below(s, column))
            return false;
    }
    return true;
}

/* ---- Wordings and the numbers beside them. */

static int compare_texts(const void *a, const void *b)
{
    const text_reading *first = *(const text_reading *const *)a;
    const text_reading *second = *(const text_reading *const *)b;
    if (first->reading.word != second->reading.word)
        return first->reading.word < second->reading.word ? -1 : 1;
    return (first > second) - (first < second);
}

/* Adds a text to the wording it says; a second number contradicts the first. */
static void add_to_wording(survey *s, text_reading *text)
{
    wording *w = &s->wordings[s->wording_count - 1];
    double number = text->reading.number;
    text->wording = (int32_t)s->wording_count - 1;
    if (isnan(number))
        w->plainly = true;
    else if (isnan(w->beside))
        w->beside = number;
    else
        w->refused = w->refused || w->beside != number;
}

/* Gathers the distinct wordings of the texts. A number that may not stand beside its words refuses
 * the one text. */
static sq_status gather_wordings(survey *s)
{
    size_t count = 0;
    text_reading **said;
    SQ_TAKE(said, s->memory, s->text_count); /* NOLINT(bugprone-sizeof-expression) */
    SQ_TAKE(s->wordings, s->memory, s->text_count);
    for (size_t i = 0; i < s->text_count; i++)
        if (s->texts[i].reading.said == SQ_SAID_WORDING) {
            said[count++] = &s->texts[i];
            s->zero = s->zero || s->texts[i].reading.number == 0;
        }
    qsort(said, count, sizeof *said, compare_texts); /* NOLINT(bugprone-sizeof-expression) */
    for (size_t i = 0; i < count; i++) {
        sq_reading *reading = &said[i]->reading;
        if (!isnan(reading->number) &&
            !sq_number_may_stand(&s->book, reading->word, reading->number, s->zero)) {
            reading->said = SQ_SAID_UNKNOWN;
            continue;
        }
        if (s->wording_count == 0 || s->wordings[s->wording_count - 1].word != reading->word)
            s->wordings[s->wording_count++] = (wording){reading->word, NAN, false, false};
        add_to_wording(s, said[i]);
    }
    return SQ_OK;
}

/* Refuses the numbers that run against each other. */
static void compare_numbers(survey *s)
{
    for (size_t i = 0; i < s->wording_count; i++)
        for (size_t j = 0; j < i; j++) {
            wording *a = &s->wordings[i], *b = &s->wordings[j];
            if (!isnan(a->beside) && !isnan(b->beside) &&
                !sq_numbers_agree(&s->book, a->word, a->beside, b->word, b->beside))
                a->refused = b->refused = true;
        }
}

/* ---- What the columns hold. */

static void note_number(column_facts *column, double number)
{
    if (number >= 0 && number <= 10 && number == floor(number))
        column->numbers |= 1U << (int)number;
}

/* The first row with an answer that is understood: unknown words above it are titles. */
static size_t first_answer_row(const survey *s, size_t first)
{
    size_t columns = s->block->columns;
    for (size_t cell = first * columns; cell < s->block->rows * columns; cell++) {
        const text_reading *text = reading_of(s, cell);
        if (is_number_cell(s->block, cell) ||
            (text && text->reading.said != SQ_SAID_UNKNOWN && !text->reading.beside))
            return cell / columns;
    }
    return first;
}

static uint32_t kinds_of(const survey *s, size_t wording_index)
{
    return s->book.words[s->wordings[wording_index].word].kinds;
}

static void note_columns(survey *s, size_t first_row)
{
    size_t columns = s->block->columns, answers = first_answer_row(s, first_row);
    for (size_t cell = first_row * columns; cell < s->block->rows * columns; cell++) {
        column_facts *column = &s->columns[cell % columns];
        const text_reading *text = reading_of(s, cell);
        if (is_number_cell(s->block, cell))
            note_number(column, s->block->numbers[cell]);
        else if (text && text->reading.said == SQ_SAID_NUMBER)
            note_number(column, text->reading.number);
        else if (text && text->reading.said == SQ_SAID_UNKNOWN)
            column->unknown = column->unknown || cell / columns >= answers;
        else if (text && text->wording >= 0)
            s->chosen[cell % columns * s->wording_count + (size_t)text->wording] = true;
    }
    for (size_t c = 0; c < columns; c++)
        for (size_t w = 0; w < s->wording_count; w++) {
            uint32_t kinds = kinds_of(s, w);
            if (s->chosen[c * s->wording_count + w] && (kinds & (kinds - 1)) == 0)
                s->columns[c].kinds |= kinds;
        }
    for (size_t c = 0; c < columns; c++)
        s->all_kinds |= s->columns[c].kinds;
}

/* The kinds that a wording may be of in a column (requirement 3). */
static uint32_t kinds_in_column(const survey *s, size_t column, size_t wording_index)
{
    uint32_t kinds = kinds_of(s, wording_index), here = kinds & s->columns[column].kinds;
    if (here)
        return here;
    return kinds & s->all_kinds ? kinds & s->all_kinds : kinds;
}

/* ---- Codes. */

/* The code of a wording in a column: where several kinds give it different ones, none. */
static void merge_code(double *code, bool *decided, double other)
{
    if (sq_error_reason(other) == SQ_NO_DATA)
        return; /* the kind has no say */
    if (!*decided)
        *code = other;
    else if (!(*code == other))
        *code = sq_error(SQ_UNDEFINED);
    *decided = true;
}

/* Buffers of one kind: what was chosen, and which of the block's wordings that is. */
typedef struct kind_buffers {
    int32_t *words;
    double *beside, *codes;
    size_t *of_block;
    bool *decided; /* [columns × wordings] some kind has given a code */
} kind_buffers;

static void code_kind(survey *s, sq_answer_kind kind, kind_buffers *buffers)
{
    sq_chosen chosen = {.kind = kind, .words = buffers->words, .beside = buffers->beside};
    for (size_t w = 0; w < s->wording_count; w++) {
        bool here = false;
        for (size_t c = 0; c < s->block->columns; c++) {
            if (!s->chosen[c * s->wording_count + w] || !(kinds_in_column(s, c, w) >> kind & 1))
                continue;
            here = true;
            chosen.numbers |= s->columns[c].numbers;
            chosen.unknown = chosen.unknown || s->columns[c].unknown;
        }
        if (!here || (s->wordings[w].refused && !s->wordings[w].plainly))
            continue;
        buffers->words[chosen.count] = s->wordings[w].word;
        buffers->beside[chosen.count] = s->wordings[w].refused ? NAN : s->wordings[w].beside;
        buffers->of_block[chosen.count++] = w;
    }
    sq_answer_scale_codes(&s->book, &chosen, s->options->levels, buffers->codes);
    for (size_t i = 0; i < chosen.count; i++)
        for (size_t c = 0; c < s->block->columns; c++) {
            size_t w = buffers->of_block[i], at = c * s->wording_count + w;
            if (!s->chosen[at] || !(kinds_in_column(s, c, w) >> kind & 1))
                continue;
            merge_code(&s->codes[at], &buffers->decided[at], buffers->codes[i]);
        }
}

static sq_status code_wordings(survey *s)
{
    size_t n = s->wording_count + 1, cells = n * s->block->columns;
    kind_buffers buffers;
    SQ_TAKE(buffers.words, s->memory, n);
    SQ_TAKE(buffers.beside, s->memory, n);
    SQ_TAKE(buffers.codes, s->memory, n);
    SQ_TAKE(buffers.of_block, s->memory, n);
    SQ_TAKE(buffers.decided, s->memory, cells);
    for (size_t at = 0; at < cells; at++)
        s->codes[at] = sq_error(SQ_UNDEFINED);
    for (int kind = 0; kind < SQ_ANSWER_KINDS; kind++)
        code_kind(s, (sq_answer_kind)kind, &buffers);
    return SQ_OK;
}

static double in_domain(const survey *s, double number)
{
    if (s->options->kano && !(number >= 1 && number <= SQ_KANO_ANSWERS && number == floor(number)))
        return sq_error(SQ_OUT_OF_DOMAIN);
    return number;
}

static double code_of_cell(const survey *s, size_t cell)
{
    const text_reading *text = reading_of(s, cell);
    const wording *w;
    if (is_number_cell(s->block, cell))
        return in_domain(s, s->block->numbers[cell]);
    if (!text || text->reading.said == SQ_SAID_NOTHING)
        return sq_error(SQ_NO_DATA);
    if (text->reading.said == SQ_SAID_NUMBER)
        return in_domain(s, text->reading.number);
    if (text->wording < 0) /* "-1" is nothing that is known, but a number */
        return isnan(in_domain(s, sq_number_of_text(text->text))) && s->options->kano &&
                       !isnan(sq_number_of_text(text->text))
                   ? sq_error(SQ_OUT_OF_DOMAIN)
                   : sq_error(SQ_UNDEFINED);
    w = &s->wordings[text->wording];
    if (isnan(text->reading.number))
        /* NOLINTNEXTLINE(clang-analyzer-*): where a cell is, there is a column */
        return s->codes[cell % s->block->columns * s->wording_count + (size_t)text->wording];
    return w->refused ? sq_error(SQ_UNDEFINED) : text->reading.number;
}

/* ---- Together. */

static sq_status allocate(survey *s)
{
    enum { FIRST_SLOTS = 64 };
    size_t cells = s->block->rows * s->block->columns;
    if (cells > INT32_MAX)
        return SQ_NO_MEMORY;
    SQ_TAKE(s->of_cell, s->memory, cells);
    SQ_TAKE(s->texts, s->memory, FIRST_SLOTS / 2);
    SQ_TAKE(s->columns, s->memory, s->block->columns);
    return make_slots(s, FIRST_SLOTS);
}

static sq_status allocate_choices(survey *s)
{
    size_t cells = s->block->columns * (s->wording_count + 1);
    if (cells > SQ_MOST_CHOICES)
        return SQ_OUT_OF_DOMAIN;
    SQ_TAKE(s->chosen, s->memory, cells);
    SQ_TAKE(s->codes, s->memory, cells);
    return SQ_OK;
}

static sq_status read_block(survey *s, double codes[], bool *header)
{
    size_t cells = s->block->rows * s->block->columns;
    uint32_t kinds = s->options->kano ? KANO_KINDS : ALL_KINDS & ~(uint32_t)KANO_KINDS;
    SQ_TRY(sq_answer_book_open(s->memory, &s->book, kinds, s->options->list));
    SQ_TRY(allocate(s));
    SQ_TRY(intern(s));
    *header = find_header(s);
    SQ_TRY(gather_wordings(s));
    compare_numbers(s);
    SQ_TRY(allocate_choices(s));
    note_columns(s, *header);
    SQ_TRY(code_wordings(s));
    for (size_t i = 0; i < cells; i++)
        codes[i] = *header && i < s->block->columns ? sq_error(SQ_NO_DATA) : code_of_cell(s, i);
    return SQ_OK;
}

sq_status sq_answer_codes(const sq_answer_block *block, const sq_answer_options *options,
                          double codes[], bool *header)
{
    SQ_SCRATCH(memory);
    survey s = {.block = block, .options = options, .memory = &memory};
    int levels = options->levels;
    *header = false;
    if (levels != 0 && levels != 10 && levels != 11 && (levels < 4 || levels > SQ_MOST_LEVELS))
        return SQ_BAD_ARGUMENT;
    return read_block(&s, codes, header);
}

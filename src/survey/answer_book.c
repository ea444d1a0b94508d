/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey/answer_book.h"

#include "base/arena.h"
#include "base/plain_text.h"
#include "base/table.h"
#include "survey/answer_core.h"
#include "survey/answer_text.h"

#include <math.h>
#include <string.h>

_Static_assert(sizeof(((sq_answer_book *)0)->list_words[0]) == SQ_ANSWER_BYTES, "one length");

/* ---- The lists as a hash table. */

static uint32_t hash(const char *word, size_t length)
{
    uint32_t value = 2166136261U; /* FNV-1a */
    for (size_t i = 0; i < length; i++)
        value = (value ^ (unsigned char)word[i]) * 16777619U;
    return value;
}

/* The slot of a word: its own or the empty one where it belongs. */
static size_t slot_of(const sq_answer_book *book, const char *word, size_t length)
{
    size_t slot = hash(word, length) & (book->slot_count - 1);
    while (book->slots[slot] >= 0) {
        const sq_known_word *known = &book->words[book->slots[slot]];
        if (known->length == length && memcmp(known->word, word, length) == 0)
            break;
        slot = (slot + 1) & (book->slot_count - 1);
    }
    return slot;
}

static void add_spelling(sq_answer_book *book, const char *word, size_t length, sq_place place)
{
    size_t slot = slot_of(book, word, length);
    sq_known_word *known;
    if (book->slots[slot] < 0) {
        book->slots[slot] = (int32_t)book->count;
        book->words[book->count++] = (sq_known_word){word, (uint32_t)length, -1, 0};
    }
    known = &book->words[book->slots[slot]];
    known->kinds |= 1U << sq_answer_scales[place.scale].kind;
    place.next = known->places;
    known->places = (int32_t)book->place_count;
    book->places[book->place_count++] = place;
}

/* Every spelling of a level, or, without a book, how many there are. */
static size_t add_level(sq_answer_book *book, const char *spellings, sq_place place)
{
    size_t count = 0;
    while (*spellings) {
        size_t length = strcspn(spellings, "|=");
        if (book)
            add_spelling(book, spellings, length, place);
        count++;
        place.meaning = (uint8_t)(place.meaning + (spellings[length] == '|'));
        spellings += length + (spellings[length] != '\0');
    }
    return count;
}

static size_t add_lists(sq_answer_book *book, uint32_t kinds)
{
    size_t count = 0;
    for (size_t l = 0; l < SQ_ANSWER_LANGUAGES; l++)
        for (size_t i = 0; i < sq_answer_languages[l]->count; i++) {
            const sq_scale_words *words = &sq_answer_languages[l]->scales[i];
            const sq_answer_scale *scale = &sq_answer_scales[words->scale];
            for (int level = 1; (kinds >> scale->kind & 1) && level <= scale->levels; level++)
                count += add_level(book, words->levels[level - 1],
                                   (sq_place){.scale = (uint8_t)words->scale,
                                              .level = (uint8_t)level,
                                              .language = (uint8_t)l});
        }
    return count;
}

/* ---- An own list. */

static sq_status open_own_list(sq_answer_book *book, sq_arena *memory)
{
    const sq_answer_list *list = book->list;
    SQ_TAKE_TABLE(book->list_words, memory, list->count, 2);
    for (size_t i = 0; i < list->count; i++)
        if (list->words[i] && sq_plain_text(list->words[i], book->list_words[i], SQ_ANSWER_BYTES))
            sq_without_accents(book->list_words[i], book->list_words[list->count + i],
                               SQ_ANSWER_BYTES);
    return SQ_OK;
}

/* The number of a wording in the own list: as it is written there, else whatever its accents, where
 * that says one number only. False: it is not in it. */
static bool find_in_list(const sq_answer_book *book, const char *plain, double *number)
{
    size_t count = book->list->count;
    char unaccented[SQ_ANSWER_BYTES];
    bool found = false;
    for (size_t i = 0; i < count; i++)
        if (*plain && strcmp(book->list_words[i], plain) == 0) {
            *number = book->list->numbers[i];
            return true;
        }
    if (!*plain || !sq_without_accents(plain, unaccented, sizeof unaccented))
        return false;
    for (size_t i = 0; i < count; i++) {
        double other = book->list->numbers[i];
        if (strcmp(book->list_words[count + i], unaccented) != 0)
            continue;
        if (found && other != *number && !(isnan(other) && isnan(*number)))
            return false;
        *number = other;
        found = true;
    }
    return found;
}

sq_status sq_answer_book_open(sq_arena *memory, sq_answer_book *book, uint32_t kinds,
                              const sq_answer_list *list)
{
    size_t spellings = list ? 0 : add_lists(NULL, kinds);
    *book = (sq_answer_book){.list = list, .slot_count = 1};
    if (list)
        return open_own_list(book, memory);
    while (book->slot_count < 2 * spellings)
        book->slot_count *= 2;
    SQ_TAKE(book->words, memory, spellings);
    SQ_TAKE(book->places, memory, spellings);
    SQ_TAKE(book->slots, memory, book->slot_count);
    memset(book->slots, -1, book->slot_count * sizeof *book->slots);
    add_lists(book, kinds);
    return SQ_OK;
}

/* ---- Reading. */

static int32_t find_word(const sq_answer_book *book, const char *plain)
{
    char other[SQ_ANSWER_BYTES];
    int32_t found = book->slots[slot_of(book, plain, strlen(plain))];
    if (found < 0 && sq_without_accents(plain, other, sizeof other))
        found = book->slots[slot_of(book, other, strlen(other))];
    if (found < 0 && sq_core_of_answer(plain, other))
        found = book->slots[slot_of(book, other, strlen(other))];
    return found;
}

/* Behind a letter that only counts: "a very good" of "A. Very good"; NULL where there is none. */
static const char *behind_letter(const char *plain)
{
    if (plain[0] < 'a' || plain[0] > 'g' || !(plain[1] == ' ' || (plain[1] & 0x80)))
        return NULL;
    return plain + (plain[1] == ' ' ? 2 : 1);
}

/* Finds plain words in the book or in its own list; of the latter *number. */
static bool find(const sq_answer_book *book, const char *plain, int32_t *word, double *number)
{
    *word = -1;
    *number = NAN;
    for (; plain && *plain; plain = behind_letter(plain)) {
        if (book->list ? find_in_list(book, plain, number) : (*word = find_word(book, plain)) >= 0)
            return true;
    }
    return false;
}

static bool is_among(const char *plain, const char *wordings)
{
    size_t length = strlen(plain);
    while (wordings) {
        const char *end = strchr(wordings, '|');
        size_t span = end ? (size_t)(end - wordings) : strlen(wordings);
        if (span == length && memcmp(wordings, plain, length) == 0)
            return true;
        wordings = end ? end + 1 : NULL;
    }
    return false;
}

static bool says_no_answer(const char *plain)
{
    for (size_t l = 0; l < SQ_ANSWER_LANGUAGES; l++)
        if (is_among(plain, sq_answer_languages[l]->no_answer))
            return true;
    return plain[0] == '\0';
}

/* The words of an own list have their number; another one beside them contradicts it. */
static sq_reading listed(double of_list, double beside)
{
    if (!isnan(beside) && !isnan(of_list) && beside != of_list)
        return (sq_reading){SQ_SAID_UNKNOWN, NAN, -1, false};
    return (sq_reading){isnan(of_list) ? SQ_SAID_NOTHING : SQ_SAID_NUMBER, of_list, -1, false};
}

sq_reading sq_read_answer(const sq_answer_book *book, const char *text)
{
    const sq_reading nothing = {SQ_SAID_NOTHING, NAN, -1, false};
    const sq_reading unknown = {SQ_SAID_UNKNOWN, NAN, -1, false};
    sq_answer_text answer;
    double number;
    int32_t word;
    if (!sq_answer_words_of(text, answer.words))
        return unknown;
    if (find(book, answer.words, &word, &number)) /* a list may have numbers in its words */
        return book->list ? listed(number, NAN) : (sq_reading){SQ_SAID_WORDING, NAN, word, false};
    if (says_no_answer(answer.words))
        return nothing;
    if (!sq_take_answer_apart(text, &answer))
        return unknown;
    if (isnan(answer.number))
        return unknown;
    if (answer.words[0] == '\0')
        return (sq_reading){SQ_SAID_NUMBER, answer.number, -1, false};
    if (find(book, answer.words, &word, &number))
        return book->list ? listed(number, answer.number)
                          : (sq_reading){SQ_SAID_WORDING, answer.number, word, false};
    if (says_no_answer(answer.words))
        return nothing;
    return answer.marked ? (sq_reading){SQ_SAID_NUMBER, answer.number, -1, true} : unknown;
}

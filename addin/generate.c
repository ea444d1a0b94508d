/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Build tool: prints from the catalogue what others need to know of the functions.
 *
 *   generate idl DIR         one interface per family, as UNOIDL files in DIR
 *   generate xcu             names, descriptions and parameters in every language (CalcAddIns.xcu)
 *   generate reference TAG   the function reference in Markdown, TAG en or zh-CN
 *   generate names           the names of parameters for xgettext
 *   generate examples        the examples, as a plan for tests/workbooks/workbook.py
 *   generate menu            the menu of Calc (Addons.xcu)
 *   generate commands        the module Commands of the menu, in Basic
 *   generate basic NAME      a Basic module as LibreOffice stores it, its source on standard input
 */
#include "catalogue.h"
#include "language.h"
#include "menu/entries.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_MAX_BYTES = 64, LINE_MAX_BYTES = 4096, DESCRIPTION_MAX_BYTES = 2048 };

/* Words parted by a mark, joined in lowerCamel; UNOIDL allows no underscore in a name. */
static void camel(const char *words, char mark, char name[NAME_MAX_BYTES])
{
    size_t length = 0;
    bool next_upper = false;
    for (const char *c = words; *c && length + 1 < NAME_MAX_BYTES; c++) {
        if (*c != mark)
            name[length++] =
                (char)(next_upper ? toupper((unsigned char)*c) : tolower((unsigned char)*c));
        next_upper = *c == mark;
    }
    name[length] = '\0';
}

/* SQ.GAP.ITEMS → gapItems */
static const char *method_name(const sq_function *function)
{
    static char name[NAME_MAX_BYTES];
    camel(function->name + strlen("SQ."), '.', name);
    return name;
}

/* case_weights → caseWeights */
static const char *idl_name(const sq_parameter *parameter)
{
    static char name[NAME_MAX_BYTES];
    camel(parameter->name, '_', name);
    return name;
}

/* case_weights → case weights */
static const char *spoken_name(const sq_parameter *parameter)
{
    static char name[NAME_MAX_BYTES];
    snprintf(name, sizeof name, "%s", parameter->name);
    for (char *c = name; *c; c++)
        if (*c == '_')
            *c = ' ';
    return name;
}

/* ---- IDL. */

static FILE *open_idl(const char *folder, const char *name)
{
    char path[1024];
    FILE *file;
    snprintf(path, sizeof path, "%s/%s.idl", folder, name);
    file = fopen(path, "w");
    if (!file) {
        perror(path);
        exit(1);
    }
    fputs("// SPDX-License-Identifier: GPL-3.0-or-later\n"
          "// Made from the catalogue (make idl). A change here is a change of contract.\n\n"
          "module ",
          file);
    for (const char *c = addin_module; *c; c++)
        fputs(*c == '.' ? " { module " : (const char[]){*c, '\0'}, file);
    fputs(" {\n\n", file);
    return file;
}

static void close_idl(FILE *file)
{
    fputs("\n}; };\n", file);
    if (fclose(file) != 0) {
        perror("idl");
        exit(1);
    }
}

static const char *idl_type(const sq_parameter *parameter)
{
    return parameter->kind == DATA ? "com::sun::star::table::XCellRange" : "any";
}

static void print_idl(const char *folder)
{
    EACH_FAMILY(family)
    {
        FILE *file = open_idl(folder, family->interface);
        fprintf(file, "interface %s: com::sun::star::uno::XInterface {\n", family->interface);
        EACH_FUNCTION(function, family)
        {
            /* the hidden caller: Calc fills it with the document */
            fprintf(file, "    any %s([in] com::sun::star::beans::XPropertySet document",
                    method_name(function));
            EACH_PARAMETER(parameter, function)
            fprintf(file, ",\n        [in] %s %s", idl_type(parameter), idl_name(parameter));
            fputs(");\n", file);
        }
        fputs("};\n", file);
        close_idl(file);
    }
}

/* ---- Names and descriptions. */

static void print_escaped(const char *text)
{
    for (; *text; text++) {
        if (*text == '&')
            fputs("&amp;", stdout);
        else if (*text == '<')
            fputs("&lt;", stdout);
        else
            putchar(*text);
    }
}

static void print_escaped_range(const char *from, const char *end)
{
    for (; from < end; from++)
        print_escaped((const char[]){*from, '\0'});
}

/* Appends to a text that has room. */
static void append(char *text, const char *more)
{
    size_t length = strlen(text);
    snprintf(text + length, DESCRIPTION_MAX_BYTES - length, "%s", more);
}

/* “word” (if left out): what it means */
static void append_choice(char *text, const sq_parameter *parameter, const sq_choice *choice,
                          sq_language language)
{
    bool chinese = language == CHINESE;
    append(text, chinese ? "“" : "\"");
    append(text, words_translate(language, choice->word));
    append(text, chinese ? "”" : "\"");
    if (parameter->left_out && strcmp(parameter->left_out, choice->word) == 0) {
        append(text, chinese ? "" : " ");
        append(text, words_translate(language, N_("(if left out)")));
    }
    if (choice->meaning) {
        append(text, chinese ? "：" : ": ");
        append(text, words_translate(language, choice->meaning));
    }
}

static void append_choices(char *text, const sq_parameter *parameter, sq_language language)
{
    const sq_choice *choices = parameter->choices;
    bool explained = false, chinese = language == CHINESE;
    size_t count = 0;
    for (; choices[count].word && (parameter->offered == 0 || count < parameter->offered); count++)
        explained = explained || choices[count].meaning;
    append(text, chinese ? "" : " ");
    for (size_t i = 0; i < count; i++) {
        append_choice(text, parameter, &choices[i], language);
        if (i + 1 < count)
            append(text, explained ? (chinese ? "；" : "; ") : (chinese ? "、" : ", "));
    }
    append(text, chinese ? "。" : ".");
}

/* What the wizard and the reference say of a parameter: its help, its choices, what it is if left out. */
static const char *describe(const sq_parameter *parameter, sq_language language)
{
    static char text[DESCRIPTION_MAX_BYTES];
    char left_out[NAME_MAX_BYTES];
    text[0] = '\0';
    append(text, words_translate(language, parameter->help));
    if (parameter->choices) {
        append_choices(text, parameter, language);
    } else if (parameter->left_out) {
        snprintf(left_out, sizeof left_out, words_translate(language, N_("Left out: %s.")),
                 parameter->left_out);
        append(text, language == CHINESE ? "" : " ");
        append(text, left_out);
    }
    return text;
}

/* A text in every language: at(thing, language). */
typedef const char *text_in(const void *thing, sq_language language);

static const char *translation(const void *text, sq_language language)
{
    return words_translate(language, text);
}

static const char *description(const void *parameter, sq_language language)
{
    return describe(parameter, language);
}

static void print_texts(const char *name, text_in *text, const void *of, int indent)
{
    static const struct {
        const char *tag;
        sq_language language;
    } languages[] = {{"en-US", ENGLISH}, {"zh-CN", CHINESE}};
    printf("%*s<prop oor:name=\"%s\">", indent, "", name);
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        printf("<value xml:lang=\"%s\">", languages[i].tag);
        print_escaped(text(of, languages[i].language));
        printf("</value>");
    }
    puts("</prop>");
}

static void print_property(const char *name, const char *text, int indent)
{
    print_texts(name, translation, text, indent);
}

static void print_xcu(void)
{
    puts("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<oor:component-data xmlns:oor=\"http://openoffice.org/2001/registry\""
         " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
         " oor:name=\"CalcAddIns\" oor:package=\"org.openoffice.Office\">\n"
         "  <node oor:name=\"AddInInfo\">");
    printf("    <node oor:name=\"%s.AddIn\" oor:op=\"replace\">\n", addin_module);
    puts("      <node oor:name=\"AddInFunctions\">");
    EACH_FAMILY(family) EACH_FUNCTION(function, family)
    {
        printf("        <node oor:name=\"%s\" oor:op=\"replace\">\n", method_name(function));
        print_property("DisplayName", function->name, 10);
        print_property("CompatibilityName", function->name, 10);
        print_property("Description", function->summary, 10);
        puts("          <prop oor:name=\"Category\"><value>Add-In</value></prop>\n"
             "          <node oor:name=\"Parameters\">");
        EACH_PARAMETER(parameter, function)
        {
            printf("            <node oor:name=\"%s\" oor:op=\"replace\">\n", idl_name(parameter));
            print_property("DisplayName", spoken_name(parameter), 14);
            print_texts("Description", description, parameter, 14);
            puts("            </node>");
        }
        puts("          </node>\n        </node>");
    }
    puts("      </node>\n    </node>\n  </node>\n</oor:component-data>");
}

/* ---- The menu. */

#define EACH_ENTRY(each)                                                                           \
    for (const struct menu_entry *each = menu_entries;                                             \
         each < menu_entries + sizeof menu_entries / sizeof *menu_entries; each++)

static void print_menu_entry(const struct menu_entry *entry)
{
    printf("          <node oor:name=\"entry%02d\" oor:op=\"replace\">\n"
           "            <prop oor:name=\"URL\"><value>",
           (int)(entry - menu_entries) + 1);
    if (entry->entry)
        printf("vnd.sun.star.script:ServQual.Commands.%s?language=Basic&amp;location=application",
               entry->command);
    else
        fputs("private:separator", stdout);
    puts("</value></prop>");
    if (entry->entry)
        print_property("Title", entry->entry, 12);
    puts("          </node>");
}

static void print_menu(void)
{
    puts("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<oor:component-data xmlns:oor=\"http://openoffice.org/2001/registry\""
         " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
         " oor:name=\"Addons\" oor:package=\"org.openoffice.Office\">\n"
         "  <node oor:name=\"AddonUI\">\n"
         "    <node oor:name=\"OfficeMenuBar\">");
    printf("      <node oor:name=\"%s.menu\" oor:op=\"replace\">\n", addin_module);
    puts("        <prop oor:name=\"Context\">"
         "<value>com.sun.star.sheet.SpreadsheetDocument</value></prop>");
    print_property("Title", N_("Service ~quality"), 8);
    puts("        <node oor:name=\"Submenu\">");
    EACH_ENTRY(entry) print_menu_entry(entry);
    puts("        </node>\n      </node>\n    </node>\n  </node>\n</oor:component-data>");
}

/* A list of words; spoken: in the language of the user. */
static void print_words(const char *const words[], bool spoken)
{
    fputs("Array(", stdout);
    for (size_t i = 0; i < CHOICES_MAX && words[i]; i++) {
        bool translated = spoken && !isdigit((unsigned char)words[i][0]);
        printf(translated ? "%sU(\"%s\")" : "%s\"%s\"", i > 0 ? ", " : "", words[i]);
    }
    putchar(')');
}

static void print_question(const struct menu_question *question)
{
    bool words = question->values[0] != NULL;
    printf("Array(\"%s\", \"%s\", U(\"%s\")", question->name, question->kind, question->label);
    if (question->choices[0]) {
        fputs(", ", stdout);
        print_words(question->choices, words);
        fputs(", ", stdout);
        print_words(words ? question->values : question->choices, false);
    }
    putchar(')');
}

static void print_questions(const struct menu_entry *entry)
{
    printf("        Case \"%s\": Questions = Array(", entry->analysis);
    for (size_t i = 0; entry->questions[i].name; i++) {
        fputs(i > 0 ? ", _\n            " : "", stdout);
        print_question(&entry->questions[i]);
    }
    puts(")");
}

/* The figures of a report's columns, a letter each, a capital for any number of columns. */
static void print_figures(const sq_report *report)
{
    static const char letters[] = {
        [FIGURE_LABEL] = 'l',  [FIGURE_WORD] = 'w',  [FIGURE_COUNT] = 'c',
        [FIGURE_NUMBER] = 'n', [FIGURE_SHARE] = 's', [FIGURE_PROBABILITY] = 'p',
        [FIGURE_MONEY] = 'm',
    };
    for (const sq_column *column = report->columns; column->title; column++)
        putchar(column->each ? toupper(letters[column->figure]) : letters[column->figure]);
}

/* What kind of figures the columns of each table hold, from which the cell formats follow. */
static void print_formats(void)
{
    puts("\n' The figures of the columns of a table; \"\" where it is none.\n"
         "Function Figures(table As String) As String\n    Select Case table");
    EACH_FAMILY(family)
    EACH_FUNCTION(function, family)
    for (const sq_report *report = function->reports; report->columns; report++) {
        printf("        Case \"%s%s%s\"", function->name, report->asked ? " " : "",
               report->asked ? report->asked : "");
        if (report == function->reports && report->asked) /* what it gives without being asked */
            printf(", \"%s\"", function->name);
        printf(": Figures = \"");
        print_figures(report);
        puts("\"");
    }
    puts("    End Select\nEnd Function");
}

static void print_commands(void)
{
    puts("' Made from entries.h.\nOption Explicit");
    EACH_ENTRY(entry)
    {
        if (entry->analysis)
            printf("\nSub %s\n    Analyse \"%s\"\nEnd Sub\n", entry->command, entry->analysis);
        else if (entry->entry)
            printf("\nSub %s\n    %s\nEnd Sub\n", entry->command, entry->basic);
    }
    puts("\nFunction Title(kind As String, tag As String) As String\n    Select Case kind");
    EACH_ENTRY(entry)
    if (entry->analysis)
        printf("        Case \"%s\": Title = L(\"%s\", tag)\n", entry->analysis, entry->title);
    puts("    End Select\nEnd Function\n\nFunction Explanation(kind As String) As String\n"
         "    Select Case kind");
    EACH_ENTRY(entry)
    if (entry->analysis) {
        printf("        Case \"%s\": Explanation = U(\"%s\")", entry->analysis, entry->explanation);
        if (entry->more)
            printf(" & \" \" & U(\"%s\")", entry->more);
        putchar('\n');
    }
    puts(
        "    End Select\nEnd Function\n\nFunction Questions(kind As String)\n    Select Case kind");
    EACH_ENTRY(entry)
    if (entry->analysis)
        print_questions(entry);
    puts("    End Select\nEnd Function\n\n' What the sheet shows.\nSub Fill(kind As String)\n"
         "    Select Case kind");
    EACH_ENTRY(entry)
    if (entry->analysis)
        printf("        Case \"%s\": Fill%s\n", entry->analysis, entry->command);
    puts("    End Select\nEnd Sub");
    print_formats();
}

/* Whether a text literal that begins at `quote` is the first argument of U, W or L. */
static bool is_translated(const char *line, const char *quote)
{
    return quote - line >= 2 && quote[-1] == '(' && strchr("UWL", quote[-2]) &&
           (quote - line == 2 || !isalnum((unsigned char)quote[-3]));
}

/* A line of Basic: beside each text of U, W and L its Chinese. Texts have no quotes but "" inside,
 * which gettext knows as one. */
static void print_basic_line(const char *line)
{
    for (const char *c = line; *c; c++) {
        char text[LINE_MAX_BYTES];
        size_t length = 0;
        const char *end = c;
        if (*c != '"' || !is_translated(line, c)) {
            print_escaped((const char[]){*c, '\0'});
            continue;
        }
        while (*++end && (*end != '"' || end[1] == '"')) {
            end += *end == '"';
            text[length++] = *end;
        }
        text[length] = '\0';
        print_escaped_range(c, end + 1);
        fputs(", \"", stdout);
        for (const char *word = words_translate(CHINESE, text); *word; word++)
            print_escaped(*word == '"' ? "\"\"" : (const char[]){*word, '\0'});
        putchar('"');
        c = end;
    }
}

static void print_basic(const char *name)
{
    char line[LINE_MAX_BYTES];
    printf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<!DOCTYPE script:module PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\""
           " \"module.dtd\">\n"
           "<script:module xmlns:script=\"http://openoffice.org/2000/script\""
           " script:name=\"%s\" script:language=\"StarBasic\">",
           name);
    while (fgets(line, sizeof line, stdin))
        print_basic_line(line);
    puts("</script:module>");
}

/* ---- Reference. */

static void print_syntax(const sq_function *function, sq_language language)
{
    printf("**%s**(", function->name);
    EACH_PARAMETER(parameter, function)
    {
        const char *name = words_translate(language, spoken_name(parameter));
        const char *separator = parameter != function->parameters[0] ? "; " : "";
        printf(parameter->kind == OPTION ? "%s[%s]" : "%s%s", separator, name);
    }
    puts(")\n");
}

static void print_upper(const char *name)
{
    for (; *name; name++)
        putchar(toupper((unsigned char)*name));
}

static const char *figure_word(sq_figure figure)
{
    static const char *const words[] = {
        [FIGURE_LABEL] = N_("text"),  [FIGURE_WORD] = N_("text"),
        [FIGURE_COUNT] = N_("count"), [FIGURE_NUMBER] = N_("number"),
        [FIGURE_SHARE] = N_("share"), [FIGURE_PROBABILITY] = N_("probability"),
        [FIGURE_MONEY] = N_("money"),
    };
    return words[figure];
}

/* What the table is: of several, for which word; its columns, or its rows. */
static void print_report_title(const sq_report *report, sq_language language)
{
    static const char *const titles[] = {
        [WITH_HEADINGS] = N_("Columns"),
        [WITHOUT_HEADINGS] = N_("Columns, without headings"),
        [IN_ROWS] = N_("Rows, the value beside the name"),
    };
    printf("\n%s", words_translate(language, titles[report->layout]));
    if (report->asked)
        printf(language == CHINESE ? "（“%s”）" : " (\"%s\")",
               words_translate(language, report->asked));
    puts(":\n");
}

static void print_reports(const sq_function *function, sq_language language)
{
    for (const sq_report *report = function->reports; report->columns; report++) {
        print_report_title(report, language);
        for (const sq_column *column = report->columns; column->title; column++)
            printf(column->each ? "- *%s* (%s): %s\n" : "- **%s** (%s): %s\n",
                   words_translate(language, column->title),
                   words_translate(language, figure_word(column->figure)),
                   words_translate(language, column->meaning));
    }
}

static void print_reference(sq_language language)
{
    printf("# %s\n\n%s\n", words_translate(language, N_("Functions of servqual")),
           words_translate(
               language,
               N_("Made from the catalogue by `make reference`. Arguments in brackets may be left "
                  "out. Data are cell ranges with one row per respondent and one column per item; "
                  "blank, text and error cells are missing answers. In files a function is called "
                  "by the name in code style.")));
    printf("\n%s\n",
           words_translate(
               language,
               N_("Nothing can be stopped while Calc computes, so every function has limits, and "
                  "beyond them is #NUM! at once: a range of answers has at most 25,165,824 cells "
                  "(all rows of a sheet by 24 items), an argument that is no range of answers "
                  "4,194,304, a table that a function gives back 8,388,608 (a column of texts "
                  "250,000, for Calc takes texts slowly). Items have names, dimensions and "
                  "relations up to 1,024 (more: Err:502), and where each item is "
                  "related to each other, respondents × items² is at most 2,147,483,648 (all rows "
                  "of a sheet by 44 items).")));
    printf("\n[%s](methods%s.md)\n",
           words_translate(language, N_("Methods: formulas, conventions, and what to cite")),
           language == CHINESE ? ".zh-CN" : "");
    EACH_FAMILY(family)
    {
        printf("\n## %s\n", words_translate(language, family->title));
        if (family->more)
            printf("\n[%s](%s%s.md)\n",
                   words_translate(language, N_("Conventions, and agreement with other programs")),
                   family->more, language == CHINESE ? ".zh-CN" : "");
        EACH_FUNCTION(function, family)
        {
            printf("\n### %s\n\n", function->name);
            print_syntax(function, language);
            printf("%s\n\n", words_translate(language, function->summary));
            EACH_PARAMETER(parameter, function)
            printf("- *%s*: %s\n", words_translate(language, spoken_name(parameter)),
                   describe(parameter, language));
            print_reports(function, language);
            printf("\n%s: `=%s` → %s\n", words_translate(language, N_("Example")),
                   function->example.formula, function->example.expected);
            puts("\n```text");
            puts(function->example.cells);
            puts("```\n");
            putchar('`');
            print_upper(addin_module);
            fputs(".ADDIN.", stdout);
            print_upper(method_name(function));
            puts("`");
        }
    }
}

/* ---- For other tools. */

static void print_names(void)
{
    EACH_FAMILY(family)
    EACH_FUNCTION(function, family)
    EACH_PARAMETER(parameter, function) printf("N_(\"%s\")\n", spoken_name(parameter));
}

static void print_examples(void)
{
    EACH_FAMILY(family) EACH_FUNCTION(function, family)
    {
        const sq_example *example = &function->example;
        printf("sheet\t%s\ncells\tA1\n%s\n\n", function->name, example->cells);
        printf("test\t%s\t%s\t%s\n", example->formula, example->expected, function->name);
    }
}

int main(int count, char *words[])
{
    const char *what = count > 1 ? words[1] : "";
    if (strcmp(what, "idl") == 0 && count == 3)
        print_idl(words[2]);
    else if (strcmp(what, "xcu") == 0)
        print_xcu();
    else if (strcmp(what, "reference") == 0 && count == 3)
        print_reference(words_language(words[2]));
    else if (strcmp(what, "names") == 0)
        print_names();
    else if (strcmp(what, "examples") == 0)
        print_examples();
    else if (strcmp(what, "menu") == 0)
        print_menu();
    else if (strcmp(what, "commands") == 0)
        print_commands();
    else if (strcmp(what, "basic") == 0 && count == 3)
        print_basic(words[2]);
    else {
        fputs("Say what to print: idl DIR, xcu, reference TAG, names, examples, menu, "
              "commands or basic NAME.\n",
              stderr);
        return 2;
    }
    return fflush(stdout) == 0 ? 0 : 1;
}

# SPDX-License-Identifier: GPL-3.0-or-later
"""csm.ods, csm-zh.ods: the whole of customer satisfaction measurement, a sheet for each step.

Goals, Research plan, Factors, Questionnaire, Sampling plan, Pretest, Data, Analysis, Use, Improve.
All answers are invented; the 22 items follow the dimensions and order of SERVQUAL (Parasuraman,
Zeithaml, Berry 1988, in the positive wording of 1991), in words of our own.
"""
import random

import uno  # noqa: F401  (makes the com.sun.star modules known)
from com.sun.star.table.CellHoriJustify import RIGHT

import plan
from workbook_tools import BLUE, ORANGE, PALE, SKY, composed

ITEMS, RESPONDENTS, PRETEST, FINDINGS = 22, 150, 30, 8
STEPS = ("Goals", "Research plan", "Factors", "Questionnaire", "Sampling plan", "Pretest", "Data",
         "Analysis", "Use", "Improve")
DIMENSIONS = (("Tangibles", 4), ("Reliability", 5), ("Responsiveness", 4), ("Assurance", 4),
              ("Empathy", 5))

# What an excellent one should do ({t}: the trade), what ours does ({c}: the company), a short name.
QUESTIONS = (
    ("Excellent {t} have modern equipment.", "{c} has modern equipment.", "Equipment"),
    ("The premises of excellent {t} are pleasant to look at.",
     "The premises of {c} are pleasant to look at.", "Premises"),
    ("The staff of excellent {t} look neat.", "The staff of {c} look neat.", "Neat staff"),
    ("Printed and online material of excellent {t} is appealing.",
     "Printed and online material of {c} is appealing.", "Material"),
    ("Excellent {t} do what they promised by the time they promised it.",
     "{c} does what it promised by the time it promised it.", "Promises kept"),
    ("When a customer has a problem, excellent {t} show a real interest in solving it.",
     "When I have a problem, {c} shows a real interest in solving it.", "Interest in problems"),
    ("Excellent {t} get it right the first time.", "{c} gets it right the first time.",
     "Right first time"),
    ("Excellent {t} serve at the time they said.", "{c} serves at the time it said.", "On time"),
    ("Excellent {t} keep records without mistakes.", "{c} keeps records without mistakes.",
     "Faultless records"),
    ("Excellent {t} tell customers when a service will be done.",
     "{c} tells me when a service will be done.", "Tells when"),
    ("The staff of excellent {t} serve promptly.", "The staff of {c} serve promptly.", "Prompt"),
    ("The staff of excellent {t} are always willing to help.",
     "The staff of {c} are always willing to help.", "Willing to help"),
    ("The staff of excellent {t} are never too busy to answer.",
     "The staff of {c} are never too busy to answer.", "Never too busy"),
    ("The behaviour of the staff of excellent {t} gives confidence.",
     "The behaviour of the staff of {c} gives me confidence.", "Confidence"),
    ("Customers of excellent {t} feel safe in their dealings.",
     "I feel safe in my dealings with {c}.", "Safe"),
    ("The staff of excellent {t} are always polite.", "The staff of {c} are always polite.",
     "Polite"),
    ("The staff of excellent {t} know enough to answer questions.",
     "The staff of {c} know enough to answer my questions.", "Knowledge"),
    ("Excellent {t} give customers individual attention.", "{c} gives me individual attention.",
     "Individual attention"),
    ("The hours of excellent {t} suit all their customers.", "The hours of {c} suit me.", "Hours"),
    ("The staff of excellent {t} care for each customer in person.",
     "The staff of {c} care for me in person.", "Personal care"),
    ("Excellent {t} have their customers' interest at heart.", "{c} has my interest at heart.",
     "Interest at heart"),
    ("The staff of excellent {t} understand what each customer needs.",
     "The staff of {c} understand what I need.", "Understands needs"),
)

OVERALL = (("S1", "How satisfied are you with {c} overall?"),
           ("S2", "To what extent does {c} meet your expectations?"),
           ("S3", "How close is {c} to the ideal?"),
           ("R", "How likely are you to recommend {c}? (0 to 10)"))


def build(workbook):
    text = workbook.text
    workbook.describe(text("Customer satisfaction measurement"), text("A sheet for each step"))
    sheets = {name: workbook.sheet(text(name), grid=name == "Data") for name in STEPS}
    write_questionnaire(workbook, sheets["Questionnaire"])
    write_data(workbook, sheets["Data"])
    write_goals(workbook, sheets["Goals"])
    write_research_plan(workbook, sheets["Research plan"])
    write_factors(workbook, sheets["Factors"])
    plan.write_plan(workbook, sheets["Sampling plan"])
    write_pretest(workbook, sheets["Pretest"])
    write_analysis(workbook, sheets["Analysis"])
    write_use(workbook, sheets["Use"])
    write_improve(workbook, sheets["Improve"])


# ---- What is written down before anything is measured.

def head(workbook, sheet, title, remark, last):
    sheet.put("A1", workbook.text(title), "SQ title")
    sheet.height(1, 10)
    sheet.put("A2:%s2" % last, workbook.text(remark), "SQ remark")
    sheet.height(2, 9)


def write_form(workbook, sheet, first, titles, rows):
    """A table to be filled in: a column of words, the others shaded and blank or with an example."""
    text, last = workbook.text, first + len(rows)
    end = chr(64 + len(titles))
    sheet.rows("A%d:%s%d" % (first, end, first), [[text(title) for title in titles]],
               "SQ head text")
    for number, row in enumerate(rows, first + 1):
        for column, words in enumerate(row):
            sheet.put("%s%d" % (chr(65 + column), number), text(words) if words else "",
                      "SQ input wrapped" if column else "SQ wrapped")
    sheet.height("%d:%d" % (first + 1, last), 10)
    sheet.rule("A%d:%s%d" % (first, end, last))
    return last


def write_goals(workbook, sheet):
    sheet.widths(A=84, B=110, C=60)
    head(workbook, sheet, "Step 1: goals", "What is to be known, and what will be done with it. "
         "Overwrite the shaded examples. The name of the company and its trade stand on the sheet "
         "Questionnaire.", "C")
    last = write_form(workbook, sheet, 4, ("Goal", "What we want to decide with it", "Who decides"), (
        ("What determines our customers' satisfaction", "Where to put next year's money", ""),
        ("How satisfied they are now", "Whether last year's target was reached", ""),
        ("Where there are opportunities for improvement", "Which three projects to begin", ""),
        ("What complaints and suggestions tell", "How to change the complaint system", ""),
        ("How satisfaction moves over time", "When to measure again", "")))
    sheet.print_area("A1:C%d" % last)


def write_research_plan(workbook, sheet):
    sheet.widths(A=60, B=120, C=44, D=44)
    head(workbook, sheet, "Step 2: research plan", "The ten steps of the measurement, what each "
         "needs, by whom and by when; each has its sheet in this workbook.", "D")
    last = write_form(workbook, sheet, 4, ("Step", "What is done", "Who", "By when"), (
        ("1 Goals", "Agree what is to be decided with the result", "", ""),
        ("2 Research plan", "Agree on method, cost and dates", "", ""),
        ("3 Factors", "Find what customers care about: talks, complaints, earlier studies", "", ""),
        ("4 Questionnaire", "Word the questions: what is expected, what is perceived", "", ""),
        ("5 Sampling plan", "Decide whom to ask, and how many", "", ""),
        ("6 Pretest", "Ask thirty; look for what is not understood; check the scales", "", ""),
        ("7 Data", "Ask; enter the answers, blanks for what was not answered", "", ""),
        ("8 Analysis", "Gaps, satisfaction index, segments", "", ""),
        ("9 Use", "Report; tell staff and customers; look after complaints", "", ""),
        ("10 Improve", "Begin with what matters most and is worst; measure again", "", "")))
    sheet.print_area("A1:D%d" % last)


def write_factors(workbook, sheet):
    sheet.widths(A=84, B=110, C=50)
    head(workbook, sheet, "Step 3: factors", "What shapes satisfaction, where to look for it, and "
         "the dimension of the questionnaire that asks for it.", "C")
    last = write_form(workbook, sheet, 4, ("Factor", "What customers say about it", "Dimension"), (
        ("Expected performance of product or service", "They do what they said", "Reliability"),
        ("Experience: surroundings", "A pleasant place, in good order", "Tangibles"),
        ("Experience: contact with staff", "Somebody comes at once, and is polite",
         "Responsiveness"),
        ("Experience: skill of staff", "They know what they are talking of", "Assurance"),
        ("Care after the purchase", "They call to ask how it works", "Empathy"),
        ("Image of product and company", "One hears good things of them", "Assurance")))
    last = write_form(workbook, sheet, last + 3, ("Way to raise satisfaction", "What we do today",
                                                  "What we will do"), (
        ("Communication: promise what is kept", "", ""), ("Brand", "", ""),
        ("Innovation of products", "", ""), ("Quality of staff", "", ""),
        ("Social responsibility", "", "")))
    sheet.print_area("A1:C%d" % last)


# ---- The questionnaire.

def sentence(words):
    """A sentence with {c} and {t} as a formula on the names company and trade."""
    if words.startswith("{c}"):
        return "=UPPER(LEFT(company;1))&MID(company;2;99)&" + sentence(words[3:])[1:]
    formula = '"%s"' % words.replace('"', '""').replace("{c}", '"&company&"').replace(
        "{t}", '"&trade&"')
    return "=" + formula.replace('""&', "", 1) if formula.startswith('""&') else "=" + formula


def write_questionnaire(workbook, sheet):
    text = workbook.text
    sheet.widths(A=14, B=40, C=150, D=140, E=40)
    head(workbook, sheet, "Step 4: questionnaire", "Each statement is asked twice, from 1 (not at "
         "all) to 7 (completely): first what an excellent one should do, then what ours does. "
         "Shaded cells are yours to change.", "E")
    sheet.rows("B3:C4", [[text("Company"), text("our company")],
                         [text("Trade (in the plural)"), text("companies")]])
    sheet["C3:C4"].CellStyle = "SQ input"
    workbook.name("company", sheet, "C3:C3")
    workbook.name("trade", sheet, "C4:C4")
    sheet.rows("A6:E6", [[text(word) for word in ("Item", "Short name", "Expectation (E)",
                                                  "Perception (P)", "Dimension")]], "SQ head text")
    dimensions = [text(name) for name, count in DIMENSIONS for _ in range(count)]
    for number, (expected, perceived, short) in enumerate(QUESTIONS):
        row = 7 + number
        sheet.put("A%d" % row, float(number + 1), "SQ number")
        sheet.put("B%d" % row, text(short), "SQ input")
        sheet.put("C%d" % row, sentence(text(expected)))
        sheet.put("D%d" % row, sentence(text(perceived)))
        sheet.put("E%d" % row, dimensions[number], "SQ input")
    last = 6 + ITEMS
    sheet.rule("A6:E%d" % last)
    sheet.rows("A%d:C%d" % (last + 2, last + 2), [[text("Item"), "", text("From 1 to 10")]],
               "SQ head text")
    for number, (name, words) in enumerate(OVERALL, last + 3):
        sheet.put("A%d" % number, name)
        sheet.put("C%d" % number, sentence(text(words)))
    sheet.height("7:%d" % (last + 2 + len(OVERALL)), 5.6)
    workbook.name("labels", sheet, "B7:B%d" % last)
    workbook.name("dimensions", sheet, "E7:E%d" % last)
    sheet.note("E6", text("The dimension of each item. An item without one is left out of the "
                          "dimensions."))
    sheet.print_area("A1:E%d" % (last + 2 + len(OVERALL)))


# ---- Data: invented answers.

def invented_answers():
    """A respondent's segment, 22 expectations, 22 perceptions, three overall, recommendation."""
    random_ = random.Random(22)
    levels = [level for (_, count), level in zip(DIMENSIONS, (4.9, 4.6, 4.2, 5.0, 4.1))
              for _ in range(count)]
    own = [random_.gauss(0, 0.35) for _ in range(ITEMS)]
    rows = []
    for number in range(RESPONDENTS):
        business, mood, wish = number % 3 == 0, random_.gauss(0, 0.7), random_.gauss(0, 0.35)
        by_dimension = [random_.gauss(0, 0.5) for _ in DIMENSIONS]
        of_item = [mood + by_dimension[d] for d, (_, count) in enumerate(DIMENSIONS)
                   for _ in range(count)]
        expected = [clip(6.1 + wish + own[i] / 2 + random_.gauss(0, 0.7), 1, 7)
                    for i in range(ITEMS)]
        perceived = [clip(levels[i] + own[i] + of_item[i] - 0.4 * business + random_.gauss(0, 0.8),
                          1, 7) for i in range(ITEMS)]
        overall = [clip(6.8 + 1.6 * mood - 0.5 * business + random_.gauss(0, 0.9), 1, 10)
                   for _ in range(3)]
        recommend = clip(7.4 + 1.8 * mood + random_.gauss(0, 1.3), 0, 10)
        answers = expected + perceived + overall + [recommend]
        for _ in range(random_.randrange(3) if number % 9 == 4 else 0):
            answers[random_.randrange(2 * ITEMS)] = None
        rows.append((business, answers))
    return rows


def clip(number, low, high):
    return float(min(high, max(low, round(number))))


def write_data(workbook, sheet):
    text = workbook.text
    names = ["%s%d" % (letter, item + 1) for letter in "EP" for item in range(ITEMS)]
    rows = [[float(number + 1), text("Business") if business else text("Private")] + answers
            for number, (business, answers) in enumerate(invented_answers())]
    last = 1 + len(rows)
    sheet.widths(A=26, B=24, C_AX=11)
    sheet.rows("A1:AX1", [[text("Respondent"), text("Segment")] + names +
                          [name for name, _ in OVERALL]])
    sheet["A1:X1"].CellStyle = "SQ head"
    sheet["Y1:AX1"].CellStyle = "SQ head second"
    sheet.rows("A2:AX%d" % last, rows, "SQ whole")
    sheet.note("A1", text("INVENTED answers. Delete the contents of the rows below this one and "
                          "paste your own, a row for each respondent, as many as there are. No "
                          "formula needs a change."))
    sheet.note("C1", text("Expectations, E1 to E22, from 1 to 7. A blank cell is a missing answer."))
    sheet.note("Y1", text("Perceptions, P1 to P22, of the same respondents."))
    sheet.freeze(columns=2, rows=1)
    for name, columns in (("segment", "B:B"), ("expectations", "C:X"), ("perceptions", "Y:AT"),
                          ("overall", "AU:AW"), ("recommend", "AX:AX")):
        workbook.name(name, sheet, columns)
    workbook.name("pretest_expectations", sheet, "C1:X%d" % (1 + PRETEST))
    workbook.name("pretest_perceptions", sheet, "Y1:AT%d" % (1 + PRETEST))


# ---- Pretest.

def write_pretest(workbook, sheet):
    text = workbook.text
    sheet.widths(A=70, B=22, C_J=24)
    head(workbook, sheet, "Step 6: pretest", "The first thirty respondents on the sheet Data: what is "
         "wrong with their answers, and whether the scales hold together (α above 0.7 is usually "
         "wanted).", "J")
    row = 4
    for side, heading in (("expectations", text("Expectations")),
                          ("perceptions", text("Perceptions"))):
        call = "ORG.SERVQUAL.ADDIN.CHECK(pretest_%s;1;7)" % side
        last = row + 1 + FINDINGS
        sheet.put("A%d:F%d" % (row, row), composed(text("%1: findings: %2"), '"%s"' % heading, "(ROWS(%s)-1)" % call),
                  "SQ lead")
        sheet.height(row, 6)
        sheet.array("A%d:F%d" % (row + 1, last), '=IFNA(IF(ROW(A1:A%d)*COLUMN(A1:F1)>0;%s;"");"")'
                    % (1 + FINDINGS, call), styles=(("D", "SQ whole"),),
                    note=text("One array formula: SQ.CHECK(answers; 1; 7)."))
        sheet.head("A%d:C%d" % (row + 1, row + 1), "SQ head text")
        sheet.head("F%d" % (row + 1), "SQ head text")
        row = last + 2
    for side, heading in (("expectations", text("Expectations")),
                          ("perceptions", text("Perceptions"))):
        sheet.put("A%d:F%d" % (row, row), "=" + "&".join(
            ('"%s: α "' % heading, "FIXED(ORG.SERVQUAL.ADDIN.ALPHA(pretest_%s);3)" % side)),
            "SQ lead")
        sheet.height(row, 6)
        last = row + 1 + len(DIMENSIONS)
        sheet.array("A%d:J%d" % (row + 1, last),
                    '=IFERROR(ORG.SERVQUAL.ADDIN.RELIABILITY(pretest_%s;dimensions);"–")' % side,
                    styles=(("B", "SQ whole"), ("C:J", "SQ three")), cut=True)
        sheet["C%d:J%d" % (row + 2, last)].HoriJustify = RIGHT
        row = last + 2
    sheet.print_area("A1:J%d" % (row - 2))


# ---- Analysis.

def write_analysis(workbook, sheet):
    text = workbook.text
    sheet.widths(A=50, B_N=26)
    sheet.put("A1", text("Step 8: analysis"), "SQ title")
    sheet.height(1, 10)
    facts = (
        (text("Satisfaction index (0 to 100)"), "=ORG.SERVQUAL.ADDIN.INDEX(overall;;1;10)", "SQ one"),
        (text("Level"), "=ORG.SERVQUAL.ADDIN.LEVEL(B4;5;0;100)", "SQ text"),
        (text("Very satisfied (9 and 10)"), "=ORG.SERVQUAL.ADDIN.TOPBOX(overall;2;10)", "SQ percent"),
        (text("Net promoter score"), "=ORG.SERVQUAL.ADDIN.NPS(recommend)", "SQ one"),
        (text("Service gap"), "=ORG.SERVQUAL.ADDIN.GAP5(expectations;perceptions;dimensions)",
         "SQ two"),
        (text("Weakest dimension"), "=INDEX(A12:A16;MATCH(MIN(D12:D16);D12:D16;0))", "SQ text"))
    for row, (label, formula, style) in enumerate(facts, 4):
        sheet.put("A%d" % row, label)
        sheet.put("B%d:D%d" % (row, row), formula, style)
        sheet["B%d" % row].HoriJustify = sheet["A4"].HoriJustify
    sheet.rule("A4:D9")
    sheet.array("A11:N17", "=ORG.SERVQUAL.ADDIN.GAPDIMENSIONS(expectations;perceptions;dimensions)",
                styles=(("B:D", "SQ two"), ("E", "SQ percent"), ("F", "SQ two"), ("G", "SQ whole"),
                        ("H", "SQ two"), ("I", "SQ p"), ("J:K", "SQ two"), ("L:N", "SQ two")),
                cut=True, note=text("One array formula: SQ.GAP.DIMENSIONS(expectations; perceptions; "
                          "dimensions)."))
    sheet.total("A17:N17")
    sheet.height("4:9", 5.5)
    sheet.height("12:17", 5.5)
    sheet.height(11, 10)
    sheet.height("19:36", 5)
    sheet.chart("A19:G36", categories="A12:A16", series=[("B12:B16", "B11", BLUE),
                                                         ("C12:C16", "C11", ORANGE)],
                title=text("Expectations and perceptions"), y_title=text("Mean (1 to 7)"),
                minimum=1, maximum=7, step=1, decimals=0)
    sheet.chart("H19:N36", categories="A12:A16", series=[("D12:D16", "D11", SKY)],
                title=text("Gap by dimension"), y_title=text("Perception − expectation"),
                figures=2, decimals=1)
    sheet.array("A38:M45", "=IFNA(IF(ROW(A1:A8)*COLUMN(A1:M1)>0;ORG.SERVQUAL.ADDIN.GAPGROUPS("
                "expectations;perceptions;segment;dimensions);\"\");\"\")",
                styles=(("B", "SQ whole"), ("C:M", "SQ two")),
                note=text("One array formula: SQ.GAP.GROUPS(expectations; perceptions; segment; "
                          "dimensions), with room for two segments, Welch's test and a remark."))
    sheet.by_label("B39:M45", (("p", "SQ p"), (text("df 1"), "SQ whole"), (text("df 2"), "SQ one")))
    sheet.print_area("A1:N45")


# ---- Use and improve.

CHECKLIST = ("Complaining is easy, by many ways", "A person answers quickly and by name",
             "Nobody argues about papers", "Staff may settle it themselves",
             "Staff are trained for it and well placed", "There is a database of customers",
             "Contact is kept until it is solved", "Top management takes it for its duty")


def write_use(workbook, sheet):
    text = workbook.text
    sheet.widths(A=96, B=34, C=90)
    head(workbook, sheet, "Step 9: use", "Who is told what; what retention and money hang on it; and "
         "how good the complaint system is.", "C")
    last = write_form(workbook, sheet, 4, ("Who is told", "When", "What"), (
        ("Management", "", "Index, gaps, priorities"), ("Staff", "", "What customers praised, too"),
        ("Customers who answered", "", "What will change, and thanks")))
    row = last + 3
    sheet.rows("A%d:B%d" % (row, row), [[text("Retention and money"), ""]], "SQ head text")
    lines = (
        (text("Expected retention"), "=ORG.SERVQUAL.ADDIN.RETENTION(ORG.SERVQUAL.ADDIN.RESCALE("
         "ORG.SERVQUAL.ADDIN.INDEX(overall;;1;10);0;100;1;5))", "SQ percent", False),
        (text("Customers"), 9650.0, "SQ money", True),
        (text("Margin a customer brings in a year"), 120.0, "SQ money", True),
        (text("Discount rate a year"), 0.08, "SQ percent", True),
        (text("Lifetime value of a customer"),
         "=ORG.SERVQUAL.ADDIN.LIFETIMEVALUE(B%d;B%d;B%d)" % (row + 3, row + 1, row + 4), "SQ money",
         False),
        (text("Cost of the customers lost in a year"),
         "=ORG.SERVQUAL.ADDIN.LOSSCOST(B%d;B%d;B%d;5;B%d)" % (row + 2, row + 1, row + 3, row + 4),
         "SQ money", False))
    for offset, (label, value, style, shaded) in enumerate(lines, 1):
        sheet.put("A%d" % (row + offset), label)
        sheet.put("B%d" % (row + offset), value, style)
        if shaded:
            sheet["B%d" % (row + offset)].CellBackColor = PALE
    sheet.rule("A%d:B%d" % (row, row + len(lines)))
    first = row + len(lines) + 3
    sheet.rows("A%d:B%d" % (first, first), [[text("The complaint system: 0 no, 1 partly, 2 yes"),
                                             text("Points")]], "SQ head text")
    for offset, line in enumerate(CHECKLIST, 1):
        sheet.put("A%d" % (first + offset), text(line))
        sheet.put("B%d" % (first + offset), 1.0, "SQ whole")
        sheet["B%d" % (first + offset)].CellBackColor = PALE
    last = first + len(CHECKLIST)
    sheet.put("A%d" % (last + 1), text("Points of 16"))
    sheet.put("B%d" % (last + 1), "=SUM(B%d:B%d)" % (first + 1, last), "SQ whole")
    sheet.total("A%d:B%d" % (last + 1, last + 1))
    sheet.rule("A%d:B%d" % (first, last + 1))
    sheet.put("A%d:C%d" % (last + 3, last + 3), text(
        "Why customers stay silent: the trouble, not knowing where, no hope of change, habit. What "
        "they seek: respect, relief, compensation."), "SQ remark")
    sheet.height(last + 3, 7)
    sheet.print_area("A1:C%d" % (last + 3))


def write_improve(workbook, sheet):
    """The items in the order of their shortfall, and room for what will be done."""
    text = workbook.text
    count = 10
    sheet.widths(A=14, B=60, C_E=26, F=80, G=40, H=30, J=10, K_W=20)
    head(workbook, sheet, "Step 10: improve", "The ten items that fall short of expectation most, the "
         "worst first. Write down what will be done, by whom and by when; then measure again.", "H")
    call = "ORG.SERVQUAL.ADDIN.GAPITEMS(expectations;perceptions)"
    sheet.array("K4:W%d" % (4 + ITEMS), "=" + call, styles=(("L:W", "SQ two"),))
    sheet.put("J4", text("Order"), "SQ head")
    for row in range(5, 5 + ITEMS):
        sheet.put("J%d" % row, "=W%d+COUNTIF(W$5:W%d;W%d)-1" % (row, row, row), "SQ whole")
    sheet.rows("A4:H4", [[text(word) for word in ("Order", "Item", "Expectation", "Perception", "Gap",
                                                  "What will be done", "Who", "By when")]],
               "SQ head")
    for cell in ("B4", "F4:H4"):
        sheet.head(cell, "SQ head text")
    for number in range(1, count + 1):
        row = 4 + number
        sheet.put("A%d" % row, float(number), "SQ number")
        match = "MATCH(A%d;J$5:J$%d;0)" % (row, 4 + ITEMS)
        sheet.put("B%d" % row, "=INDEX(labels;%s)" % match)
        for column, source in zip("CDE", "LMN"):
            sheet.put("%s%d" % (column, row), "=INDEX(%s$5:%s$%d;%s)"
                      % (source, source, 4 + ITEMS, match), "SQ two")
        sheet["F%d:H%d" % (row, row)].CellStyle = "SQ input"
    sheet.rule("A4:H%d" % (4 + count))
    sheet.height("5:%d" % (4 + count), 7)
    sheet.height("17:38", 4.5)
    sheet.chart("A17:H38", categories="B5:B%d" % (4 + count),
                series=[("E5:E%d" % (4 + count), "E4", SKY)],
                title=text("The ten largest shortfalls"), y_title=text("Perception − expectation"),
                horizontal=True, figures=2, decimals=1, gap=40)
    sheet.print_area("A1:H38")

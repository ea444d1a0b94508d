# SPDX-License-Identifier: GPL-3.0-or-later
"""acsi.ods: the 15 questions of the American satisfaction index, on invented answers.

Sheets: Report, Path diagram, Paths and effects, Priorities, Items, Certainty, Model, Data (invented).
"""
import random

import index_report
from index_report import Model

CONSTRUCTS = ("Expectation", "Quality", "Value", "Satisfaction", "Complaints", "Loyalty")
PATHS = ("011100", "001100", "000100", "000011", "000001", "000000")
SATISFACTION = 3
RESPONDENTS = 250
PLACES = ((1, 14), (8, 1), (8, 27), (13, 14), (19, 4), (19, 24))
AT = {(0, 3): 0.7, (1, 2): 0.35}

# Fornell, Johnson, Anderson, Cha, Bryant 1996, table 1, in the two and two form of complaints and
# loyalty: construct, what is asked, and how the answers are invented (mean, share of the construct).
QUESTIONS = (
    (0, "Before you bought: what overall quality did you expect?", 8.0, 0.8),
    (0, "Before you bought: how well did you expect it to meet your personal requirements?", 8.1, 0.8),
    (0, "Before you bought: how often did you expect that things could go wrong?", 7.4, 0.6),
    (1, "How do you rate its overall quality now?", 8.1, 0.85),
    (1, "How well has it met your personal requirements?", 7.9, 0.85),
    (1, "How often have things gone wrong with it?", 7.5, 0.65),
    (2, "Given the price, how do you rate the quality?", 7.2, 0.85),
    (2, "Given the quality, how do you rate the price?", 6.6, 0.75),
    (3, "How satisfied are you overall?", 7.6, 0.9),
    (3, "To what extent has it met your expectations?", 7.2, 0.85),
    (3, "How close is it to the ideal?", 6.9, 0.85),
    (4, "How seldom have you complained, formally or informally?", 8.2, 0.7),
    (4, "How well were your complaints handled, or would they be?", 6.8, 0.75),
    (5, "How likely are you to buy it again?", 7.5, 0.85),
    (5, "How much could the price rise before you would no longer buy it?", 5.4, 0.55),
)
# What each construct is made of in the invented answers: (construct, share), the rest is chance.
MADE_OF = ((), ((0, 0.55),), ((0, 0.1), (1, 0.6)), ((1, 0.5), (2, 0.35)), ((3, 0.5),),
           ((3, 0.6), (4, 0.15)))


def invented_answers(seed=15):
    draw = random.Random(seed).gauss
    rows = []
    for _ in range(RESPONDENTS):
        scores = []
        for parts in MADE_OF:
            told = sum(share * scores[j] for j, share in parts)
            rest = max(0.2, 1 - sum(share ** 2 for _, share in parts)) ** 0.5
            scores.append(told + rest * draw(0, 1))
        rows.append([float(min(10, max(1, round(
            mean + 1.7 * (share * scores[j] + (1 - share ** 2) ** 0.5 * draw(0, 1))))))
            for j, _, mean, share in QUESTIONS])
    return rows


def build(workbook):
    text = workbook.text
    workbook.describe(text("American satisfaction index"), text("Its 15 questions, ready to ask"))
    constructs = [text(name) for name in CONSTRUCTS]
    items = [("Q%d" % (number + 1), text(question), constructs[j])
             for number, (j, question, _, _) in enumerate(QUESTIONS)]
    model = Model(items, constructs, PATHS, SATISFACTION, (1, 10))
    names = ("Report", "Path diagram", "Paths and effects", "Priorities", "Items", "Certainty",
             "Model", "Data")
    sheets = {name: workbook.sheet(text(name), grid=name == "Data") for name in names}
    index_report.write_model(workbook, sheets["Model"], model)
    index_report.write_data(workbook, sheets["Data"], model, invented_answers())
    sheets["Data"].note("C1", text("INVENTED answers, as an illustration: put your own in their "
                                   "place."))
    index_report.write_report(
        workbook, sheets["Report"], model, text("The 15 questions of the American index"),
        text("INVENTED answers of 250 customers, from 1 to 10, to show what the index tells: put "
             "your own on the sheet Data. Questions after Fornell et al. 1996; code the worst "
             "answer 1 and the best 10, so \"never complained\" is 10. α, rho_A, rho_c above 0.7 "
             "and AVE above 0.5 are usually wanted."))
    index_report.write_diagram(workbook, sheets["Path diagram"], model, PLACES, AT)
    index_report.write_effects(workbook, sheets["Paths and effects"], model)
    index_report.write_priorities(workbook, sheets["Priorities"], model)
    index_report.write_items(workbook, sheets["Items"], model)
    index_report.write_certainty(workbook, sheets["Certainty"], model)

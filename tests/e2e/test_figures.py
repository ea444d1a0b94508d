# SPDX-License-Identifier: GPL-3.0-or-later
"""Every inserted sheet: the figure beside a label is what the label says, worked out here from the
answers by the label's own words, with nothing of the add-in. Each sheet was also read by eye, label by
label, against the formula in the cell (2026-11-25, all fifteen and the check of the data).
Run: test_figures.py PACKAGES"""
import math
import os
import statistics
import sys

import uno  # noqa: F401

from office import Office
from tap import check
from test_menu import Menu, TOP

HEADS = ("Dimension", "Item", "Feature", "Factor", "State", "Construct", "Reason", "Attribute",
         "Group", "Measure")
MEAN, SD = statistics.fmean, statistics.stdev


class Sheet:
    """A sheet inserted into a sample; cells are found by their labels alone."""

    def __init__(self, office, menu, sample, kind, answers):
        self.kind = kind
        self.document = office.open_copy(os.path.join(TOP, "samples", sample + ".ods"))
        self.document.CurrentController.setActiveSheet(self.document.Sheets.getByIndex(0))
        check("%s is inserted" % kind,
              menu.call("Report.InsertAnalysis", self.document, kind, answers), "")
        self.document.calculateAll()
        sheet = self.document.Sheets.getByIndex(1)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        self.rows = sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn,
                                                 cursor.RangeAddress.EndRow).getDataArray()

    def __getitem__(self, labels):
        """[row, column of the table above it], or [row] for the cell beside."""
        row, column = labels if isinstance(labels, tuple) else (labels, None)
        head = None
        for cells in self.rows:
            if cells[0] == row and head is not None:
                return cells[head.index(column)]
            if cells[0] == row and column is None and cells[1] != "":
                return cells[1]
            if cells[0] in HEADS and column in cells:
                head = cells
        return None

    def data(self, name):
        """The answers of a range, by the names in its first row."""
        ranges = self.document.NamedRanges
        cells = ranges.getByName(name).ReferredCells if ranges.hasByName(name) else \
            self.document.Sheets.getByName(name.split(".")[0].strip("'")).getCellRangeByName(
                name.split(".")[1])
        cursor = cells.Spreadsheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        area = cells.RangeAddress
        return cells.getCellRangeByPosition(
            0, 0, area.EndColumn - area.StartColumn,
            min(area.EndRow, cursor.RangeAddress.EndRow) - area.StartRow).getDataArray()

    def names(self, name):
        """What a row or a column of names says."""
        return [cell for row in self.data(name) for cell in row]

    def says(self, labels, expected, digits=9):
        got = self[labels]
        name = labels if isinstance(labels, str) else ", ".join(map(str, labels))
        if isinstance(expected, str) or not isinstance(got, float):
            check("%s: %s" % (self.kind, name), got, expected)
        else:
            check("%s: %s" % (self.kind, name), "%.*g" % (digits, got), "%.*g" % (digits, expected))

    def close(self):
        self.document.close(True)


def columns(rows):
    """{name: answers} of a range with names."""
    return {name: [row[at] for row in rows[1:]] for at, name in enumerate(rows[0])}


def answered(cells):
    return [cell for cell in cells if isinstance(cell, float)]


def variance(cells):
    return statistics.variance(cells)


def alpha(items):
    """Cronbach 1951, of columns without holes."""
    total = [sum(row) for row in zip(*items)]
    return len(items) / (len(items) - 1) * (1 - sum(map(variance, items)) / variance(total))


def whole(rows):
    """Respondents who answered every item."""
    return [row for row in rows if all(isinstance(cell, float) for cell in row)]


def check_gaps(sheet):
    expectations, perceptions = sheet.data("expectations"), sheet.data("perceptions")
    places = [at for at, name in enumerate(sheet.names("dimensions")) if name == "Control"]
    pairs = [(e, p) for e, p in zip(expectations[1:], perceptions[1:]) if isinstance(e[0], float)]
    sides = [[MEAN([row[side][at] for at in places]) for row in pairs] for side in (0, 1)]
    gaps = [p - e for e, p in zip(*sides)]
    names = set(sheet.names("dimensions")) - {""}  # some items belong to none
    every = {name: [MEAN([p[at] - e[at] for at, of in enumerate(sheet.names("dimensions"))
                          if of == name]) for e, p in pairs] for name in names}
    sheet.says("Service gap", MEAN([MEAN(cells) for cells in every.values()]))
    for label, expected in (
            ("Expectation", MEAN(sides[0])), ("Perception", MEAN(sides[1])), ("Gap", MEAN(gaps)),
            ("Weight", 1 / 6), ("Contribution", MEAN(gaps) / 6), ("n", 207),
            ("t", MEAN(gaps) / (SD(gaps) / math.sqrt(207))),
            ("α expectations", alpha(list(zip(*[[e[at] for at in places] for e, _ in pairs])))),
            ("α gap", alpha(list(zip(*[[p[at] - e[at] for at in places] for e, p in pairs]))))):
        sheet.says(("Control", label), expected)
    check("gaps: the limits lie around the gap",
          round(sheet["Control", "Lower"] + sheet["Control", "Upper"], 9), round(2 * MEAN(gaps), 9))
    first = [p[0] - e[0] for e, p in pairs]
    for label, expected in (("Gap", MEAN(first)), ("SD", SD(first)), ("n", 207),
                            ("d", MEAN(first) / SD(first)),
                            ("t", MEAN(first) / SD(first) * math.sqrt(207))):
        sheet.says(("E1", label), expected)
    shortfalls = sorted(MEAN([p[at] - e[at] for e, p in pairs]) for at in range(24))
    sheet.says(("E1", "Rank"), 1 + shortfalls.index(MEAN(first)))


def check_importance(sheet):
    importance, performance = columns(sheet.data("importance")), columns(sheet.data("performance"))
    means = [(MEAN(answered(i)), MEAN(answered(p))) for i, p in zip(importance.values(),
                                                                    performance.values())]
    cross = MEAN([i for i, _ in means]), MEAN([p for _, p in means])
    sheet.says(("Crosshair", "Importance"), cross[0])
    sheet.says(("Crosshair", "Performance"), cross[1])
    words = {(True, True): "keep up the good work", (True, False): "concentrate here",
             (False, False): "low priority", (False, True): "possible overkill"}
    for name, (i, p) in zip(importance, means):
        sheet.says((name, "Importance"), i)
        sheet.says((name, "Performance"), p)
        sheet.says((name, "Quadrant"), words[i >= cross[0], p >= cross[1]])


def check_tolerance(sheet):
    least, desired, perceived = map(sheet.data, ("least", "desired", "perceptions_2"))
    places = [at for at, name in enumerate(sheet.names("dimensions")) if name == "Reliability"]
    asked = [[cells for cells in ([row[at] for row in rows] for at in places)
              if answered(cells) == cells] for rows in zip(least[1:], desired[1:], perceived[1:])]
    asked = [items for items in asked if items]  # of each respondent, those answered three times
    zones = [[MEAN([cells[side] for cells in items]) for items in asked] for side in range(3)]
    low, high, seen = map(MEAN, zones)
    for label, expected in (
            ("n", len(zones[0])), ("Minimum", low), ("Desired", high), ("Perceived", seen),
            ("Width", high - low), ("Adequacy", seen - low), ("Superiority", seen - high),
            ("Position", (seen - low) / (high - low)),
            ("Minimum above desired", sum(any(a > b for a, b, _ in items) for items in asked))):
        sheet.says(("Reliability", label), expected)


# Rows: the functional answer from 1 (like) to 5 (dislike); columns: the dysfunctional one. Kano 1984,
# as in Berger et al. 1993.
TABLE = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")


def check_kano(sheet):
    pairs = [(f[0], d[0]) for f, d in zip(sheet.data("functional")[1:], sheet.data("dysfunctional")[1:])]
    found = [TABLE[int(f) - 1][int(d) - 1] for f, d in pairs if isinstance(f, float) and isinstance(d, float)]
    count = {letter: found.count(letter) for letter in "AOMIRQ"}
    asked = sum(count[letter] for letter in "AOMI")
    order = sorted(count.values())
    for label, expected in list(count.items()) + [
            ("n", len(found)), ("Category", max(count, key=count.get)),
            ("Better", (count["A"] + count["O"]) / asked),
            ("Worse", -(count["O"] + count["M"]) / asked),
            ("Category strength", (order[-1] - order[-2]) / len(found)),
            ("Total strength", (count["A"] + count["O"] + count["M"]) / len(found)),
            ("Missing", len(pairs) - len(found))]:
        sheet.says(("KF1", label), expected)


def check_penalties(sheet):
    """The regression itself is tested against R; here that its figures stand under their labels."""
    overall = [row[0] for row in sheet.data("overall")[1:]]
    attributes = [row for row, of in zip(sheet.data("attributes")[1:], overall)
                  if isinstance(of, float) and answered(row) == list(row)]
    sheet.says(("n", "Penalty"), len(attributes))
    for at in (0, 9, 23):
        name = "SAT%d" % (at + 1)
        sheet.says((name, "n low"), sum(row[at] <= 4 for row in attributes))
        sheet.says((name, "n high"), sum(row[at] >= 6 for row in attributes))
        penalty, reward = abs(sheet[name, "Penalty"]), abs(sheet[name, "Reward"])
        for label, expected in (("Range of impact", penalty + reward),
                                ("SGP", reward / (penalty + reward)),
                                ("DGP", penalty / (penalty + reward)),
                                ("Asymmetry", (reward - penalty) / (penalty + reward))):
            sheet.says((name, label), expected)


def check_incidents(sheet):
    good, bad = ([row[0] for row in sheet.data(name)] for name in ("good", "bad"))
    names = sheet.names("factors")
    for name, a, b in zip(names, good, bad):
        sheet.says((name, "Share of good"), a / sum(good))
        sheet.says((name, "Share of bad"), b / sum(bad))
        sheet.says((name, "Class"), "motivator" if a / sum(good) > b / sum(bad) else "hygiene")
        sheet.says((name, "Odds ratio"), a / (sum(good) - a) / (b / (sum(bad) - b)))


def check_states(sheet):
    rows = sheet.data("ratings")[1:]
    kinds = sheet.names("factors")
    every = answered([cell for row in rows for cell in row])
    middle = (min(every) + max(every)) / 2
    states = {"dissatisfied": 0, "not dissatisfied": 0, "satisfied": 0, "unknown": 0}
    for row in rows:
        side = {kind: answered([cell for cell, of in zip(row, kinds) if of and of.lower()[0] == kind])
                for kind in "hm"}
        if not side["h"] or not side["m"]:
            states["unknown"] += 1
        elif MEAN(side["h"]) < middle:
            states["dissatisfied"] += 1
        else:
            states["satisfied" if MEAN(side["m"]) >= middle else "not dissatisfied"] += 1
    known = sum(states.values()) - states["unknown"]
    for state, count in states.items():
        sheet.says((state, "Respondents"), count)
        if state != "unknown":
            sheet.says((state, "Share"), count / known)


def check_reliability(sheet):
    rows = whole(sheet.data("scale_items")[1:])
    dimensions = sheet.names("dimensions")
    items = list(zip(*[[cell for cell, name in zip(row, dimensions) if name == "Economy"]
                       for row in rows]))
    sheet.says(("Economy", "Items"), 3)
    sheet.says(("Economy", "α"), alpha(items))
    r = [statistics.correlation(items[i], items[j]) for i, j in ((0, 1), (0, 2), (1, 2))]
    sheet.says(("Economy", "Mean r"), MEAN(r))
    sheet.says(("Economy", "Standardised α"), 3 * MEAN(r) / (1 + 2 * MEAN(r)))
    every = list(zip(*rows))
    rest = [sum(row[1:]) for row in rows]
    for label, expected in (("n", len(rows)), ("Mean", MEAN(every[0])), ("SD", SD(every[0])),
                            ("Item–rest r", statistics.correlation(every[0], rest)),
                            ("α without it", alpha(every[1:]))):
        sheet.says(("P1", label), expected)


def check_distribution(sheet):
    cells = columns(sheet.data("answers"))["P4"]
    given = answered(cells)
    for label, expected in [("n", len(given)), ("Missing", len(cells) - len(given)),
                            ("Mean", MEAN(given)), ("SD", SD(given)), ("Other", 0)]:
        sheet.says(("P4", label), expected)
    for point in range(1, 8):
        sheet.says(("P4", float(point)), given.count(point) / len(given))


def check_recommendation(sheet):
    given = answered([row[0] for row in sheet.data("recommend")])
    top, bottom = (sum(test(cell) for cell in given) / len(given)
                   for test in (lambda cell: cell >= 9, lambda cell: cell <= 6))
    sheet.says("Net promoter score", 100 * (top - bottom))
    sheet.says("Promoters", top)
    sheet.says("Detractors", bottom)
    by_group = {}
    for (group,), (answer,) in zip(sheet.data("segment")[1:], sheet.data("recommend")[1:]):
        if group != "" and isinstance(answer, float):
            by_group.setdefault(group, []).append(100 * ((answer >= 9) - (answer <= 6)))
    check("recommendation: groups", sorted(by_group), ["Business", "Private"])
    for group, scores in by_group.items():
        sheet.says((group, "n"), len(scores))
        sheet.says((group, "NPS"), MEAN(scores))
        sheet.says((group, "SE"), SD(scores) / math.sqrt(len(scores)))
        sheet.says((group, "Promoters"), scores.count(100) / len(scores))
    sheet.says(("All", "n"), sum(map(len, by_group.values())))


def by_group(sheet, name):
    """{group: the answers to the first item}, of csm.ods, where every cell is filled."""
    groups = {}
    for (group,), answers in zip(sheet.data("segment")[1:], sheet.data(name)[1:]):
        if group != "" and isinstance(answers[0], float):
            groups.setdefault(group, []).append(answers[0])
    return groups


def check_segments(sheet):
    groups = {}
    for (group,), e, p in zip(sheet.data("segment")[1:], sheet.data("expectations")[1:],
                              sheet.data("perceptions")[1:]):
        gaps = [b - a for a, b in zip(e, p) if isinstance(a, float) and isinstance(b, float)]
        if group != "" and len(gaps) == len(e):
            groups.setdefault(group, []).append(MEAN(gaps))
    for group, gaps in groups.items():
        sheet.says((group, "Expectation"), sheet[group, "Perception"] - sheet[group, "Gap"])
    one, other = groups["Business"], groups["Private"]
    check("segments: nobody is without a group", len(one) + len(other) > 100, True)
    se = math.sqrt(variance(one) / len(one) + variance(other) / len(other))
    check("segments: the pair is near the difference of complete respondents",
          abs(sheet["Overall", "Difference"] - (MEAN(one) - MEAN(other))) < 0.1, True)
    check("segments: and so is its t", abs(sheet["Overall", "t"] - (MEAN(one) - MEAN(other)) / se) < 0.5, True)
    sheet.says(("Overall", "Difference"), sheet["Business", "Gap"] - sheet["Private", "Gap"])
    sheet.says(("Overall", "Group"), "Business")


def check_compare(sheet):
    groups = by_group(sheet, "overall")
    item = sheet.data("overall")[0][0]
    n, mean, sd = [[f(groups[g]) for g in ("Business", "Private")] for f in (len, MEAN, SD)]
    squares = [s * s / k for s, k in zip(sd, n)]
    t = (mean[0] - mean[1]) / math.sqrt(sum(squares))
    df = sum(squares) ** 2 / sum(q * q / (k - 1) for q, k in zip(squares, n))
    for label, expected in (("n: Business", n[0]), ("Mean: Private", mean[1]), ("F", t * t),
                            ("df", 1), ("df 2", df), ("Group", "Business"), ("Compared with", "Private"),
                            ("Difference", mean[0] - mean[1]), ("t", t)):
        sheet.says((item, label), expected)
    centre = MEAN(groups["Business"] + groups["Private"])
    between = sum(k * (m - centre) ** 2 for k, m in zip(n, mean))
    sheet.says((item, "η²"), between / (between + sum((k - 1) * s * s for k, s in zip(n, sd))))


def check_correlations(sheet):
    rows = whole([row for row in sheet.data("answers")[1:]])
    x, y = [row[0] for row in rows], [row[1] for row in rows]
    r = statistics.correlation(x, y)
    names = sheet.data("answers")[0]
    sheet.says((names[0], names[1]), r)
    sheet.says((names[1], names[0]), r)
    sheet.says((names[2], names[2]), 1.0)


def check_normality(sheet):
    names = sheet.data("answers")[0]
    for at in (0, 23):
        cells = answered([row[at] for row in sheet.data("answers")[1:]])
        for label, expected in (("n", len(cells)), ("Mean", MEAN(cells)), ("SD", SD(cells)),
                                ("Median", statistics.median(cells))):
            sheet.says((names[at], label), expected)
    check("normality: the advice", any(isinstance(row[0], str) and row[0].startswith("Not all of the items")
                                       for row in sheet.rows), True)


def check_retention(sheet):
    """5,000 customers, a margin of 120.50 a year, 10 % discount; the rule of thumb 0.2, 0.4 … of the
    reference is read from the sheet's own first figure, the rest follows from it by the labels."""
    kept = sheet["Expected retention"]
    check("retention: a share", 0 < kept < 1, True)
    sheet.says("Customers lost in a year", 5000 * (1 - kept))
    sheet.says("Margin lost in a year", 5000 * (1 - kept) * 120.5)
    value = 120.5 * kept / (1 + 0.1 - kept)  # Gupta & Lehmann 2003
    sheet.says("Value of a customer", value)
    sheet.says("Value of all customers", 5000 * value)


def check_losses(sheet):
    reasons = [row[0] for row in sheet.data("reasons")][1:]
    amounts = [row[0] for row in sheet.data("amounts")][1:]
    cost = {}
    for reason, amount in zip(reasons, amounts):
        cost.setdefault(reason, []).append(amount)
    order = sorted(cost, key=lambda reason: -sum(cost[reason]))
    counted = summed = 0
    for reason in order[:6]:
        counted, summed = counted + len(cost[reason]), summed + sum(cost[reason])
        for label, expected in (("Losses", len(cost[reason])), ("Amount", sum(cost[reason])),
                                ("Share", len(cost[reason]) / len(reasons)),
                                ("Cumulated", counted / len(reasons)),
                                ("Share of amount", sum(cost[reason]) / sum(amounts)),
                                ("Cumulated amount", summed / sum(amounts))):
            sheet.says((reason, label), expected)
    sheet.says(("Total", "Losses"), len(reasons))
    sheet.says(("Total", "Amount"), sum(amounts))


def check_complaints(sheet):
    names = [name for name in sheet.document.NamedRanges.ElementNames]
    opened, closed, solved = ([row[0] for row in sheet.data(name)] for name in (
        "opened", "closed", "solved"))
    check("complaints: its ranges are there", {"opened", "closed", "solved"} <= set(names), True)
    times = sorted(b - a for a, b in zip(opened, closed) if isinstance(a, float) and isinstance(b, float))
    received = len(answered(opened))
    for label, expected in (
            ("Complaints", received), ("Answered", len(times)), ("Still open", received - len(times)),
            ("Share answered", len(times) / received), ("Mean time", MEAN(times)),
            ("Median time", statistics.median(times)), ("Longest time", times[-1]),
            ("Within target", sum(time <= 10 for time in times) / len(times)),
            ("90 % within", times[math.ceil(0.9 * len(times)) - 1])):
        sheet.says(label, expected)
    yes = sum(cell in ("yes", 1.0) for cell in solved)
    no = sum(cell in ("no", 0.0) for cell in solved)
    sheet.says("Resolved", yes)
    sheet.says("Share resolved", yes / (yes + no))


def check_index(sheet):
    """The finding is the index of the table; a total effect is direct plus indirect, in points those of a construct's own
    scale; what acts through others is the product of the paths on the way and lies within its interval, and its kind
    is that of the intervals. The model's figures themselves are tested against plspm and seminr."""
    rows = sheet.rows
    index, lower, upper = (sheet["Satisfaction", name] for name in ("Index", "Lower", "Upper"))
    check("index: the finding", [row[0] for row in rows if str(row[0]).startswith("Satisfaction index:")],
          ["Satisfaction index: %.1f of 100, with a certainty of 95 %% between %.1f and %.1f; 250 respondents."
           % (index, lower, upper)])
    sheet.says(("Image", "Performance"), sheet["Image", "Index"])
    effects = table(rows, "From", "Total effect")
    check("index: effects of six constructs", len(effects), 15)
    for row in effects:
        check("index: %s on %s" % row[:2], round(row[2] + row[3], 9), round(row[4], 9))
    paths = {row[:2]: row for row in table(rows, "From", "Estimate", 1)}  # behind that of the indices
    check("index: paths", len(paths), 10)
    ways = table(rows, "From", "Kind")
    check("index: ways through other constructs", len(ways), 24)
    for row in ways:
        steps = [row[0]] + row[1].split(" → ") + [row[2]]
        product = 1
        for step in zip(steps, steps[1:]):
            product *= paths[step][2]
        direct = paths.get((row[0], row[2]))
        check("index: %s" % " → ".join(steps), (round(row[3], 9), row[6], row[11] <= row[3] <= row[12]),
              (round(product, 9), kind_of(row[3], row[11:13], direct and direct[2], direct and direct[7:9]), True))
    shown = table(rows, "From", "In words")
    strongest = sorted(ways, key=lambda row: -abs(row[3]))[:10]
    check("index: the strongest ways", [row[:4] for row in shown], [row[:4] for row in strongest])
    there = sum(row[6] in ("complementary", "competitive", "indirect only") for row in ways)
    check("index: how many are there", sum(str(row[0]).startswith("Of 24 ways") and ", %d are there" % there in row[0] for row in rows), 1)
    items = table(rows, "Item", "Better")
    better = sum(row[7] == "path model" for row in items)
    check("index: prediction in words", [row[0].split("items, ")[1] for row in rows if str(row[0]).startswith("Answers the model")],
          ["and better than a linear model of all other items for %d: low predictive power (Shmueli et al. 2019)." % better])
    check("index: how many items the linear model is worse for", 0 < better < len(items) / 2, True)
    causes = [row for row in table(rows, "Construct", "Importance") if row[1] == ""]
    mean = [statistics.mean(row[i] for row in causes) for i in (2, 3)]
    weak = max((row for row in causes if row[2] >= mean[0] and row[3] < mean[1]), key=lambda row: row[2])
    check("index: what to do", [row[0][:80] for row in rows if str(row[0]).startswith("What to do")],
          [("What to do: begin with %s. It matters: one point more of its index adds %.2f points" % (weak[0], weak[2]))[:80]])


def table(rows, first, column, number=0):
    """The rows below a header that has both names, up to counts or a blank."""
    at = [i for i, row in enumerate(rows) if row[0] == first and column in row][number]
    found = []
    for row in rows[at + 1:]:
        if row[2] == "" or str(row[0]).startswith(("Resamples", "Parts")):
            break
        found.append(row)
    return found


def kind_of(effect, interval, path, path_interval):
    """Zhao, Lynch & Chen 2010."""
    indirect = interval[0] > 0 or interval[1] < 0
    direct = path is not None and (path_interval[0] > 0 or path_interval[1] < 0)
    if indirect and direct:
        return "complementary" if effect * path > 0 else "competitive"
    return "indirect only" if indirect else "direct only" if direct else "none"


SHEETS = (
    ("kiosk", "gaps", ("Data.B1:Y212", "Data.Z1:AW212", "dimensions"), check_gaps),
    ("attributes", "importance", ("importance", "satisfaction", "mean"), check_importance),
    ("csm", "tolerance", ("perceptions", "expectations", "Data.D1:Y151", "dimensions"), check_tolerance),
    ("kano", "kano", ("functional", "dysfunctional"), check_kano),
    ("attributes", "penalty-reward", ("overall", "satisfaction", "4", "6"), check_penalties),
    ("two-factor", "incidents", ("'Incidents (invented)'.A5:A20", "good", "bad"), check_incidents),
    ("two-factor", "states", ("ratings", "kinds"), check_states),
    ("ecsi", "index", ("answers", "blocks", "ECSI", "paths", "0", "10"), check_index),
    ("reliability", "reliability", ("perceptions", "dimensions"), check_reliability),
    ("kiosk", "distribution", ("Data.Z1:AW212", "1", "7"), check_distribution),
    ("csm", "recommendation", ("recommend", "segment"), check_recommendation),
    ("kano", "retention", ("Data.B1:B200", "5000", "120.5", "0,1"), check_retention),
    ("loss", "losses", ("Losses.D1:D91", "Losses.E1:E91", "1", "month"), check_losses),
    ("csm", "segments", ("expectations", "perceptions", "segment", "", "welch"), check_segments),
    ("csm", "compare", ("overall", "segment", "welch"), check_compare),
    ("kiosk", "correlations", ("Data.Z1:AG212", "", "pearson"), check_correlations),
    ("kiosk", "normality", ("Data.Z1:AW212",), check_normality),
    ("loss", "complaints", ("opened", "closed", "solved", "10"), check_complaints),
)


def main():
    with Office(sys.argv[1]) as office:
        menu = Menu(office)
        for sample, kind, answers, look in SHEETS:
            sheet = Sheet(office, menu, sample, kind, answers)
            look(sheet)
            sheet.close()


if __name__ == "__main__":
    main()

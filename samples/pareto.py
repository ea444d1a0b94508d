# SPDX-License-Identifier: GPL-3.0-or-later
"""Bars with a line over them: the Pareto chart, and a curve."""
import uno
from com.sun.star.awt import Size
from com.sun.star.chart2 import Symbol
from com.sun.star.chart2.SymbolStyle import STANDARD
from com.sun.star.drawing.LineStyle import SOLID

from scatter import CIRCLE
from workbook_tools import ORANGE

SECOND_AXIS = uno.getConstantByName("com.sun.star.chart.ChartAxisAssign.SECONDARY_Y")


def cumulate(chart, title):
    """The last series of a chart of bars becomes a line of shares from 0 to 1 on an axis of its own."""
    diagram = chart.document.Diagram
    diagram.NumberOfLines = 1
    bars, lines = chart.document.getFirstDiagram().getCoordinateSystems()[0].getChartTypes()
    diagram.getDataRowProperties(len(bars.getDataSeries())).Axis = SECOND_AXIS
    line = lines.getDataSeries()[0]
    line.LineStyle, line.LineWidth, line.Color = SOLID, 60, ORANGE
    line.Symbol = Symbol(Style=STANDARD, StandardSymbol=CIRCLE, Size=Size(200, 200),
                         FillColor=ORANGE, BorderColor=ORANGE)
    diagram.HasSecondaryYAxis = diagram.HasSecondaryYAxisTitle = True
    axis = diagram.SecondaryYAxis
    axis.Min, axis.Max, axis.StepMain = 0, 1, 0.2
    axis.LinkNumberFormatToSource = False
    axis.NumberFormat = chart.sheet.workbook.number_format("0%")
    chart._letter(axis, 9.0)
    diagram.SecondYAxisTitle.String = title
    chart._letter(diagram.SecondYAxisTitle, 9.0)

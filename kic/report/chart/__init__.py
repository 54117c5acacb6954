"""A chart: figures as columns, rows or cards, with what is uncertain and what is missing.

``picture_of`` decides what the chart shows, ``draw`` lays it out and saves it.
"""

from kic.report.chart.contents import picture_of
from kic.report.chart.look import Look
from kic.report.chart.save import SUFFIXES, draw

__all__ = ["SUFFIXES", "Look", "draw", "picture_of"]

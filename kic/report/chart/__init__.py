"""A chart: some figures as bars, with what is uncertain and what is missing, as SVG or PNG.

``picture_of`` decides what the chart shows, ``draw`` lays it out and saves it.
"""

from kic.report.chart.contents import picture_of
from kic.report.chart.save import SUFFIXES, draw

__all__ = ["SUFFIXES", "draw", "picture_of"]

"""The page and charts of a hostile dataset."""

from xml.etree import ElementTree as ET

import pytest

import kic
from kic.report import report
from tests.hostile import HOSTILE, TAME, Hostile, dataset_of
from tests.readers import elements, inert


@Hostile
def test_a_report_has_the_same_elements(name: str) -> None:
    """The whole page, read by a strict parser, in the language with marked quotations."""
    html = report(dataset_of(HOSTILE[name]), "en")
    assert inert(html)
    assert elements(html) == elements(report(dataset_of(TAME), "en"))


@pytest.mark.needs("matplotlib")
def test_a_chart_shows_and_does_nothing() -> None:
    """The description in an SVG is text, and there is no element but those drawn."""
    from kic.query.change import series
    from kic.report.chart import draw, picture_of

    dataset = dataset_of(HOSTILE["markup"] + HOSTILE["control"] + HOSTILE["direction"])
    records = kic.show(dataset, "kinderen_met_hulp").records
    svg = draw(picture_of(dataset, series(dataset, records)), "svg", "nl").decode("utf-8")
    assert inert(svg)
    tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(svg).iter()}  # noqa: S314
    drawn = ("g", "path", "use", "clipPath", "rect", "pattern")
    assert tags <= {"svg", "title", "desc", "metadata", "defs", *drawn}

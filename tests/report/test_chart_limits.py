"""What a chart does with very long texts, and with the settings of the machine."""

from typing import Any

import pytest

import kic
from kic.query.change import series
from kic.report.chart import draw, picture_of
from tests.conftest import Write, exact, indicator
from tests.needs import package


@pytest.mark.needs("matplotlib")
@pytest.mark.parametrize("piece", ["a", "ab ", "ab/", " "])
def test_what_is_measured_grows_with_the_length_of_a_text(
    write: Write, monkeypatch: pytest.MonkeyPatch, piece: str
) -> None:
    """A text ten times as long takes about ten times the work, and not a hundred times."""
    TextToPath = package("matplotlib.textpath").TextToPath  # noqa: N806 - a class

    measured: list[int] = []
    measure = TextToPath.get_text_width_height_descent

    def counting(self: Any, s: str, *rest: Any) -> Any:
        measured.append(len(s))
        return measure(self, s, *rest)

    monkeypatch.setattr(TextToPath, "get_text_width_height_descent", counting)
    work = []
    for length in (400, 4000):
        text = (piece * length)[:length] + "b"
        figures = indicator("getal", exact("2019", 5)).replace("Over getal", text)
        dataset = kic.load(write(figures.replace("About getal", text)))
        measured.clear()
        draw(picture_of(dataset, series(dataset, dataset.records)), "svg", "nl")
        work.append(sum(measured))
    assert work[1] < 20 * work[0]

"""Numbers that are not exact in words, in a chart and on the page."""

import pytest

import kic
from kic.model import Lang
from kic.model.wording import STROKE
from kic.report import report
from tests.cases import each
from tests.conftest import Write, exact, indicator
from tests.pages import named, parsed, said
from tests.qualifiers import SAID, of_each, put
from tests.report.drawn import Drawing, picture, svg
from tests.report.drawn import said as written


@of_each
@pytest.mark.needs("matplotlib")
@each("lang", ["nl", "en"])
def test_a_chart_says_how_exact_a_number_is(write: Write, qualifier: str, lang: Lang) -> None:
    """In full, above its column and on its card, and in the words of the description."""
    years = put(qualifier, "2019") + exact("2020", 500) + exact("2021", 500)
    figures = years + put(qualifier, "2019-01")
    shown = picture(kic.load(write(indicator("a", figures))))
    words = SAID[qualifier].nl if lang == "nl" else SAID[qualifier].en
    assert [written(card.what, lang) for card in shown.cards] == [words]
    drawing = Drawing(svg(shown, lang))
    assert f"2019: {words}" in drawing.description
    assert drawing.description.count(words) >= 2
    assert drawing.text.count(words) >= 2


@pytest.mark.needs("matplotlib")
@pytest.mark.parametrize(
    ("qualifiers", "explained"),
    [
        (["exact", "at_least"], ["open"]),
        (["at_least", "more_than"], ["open"]),
        (["exact", "estimate"], ["about"]),
        (["estimate", "almost", "about"], ["about"]),
        (["rounded", "less_than"], ["maybe"]),
        (["exact", "exact"], []),
    ],
)
def test_a_legend_has_what_is_drawn_and_no_more(
    write: Write, qualifiers: list[str], explained: list[str]
) -> None:
    """Once each, whichever kinds of number are drawn that way."""
    figures = "".join(put(q, str(2019 + n)) for n, q in enumerate(qualifiers))
    lines = [w.text for w in Drawing(svg(picture(kic.load(write(indicator("a", figures)))))).words]
    meanings = {stroke: written(STROKE[stroke]) for stroke in STROKE}
    assert [stroke for stroke in STROKE if meanings[stroke] in lines] == explained
    assert all(lines.count(meanings[stroke]) == 1 for stroke in explained)


@of_each
@each("lang", ["nl", "en"])
def test_the_page_shows_and_explains_it(write: Write, qualifier: str, lang: Lang) -> None:
    """The number in its words, with what such a number means."""
    dataset = kic.load(write(indicator("a", put(qualifier) + exact("2021", 500))))
    page = parsed(report(dataset, lang))
    words = SAID[qualifier].nl if lang == "nl" else SAID[qualifier].en
    explained = [said(dt) for dt in next(page.iter("footer")).iter("dt")]
    assert words in explained
    assert words in " ".join(said(e) for e in named(page, "theme"))

"""Cautions and notes, wherever a number stands."""

import kic
from kic.formats import Style, citations
from kic.formats import write as written
from kic.report import report
from kic.table.show import show_table
from tests.conftest import Write, exact, figure, indicator
from tests.report.drawn import picture, said

ONE = 'qualifier = "exact", value = 1'


def test_a_caution_stands_wherever_its_number_does(write: Write) -> None:
    """In a table, in rows, with a change, in a citation, a chart and the report."""
    caution = 'caution = { nl = "Pas op.", en = "Beware." }'
    text = indicator(
        "a",
        exact("2019", 1) + figure("2020", f"{ONE}, {caution}"),
        'caution = { nl = "Altijd.", en = "Always." }',
    )
    dataset = kic.load(write(text))
    first, second = dataset.records
    assert [c.en for c in first.cautions] == ["Always."]
    assert [c.en for c in second.cautions] == ["Beware.", "Always."]
    [compared] = kic.compare(dataset, "a").series
    assert [n.en for n in compared.changes[0].notes] == ["Always.", "Beware."]
    [panel] = picture(dataset).panels
    [card] = picture(dataset, period=["2020"]).cards
    places = {
        "table": _table(dataset),
        "rows": str(kic.records(kic.show(dataset, "a"), "en")[1]["cautions"]),
        "citation": citations.write(
            dataset, kic.cite(dataset, "a", period="2020"), "text", Style(lang="en")
        ),
        "chart": " ".join(said(remark, "en") for remark in panel.remarks),
        "card": " ".join(said(caution, "en") for caution in card.cautions),
        "report": report(dataset, "en"),
    }
    for place, told in places.items():
        for words in ("Beware", "Always"):
            assert words in told, place


def _table(dataset: kic.Dataset) -> str:
    """The figures of an indicator in full, as a table in English."""
    return str(written("table", show_table(dataset, kic.show(dataset, "a")), Style(lang="en")))


def test_a_note_is_background(write: Write) -> None:
    """It stands with the figure and not in a citation, nor with a change."""
    note = 'note = { nl = "Terzijde.", en = "By the way." }'
    dataset = kic.load(write(indicator("a", exact("2019", 1) + figure("2020", f"{ONE}, {note}"))))
    assert "By the way." in _table(dataset)
    cited = citations.write(dataset, kic.cite(dataset, "a"), "text", Style(lang="en"))
    assert "By the way." not in cited
    [compared] = kic.compare(dataset, "a").series
    assert compared.changes[0].notes == ()

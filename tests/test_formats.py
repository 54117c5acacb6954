"""What the formats write: the same rows, numbers people can read, nothing that acts."""

import csv
import io
import json
import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

import kic
from kic import table
from kic.formats import FORMATS, Style, write
from kic.formats.cells import bar, cell, encodable, number, visible
from kic.interval import UNKNOWN, Interval
from kic.model import Lang
from kic.table import Bar, Delta, Table

NUMBERS = st.one_of(
    st.integers(-(10**12), 10**12),
    st.decimals(-(10**9), 10**9, places=2, allow_nan=False).map(float),
)


@given(NUMBERS, st.sampled_from(["nl", "en"]))
def test_numbers_are_written_as_each_language_does(value: float, lang: Lang) -> None:
    """The same digits, groups and decimal sign as the Unicode locale data give."""
    digits = max(-int(Decimal(repr(value)).as_tuple().exponent), 0)
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    expected = format_decimal(Decimal(repr(value)), pattern, locale=lang)
    assert number(value, lang) == expected


@given(st.floats(-1e6, 1e6, allow_nan=False))
def test_percentages_have_one_decimal_and_no_minus_zero(value: float) -> None:
    """Rounded to the nearest tenth; nothing is ever "-0.0"."""
    text = number(value, "en", decimals=1)
    assert abs(Decimal(text.replace(",", "")) - Decimal(repr(value))) <= Decimal("0.05")
    assert text != "-0.0"


DELTAS = {
    ("absolute", Interval.exact(56)): ("+56", "+56"),
    ("absolute", Interval.exact(-3108)): ("-3.108", "-3,108"),
    ("absolute", Interval.exact(0)): ("0", "0"),
    ("percent", Interval.exact(24.03)): ("+24,0 %", "+24.0 %"),
    ("percent", Interval.exact(-34.545)): ("-34,5 %", "-34.5 %"),
    ("points", Interval.exact(4)): ("+4 procentpunt", "+4 percentage points"),
    ("absolute", Interval(None, 5, 10)): ("+5 tot +10", "+5 to +10"),
    ("percent", Interval(None, 100, None)): ("minstens +100,0 %", "at least +100.0 %"),
    ("absolute", Interval(50, None, 50)): ("hoogstens +50", "at most +50"),
    ("absolute", Interval(50, None, None)): ("ca. +50", "c. +50"),
    ("absolute", UNKNOWN): ("", ""),
}


@pytest.mark.parametrize("delta", DELTAS, ids=str)
def test_changes_are_written_no_more_precisely_than_they_are(delta: tuple[str, Interval]) -> None:
    """One number, a range, or one bound; signs are plain ASCII."""
    kind, interval = delta
    texts = tuple(
        cell(Delta(interval, kind), Style(lang=lang)).replace("\xa0", " ")  # type: ignore[arg-type]
        for lang in ("nl", "en")
    )
    assert texts == DELTAS[delta]


def _values(answer: str) -> str:
    return " ".join(answer.replace("\xa0", " ").split())


@pytest.mark.parametrize(
    ("name", "nl", "en"),
    [
        ("jeugdhulp_zonder_verblijf", "ruim 397.000 kinderen", "over 397,000 children"),
        ("buitenschuld_ingewilligd", "< 5 aanvragen", "< 5 applications"),
        ("seksuele_uitbuiting_meisjes", "ca. 1.300 meisjes", "c. 1,300 girls"),
        ("deskundigenrapport", "0 verzoeken", "0 requests"),
        ("kinderpardon_afwijzing", '"honderden"', '"hundreds"'),
        ("gezinslocaties_kinderen", "niet vermeld (niet gedaald)", "not stated (not down)"),
        ("weglopers_gesloten", "niet geregistreerd", "not registered"),
        ("kindermishandeling_aanpak", "deels geregistreerd", "partly registered"),
        ("de_winter_opvolging", "onduidelijk", "unclear"),
        ("gesloten_jeugdzorg", "2.080 kinderen", "2,080 children"),
    ],
)
def test_a_value_is_shown_as_exact_as_it_is(
    dataset: kic.Dataset, name: str, nl: str, en: str
) -> None:
    """The table of the data model: every qualifier and reason has its own words."""
    answer = table.show_table(dataset, kic.show(dataset, name))
    assert nl in _values(write("plain", answer, Style(lang="nl")))
    assert en in _values(write("plain", answer, Style(lang="en")))


@pytest.mark.parametrize("format_", ["table", "plain"])
def test_a_corrected_number_says_so(dataset: kic.Dataset, format_: str) -> None:
    """The mark, what is printed and on whose authority stand under the table."""
    answer = table.show_table(dataset, kic.show(dataset, "jeugdhulp"))
    text = _values(write(format_, answer, Style()))
    assert "C verbeterd" in text
    assert 'Op de pagina staat "080"; verbeterd volgens Centraal Bureau' in text


Answers = dict[str, Table]


@pytest.fixture(scope="module")
def answers(dataset: kic.Dataset) -> Answers:
    """One answer of every verb, as a table."""
    return {
        "themes": table.themes_table(dataset, kic.themes(dataset)),
        "show": table.show_table(dataset, kic.show(dataset)),
        "show one": table.show_table(dataset, kic.show(dataset, "nareis", "ots")),
        "compare": table.compare_table(dataset, kic.compare(dataset)),
        "gaps": table.gaps_table(dataset, kic.gaps(dataset, all=True)),
        "nothing": table.gaps_table(
            dataset, kic.gaps(dataset, region="caribisch", theme="jeugdstrafrecht")
        ),
    }


VERBS = ["themes", "show", "show one", "compare", "gaps", "nothing"]


def _json_rows(text: str) -> list[dict[str, object]]:
    document = json.loads(text)
    rows = document["records"]
    if document["command"] == "compare":
        rows = [point for series in rows for point in series["points"]]
    return rows  # type: ignore[no-any-return]


def _identity(row: dict[str, object]) -> tuple[object, ...]:
    keys = ("theme", "indicator", "region", "period", "locator")
    return tuple(row.get(k) or "" for k in keys)


READ: dict[str, Callable[[str], list[tuple[object, ...]]]] = {
    "json": lambda text: [_identity(r) for r in _json_rows(text)],
    "csv": lambda text: [_identity(dict(r)) for r in csv.DictReader(io.StringIO(text))],
}


@pytest.mark.parametrize("verb", VERBS)
def test_machine_formats_hold_the_same_rows(answers: Answers, verb: str) -> None:
    """CSV and JSON tell the same records in the same order."""
    answer = answers[verb]
    found = {name: read(write(name, answer, Style())) for name, read in READ.items()}
    assert found["csv"] == found["json"]


def _places(row: dict[str, object]) -> str:
    return str(row["locator"] if "locator" in row else row["theme"] or "Alle thema's")


@pytest.mark.parametrize("verb", VERBS)
def test_the_table_shows_the_rows_that_machines_get(answers: Answers, verb: str) -> None:
    """Every record has a row of its own, in the order of the JSON."""
    wanted = [_places(row) for row in answers[verb].rows]
    lines = write("table", answers[verb], Style()).splitlines()
    cells = [re.split(r"\s{2,}", line.strip()) for line in lines if not line.endswith("]")]
    drawn = [c for row in cells for c in row if c in set(wanted)]
    titles = {block.id for block in answers[verb].blocks}
    assert [c for c in drawn if c not in titles] == wanted


@pytest.mark.parametrize("verb", VERBS)
def test_plain_has_a_whole_row_on_every_line(answers: Answers, verb: str) -> None:
    """A line found by grep tells what it is about: id, period, value and place."""
    wanted = [_places(row) for row in answers[verb].rows]
    lines = write("plain", answers[verb], Style()).splitlines()
    ids = {row["indicator"] for row in answers[verb].rows if "indicator" in row}
    named = verb not in ("themes", "show one")
    rows = [re.split(r"\s{2,}", line) for line in lines if not line.endswith("]")]
    drawn = [
        next((c for c in row if c in set(wanted)), None)
        for row in rows
        if not named or row[0] in ids
    ]
    assert [c for c in drawn if c] == wanted


def test_every_format_is_registered_with_all_it_needs() -> None:
    """A format without a writer, a description or a reader in the tests fails here."""
    assert set(READ) == {name for name, f in FORMATS.items() if not f.for_people}
    suffixes = [s for f in FORMATS.values() for s in f.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(f.about for f in FORMATS.values())


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("verb", VERBS)
def test_two_runs_are_identical(answers: Answers, name: str, verb: str) -> None:
    """No clock, no set order, nothing of the moment gets into an answer."""
    assert write(name, answers[verb], Style()) == write(name, answers[verb], Style())


KEYS = [
    "theme", "indicator", "label", "region", "period", "value", "lower", "upper", "qualifier",
    "unit", "status", "registration", "reason", "as_printed", "locator", "source", "correction",
    "notes",
]  # fmt: skip


def test_json_keeps_its_contract(answers: Answers) -> None:
    """The keys of the documented object, in their order, and always all of them."""
    document = json.loads(write("json", answers["show"], Style()))
    head = ["schema_version", "dataset", "command", "query", "records", "statements"]
    assert list(document)[:6] == head
    assert document["schema_version"] == 1
    assert document["dataset"] == {"id": "kinderrechten-in-cijfers-2020", "version": "1.0.0"}
    for record in document["records"]:
        assert list(record)[: len(KEYS)] == KEYS
    gaps = json.loads(write("json", answers["gaps"], Style()))
    for record in gaps["records"]:
        assert list(record)[-4:] == ["missing", "strength", "since", "responsible"]
    compared = json.loads(write("json", answers["compare"], Style()))
    for record in compared["records"]:
        assert list(record)[:6] == ["indicator", "label", "region", "unit", "points", "changes"]
        for change in record["changes"]:
            assert list(change)[:4] == ["from", "to", "absolute", "percent"]
    themes = json.loads(write("json", answers["themes"], Style()))
    assert list(themes["records"][0])[:5] == ["theme", "label", "indicators", "figures", "gaps"]


def test_json_numbers_are_raw(answers: Answers) -> None:
    """30850 and not "30.850"; an unknown period is null."""
    rows = {
        (r["indicator"], r["region"]): r
        for r in _json_rows(write("json", answers["show"], Style()))
    }
    assert rows["ondertoezichtstelling", "nederland"]["value"] == 30850
    assert rows["dakloze_jongvolwassenen", "nederland"]["period"] is None
    assert rows["buitenschuld_ingewilligd", "nederland"]["value"] is None


def test_csv_is_rfc_4180(answers: Answers) -> None:
    """CRLF between records, as many cells in each as in the header, missing is empty."""
    text = write("csv", answers["show"], Style())
    assert text.count("\r\n") == len(answers["show"].rows) + 1
    rows = list(csv.reader(io.StringIO(text), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert "None" not in text


def test_a_language_is_never_mixed(answers: Answers) -> None:
    """English answers have no Dutch headings, reasons, units or regions, and vice versa."""
    dutch = re.compile(r"\b(Waarde|Eenheid|Vindplaats|Bron|kinderen|Nederland|Caribisch)\b")
    english = re.compile(r"\b(Value|Unit|Place|Source|children|registered|Netherlands)\b")
    for verb in ("themes", "show", "compare", "gaps"):
        for name in ("table", "plain"):
            english_text = write(name, answers[verb], Style(lang="en"))
            dutch_text = write(name, answers[verb], Style(lang="nl"))
            assert dutch.findall(english_text.replace("Bureau voor de Statistiek", "")) == []
            assert english.findall(dutch_text) == []


# ------------------------------------------------------------------------------- layout


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200, None])
@pytest.mark.parametrize("verb", VERBS)
def test_a_table_fits_and_loses_nothing(answers: Answers, verb: str, width: int | None) -> None:
    """At any width no line is too long, and the words and digits are all there."""
    text = write("table", answers[verb], Style(width=width))
    lines = text.splitlines()
    if width:  # but an address stays in one piece
        assert max((len(n) for n in lines if "http" not in n), default=0) <= width
    assert "\u2026" not in text
    squeezed = re.sub(r"[\s─,]", "", text)
    for block in answers[verb].blocks:
        for group in block.groups:
            for row in group.rows:
                for content in row:
                    for piece in re.split(r"[\s/,]+", cell(content, Style())):
                        assert piece in squeezed, (piece, width)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_numbers_and_ids_are_never_broken(answers: Answers, width: int) -> None:
    """A number stands on one line; an id is folded at its slashes only."""
    words = set(re.split(r"\s+", write("table", answers["show"], Style(width=width))))
    for record in answers["show"].rows:
        if record["value"] is not None:
            assert number(record["value"], "nl") in words
        last = record["locator"].partition("/")[2]
        assert record["locator"] in words or last in words


def test_numbers_stand_to_the_right(answers: Answers) -> None:
    """The last digits of a column are under each other."""
    text = write("table", answers["compare"], Style(width=120))
    ends = {
        line.index(v) + len(v)
        for line in text.splitlines()
        for v in ("17.322", "14.214")
        if v in line
    }
    assert len(ends) == 1


def test_colour_changes_nothing_but_the_colour(answers: Answers) -> None:
    """Without its escape codes a coloured table is the plain one."""
    plain = write("table", answers["show"], Style(width=80))
    coloured = write("table", answers["show"], Style(width=80, color=True))
    assert "\x1b[" in coloured
    assert "\x1b" not in plain
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(1, 40))
def test_a_bar_is_as_long_as_its_number(value: int, longest: int, width: int) -> None:
    """In proportion to within an eighth of a character, and visible if not zero."""
    value = min(value, longest)
    drawn = bar(Bar(value, longest), width)
    eighths = sum(" ▏▎▍▌▋▊▉█".index(c) for c in drawn)
    assert abs(eighths - value / longest * width * 8) <= 1
    assert bool(drawn) == bool(value)


# ----------------------------------------------------------------------------- encodings


def test_text_for_people_falls_back_to_plain_letters() -> None:
    """Accents go, typographic signs become plain ones, and nothing is lost silently."""
    assert encodable("residentiële – “zorg” █ ── é", "ascii") == 'residentiele - "zorg" # -- e'
    assert encodable("residentiële", "cp1252") == "residentiële"
    with pytest.raises(UnicodeEncodeError):
        encodable("漢", "ascii")


def test_json_in_ascii_is_escaped(answers: Answers) -> None:
    """Where the output has no UTF-8, JSON uses its own escapes and means the same."""
    plain = write("json", answers["show"], Style(encoding="ascii"))
    assert plain.isascii()
    assert json.loads(plain) == json.loads(write("json", answers["show"], Style()))


@given(st.text())
def test_visible_text_cannot_act(text: str) -> None:
    """No control or invisible character survives, and ordinary text is left alone."""
    shown = visible(text)
    assert all(c.isprintable() or c == "\u3000" or c.isspace() for c in shown)
    assert "\x1b" not in shown
    assert "\n" not in shown
    if text.isprintable():
        assert shown == text

"""What the formats write: the same rows, numbers people can read, nothing that acts."""

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from typing import Any

import html5lib
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

import kic
from kic.dataset import populations
from kic.formats import FORMATS, UNLIMITED, Style
from kic.formats import write as write_any
from kic.formats.bars import BRUSHES, bar
from kic.formats.cell_text import cell, say
from kic.formats.encoding import encodable
from kic.model import Lang, Reason
from kic.model.digits import number
from kic.model.errors import MissingExtraError
from kic.model.interval import UNKNOWN, Interval
from kic.model.wording import ALL_THEMES, REASON
from kic.query.gaps import named
from kic.query.ratio import Ratio
from kic.table import Bar, Delta, Table
from kic.table.compare import compare_table
from kic.table.find import find_table
from kic.table.gaps import gaps_table
from kic.table.grid import grid_table
from kic.table.schema import output_schema
from kic.table.show import show_table
from kic.table.themes import themes_table
from kic.table.view import select


def write(name: str, answer: Table, style: Style) -> Any:
    """What a format makes of an answer: text, or bytes."""
    return write_any(name, answer, style)


DELTAS = {
    ("absolute", Interval.exact(56)): ("+56", "+56"),
    ("absolute", Interval.exact(-3108)): ("-3.108", "-3,108"),
    ("absolute", Interval.exact(0)): ("0", "0"),
    ("percent", Interval.exact(24.03)): ("+24,0 %", "+24.0 %"),
    ("percent", Interval.exact(-34.545)): ("-34,5 %", "-34.5 %"),
    ("points", Interval.exact(4)): ("+4 procentpunt", "+4 percentage points"),
    ("absolute", Interval(None, 5, 10)): ("+5 tot +10", "+5 to +10"),
    ("percent", Interval(None, 100, None)): ("minstens +100,0 %", "at least +100.0 %"),
    ("percent", Interval(None, 16.67, 33.31)): ("+16,6 % tot +33,4 %", "+16.6 % to +33.4 %"),
    ("absolute", Interval(50, None, 50)): ("hoogstens +50", "at most +50"),
    ("absolute", Interval(50, None, None)): ("ca. +50", "c. +50"),
    ("percent", Interval.exact(0.001)): ("0,0 %", "0.0 %"),
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
        (
            "gezinslocaties_kinderen",
            "geen getal gegeven (niet gedaald)",
            "no number given (not down)",
        ),
        (
            "jeugdhulp_wachttijd",
            "geen (structurele) landelijke gegevens",
            "no (systematic) national data",
        ),
        (
            "weglopers_gesloten",
            "niet beschikbaar volgens de bron",
            "none available, says the source",
        ),
        (
            "kindermishandeling_aanpak",
            "weinig/niet van allen volgens de bron",
            "few, or not of all, says the source",
        ),
        ("de_winter_opvolging", "onduidelijk volgens de bron", "unclear, says the source"),
        ("gesloten_jeugdzorg", "2.080 kinderen", "2,080 children"),
    ],
)
def test_a_value_is_shown_as_exact_as_it_is(
    dataset: kic.Dataset, name: str, nl: str, en: str
) -> None:
    """The table of the data model: every qualifier and reason has its own words."""
    answer = show_table(dataset, kic.show(dataset, name))
    assert nl in _values(write("plain", answer, Style(lang="nl")))
    assert en in _values(write("plain", answer, Style(lang="en")))


@pytest.mark.parametrize("format_", ["table", "plain"])
def test_a_corrected_number_says_so(dataset: kic.Dataset, format_: str) -> None:
    """The mark, what is printed and on whose authority stand under the table."""
    answer = show_table(dataset, kic.show(dataset, "jeugdhulp"))
    text = _values(write(format_, answer, Style()))
    assert "c gecorrigeerd" in text
    assert 'In de bron staat "080 kinderen"; gecorrigeerd volgens Centraal Bureau' in text


Answers = dict[str, Table]


@pytest.fixture(scope="module")
def answers(dataset: kic.Dataset) -> Answers:
    """One answer of every verb, as a table."""
    return {
        "themes": themes_table(dataset, kic.themes(dataset)),
        "show": show_table(dataset, kic.show(dataset)),
        "show one": show_table(dataset, kic.show(dataset, "nareis", "ots")),
        "compare": compare_table(dataset, kic.compare(dataset)),
        "rates": compare_table(
            dataset,
            kic.compare(dataset, "ots", per=1000, populations=populations(dataset)),
        ),
        "gaps": gaps_table(dataset, kic.gaps(dataset, all=True)),
        "gaps by": gaps_table(dataset, kic.gaps(dataset, by="kind")),
        "gaps there": gaps_table(dataset, kic.gaps(dataset, region="caribisch")),
        "grid": grid_table(dataset, kic.grid(dataset)),
        "find": find_table(dataset, kic.find(dataset, "veilig thuis")),
        "nothing": gaps_table(
            dataset, kic.gaps(dataset, region="caribisch", theme="jeugdstrafrecht")
        ),
    }


VERBS = ["themes", "show", "show one", "compare", "rates", "gaps", "gaps by", "find", "nothing"]


def _json_rows(text: str) -> list[dict[str, object]]:
    document = json.loads(text)
    rows = document["records"]
    if document["command"] == "compare":
        rows = [point for series in rows for point in series["points"]]
    return rows  # type: ignore[no-any-return]


def _identity(row: dict[str, object]) -> tuple[object, ...]:
    keys = ("theme", "indicator", "region", "period", "locator", "id")
    return tuple(row.get(k) or "" for k in keys)


def _locators(cells: list[str]) -> list[str]:
    """The places among the cells of a row, by which rows are known in formats for people."""
    return [c for c in cells if re.fullmatch(r"[a-z]+(/[a-z]+)?/\d+", c)]


def _markdown_rows(text: str) -> list[list[str]]:
    """The cells of all tables, read by a Markdown parser with the tables of the forges."""
    rows: list[list[str]] = []
    inside = False
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("td_open", "th_open", "td_close", "th_close"):
            inside = token.nesting == 1
        elif inside and token.type == "inline":
            rows[-1].append("".join(c.content for c in token.children or []))
    return rows


def _html_rows(text: str) -> list[list[str]]:
    """The cells of all tables, read by a parser that accepts no error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    fragment = parser.parseFragment(text)
    return [
        ["".join(c.itertext()) for c in row if c.tag in ("td", "th")]
        for row in fragment.iter("tr")
    ]


def _xlsx_rows(data: bytes) -> list[dict[str, object]]:
    head, *rows = (
        openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(values_only=True)
    )
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def _csv_rows(text: str, delimiter: str = ",") -> list[dict[str, object]]:
    return [dict(r) for r in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)]


# How to read back the identities of the rows of every format that a program may read.
READ: dict[str, Callable[[Any], list[tuple[object, ...]]]] = {
    "json": lambda text: [_identity(r) for r in _json_rows(text)],
    "jsonl": lambda text: [_identity(json.loads(line)) for line in text.splitlines()],
    "csv": lambda text: [_identity(r) for r in _csv_rows(text)],
    "tsv": lambda text: [_identity(r) for r in _csv_rows(text, "\t")],
    "xlsx": lambda data: [_identity(r) for r in _xlsx_rows(data)],
}


@pytest.mark.parametrize("verb", [*VERBS, "grid"])
def test_machine_formats_hold_the_same_rows(answers: Answers, verb: str) -> None:
    """Every format tells the same records in the same order."""
    answer = answers[verb]
    found = {name: read(write(name, answer, Style())) for name, read in READ.items()}
    for name in READ:
        assert found[name] == found["json"], name


@pytest.mark.parametrize(
    "verb", ["show", "show one", "compare", "rates", "gaps", "gaps by", "nothing"]
)
def test_pages_hold_the_same_rows(answers: Answers, verb: str) -> None:
    """Markdown and HTML, read back by strict parsers, have the places of all records."""
    wanted = [row["locator"] for row in answers[verb].data.rows]
    for name, read in (("markdown", _markdown_rows), ("html", _html_rows)):
        written = write(name, answers[verb], Style())
        assert isinstance(written, str)
        assert [p for row in read(written) for p in _locators(row)] == wanted, name


def test_a_gap_stands_under_each_organisation_that_is_named(dataset: kic.Dataset) -> None:
    """For people once for each of them, for programs once."""
    answer = gaps_table(dataset, kic.gaps(dataset, by="named"))
    records = kic.gaps(dataset, by="named").records
    assert len(answer.data.rows) == len(records) == len(kic.gaps(dataset).records)
    wanted = [r.locator for r in records for _ in named(r) or (None,)]
    for name, read in (("markdown", _markdown_rows), ("html", _html_rows)):
        found = [p for row in read(write(name, answer, Style())) for p in _locators(row)]
        assert sorted(found) == sorted(map(str, wanted)), name


def _places(row: dict[str, object]) -> str:
    return str(row.get("locator") or row.get("id") or row["theme"] or say(ALL_THEMES, "nl"))


@pytest.mark.parametrize("verb", VERBS)
def test_the_table_shows_the_rows_that_machines_get(answers: Answers, verb: str) -> None:
    """Every record has a row of its own, in the order of the JSON."""
    wanted = [_places(row) for row in answers[verb].data.rows]
    lines = write("table", answers[verb], Style()).splitlines()
    cells = [re.split(r"\s{2,}", line.strip()) for line in lines if not line.endswith("]")]
    drawn = [c for row in cells for c in row if c in set(wanted)]
    titles = {block.id for block in answers[verb].page.blocks}
    assert [c for c in drawn if c not in titles] == wanted


@pytest.mark.parametrize("verb", VERBS)
def test_plain_has_a_whole_row_on_every_line(answers: Answers, verb: str) -> None:
    """A line found by grep tells what it is about: id, period, value and place."""
    wanted = [_places(row) for row in answers[verb].data.rows]
    lines = write("plain", answers[verb], Style()).splitlines()
    ids = {row["indicator"] for row in answers[verb].data.rows if "indicator" in row}
    named = verb not in ("themes", "show one", "find")
    rows = [re.split(r"\s{2,}", line) for line in lines if not line.endswith("]")]
    drawn = [
        next((c for c in row if c in set(wanted)), None)
        for row in rows
        if not named or row[0] in ids
    ]
    assert [c for c in drawn if c] == wanted


def test_every_format_is_registered_with_all_it_needs() -> None:
    """A format without a writer, a description or a reader in the tests fails here."""
    pages = {"table", "plain", "markdown", "html"}
    assert set(READ) | pages == set(FORMATS)
    suffixes = [s for f in FORMATS.values() for s in f.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(f.about for f in FORMATS.values())


KEYS = [
    "theme", "indicator", "label", "region", "period", "value", "lower", "upper", "qualifier",
    "unit", "status", "registration", "gap", "missing", "gap_as_printed", "gap_translation",
    "since", "reason", "as_printed", "locator", "source", "correction", "cautions", "notes",
    "inferred",
]  # fmt: skip


def test_json_keeps_its_contract(answers: Answers) -> None:
    """The keys of the documented object, in their order, and always all of them."""
    document = json.loads(write("json", answers["show"], Style()))
    head = ["schema_version", "dataset", "command", "query", "records", "statements"]
    assert list(document)[:6] == head
    assert document["schema_version"] == 2
    assert document["dataset"] == {"id": "kinderrechten-in-cijfers-2020", "version": "2.0.0"}
    for record in document["records"]:
        assert list(record)[: len(KEYS)] == KEYS
    gaps = json.loads(write("json", answers["gaps"], Style()))
    assert [list(record) for record in gaps["records"]] == [
        list(document["records"][0]) for _ in gaps["records"]
    ]
    assert list(gaps["counts"]) == [
        *("total", "kind", "registration", "theme", "region", "named", "not_stated")
    ]
    compared = json.loads(write("json", answers["compare"], Style()))
    for record in compared["records"]:
        keys = ["indicator", "label", "region", "unit", "points", "changes", "ratios", "notes"]
        assert list(record) == keys
        for change in record["changes"]:
            assert list(change)[:4] == ["from", "to", "absolute", "percent"]
    themes = json.loads(write("json", answers["themes"], Style()))
    assert list(themes["records"][0]) == [
        *("theme", "label", "indicators", "with_number", "in_words", "neither", "gaps"),
        *("statements", "regions"),
    ]
    rates = json.loads(write("json", answers["rates"], Style()))
    for conclusion in rates["conclusions"]:
        assert list(conclusion) == [
            *("indicator", "label", "period", "regions", "per", "outcome", "region", "reasons")
        ]


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
    assert text.count("\r\n") == len(answers["show"].data.rows) + 1
    rows = list(csv.reader(io.StringIO(text), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert "None" not in text


def test_a_language_is_never_mixed(answers: Answers) -> None:
    """English answers have no Dutch headings, reasons, units or regions, and vice versa."""
    dutch = re.compile(r"\b(Waarde|Eenheid|Vindplaats|Bron|kinderen|Nederland|Caribisch)\b")
    english = re.compile(r"\b(Value|Unit|Locator|Source|children|registered|Netherlands)\b")
    for verb in ("themes", "show", "compare", "rates", "gaps", "gaps by", "grid"):
        for name in ("table", "plain"):
            english_text = write(name, answers[verb], Style(lang="en"))
            dutch_text = write(name, answers[verb], Style(lang="nl"))
            assert (
                dutch.findall(re.sub('"[^"]+"|Bureau voor de Statistiek', "", english_text)) == []
            )
            assert english.findall(dutch_text) == []


# ------------------------------------------------------------------------------- layout


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200, UNLIMITED])
@pytest.mark.parametrize("verb", VERBS)
def test_a_table_fits_and_loses_nothing(answers: Answers, verb: str, width: int) -> None:
    """At any width no line is too long, and the words and digits are all there."""
    text = write("table", answers[verb], Style(width=width))
    lines = text.splitlines()
    if width < UNLIMITED:  # but an address stays in one piece
        assert max((len(n) for n in lines if "http" not in n), default=0) <= width
    assert "\u2026" not in text
    squeezed = re.sub(r"[\s─,]", "", text)
    for block in answers[verb].page.blocks:
        for group in block.groups:
            for row in group.rows:
                for content in row:
                    for piece in re.split(r"[\s/,]+", cell(content, Style())):
                        assert piece in squeezed, (piece, width)


@pytest.mark.parametrize("width", [44, 60])
def test_words_with_a_slash_keep_their_blanks(answers: Answers, width: int) -> None:
    """Only an id is folded at its slashes, not a phrase that has one."""
    words = REASON[Reason.INCOMPLETE].nl
    text = write("table", answers["gaps"], Style(width=width))
    assert words in " ".join(text.split())
    assert words.replace(" ", "") not in "".join(text.split("\n"))
    assert "".join(words.split()[-2:]) not in text


@pytest.mark.parametrize("width", [40, 80, 200])
def test_numbers_and_ids_are_never_broken(answers: Answers, width: int) -> None:
    """A number stands on one line; an id is folded at its slashes only."""
    words = set(re.split(r"\s+", write("table", answers["show"], Style(width=width))))
    for record in answers["show"].data.rows:
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
    drawn = bar(Bar(Interval.exact(value), longest), width, BRUSHES["blocks"])
    eighths = sum(" ▏▎▍▌▋▊▉█".index(c) for c in drawn)
    assert abs(eighths - value / longest * width * 8) <= 1
    assert bool(drawn) == bool(value)


@pytest.mark.parametrize(
    ("interval", "blocks", "ascii_"),
    [
        (Interval.exact(10), "██████████", "##########"),
        (Interval(7, 6, 8), "██████░░", "######--"),
        (Interval(6, 6, None), "██████→", "######>"),
        (Interval(10, 10, None), "█████████→", "#########>"),
        (Interval(None, 0, 5), "░░░░░", "-----"),
        (Interval(None, None, 5), "░░░░░", "-----"),
        (Interval(4, None, None), "▒▒▒▒", "~~~~"),
        (Interval(None, None, None), "· · · · · ", ". . . . . "),
    ],
    ids=[
        "exact",
        "range",
        "at least",
        "the longest",
        "less than",
        "at most",
        "estimate",
        "unknown",
    ],
)
def test_a_bar_shows_what_is_uncertain(interval: Interval, blocks: str, ascii_: str) -> None:
    """Certain, possible, without end, estimated and missing: each drawn in its own way."""
    assert bar(Bar(interval, 10), 10, BRUSHES["blocks"]) == blocks
    assert bar(Bar(interval, 10), 10, BRUSHES["ascii"]) == ascii_


@given(
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.integers(2, 40),
    st.sampled_from(sorted(BRUSHES)),
)
def test_a_range_is_never_drawn_as_a_number(low: int, more: int, width: int, name: str) -> None:
    """However close its bounds are, a part of the bar says that it is not certain."""
    drawn = bar(Bar(Interval(None, low, low + more + 1), low + more + 1), width, BRUSHES[name])
    assert BRUSHES[name]["maybe"] in drawn
    assert len(drawn) == width


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


# ----------------------------------------------------------------------- rows and columns


@pytest.mark.parametrize("name", FORMATS)
def test_columns_order_and_limit_are_the_same_in_every_format(
    dataset: kic.Dataset, answers: Answers, name: str
) -> None:
    """Three columns of the two largest numbers, whatever they are written as."""
    chosen = select(
        answers["show"], columns=["indicator", "value", "unit"], sort="-value", limit=2
    )
    written = write(name, chosen, Style())
    if name == "json":
        rows = [list(r.values()) for r in json.loads(written)["records"]]
    elif name == "jsonl":
        rows = [list(json.loads(line).values()) for line in written.splitlines()]
    elif name in ("csv", "tsv"):
        rows = [list(r.values()) for r in _csv_rows(written, "\t" if name == "tsv" else ",")]
    elif name == "xlsx":
        rows = [list(r.values()) for r in _xlsx_rows(written)]
    elif name in ("markdown", "html"):
        rows = (_markdown_rows if name == "markdown" else _html_rows)(written)[1:]
    else:
        rows = [re.split(r"\s{2,}", line.strip()) for line in written.splitlines()[1:3]]
    plain_rows = [[str(c).replace(".", "").replace("ruim\xa0", "ruim ") for c in r] for r in rows]
    numbers = {"397000", "ruim 397000"}
    assert [r[0] for r in plain_rows] == ["jeugdhulp_zonder_verblijf", "veilig_thuis_meldingen"]
    assert plain_rows[0][1] in numbers
    assert [r[2] for r in plain_rows] == ["kinderen", "meldingen"]


def test_a_missing_value_keeps_its_words_when_columns_are_chosen(answers: Answers) -> None:
    """A dash or an empty cell would hide what the tool is for."""
    chosen = select(answers["gaps"], columns=["indicator", "value"])
    assert "niet beschikbaar volgens de bron" in write("table", chosen, Style())
    assert "none available, says the source" in write("markdown", chosen, Style(lang="en"))


SCHEMA = Draft202012Validator(output_schema())


@pytest.mark.parametrize("verb", [*VERBS, "grid", "gaps there"])
@pytest.mark.parametrize("chosen", [{}, {"sort": "label"}, {"columns": ["label"]}, {"limit": 1}])
def test_every_json_answer_is_valid_against_its_schema(
    answers: Answers, verb: str, chosen: dict[str, Any]
) -> None:
    """What kic schema output promises holds, also for chosen rows and columns."""
    answer = select(answers[verb], **chosen) if chosen else answers[verb]
    errors = list(SCHEMA.iter_errors(json.loads(write("json", answer, Style()))))
    assert errors == []


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.pop("dataset"),
        lambda d: d["records"][0].pop("reason"),
        lambda d: d["records"][0].update(value="30.850"),
        lambda d: d["records"][0].update(status="Z"),
        lambda d: d["records"][0].update(extra=1),
        lambda d: d.update(schema_version=1),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(
    answers: Answers, change: Callable[[Any], object]
) -> None:
    """A key too few or too many, a number as text, a code that is none."""
    document = json.loads(write("json", answers["show"], Style()))
    change(document)
    assert not SCHEMA.is_valid(document)


def test_html_is_a_whole_fragment(answers: Answers) -> None:
    """A caption on every table, heads with a scope, a line of sources, no empty element."""
    text = write("html", answers["show"], Style(lang="en"))
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    [section] = parser.parseFragment(text)
    assert (section.tag, section.get("lang")) == ("section", "en")
    tables = list(section.iter("table"))
    assert len(tables) == 7
    for drawn in tables:
        assert drawn.find("caption").text
        assert all(head.get("scope") == "col" for head in drawn.iter("th"))
    assert section.find("p[@class='source']/a").get("href").startswith("https://")


def test_a_workbook_has_real_numbers_and_explains_itself(answers: Answers) -> None:
    """Numbers add up, the head stays in view, a second sheet tells sources and codes."""
    book = openpyxl.load_workbook(io.BytesIO(write("xlsx", answers["show"], Style(lang="en"))))
    assert book.sheetnames == ["Answer", "Explanation"]
    sheet, legend = book.worksheets
    assert sheet.freeze_panes == "A2"
    values = [row["value"] for row in _xlsx_rows(write("xlsx", answers["show"], Style()))]
    assert values == [row["value"] for row in answers["show"].data.rows]
    told = " ".join(str(c.value) for row in legend.iter_rows() for c in row if c.value)
    for words in ("https://", "corrected", "Kinderrechtencollectief"):
        assert words in told
    assert all(dimension.width >= 6 for dimension in sheet.column_dimensions.values())


def test_an_extra_that_is_missing_is_told_in_one_line(
    answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which package, and how to get it."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError) as missing:
        write("xlsx", answers["show"], Style())
    assert str(missing.value) == (
        "this needs the package xlsxwriter; install it with: pip install 'kic[xlsx]'"
    )


LEVELS = {
    (Interval.exact(0.26448), True): ("0,26 %", "0.26 %"),
    (Interval(9.348, 9.209, 9.492), False): ("9,3 (9,2 tot 9,5)", "9.3 (9.2 to 9.5)"),
    (Interval(None, None, 9.6), False): ("hoogstens 9,6", "at most 9.6"),
    (Interval(None, 0, 50), True): ("hoogstens 50,0 %", "at most 50.0 %"),
    (Interval(2.5, 0, 5), False): ("2,5 (0,0 tot 5,0)", "2.5 (0.0 to 5.0)"),
    (Interval(None, 83.33, 100), True): ("83,3 % tot 100,0 %", "83.3 % to 100.0 %"),
    (Interval(None, 118.51, None), False): ("minstens 118,5", "at least 118.5"),
    (Interval(0.4, None, None), False): ("ca. 0,40", "c. 0.40"),
    (Interval.exact(0), False): ("0,0", "0.0"),
    (UNKNOWN, False): ("", ""),
}


@pytest.mark.parametrize("level", LEVELS, ids=str)
def test_rates_are_written_no_more_precisely_than_they_are(level: tuple[Interval, bool]) -> None:
    """Two digits that count, bounds rounded outwards, and no bound where none is known."""
    languages: tuple[Lang, ...] = ("nl", "en")
    interval, is_share = level
    ratio = Ratio(100 if is_share else 1000, interval)
    texts = tuple(cell(ratio, Style(lang=lang)).replace("\xa0", " ") for lang in languages)
    assert texts == LEVELS[level]

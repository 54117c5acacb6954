"""What the formats write: the same rows, numbers people can read, nothing that acts."""

import csv
import io
import json
import re
import sys
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import html5lib
import openpyxl
import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

import kic
from kic.formats import FORMATS, Style
from kic.formats import write as write_any
from kic.formats.cell_text import cell
from kic.formats.encoding import encodable
from kic.model.errors import MissingExtraError
from kic.query.gaps import named
from kic.table import Amount, Table
from kic.table.gaps import gaps_table
from kic.table.schema import output_schema
from kic.table.show import show_table
from kic.table.view import select
from tests.cases import each
from tests.formats.conftest import VERBS, Answers, said
from tests.readers import as_shown


def write(name: str, answer: Table, style: Style) -> Any:
    """What a format makes of an answer: text, or bytes."""
    return write_any(name, answer, style)


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


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def _html_text(text: str) -> str:
    fragment = html5lib.parseFragment(text, namespaceHTMLElements=False)
    return "".join(fragment.itertext())


def _markdown_text(text: str) -> str:
    return _html_text(MarkdownIt("commonmark").enable("table").render(text))


def _xlsx_text(data: bytes) -> str:
    """What people read of the first sheet, cell by cell."""
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return " ".join(as_shown(c) for row in sheet.iter_rows() for c in row if c.value is not None)


def _xlsx_rows(data: bytes) -> list[dict[str, object]]:
    """The rows of the second sheet, that of the data."""
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[1]
    head, *rows = sheet.iter_rows(values_only=True)
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


@each("verb", [*VERBS, "grid"])
def test_machine_formats_hold_the_same_rows(answers: Answers, verb: str) -> None:
    """Every format tells the same records in the same order."""
    answer = answers[verb]
    found = {name: read(write(name, answer, Style())) for name, read in READ.items()}
    for name in READ:
        assert found[name] == found["json"], name


READ_BY_PEOPLE: dict[str, Callable[[Any], str]] = {
    "table": str,
    "plain": str,
    "markdown": _markdown_text,
    "html": _html_text,
    "xlsx": _xlsx_text,
}


@each("notes", [False, True])
@each("verb", [*VERBS, "gaps there"])
@each("name", READ_BY_PEOPLE)
def test_people_read_the_same_in_every_format(
    answers: Answers, name: str, verb: str, notes: bool
) -> None:
    """The answer, each cell, caution and remark, and the notes if asked for, in one order."""
    style = Style(notes=notes)
    text = _squeezed(READ_BY_PEOPLE[name](write(name, answers[verb], style)))
    told = [*said(answers[verb], style, alone=name != "table")]
    missing, at = [], 0
    for part in told:
        found = text.find(_squeezed(part), at)
        if found < 0:
            missing.append(part)
        at = max(at, found + 1)
    assert told
    assert missing == []


@each("name", READ_BY_PEOPLE)
@each("verb", ["show", "compare", "rates", "gaps"])
def test_notes_are_shown_when_they_are_asked_for(answers: Answers, name: str, verb: str) -> None:
    """Until then one line tells how many there are, and how they are shown."""
    page = answers[verb].page
    notes = {
        _squeezed(cell(note, Style()))
        for block in page.blocks
        for line in block.lines
        for note in line.notes
    }
    read = READ_BY_PEOPLE[name]
    short, whole = (
        _squeezed(read(write(name, answers[verb], Style(notes=shown)))) for shown in (False, True)
    )
    assert notes
    assert [note for note in notes if note in short] == []
    assert [note for note in notes if note not in whole] == []
    assert f"{page.notes}noten:--notes" in short
    assert "--notes" not in whole


@pytest.mark.parametrize("name", READ_BY_PEOPLE)
def test_an_indicator_in_full_has_its_notes(answers: Answers, name: str) -> None:
    """Who asks for one indicator asks for all there is to say of it."""
    assert answers["show one"].page.notes
    text = write(name, answers["show one"], Style())
    assert text == write(name, answers["show one"], Style(notes=True))
    assert "--notes" not in READ_BY_PEOPLE[name](text)


@pytest.mark.parametrize("name", READ_BY_PEOPLE)
def test_each_source_of_what_is_shown_is_named(dataset: kic.Dataset, name: str) -> None:
    """Also one that only a note is from, where the notes are shown."""
    answer = show_table(dataset, kic.show(dataset, "gesloten_jeugdzorg"))
    assert answer.page.background
    text = READ_BY_PEOPLE[name](write(name, answer, Style(notes=True)))
    for source in (*answer.page.sources, *answer.page.background):
        assert source.url
        assert source.url in text


@pytest.mark.parametrize("verb", ["show", "show one", "rates"])
def test_people_see_the_numbers_that_machines_get(answers: Answers, verb: str) -> None:
    """Every figure with a number has a line of its own, in the order of the JSON."""
    shown = [
        content.record
        for block in answers[verb].page.blocks
        for line in block.lines
        for content in line.cells
        if isinstance(content, Amount) and content.record.interval.known
    ]
    figures = [r for r in answers[verb].data.figures if r and r.interval.known]
    assert [(r.key, r.interval) for r in shown] == [(r.key, r.interval) for r in figures]


@each("verb", [*VERBS, "gaps there"])
def test_no_row_has_its_name_above_it(answers: Answers, verb: str) -> None:
    """A row found by grep, or read aloud, says what it is about: its first cell is not empty."""
    for name, read in (("markdown", _markdown_rows), ("html", _html_rows)):
        assert [row for row in read(write(name, answers[verb], Style())) if not row[0]] == []
    lines = write("plain", answers[verb], Style()).splitlines()
    assert [line for line in lines if line.startswith(" ")] == []


def test_a_gap_stands_under_each_organisation_that_is_named(dataset: kic.Dataset) -> None:
    """For people once for each of them, for programs once; what shares a sentence is one row."""
    answer = gaps_table(dataset, kic.gaps(dataset, by="named"))
    records = kic.gaps(dataset, by="named").records
    assert len(records) == len(kic.gaps(dataset).records)
    assert len(answer.data.rows) == len(kic.gaps(dataset).gaps)
    gaps = [(r, r.gap.as_printed, id_) for r in records if r.gap for id_ in named(r) or (None,)]
    wanted = sorted(
        str(place) for place, _, _ in {(r.locator, words, id_) for r, words, id_ in gaps}
    )
    for name, read in (("markdown", _markdown_rows), ("html", _html_rows)):
        found = [p for row in read(write(name, answer, Style())) for p in _locators(row)]
        assert sorted(found) == wanted, name


def test_every_format_is_registered_with_all_it_needs() -> None:
    """A format without a writer, a description or a reader in the tests fails here."""
    assert set(READ) | set(READ_BY_PEOPLE) == set(FORMATS)
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
    head = ["schema_version", "dataset", "command", "query", "answer", "left_out", "records"]
    assert list(document)[:7] == head
    assert list(document["answer"]) == ["nl", "en", "numbers"]
    assert document["schema_version"] == 3
    assert document["dataset"] == {"id": "kinderrechten-in-cijfers-2020", "version": "2.2.3"}
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
            *("indicator", "label", "period", "regions", "per", "outcome", "region", "reasons"),
            "limits",
        ]


def test_json_numbers_are_raw(answers: Answers) -> None:
    """30850 and not "30.850"; an unknown period is not a missing one."""
    rows = {
        (r["indicator"], r["region"]): r
        for r in _json_rows(write("json", answers["show"], Style()))
    }
    assert rows["ondertoezichtstelling", "nederland"]["value"] == 30850
    assert rows["dakloze_jongvolwassenen", "nederland"]["period"] == "unknown"
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


@each("name", FORMATS)
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
        _, _, _, *lines = written.splitlines()  # the answer and the heads come first
        own = [line for line in lines if not line.startswith("  ")]  # and cautions below a row
        rows = [re.split(r"\s{2,}", line) for line in own[:2]]
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


@each("verb", [*VERBS, "grid", "gaps there"])
@each("chosen", [{}, {"sort": "label"}, {"columns": ["label"]}])
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
    document["records"] = document["records"][:1]
    assert SCHEMA.is_valid(document)
    change(document)
    assert not SCHEMA.is_valid(document)


def test_html_is_a_whole_fragment(answers: Answers) -> None:
    """The answer first, a caption on every table, heads with a scope, a line of sources."""
    text = write("html", answers["show"], Style(lang="en"))
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    [section] = parser.parseFragment(text)
    assert (section.tag, section.get("lang")) == ("section", "en")
    assert section[0].find("strong").text == cell(answers["show"].line, Style(lang="en"))
    tables = list(section.iter("table"))
    blocks = answers["show"].page.blocks
    assert len(tables) == sum(len(block.columns) > 1 for block in blocks)
    for drawn in tables:
        assert drawn.find("caption").text
        assert all(head.get("scope") == "col" for head in drawn.iter("th"))
    assert section.find("p[@class='source']/a").get("href").startswith("https://")


@pytest.mark.parametrize("verb", ["show", "grid"])
def test_html_alone_is_a_whole_page(answers: Answers, verb: str) -> None:
    """The fragment with a title, its language, and a style of its own that the policy allows."""
    text = write("html", answers[verb], Style(lang="en", alone=True))
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    assert text.startswith("<!DOCTYPE html>")
    assert root.get("lang") == "en"
    assert root.find("head/meta[@charset]").get("charset") == "utf-8"
    assert root.find("head/title").text == cell(answers[verb].line, Style(lang="en"))
    policy = root.find("head/meta[@http-equiv]").get("content")
    hashed = b64encode(sha256(root.find("head/style").text.encode()).digest()).decode()
    assert f"style-src 'sha256-{hashed}'; script-src 'none'" in policy
    assert not [e for e in root.iter() if "style" in e.attrib]
    fragment = write("html", answers[verb], Style(lang="en"))
    assert "".join(root.find("body/main").itertext()).strip() == _html_text(fragment).strip()


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

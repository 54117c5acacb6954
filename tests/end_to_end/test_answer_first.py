"""The answer first: answers stay short, hide nothing, and read alike wherever they are read.

What has to be in an answer is read from the dataset's own file here, without kic.
"""

import csv
import io
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import pytest

from tests.cases import each
from tests.conftest import ENVIRONMENT, ROOT
from tests.end_to_end import inprocess
from tests.end_to_end.terminal import on_screen

DATASET = tomllib.loads((ROOT / "data" / "figures.toml").read_text("utf-8"))
INDICATORS: dict[str, dict[str, Any]] = DATASET["indicators"]
THEMES = list(DATASET["themes"])
GAPS = [gap for block in INDICATORS.values() for gap in block.get("gaps", [])]
DIRECTED = {
    name for name, block in INDICATORS.items() if any("trend" in f for f in block["figures"])
}
LANGUAGES = ["nl", "en"]

# How many lines an answer has at most, on a terminal of 80 columns.
LINES = {
    "show nareis": 15,
    "show migratie": 48,
    "gaps": 58,
    "gaps --region caribisch": 18,
    "compare": 43,
    "compare ots --per 1000": 18,
    "themes": 16,
}
ANSWERS = [*LINES, "show gesloten_jeugdzorg", "gaps --grid", "gaps --by named", "find dakloos"]
COUNTS = ["themes", "show migratie", "gaps", "gaps --region caribisch", "compare"]
WITHOUT_IDS = [
    *(f"show {theme}" for theme in THEMES),
    *("themes", "compare", "compare ots --per 1000", "gaps", "gaps --region caribisch"),
]

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
ADDRESS = re.compile(r"https?://\S+")
COUNT = re.compile(r"(?<!\S)\(?(\d{1,3})(?=[,;:.)]*(?:\s|$))")  # no year, and no part of a number
CONCLUDED = {
    "nl": r"(?i)\b(kic (leidt|concludeert)|(leidt|concludeert) kic|afgeleid door kic)",
    "en": r"(?i)\b(kic (infers|concludes)|(inferred|concluded) by kic)",
}

FIGURE = """theme indicator label region period value lower upper qualifier unit status
    registration gap missing gap_as_printed gap_translation since reason as_printed locator source
    correction cautions notes inferred measure population registered_by named trend
    trend_as_printed words repeated earlier"""
CHANGE = """change_from change_absolute change_absolute_lower change_absolute_upper
    change_percent change_percent_lower change_percent_upper change_percentage_points
    change_direction change_notes"""
RATIO = "ratio ratio_lower ratio_upper ratio_per ratio_of ratio_of_period ratio_notes"
THEME = "theme label indicators with_number in_words neither gaps statements regions"
CELL = """theme label region with_number in_words not_national incomplete unavailable unclear
    concluded statements"""
FOUND = f"kind id theme label matched match later {FIGURE}"
SOURCE = "publisher title form published url note"
INDICATOR = """theme label short aliases population unit measure registration region registered_by
    named subset_of target_of breakdown ages denominator_for no_rate caution note gaps"""
STATEMENT = "theme region kind date period summary locator about_data"
INTERVAL = "value lower upper"
HEAD = "schema_version dataset command query records"

# The columns of the formats with a record a line.
FLAT = {
    "themes": THEME,
    "show migratie": FIGURE,
    "compare": f"{FIGURE} {CHANGE} {RATIO}",
    "compare ots --per 1000": f"{FIGURE} {CHANGE} {RATIO}",
    "gaps": FIGURE,
    "gaps --grid": CELL,
    "gaps --by named": FIGURE,
    "find dakloos": FOUND,
}

# The keys of JSON by where they stand, a star for an object whose keys are ids.
NESTED = {
    "themes": {"": f"{HEAD} sources", "records": THEME, "sources.*": SOURCE},
    "show helpdesk_dakloosheid": {
        "": f"{HEAD} statements indicators sources",
        "records": FIGURE,
        "records.named": "organisation role",
        "indicators.*": INDICATOR,
        "indicators.*.gaps": "region kind missing as_printed translation since",
    },
    "show gesloten_jeugdzorg": {"records.correction": "source reason", "sources.*": SOURCE},
    "show migratie": {"records.repeated": "locator as_printed", "statements": STATEMENT},
    "compare": {
        "": f"{HEAD} conclusions sources",
        "records": "indicator label region unit points changes ratios notes",
        "records.points": FIGURE,
        "records.changes": "from to absolute percent percentage_points direction notes",
        "records.changes.absolute": INTERVAL,
    },
    "compare ots --per 1000": {
        "records.ratios": "period per ratio whole refusal notes",
        "records.ratios.ratio": INTERVAL,
        "records.ratios.whole": FIGURE,
        "conclusions": "indicator label period regions per outcome region reasons limits",
    },
    "gaps --region caribisch": {
        "": f"{HEAD} counts also sources",
        "records": FIGURE,
        "counts": "total kind registration theme region named not_stated",
        "also.figures": FIGURE,
        "also.statements": STATEMENT,
    },
    "gaps --grid": {"": f"{HEAD} sources", "records": CELL},
    "find dakloos": {"": f"{HEAD} sources", "records": FOUND},
}


@cache
def piped(command: str) -> str:
    """What kic writes to a pipe, where nothing folds."""
    done = inprocess.answer(command.split(), ENVIRONMENT)
    assert done.code == 0, done.err.decode()
    return done.out.decode()


@cache
def screen(command: str, width: int = 80) -> str:
    """What kic writes on a terminal, without the escape codes."""
    shown, code = on_screen(*command.split(), width=width)
    assert code == 0, shown
    return ESCAPE.sub("", shown)


def lines(text: str) -> list[str]:
    """The lines of an answer."""
    return text.removesuffix("\n").split("\n")


def joined(text: str) -> str:
    """A text with one blank between its words, wherever it was folded."""
    return " ".join(text.split())


def counts(text: str) -> list[int]:
    """The whole numbers in a text that are no years."""
    return [int(number) for number in COUNT.findall(text)]


def found(block: Any, key: str) -> Iterator[Any]:
    """Each value that stands under a key in a block of the dataset, at any depth."""
    if isinstance(block, dict):
        for name, value in block.items():
            yield from [value] if name == key else found(value, key)
    elif isinstance(block, list):
        for item in block:
            yield from found(item, key)


def texts(block: dict[str, Any], key: str, lang: str) -> list[str]:
    """The texts under a key of a block, each in one language."""
    values = (value if isinstance(value, list) else [value] for value in found(block, key))
    return [text[lang] for value in values for text in value]


def absent(wanted: Iterable[str], answer: str) -> list[str]:
    """Which of these texts an answer does not have."""
    shown = joined(answer)
    return [text for text in wanted if joined(text) not in shown]


def untold(gaps: Iterable[dict[str, Any]], answer: str, lang: str) -> list[str]:
    """What is missing where an answer neither quotes the page nor says that kic concludes it."""
    shown = joined(answer)
    lacking = []
    for gap in gaps:
        missing = gap["missing"][lang]
        near = re.findall(f".{{0,200}}{re.escape(joined(missing))}.{{0,200}}", shown)
        concluded = any(re.search(CONCLUDED[lang], part) for part in near)
        if not (joined(gap["as_printed"]) in shown if "as_printed" in gap else concluded):
            lacking.append(missing)
    return lacking


def told(answer: str, lang: str) -> set[str]:
    """The indicators whose label an answer has, in full or short, by their ids."""
    labels = {
        joined(block[key][lang]).casefold(): name
        for name, block in INDICATORS.items()
        for key in ("label", "short")
        if key in block
    }
    shown, names = joined(answer).casefold(), set()
    for label in sorted(labels, key=len, reverse=True):  # a label may stand within a longer one
        if label in shown:
            names.add(labels[label])
            shown = shown.replace(label, "|")
    return names


def folded(word: str) -> set[str]:
    """A word, and the parts of a path that may fold after its slashes."""
    parts = re.findall(r"[^/]*/+|[^/]+", word)
    ends = range(len(parts) + 1)
    return {"".join(parts[start:end]) for start in ends for end in ends if start < end}


def plain(word: str) -> str:
    """A word without the punctuation around it; nothing is left of a rule or a bar."""
    return re.sub(r"^\W+|[^\w…]+$", "", word)


def at(value: Any, path: str) -> Iterator[dict[str, Any]]:
    """The objects that stand at a path of JSON, such as ``records.points``."""
    if isinstance(value, list):
        for item in value:
            yield from at(item, path)
    elif isinstance(value, dict):
        first, _, rest = path.partition(".")
        inner = value.values() if first == "*" else [value.get(first)]
        yield from [value] if not path else at(list(inner), rest)


@pytest.mark.parametrize(("command", "most"), LINES.items(), ids=LINES)
def test_an_answer_stays_short(command: str, most: int) -> None:
    """An answer on 80 columns does not grow back to where a reader loses the number in it."""
    assert len(lines(screen(command))) <= most


@pytest.mark.parametrize("command", LINES)
def test_no_line_is_wider_than_the_terminal(command: str) -> None:
    """A line is never broken by the terminal itself, except an address that stands alone."""
    long = [line for line in lines(screen(command)) if len(line) > 80]
    assert [line for line in long if not ADDRESS.fullmatch(line.strip())] == []


@pytest.mark.parametrize("written", [screen, piped])
def test_the_number_is_in_the_first_line(written: Callable[[str], str]) -> None:
    """Who asks for an indicator reads its latest number before anything else."""
    latest = max(INDICATORS["gezinshereniging_wachttijd"]["figures"], key=lambda f: f["period"])
    assert latest["value"] in counts(lines(written("show nareis"))[0])


@pytest.mark.parametrize("written", [screen, piped])
def test_the_count_of_gaps_is_in_the_first_line(written: Callable[[str], str]) -> None:
    """Who asks what is not known reads how much that is before anything else."""
    assert len(GAPS) in counts(lines(written("gaps"))[0])


@each("lang", LANGUAGES)
@each("command", LINES)
def test_the_first_line_is_the_answer_of_the_json(command: str, lang: str) -> None:
    """People and programs get the same sentence as the answer, in one line or two."""
    data = json.loads(piped(f"{command} --format json"))
    assert "answer" in data, "the JSON has no answer"
    for written in (screen, piped):
        first, second = [*lines(written(f"{command} --lang {lang}")), ""][:2]
        assert joined(data["answer"][lang]) in (joined(first), joined(f"{first} {second}"))


@pytest.mark.parametrize("command", COUNTS)
def test_the_numbers_of_an_answer_are_data(command: str) -> None:
    """A program finds each count of the answering sentence beside it, as an integer."""
    data = json.loads(piped(f"{command} --format json"))
    assert "answer" in data, "the JSON has no answer"
    numbers = data["answer"]["numbers"].values()
    assert [number for number in numbers if type(number) is not int] == []
    for lang in LANGUAGES:
        assert set(counts(data["answer"][lang])) <= set(numbers)


@each("lang", LANGUAGES)
@each("name", INDICATORS)
def test_an_indicator_is_shown_with_all_that_limits_it(name: str, lang: str) -> None:
    """Asked for in full, a number has its cautions, notes, corrections, gaps and directions."""
    block, answer = INDICATORS[name], piped(f"show {name} --lang {lang}")
    wanted = [text for key in ("caution", "note", "missing") for text in texts(block, key, lang)]
    for figure in block["figures"]:
        if "correction" in figure:
            wanted += [figure["correction"]["reason"][lang], figure["as_printed"]]
        if "trend" in figure:
            wanted.append(figure.get("trend_as_printed", figure["as_printed"]))
    assert absent(wanted, answer) == []
    assert untold(block.get("gaps", []), answer, lang) == []


@each("lang", LANGUAGES)
@each("theme", THEMES)
def test_a_theme_is_shown_with_all_that_limits_it(theme: str, lang: str) -> None:
    """A short answer about a theme still has each caution, gap and direction in it."""
    answer = piped(f"show {theme} --lang {lang}")
    of_theme = {name: b for name, b in INDICATORS.items() if b.get("theme") == theme}
    blocks = of_theme.values()
    assert absent((text for b in blocks for text in texts(b, "caution", lang)), answer) == []
    assert untold((gap for b in blocks for gap in b.get("gaps", [])), answer, lang) == []
    assert DIRECTED & {*of_theme} - told(answer, lang) == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_gaps_are_all_there(lang: str) -> None:
    """The list of gaps says of each what is missing and how the page puts that."""
    answer = piped(f"gaps --lang {lang}")
    assert absent((gap["missing"][lang] for gap in GAPS), answer) == []
    assert untold(GAPS, answer, lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_compare_has_every_direction(lang: str) -> None:
    """A direction without a number answers "up or down?" as well as one with a number."""
    assert DIRECTED - told(piped(f"compare --lang {lang}"), lang) == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_compare_counts_what_it_leaves_out(lang: str) -> None:
    """The indicators that an answer does not show are counted, by kind, to the last one."""
    answer = piped(f"compare --lang {lang}")
    paragraphs = [*lines(answer)[1:], *answer.split("\n\n")[1:]]
    sums = {
        text: (len(told(answer.replace(text, ""), lang)), sum(counts(text)))
        for text in paragraphs
        if len(counts(text)) > 1
    }
    assert len(INDICATORS) in map(sum, sums.values()), sums


def test_compare_counts_all_indicators() -> None:
    """How many indicators there are is among the numbers of the answer, for what is left out."""
    data = json.loads(piped("compare --format json"))
    assert "answer" in data, "the JSON has no answer"
    assert len(INDICATORS) in data["answer"]["numbers"].values()


@each("lang", LANGUAGES)
@each("form", ["table", "plain", "markdown", "html"])
@each("command", ANSWERS)
def test_no_answer_speaks_in_codes(command: str, form: str, lang: str) -> None:
    """What limits a number is said in words, not in letters that have to be looked up below."""
    answer = piped(f"{command} --format {form} --lang {lang}")
    assert [line for line in lines(answer) if re.search(r"\bCodes?\b", line)] == []


@each("lang", LANGUAGES)
@each("command", WITHOUT_IDS)
def test_no_answer_speaks_in_ids(command: str, lang: str) -> None:
    """People read labels: an id or a field of the model, with its underscore, is for programs."""
    answer = ADDRESS.sub("", piped(f"{command} --lang {lang}"))
    assert sorted({*re.findall(r"\w+_\w+", answer)}) == []


@each("width", [60, 80, 120])
@each("command", LINES)
def test_no_word_is_broken(command: str, width: int) -> None:
    """A text folds between its words, or in a path after a slash, at every width."""
    whole = {part for word in piped(command).split() for part in folded(word)}
    shown = {plain(word) for word in screen(command, width).split()}
    assert sorted(shown - {plain(part) for part in whole} - {""}) == []


@each("form", ["csv", "tsv"])
@each("command", FLAT)
def test_the_columns_stay(command: str, form: str) -> None:
    """A spreadsheet or a script that reads a column still finds it."""
    delimiter = "," if form == "csv" else "\t"
    rows = csv.reader(io.StringIO(piped(f"{command} --format {form}")), delimiter=delimiter)
    assert {*FLAT[command].split()} - {*next(rows)} == set()


@each("command", FLAT)
def test_the_keys_of_each_line_stay(command: str) -> None:
    """A program that reads records line by line still finds every field in each."""
    records = [json.loads(line) for line in lines(piped(f"{command} --format jsonl"))]
    assert [{*FLAT[command].split()} - {*record} for record in records] == [set()] * len(records)


@each(
    ("command", "path"), [(command, path) for command, paths in NESTED.items() for path in paths]
)
def test_the_keys_of_json_stay(command: str, path: str) -> None:
    """A program that reads an answer as one object still finds every key in its place."""
    objects = [*at(json.loads(piped(f"{command} --format json")), path)]
    assert objects, f"nothing stands at {path}"
    keys = {*NESTED[command][path].split()}
    assert [keys - {*each} for each in objects] == [set()] * len(objects)


@each("written", [screen, piped])
@each("command", ANSWERS)
def test_nothing_is_said_by_colour_alone(command: str, written: Callable[[str], str]) -> None:
    """Who sees no colour reads the same answer."""
    coloured = ESCAPE.sub("", written(f"{command} --color always"))
    bare = written(f"{command} --color never")
    assert [line.rstrip() for line in lines(coloured)] == [line.rstrip() for line in lines(bare)]

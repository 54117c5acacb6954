"""Every count that kic prints in words is the count of the records, in both languages."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kic
from kic.formats import Style
from kic.formats.cell_text import cell, say
from kic.model import LACKING, GapKind, Lang, Record
from kic.model.wording import NOTHING, SENTENCES_ONLY, TALLY, tallies
from kic.query.question import GROUPINGS
from kic.table import Cell, Missing, Phrase, Several, Table
from kic.table.gaps import gaps_table
from kic.table.grid import grid_table
from kic.table.themes import themes_table
from tests.conftest import MINIMAL, figure, gaps, indicator

LANGUAGES: tuple[Lang, ...] = get_args(Lang)

# ------------------------------------------------------------------------- made datasets

REGIONS = ("nederland", "eiland")
HEAD = MINIMAL + (
    '[themes.ander]\nlabel = { nl = "Ander", en = "Other" }\n'
    '[organisations.raad]\nnl = "Raad"\nen = "Council"\n'
)
KNOWN = {
    "number": 'qualifier = "exact", value = 3',
    "word": 'qualifier = "words", words = { nl = "veel", en = "many" }',
    "direction": 'trend = "up"',
}
MARKED = {  # what a gap of each kind asks of its first figure
    None: tuple(KNOWN.values()),
    "concluded": tuple(KNOWN.values()),
    "unclear": ('reason = "unclear"',),
    "stated": tuple(
        ", ".join([f'registration = "{registration}"', *told])
        for registration in LACKING
        for told in ([], *([known] for known in KNOWN.values()))
    ),
}


class There(NamedTuple):
    """What an indicator has in one region: the kind of its gap, and figures."""

    kind: str | None
    figures: list[str]


@st.composite
def _there(draw: st.DrawFn) -> There:
    kind = draw(st.sampled_from([None, *(k.value for k in GapKind)]))
    first = draw(st.sampled_from(MARKED[kind]))
    return There(kind, [first, *draw(st.lists(st.sampled_from([*KNOWN.values()]), max_size=2))])


@st.composite
def _toml(draw: st.DrawFn) -> str:
    text = HEAD
    for number in range(draw(st.integers(1, 5))):
        there = draw(st.dictionaries(st.sampled_from(REGIONS), _there(), min_size=1))
        figures, lacking = "", []
        for region, (kind, rests) in there.items():
            for year, rest in enumerate(rests, 2015):
                figures += figure(str(year), f'region = "{region}", {rest}')
            if kind:
                lacking.append(f'region = "{region}", kind = "{kind}"')
        bodies = draw(st.lists(st.sampled_from(["loket", "raad"]), unique=True))
        role = 'role = { nl = "telt", en = "counts" }'
        named = ", ".join(f'{{ organisation = "{body}", {role} }}' for body in bodies)
        made = indicator(f"a{number}", figures, f"named = [{named}]\n{gaps(*lacking)}")
        theme = draw(st.sampled_from(["thema", "ander", None]))
        made = made.replace('theme = "thema"', f'theme = "{theme}"' if theme else "")
        text += made.replace("thema/cijfers", f"{theme}/cijfers" if theme else "slot")
    return text


def _load(text: str) -> kic.Dataset:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.toml"
        path.write_text(text, "utf-8")
        return kic.load(path)


# ---------------------------------------------------------------- counted once more, by hand


def _status(records: Iterable[Record]) -> str:
    told = list(records)
    if any(r.value is not None or r.upper is not None for r in told):
        return "with_number"
    return "in_words" if any(r.words or r.trend for r in told) else "neither"


def _indicators(records: Iterable[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for r in records:
        found.setdefault(r.indicator, []).append(r)
    return found


def _statuses(records: Iterable[Record]) -> Counter[str]:
    return Counter(map(_status, _indicators(records).values()))


def _gaps(records: Iterable[Record]) -> dict[tuple[str, str], Record]:
    """The first figure of every gap, of which there is one for an indicator and region."""
    found: dict[tuple[str, str], Record] = {}
    for r in records:
        if r.gap:
            found.setdefault((r.indicator, r.region), r)
    return found


def _numbers(content: Cell, lang: Lang) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", cell(content, Style(lang=lang)))]


def _one_or_more(number: int, lang: Lang) -> str:
    one, more = {"nl": ("lacune", "lacunes"), "en": ("gap", "gaps")}[lang]
    return f"{number} {one if number == 1 else more}"


def _rows(answer: Table, lang: Lang) -> list[list[str]]:
    style = Style(lang=lang)
    return [
        [cell(content, style) for content in line.cells]
        for block in answer.page.blocks
        for line in block.lines
    ]


def _check_themes(dataset: kic.Dataset, lang: Lang) -> None:
    answer = themes_table(dataset, kic.themes(dataset))
    themes = [t.theme for t in kic.themes(dataset).themes]
    counted = {
        theme: [r for r in dataset.records if r.theme == theme] for theme in (*themes, None)
    }
    names = ("with_number", "in_words", "neither")
    for theme, row in zip(themes, _rows(answer, lang), strict=True):
        statuses = _statuses(counted[theme])
        numbers = [statuses.total(), *(statuses[n] for n in names), len(_gaps(counted[theme]))]
        assert row[1:] == [str(n) for n in numbers]
    statuses = _statuses(dataset.records)
    parts, gaps_ = [statuses[n] for n in names], len(_gaps(dataset.records))
    told = [n for n in (*parts, gaps_) if n]
    assert sum(parts) == statuses.total()
    assert _numbers(answer.line, lang) == [statuses.total(), *told]
    said = cell(answer.line, Style(lang=lang))
    assert said.endswith(f"; {_one_or_more(gaps_, lang)}") is bool(gaps_)


def _listed(content: Cell) -> int:
    """How many gaps one line of the list is about."""
    match content:
        case Missing(words=words):
            return _listed(words)
        case Phrase(blanks=blanks):
            return _listed(blanks[-1][1])
        case Several(cells=cells):
            return len(cells)
        case _:
            return 0


def _check_gaps(dataset: kic.Dataset, lang: Lang) -> None:
    found = _gaps(dataset.records)
    kinds = Counter(r.gap.kind for r in found.values() if r.gap)
    counts = [kinds[k] for k in GapKind if kinds[k]]
    for by in GROUPINGS:
        answer = gaps_table(dataset, kic.gaps(dataset, by=by))
        assert cell(answer.line, Style(lang=lang)).startswith(_one_or_more(len(found), lang))
        # Of gaps that are all of one kind the line says so without another number.
        told = counts if len(counts) > 1 else []
        assert _numbers(answer.line, lang) == [len(found), *told]
        listed = [sum(_listed(line.cells[0]) for line in b.lines) for b in answer.page.blocks]
        for block, number in zip(answer.page.blocks, listed, strict=True):
            assert block.title is None or _numbers(block.title, lang)[-1:] == [number]
        if by not in ("named", "registration"):  # where one gap may stand more than once
            assert sum(listed) == len(found)
    everything = gaps_table(dataset, kic.gaps(dataset, all=True)).line
    more = sum(not r.gap and bool(r.words or r.trend) and r.value is None for r in dataset.records)
    told = [*counts, more] if more else counts if len(counts) > 1 else []
    assert _numbers(everything, lang) == [len(found), *told]


def _check_grid(dataset: kic.Dataset, lang: Lang) -> None:
    answer = kic.grid(dataset)
    table = grid_table(dataset, answer)
    line = cell(table.line, Style(lang=lang))
    assert line == _one_or_more(len(_gaps(dataset.records)), lang)
    drawn = [told for row in _rows(table, lang) for told in row[1:]]
    for shown, c in zip(drawn, answer.cells, strict=True):
        here = [r for r in dataset.records if (r.theme, r.region) == (c.theme, c.region)]
        counted = _statuses(here)
        counted.update(
            r.registration.value if r.gap.kind is GapKind.STATED else r.gap.kind.value
            for r in _gaps(here).values()
            if r.gap
        )
        words = [
            f"{counted[code]} {say(tallies(c.by)[code], lang)}" for code in TALLY if counted[code]
        ]
        told = [s for s in dataset.statements if (s.theme, s.region) == (c.theme, c.region)]
        nothing = SENTENCES_ONLY if told else NOTHING
        assert shown == (", ".join(words) or say(nothing, lang))


CHECKS = pytest.mark.parametrize("check", [_check_themes, _check_gaps, _check_grid])
Check = Callable[[kic.Dataset, Lang], None]


@CHECKS
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_counts_of_the_embedded_dataset(
    dataset: kic.Dataset, check: Check, lang: Lang
) -> None:
    """The line that answers, titles of groups and the grid count what is there, once."""
    check(dataset, lang)


@CHECKS
@given(text=_toml(), lang=st.sampled_from(LANGUAGES))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_the_counts_of_any_dataset(check: Check, text: str, lang: Lang) -> None:
    """Whatever has a number, a word, a direction or a gap, of whatever kind and where."""
    check(_load(text), lang)

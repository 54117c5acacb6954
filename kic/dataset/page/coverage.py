"""A dataset held against the text of the page it was typed from.

Every phrase stands where its locator says, the number in it is the one that is recorded and
as exact, and every bullet, numeral and number word is accounted for.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kic.dataset.editions import Merged
from kic.dataset.page.comparison import number_problems, word_problems
from kic.dataset.page.exactness import readings
from kic.dataset.page.found import Missed, Places, Quotation, near
from kic.dataset.page.headed import HeadedRegions
from kic.dataset.page.language import Language, language
from kic.dataset.page.periods import period_problems
from kic.dataset.page.places import Page, Place, take_apart
from kic.dataset.page.units import units_by_name
from kic.dataset.united import Placed, United
from kic.model import File, Layout, Record
from kic.model.errors import At, Problem, UsageError, excerpt


class ByHand(NamedTuple):
    """A figure that a person read: where it stands in the file, the printed words, and why."""

    where: str
    as_printed: str
    why: str


class Coverage(NamedTuple):
    """How much of a page the records account for.

    ``cells_missed`` are those with a sign or a word in the place of a number.
    ``missed`` are the numbers at places that no record claims, ``outside`` those at none, each
    with some words around it.  ``others`` are dates, ages and references, which are no
    figures by their form.  ``lines`` are those with text, ``lines_read`` those in some place.
    """

    path: Path
    bullets: int
    bullets_missed: tuple[Missed, ...]
    cells_missed: tuple[Missed, ...]
    claimed: int
    set_aside: int
    others: tuple[Missed, ...]
    missed: tuple[Missed, ...]
    outside: tuple[Missed, ...]
    lines: int
    lines_read: int
    read_by_hand: tuple[ByHand, ...]


def coverage(united: United, path: Path, text: str) -> tuple[list[Problem], Coverage]:
    """How the last file of a dataset agrees with the text of the page of its source.

    Gives what it says unlike that page, and how much of the page it accounts for; ``path`` is
    where the page is.  Raises UsageError where the source has no layout, and
    MissingExtraError without the readers of numbers.
    """
    file, merged = united.file, united.merged
    head = united.heads[-1]
    layout = file.sources[head.source].layout
    if layout is None:
        raise UsageError(f"the source '{head.source}' has no 'layout' to find its places by.")
    lang = language(layout.lang)
    page = take_apart(text, layout, lang)
    places = Places(page, lang)
    problems = list(_absent(page, text, ("sources", head.source, "layout"), layout))
    by_hand: list[ByHand] = []
    regions, units = HeadedRegions(file, places), units_by_name(file.units, layout.lang)
    own = united.typed_from(head.source)
    for record, at in own:
        figure = file.indicators[record.indicator].figures[int(at[-1])]
        problems += places.attach(_of_record(record, at))
        of_number = number_problems(record, figure, at, places, units, regions)
        problems += (_of_figure(problem, at, merged) for problem in of_number)
        problems += word_problems(record, at, places)
        problems += period_problems(record, figure, at, places)
        problems += regions.problems(record, figure, at)
        if figure.read_by_hand:
            where = merged.located([Problem(at, "")])[0].where
            by_hand.append(ByHand(where, record.as_printed or "", figure.read_by_hand))
    problems += places.attach(_of_gaps(united, own, places))
    last = len(merged.editions) - 1
    problems += places.attach(q for q in _of_lists(file) if merged.origin(q.at)[0] == last)
    bullets = [found for found in places.all if found.place.kind == "bullet"]
    return merged.located(problems), Coverage(
        path=path,
        bullets=len(bullets),
        bullets_missed=tuple(found.missed for found in bullets if not found.is_claimed),
        cells_missed=tuple(found.missed for found in places.all if found.is_missed_cell),
        claimed=sum(len(found.claimed) for found in places.all),
        set_aside=sum(len(found.set_aside - found.claimed) for found in places.all),
        others=tuple(other for found in places.all for other in found.unclaimed(figures=False)),
        missed=tuple(missed for found in places.all for missed in found.unclaimed(figures=True)),
        outside=tuple(_outside(page, lang)),
        lines=page.lines,
        lines_read=page.lines - len(page.outside),
        read_by_hand=tuple(by_hand),
    )


# ------------------------------------------------------------------- the places of a page


def _absent(page: Page, text: str, at: At, layout: Layout) -> Iterator[Problem]:
    """What the layout names and the page lacks, with the nearest line of the page."""
    from difflib import get_close_matches  # needed for an error only

    lines = {line.strip(): number for number, line in enumerate(text.splitlines(), 1)}
    for keys, words in page.absent:
        begun = {line[: len(words)]: number for line, number in lines.items()}
        near = get_close_matches(words, begun, cutoff=0.5)
        nearest = f"; line {begun[near[0]]} has {excerpt(near[0])}" if near else ""
        yield Problem((*at, *keys), f"the page has no line {excerpt(words)}{nearest}")


def _outside(page: Page, lang: Language) -> Iterator[Missed]:
    """The numbers that stand in no declared place."""
    for line, text in (*page.headings, *page.outside):
        for reading in readings(text, lang):
            if reading.is_figure:
                yield near(Place("", line, text, "text", ()), reading)


# ---------------------------------------------------------------- what a file says of it


def _of_figure(problem: Problem, at: At, merged: Merged) -> Problem:
    """A problem of a figure, told there where it is one of what an earlier edition defines."""
    is_own = merged.origin(problem.at)[0] == merged.origin(at)[0]
    return problem if is_own else problem._replace(at=(*at, *problem.at[2:]))


def _of_record(record: Record, at: At) -> list[Quotation]:
    """Every place of a record with its words there."""
    at = (*at, "as_printed")
    own = (record.as_printed, record.trend_as_printed)
    quoted = [(record.locator, words) for words in own]
    quoted += [(mention.locator, mention.as_printed) for mention in record.repeated]
    return [Quotation(at, locator, words or "") for locator, words in quoted if locator]


def _of_gaps(united: United, placed: Iterable[Placed], places: Places) -> Iterator[Quotation]:
    """What is quoted of each gap, at the first place of its figures that has it, or at any."""
    gaps = {
        (id_, united.edition(("indicators", id_, "gaps", n)), gap): n
        for id_, indicator in united.file.indicators.items()
        for n, gap in enumerate(indicator.gaps)
    }
    quoted: dict[At, Quotation] = {}
    for record, at in placed:
        gap = record.gap
        if gap is None or not gap.as_printed:
            continue
        n = gaps[record.indicator, united.edition(at), gap]
        key = (*at[:2], "gaps", n, "as_printed")
        for locator in (record.locator, *(mention.locator for mention in record.repeated)):
            is_better = locator and places.has(locator, gap.as_printed)
            if locator and (key not in quoted or is_better):
                quoted[key] = Quotation(key, locator, gap.as_printed)
    yield from quoted.values()


def _of_lists(file: File) -> list[Quotation]:
    """The places of all statements, and the numerals that are no figures."""
    statements = [
        Quotation(("statements", number, "locator"), statement.locator, "")
        for number, statement in enumerate(file.statements)
    ]
    numerals = [
        Quotation(("not_figures", number), part.locator, part.as_printed or "", aside=True)
        for number, part in enumerate(file.not_figures)
    ]
    return statements + numerals

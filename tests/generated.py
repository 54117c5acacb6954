"""A dataset with every feature, put together at random: always the same of the same number."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.conftest import saved

HEAD = """
[dataset]
id = "gemaakt{edition}"
version = "1.{edition}.0"
source = "rapport{edition}"
license = "CC0-1.0"
title = {{ nl = "Gemaakt {edition}", en = "Made up {edition}" }}
region = "land"
{builds_on}

[sources.rapport{edition}]
publisher = "Bureau"
title = "Rapport {edition}"
"""
SHARED = """
[sources.telling]
publisher = "Telling"
title = "Telling"
url = "https://example.org/telling"

[organisations]
loket = { nl = "Loket", en = "Desk" }
raad = { nl = "Raad", en = "Council" }

[regions.land]
label = { nl = "Land", en = "Country" }
code = "NL"

[regions.noord]
label = { nl = "Noord", en = "North" }
part_of = "land"
aliases = ["boven"]

[regions.zuid]
label = { nl = "Zuid", en = "South" }
part_of = "land"

[regions.eiland]
label = { nl = "Eiland", en = "Island" }
part_of = "zuid"
note = { nl = "Ver.", en = "Far." }

[units]
kinderen = { label = { nl = "kinderen", en = "children" }, kind = "count" }
gezinnen = { label = { nl = "gezinnen", en = "families" }, kind = "count" }
dagen = { label = { nl = "dagen", en = "days" }, kind = "duration" }
procent = { label = { nl = "procent", en = "per cent" }, kind = "share" }
promille = { label = { nl = "per 1.000", en = "per 1,000" }, kind = "rate", per = 1000 }
euro = { label = { nl = "euro", en = "euros" }, kind = "money", currency = "EUR" }
"""
THEMES = ("hulp", "geld", "school", "stil")
REGIONS = ("land", "noord", "zuid", "eiland")
UNITS = ("kinderen", "kinderen", "kinderen", "gezinnen", "dagen", "procent", "promille", "euro")
SIGNED = ("promille", "euro")
MEASURES = ("share", "in_period", "target", "ever_in_period", "mean", "mean", "unspecified")
YEARS = tuple(map(str, range(2015, 2021)))
PERIODS = (
    *(*YEARS, *YEARS, "2019-S1", "2019-S2", "2020-Q1", "2020-Q2", "2020-Q4", "2020-08"),
    *("2020-09", "2020-12-31", "2019-12-31", "2018/2019 school", "2019/2020 school"),
    *("2016/2017 total", "2018/2019 total", "2014/2018", "unknown"),
)
WORDS = ("wachttijd", "opvang", "pleegzorg", "armoede", "verblijf", "gezin", "schuld", "zorg")
NUMBERS = {  # by qualifier; v is a number, and w one above it
    "exact": "value = {v}",
    "at_least": "value = {v}",
    "more_than": "above = {v}",
    "at_most": "upper = {v}",
    "less_than": "below = {w}",
    "almost": "value = {w}",
    "range": "lower = {v}, upper = {w}",
    "rounded": "value = {tens}, rounded_to = 10",
    "about": "value = {v}",
    "estimate": "value = {v}",
}
SAID = (  # what may be said of a figure with a number beside it
    *('status = "B"', 'status = "B", inferred = ["status"]', 'status = "V"', 'status = "P"'),
    *('status = "P", breaks = true', 'status = "V", breaks = true, inferred = ["breaks"]'),
    *('source = "telling"', 'measure = "end_of_period"', 'registered_by = "raad"'),
    'measure = "mean", inferred = ["measure"]',
    'caution = { nl = "Let op.", en = "Mind." }, caution_source = "telling"',
    'note = { nl = "Noot.", en = "Note." }, note_source = "telling"',
    'correction = { source = "telling", reason = { nl = "Fout.", en = "Wrong." } }',
    'named = [{ organisation = "loket", role = { nl = "telt", en = "counts" } }]',
)
LACKING = ("not_national", "incomplete", "unavailable")


def generated(folder: Path, seed: int, indicators: int = 32) -> Path:
    """The folder, with the two files of a dataset in it."""
    folder.mkdir(exist_ok=True)
    random = Random(seed)  # noqa: S311
    first, later = [HEAD.format(edition=1, builds_on=""), SHARED], []
    first += [
        f'[themes.{id_}]\nlabel = {{ nl = "{id_.title()}", en = "{id_.title()} (en)" }}\n'
        f'aliases = ["over {id_}"]'
        for id_ in THEMES
    ]
    first += _whole()
    later.append(HEAD.format(edition=2, builds_on='builds_on = "gemaakt1"'))
    for n in range(indicators):
        once = _Made(random, n)
        first += once.lines()
        later += once.revision()
    later += _Made(random, indicators).lines()
    first += _statements(random)
    saved(folder / "1.toml", "\n".join(first))
    saved(folder / "2.toml", "\n".join(later))
    return folder


def _whole() -> Iterator[str]:
    """All children, of whom others are a part, and by whom others are divided."""
    yield "[indicators.alle]"
    yield 'label = { nl = "Alle kinderen", en = "All children" }\nunit = "kinderen"'
    yield 'ages = "0-17"\ndenominator_for = ["kinderen"]\nfigures = ['
    for n, region in enumerate(REGIONS):
        for m, year in enumerate(YEARS):
            size = f'region = "{region}", value = {10_000 * (n + 1) + m}'
            yield f'  {{ period = "{year}", qualifier = "exact", {size}, as_printed = "x" }},'
    yield "]"


def _statements(random: Random) -> Iterator[str]:
    for n in range(12):
        theme, region, year = (random.choice(some) for some in (THEMES, REGIONS, YEARS))
        kind = ("concern", "development", "event", "finding")[n % 4]
        yield f'[[statements]]\nregion = "{region}"\nkind = "{kind}"'
        yield f'locator = "{theme}/zorgen/{n + 1}"' if n % 5 else f'locator = "slot/{n + 1}"'
        yield f'theme = "{theme}"' if n % 5 else ""
        yield f'date = "{year}-08-01"' if kind == "event" else f'period = "{year}"'
        yield "about_data = true" if n % 3 == 0 else ""
        yield f'summary = {{ nl = "Gezegd {n}.", en = "Said {n}." }}'
    yield '[[not_figures]]\nlocator = "slot/2"\nreason = { nl = "jaar", en = "year" }'


class _Made:
    """An indicator made up at random, and what a later file says of it."""

    def __init__(self, random: Random, n: int) -> None:
        self._random, self._n = random, n
        self._theme = random.choice((*THEMES[:3], None))
        self._unit = UNITS[n % len(UNITS)]
        self._gaps = {
            region: random.choice((None, None, "stated", "unclear", "concluded"))
            for region in random.sample(REGIONS, random.randint(1, 3))
        }
        self._cells = {
            region: sorted({*random.sample(PERIODS, random.randint(2, 7))})
            for region in self._gaps
        }

    def lines(self) -> Iterator[str]:
        """What its first file says."""
        n, random = self._n, self._random
        first, second = random.sample(WORDS, 2)
        yield f"[indicators.gemaakt_{n}]"
        yield f'label = {{ nl = "{first} bij {second} {n}", en = "{second} {n} of {first}" }}'
        yield f'aliases = ["{first} {n}"]\nunit = "{self._unit}"'
        yield f'theme = "{self._theme}"' if self._theme else ""
        yield from dict.fromkeys(random.sample(self._more(), 3))
        yield f'measure = "{MEASURES[n % len(MEASURES)]}"' if n % 2 else ""
        yield 'breakdown = "delen"' if self._unit == "procent" and n < len(UNITS) else ""
        yield "gaps = ["
        for region, kind in self._gaps.items():
            if kind:
                missing = f'missing = {{ nl = "wie {n}", en = "who {n}" }}'
                quoted = f'as_printed = "onbekend {n}", since = {{ nl = "lang", en = "long" }}, '
                told = "" if kind == "concluded" else quoted
                yield f'  {{ region = "{region}", kind = "{kind}", {told}{missing} }},'
        yield "]\nfigures = ["
        for region, periods in self._cells.items():
            kind = self._gaps[region]
            for m, period in enumerate(periods):
                yield self._figure(region, period, kind if m == 0 or random.random() < 0.2 else "")
        yield "]"

    def revision(self) -> Iterator[str]:
        """What a later file says of some of its figures, and of a later year."""
        regions = [region for region, kind in self._gaps.items() if not kind]
        if not regions or self._random.random() < 0.5:
            return
        region = self._random.choice(regions)
        yield f"[indicators.gemaakt_{self._n}]\nfigures = ["
        for period in (self._random.choice(self._cells[region]), "2021"):
            yield self._figure(region, period, "")
        yield "]"

    def _more(self) -> list[str]:
        """What may be said of an indicator; a part has the unit of its whole."""
        said = [
            'ages = "0-17"' if self._n % 2 else 'ages = "12-17"',
            'registration = "national"\nregistered_by = "loket"',
            'population = { nl = "wie komt", en = "those who come" }',
            'no_rate = { nl = "Geen deel.", en = "No part." }',
            'caution = { nl = "Ruw.", en = "Rough." }',
            'note = { nl = "Zie daar.", en = "See there." }',
            'related_to = ["alle"]\nshort = { nl = "kort", en = "short" }',
        ]
        if self._unit == "kinderen":
            said += ['subset_of = "alle"'] * 2
        if self._n >= len(UNITS):
            said.append(f'target_of = "gemaakt_{self._n - len(UNITS)}"')
        return said

    def _figure(self, region: str, period: str, gap: str | None) -> str:
        """A figure that has a gap of a kind, or anything else."""
        random = self._random
        marks = {
            "stated": f'registration = "{random.choice(LACKING)}"',
            "unclear": 'reason = "unclear"',
        }
        said = [f'period = "{period}"', f'region = "{region}"']
        if self._theme:
            said.append(f'locator = "{self._theme}/cijfers/{self._n + 1}"')
        if gap in marks:
            said.append(marks[gap])
        if gap != "unclear" and not (gap == "stated" and random.random() < 0.5):
            said.append(self._number())
        return f"  {{ {', '.join(said)} }},"

    def _number(self) -> str:
        """A number with any qualifier, a word, a direction, or a reason why there is none."""
        random = self._random
        other = random.random()
        if other < 0.06:
            return 'qualifier = "words", words = { nl = "veel", en = "many" }, as_printed = "veel"'
        if other < 0.12:
            trend = random.choice(("up", "down", "stable", "not_up", "not_down"))
            return f'trend = "{trend}", as_printed = "anders", trend_as_printed = "anders"'
        if other < 0.16:
            return random.choice(('reason = "not_stated"', 'status = "Q", as_printed = "x"'))
        qualifier = random.choice((*NUMBERS, *["exact"] * 8))
        low = -60 if self._unit in SIGNED else 0
        v = random.randint(low, 60)
        number = NUMBERS[qualifier].format(v=v, w=v + 5, tens=10 * (v // 10))
        said = [f'qualifier = "{qualifier}", {number}, as_printed = "{v}"']
        if qualifier == "less_than" and other < 0.5:
            said.append('status = "Q"')
        elif other > 0.6:
            said.append(random.choice(SAID))
        return ", ".join(said)

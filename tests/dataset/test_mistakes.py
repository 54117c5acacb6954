"""What one mistake makes the checks say: its cause, once, with the places where it was made."""

import json
from pathlib import Path

import pytest

from kic.dataset.validation import as_data, as_lines, validate
from tests.cases import each
from tests.conftest import MINIMAL, exact, figure, indicator, saved

FIGURES = "".join(exact(str(year), year) for year in range(2000, 2012))


def _told(path: Path, text: str) -> list[str]:
    """What is said of a file, without the file and the count at the end."""
    lines = as_lines(validate([saved(path / "x.toml", text)]))[:-1]
    return [line.removeprefix(f"{path}/x.toml:") for line in lines]


@each(
    ("before", "after", "told"),
    [
        ("[sources.bron]", "[source.bron]", "source: unknown key; did you mean 'sources'?"),
        ("[themes.thema]", "[themes.Thema]", "themes.Thema: an id is lower-case letters"),
        ("publisher", "publischer", "sources.bron.publischer: unknown key; did you mean"),
        ('period = "2000"', 'periode = "2000"', "indicators.a, figure 1 (?): periode: unknown"),
        ('kind = "count"', 'kind = "aantal"', "units.kinderen.kind: must be 'count'"),
        ("[organisations]", "[organisation]", "organisation: unknown key; did you mean"),
        ("figures = [", "figure = [", "indicators.a.figure: unknown key; did you mean 'figures'"),
        (
            'label = { nl = "Over a"',
            'omschrijving = { nl = "Over a"',
            "indicators.a.omschrijving: unk",
        ),
    ],
)
def test_what_only_follows_from_a_mistake_is_not_told(
    tmp_path: Path, before: str, after: str, told: str
) -> None:
    """One line, though what is misspelt is missing, and what it defines is used elsewhere."""
    text = MINIMAL + indicator("a", FIGURES, 'registered_by = "loket"')
    assert before in text
    lines = _told(tmp_path, text.replace(before, after))
    [line] = [line for line in lines if "unknown key 'x'" not in line]
    assert line.partition(": ")[2].startswith(told)


def test_a_mistake_made_again_and_again_is_told_once(tmp_path: Path) -> None:
    """With how often, and the first lines of the others; the data has the places of them all."""
    quoted = "".join(exact(str(year), f'"{year}"') for year in range(2000, 2012))
    path = saved(tmp_path / "x.toml", MINIMAL + indicator("a", quoted))
    reports = validate([path])
    [line, count] = as_lines(reports)
    assert line == (
        f"{path}:36:96: indicators.a, figure 1 (2000): value: a number stands without quotation "
        "marks: write 2000 (found '2000') (and 11 more like it: lines 37, 38, 39 ...)"
    )
    assert count == "1 problem, 0 warnings in 1 file"
    [problem] = json.loads(json.dumps(as_data(reports)))["files"][0]["problems"]
    assert [other["line"] for other in problem["others"]] == list(range(37, 48))
    assert problem["others"][10]["at"] == ["indicators", "a", "figures", 11, "value"]


def test_what_is_missing_and_used_under_several_keys_is_one_mistake(tmp_path: Path) -> None:
    """A source that is not there, whoever names it."""
    named = 'source = "brom", qualifier = "exact", value = 1'
    figures = exact("1999", 1) + "".join(figure(str(y), named) for y in range(2000, 2003))
    text = MINIMAL + indicator("a", figures, 'note = { nl = "x", en = "x" }\nnote_source = "brom"')
    [line] = _told(tmp_path, text)
    assert "unknown source 'brom'; did you mean 'bron'? (and 3 more like it: lines " in line


def test_two_mistakes_of_one_kind_under_two_keys_are_two(tmp_path: Path) -> None:
    """They are found at different places, and mended one by one."""
    text = MINIMAL.replace('"Uitgever"', "1").replace('"Titel"', "2") + indicator("a", FIGURES)
    assert len(_told(tmp_path, text)) == 2


def test_two_mistakes_under_one_key_are_two(tmp_path: Path) -> None:
    """What is wrong with each is another thing."""
    share = indicator("b", exact("2020", 101)).replace('"kinderen"', '"procent"')
    first, second = _told(tmp_path, MINIMAL + indicator("a", exact("2020", -1)) + share)
    assert "value: a count is not below 0 (found -1)" in first
    assert "value: a share lies within 0 and 100 (found 101)" in second


def test_warnings_are_told_once_too(tmp_path: Path) -> None:
    """All figures without a locator are one line."""
    text = MINIMAL + indicator("a", FIGURES).replace(' locator = "thema/cijfers/1",', "")
    lines = [line for line in _told(tmp_path, text) if "locator" in line]
    assert len(lines) == 1
    assert lines[0].endswith("(and 11 more like it: lines 37, 38, 39 ...)")


@pytest.mark.needs("text_to_num")
@pytest.mark.needs("babel")
@each(
    ("value", "printed", "told"),
    [
        ("289", "298 dagen in 2020", "'298 dagen in 2020' has 298 (found 289)"),
        ("289", "van 200 naar 298 dagen", "has 200 to 298 (found 289)"),
        ("289", "in 2020 289 dagen", ""),
        ("289", "van 200 naar 289 dagen", ""),
        ("12000", "12", ""),  # in a table of thousands
        ("298", "tweehonderdachtennegentig", ""),
        ("5.5", "5½ procent", ""),  # not understood, and asked where there is a page
        ("2019", "2019", ""),
        ("289", "alle dagen", ""),
        ("5.5", "5½ van 10 procent", ""),
        ('2080, correction = { source = "bron", reason = { nl = "x", en = "y" } }', "080", ""),
        ("44", "vier op de negen kinderen", ""),
        ("12.5", "1 op de 8 kinderen", ""),
        ("13", "1 op de 8 kinderen", "'1 op de 8 kinderen' has 12.5 (found 13)"),
        ("46", "vier op de negen kinderen", "' has 44.4 (found 46)"),
    ],
)
def test_a_number_that_its_own_words_do_not_hold_is_a_warning(
    tmp_path: Path, value: str, printed: str, told: str
) -> None:
    """Digits that changed places are seen without the page; what is not read is no warning."""
    figures = exact("2020", value).replace('"x"', f'"{printed}"')
    lines = _told(tmp_path, MINIMAL + indicator("a", figures))
    found = [line for line in lines if "value: '" in line]
    assert len(found) == bool(told)
    assert not told or found[0].endswith(told)


@pytest.mark.needs("text_to_num")
@pytest.mark.needs("babel")
@each(
    ("given", "printed", "told"),
    [
        ('"exact", value = 2080', "ten minste 2.080", "at_least 2080 (found exact 2080)"),
        ('"at_most", upper = 2080', "ten minste 2.080", "at_least 2080 (found at_most 2080)"),
        ('"at_least", value = 40', "hoogstens 40", "at_most 40 (found at_least 40)"),
        ('"exact", value = 10', "10 tot 15", "range 10 to 15 (found exact 10)"),
        ('"exact", value = 1300', "circa 1.300", "about 1300 (found exact 1300)"),
        ('"at_least", value = 2080', "ten minste 2.080", ""),
        ('"exact", value = 2080', "2.080", ""),
        ('"at_least", value = 300', "meer dan 300", ""),  # no other side
        ('"estimate", value = 300', "ten minste 300", ""),  # one of two words, the other a caution
        ('"exact", value = 5', "5 van ten minste 10", ""),
        ('"at_most", upper = 2080, read_by_hand = "x"', "ten minste 2.080", ""),
        ('"at_most", upper = -7', "een verlies van ten minste 7", ""),
    ],
)
def test_a_qualifier_that_its_own_words_deny_is_a_warning(
    tmp_path: Path, given: str, printed: str, told: str
) -> None:
    """Only where they are understood, and by nobody else's look at the page."""
    figures = figure("2020", f"qualifier = {given}").replace('"x", q', f'"{printed}", q')
    money = 'euro = { label = { nl = "euro", en = "euros" }, kind = "money", currency = "EUR" }'
    text = (MINIMAL + money + indicator("a", figures)).replace(
        'unit = "kinderen"', 'unit = "euro"'
    )
    found = [line for line in _told(tmp_path, text) if "reads as" in line]
    assert len(found) == bool(told)
    assert not told or found[0].endswith(f"qualifier: '{printed}' reads as {told}")


@pytest.mark.needs("text_to_num")
@pytest.mark.needs("babel")
@pytest.mark.parametrize(
    ("given", "printed", "told"),
    [
        ('"exact", value = 48', "48 kinderen", True),
        ('"exact", value = 49', "48 kinderen", False),
        ('"at_least", value = 48', "48 kinderen", False),  # that is what it corrects
        ('"exact", value = 48', "van 48 naar 49", False),
        ('"exact", value = 48', "veel kinderen", False),
    ],
)
def test_a_correction_that_corrects_nothing_is_a_warning(
    tmp_path: Path, given: str, printed: str, told: bool
) -> None:
    """Its number is the printed one, as exactly: one of the two is a slip."""
    reason = 'correction = { source = "bron", reason = { nl = "x", en = "y" } }'
    figures = figure("2020", f"qualifier = {given}, {reason}").replace('"x", q', f'"{printed}", q')
    found = [ln for ln in _told(tmp_path, MINIMAL + indicator("a", figures)) if "corrects" in ln]
    message = f"correction: '{printed}' has the same number, which corrects nothing"
    assert [line.endswith(message) for line in found] == [True] * told


def test_counts_with_a_point_of_thousands_are_one_warning(tmp_path: Path) -> None:
    """Each would be another number; what to write is told of the first."""
    figures = "".join(exact(str(year), f"{year - 1990}.080") for year in range(2000, 2004))
    [line] = [ln for ln in _told(tmp_path, MINIMAL + indicator("a", figures)) if "decimals" in ln]
    assert line.endswith(
        "value: a count with decimals; write 10080 if the point separates thousands (found 10.08) "
        "(and 3 more like it: lines 37, 38, 39)"
    )

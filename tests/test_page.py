"""The dataset against a second, independent reading of the page, both ways."""

import re
import tomllib
from collections import Counter

import tomli

import kic
from kic.model import PeriodBasis, Record
from tests import page
from tests.conftest import ROOT

# Two gaps that the second reading did not count, and why the dataset does.
MARKED_BY_DEFINITION = {
    # An NGO's caseload: it has a number, but nobody registers it across the country.
    ("armoede/cijfers/1", "helpdesk_dakloosheid"),
    # The same sentence as the registered victims: of these girls there is an estimate only.
    ("uitbuiting/zorgen/1", "seksuele_uitbuiting_meisjes"),
}


def _printed(record: Record) -> list[tuple[str | None, str | None]]:
    """Every place with the words in which the page gives a figure."""
    return [
        (record.locator, record.as_printed),
        *((m.locator, m.as_printed) for m in record.repeated),
    ]


def _key(record: Record, locator: str | None) -> tuple[object, ...]:
    period = record.period.text if record.period.known else None
    return locator, record.value, record.qualifier, record.region, period


def test_every_number_of_the_page_is_there_and_no_other(dataset: kic.Dataset) -> None:
    """Value, qualifier, region, period and place of all numbers agree with the page."""
    typed = Counter(
        _key(r, place)
        for r in dataset.records
        if r.interval.known
        for place, words in _printed(r)
        # a second mention may tell the direction only; a number is what is compared here
        if words and (re.search(r"\d", words) or place == r.locator or words == "nooit")
    )
    read = Counter(p.key for p in page.NUMBERS)
    assert typed == read


def test_the_words_of_every_number_are_those_of_the_page(dataset: kic.Dataset) -> None:
    """The phrase that holds a number is the one the second reader found there."""
    unlike = []
    for number in page.NUMBERS:
        found = [
            words
            for r in dataset.records
            for place, words in _printed(r)
            if words and _key(r, place) == number.key
        ]
        alike = [w for w in found if w in number.printed or number.printed in w]
        if not alike:
            unlike.append((number, found))
    assert unlike == []


def test_a_period_is_marked_as_printed_or_inferred_as_the_page_has_it(
    dataset: kic.Dataset,
) -> None:
    """No year is shown as certain that is not in the sentence with its number."""
    typed = {
        _key(r, r.locator): r.period_basis is PeriodBasis.PRINTED
        for r in dataset.records
        if r.interval.known and r.period.known
    }
    read = {p.key: p.period_printed for p in page.NUMBERS if p.period and p.printed != "nooit"}
    assert typed == read


def test_every_gap_of_the_page_is_there_and_no_other(dataset: kic.Dataset) -> None:
    """What the page says is not registered, where, and how strongly it says so."""
    gaps = {(r.indicator, r.region): r for r in reversed(dataset.records) if r.is_gap}
    typed = Counter(
        (r.locator, r.gap.strength.nl if r.gap and r.gap.strength else None, r.region)
        for r in gaps.values()
        if (r.locator, r.indicator) not in MARKED_BY_DEFINITION
    )
    assert typed == Counter((g.locator, g.strength, g.region) for g in page.GAPS)


def test_the_gaps_beyond_the_second_reading_are_the_two_explained(dataset: kic.Dataset) -> None:
    """An exception that no longer exists is taken off the list."""
    gaps = {(r.locator, r.indicator) for r in dataset.records if r.is_gap}
    assert gaps >= MARKED_BY_DEFINITION
    assert len({(r.indicator, r.region) for r in dataset.records if r.is_gap}) == 18


def test_what_the_page_gives_in_words_only_has_no_number(dataset: kic.Dataset) -> None:
    """The rows without a number because the page has only words or a direction."""
    typed = Counter(
        (r.locator, r.region) for r in dataset.records if r.reason and r.reason == "not_stated"
    )
    assert typed == Counter((n.locator, n.region) for n in page.NOT_STATED)


def test_every_printed_direction_is_kept(dataset: kic.Dataset) -> None:
    """Up, down, stable and "not down" stand where the page prints them."""
    typed = Counter((r.locator, str(r.trend)) for r in dataset.records if r.trend)
    for r in dataset.records:
        typed.update((m.locator, str(r.trend)) for m in r.repeated if m.as_printed == "gedaald")
    assert typed == Counter((t.locator, t.direction) for t in page.TRENDS)


def test_all_bullets_and_the_closing_paragraph_are_accounted_for(dataset: kic.Dataset) -> None:
    """Each of the 55 bullets has a figure, a gap or a statement, and no other place is named."""
    bullets = {
        f"{theme}/{list_}/{n}"
        for (theme, list_), count in page.BULLETS.items()
        for n in range(1, count + 1)
    }
    assert len(bullets) == 55
    places = {r.locator for r in dataset.records} | {s.locator for s in dataset.statements}
    places |= {m.locator for r in dataset.records for m in r.repeated}
    assert places == bullets | {"slot/1"}


def test_events_have_their_dates(dataset: kic.Dataset) -> None:
    """The two events of the page, with the date that it prints."""
    typed = {(s.locator, str(s.date)) for s in dataset.statements if s.kind == "event"}
    assert typed == set(page.EVENTS)


def _claims(dataset: kic.Dataset, locator: str) -> list[str]:
    """The phrases and years that records claim at a place."""
    found: list[str] = []
    for r in dataset.records:
        for place, words in _printed(r):
            if place == locator:
                found += [words or "", r.period.text.replace("/", " - ")]
                found += [r.gap.strength.nl] if r.gap and r.gap.strength else []
                found += ["eerste kwartaal van 2021"] if r.period.text == "2021-Q1" else []
    for s in dataset.statements:
        if s.locator == locator:
            found += [p.text[:4] for p in (s.date, s.period) if p]
    found += [n.as_printed for n in dataset.not_figures if n.locator == locator]
    return [phrase for phrase in found if phrase]


def test_every_numeral_is_claimed_or_set_aside_with_a_reason(dataset: kic.Dataset) -> None:
    """No numeral or number word of the page has been overlooked."""
    missed = [
        (locator, words)
        for locator, words in page.NUMERALS
        if not any(c in words or words in c for c in _claims(dataset, locator))
    ]
    assert missed == []


def test_what_is_set_aside_stands_on_the_page(dataset: kic.Dataset) -> None:
    """No reason is given for a numeral that is not there."""
    unread = [
        (n.locator, n.as_printed)
        for n in dataset.not_figures
        if not any(
            place == n.locator and (n.as_printed in words or words in n.as_printed)
            for place, words in page.NUMERALS
        )
    ]
    assert unread == []


def test_the_corrected_number_keeps_what_is_printed(dataset: kic.Dataset) -> None:
    """The page prints "080"; the dataset says 2080, why, and on whose authority."""
    [corrected] = [r for r in dataset.records if r.correction]
    assert (corrected.indicator, corrected.as_printed, corrected.value) == (
        "gesloten_jeugdzorg",
        "080",
        2080,
    )
    assert corrected.correction is not None
    assert corrected.correction.source != corrected.source


def test_traps_of_the_page(dataset: kic.Dataset) -> None:
    """The records on which a hasty reader would go wrong say what they must."""
    by_id = {(r.indicator, r.region, r.period.text): r for r in dataset.records}
    assert by_id["ondertoezichtstelling", "nederland", "2020"].measure == "ever_in_period"
    assert by_id["ondertoezichtstelling", "caribisch", "2020"].measure == "end_of_period"
    assert by_id["pleegzorg", "caribisch", "2020"].measure == "end_of_period"
    assert by_id["gesloten_plaatsingen", "nederland", "2020"].unit == "plaatsingen"
    assert by_id["inverzekering_onder_12", "nederland", "2020"].status == "V"
    assert by_id["kinderarmoede", "nederland", "unknown"].status == "B"
    assert by_id["seksuele_uitbuiting_meisjes", "nederland", "unknown"].status == "E"
    assert by_id["deskundigenrapport", "nederland", "2020"].value == 0
    assert by_id["deskundigenrapport", "nederland", "2020"].reason is None
    assert by_id["helpdesk_dakloosheid", "nederland", "2021-Q1"].unit == "gezinnen"
    assert dataset.indicators["arrestantencel_onder_12"].subset_of is None
    assert dataset.indicators["aangehouden_onder_12"].subset_of == "minderjarigen_aangehouden"
    assert dataset.indicators["servicecentrum_gepland"].target_of == "servicecentrum_gerealiseerd"
    for name in ("residentiele_jeugdhulp", "pleegzorg", "gezinsgerichte_zorg"):
        assert dataset.indicators[name].subset_of is None


def test_only_bodies_that_the_page_names_register(dataset: kic.Dataset) -> None:
    """Nobody is guessed to keep a number."""
    named = {
        "cbs",
        "comensha",
        "ind",
        "kinderrechtenhelpdesk",
        "politie",
        "raad_kinderbescherming",
        "veilig_thuis",
    }
    assert {r.registered_by for r in dataset.records} - {None} <= named


def test_the_file_is_toml_1_0() -> None:
    """The standard library, which knows TOML 1.0 only, reads the same as tomli."""
    text = (ROOT / "data" / "figures.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text) == tomli.loads(text)


def test_every_text_is_there_in_two_languages_and_differs(dataset: kic.Dataset) -> None:
    """No note or summary was left untranslated; names may be the same in both."""
    texts = [s.summary for s in dataset.statements]
    texts += [note for r in dataset.records for note in r.notes]
    texts += [r.gap.missing for r in dataset.records if r.gap]
    assert [t.nl for t in texts if t.nl == t.en] == []


def test_an_id_can_be_guessed(dataset: kic.Dataset) -> None:
    """The words people use lead to an indicator or a theme."""
    for word in ("nareis", "ots", "amv", "jeugd-ggz", "veilig thuis", "dakloos", "Asiel"):
        answer = kic.show(dataset, word)
        assert answer.records, word

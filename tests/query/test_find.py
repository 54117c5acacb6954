"""Searching by words."""

from pathlib import Path

import pytest

import kic
from kic.model import Lang
from kic.model.fields import FIELDS
from kic.model.wording import FOUND_IN
from kic.query.find import WEIGHT
from tests.cases import each
from tests.conftest import MINIMAL, Write, exact, figure, gaps, indicator, saved, sequel


@each(
    ("words", "first", "among"),
    [
        ("wachttijd", None, {"gezinshereniging_wachttijd", "jeugdhulp_wachttijd"}),
        ("dakloos", None, {"helpdesk_dakloosheid", "dakloze_jongvolwassenen"}),
        ("kinderhandle", "kinderhandel_slachtoffers", set()),
        ("amv", None, {"amv_aantal", "amv_vertrokken"}),
        ("family reunification", "gezinshereniging_wachttijd", set()),
        ("veilig thuis", "veilig_thuis_meldingen", {"veilig_thuis_adviezen", "hulp_na_melding"}),
        ("MIGRATIE", "migratie", set()),
        ("justitiele", None, {"jji_12_13"}),
        ("détention", None, {"vreemdelingenbewaring"}),
        ("waiting lists", None, {"wachtlijst_gezinnen", "jeugdhulp_wachtlijsten"}),
        ("8.753", "ondertoezichtstelling", set()),
        ("2.080", "gesloten_jeugdzorg", {"gesloten_plaatsingen"}),
        ("2080", "gesloten_jeugdzorg", set()),
        ("12,700", "dakloze_jongvolwassenen", set()),
        ("1.300 meisjes", "seksuele_uitbuiting_meisjes", set()),
        ("64%", "jji_ouder_dan_18", set()),
        ("289 dagen", "gezinshereniging_wachttijd", set()),
        ("68 per cent", "jji_voorlopige_hechtenis", set()),
        ("080", "gesloten_jeugdzorg", {"gesloten_plaatsingen"}),
        ("ruim 397 duizend", "jeugdhulp_zonder_verblijf", set()),
        ("minder dan 5", None, {"beschermde_opvang_verdwenen"}),
        ("fewer than 5", None, {"beschermde_opvang_verdwenen"}),
        ("twaalf gezinnen", "helpdesk_dakloosheid", set()),
        ("minder dan vijf", None, {"beschermde_opvang_verdwenen"}),
        ("nareis 2019", "gezinshereniging_wachttijd", set()),
        ("2021-Q1", "helpdesk_dakloosheid", set()),
        ("schatting", "seksuele_uitbuiting_meisjes", set()),
        ("estimated", None, {"seksuele_uitbuiting_meisjes"}),
        ("CoMensha", "kinderhandel_slachtoffers", set()),
        ("juvenile court", None, {"ondertoezichtstelling"}),
        ("rijksoverheid", "de_winter_opvolging", set()),
        ("honderden", "kinderpardon_afwijzing", set()),
        ("hundreds", "kinderpardon_afwijzing", set()),
        ("gelijk gebleven", "asiel_verhuizingen", set()),
        ("gedaald", None, {"amv_vertrokken"}),
        ("uithuisplaatsing", "armoede/zorgen/2", set()),
        ("uithuisplaatsingen", "armoede/zorgen/2", set()),
        ("rechtsbijstand", "jeugdstrafrecht/cijfers/3", set()),
        ("rechtsbjistand", "jeugdstrafrecht/cijfers/3", set()),
        ("asielzoekers", None, {"asielaanvragen_kinderen", "asiel_verhuizingen"}),
        ("asielzoekrs", None, {"asielaanvragen_kinderen", "asiel_verhuizingen"}),
        ("bonaire", "caribisch", {"pleegzorg", "jeugdhulp/cijfers/5"}),
        ("bonnaire", "caribisch", {"pleegzorg", "jeugdhulp/cijfers/5"}),
        ("pleegzorg bonaire", "pleegzorg", set()),
        ("amv's weg", "amv_vertrokken", set()),
    ],
)
def test_words_find_what_a_person_means(
    dataset: kic.Dataset, words: str, first: str | None, among: set[str]
) -> None:
    """By part of a word, in both languages, without accents, with a typing error."""
    hits = [hit.id for hit in kic.find(dataset, words).hits]
    assert first is None or hits[0] == first
    assert among <= set(hits)


@each(
    ("words", "value", "region"),
    [
        ("48 kinderen", 48, "caribisch"),
        ("18 duizend kinderen", 18000, "nederland"),
        ("397 thousand", 397000, "nederland"),
        ("12,7 duizend", 12700, "nederland"),
        ("64 %", 64, "nederland"),
        ("6 kinderen", 6, "caribisch"),
        ("17.322 kinderen", 17322, "nederland"),
        ("24 zaken", 24, "nederland"),
        ("dakloos 24", 24, "nederland"),
        ("nareis 233", 233, "nederland"),
        ("ots 48", 48, "caribisch"),
        ("nareis 2019", 233, "nederland"),
        ("helpdesk 2018", 24, "nederland"),
        ("helpdesk 2021-Q1", 12, "nederland"),
        ("ots 2020", 30850, "nederland"),
        ("ots", 30850, "nederland"),
    ],
)
def test_a_number_or_year_is_shown_with_its_own_figure(
    dataset: kic.Dataset, words: str, value: int, region: str
) -> None:
    """Not with the latest of its indicator, whatever else is asked for."""
    record = kic.find(dataset, words).hits[0].record
    assert record
    assert (record.value, record.region) == (value, region)


def test_every_place_has_its_code_in_the_json() -> None:
    """A place that is none of the codes would make an answer that its schema refuses."""
    assert {*WEIGHT} == {*(FIELDS["matched"].codes or ())} == {*FOUND_IN}


def test_a_number_finds_the_figure_that_it_is(dataset: kic.Dataset) -> None:
    """Also one of an earlier year; a part of it is another number, as are those beside it."""
    for typed, period in (("233", "2019"), ("289", "2020")):
        [hit] = kic.find(dataset, typed).hits
        assert hit.record
        assert (hit.id, str(hit.record.period)) == (
            "gezinshereniging_wachttijd",
            period,
        )
    assert "veilig_thuis_adviezen" not in {hit.id for hit in kic.find(dataset, "122").hits}
    assert kic.find(dataset, "122.04").hits == ()
    assert kic.find(dataset, "21").hits == ()


@pytest.mark.parametrize("words", ["€ 12.104", "€12.104", "12.104", "12.104 euro", "€ 12.104 per"])
def test_an_amount_is_found_with_the_sign_of_its_currency(write: Write, words: str) -> None:
    """As it is printed; the sign is no word of its own."""
    told = figure("2020", 'qualifier = "exact", value = 12104').replace('"x"', '"€ 12.104 per"')
    money = (
        '[units.euro]\nlabel = { nl = "euro", en = "euros" }\nkind = "money"\ncurrency = "EUR"\n'
    )
    text = money + indicator("a", told).replace('unit = "kinderen"', 'unit = "euro"')
    assert [hit.id for hit in kic.find(kic.load(write(text)), words).hits] == ["a"]


def test_a_number_that_was_revised_finds_what_it_is_now(tmp_path: Path) -> None:
    """Who has the old one is told the new one."""
    paths = [
        saved(tmp_path / "1.toml", MINIMAL + indicator("a", exact("2020", 70))),
        saved(tmp_path / "2.toml", sequel(exact("2020", 72))),
    ]
    [hit] = kic.find(kic.load(paths), "70").hits
    assert hit.record
    assert hit.record.value == 72


def test_every_word_has_to_fit(dataset: kic.Dataset) -> None:
    """Two words narrow a search; a word that is nowhere finds nothing."""
    wide = {hit.id for hit in kic.find(dataset, "caribisch").hits}
    narrow = {hit.id for hit in kic.find(dataset, "caribisch migratie").hits}
    assert narrow < wide
    assert narrow == {"migratie_gegevens"}
    assert kic.find(dataset, "xyzzy").hits == ()
    assert kic.find(dataset, "").hits == ()


def test_a_hit_says_where_it_matched(dataset: kic.Dataset) -> None:
    """An alias, a note, a gap: the text with the words is shown."""
    where = {hit.id: (hit.matched, hit.match) for hit in kic.find(dataset, "pandemie").hits}
    assert where["corona_gevolgen"] == ("alias", "pandemie")
    assert where["amv_aantal"][0] == "note"
    for words in ("blijft onduidelijk", "remains unclear"):
        [unclear] = kic.find(dataset, words).hits
        assert (unclear.id, unclear.matched) == ("de_winter_opvolging", "gap")
        assert unclear.match == words
    for hit in kic.find(dataset, "loverboys").hits:
        assert "loverboys" in hit.match


def test_each_kind_of_thing_stands_together(dataset: kic.Dataset) -> None:
    """That of the best match first; a statement is called by its place."""
    hits = kic.find(dataset, "bonaire").hits
    kinds = [hit.kind for hit in hits]
    assert list(dict.fromkeys(kinds)) == ["region", "indicator", "statement"]
    assert kinds == sorted(kinds, key=["region", "indicator", "statement"].index)
    for hit in hits:
        if hit.kind == "statement":
            assert [s.summary for s in kic.show(dataset, hit.id).statements] == [hit.label]


@each(
    ("words", "id_", "region", "period", "value"),
    [
        ("nareis", "gezinshereniging_wachttijd", "nederland", "2020", 289),
        ("pleegzorg", "pleegzorg", "nederland", "2020", 21000),
        ("pleegzorg caribisch nederland", "pleegzorg", "caribisch", "2020", 6),
        ("opgevat als de stand", "pleegzorg", "caribisch", "2020", 6),
        ("kinderhandel", "kinderhandel_slachtoffers", "nederland", "unknown", 67),
        ("al jaren niet beschikbaar", "kinderhandel_slachtoffers", "caribisch", "unknown", None),
        ("dakloosheid helpdesk", "helpdesk_dakloosheid", "nederland", "2021-Q1", 12),
        ("amv", "amv_aantal", "nederland", "2020", None),
    ],
)
def test_a_hit_has_the_latest_figure(
    dataset: kic.Dataset, words: str, id_: str, region: str, period: str, value: float | None
) -> None:
    """Of the region that is asked for, and the one that a gap, caution or note is about."""
    [record] = [hit.record for hit in kic.find(dataset, words).hits if hit.id == id_]
    assert record is not None
    assert (record.region, record.period.text, record.value) == (region, period, value)


@pytest.mark.parametrize(
    ("last", "later"),
    [
        (figure("2022", 'registration = "not_national"'), "2022"),
        (figure("2022", 'status = "Q"'), "2022"),
        (figure("2022", 'qualifier = "words", words = { nl = "veel", en = "many" }'), "2022"),
        (exact("2022", 9), None),
        (figure("2019", 'status = "Q"'), None),
        (figure("2022", 'region = "eiland", status = "Q"'), None),
        (figure("2030", 'measure = "target", qualifier = "exact", value = 9'), None),
    ],
)
def test_a_number_of_before_is_not_told_as_the_latest(
    write: Write, last: str, later: str | None
) -> None:
    """What the source has after it in that region goes with it, where that is no number."""
    told = gaps("") if "registration" in last else ""
    dataset = kic.load(write(indicator("a", exact("2020", 7) + last, told)))
    [hit] = kic.find(dataset, "over").hits
    assert (hit.later and hit.later.period.text) == later
    assert hit.record is not None
    assert not hit.record.is_plan


def test_a_word_or_direction_goes_before_a_gap(dataset: kic.Dataset) -> None:
    """Where there is no number; a gap is there where there is neither."""
    found = {hit.id: hit.record for hit in kic.find(dataset, "migratie").hits if hit.record}
    assert found["kinderpardon_afwijzing"].words
    assert found["asiel_verhuizingen"].trend
    assert found["migratie_gegevens"].gap


def test_a_match_is_in_the_language_of_the_answer(dataset: kic.Dataset) -> None:
    """In the other one only where this one has none; an alias belongs to both."""

    def match(words: str, lang: Lang, id_: str) -> str:
        [found] = [hit for hit in kic.find(dataset, words, lang=lang).hits if hit.id == id_]
        return found.match

    assert match("covid", "nl", "corona_gevolgen") == match("covid", "en", "corona_gevolgen")
    label = dataset.indicators["buitenschuld_aanvragen"].label
    short = dataset.indicators["buitenschuld_aanvragen"].short
    assert short
    assert match("buitenschuldvergunning", "en", "buitenschuld_aanvragen") != label.nl
    assert match("unaccompanied", "nl", "buitenschuld_aanvragen") == short.en
    assert match("foster care", "nl", "pleegzorg") == "foster care"
    assert match("foster care", "en", "pleegzorg") == "Children in foster care"
    [threat] = [s.summary for s in dataset.statements if s.locator == "armoede/zorgen/2"]
    assert match("defence", "nl", "armoede/zorgen/2") == threat.nl
    assert match("defence", "en", "armoede/zorgen/2") == threat.en
    assert match("threatened", "nl", "armoede/zorgen/2") == threat.en
    assert match("uithuisplaatsing", "en", "armoede/zorgen/2") == threat.nl


def test_what_is_said_of_a_gap_is_shown_in_either_language(write: Write) -> None:
    """As the source puts it, and as that is translated."""
    told = gaps("").replace("geen cijfers", "geen data").replace("no figures", "no data")
    lacking = figure("2020", 'registration = "unavailable"')
    dataset = kic.load(write(indicator("a", lacking, told)))
    langs: tuple[Lang, ...] = ("nl", "en")
    shown = [hit.match for lang in langs for hit in kic.find(dataset, "data", lang=lang).hits]
    assert shown == ["geen data", "no data"]


SAID = '{ nl = "an estimate", en = "an estimate" }'


def test_what_is_called_so_comes_first(write: Write) -> None:
    """Then what is about a theme or region that is, and last what only tells of it."""
    number, island = 'qualifier = "exact", value = 1', 'region = "eiland"'
    lacking = figure("2020", 'registration = "unavailable"')
    of_theme = exact("2020", 1).replace("thema", "ander")
    texts = [
        indicator("note", figure("2020", f"{number}, note = {SAID}")),
        indicator("caution", figure("2020", f"{number}, caution = {SAID}")),
        indicator("gap", lacking, gaps("").replace('{ nl = "iets", en = "something" }', SAID)),
        indicator("number", figure("2020", 'qualifier = "estimate", value = 1')),
        indicator("population", exact("2020", 1), f"population = {SAID}"),
        indicator("theme", of_theme).replace('"thema"', '"ander"'),
        indicator("region", figure("2020", f"{number}, {island}")),
        indicator("theme_too", of_theme).replace('"thema"', '"ander"'),
        indicator("alias", exact("2020", 1), 'aliases = ["the estimate"]'),
        indicator("label", exact("2020", 1)).replace("About label", "One estimate"),
        indicator("an_estimate", exact("2020", 1)),
        f"[themes.ander]\nlabel = {SAID}\n",
        *(
            f'[[statements]]\ntheme = "thema"\nkind = "concern"\nlocator = "thema/zorgen/{n}"\n'
            f'region = "{region}"\nsummary = {{ nl = "{words}", en = "{words}" }}\n'
            for n, (region, words) in enumerate(
                [("nederland", "an estimate"), ("eiland", "something")], 1
            )
        ),
    ]
    path = write("".join(texts))
    label = '{ nl = "Eiland", en = "Island" }'
    of_country = f'part_of = "nederland"\nlabel = {SAID}'
    text = path.read_text("utf-8").replace(f"label = {label}", of_country)
    path.write_text(text, "utf-8")
    hits = kic.find(kic.load(path), "estimate", lang="en").hits
    assert [(hit.matched, hit.id) for hit in hits if hit.kind == "indicator"] == [
        ("id", "an_estimate"),
        *(("alias", "alias"), ("label", "label")),
        *(("theme", "theme"), ("region", "region"), ("theme", "theme_too")),
        *(("gap", "gap"), ("number", "number"), ("population", "population")),
        *(("note", "note"), ("caution", "caution")),
    ]
    statements = [(hit.matched, hit.id) for hit in hits if hit.kind == "statement"]
    assert statements == [("region", "thema/zorgen/2"), ("statement", "thema/zorgen/1")]


def test_a_short_word_is_not_looked_for_within_others(dataset: kic.Dataset) -> None:
    """The IND is in no "kinderen"; but a short word begins others, and four letters are no few."""
    found = {hit.id for hit in kic.find(dataset, "ind").hits}
    assert "migratie_gegevens" in found
    assert "pleegzorg" not in found
    assert "pleegzorg" in {hit.id for hit in kic.find(dataset, "zorg").hits}
    assert kic.find(dataset, "ulp").hits == ()


def test_words_that_are_only_alike_are_told_so(dataset: kic.Dataset) -> None:
    """What is found as it is typed is not."""
    assert kic.find(dataset, "dakloze jongvolwasenen").alike
    assert not kic.find(dataset, "dakloze jongvolwassenen").alike
    assert not kic.find(dataset, "xyzzy").alike

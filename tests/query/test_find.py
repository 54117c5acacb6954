"""Searching by words, and picking a figure."""

import pytest

import kic
from kic.model.errors import UsageError


@pytest.mark.parametrize(
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
    ],
)
def test_words_find_what_a_person_means(
    dataset: kic.Dataset, words: str, first: str | None, among: set[str]
) -> None:
    """By part of a word, in both languages, without accents, with a typing error."""
    hits = [hit.id for hit in kic.find(dataset, words).hits]
    assert first is None or hits[0] == first
    assert among <= set(hits)


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


def test_a_single_figure_can_be_picked(dataset: kic.Dataset) -> None:
    """By period, and by region where there are several."""
    one = kic.cite(dataset, "ots", figure="2020:bes").citations
    assert [c.record.value for c in one] == [48]
    assert len(kic.cite(dataset, "nareis", figure=["2020", "2019", "2020"]).citations) == 2
    both = kic.cite(dataset, "ots", figure=["2020:bes", "2020"]).citations
    assert len(both) == len({c.record.region for c in both})
    with pytest.raises(UsageError, match="no figure '2018' here; there are 2019:nederland"):
        kic.cite(dataset, "nareis", figure="2018")
    with pytest.raises(UsageError, match="name the indicator to cite"):
        kic.cite(dataset)

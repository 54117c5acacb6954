"""Places of a page in words."""

import pytest

import kic
from kic.model import Text
from kic.model.wording import PLACE
from kic.table.place import in_words
from tests.cases import each
from tests.table.conftest import Load


@each(
    ("locator", "nl", "en"),
    [
        ("jeugdhulp/cijfers/2", "Jeugdhulp, cijfers, 2e punt", "Youth care, figures, 2nd bullet"),
        ("migratie/zorgen/1", "Migratie, zorgen, 1e punt", "Migration, concerns, 1st bullet"),
        (
            "armoede/inleiding/3",
            "Armoede, inleiding, 3e punt",
            "Poverty, introduction, 3rd bullet",
        ),
        ("armoede/cijfers/11", "Armoede, cijfers, 11e punt", "Poverty, figures, 11th bullet"),
        ("armoede/cijfers/22", "Armoede, cijfers, 22e punt", "Poverty, figures, 22nd bullet"),
        ("armoede/cijfers/113", "Armoede, cijfers, 113e punt", "Poverty, figures, 113th bullet"),
        ("lead/1", "Opening, 1e alinea", "Opening, 1st paragraph"),
        ("slot/2", "Slot, 2e alinea", "Closing, 2nd paragraph"),
        ("migratie/4", "Migratie, 4e alinea", "Migration, 4th paragraph"),
        ("elders/een_lijst/5", "elders, een lijst, 5e punt", "elders, een lijst, 5th bullet"),
        (
            "slot/2/noord_west/2020",
            "Slot, 2e alinea, rij noord west, kolom 2020",
            "Closing, 2nd paragraph, row noord west, column 2020",
        ),
        (
            "slot/2/noord_west/_line",
            "Slot, 2e alinea, rij noord west",
            "Closing, 2nd paragraph, row noord west",
        ),
    ],
)
def test_a_place_is_told_in_both_languages(
    dataset: kic.Dataset, locator: str, nl: str, en: str
) -> None:
    """A theme by its label, a list by its word, what nobody knows by its own name."""
    assert in_words(dataset, locator) == Text(nl=nl, en=en)


def test_every_list_of_the_page_has_a_word(dataset: kic.Dataset) -> None:
    """No place of kic's own dataset is told by a bare name."""
    places = {r.locator for r in dataset.records} | {s.locator for s in dataset.statements}
    assert {locator.split("/")[-2] for locator in places if locator} == set(PLACE)


@pytest.mark.parametrize(
    ("locator", "en"),
    [
        ("thema/tekst/2", "Theme, tekst, 2nd paragraph"),
        ("thema/tabel/1", "Theme, tabel 1"),
        ("thema/tabel/1/den_haag/2019", "Theme, tabel 1, row den haag, column 2019"),
    ],
)
def test_a_place_is_called_what_the_page_has_there(load: Load, locator: str, en: str) -> None:
    """Running text has paragraphs and no bullets, and a table has cells."""
    tables = 'running_text = "tekst"\ntables = { "thema/tabel/1" = "Tabel 1" }'
    dataset = load(f'[sources.bron.layout]\nlang = "nl"\n{tables}\n[indicators]\n')
    assert in_words(dataset, locator).en == en

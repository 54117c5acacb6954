"""What people type in the place of a name: words without quotation marks, and what else it is."""

import pytest

import kic
from kic.model.errors import UsageError
from tests.cases import each
from tests.conftest import Write, exact, indicator


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("wachttijd jeugdhulp", {"jeugdhulp_wachttijd"}),
        ("jeugdhulp wachtt", {"jeugdhulp_wachttijd"}),
        ("foster care", {"pleegzorg"}),
        ("foster care nareis", {"pleegzorg", "gezinshereniging_wachttijd"}),
        ("nareis foster care", {"pleegzorg", "gezinshereniging_wachttijd"}),
        ("veilig_thuis_meldingen pleegzorg", {"veilig_thuis_meldingen", "pleegzorg"}),
    ],
)
def test_names_of_several_words_need_no_quotation_marks(
    dataset: kic.Dataset, words: str, ids: set[str]
) -> None:
    """They are names as they stand, or else what an indicator has to have in its names."""
    assert {r.indicator for r in kic.show(dataset, *words.split()).records} == ids


def test_words_that_are_a_name_are_nothing_else(write: Write) -> None:
    """Neither where another indicator has all of them too, nor where each is an id."""
    text = indicator("een", exact("2020", 1), 'aliases = ["zorg thuis"]')
    text += indicator("twee", exact("2020", 2), 'aliases = ["zorg voor een bij twee thuis"]')
    dataset = kic.load(write(text))
    for words, ids in {"zorg thuis": ["een"], "een twee": ["een", "twee"]}.items():
        assert [r.indicator for r in kic.show(dataset, *words.split()).records] == ids


@pytest.mark.parametrize(
    ("words", "found"), [("ook zorg", ["b"]), ("zorg ook", ["b"]), ("zorgg ook", [])]
)
def test_a_short_word_has_to_stand_there_as_it_is(
    write: Write, words: str, found: list[str]
) -> None:
    """Of three letters it begins too many; a longer one may begin those of a name."""
    text = indicator("a", exact("2020", 1), 'aliases = ["zorgplaatsen ooknog"]')
    text += indicator("b", exact("2020", 2), 'aliases = ["ook zorgplaatsen"]')
    dataset = kic.load(write(text))
    try:
        records = kic.show(dataset, *words.split()).records
    except UsageError:
        records = ()
    assert [r.indicator for r in records] == found


@each(
    ("kind", "names", "message", "instead", "others"),
    [
        ("subjects", ["2020"], "'2020' is a period", "--period 2020", ["2020"]),
        ("subjects", ["bonaire"], "the name of a region", "--region caribisch", ["bonaire"]),
        ("subjects", ["2019", "bonaire"], "is a period", "--period 2019", ["2019", "bonaire"]),
        ("subjects", ["2019", "xyzzy"], "'2019' is a period", "", []),
        ("indicators", ["migratie"], "the name of a theme", "--theme migratie", ["migratie"]),
        ("theme", ["nareis"], "the name of an indicator", "migratie", ["nareis"]),
        ("region", ["ots"], "an indicator", "--indicator ondertoezichtstelling", ["ots"]),
        ("subjects", ["defence"], "unknown theme or indicator", "find defence", []),
        ("subjects", ["xyzzy"], "unknown theme or indicator", "", []),
        ("subjects", ["kinderhandle"], "did you mean 'kinderhandel_slachtoffers'", "", []),
        ("subjects", ["-defence"], "unknown theme or indicator", "", []),
    ],
)
def test_a_name_that_is_something_else_is_answered_with_what_would_do(
    dataset: kic.Dataset,
    kind: str,
    names: list[str],
    message: str,
    instead: str,
    others: list[str],
) -> None:
    """A period, a region, a word to look for: only where the whole question is then understood."""
    filters = {} if kind == "subjects" else {kind: names}
    with pytest.raises(UsageError, match=message) as refused:
        kic.show(dataset, *([] if filters else names), **filters)
    assert (" ".join(refused.value.instead), [*refused.value.others]) == (instead, others)


@pytest.mark.parametrize(("length", "is_word"), [(100, True), (101, False)])
def test_what_is_too_long_for_a_word_is_not_looked_for(
    write: Write, length: int, is_word: bool
) -> None:
    """Nobody means it: a text was put in the place of a name."""
    text = indicator("a", exact("2020", 1)).replace("Over a", f"Over {'x' * 102}")
    dataset = kic.load(write(text))
    with pytest.raises(UsageError) as refused:
        kic.show(dataset, "x" * length)
    assert bool(refused.value.instead) == is_word


def test_a_place_is_named_with_the_nearest(dataset: kic.Dataset) -> None:
    """In any case of letters; one with nothing at it is refused."""
    [record] = kic.show(dataset, "Migratie/Cijfers/3").records[:1]
    assert record.locator == "migratie/cijfers/3"
    with pytest.raises(UsageError, match="did you mean 'migratie/cijfers/3'"):
        kic.show(dataset, "migratie/cijfer/3")

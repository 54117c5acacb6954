"""A place of a source page in words."""

from kic.dataset import Dataset
from kic.model import Text
from kic.model.sentences import sentence
from kic.model.text import begun
from kic.model.wording import PLACE


def in_words(dataset: Dataset, locator: str) -> Text:
    """What a locator names: ``Migration, figures, 3rd bullet``.

    A theme goes by its label, a part of the page that kic has no word for by its own name.
    """
    *theme, part, number = locator.split("/")
    name = _name(dataset, part)
    ordinal = Text(nl=f"{number}e", en=f"{number}{_suffix(int(number))}")
    if theme:
        below = sentence("place_point", list=name, number=ordinal)
        return sentence("place_below", theme=_name(dataset, theme[0]), place=below)
    alone = sentence("place_paragraph", list=name, number=ordinal)
    return Text(nl=begun(alone.nl), en=begun(alone.en))


def _name(dataset: Dataset, part: str) -> Text:
    if part in dataset.themes:
        return dataset.themes[part].label
    plain = part.replace("_", " ")
    return PLACE.get(part, Text(nl=plain, en=plain))


def _suffix(number: int) -> str:
    """The end of an English ordinal number."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")

"""A place of a source page in words."""

from kic.dataset import Dataset
from kic.model import LINE, Text
from kic.model.sentences import sentence
from kic.model.wording import PLACE
from kic.table.common import capitalised


def in_words(dataset: Dataset, locator: str) -> Text:
    """What a locator names: ``Migration, figures, 3rd bullet``, or a cell of a table.

    A theme goes by its label, a part of the page that kic has no word for by its own name.
    """
    layouts = [source.layout for source in dataset.sources.values() if source.layout]
    *theme, part, number = locator.split("/")
    if len(theme) > 1:
        table = in_words(dataset, "/".join(theme))
        row, column = part.replace("_", " "), number.replace("_", " ")
        key = "place_line" if number == LINE else "place_cell"
        return sentence(key, place=table, row=row, column=column)
    key = "place_point" if theme else "place_paragraph"
    if any(layout.running_text == part for layout in layouts):
        key = "place_paragraph"
    elif any(locator in layout.tables for layout in layouts):
        key = "place_table"
    ordinal = Text(nl=f"{number}e", en=f"{number}{_suffix(int(number))}")
    there = sentence(key, list=_name(dataset, part), number=number, ordinal=ordinal)
    if theme:
        return sentence("place_below", theme=_name(dataset, theme[0]), place=there)
    return capitalised(there)


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

"""Everything the page tells, asked once of the dataset."""

from typing import NamedTuple

from kic.dataset import Dataset, populations
from kic.model.errors import UsageError
from kic.query.compare import Comparison, compare
from kic.query.grid import Grid, grid
from kic.query.names import Names
from kic.query.show import Selection, show
from kic.query.themes import Themes, themes


class Answers(NamedTuple):
    """The answers of the verbs about the same themes, from the same dataset."""

    dataset: Dataset
    themes: Themes
    grid: Grid
    shown: Selection
    rates: Comparison | None

    @property
    def limited(self) -> bool:
        """Whether only some of the themes were asked for."""
        return bool(self.themes.query.only_theme)


def ask(dataset: Dataset, theme: Names) -> Answers:
    """All answers about these themes, or about all of them.

    Raises UsageError for a theme that does not exist.
    """
    return Answers(
        dataset=dataset,
        themes=themes(dataset, theme=theme),
        grid=grid(dataset, theme=theme),
        shown=show(dataset, theme=theme),
        rates=_rates(dataset, theme),
    )


def _rates(dataset: Dataset, theme: Names) -> Comparison | None:
    """The rates of what is counted in several regions, if there is a population for them."""
    try:
        found = compare(dataset, theme=theme, per=RATE, populations=populations(dataset))
    except UsageError:
        return None
    together = {conclusion.indicator for conclusion in found.conclusions}
    series = tuple(s for s in found.series if s.indicator in together)
    return found._replace(series=series) if series else None


RATE = 1000


def key(theme: str | None) -> str:
    """A theme in the ids of the page; no theme of a dataset begins with a hyphen."""
    return theme or "-all"

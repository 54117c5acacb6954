"""Everything the page tells, asked once of the dataset."""

from typing import NamedTuple

from kic.dataset import Dataset, populations
from kic.model.errors import UsageError
from kic.query.compare import Comparison, compare
from kic.query.gaps import Gaps, gaps
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
    gaps: Gaps
    compared: Comparison
    rates: Comparison | None

    @property
    def limited(self) -> bool:
        """Whether only some of the themes were asked for."""
        return bool(self.themes.query.only_theme)

    def about(self, theme: str | None) -> "Answers":
        """The part about one theme; None is what concerns them all."""
        records = (r for r in self.shown.records if r.theme == theme)
        indicators = {id_ for id_, i in self.dataset.indicators.items() if i.theme == theme}
        statements = (s for s in self.shown.statements if s.theme == theme)
        return self._replace(
            themes=self.themes._replace(
                themes=tuple(t for t in self.themes.themes if t.theme == theme)
            ),
            grid=self.grid._replace(
                cells=tuple(cell for cell in self.grid.cells if cell.theme == theme)
            ),
            shown=self.shown._replace(records=tuple(records), statements=tuple(statements)),
            gaps=self.gaps._replace(
                records=tuple(r for r in self.gaps.records if r.theme == theme)
            ),
            compared=self.compared._replace(
                series=tuple(s for s in self.compared.series if s.indicator in indicators)
            ),
            rates=self.rates
            and self.rates._replace(
                series=tuple(s for s in self.rates.series if s.indicator in indicators),
                conclusions=tuple(c for c in self.rates.conclusions if c.indicator in indicators),
            ),
        )


def ask(dataset: Dataset, theme: Names) -> Answers:
    """All answers about these themes, or about all of them.

    Raises UsageError for a theme that does not exist.
    """
    return Answers(
        dataset=dataset,
        themes=themes(dataset, theme=theme),
        grid=grid(dataset, theme=theme),
        shown=show(dataset, theme=theme),
        gaps=gaps(dataset, theme=theme),
        compared=compare(dataset, theme=theme),
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

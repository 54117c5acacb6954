"""Everything the page tells, asked once of the dataset."""

from typing import NamedTuple

from kic import query
from kic.dataset import Dataset
from kic.names import Names
from kic.query import Compared, Gaps, Grid, Shown, Themes


class Answers(NamedTuple):
    """The answers of the verbs about the same themes, from the same dataset."""

    dataset: Dataset
    themes: Themes
    grid: Grid
    shown: Shown
    gaps: Gaps
    compared: Compared

    @property
    def limited(self) -> bool:
        """Whether only some of the themes were asked for."""
        return bool(self.themes.query.only_theme)

    def about(self, theme: str | None) -> "Answers":
        """The part about one theme; None is what concerns them all."""
        records = (r for r in self.shown.records if r.theme == theme)
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
                series=tuple(s for s in self.compared.series if s.points[0].theme == theme)
            ),
        )


def ask(dataset: Dataset, theme: Names) -> Answers:
    """All answers about these themes, or about all of them.

    Raises UsageError for a theme that does not exist.
    """
    return Answers(
        dataset=dataset,
        themes=query.themes(dataset, theme=theme),
        grid=query.grid(dataset, theme=theme),
        shown=query.show(dataset, theme=theme),
        gaps=query.gaps(dataset, theme=theme),
        compared=query.compare(dataset, theme=theme),
    )

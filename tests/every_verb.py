"""An answer of every verb about the embedded dataset, for tests of tables and of formats."""

from dataclasses import replace

import kic
from kic.dataset import populations
from kic.table import Table
from kic.table.compare import compare_table
from kic.table.diff import diff_table
from kic.table.find import find_table
from kic.table.gaps import gaps_table
from kic.table.grid import grid_table
from kic.table.show import show_table
from kic.table.themes import themes_table


def of_every_verb(dataset: kic.Dataset) -> dict[str, Table]:
    """One answer of every verb about the embedded dataset, as a table."""
    return {
        "themes": themes_table(dataset, kic.themes(dataset)),
        "show": show_table(dataset, kic.show(dataset)),
        "show one": show_table(dataset, kic.show(dataset, "nareis", "ots")),
        "compare": compare_table(dataset, kic.compare(dataset)),
        "rates": compare_table(
            dataset,
            kic.compare(dataset, "ots", per=1000, populations=populations(dataset)),
        ),
        "gaps": gaps_table(dataset, kic.gaps(dataset, all=True)),
        "gaps by": gaps_table(dataset, kic.gaps(dataset, by="kind")),
        "gaps there": gaps_table(dataset, kic.gaps(dataset, region="caribisch")),
        "grid": grid_table(dataset, kic.grid(dataset)),
        "find": find_table(dataset, kic.find(dataset, "veilig thuis")),
        "diff": diff_table(dataset, kic.diff(_older(dataset), dataset)),
        "nothing": gaps_table(
            dataset, kic.gaps(dataset, region="caribisch", theme="jeugdstrafrecht")
        ),
    }


def _older(dataset: kic.Dataset) -> kic.Dataset:
    """The same without its first figure and any gap, with another number and other labels."""
    _, second, *rest = dataset.records
    records = (second._replace(value=1, lower=1, upper=1), *(r._replace(gap=None) for r in rest))
    regions = dict.fromkeys(dataset.regions, dataset.regions["nederland"])
    return replace(dataset, records=records, regions=regions)

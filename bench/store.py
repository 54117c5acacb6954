"""How long kic takes to answer from stores, against bare DuckDB: ``python bench/store.py FOLDER...``

Each question is put by a process of kic, and by one of Python with DuckDB alone, in turn.  Told
are the medians, how much more kic takes, and the most memory that it had.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

KIC = str(Path(sys.executable).with_name("kic"))
RUNS = 5
FIGURES = "read_parquet('{folder}/figures*.parquet')"
QUESTIONS = {  # with the SQL of the same question about the published tables
    "themes": (
        "SELECT theme, count(*), count(*) FILTER (n > 0), sum(gaps) FROM (SELECT theme, indicator, "
        f"count(value) AS n, count(DISTINCT region) FILTER (gap IS NOT NULL) AS gaps FROM {FIGURES} "
        "GROUP BY ALL) GROUP BY ALL"
    ),
    "show k0x_17": f"SELECT * FROM {FIGURES} WHERE indicator = 'k0x_17' ORDER BY n",
    "compare --order percent": (
        "SELECT *, value / before AS change FROM (SELECT indicator, region, period, value, "
        "lag(value) OVER (PARTITION BY indicator, region ORDER BY period_start) AS before FROM "
        f"{FIGURES}) WHERE before > 0 QUALIFY row_number() OVER (PARTITION BY indicator, region "
        "ORDER BY period DESC) = 1 ORDER BY change DESC LIMIT 200"
    ),
    "gaps": f"SELECT *, count(*) OVER () FROM {FIGURES} WHERE gap IS NOT NULL ORDER BY n LIMIT 200",
    "gaps --grid": (
        "SELECT theme, region, count(DISTINCT indicator) FILTER (value IS NOT NULL), "
        f"count(DISTINCT indicator) FILTER (gap IS NOT NULL) FROM {FIGURES} GROUP BY ALL"
    ),
    "find wachttijd": (
        "SELECT *, count(*) OVER () FROM read_parquet('{folder}/indicators.parquet') "
        "WHERE label_nl ILIKE '%wachttijd%' LIMIT 100"
    ),
    "find wachttijt": (
        "SELECT *, count(*) OVER () FROM read_parquet('{folder}/indicators.parquet') WHERE "
        "list_min([levenshtein(w, 'wachttijt') FOR w IN string_split(label_nl, ' ')]) < 2 LIMIT 100"
    ),
}


def main(folders: list[str]) -> None:
    """Print what each question takes in each store."""
    for folder in folders:
        print(folder)
        for question, sql in QUESTIONS.items():
            bare = f"import duckdb; duckdb.sql({sql.format(folder=folder)!r}).fetchall()"
            commands = [[KIC, *question.split(), "--data", folder], [sys.executable, "-c", bare]]
            for command in commands:
                _once(command)  # fill the caches
            taken = [[_once(command) for command in commands] for _ in range(RUNS)]
            own, bares = ([run[n][0] for run in taken] for n in (0, 1))
            memory = max(run[0][1] for run in taken)
            print(
                f"  {question:24} {median(own):6.2f} s  bare {median(bares):6.2f} s  "
                f"{median(own) / median(bares):5.2f} x  "
                f"{1000 * (median(own) - median(bares)):+6.0f} ms  {memory:4.0f} MB"
            )


def _once(command: list[str]) -> tuple[float, float]:
    """The seconds that a process takes, and the megabytes that it had at most."""
    start = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} gives {process.returncode}")
    return perf_counter() - start, used.ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1:])

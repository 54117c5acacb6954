"""How long kic takes to answer from stores, against bare DuckDB: ``python bench/store.py FOLDER``.

Each question is put by a process of kic, and by one of Python with DuckDB alone, in turn.  Told
are the medians of the time that passes and of that of the processor, which a busy machine does
not lengthen, and the most memory that kic had.  Several stores are told one after the other.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

KIC = str(Path(sys.executable).with_name("kic"))
RUNS = 3
# Python keeps what it compiled, as it does where kic is installed.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
FIGURES = "read_parquet('{folder}/figures*.parquet')"
INDICATORS = "read_parquet('{folder}/indicators.parquet')"
QUESTIONS = {  # with the SQL of the same question about the published tables
    "themes": f"""
        SELECT theme, count(*), count(*) FILTER (numbers > 0), sum(gaps) FROM (
          SELECT theme, indicator, count(value) AS numbers,
            count(DISTINCT region) FILTER (gap IS NOT NULL) AS gaps
          FROM {FIGURES} GROUP BY ALL) GROUP BY ALL""",
    "show k0x_17": f"SELECT * FROM {FIGURES} WHERE indicator = 'k0x_17'",
    "compare --order percent": f"""
        SELECT *, value / before AS change FROM (
          SELECT indicator, region, period, value, lag(value) OVER (
            PARTITION BY indicator, region ORDER BY period_start) AS before
          FROM {FIGURES}) WHERE before > 0
        QUALIFY row_number() OVER (PARTITION BY indicator, region ORDER BY period DESC) = 1
        ORDER BY change DESC LIMIT 200""",
    "gaps": f"""
        SELECT *, count(*) OVER () FROM {FIGURES} WHERE gap IS NOT NULL LIMIT 200""",
    "gaps --grid": f"""
        SELECT theme, region, count(DISTINCT indicator) FILTER (value IS NOT NULL),
          count(DISTINCT indicator) FILTER (gap IS NOT NULL) FROM {FIGURES} GROUP BY ALL""",
    "find wachttijd": f"""
        SELECT *, count(*) OVER () FROM {INDICATORS}
        WHERE label_nl ILIKE '%wachttijd%' LIMIT 50""",
    "find wachttijt": f"""
        SELECT *, count(*) OVER () FROM {INDICATORS} WHERE list_min([levenshtein(w, 'wachttijt')
          FOR w IN string_split(label_nl, ' ')]) < 2 LIMIT 50""",
}


class Used(NamedTuple):
    """What a process took: seconds, those of the processor, and megabytes at most."""

    seconds: float
    processor: float
    memory: float


def main(folders: list[str]) -> None:
    """Print what each question takes in each store."""
    for folder in folders:
        print(f"{folder:26}     kic    bare   kic cpu bare cpu   memory")
        for question, sql in QUESTIONS.items():
            bare = f"import duckdb; duckdb.sql({sql.format(folder=folder)!r}).fetchall()"
            commands = [[KIC, *question.split(), "--data", folder], [sys.executable, "-c", bare]]
            for command in commands:
                _once(command)  # fill the caches
            taken = [[_once(command) for command in commands] for _ in range(RUNS)]
            times = [median(run[n].seconds for run in taken) for n in (0, 1)]
            times += [median(run[n].processor for run in taken) for n in (0, 1)]
            memory = max(own.memory for own, _ in taken)
            print(f"  {question:24}", *(f"{t:6.2f} s" for t in times), f"{memory:5.0f} MB")


def _once(command: list[str]) -> Used:
    start = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} gives {process.returncode}")
    processor = used.ru_utime + used.ru_stime
    return Used(perf_counter() - start, processor, used.ru_maxrss / 1024)


if __name__ == "__main__":
    main(sys.argv[1:])

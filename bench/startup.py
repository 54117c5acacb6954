"""How long kic takes to answer, against the least program with the same libraries.

Run it with the Python that kic is installed in: ``python bench/startup.py [RUNS]``.  The
commands take turns, so that a busy machine slows all of them alike; the ratio of the
medians is what counts, the milliseconds belong to the machine.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

KIC = str(Path(sys.executable).with_name("kic"))
LEAST = "least program"
# Installed programs are compiled once; so are these, by their first run.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
COMMANDS = {
    LEAST: [str(Path(__file__).with_name("least.py")), "show", "migratie"],
    "kic show migratie": [KIC, "show", "migratie"],
    "import kic": ["-c", "import kic"],
    "an empty program": ["-c", "pass"],
    "kic show migratie --format json": [KIC, "show", "migratie", "--format", "json"],
}
AIMS = {"kic show migratie": 1.10, "kic show migratie --format json": 1.00}


def once(arguments: list[str]) -> float:
    """The seconds that one process takes, from its start to its end."""
    start = perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        check=True,
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        env=ENVIRONMENT,
    )
    return perf_counter() - start


def main(runs: int) -> None:
    """Print the median of every command and its ratio to the least program."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for arguments in COMMANDS.values():
        once(arguments)  # fill the caches
    for _ in range(runs):
        for name, arguments in COMMANDS.items():
            taken[name].append(once(arguments))
    least = median(taken[LEAST])
    for name, seconds in taken.items():
        ratio = median(seconds) / least
        aim = f"  (aim: at most {AIMS[name]:.2f})" if name in AIMS else ""
        print(f"{median(seconds) * 1000:7.1f} ms  {ratio:5.2f}  {name}{aim}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)

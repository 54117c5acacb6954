"""How long the whole dataset as one page takes, against the shortest answer of kic.

Run it with the Python that kic is installed in: ``python bench/report.py [RUNS]``.  The
commands take turns, so that a busy machine slows all of them alike; the ratio of the
medians is what compares, and a page is to take less than a second.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

from startup import KIC, once

SHORTEST = "kic themes"
AIM = 1.0  # second, on a machine that does nothing else


def main(runs: int) -> None:
    """Print the size of the page in each language, and how long it takes to write."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {lang: Path(folder) / f"{lang}.html" for lang in ("nl", "en")}
        commands = {SHORTEST: [KIC, "themes"]} | {
            f"kic report --lang {lang}": [
                *(KIC, "report", "--lang", lang),
                *("--force", "--output", str(path)),
            ]
            for lang, path in paths.items()
        }
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for arguments in commands.values():
            once(arguments)  # fill the caches
        for _ in range(runs):
            for name, arguments in commands.items():
                taken[name].append(once(arguments))
        for lang, path in paths.items():
            print(f"{path.stat().st_size / 1000:7.1f} kB  {lang}")
    least = median(taken[SHORTEST])
    for name, seconds in taken.items():
        aim = "" if name == SHORTEST else f"  (aim: below {AIM:g} s)"
        print(f"{median(seconds) * 1000:7.1f} ms  {median(seconds) / least:5.2f}  {name}{aim}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)

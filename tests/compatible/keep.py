"""Keep what a version writes: ``python -m tests.compatible.keep [CHECKOUT]``, at each release.

The dataset is the one that ``kic init`` of that version begins with, which has every kind of
figure that it knows; the answers and the store are its own.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
QUESTIONS = {
    "show": ["show"],
    "compare": ["compare"],
    "gaps": ["gaps"],
    "themes": ["themes"],
    "find": ["find", "hulp"],
}
FORMATS = ("json", "csv")


def main(checkout: Path) -> None:
    """Write the folder of the version in a checkout."""
    kept = HERE / _kic(checkout, "--version").split()[-1]
    kept.mkdir(exist_ok=True)
    dataset = kept / "dataset.toml"
    if (template := checkout / "kic" / "template.toml").exists():
        shutil.copyfile(template, dataset)
    for name, question in QUESTIONS.items():
        for format_ in FORMATS:
            answer = _kic(checkout, *question, "--data", str(dataset), "--format", format_)
            (kept / f"{name}.{format_}").write_text(answer, "utf-8", newline="")
    _kic(checkout, "export", str(kept / "parquet"), "--as", "parquet", "--data", str(dataset))


def _kic(checkout: Path, *words: str) -> str:
    """What a command of the version in a checkout answers; nothing where it has no such verb."""
    command = [sys.executable, "-m", "kic", *words]
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    return done.stdout.decode()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if sys.argv[1:] else HERE.parents[1])

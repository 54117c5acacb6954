"""BibTeX files, set by BibTeX and LaTeX themselves, as those who write papers do."""

import shutil
import subprocess
from pathlib import Path

import pytest

import kic
from kic.formats import Style, citations
from kic.query.cite import cite
from tests.hostile import HOSTILE, dataset_of
from tests.needs import missing
from tests.readers import squeezed

PAPER = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\begin{document}
\nocite{*}
\bibliographystyle{plain}
\bibliography{cited}
\end{document}
"""
STEPS = ("pdflatex paper", "bibtex paper", "pdflatex paper", "pdftotext paper.pdf -")
SPECIAL = [name for name, words in HOSTILE.items() if {*words} & {*"\\{}$#%^~&_"}]
SHOWN = {  # of a text, what the paper shows of what would act
    "tex": r"\input{/etc/passwd}%#$x$^~@misc{a,title={b}}\.",
    "shell": r"\$(touchx)",
    "markdown": "**b**<u>|cell|$x$~~s~~",
    "brackets": "%s${HOME}",
}


@pytest.fixture(autouse=True)
def _tools() -> None:
    for tool in ("pdflatex", "bibtex", "pdftotext"):
        if not shutil.which(tool):
            missing(f"{tool} is not installed")


def _set(dataset: kic.Dataset, folder: Path) -> tuple[list[str], str]:
    """The errors of LaTeX, and what the paper shows of all figures, without blanks."""
    cited = cite(dataset, *dataset.indicators)
    (folder / "cited.bib").write_text(
        citations.write(dataset, cited, "bibtex", Style()), encoding="utf-8"
    )
    (folder / "paper.tex").write_text(PAPER, encoding="utf-8")
    errors, out = [], ""
    for step in STEPS:
        done = subprocess.run(
            step.split(), cwd=folder, capture_output=True, stdin=subprocess.DEVNULL, check=False
        )
        out = done.stdout.decode("utf-8", "replace")
        if "paper.pdf" not in step:
            told = ("!", "Warning--", "I couldn't", "I was expecting")
            errors += [line for line in out.splitlines() if line.startswith(told)]
    return errors, squeezed(out)


def test_latex_sets_every_figure(dataset: kic.Dataset, tmp_path: Path) -> None:
    """Without an error or a warning, and with the words of the source."""
    errors, shown = _set(dataset, tmp_path)
    assert errors == []
    assert all(f"[{n}]" in shown for n in range(1, len(dataset.records) + 1))


@pytest.mark.parametrize("name", SPECIAL)
def test_no_text_is_run_by_latex(name: str, tmp_path: Path) -> None:
    """What TeX takes for something else is set as it stands."""
    errors, shown = _set(dataset_of(HOSTILE[name]), tmp_path)
    assert errors == []
    assert SHOWN.get(name, "") in shown

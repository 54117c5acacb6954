"""Hints: what is not understood is answered with a command that works."""

import re
import shlex
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Run

TRIES = {  # what people type, and what they meant
    "migratie": "kic show migratie",
    "nareis": "kic show nareis",
    "foster care": "kic show foster care",
    "caribisch": "kic gaps --region caribisch",
    "show migratie 2019": "kic show migratie --period 2019",
    "show caribisch": "kic show --region caribisch",
    "show caribish": "kic show --region caribisch",
    "gaps caribisch": "kic gaps --region caribisch",
    "gaps jeugdhulp 2020": "kic gaps jeugdhulp --period 2020",
    "compare nareis 2020": "kic compare nareis --period 2020",
    "chart nareis 2020 --output x.svg": "kic chart nareis --period 2020 --output x.svg",
    "cite ots --format bibtex": "kic cite ots --style bibtex",
    "cite ots -f bibtex": "kic cite ots --style bibtex",
    "cite ots caribisch": "kic cite ots --region caribisch",
    "export --format csvw folder": "kic export --as csvw folder",
    "export csv": "kic show --format csv",
    "export SQLite": "kic export --as sqlite SQLite",
    "export json": "kic show --format json --output figures.json",
    "export table": "kic show --format table --output figures.txt",
    "report nareis": "kic report migratie --output migratie.html",
    "report": "kic report --output report.html",
    "themes --theme nareis": "kic themes --theme migratie",
    "list": "kic themes",
    "search dakloos": "kic find dakloos",
    "missing": "kic gaps",
    "vergelijk nareis": "kic compare nareis",
    "quote ots": "kic cite ots",
    "compare 2019 2020": "kic compare --period 2019 --period 2020",
    "show doodvonnis": None,
    "themes --theme 2019": None,
    "report 2019 --output x.html": None,
    "report 2019": None,
}


@pytest.mark.parametrize(("typed", "meant"), TRIES.items())
def test_a_hint_is_a_command_that_works(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, meant: str | None
) -> None:
    """One line that says what is wrong, and the command that was meant; never one that fails."""
    monkeypatch.chdir(tmp_path)
    done = run(*typed.split())
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    hint = re.search(r" Try: (kic .*)$", done.stderr.strip())
    assert (hint and hint[1]) == meant
    if hint:
        assert run(*shlex.split(hint[1])[1:]).returncode == 0

"""A real spreadsheet opens answers and exports."""

import csv
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import openpyxl
import pytest

import kic
from kic.formats import Style, write
from kic.model.sentences import LANGS
from kic.publish import export
from tests.answers import answers_of, written
from tests.every_verb import of_every_verb
from tests.hostile import HOSTILE, dataset_of
from tests.needs import missing
from tests.readers import as_shown

Convert = Callable[..., dict[str, Path]]


@pytest.fixture
def converted(tmp_path: Path) -> Convert:
    """Have LibreOffice, without a screen, write files in another format; by their stems."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if not soffice:
        missing("no LibreOffice is installed")

    def convert(files: Iterable[Path], to: str, out: Path, *options: str) -> dict[str, Path]:
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        subprocess.run(
            [
                *(soffice, profile, "--headless", *options),
                *("--convert-to", to, "--outdir", str(out), *map(str, files)),
            ],
            env={**os.environ, "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        return {path.stem: path for path in out.iterdir()}

    return convert


def _one_csv(words: str, name: str) -> str:
    if name in ("answer", "answer.tsv"):
        format_ = "tsv" if name.endswith(".tsv") else "csv"
        return written(format_, answers_of(words)["columns"], Style())
    return _exported(words)[name].decode("utf-8")


@cache
def _exported(words: str) -> Mapping[str, bytes]:
    return export(dataset_of(words), "datapackage", datetime.now(UTC))


def test_a_real_spreadsheet_runs_nothing(converted: Convert, tmp_path: Path) -> None:
    """LibreOffice reads answers and exports as text, at commas, semicolons, tabs, or all three."""
    for name in ("answer", "answer.tsv", "figures.csv", "indicators.csv", "sources.csv"):
        texts = [_one_csv(words, name) for words in HOSTILE.values()]
        path = tmp_path / f"{name.removesuffix('.csv').replace('.', '_')}.csv"
        path.write_text("".join(texts), "utf-8", newline="")
    trap = tmp_path / "trap.csv"
    trap.write_text("=1+1,x;=2+2\r\n", "utf-8")  # that it would run one, if there were any
    for separator in ("44", "59", "9/44/59"):
        infilter = f"--infilter=Text - txt - csv (StarCalc):{separator},34,UTF8,1,,1033,false,true"
        out = tmp_path / separator.replace("/", "_")
        made = converted(tmp_path.glob("*.csv"), "xlsx", out, infilter)
        assert len(made) == 6
        formulas = {
            stem: [c.value for row in sheet.iter_rows() for c in row if c.data_type == "f"]
            for stem, path in made.items()
            for sheet in openpyxl.load_workbook(path)
        }
        assert formulas.pop("trap")
        assert {stem: found for stem, found in formulas.items() if found} == {}


# Commas, quotes, UTF-8; numbers as they are shown in a cell.
AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1043,false,true,true"


def test_a_real_spreadsheet_shows_what_people_read(
    dataset: kic.Dataset, converted: Convert, tmp_path: Path
) -> None:
    """Every cell of the sheet for people, with its number in the digits of the language."""
    ours, hostile = of_every_verb(dataset), answers_of(HOSTILE["formula"])
    answers = {f"{verb}_nl": (table, LANGS[0]) for verb, table in ours.items()}
    answers |= {f"{verb}_en": (ours[verb], LANGS[1]) for verb in ("show", "compare", "grid")}
    answers |= {f"{verb}_hostile": (hostile[verb], LANGS[0]) for verb in ("show", "columns")}
    for name, (table, lang) in answers.items():
        data = write("xlsx", table, Style(lang=lang))
        assert isinstance(data, bytes)
        (tmp_path / f"{name.replace(' ', '_')}.xlsx").write_bytes(data)
    books = sorted(tmp_path.glob("*.xlsx"))
    made = converted(books, AS_SHOWN, tmp_path / "csv")
    for path in books:
        sheet = openpyxl.load_workbook(path).worksheets[0]
        told = [
            [as_shown(c) if c.value is not None else "" for c in row] for row in sheet.iter_rows()
        ]
        seen = [*csv.reader(made[path.stem].read_text("utf-8").splitlines(keepends=True))]
        assert [list(filter(None, row)) for row in seen] == [
            list(filter(None, row)) for row in told
        ], path.stem
    assert len(books) == len(answers)

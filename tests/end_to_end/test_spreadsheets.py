"""A real spreadsheet opens answers and exports."""

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from kic.formats import Style
from kic.publish import export
from tests.answers import answers_of, written
from tests.hostile import HOSTILE, dataset_of
from tests.needs import missing


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice, without a screen."""
    path = shutil.which("soffice") or shutil.which("libreoffice")
    return path or missing("no LibreOffice is installed")


def _one_csv(words: str, name: str) -> str:
    if name in ("answer", "answer.tsv"):
        format_ = "tsv" if name.endswith(".tsv") else "csv"
        return written(format_, answers_of(words)["columns"], Style())
    return export(dataset_of(words), "datapackage", datetime.now(UTC))[name].decode("utf-8")


def test_a_real_spreadsheet_runs_nothing(soffice: str, tmp_path: Path) -> None:
    """LibreOffice reads answers and exports as text, at commas, semicolons, tabs, or all three."""
    for name in ("answer", "answer.tsv", "figures.csv", "indicators.csv", "sources.csv"):
        texts = [_one_csv(words, name) for words in HOSTILE.values()]
        path = tmp_path / f"{name.removesuffix('.csv').replace('.', '_')}.csv"
        path.write_text("".join(texts), "utf-8", newline="")
    trap = tmp_path / "trap.csv"
    trap.write_text("=1+1,x;=2+2\r\n", "utf-8")  # that it would run one, if there were any
    for separator in ("44", "59", "9/44/59"):
        out = tmp_path / separator.replace("/", "_")
        done = subprocess.run(
            [
                soffice,
                f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
                "--headless",
                f"--infilter=Text - txt - csv (StarCalc):{separator},34,UTF8,1,,1033,false,true",
                *("--convert-to", "xlsx", "--outdir", str(out)),
                *map(str, tmp_path.glob("*.csv")),
            ],
            env={**os.environ, "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        made = {path.stem: path for path in out.glob("*.xlsx")}
        assert len(made) == 6, done.stderr
        formulas = {
            stem: [c.value for row in sheet.iter_rows() for c in row if c.data_type == "f"]
            for stem, path in made.items()
            for sheet in openpyxl.load_workbook(path)
        }
        assert formulas.pop("trap")
        assert {stem: found for stem, found in formulas.items() if found} == {}

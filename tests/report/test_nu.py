"""The pages that kic writes, as the Nu HTML checker of the W3C sees them.

``KIC_TEST_NU`` says where its ``vnu.jar`` is; without it, it is looked for where npm puts it
beside the tests.  It needs Java.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import kic
from kic.formats import Style, write
from kic.report import report
from kic.table.show import show_table
from tests.conftest import ROOT
from tests.hostile import HOSTILE, dataset_of
from tests.needs import missing
from tests.report.conftest import Pages

ODD = sorted((ROOT / "tests" / "corpus" / "data" / "odd").glob("*.toml"))
_NU = ROOT / "tests" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_nu_finds_no_error(pages: Pages, dataset: kic.Dataset, tmp_path: Path) -> None:
    """In the report of every kind of dataset, and in an answer written to a file."""
    jar, java = Path(os.environ.get("KIC_TEST_NU") or _NU), shutil.which("java")
    if not (java and jar.is_file()):
        missing("the Nu checker is not there; get it with npm (vnu-jar), with Java to run it")
    style = Style(alone=True)
    made = {
        "odd": report(kic.load(ODD)),
        "one": report(kic.load(ROOT / "tests" / "one_language.toml"), "en"),
        "template": report(kic.load(ROOT / "kic" / "template.toml")),
        "markup": report(dataset_of(HOSTILE["markup"])),
        "answer": str(write("html", show_table(dataset, kic.show(dataset, "nareis")), style)),
    }
    paths = [*pages.values(), *(tmp_path / f"{name}.html" for name in made)]
    for name, page in made.items():
        (tmp_path / f"{name}.html").write_text(page, "utf-8")
    briefly = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")  # it does not run long
    options = ("-jar", str(jar), "--format", "json", "--errors-only")
    command = [java, *briefly, *options, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert json.loads(done.stderr)["messages"] == []

"""The report in Firefox: what another engine lays out, copies, saves and prints in its own way."""

from __future__ import annotations

import csv
import time
from base64 import b64decode
from pathlib import Path

import pytest

import kic
from kic.formats import Style, citations
from tests.firefox import Firefox
from tests.report.conftest import Pages

CONTROL = "\ue009"  # by which WebDriver names the key


@pytest.fixture
def opened(firefox: Firefox, pages: Pages) -> Firefox:
    """The Dutch report on a laptop."""
    firefox.open(pages["nl"].as_uri())
    firefox.resize(1280, 800)
    return firefox


def test_the_first_screen_and_the_height(opened: Firefox) -> None:
    """All that Chromium shows on the first screen, and nothing wider than the window."""
    assert opened.run("document.querySelector('.legend').getBoundingClientRect().bottom") < 800
    assert opened.run("document.documentElement.scrollHeight") < 13_000
    for width in (500, 768, 1280):  # no window of it is narrower
        opened.resize(width, 800)
        assert opened.run("document.documentElement.scrollWidth") <= width


def test_it_searches_and_keeps_the_choice_in_the_address(opened: Firefox, pages: Pages) -> None:
    """By aliases; a link with a choice shows it, one to an indicator goes there."""
    opened.type("#q", "nareis")
    assert opened.run("document.querySelector('#shown').textContent") == "1 van 58 indicatoren"
    assert opened.run("location.hash") == "#q=nareis"
    opened.open(f"{pages['nl'].as_uri()}#theme=armoede")
    assert opened.run("document.querySelectorAll('.item:not([hidden])').length") == 4
    opened.click(".grid a[href='#gezinshereniging_wachttijd']")
    opened.wait("!document.querySelector('#gezinshereniging_wachttijd').hidden")
    top = "document.querySelector('#gezinshereniging_wachttijd').getBoundingClientRect().top"
    opened.wait(f"{top} >= 0 && {top} < 800")


def test_a_citation_is_copied(opened: Firefox, dataset: kic.Dataset) -> None:
    """From a file on disk, too; it is pasted into the field for searching."""
    opened.click("#gezinshereniging_wachttijd summary")
    opened.click("#gezinshereniging_wachttijd [data-copy]")
    opened.wait("document.querySelector('#shown').textContent === 'Gekopieerd'")
    opened.type("#q", f"{CONTROL}v")
    pasted = opened.run("document.querySelector('#q').value")
    answer = kic.cite(dataset, "gezinshereniging_wachttijd", period="2020")
    cited = citations.write(dataset, answer, "text", Style()).replace("\u00a0", " ")
    assert pasted == " ".join(cited.split())


def test_what_is_shown_is_saved_as_csv(opened: Firefox, dataset: kic.Dataset) -> None:
    """As a file with the rows of what was chosen."""
    opened.type("#q", "nareis")
    opened.click("#csv")
    path = opened.downloads / f"{dataset.info.id}.csv"
    end = time.monotonic() + 30
    while not _is_written(path):
        assert time.monotonic() < end, "nothing was saved"
        time.sleep(0.1)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.DictReader(file)]
    assert [(r["indicator"], r["period"], r["value"]) for r in rows] == [
        ("gezinshereniging_wachttijd", "2019", "233"),
        ("gezinshereniging_wachttijd", "2020", "289"),
    ]


def _is_written(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def test_it_prints(opened: Firefox) -> None:
    """Everything, as a document of pages."""
    pdf = b64decode(opened.ask("WebDriver:Print", background=True)["value"])
    assert pdf.startswith(b"%PDF")
    assert len(pdf) > 50_000

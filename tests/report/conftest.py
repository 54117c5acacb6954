"""The report in both languages, as files that a browser can open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kic
from kic.dataset import context, embedded
from kic.model import Lang
from kic.report import report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LANGUAGES: tuple[Lang, ...] = ("nl", "en")
Pages = dict[Lang, Path]


@pytest.fixture(scope="session")
def pages(dataset: kic.Dataset, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The report in both languages, as files."""
    folder = tmp_path_factory.mktemp("report")
    found: Pages = {}
    for lang in LANGUAGES:
        found[lang] = folder / f"{lang}.html"
        found[lang].write_text(report(dataset, lang), "utf-8")
    return found


@pytest.fixture(scope="session")
def wide() -> kic.Dataset:
    """The figures that come with kic, with those of other publications."""
    return kic.load([embedded(), context()])


@pytest.fixture
def page(chromium: Browser, pages: Pages) -> Iterator[Page]:
    """The Dutch report on a laptop."""
    opened = chromium.new_page(viewport={"width": 1280, "height": 800})
    opened.goto(pages["nl"].as_uri())
    yield opened
    opened.close()

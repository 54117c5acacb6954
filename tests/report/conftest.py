"""The report in both languages, as files that a browser can open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

import pytest

import kic
from kic.dataset import context, embedded
from kic.model import Lang
from kic.report import report
from tests.pages import parsed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LANGUAGES: tuple[Lang, ...] = ("nl", "en")
Pages = dict[Lang, Path]
Roots = dict[Lang, Element]


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


@pytest.fixture(scope="session")
def roots(pages: Pages) -> Roots:
    """The same, parsed once for all tests that only read them."""
    return {lang: parsed(path.read_text("utf-8")) for lang, path in pages.items()}


@pytest.fixture(scope="session", autouse=True)
def _measured_once() -> Iterator[None]:
    """Keep how wide a line is for all pictures, and not for each: most of a picture is that."""
    if not find_spec("matplotlib"):
        yield
        return
    widths: dict[Any, float] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kic.report.chart.sheet.Widths", lambda: widths)
        yield


Open = Callable[..., "Page"]


@pytest.fixture(scope="session")
def _tabs(chromium: Browser) -> dict[bool, Page]:
    """Two tabs for all tests, for a process of the browser takes long to begin."""
    return {free: chromium.new_context(bypass_csp=free).new_page() for free in (False, True)}


_numbers = count(1)


def _opening(tab: Page) -> Open:
    def open_(address: str, width: int = 1280, height: int = 800, **emulated: Any) -> Page:
        as_usual = dict.fromkeys(("color_scheme", "forced_colors"), "null")
        tab.emulate_media(media="null", **as_usual | emulated)
        tab.set_viewport_size({"width": width, "height": height})
        path, sign, fragment = address.partition("#")
        # Anew, and not to another part of what is open.
        tab.goto(f"{path}?{next(_numbers)}{sign}{fragment}")
        return tab

    return open_


@pytest.fixture
def open_page(_tabs: dict[bool, Page]) -> Open:
    """Open an address anew, in a window of a size, as one reads on a laptop by default."""
    return _opening(_tabs[False])


@pytest.fixture
def open_free(_tabs: dict[bool, Page]) -> Open:
    """The same where the policy of a page lets a test change its style and run a script."""
    return _opening(_tabs[True])


@contextmanager
def heard(page: Page, *events: Any) -> Iterator[list[str]]:
    """What comes with the events of these names: the address of a request, or what is said."""
    told: list[str] = []

    def hear(event: Any) -> None:
        told.append(str(getattr(event, "url", event)))

    for name in events:
        page.on(name, hear)
    yield told
    for name in events:
        page.remove_listener(name, hear)


@pytest.fixture
def page(open_page: Open, pages: Pages) -> Page:
    """The Dutch report on a laptop."""
    return open_page(pages["nl"].as_uri())

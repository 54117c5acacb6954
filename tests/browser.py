"""A real Chromium to look at what kic draws, and the rules of axe-core.

``KIC_TEST_BROWSER`` and ``KIC_TEST_AXE`` say where they are; without them they are looked
for where systems keep them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.needs import missing, package

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
_QUIET = (
    "--no-sandbox",  # what it opens is made by the tests themselves
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium that asks nobody for anything."""
    known = (os.environ.get("KIC_TEST_BROWSER"), *map(shutil.which, _NAMES))
    path = next((name for name in known if name), None)
    if path is None:
        missing("no Chromium is installed (KIC_TEST_BROWSER names one)")
    with package("playwright.sync_api").sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, which checks a page against WCAG."""
    path = Path(os.environ.get("KIC_TEST_AXE") or _AXE)
    if not path.is_file():
        missing("axe-core is not there; get it with: npm install --prefix tests axe-core")
    return path.read_text("utf-8")


def contrast(one: str, other: str) -> float:
    """How much two colours differ in light, as WCAG counts it: from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    """The relative luminance of WCAG, which is also what greyscale keeps of a colour."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

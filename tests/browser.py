"""A real Chromium to look at what kic draws, and the rules of axe-core.

``KIC_TEST_BROWSER`` and ``KIC_TEST_AXE`` say where they are; without them they are looked
for where systems keep them.  What is not there skips the tests that need it, or fails them
if ``KIC_TEST_REQUIRED`` is set, as it is in CI.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, sync_playwright

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


def _missing(what: str) -> NoReturn:
    if os.environ.get("KIC_TEST_REQUIRED"):
        pytest.fail(f"{what}, and KIC_TEST_REQUIRED is set")
    pytest.skip(what)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium that asks nobody for anything."""
    known = (os.environ.get("KIC_TEST_BROWSER"), *map(shutil.which, _NAMES))
    path = next((name for name in known if name), None)
    if path is None:
        _missing("no Chromium is installed (KIC_TEST_BROWSER names one)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, which checks a page against WCAG."""
    path = Path(os.environ.get("KIC_TEST_AXE") or _AXE)
    if not path.is_file():
        _missing("axe-core is not there; get it with: npm install --prefix tests axe-core")
    return path.read_text("utf-8")

"""What the tests share: the dataset, datasets made to measure, and an environment for kic."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from jinja2 import Environment

import kic
from tests.browser import axe, chromium
from tests.firefox import firefox
from tests.needs import package

__all__ = ["axe", "chromium", "firefox"]  # fixtures, found here by every test

ROOT = Path(__file__).parent.parent

# Nothing of the machine's own settings decides what a test sees.
OF_PYTHON = {"IOENCODING", "UTF8", "HASHSEED", "UNBUFFERED", "DONTWRITEBYTECODE"}
ENVIRONMENT = {
    key: value
    for key, value in os.environ.items()
    if key not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "SOURCE_DATE_EPOCH", "TZ"}
    and key.removeprefix("PYTHON") not in OF_PYTHON
    and not key.startswith(("KIC_", "LC_", "LANG", "TTY_", "TERM"))
} | {"LANG": "C.UTF-8", "TERM": "xterm-256color"}

MINIMAL = """
[dataset]
id = "proef"
version = "1.0.0"
source = "bron"
license = "CC-BY-4.0"
title = { nl = "Proef", en = "Trial" }

[sources.bron]
publisher = "Uitgever"
title = "Titel"

[organisations]
loket = { nl = "Loket", en = "Desk" }

[themes.thema]
label = { nl = "Thema", en = "Theme" }

[regions.nederland]
label = { nl = "Nederland", en = "Netherlands" }

[regions.eiland]
label = { nl = "Eiland", en = "Island" }

[units]
kinderen = { label = { nl = "kinderen", en = "children" }, kind = "count" }
procent = { label = { nl = "procent", en = "per cent" }, kind = "share" }
"""

RUNNING_TEXT = """
[sources.bron.layout]
lang = "LANG"
running_text = "tekst"
themes = { thema = "Thema" }
"""  # of a page in the language that takes the place of LANG


NEXT = """
[dataset]
id = "vervolg"
version = "1.0.0"
builds_on = "proef"
source = "vervolg"
license = "CC-BY-4.0"
title = { nl = "Vervolg", en = "Sequel" }

[sources.vervolg]
publisher = "Uitgever"
title = "Een jaar later"
"""


def indicator(name: str, figures: str, extra: str = "") -> str:
    """The TOML of an indicator of one theme, counting children in one country."""
    return f"""
[indicators.{name}]
theme = "thema"
label = {{ nl = "Over {name}", en = "About {name}" }}
unit = "kinderen"
region = "nederland"
{extra}
figures = [
{figures}
]
"""


def gaps(*rests: str) -> str:
    """The TOML of gaps: each says what is missing, and quotes the source unless it cannot."""
    told = []
    for rest in rests:
        missing = 'missing = { nl = "iets", en = "something" }'
        quoted = 'as_printed = "geen cijfers", translation = "no figures"'
        keys = [missing, rest] if "concluded" in rest else [missing, quoted, rest]
        told.append(f"{{ {', '.join(key for key in keys if key)} }}")
    return f"gaps = [{', '.join(told)}]"


def figure(period: str, rest: str) -> str:
    """The TOML of one figure, printed at a place of the theme."""
    return f'{{ period = "{period}", locator = "thema/cijfers/1", as_printed = "x", {rest} }},\n'


def exact(period: str, value: object) -> str:
    """The TOML of one exact figure."""
    return figure(period, f'qualifier = "exact", value = {value}')


def sequel(figures: str) -> str:
    """The TOML of an edition that adds these figures to the indicator ``a``."""
    return f"{NEXT}\n[indicators.a]\nfigures = [\n{figures}\n]\n"


def saved(path: Path, text: str) -> Path:
    """The path, with a file of this text in it."""
    path.write_text(text, "utf-8")
    return path


@pytest.fixture(scope="session")
def dataset() -> kic.Dataset:
    """The figures that come with kic."""
    return kic.load()


Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a dataset below the minimal one and give its path."""

    def write_(text: str) -> Path:
        path = tmp_path / "figures.toml"
        path.write_text(MINIMAL + text, encoding="utf-8")
        return path

    return write_


def pytest_configure(config: pytest.Config) -> None:
    """A marker, how Hypothesis tries, and a place for what Python compiles.

    Where Python keeps nothing that it compiled, each process, also of the tests themselves, would
    compile it all again: it is kept beside what pytest keeps from one run to the next.
    """
    config.addinivalue_line("markers", "needs(*packages): skip without these packages")
    settings.register_profile("kic", deadline=None)  # a busy machine is no fault
    settings.load_profile("kic")
    if sys.dont_write_bytecode:
        sys.dont_write_bytecode = False
        sys.pycache_prefix = str(config.cache.mkdir("compiled"))
        ENVIRONMENT["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix


def pytest_collection_finish() -> None:
    """Look for garbage less often, and not among the tests, which stay to the end."""
    gc.freeze()
    gc.set_threshold(5000, 10, 100)


@pytest.fixture(scope="session", autouse=True)
def _templates_once() -> Iterator[None]:
    """Compile a template once for all pages: that takes longer than to fill one in."""
    compile_ = Environment.compile
    compiled: dict[tuple[str | None, ...], Any] = {}

    def once(self: Environment, source: str, name: str | None = None, *rest: Any) -> Any:
        if (source, name) not in compiled:
            compiled[source, name] = compile_(self, source, name, *rest)
        return compiled[source, name]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", once)
        yield


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test that needs a package which is missing."""
    for marker in item.iter_markers("needs"):
        for name in marker.args:
            package(name)


def pytest_addoption(parser: pytest.Parser) -> None:
    """A flag that accepts what kic answers now, in the documentation and in the corpus."""
    parser.addoption("--rewrite", action="store_true", help="keep what kic answers now")

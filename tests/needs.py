"""What a test needs and a machine may not have.

What is missing skips the tests that need it and no others, or fails them if
``KIC_TEST_REQUIRED`` is set, as it is in CI.  A test that uses a package itself gets it from
``package``; one that needs it within kic is marked with ``pytest.mark.needs``.
"""

import os
from importlib import import_module
from typing import Any, NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Skip a test for what is not installed, or fail it where everything has to be."""
    if os.environ.get("KIC_TEST_REQUIRED"):
        pytest.fail(f"{what}, and KIC_TEST_REQUIRED is set")
    pytest.skip(what)


def package(name: str) -> Any:
    """The package or module of this name; without it the test cannot run."""
    try:
        return import_module(name)
    except ImportError as error:
        missing(f"{error.name or name} is not installed")

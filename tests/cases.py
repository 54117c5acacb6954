"""Many small cases in one test, where each costs less than a test of its own does."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]


def each(
    names: str | tuple[str, ...],
    cases: Iterable[Any],
    ids: Iterable[str] | Callable[[Any], str] | None = None,
) -> Callable[[Test], Test]:
    """Try a test with each of these cases, as ``pytest.mark.parametrize`` does, but as one test.

    All of them are tried, in one folder if they need one, and those that fail are named.
    """
    every = [*cases]
    assert every, "there is no case"
    parts = [name.strip() for name in names.split(",")] if isinstance(names, str) else [*names]
    called = [*map(ids, every)] if callable(ids) else [*(ids or map(str, every))]

    def of_all(test: Test) -> Test:
        @wraps(test)
        def tried(**given: Any) -> None:
            failed: dict[str, BaseException] = {}
            for name, case in zip(called, every, strict=True):
                values = case if len(parts) > 1 else (case,)
                try:
                    test(**given, **dict(zip(parts, values, strict=True)))
                except (Exception, pytest.fail.Exception) as error:
                    failed[name] = error
            if failed:
                raise _together(failed)

        asked = inspect.signature(test)
        others = [p for name, p in asked.parameters.items() if name not in parts]
        tried.__signature__ = asked.replace(parameters=others)  # type: ignore[attr-defined]
        return tried

    return of_all


def _together(failed: Mapping[str, BaseException]) -> BaseException:
    """What went wrong in several cases, each with its name."""
    for name, error in failed.items():
        error.add_note(f"This is of the case {name}")
    return BaseExceptionGroup(f"it fails for {'; '.join(failed)}", [*failed.values()][:20])

"""What shells are given to complete."""

from pathlib import Path

from kic.cli.options import completing
from tests.hostile import HOSTILE, load, raw
from tests.readers import inert


def test_a_completion_has_nothing_that_a_shell_runs(tmp_path: Path) -> None:
    """Shells show labels beside the ids, and some read them as code before that."""

    class Context:
        params = {"data": [tmp_path / "hostile.toml"]}  # noqa: RUF012

    for words in HOSTILE.values():
        load(tmp_path, raw(words))
        found = completing("subject")(Context, "")  # type: ignore[arg-type]
        assert len(found) > 5
        assert all(
            inert(hint) and not set(hint) & set("\\$`'\"<>[]{}|&!*?\n") for _, hint in found
        )

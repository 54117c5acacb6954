"""What a wheel has beside the package: a manual page, and completion for three shells.

They are made from the command line itself when a wheel is built.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent, wrap
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_COMPLETIONS = {
    "bash": "bash-completion/completions/kic",
    "zsh": "zsh/site-functions/_kic",
    "fish": "fish/vendor_completions.d/kic.fish",
}
# zsh runs such a file when it first completes kic, and would show nothing that time.
_ZSH_ONCE = '[[ ${zsh_eval_context[-1]} == loadautofunc ]] && _kic_completion "$@"'


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the files below ``share`` to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the files and name them in ``build_data``; an editable wheel has none."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        self._made = TemporaryDirectory()
        for name, text in shared_files().items():
            path = Path(self._made.name, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
            build_data["shared_data"][str(path)] = f"share/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was written for the wheel."""
        if version != "editable":
            self._made.cleanup()


def shared_files() -> dict[str, str]:
    """The text of each file, by its path below ``share``."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    files = {"man/man1/kic.1": manual_page()}
    for shell, path in _COMPLETIONS.items():
        script = get_completion_script(prog_name="kic", complete_var="_KIC_COMPLETE", shell=shell)
        files[path] = f"{script}\n"
    files[_COMPLETIONS["zsh"]] += f"{_ZSH_ONCE}\n"
    return files


def manual_page() -> str:
    """The manual page of all commands, in the language of man."""
    import typer

    from kic import __version__
    from kic.cli import app
    from kic.cli.options import SHARED

    group: Any = typer.main.get_command(app)
    about, *told = group.help.split("\n\n")
    lines = [f'.TH KIC 1 "" "kic {__version__}"', ".SH NAME"]
    lines += [rf"kic \- {_escaped(about[0].lower() + about[1:].rstrip('.'))}", ".SH SYNOPSIS"]
    lines += [r"\fBkic\fR \fICOMMAND\fR [\fIOPTION\fR]...", ".SH DESCRIPTION", *_paragraphs(told)]
    lines += [".SH COMMANDS"]
    shared = {}
    for command in group.commands.values():
        arguments = [p.metavar for p in command.params if p.param_type_name == "argument"]
        lines += [f".SS kic {_escaped(' '.join([command.name, *arguments]))}"]
        lines += _paragraphs(command.help.split("\n\n"))
        for parameter in command.params:
            if getattr(parameter, "rich_help_panel", None) == SHARED:
                shared[parameter.name] = parameter
            else:
                lines += _described(parameter)
    lines += [".SH SHARED OPTIONS", "Each command has those that it can do something with."]
    for parameter in shared.values():
        lines += _described(parameter)
    lines += [".SH EXIT STATUS", *_paragraphs([group.epilog])]
    return "\n".join(lines) + "\n"


def _paragraphs(texts: list[str]) -> Iterator[str]:
    """Paragraphs below a heading; in one of commands each stays on its own line."""
    for number, text in enumerate(texts):
        if number:
            yield ".PP"
        if text.lstrip().startswith("kic "):
            yield from (".RS 2", ".nf", *map(_escaped, dedent(text).splitlines()), ".fi", ".RE")
        else:
            yield from _lines(text)


def _described(parameter: Any) -> list[str]:
    """An option or argument with its help."""
    names = [] if parameter.param_type_name == "argument" else parameter.opts
    value = parameter.metavar
    label = ", ".join(rf"\fB{_escaped(name)}\fR" for name in names)
    value = rf" \fI{_escaped(value)}\fR" if value else ""
    return [".TP", f"{label}{value}".strip(), *_lines(parameter.help)]


def _lines(text: str) -> list[str]:
    """A text in lines as short as man wants them."""
    return wrap(_escaped(" ".join(text.split())), 79, break_on_hyphens=False)


def _escaped(text: str) -> str:
    r"""A text as man shows it to the letter; a hyphen is one that can be searched for."""
    for character, name in {"\\": r"\e", "-": r"\-", "'": r"\(aq", ".": r"\&."}.items():
        text = text.replace(character, name)
    return text

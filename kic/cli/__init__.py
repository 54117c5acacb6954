"""The command line: parses arguments, picks a verb, writes its answer."""

from collections.abc import Iterable
from importlib import import_module

import typer

from kic.cli.application import Command, new_application

app: typer.Typer  # with all commands; made when it is asked for

_QUESTIONS, _ANSWERS, _DATASETS = "Questions", "Answers to keep", "Datasets"
# All commands, in the order of their documentation: the module that holds each, and the group
# that help lists it in.
_COMMANDS = {
    "themes": ("questions", _QUESTIONS),
    "show": ("questions", _QUESTIONS),
    "compare": ("questions", _QUESTIONS),
    "gaps": ("questions", _QUESTIONS),
    "find": ("questions", _QUESTIONS),
    "diff": ("differences", _QUESTIONS),
    "cite": ("publications", _ANSWERS),
    "chart": ("publications", _ANSWERS),
    "schema": ("datasets", _DATASETS),
    "export": ("publications", _ANSWERS),
    "report": ("publications", _ANSWERS),
    "init": ("datasets", _DATASETS),
    "validate": ("datasets", _DATASETS),
}


def application(names: Iterable[str] = _COMMANDS) -> typer.Typer:
    """The application with the commands of these names; with all, where there are none.

    Typer takes longer to prepare ten commands than kic to answer one of them.
    """
    made = new_application()
    for name in dict.fromkeys(n for n in names if n in _COMMANDS) or _COMMANDS:
        module, group = _COMMANDS[name]
        function = getattr(import_module(f"kic.cli.{module}"), name)
        made.command(name, cls=Command, rich_help_panel=group)(function)
    return made


def __getattr__(name: str) -> typer.Typer:
    if name != "app":
        raise AttributeError(f"module 'kic.cli' has no attribute {name!r}")
    return application()

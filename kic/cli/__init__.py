"""The command line: parses arguments, picks a verb, writes its answer."""

from collections.abc import Callable

from kic.cli.application import Command, app
from kic.cli.datasets import init, schema, validate
from kic.cli.publications import chart, cite, export, report
from kic.cli.questions import compare, find, gaps, show, themes

__all__ = ["app"]

_QUESTIONS, _ANSWERS, _DATASETS = "Questions", "Answers to keep", "Datasets"
# All commands, in the order of their documentation, with the group that help lists them in.
_COMMANDS: dict[Callable[..., None], str] = {
    themes: _QUESTIONS,
    show: _QUESTIONS,
    compare: _QUESTIONS,
    gaps: _QUESTIONS,
    find: _QUESTIONS,
    cite: _ANSWERS,
    chart: _ANSWERS,
    schema: _DATASETS,
    export: _ANSWERS,
    report: _ANSWERS,
    init: _DATASETS,
    validate: _DATASETS,
}
for _command, _group in _COMMANDS.items():
    app.command(_command.__name__, cls=Command, rich_help_panel=_group)(_command)

"""The page around its parts: a head that lets nothing act, a header, contents and a footer."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from kic import __version__
from kic.dataset import Dataset
from kic.model import Lang, Text
from kic.query.names import Names
from kic.report import about, words
from kic.report.answers import Answers, ask, key
from kic.report.drawing import TEXTURES
from kic.report.tables import content
from kic.report.themes import figures
from kic.report.voice import Voice, voice
from kic.table.common import publication


def report(dataset: Dataset, lang: Lang = "nl", theme: Names = None) -> str:
    """A dataset, or some of its themes, as one page of HTML that needs nothing else.

    The same dataset gives the same page.  Raises UsageError for a theme that does not exist.
    """
    answers = ask(dataset, theme)
    speaking = voice(dataset, lang)
    return "\n".join(_page(answers, speaking)) + "\n"


def _page(answers: Answers, voice: Voice) -> Iterator[str]:
    style, script = _asset("report.css"), _asset("report.js")
    yield "<!DOCTYPE html>"
    yield f'<html lang="{voice.lang}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    title = answers.dataset.title
    yield f"<title{voice.lang_of(title)}>{voice.plain(title)}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"
    yield "<body>"
    yield f'<a class="skip" href="#main">{voice(words.SKIP)}</a>'
    yield TEXTURES
    yield from _header(answers, voice)
    yield from _contents(answers, voice)
    yield '<main id="main">'
    yield from _section("overview", words.OVERVIEW, voice, about.overview(answers, voice))
    yield from _section("reading", words.READING, voice, about.reading(answers, voice))
    yield from _section("figures", words.FIGURES, voice, figures(answers, voice))
    yield from _section("corrected", words.CORRECTED, voice, about.corrections(answers, voice))
    yield from _section("citing", words.CITING, voice, about.citing(answers, voice))
    yield from _section("sources", words.SOURCES, voice, about.sources(answers, voice))
    yield "</main>"
    yield f"<script>{script}</script>"
    yield "</body>"
    yield "</html>"


def _section(name: str, title: Text, voice: Voice, inside: Iterable[str]) -> Iterator[str]:
    """A part of the page under a heading of its own."""
    yield f'<section id="{name}" aria-labelledby="{name}-title">'
    yield f'<h2 id="{name}-title">{voice(title)}</h2>'
    yield from inside
    yield "</section>"


def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """What the page may do: run these very texts, and nothing else."""
    allowed = {
        "default-src": "'none'",
        "style-src": _digest(style),
        "script-src": _digest(script),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _header(answers: Answers, voice: Voice) -> Iterator[str]:
    dataset = answers.dataset
    yield "<header>"
    yield f'<p class="kicker">{voice(words.KICKER)}</p>'
    yield f"<h1>{voice(dataset.title)}</h1>"
    yield f'<p class="lead">{voice(words.LEAD_SOME if answers.limited else words.LEAD)}</p>'
    yield '<dl class="told">'
    for name, told in _identity(answers, voice):
        yield f"<div><dt>{voice(name)}</dt><dd>{told}</dd></div>"
    yield "</dl>"
    yield "</header>"


def _identity(answers: Answers, voice: Voice) -> Iterator[tuple[Text, str]]:
    """Who published what the page tells, which dataset holds it, and how much of it."""
    for info in answers.dataset.editions:
        source = answers.dataset.sources[info.source]
        yield words.PUBLISHED_BY, content(publication(source), voice)
        yield words.DATASET, f"{voice(info.id)}, {voice(words.VERSION)} {voice(info.version)}"
    publishers = dict.fromkeys(source.publisher for source in answers.dataset.own.values())
    made = voice(words.COMPILED_WITH)
    told = made.format(
        version=__version__, publisher=", ".join(voice(name) for name in publishers)
    )
    yield words.COMPILED, told
    if answers.limited:
        yield words.ONLY, ", ".join(voice(t.label) for t in answers.themes.themes)


def _contents(answers: Answers, voice: Voice) -> Iterator[str]:
    yield f'<nav aria-label="{voice.plain(words.CONTENTS)}"><ul>'
    yield _entry("overview", words.OVERVIEW, voice)
    yield _entry("reading", words.READING, voice)
    themes = ((f"theme-{key(t.theme)}", t.label) for t in answers.themes.themes)
    inside = "".join(_entry(name, label, voice) for name, label in themes)
    yield f'<li><a href="#figures">{voice(words.FIGURES)}</a><ul>{inside}</ul></li>'
    yield _entry("corrected", words.CORRECTED, voice)
    yield _entry("citing", words.CITING, voice)
    yield _entry("sources", words.SOURCES, voice)
    yield "</ul></nav>"


def _entry(name: str, label: Text, voice: Voice) -> str:
    return f'<li><a href="#{name}">{voice(label)}</a></li>'

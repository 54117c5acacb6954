"""A picture made the content of a file: a figure of matplotlib as SVG or PNG."""

import logging
import os
import re
import sys
from contextlib import chdir, suppress
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from kic.formats import Style
from kic.formats.cell_text import cell
from kic.model import Lang
from kic.model.errors import UsageError, needed
from kic.report.chart.look import CM, NARROWEST, WIDEST, Look, settings
from kic.report.chart.picture import Picture, description

Kind = Literal["svg", "png"]
SUFFIXES: dict[str, Kind] = {".svg": "svg", ".png": "png"}
DPI = 200
HIGHEST = 42.0  # in cm, as high as a page of a newspaper


def draw(picture: Picture, kind: Kind, lang: Lang, look: Look) -> bytes:
    """The picture as the content of an SVG or a PNG file.

    Raises MissingExtraError if matplotlib is not installed, and UsageError for a picture that
    nobody could read: too wide or too narrow, or with more than fits.
    """
    if not NARROWEST <= look.width <= WIDEST:
        raise UsageError(
            f"--width is in cm, from {NARROWEST:g} to {WIDEST:g} (found {look.width:g})."
        )
    # Where it can keep no cache, or lacks a font, it says so on stderr: of no use to anybody.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    matplotlib = _matplotlib()
    # The settings of whoever runs this are put aside, and put back.
    defaults = {k: v for k, v in matplotlib.rcParamsDefault.items() if k != "backend"}
    with matplotlib.rc_context(defaults | settings(look)):
        sheet = _sheet(picture, lang, look)
        title = cell(picture.title, Style(lang=lang))
        text = "\n".join(description(picture, lang))
        if kind == "png":
            about = {"Title": title, "Description": text, "Software": None}
            size = {"dpi": (DPI, DPI)}  # of what is drawn larger than it was laid out
            return _saved(
                sheet, format="png", dpi=DPI * look.scale, metadata=about, pil_kwargs=size
            )
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        svg = _saved(sheet, format="svg", metadata=nothing).decode("utf-8")
        return _accessible(svg, title, text, look.scale).encode("utf-8")


def _sheet(picture: Picture, lang: Lang, look: Look) -> Any:
    """The sheet that it is drawn on, as high as one may be."""
    from kic.report.chart.drawing import Drawing
    from kic.report.chart.sheet import Sheet

    sheet = Sheet(look.width / look.scale * CM, HIGHEST * CM, look.palette)
    Drawing(sheet, lang).draw(picture)
    return sheet


def _matplotlib() -> Any:
    """matplotlib, started without the settings of the machine, which may be none it takes.

    It reads them from the environment and, before any other, from the working directory, which
    may be gone.
    """
    if "matplotlib" in sys.modules or (spec := find_spec("matplotlib")) is None:
        return needed("matplotlib", "chart")
    own = Path(str(spec.origin)).with_name("mpl-data")  # with the settings it comes with
    backend = os.environ.pop("MPLBACKEND", None)
    try:
        with suppress(OSError), chdir(own):
            needed("matplotlib", "chart")
        return needed("matplotlib", "chart")
    finally:
        if backend is not None:
            os.environ["MPLBACKEND"] = backend


def _saved(sheet: Any, **how: Any) -> bytes:
    """What is filled of a sheet."""
    content = BytesIO()
    sheet.figure.savefig(content, bbox_inches=sheet.filled(), **how)
    return content.getvalue()


def _accessible(svg: str, title: str, text: str, scale: float) -> str:
    """The SVG as an image with a name and a description, fit to stand in a page.

    It has no doctype to look up, no style that would hold for the whole page, and no names
    of parts that a second chart would have too.
    """
    svg = re.sub(r"<!DOCTYPE[^>]*>\s*", "", svg, count=1)
    svg = re.sub(r"<defs>\s*<style[^>]*>\*\{[^}]*\}</style>\s*</defs>\s*", "", svg, count=1)
    svg = re.sub(r'<g id="[\w.]+_\d+"', "<g", svg)
    head = f"<title>{escape(title, quote=False)}</title>\n"
    head += f" <desc>{escape(text, quote=False)}</desc>"
    size = re.compile(r'(?<=(?:width|eight)=")([\d.]+)(?=pt")')
    svg = size.sub(lambda m: f"{float(m[1]) * scale:g}", svg, count=2)
    root = '<svg role="img" stroke-linejoin="round"'
    return re.sub(r"<svg( [^>]*>)", lambda m: f"{root}{m[1]}\n {head}", svg, count=1)

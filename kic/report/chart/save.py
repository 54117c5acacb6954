"""A chart saved with matplotlib: as SVG or PNG, with all its values as text besides.

No setting of the machine has a say: the same picture gives the same bytes.

Why matplotlib: it makes both SVG and PNG, knows hatches for what is uncertain, turns text into
paths of a font that it brings along, and needs neither a browser nor a network, which the
renderers of web charts do.
"""

import logging
import os
import re
import sys
from contextlib import chdir, nullcontext
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from kic.model import Lang
from kic.model.errors import OutputError, needed
from kic.report.chart.layout import lay_out
from kic.report.chart.pen import HUE, PAPER, Pen, Shape, Words
from kic.report.chart.picture import Picture, description

Kind = Literal["svg", "png"]
SUFFIXES: dict[str, Kind] = {".svg": "svg", ".png": "png"}
DPI = 200
MOST_PIXELS = 100_000_000  # each takes four bytes of memory and more


def draw(picture: Picture, kind: Kind, lang: Lang) -> bytes:
    """The picture as the content of an SVG or a PNG file.

    Raises MissingExtraError if matplotlib is not installed, and OutputError for a PNG that no
    program would show.
    """
    logger = logging.getLogger("matplotlib")
    level = logger.level
    # Where it can keep no cache it says so on stderr, which is of no use to anybody here.
    logger.setLevel(logging.ERROR)
    try:
        matplotlib = _matplotlib()
        pen = Pen(lang)
        page = lay_out(pen, picture)
        if kind == "png":
            _check_size(page)
        title, text = pen.say(picture.title), "\n".join(description(picture, lang))
        # The settings of whoever runs this are put aside, and put back.
        settings = {k: v for k, v in matplotlib.rcParamsDefault.items() if k != "backend"}
        with matplotlib.rc_context(settings | _SETTINGS):
            figure = _figure(pen, page)
            if kind == "png":
                return _png(figure, title, text)
            return _accessible(_svg(figure), title, text).encode("utf-8")
    finally:
        logger.setLevel(level)


_SETTINGS = {
    "svg.fonttype": "path",  # so that it looks the same where the font is not
    "svg.hashsalt": "kic",
    "text.hinting": "none",  # letters as wide as they were measured
    "hatch.color": HUE,
    "hatch.linewidth": 1.1,
}


def _check_size(page: tuple[float, float]) -> None:
    wide, high = (round(length / 72 * DPI) for length in page)
    if wide * high > MOST_PIXELS:
        raise OutputError(
            f"this chart would have {wide} by {high} pixels, and a PNG is drawn up to "
            f"{MOST_PIXELS // 1_000_000} million; ask for less, or give --output FILE.svg."
        )


def _matplotlib() -> Any:
    """matplotlib, started without the settings of the machine, which may be none it takes.

    It reads them from the environment and, before any other, from the working directory.
    """
    if "matplotlib" in sys.modules or (spec := find_spec("matplotlib")) is None:
        return needed("matplotlib", "chart")
    own = Path(str(spec.origin)).with_name("mpl-data")  # with the settings it comes with
    backend = os.environ.pop("MPLBACKEND", None)
    try:
        with chdir(own) if own.is_dir() and _is_somewhere() else nullcontext():
            return needed("matplotlib", "chart")
    finally:
        if backend is not None:
            os.environ["MPLBACKEND"] = backend


def _is_somewhere() -> bool:
    """Whether the working directory is still there, to come back to."""
    try:
        return bool(os.getcwd())  # noqa: PTH109 - as chdir does
    except OSError:
        return False


def _figure(pen: Pen, page: tuple[float, float]) -> Any:
    """What a pen drew as a figure of matplotlib."""
    from matplotlib.figure import Figure
    from matplotlib.transforms import Affine2D

    width, height = page
    figure = Figure(figsize=(width / 72, height / 72), facecolor=PAPER)
    points = Affine2D().scale(1, -1).translate(0, height).scale(1 / 72)
    for place, thing in enumerate(pen.drawn):
        artist = figure.add_artist(_artist(pen, thing))
        artist.set_transform(points + figure.dpi_scale_trans)
        artist.set_zorder(place)  # what is drawn later lies over what was drawn before
    return figure


def _artist(pen: Pen, thing: Words | Shape) -> Any:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Polygon
    from matplotlib.text import Text

    if isinstance(thing, Words):
        font = pen.font(thing.size, thing.bold)
        # Without parsing, a dollar in a dataset is a dollar.
        return Text(
            thing.x,
            thing.y,
            thing.text,
            fontproperties=font,
            color=thing.color,
            parse_math=False,
        )
    style = (0, thing.dashes) if thing.dashes else "-"
    if len(thing.points) == 2:
        xs, ys = zip(*thing.points, strict=True)
        return Line2D(xs, ys, color=thing.edge, lw=thing.weight, ls=style, solid_capstyle="butt")
    return Polygon(
        thing.points,
        facecolor=thing.face or "none",
        edgecolor=thing.edge or "none",
        linewidth=thing.weight if thing.edge else 0,
        linestyle=style,
        hatch=thing.hatch,
    )


def _png(figure: Any, title: str, text: str) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    FigureCanvasAgg(figure)
    content = BytesIO()
    about = {"Title": title, "Description": text, "Software": None}
    figure.savefig(content, format="png", dpi=DPI, metadata=about)
    return content.getvalue()


def _svg(figure: Any) -> str:
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    FigureCanvasSVG(figure)
    content = BytesIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    figure.savefig(content, format="svg", metadata=nothing)
    return content.getvalue().decode("utf-8")


def _accessible(svg: str, title: str, text: str) -> str:
    """The SVG as an image with a name and a description, fit to stand in a page.

    It has no doctype to look up, no style that would hold for the whole page, and no names
    of parts that a second chart would have too.
    """
    svg = re.sub(r"<!DOCTYPE[^>]*>\s*", "", svg, count=1)
    svg = re.sub(r"<defs>\s*<style[^>]*>\*\{[^}]*\}</style>\s*</defs>\s*", "", svg, count=1)
    svg = re.sub(r'<g id="[a-z0-9]+_\d+">', "<g>", svg)
    head = f"<title>{escape(title, quote=False)}</title>\n"
    head += f" <desc>{escape(text, quote=False)}</desc>"
    return re.sub(
        r"<svg ([^>]*)>",
        lambda m: f'<svg role="img" stroke-linejoin="round" {m[1]}>\n {head}',
        svg,
        count=1,
    )

"""How a picture looks: its width, its colours, and the settings of matplotlib for them."""

from typing import Any, NamedTuple

CM = 72 / 2.54  # points in a centimetre
PAGE = 16.0  # the width of a page of text, in cm
NARROWEST, WIDEST = 8.0, 60.0


class Palette(NamedTuple):
    """The colours of a picture: those of the page."""

    paper: str
    ink: str
    soft: str
    line: str
    known: str
    paler: str
    missing: str


LIGHT = Palette("#ffffff", "#1b1d22", "#565b64", "#d3d0c8", "#1f4e79", "#a3bdd8", "#8f4300")
DARK = Palette("#14161a", "#ecebe6", "#b3b8c2", "#3b404a", "#8fc1ee", "#4a708f", "#f0a860")


class Look(NamedTuple):
    """How wide in cm, whether on a dark ground, and with its letters as outlines.

    Text that stays text can be searched and edited, and is written in the reader's letters
    where the font is not there; outlines look the same everywhere.
    """

    width: float = PAGE
    dark: bool = False
    outlines: bool = False

    @property
    def palette(self) -> Palette:
        """Its colours."""
        return DARK if self.dark else LIGHT

    @property
    def scale(self) -> float:
        """How much larger everything is than on a page: what is wider is seen from further."""
        return max(1, self.width / PAGE)


def settings(look: Look) -> dict[str, Any]:
    """The settings of matplotlib."""
    return {
        # Verdana is as wide as the font that comes with matplotlib, where that is not there.
        "font.sans-serif": ["DejaVu Sans", "Verdana"],
        "svg.fonttype": "path" if look.outlines else "none",
        "svg.hashsalt": "kic",
        "text.hinting": "none",  # letters as wide as they were measured
        "text.color": look.palette.ink,
        "hatch.linewidth": 0.8,
        **{f"axes.spines.{side}": False for side in ("left", "right", "top", "bottom")},
        "axes.facecolor": "none",
        "axes.axisbelow": True,
        **{f"{axis}.major.size": 0 for axis in ("xtick", "ytick")},
        **{f"{axis}.labelsize": 8 for axis in ("xtick", "ytick")},
        **{f"{axis}.color": look.palette.soft for axis in ("xtick", "ytick")},
        "legend.frameon": False,
        "legend.borderpad": 0,
        "legend.borderaxespad": 0,
        "legend.handlelength": 1.8,
        "legend.labelspacing": 0.4,
    }

"""Text for people in an encoding that may lack some of its characters."""

from unicodedata import combining, normalize

_PLAINER = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2026": "...",
        "\u2022": "*",
        "\u2500": "-",
        "\u2588": "#",
        "\u25cf": "#",
        "\u25d0": "+",
        "\u25cb": "o",
        "\u00a0": " ",
    }
)


def encodable(text: str, encoding: str) -> str:
    """The text with plain letters and signs for those that the encoding lacks.

    Raises ``UnicodeEncodeError`` for a character that has no plainer form.
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        if len(text) > 1:
            return "".join(encodable(character, encoding) for character in text)
        letters = normalize("NFKD", text.translate(_PLAINER))
        text = "".join(c for c in letters if not combining(c))
        text.encode(encoding)
    return text

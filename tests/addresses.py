"""Addresses that a dataset may and may not have."""

from pathlib import Path

import kic
from tests.hostile import TAME, load, raw

REFUSED = [
    "http://x}},evil={y", "http://x/<script>alert(1)</script>", "http://x/a b", "http://x/\u00a0",
    "http://x/a\u202eb", "http://a\u202eb.nl/", "http://x/a\nb", "http://x/\x9b", "http://x/\x85",
    "http://x/\u2028", "http://x/a\u200bb", "http://x/\"onclick=\"", "http://x/[y](z)", "http://[::1]/",
    "http://x\\@evil.example/", "http://kinderrechten.nl@evil.example/", "http://", "http:///x",
    "http://?x", "http://x:99999/", "http://a%20b/", "javascript:alert(1)", "ftp://x/", "//x/y",
    "http://x/\u3164", "http://x/a\ufe0f", "http://x/\U000e0101",
]  # fmt: skip  # fmt: skip

TAKEN = [
    "https://example.org", "http://example.org:8080/a/b?c=d&e=f#g", "https://nl.wikipedia.org/wiki/A_(b)",
    "https://m\u00fcnchen.de/stra\u00dfe", "https://example.org/a%20b,c;d'e!f*g$h~i@j",
]  # fmt: skip  # fmt: skip


def with_address(folder: Path, url: str) -> kic.Dataset:
    """The dataset of hostile texts, with tame ones and this address of its source."""
    tables = raw(TAME)
    tables["sources"]["rapport"]["url"] = url
    return load(folder, tables)

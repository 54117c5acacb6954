"""The report and the documentation as a site: ``python .ci/site.py FOLDER``, which is made.

The README is its first page, and leads to the report in two languages; each other text is a page
of its own.  A link that leads nowhere ends it.
"""

import re
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt

import kic
from kic.report import report

ROOT = Path(__file__).parents[1]
STYLE = (
    "body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif }"
    " pre { overflow-x: auto; padding: 1rem; background: #f4f4f4 }"
    " table { display: block; overflow-x: auto; border-collapse: collapse }"
    " td, th { padding: .2rem .6rem; border: 1px solid #ccc; text-align: left }"
)
_LINK = r'href="(?:\.\./|docs/)?([\w.-]+)\.md(#[^"]*)?"'  # to another text
PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>{style}</style>
<nav lang="nl"><a href="index.html">kic</a> · <a href="rapport.html">Het rapport</a> ·
<a href="report.html" lang="en">The report</a></nav>
<main>
{content}</main>
</html>
"""


def main(site: Path) -> None:
    """Write the pages."""
    site.mkdir()
    dataset = kic.load()
    for lang, name in (("nl", "rapport"), ("en", "report")):
        (site / f"{name}.html").write_text(report(dataset, lang), "utf-8", newline="\n")
    for source in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        name = f"{source.stem}.html".replace("README", "index")
        (site / name).write_text(_page(source), "utf-8", newline="\n")
    told = (ROOT / "llms.txt").read_text("utf-8").replace("(docs/", "(")
    told = told.replace("README.md", "index.html").replace(".md)", ".html)")
    (site / "llms.txt").write_text(told, "utf-8", newline="\n")
    for source in (*(ROOT / "docs").glob("*.json"), ROOT / "LICENSE"):
        (site / source.name).write_bytes(source.read_bytes())
    (site / "data").mkdir()
    (site / "data" / "LICENSE").write_bytes((ROOT / "data" / "LICENSE").read_bytes())
    if dead := sorted(_dead(site)):
        raise SystemExit(f"these links lead nowhere: {', '.join(dead)}")


def _dead(site: Path) -> Iterator[str]:
    """The links of the pages made from texts that lead to no file, or to no place in it."""
    pages = {path.name: path.read_text("utf-8") for path in site.glob("*.html")}
    for name, page in pages.items():
        links = re.findall(r'href="(?!https?:)([^"#]*)(?:#([^"]*))?"', page)
        for file, anchor in links if "<main>\n" in page else ():
            held = pages.get(file or name, "")
            if not (site / (file or name)).exists() or (anchor and f'id="{anchor}"' not in held):
                yield f"{name}: {file}#{anchor}"


def _page(source: Path) -> str:
    """A text in Markdown as a page, whose links lead to pages beside it."""
    markdown = MarkdownIt("commonmark").enable("table")
    content = markdown.render(source.read_text("utf-8"))
    content = re.sub(_LINK, r'href="\1.html\2"', content).replace("README.html", "index.html")
    content = re.sub(r"<h([2-4])>(.*?)</h\1>", _with_anchor, content)
    title = re.search(r"<h1>(.*?)</h1>", content)
    return PAGE.format(
        title=title[1] if title else escape(source.stem), style=STYLE, content=content
    )


def _with_anchor(heading: re.Match[str]) -> str:
    """A heading with the anchor by which texts refer to it."""
    level, words = heading.groups()
    anchor = re.sub(r"[^\w -]", "", re.sub(r"<.*?>", "", words)).lower().replace(" ", "-")
    return f'<h{level} id="{anchor}">{words}</h{level}>'


if __name__ == "__main__":
    main(Path(sys.argv[1]))

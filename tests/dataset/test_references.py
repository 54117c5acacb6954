"""The numbers that name a table or an article, beside those that count what stands behind them."""

from pathlib import Path

import pytest
import tomli

from kic.dataset.page.exactness import readings
from kic.dataset.page.language import language
from kic.model import Lang
from kic.model.text import LANGS
from tests.cases import each

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

SENTENCES = tomli.loads(Path(__file__).with_name("references.toml").read_text("utf-8"))


@each(("lang", "sentence"), [(lang, sentence) for lang in LANGS for sentence in SENTENCES[lang]])
def test_a_number_that_counts_is_no_reference(lang: Lang, sentence: str) -> None:
    """In "figure 3" it names one; in "official figures 14,412 minors" it counts."""
    found = readings(sentence, language(lang))
    figures = [r.numeral for r in found if r.is_figure]
    assert [sentence[n.start : n.end] for n in figures] == SENTENCES[lang][sentence]

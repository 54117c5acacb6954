"""The ages of an indicator against those that its label tells."""

from collections.abc import Iterator, Mapping

from kic.dataset.page.language import Language, language
from kic.dataset.page.numerals import numerals
from kic.dataset.page.running_text import OLDEST, Age, age_limits
from kic.model import Indicator
from kic.model.errors import Problem
from kic.model.text import LANGS


def age_warnings(indicators: Mapping[str, Indicator]) -> Iterator[Problem]:
    """The indicators with ages on the other side of a limit in their label: 0-18 of "under 18".

    Raises MissingExtraError without the packages that read numbers.
    """
    for id_, indicator in indicators.items():
        labels = ((code, indicator.label.given(code)) for code in LANGS)
        told = (
            limit for code, label in labels if label for limit in _limits(label, language(code))
        )
        if ages := indicator.age_range:
            for side, limit in dict.fromkeys(told):
                if (side < 0 and ages[-1] >= limit) or (side > 0 and ages[0] < limit):
                    own = f"under {limit}" if side < 0 else f"{limit} and older"
                    message = f"the label says {own} (found {indicator.ages})"
                    yield Problem(("indicators", id_, "ages"), message)


def _limits(label: str, lang: Language) -> frozenset[Age]:
    """The ages in a label, with the side of each on which others lie."""
    ages = [n for n in numerals(label, lang) if n.kind in ("age", "number") and n.numbers]
    return age_limits(label, [n for n in ages if max(n.numbers) <= OLDEST], lang)

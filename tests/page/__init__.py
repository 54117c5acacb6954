"""The source page, read again on its own, to hold the dataset against.

It was typed from the page by somebody who had not seen the dataset, and so was an earlier
reading, of which the tables stay that the later one does not have: the numbers as values
(NUMBERS), the directions (TRENDS), all numerals (NUMERALS), the lists (BULLETS) and the dated
events (EVENTS).  Nothing here is changed to agree with the dataset; where the two differ,
``tests/dataset/test_page.py`` says so.
"""

from tests.page.bullets import BULLETS
from tests.page.cautions import CAUTIONS
from tests.page.events import EVENTS
from tests.page.gaps import GAPS
from tests.page.numbers import NUMBERS
from tests.page.numerals import NUMERALS
from tests.page.order import ORDER
from tests.page.quantities import QUANTITIES
from tests.page.shapes import (
    Caution,
    Direction,
    Gap,
    Order,
    Printed,
    Quantity,
    Statement,
)
from tests.page.statements import STATEMENTS
from tests.page.trends import TRENDS

__all__ = [
    "BULLETS",
    "CAUTIONS",
    "EVENTS",
    "GAPS",
    "NUMBERS",
    "NUMERALS",
    "ORDER",
    "QUANTITIES",
    "STATEMENTS",
    "TRENDS",
    "Caution",
    "Direction",
    "Gap",
    "Order",
    "Printed",
    "Quantity",
    "Statement",
]

"""What rates are of, made to measure."""

from tests.conftest import exact, figure, indicator


def population(figures: str, extra: str = "") -> str:
    """An indicator that divides children under 18."""
    return indicator(
        "inwoners", figures, f'denominator_for = ["kinderen"]\nages = "0-17"\n{extra}'
    )


def counted(name: str, figures: str, extra: str = "") -> str:
    """An indicator of whom it is known that they are a part of the population."""
    return indicator(name, figures, f'ages = "0-17"\n{extra}')


def on_island(rest: str) -> str:
    """A figure of another region."""
    return figure("2020", f'{rest}, region = "eiland"')


ISLAND_1000 = 'qualifier = "exact", value = 1000, region = "eiland"'


PEOPLE = exact("2020", 1000) + figure("2020", ISLAND_1000)


FAMILIES = '[units.gezinnen]\nlabel = { nl = "gezinnen", en = "families" }\nkind = "count"\n'

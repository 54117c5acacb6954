"""What people type in the place of a number or a date, and what to write for it."""

import re

_NUMERAL = r"\d+(?:[.,'\u2019 \u00a0\u202f]\d+)*"
_MONTHS = {
    month: number
    for months in (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "january february march april may june july august september october november december",
    )
    for number, month in enumerate(months.split(), 1)
}


def number_to_write(typed: str) -> str | None:
    """The number to write for one in words, with a comma or with separators of thousands.

    Where a comma or a point could be either, both; none where there is no number or several.
    """
    numerals = re.findall(_NUMERAL, typed)
    if len(numerals) != 1:
        return None
    sign = "-" if typed.lstrip().startswith(("-", "\u2212")) else ""
    first, *groups = re.split(r"\D", numerals[0])
    marks = re.findall(r"\D", numerals[0])
    whole = f"{sign}{int(first)}"
    if not groups:
        return whole
    are_thousands = len(first) <= 3 and all(len(group) == 3 for group in groups)
    if are_thousands and len(set(marks)) == 1:
        joined = whole + "".join(groups)
        if len(groups) == 1 and marks[0] in ".,":
            return f"{joined}, or {whole}.{groups[0]} with decimals"
        return joined
    if marks[-1] in ".," and marks[-1] not in marks[:-1] and len(set(marks)) <= 2:
        return f"{whole}{''.join(groups[:-1])}.{groups[-1]}"
    return None


def number_hint(typed: str, key: str = "value") -> str:
    """What to do about what was typed in the place of a number."""
    if re.search(r"\d\s*(?:-|\u2013|tot|to|en|and)\s*\d", typed):
        return "a range has 'lower' and 'upper', a number each"
    number = number_to_write(typed)
    if number is None:
        return f"a number has only digits and a decimal point; without one, leave '{key}' out"
    if re.search(r"[^\W\d_]|[<>~+\u00b1]", typed):
        return f"a number stands alone, and 'qualifier' says how exact it is: write {number}"
    return f"a number has a decimal point and no other marks: write {number}"


def date_to_write(typed: str) -> str | None:
    """The date to write for one that is written otherwise; none where its day is not certain."""
    match = re.fullmatch(r"(\d{1,4})[-/. ]+(\w+)[-/. ]+(\d{1,4})", typed.strip())
    if not match:
        return None
    first, month, last = match.groups()
    number = _MONTHS.get(month.lower()) or (int(month) if month.isdecimal() else 0)
    day, year = (last, first) if len(first) == 4 else (first, last)
    is_certain = not month.isdecimal() or len(first) == 4 or int(day) > 12
    if len(year) == 4 and 1 <= number <= 12 and 1 <= int(day) <= 31 and is_certain:
        return f"{year}-{number:02}-{int(day):02}"
    return None

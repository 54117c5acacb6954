"""Periods of every form, for hypothesis."""

from datetime import date

from hypothesis import strategies as st

years = st.integers(1000, 2999)

periods = st.one_of(
    years.map(str),
    st.tuples(years, st.integers(1, 2)).map(lambda p: f"{p[0]}-S{p[1]}"),
    st.tuples(years, st.integers(1, 4)).map(lambda p: f"{p[0]}-Q{p[1]}"),
    st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(date.isoformat),
    st.tuples(years, st.integers(1, 12)).map(lambda p: f"{p[0]}-{p[1]:02}"),
    st.tuples(st.integers(1000, 2899), st.integers(2, 99)).map(lambda p: f"{p[0]}/{p[0] + p[1]}"),
    st.tuples(st.integers(1000, 2899), st.sampled_from(["school", "total"])).map(
        lambda p: f"{p[0]}/{p[0] + 1} {p[1]}"
    ),
    st.just("unknown"),
)

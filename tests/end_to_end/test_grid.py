"""The grid on the command line."""

from tests.end_to_end.conftest import Run


def test_the_grid_takes_no_filter_that_would_make_it_lie(run: Run) -> None:
    """What a filter left out is not silence, so such a question is refused."""
    for option in (("--indicator", "nareis"), ("--period", "2020"), ("--all",), ("--by", "theme")):
        done = run("gaps", "--grid", *option)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"kic: --grid counts everything; leave out {option[0]}.\n"
    assert run("gaps", "--grid", "--fail-on-gaps").returncode == 1
    assert run("gaps", "jeugdhulp", "--grid", "--region", "caribisch").returncode == 0

"""kic as its users meet it: real processes, real terminals, real files."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kic
from kic.cli import app
from kic.formats import FORMATS
from kic.model import Lang
from kic.model.sentences import LANGS, filled
from tests.conftest import ENVIRONMENT, ROOT, Write, exact, indicator
from tests.end_to_end.conftest import KIC, Disk, Run
from tests.end_to_end.terminal import on_screen, on_terminal
from tests.hostile import HOSTILE, load, raw
from tests.readers import inert

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
BARS = re.compile("[▏▎▍▌▋▊▉█░▒→]+|#+|(?:· )+")


def _words(text: str) -> list[str]:
    """The words and numbers of an output, whatever its layout: without lines and bars."""
    text = BARS.sub(" ", ESCAPES.sub("", text)).replace("─", " ").replace(",", " ")
    return sorted(word for word in re.split(r"[\s/]+", text) if word and word != "Staaf")


COMMANDS = (
    ("show", "migratie"),
    ("compare", "--indicator", "gezinshereniging_wachttijd"),
    ("gaps", "--region", "caribisch"),
)


@pytest.mark.parametrize(
    ("command", "width"),
    [
        *((c, width) for c in COMMANDS for width in (80, 200)),
        (("themes",), 100),
        (("themes",), 200),
    ],
)
def test_a_terminal_and_a_pipe_show_the_same_cells(
    run: Run, command: tuple[str, ...], width: int
) -> None:
    """Folding and colour aside, nothing is added or lost on a terminal."""
    piped = run(*command)
    shown, code = on_screen(*command, width=width)
    assert (piped.returncode, code) == (0, 0)
    # An address longer than the line is folded anywhere; a column without any cell is left
    # out where it is in the way.
    cells = [
        [word for word in _words(text.partition("https:")[0]) if word != "Eenheid"]
        for text in (shown, piped.stdout)
    ]
    assert cells[0] == cells[1]


@pytest.mark.parametrize("command", ["show", "compare", "gaps", "themes"])
def test_a_narrow_terminal_loses_nothing(run: Run, command: str) -> None:
    """At 40 columns rows become lists, and every word and number of the pipe is there."""
    shown, _ = on_screen(command, "--color", "never", width=40)
    whole = re.sub(r"\s", "", BARS.sub("", shown))
    piped = run(command).stdout
    missing = [w for w in _words(piped) if w.removesuffix(":") not in whole and w != "Eenheid"]
    assert missing == []


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("command", ["show", "compare", "gaps", "themes"])
def test_no_line_is_wider_than_the_terminal(command: str, width: int) -> None:
    """And no word is cut off with an ellipsis."""
    shown, code = on_screen(command, width=width)
    assert code == 0
    lines = ESCAPES.sub("", shown).splitlines()
    assert max(len(line) for line in lines if "http" not in line) <= width
    assert "…" not in shown


def test_a_terminal_gets_colour_and_bars_and_a_pipe_does_not(run: Run) -> None:
    """Bars and bold where they can be seen; plain text where a program reads."""
    shown, _ = on_terminal("compare", "nareis", width=120)
    assert ESCAPES.search(shown)
    assert BARS.search(shown)
    piped = run("compare", "nareis").stdout
    assert "\x1b" not in piped
    assert not BARS.search(piped)


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        ({"NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({}, True),
    ],
    ids=str,
)
def test_colour_on_a_terminal_obeys_the_environment(env: dict[str, str], coloured: bool) -> None:
    """NO_COLOR wins over FORCE_COLOR; a dumb terminal gets no colour, and bars in ASCII."""
    shown, _ = on_screen("compare", "nareis", width=120, **env)
    assert bool(ESCAPES.search(shown)) is coloured
    dumb = env.get("TERM") == "dumb"
    assert ("##" in shown, "██" in shown) == (dumb, not dumb)


def test_colour_in_a_pipe_only_when_forced(run: Run) -> None:
    """FORCE_COLOR and --color always colour a pipe; --color never wins over both."""
    assert "\x1b[" in run("themes", FORCE_COLOR="1").stdout
    assert "\x1b[" in run("themes", "--color", "always").stdout
    assert "\x1b[" not in run("themes", "--color", "never", FORCE_COLOR="1").stdout
    assert "\x1b[" not in run("themes", FORCE_COLOR="1", NO_COLOR="1").stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_an_encoding_without_all_letters(run: Run, process: Run, encoding: str) -> None:
    """People get plain letters, JSON its own escapes, and both say the same."""
    shown = process("show", "jeugdstrafrecht", PYTHONIOENCODING=encoding)
    assert shown.returncode == 0
    assert ("justitiële" in shown.stdout) is (encoding == "cp1252")
    assert "justiti" in shown.stdout
    data = run("show", "jeugdstrafrecht", "--json", PYTHONIOENCODING=encoding)
    assert json.loads(data.stdout) == json.loads(run("show", "jeugdstrafrecht", "--json").stdout)


def test_csv_never_loses_a_letter(run: Run) -> None:
    """A machine format in an encoding that lacks a letter is one line and no output."""
    done = run("show", "jeugdstrafrecht", "--format", "csv", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kic: the output encoding ascii has no '\\xe9'; set")
    assert done.stderr.count("\n") == 1


def test_the_machine_has_no_say_in_the_answer(process: Run) -> None:
    """The same bytes under LANG=C, under a Dutch locale and in another time zone."""
    plain = process("show", "migratie", LANG="C", LC_ALL="C", PYTHONIOENCODING="utf-8")
    dutch = process("show", "migratie", LANG="nl_NL.UTF-8", TZ="Asia/Tokyo")
    assert plain.stdout == dutch.stdout
    assert plain.stdout.startswith("Migratie, ")


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Folders with an answer in every format, of two processes that order sets differently."""
    code = (
        "import sys\n"
        "from kic.cli import app\n"
        f"for name in {[*FORMATS]}:\n"
        "    command = ['gaps', '--all', '--format', name, '-o', f'{sys.argv[1]}/{name}']\n"
        "    assert app(command, standalone_mode=False) in (None, 0)\n"
    )
    folders = [tmp_path_factory.mktemp(f"seed_{seed}") for seed in (1, 2)]
    for seed, folder in enumerate(folders, 1):
        subprocess.run(
            [sys.executable, "-c", code, folder],
            env=ENVIRONMENT | {"PYTHONHASHSEED": str(seed)},
            check=True,
        )
    return folders


@pytest.mark.parametrize("format_", FORMATS)
def test_two_runs_are_identical(twice: list[Path], format_: str) -> None:
    """No clock, no order of a set, nothing of the moment gets into an answer."""
    one, other = ((folder / format_).read_bytes() for folder in twice)
    assert one == other


def test_an_unbuffered_stream_is_written_whole_or_told(disk: Disk) -> None:
    """With PYTHONUNBUFFERED a disk that fills up half-way is no success."""
    with (disk("16k") / "out.json").open("wb") as out:
        done = subprocess.run(
            [KIC, "show", "--json"],
            stdout=out,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT | {"PYTHONUNBUFFERED": "1"},
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "kic: cannot write to stdout: no space left on device.\n"


@pytest.mark.parametrize(
    ("command", "code"), [("show bogus", 2), ("show migratie --period 2018", 0)]
)
def test_a_closed_stderr_changes_no_answer(command: str, code: int) -> None:
    """Nobody reads the message; the exit code still tells."""
    done = subprocess.run(
        ["bash", "-c", f"'{KIC}' {command} 2>&-"],
        env=ENVIRONMENT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == code


def test_a_dash_is_stdout_and_an_odd_environment_is_overruled(run: Run) -> None:
    """-o - writes no file; KIC_FORMAT is not looked at where a format was asked for."""
    assert json.loads(run("themes", "--json", "-o", "-").stdout)["command"] == "themes"
    assert "wachttijd" in run("cite", "gezinshereniging_wachttijd", "-o", "-").stdout
    assert json.loads(run("schema", "output", "-o", "-").stdout)["$defs"]
    assert not Path("-").exists()
    assert run("themes", "--json", KIC_FORMAT="bogus").returncode == 0
    assert run("themes", "-o", "").returncode == 2
    wrong = run("themes", KIC_FORMAT="bogus")
    assert wrong.stderr.startswith("kic: unknown value 'bogus' for KIC_FORMAT")


def test_a_name_of_any_length_is_told_in_a_short_line(run: Run) -> None:
    """And one with a line end in it, in one."""
    assert len(run("show", "x" * 5000).stderr) < 300
    assert run("themes", "--data", "a\nb.toml").stderr == "kic: a\\nb.toml: no such file\n"


def test_a_closed_pipe_ends_quietly() -> None:
    """``kic show | head -1`` leaves no word on stderr."""
    done = subprocess.run(
        ["bash", "-c", f"'{KIC}' show | head -1; echo ${{PIPESTATUS[0]}}"],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines()[0].startswith("58 indicatoren: ")
    assert done.stdout.splitlines()[-1] == "0"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", [("show",), ("show", "--json"), ("--help",)], ids=" ".join)
def test_a_full_disk_is_one_line(command: tuple[str, ...]) -> None:
    """And exit code 1, without a traceback at the end of the process either."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [KIC, *command],
            stdout=full,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "kic: cannot write to stdout: no space left on device.\n"


def test_an_interrupt_is_130_and_silent(tmp_path: Path) -> None:
    """Ctrl-C while kic waits for its data leaves no traceback."""
    fifo = tmp_path / "wait.toml"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [KIC, "show", "--data", fifo],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        text=True,
    )
    with fifo.open("wb"):  # waits until kic reads
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, "", "")


def test_an_empty_answer_is_an_answer(run: Run) -> None:
    """Exit 0, a note on stderr, and in JSON an empty list."""
    done = run("gaps", "--theme", "jeugdstrafrecht", "--region", "caribisch", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["records"] == []
    assert done.stderr.startswith(
        "kic: the answer is empty: the source names no gap for all of these filters; "
    )


def test_an_empty_answer_tells_of_filters_where_there_are_any(run: Run, write: Write) -> None:
    """How gaps are put together is no filter."""
    path = write(indicator("a", exact("2020", 5)))
    for asked, filters in (
        ((), ""),
        (("--by", "kind"), ""),
        (("a",), " for all of these filters"),
    ):
        done = run("gaps", *asked, "--data", str(path))
        assert done.stderr == (
            f"kic: the answer is empty: the source names no gap{filters}; "
            "that does not mean that there is none.\n"
        )


def test_fail_on_gaps(run: Run) -> None:
    """For scripts: the list is printed and the exit code tells whether it has any."""
    some = run("gaps", "--region", "caribisch", "--fail-on-gaps")
    assert some.returncode == 1
    assert some.stdout.startswith("4 lacunes ")
    assert some.stderr == "kic: 4 gaps listed (--fail-on-gaps).\n"
    none = run("gaps", "--theme", "jeugdstrafrecht", "--region", "caribisch", "--fail-on-gaps")
    assert none.returncode == 0


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("theme", "number"), [("kindermishandeling", 1), ("migratie", 6)])
def test_what_is_not_stated_is_counted_apart(
    run: Run, theme: str, number: int, lang: Lang
) -> None:
    """A figure in words is no gap, so --all counts it beside them."""
    first, *_ = run("gaps", "--all", "--theme", theme, "--lang", lang).stdout.splitlines()
    assert first.endswith(filled("counted_not_given", lang, {"not_given": number}))


@pytest.mark.parametrize(
    ("region", "lang", "told"),
    [
        ("caribisch", "nl", True),
        ("caribisch", "en", True),
        ("nederland", "nl", False),
    ],
)
def test_a_part_of_a_country_may_have_its_gaps_too(
    run: Run, dataset: kic.Dataset, region: str, lang: Lang, told: bool
) -> None:
    """Nor does silence on it say that it has not; of the whole there is nothing to add."""
    shown = run("gaps", "--region", region, "--lang", lang).stdout
    whole, part = (getattr(dataset.regions[id_].label, lang) for id_ in ("nederland", "caribisch"))
    assert (filled("gaps_of_whole", lang, {"whole": whole, "part": part}) in shown) is told


def test_help_version_and_no_arguments(run: Run, process: Run) -> None:
    """Each is answered on stdout with exit 0."""
    assert process("--version").stdout == f"kic {kic.__version__}\n"
    for arguments in ((), ("--help",), ("-h",)):
        done = (run if arguments else process)(*arguments)
        assert (done.returncode, done.stderr) == (0, "")
        for verb in ("themes", "show", "compare", "gaps"):
            assert verb in done.stdout
    shown = run("show", "-h").stdout
    for option in ("--format", "--json", "--output", "--force", "--lang", "--data", "--color"):
        assert option in shown


def test_options_from_the_environment(run: Run) -> None:
    """KIC_FORMAT, KIC_LANG and KIC_DATA set defaults; an option wins over them."""
    assert json.loads(run("themes", KIC_FORMAT="json").stdout)["command"] == "themes"
    assert run("themes", KIC_LANG="en").stdout.startswith("58 indicators: ")
    assert run("themes", "--lang", "nl", KIC_LANG="en").stdout.startswith("58 indicatoren: ")
    assert json.loads(run("themes", "--json", KIC_FORMAT="csv").stdout)["command"] == "themes"
    assert run("themes", KIC_DATA="/nergens.toml").returncode == 1
    wrong = run("themes", KIC_FORMAT="jsno")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "for KIC_LANG. It is one of nl, en." in run("themes", KIC_LANG="fr").stderr


def test_the_command_line_says_the_same_in_a_test_runner() -> None:
    """One boundary holds errors in a process and in Typer's own runner."""
    done = CliRunner().invoke(app, ["show", "migrati"])
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "did you mean 'migratie'?" in done.stderr


def test_json_answers_come_without_rich() -> None:
    """What a program asks for does not wait for what only people see."""
    code = (
        "import sys; sys.argv = ['kic', 'show', 'migratie', '--json']\n"
        "import kic.cli\n"
        "try:\n kic.cli.app()\n"
        "except SystemExit: pass\n"
        "print([m for m in ('rich', 'babel') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"


@pytest.mark.parametrize("command", [["themes"], ["show", "nareis", "--format", "html"]])
def test_only_pages_need_templates(command: list[str]) -> None:
    """No other answer waits for Jinja2."""
    code = (
        f"import sys; sys.argv = {['kic', *command]!r}\n"
        "import kic.cli\n"
        "try:\n kic.cli.app()\n"
        "except SystemExit: pass\n"
        "print('jinja2' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    assert done.stderr == "False\n"


# ------------------------------------------------------------------------------ files


def test_the_suffix_picks_the_format(run: Run, tmp_path: Path) -> None:
    """A file gets what its name promises, and stdout stays empty."""
    for name, start in (("a.json", "{"), ("b.csv", "theme,"), ("c.txt", "Migratie")):
        done = run("show", "migratie", "--quiet", "-o", tmp_path / name)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_a_byte_order_mark_only_where_it_belongs(run: Run, tmp_path: Path) -> None:
    """For spreadsheets that need one, in CSV and TSV, in a file and in a pipe."""
    path = tmp_path / "a.csv"
    assert run("show", "--bom", "-o", path).returncode == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbftheme,")
    assert run("show", "--bom", "--format", "tsv").stdout.startswith("\ufefftheme\t")
    wrong = run("show", "--bom", "--json")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == "kic: --bom is for csv and tsv, not for json.\n"


def test_rows_and_columns_are_chosen_on_the_command_line(run: Run) -> None:
    """The largest two, an unknown column, a number of rows that is none."""
    done = run(
        "show", "--columns", "indicator, value", "--sort", "-value", "--limit", "2", "--json"
    )
    document = json.loads(done.stdout)
    assert [list(r) for r in document["records"]] == [["indicator", "value"]] * 2
    assert [r["value"] for r in document["records"]] == [397_000, 127_410]
    assert document["query"] == {"columns": ["indicator", "value"], "sort": "-value", "limit": 2}
    for wrong in (("--columns", "valeu"), ("--sort", "valeu")):
        refused = run("gaps", *wrong)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert refused.stderr.startswith("kic: unknown column 'valeu'; did you mean 'value'")
    told, _, advice = done.stderr.partition("; ")
    lost = "the year, the region, the unit, the exactness, the status and the correction"
    assert told == f"kic: {lost} of each value go"
    columns = "'period', 'region', 'unit', 'qualifier', 'status' and 'correction'"
    assert advice == f"add {columns} to --columns to keep them.\n"
    kept = "period,value,region,unit,qualifier,status,correction"
    assert run("show", "--columns", kept, "--json").stderr == ""
    doubtful = run("show", "inverzekering_onder_12", "--columns", "period,value", "--json").stderr
    assert (
        doubtful == "kic: the status of each value goes; add 'status' to --columns to keep it.\n"
    )
    people = run("show", "--region", "caribisch", "--columns", "value").stderr
    assert people.startswith("kic: the year and the unit of each value go; add 'period' and")
    refused = run("show", "--limit", "-1")
    assert (refused.returncode, refused.stdout) == (2, "")


@pytest.mark.parametrize("verb", ["show", "compare"])
def test_a_limit_is_the_same_in_every_format(run: Run, verb: str) -> None:
    """The same indicators, with all of their rows, whether columns are chosen or not."""
    asked = (verb, "--limit", "3")
    document = json.loads(run(*asked, "--json").stdout)
    assert document["query"] == {"limit": 3}
    expected = list(dict.fromkeys(r["indicator"] for r in document["records"]))
    assert len(expected) == 3
    chosen = ("--columns", "indicator,period")
    for options in ((), chosen):
        lines = run(*asked, *options, "--format", "jsonl").stdout.splitlines()
        rows = [json.loads(line)["indicator"] for line in lines]
        assert list(dict.fromkeys(rows)) == expected
    assert document["left_out"]["limit"]["indicators"] > 0


def test_the_latest_period_is_asked_for_by_that_word(run: Run) -> None:
    """Wherever there is --period; a chart draws it too."""
    document = json.loads(run("show", "nareis", "--period", "latest", "--json").stdout)
    assert [r["period"] for r in document["records"]] == ["2020"]
    assert document["query"]["period"] == ["latest"]
    assert document["left_out"] == {"period": {"figures": 1}}
    for verb in ("compare", "gaps"):
        assert run(verb, "--period", "latest").returncode == 0


def test_a_workbook_is_for_a_file(run: Run) -> None:
    """A pipe may have its bytes; a screen gets one line instead."""
    shown, code = on_screen("show", "--format", "xlsx")
    assert code == 1
    assert shown == "kic: this format is no text; write it to a file with --output.\n"
    done = subprocess.run(
        [KIC, "show", "--format", "xlsx"], env=ENVIRONMENT, capture_output=True, check=True
    )
    assert done.stdout.startswith(b"PK")
    assert run("show", "--format", "html", PYTHONIOENCODING="ascii").returncode == 0


def test_a_file_is_utf_8_wherever_it_is_written(process: Run, tmp_path: Path) -> None:
    """Also where the terminal is not."""
    path = tmp_path / "a.csv"
    assert process("show", "-o", path, PYTHONIOENCODING="ascii", LANG="C").returncode == 0
    assert "justitiële" in path.read_text("utf-8")


def test_an_existing_file_is_kept_without_force(run: Run, tmp_path: Path) -> None:
    """Nothing is overwritten unasked; with --force it is replaced whole."""
    path = tmp_path / "a.json"
    path.write_text("van mij", "utf-8")
    done = run("themes", "-o", path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"kic: '{path}' exists; give --force to replace it.\n"
    assert path.read_text("utf-8") == "van mij"
    assert run("themes", "-o", path, "--force").returncode == 0
    assert json.loads(path.read_text("utf-8"))["command"] == "themes"
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]


def test_a_file_that_cannot_be_written_is_one_line(run: Run, tmp_path: Path) -> None:
    """A missing folder, a folder as target: told in a line, nothing left behind."""
    done = run("themes", "-o", tmp_path / "geen" / "a.json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kic: cannot write")
    assert done.stderr.count("\n") == 1
    done = run("themes", "--json", "-o", tmp_path)
    assert done.stderr == f"kic: cannot write '{tmp_path}': it is a folder.\n"
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link_and_rights_stay(run: Run, tmp_path: Path) -> None:
    """What is replaced is the content; a new file has the rights the user gives."""
    target, link = tmp_path / "real.json", tmp_path / "link.json"
    target.write_text("oud", "utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    assert run("themes", "-o", link, "--force").returncode == 0
    assert link.is_symlink()
    assert json.loads(target.read_text("utf-8"))["command"] == "themes"
    assert target.stat().st_mode & 0o777 == 0o640
    mask = os.umask(0o027)
    try:
        run("themes", "-o", tmp_path / "new.json")
    finally:
        os.umask(mask)
    assert (tmp_path / "new.json").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "name", ["a.json/b.json", "x" * 300 + ".json", "circle.json", "x" * 250 + ".json"]
)
def test_an_impossible_name_is_one_line(run: Run, tmp_path: Path, name: str) -> None:
    """A file taken for a folder, a name too long, links in a circle."""
    (tmp_path / "a.json").write_text("{}", "utf-8")
    (tmp_path / "circle.json").symlink_to(tmp_path / "circle.json")
    ran = run("themes", "--force", "-o", tmp_path / name)
    code, out, err = ran.returncode, ran.stdout, ran.stderr
    assert out == ""
    if code:  # 255 characters are allowed
        assert code == 1
        assert err.startswith("kic: cannot write")
        assert err.count("\n") == 1
    else:
        assert (tmp_path / name).exists()
    assert not list(tmp_path.glob(".kic-*"))


def test_a_wrong_question_touches_no_file(run: Run, tmp_path: Path) -> None:
    """The old file is whole when the new answer never came to be."""
    path = tmp_path / "a.json"
    path.write_text("oud", "utf-8")
    assert run("show", "niets_van_dien_aard", "-o", path, "--force").returncode == 2
    assert path.read_text("utf-8") == "oud"


# ------------------------------------------------------------------------- hostile text


def test_hostile_text_does_nothing_on_a_terminal(tmp_path: Path) -> None:
    """There are no codes but kic's own colours."""
    load(tmp_path, raw(HOSTILE["control"] + HOSTILE["direction"] + HOSTILE["brackets"]))
    shown, code = on_screen("show", "--data", str(tmp_path), width=400)
    bare = ESCAPES.sub("", shown)
    assert (code, bare != shown, inert(bare)) == (0, True, True)


# --------------------------------------------------------------------------- bad datasets


BAD = {
    "binary": (b"\x7fELF\x02\x00\x00\x01", "is a binary file; a text file is needed"),
    "wrong UTF-8": (
        b'[dataset]\ntitle = "caf\xe9"\n',
        ":2: is not UTF-8: save it again with that encoding (found byte 0xe9)",
    ),
    "broken": (b"[dataset]\nid = \n", ":2:6: nothing stands after 'id ='"),
    "unclosed": (b"[dataset\n", ":1:1: a heading is an id in brackets"),
    "deeply nested": (b"a = " + b"[" * 5000, "cannot be read as TOML"),
    "endless number": (b"a = " + b"9" * 5000, "cannot be read as TOML"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_dataset_is_one_line(run: Run, tmp_path: Path, name: str) -> None:
    """Which file, where and what; exit 1 and nothing on stdout."""
    content, message = BAD[name]
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    done = run("show", "--data", path, "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"kic: {path}:")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_folder_is_no_dataset(run: Run, tmp_path: Path) -> None:
    """Told as such."""
    done = run("show", "--data", tmp_path)
    assert done.stderr == f"kic: {tmp_path}: is a folder without a dataset (FILE.toml)\n"


def test_every_problem_has_a_line(run: Run, write: Write) -> None:
    """Three faults, three lines, each with the file and the place."""
    path = write(indicator("a", exact("2020", -1) + exact("2020-02-30", 1) + exact("x", 2)))
    done = run("show", "--data", path)
    assert (done.returncode, done.stdout) == (1, "")
    lines = done.stderr.splitlines()
    assert len(lines) == 3
    assert all(f": indicators.a, figure {n} (" in line for n, line in enumerate(lines, 1))


# ----------------------------------------------------------------------------- completion


def test_names_are_completed_from_the_dataset(run: Run, process: Run) -> None:
    """Themes and indicators after show, regions after --region."""

    def complete(line: str, asked: Run = run) -> list[str]:
        done = asked(
            _KIC_COMPLETE="complete_bash",
            COMP_WORDS=line,
            COMP_CWORD=str(len(line.split(" ")) - 1),
        )
        return done.stdout.split()

    assert complete("kic show gezinsh", process) == ["gezinshereniging_wachttijd"]
    assert "migratie" in complete("kic show m")
    assert complete("kic gaps --region car") == ["caribisch"]
    assert complete("kic compare --indicator amv_") == ["amv_aantal", "amv_vertrokken"]


def test_the_three_commands_answer_in_an_empty_folder(run: Run, tmp_path: Path) -> None:
    """Where kic is started makes no difference to what it knows."""
    done = subprocess.run(
        [KIC, "gaps", "--region", "caribisch"],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == run("gaps", "--region", "caribisch").stdout
    assert tmp_path != ROOT

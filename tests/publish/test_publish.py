"""What is published passes the validators of each standard, and broken copies do not."""

import csv
import hashlib
import io
import json
import sqlite3
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

import kic
from kic.publish import export as export_files
from tests.conftest import ENVIRONMENT, MINIMAL, ROOT, Write, exact, figure, indicator, saved
from tests.needs import package

Export = Callable[[str], Path]


@pytest.fixture(scope="module")
def made(dataset: kic.Dataset) -> Callable[[str], Mapping[str, bytes]]:
    """The files of the real dataset in every form, each made once."""
    return cache(lambda way: export_files(dataset, way, datetime.now(UTC)))


@pytest.fixture
def export(tmp_path: Path, made: Callable[[str], Mapping[str, bytes]]) -> Export:
    """Publish the real dataset into a folder of its own."""
    return lambda way: _written(tmp_path / way, made(way))


def _written(folder: Path, files: Mapping[str, bytes]) -> Path:
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode("utf-8"))


# -------------------------------------------------------------------------- data package


def _profile() -> Draft7Validator:
    """The official profile of the Data Package standard, version 2."""
    profile = files("dplib") / "profiles" / "2.0" / "datapackage.json"
    return Draft7Validator(json.loads(profile.read_text("utf-8")))


def _frictionless(folder: Path) -> Any:
    """What frictionless reports of a data package."""
    return package("frictionless").Package(str(folder / "datapackage.json")).validate()


def test_the_data_package_is_valid(export: Export) -> None:
    """By frictionless, data and keys included, and by the official profile."""
    folder = export("datapackage")
    report = _frictionless(folder)
    assert report.valid, report.flatten(["message"])
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert list(_profile().iter_errors(descriptor)) == []
    assert {r["name"] for r in descriptor["resources"]} >= {
        *("figures", "indicators", "themes", "regions", "units", "sources", "statements")
    }
    for resource in descriptor["resources"]:
        data = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        for field in resource["schema"]["fields"]:
            assert field["title"]
            assert field["description"]


BROKEN = {
    "a value that is no number": ("figures.csv", ",30850,", ",veel,"),
    "a code that is none": ("figures.csv", ",exact,", ",precies,"),
    "a theme that does not exist": ("indicators.csv", ",jeugdhulp,", ",jeugdhlp,"),
    "a key given twice": ("units.csv", "dagen,dagen", "gezinnen,dagen"),
    "a required value that is missing": ("regions.csv", "Nederland,", ","),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_data_package_is_refused(export: Export, name: str) -> None:
    """The description is strict enough to catch what could go wrong with a copy."""
    folder = export("datapackage")
    file, old, new = BROKEN[name]
    _change(folder / file, old, new)
    # the hash alone would tell too; what is tested is that the schema does
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for resource in descriptor["resources"]:
        del resource["hash"], resource["bytes"]
    (folder / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    assert not _frictionless(folder).valid


def test_a_changed_file_no_longer_has_its_hash(export: Export) -> None:
    """One digit changed in transport is noticed."""
    folder = export("datapackage")
    _change(folder / "figures.csv", ",30850,", ",30851,")
    assert not _frictionless(folder).valid


def test_the_profile_refuses_a_broken_descriptor(export: Export) -> None:
    """Without resources it is no Data Package."""
    descriptor = json.loads((export("datapackage") / "datapackage.json").read_text("utf-8"))
    del descriptor["resources"]
    assert not _profile().is_valid(descriptor)


def test_a_missing_value_has_its_reason_in_a_column(export: Export, dataset: kic.Dataset) -> None:
    """An empty value is told apart by its reason, and a zero is not empty."""
    rows = _rows(export("datapackage") / "figures.csv")
    assert len(rows) == len(dataset.records)
    for row in rows:
        bounds = row["value"] or row["lower"] or row["upper"]
        assert bool(bounds) != bool(row["reason"])
    assert [r["value"] for r in rows if r["figure"] == "deskundigenrapport:2020:nederland"] == [
        "0"
    ]


# --------------------------------------------------------------------------------- csvw


def _csvw_is_valid(folder: Path) -> bool:
    csvw = package("csvw")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            metadata = csvw.CSVW(str(folder / "csv-metadata.json"), validate=True)
            return bool(metadata.is_valid)
        except ValueError:
            return False


def test_csvw_is_valid(export: Export) -> None:
    """By the validator of the csvw package, with keys and links."""
    assert _csvw_is_valid(export("csvw"))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("figures.csv", ",30850,", ",veel,"),
        ("figures.csv", ",ondertoezichtstelling,", ",ondertoezicht,"),
        ("units.csv", "dagen,dagen", "gezinnen,dagen"),
    ],
)
def test_broken_csvw_is_refused(export: Export, file: str, old: str, new: str) -> None:
    """A word for a number, a link to nothing, a key given twice."""
    folder = export("csvw")
    _change(folder / file, old, new)
    assert not _csvw_is_valid(folder)


# --------------------------------------------------------------------------------- sdmx


@pytest.mark.needs("pandas")
def test_sdmx_csv_is_read_by_pysdmx(export: Export, dataset: kic.Dataset) -> None:
    """All observations, with the codes of the standard for areas, times and statuses."""
    message = package("pysdmx.io").read_sdmx(export("sdmx-csv") / "figures.csv", validate=False)
    frame = message.data[0].data
    assert len(frame) == len(dataset.records)
    by_key = {(r.INDICATOR, r.REF_AREA, r.TIME_PERIOD): r for r in frame.itertuples()}
    assert len(by_key) == len(frame)
    row = by_key["gezinshereniging_wachttijd", "NL", "2020"]
    assert (row.OBS_VALUE, row.OBS_STATUS, row.UNIT_MEASURE) == ("289", "A", "dagen")
    assert by_key["ondertoezichtstelling", "BQ", "2020"].OBS_VALUE == "48"
    assert by_key["deskundigenrapport", "NL", "2017-01-01/P2Y"].OBS_VALUE == "25"
    assert by_key["dakloze_jongvolwassenen", "NL", "_U"].OBS_VALUE == "12700"
    assert set(frame["OBS_STATUS"]) == {r.status.value for r in dataset.records}


def test_sdmx_csv_tells_a_school_year_from_a_total(tmp_path: Path) -> None:
    """A span begins on its first day; a half-year is in the notation of the standard."""
    periods = ("2019/2020 school", "2019/2020 total", "2021-S1", "2020-12-31")
    text = MINIMAL + indicator("a", "".join(exact(period, 1) for period in periods))
    own = kic.load(saved(tmp_path / "own.toml", text))
    sdmx = _written(tmp_path / "sdmx", export_files(own, "sdmx-csv", datetime.now(UTC)))
    spans = ["2019-08-01/P1Y", "2019-01-01/P2Y", "2021-S1", "2020-12-31"]
    assert [row["TIME_PERIOD"] for row in _rows(sdmx / "figures.csv")] == spans
    tables = _written(tmp_path / "tables", export_files(own, "datapackage", datetime.now(UTC)))
    told = [
        (row["period"], row["period_start"], row["period_end"], row["period_kind"])
        for row in _rows(tables / "figures.csv")
    ]
    assert told[:2] == [
        ("2019/2020 school", "2019-08-01", "2020-07-31", "school_year"),
        ("2019/2020", "2019-01-01", "2020-12-31", "years-2"),
    ]
    assert (told[2][3], told[3][3]) == ("half_year", "day")


def test_sdmx_csv_says_which_list_its_codes_are_of(tmp_path: Path, export: Export) -> None:
    """Of each area with a code, where not all are of ISO 3166; codes stand to the letter."""
    codes = {"nederland": 'code = "NL"', "drenthe": 'code = "nl-PV22"\ncode_list = "CBS"'}
    text = MINIMAL.replace("[regions.nederland]", f"[regions.nederland]\n{codes['nederland']}")
    text += '[regions.drenthe]\nlabel = { nl = "Drenthe", en = "Drenthe" }\n'
    text += f'{codes["drenthe"]}\npart_of = "nederland"\n'
    text += "".join(
        indicator(region, exact("2020", 1)).replace('"nederland"', f'"{region}"')
        for region in ("nederland", "drenthe", "eiland")
    )
    own = kic.load(saved(tmp_path / "own.toml", text))
    sdmx = _written(tmp_path / "sdmx", export_files(own, "sdmx-csv", datetime.now(UTC)))
    assert [(row["REF_AREA"], row["REF_AREA_LIST"]) for row in _rows(sdmx / "figures.csv")] == [
        ("NL", "ISO 3166"),
        ("nl-PV22", "CBS"),
        ("EILAND", ""),
    ]
    tables = _written(tmp_path / "tables", export_files(own, "csvw", datetime.now(UTC)))
    assert [(row["code"], row["code_list"]) for row in _rows(tables / "regions.csv")] == [
        ("NL", ""),
        ("", ""),
        ("nl-PV22", "CBS"),
    ]
    assert "REF_AREA_LIST" not in _rows(export("sdmx-csv") / "figures.csv")[0]


def test_sdmx_csv_gives_each_region_an_area_of_its_own(tmp_path: Path) -> None:
    """An id that is the code of another region is marked; a code of two lists is of neither."""
    codes = {
        "nl": "",
        "noord": 'code = "7"\ncode_list = "A"',
        "zuid": 'code = "7"\ncode_list = "B"',
    }
    text = MINIMAL.replace("[regions.nederland]", '[regions.nederland]\ncode = "NL"')
    for region, code in codes.items():
        text += f'[regions.{region}]\nlabel = {{ nl = "{region}", en = "{region}" }}\n{code}\n'
    regions = ("nederland", *codes)
    figures = (f'qualifier = "exact", value = 1, region = "{region}"' for region in regions)
    text += indicator("a", "".join(figure("2020", told) for told in figures))
    own = kic.load(saved(tmp_path / "own.toml", text))
    sdmx = _written(tmp_path / "sdmx", export_files(own, "sdmx-csv", datetime.now(UTC)))
    listed = [(row["REF_AREA"], row.get("REF_AREA_LIST")) for row in _rows(sdmx / "figures.csv")]
    assert listed == [("NL", None), ("NL_", None), ("NOORD", None), ("ZUID", None)]


def test_sdmx_csv_marks_what_is_corrected_and_revised(tmp_path: Path) -> None:
    """As every answer does: with whose number it is, and what stood there before."""
    own = kic.load(ROOT / "tests" / "corpus" / "data" / "odd")
    rows = _rows(
        _written(tmp_path / "sdmx", export_files(own, "sdmx-csv", datetime.now(UTC)))
        / "figures.csv"
    )
    corrected = [row for row in rows if row["CORRECTION"]]
    assert [
        (r["OBS_VALUE"], r["AS_PRINTED"], r["CORRECTION"], r["CORRECTION_SOURCE"])
        for r in corrected
    ] == [("1250", "250", "The first digit was lost.", "los")]
    assert "rapport: 990 | rapport_2021: 995" in [row["EARLIER"] for row in rows]


def test_broken_sdmx_csv_is_refused(export: Export) -> None:
    """Without the name of its structure it is no SDMX-CSV."""
    path = export("sdmx-csv") / "figures.csv"
    _change(path, "STRUCTURE_ID", "STRUKTUUR")
    read_sdmx = package("pysdmx.io").read_sdmx
    with pytest.raises(Exception, match=r"SDMX|Invalid|column"):
        read_sdmx(path, validate=False)


# ------------------------------------------------------------------------------- sqlite


@pytest.fixture
def database(export: Export) -> Iterator[sqlite3.Connection]:
    """The database of the embedded dataset, open."""
    with closing(sqlite3.connect(export("sqlite") / "kic.sqlite")) as connection:
        yield connection


def test_sqlite_has_keys_links_and_views(
    database: sqlite3.Connection, dataset: kic.Dataset
) -> None:
    """The database is sound, and its views answer as kic does."""
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    gaps = database.execute("SELECT indicator, region, locator FROM gaps").fetchall()
    assert gaps == [(r.indicator, r.region, r.locator) for r in kic.gaps(dataset).records]
    # As in the recipes.
    counting = "SELECT COUNT(*) FROM (SELECT DISTINCT indicator, region FROM gaps)"
    assert database.execute(counting).fetchone() == (len(kic.gaps(dataset).gaps),)
    changes = database.execute(
        "SELECT indicator, from_period, to_period, change, change_lower, change_upper, percent, "
        "percent_lower, percent_upper, percentage_points, direction FROM changes "
        "ORDER BY indicator"
    ).fetchall()
    expected = sorted(
        (
            *(s.indicator, str(c.start), str(c.end)),
            *(*c.absolute, *c.percent, c.points, c.direction),
        )
        for s in kic.compare(dataset).series
        for c in s.changes
        if c.absolute.known
    )
    assert changes == expected


def test_a_change_over_a_break_says_so_in_the_database(write: Write) -> None:
    """Its notes say what limits it, in both languages, as those of a comparison do."""
    broken = figure("2020", 'qualifier = "exact", value = 4, status = "B"')
    dataset = kic.load(write(indicator("getal", exact("2019", 9) + broken)))
    [series] = kic.compare(dataset, "getal").series
    made = export_files(dataset, "sqlite", datetime.now(UTC))["kic.sqlite"]
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(made)
        [row] = database.execute("SELECT direction, notes_nl, notes_en FROM changes")
    [note] = series.changes[0].notes
    assert row == ("unclear", note.nl, note.en)
    assert "Breuk" in note.nl


def test_the_database_opens_in_datasette_as_it_is(export: Export) -> None:
    """A browser for databases shows the views without any setting."""
    code = (
        "import asyncio, json, sys\n"
        "from datasette.app import Datasette\n"
        "async def main():\n"
        "    client = Datasette([sys.argv[1]]).client\n"
        "    for view in sys.argv[2:]:\n"
        "        shown = await client.get(f'/kic/{view}.json?_shape=array')\n"
        "        print(len(shown.json()))\n"
        "asyncio.run(main())\n"
    )
    database = export("sqlite") / "kic.sqlite"
    shown = subprocess.run(
        [sys.executable, "-c", code, database, "gaps", "changes"],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.split() == ["19", "5"]


def test_sqlite_refuses_what_the_model_refuses(database: sqlite3.Connection) -> None:
    """A code that is none, a link to nothing, a second figure of the same name."""
    database.execute("PRAGMA foreign_keys = ON")
    for broken in (
        "UPDATE figures SET status = 'Z'",
        "UPDATE figures SET region = 'elders'",
        "INSERT INTO units SELECT * FROM units",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            database.execute(broken)


# ------------------------------------------------------------------------------ parquet


@pytest.mark.needs("pyarrow")
def test_parquet_is_read_by_duckdb(export: Export, dataset: kic.Dataset) -> None:
    """Numbers are numbers, and every column tells what it means."""
    folder = export("parquet")
    figures = folder / "figures.parquet"
    with package("duckdb").connect() as database:
        database.execute(f"CREATE VIEW figures AS FROM '{figures}'")
        database.execute(f"CREATE VIEW indicators AS FROM '{folder}/indicators.parquet'")
        [(count, total)] = database.execute("SELECT COUNT(*), SUM(value) FROM figures").fetchall()
        joined = database.execute("SELECT COUNT(*) FROM figures JOIN indicators USING (indicator)")
        assert joined.fetchall() == [(count,)]
    assert count == len(dataset.records)
    assert total == sum(r.value for r in dataset.records if r.value is not None)
    schema = package("pyarrow.parquet").read_schema(figures)
    assert all(field.metadata[b"description"] for field in schema)
    assert schema.metadata[b"license"] == b"CC-BY-4.0"


def test_a_dataset_of_ones_own_can_be_published(tmp_path: Path) -> None:
    """Also without organisations or statements the package is valid."""
    text = MINIMAL.replace('[organisations]\nloket = { nl = "Loket", en = "Desk" }\n', "")
    own = kic.load(saved(tmp_path / "own.toml", text + indicator("a", exact("2020", 1))))
    files = export_files(own, "datapackage", datetime.now(UTC))
    report = _frictionless(_written(tmp_path / "out", files))
    assert report.valid, report.flatten(["message"])


@pytest.mark.parametrize(
    ("published", "kind"), [('"2021"', "string"), ('"2021-11"', "string"), ("2021-11-30", "date")]
)
def test_a_publication_of_a_year_is_published_as_that(
    tmp_path: Path, published: str, kind: str
) -> None:
    """A column of dates holds strings then, and stays valid; no form invents a day."""
    text = MINIMAL.replace('title = "Titel"', f'title = "Titel"\npublished = {published}')
    own = kic.load(saved(tmp_path / "own.toml", text + indicator("a", exact("2020", 1))))
    told = published.strip('"')
    package_ = _written(tmp_path / "package", export_files(own, "datapackage", datetime.now(UTC)))
    report = _frictionless(package_)
    assert report.valid, report.flatten(["message"])
    assert [row["published"] for row in _rows(package_ / "sources.csv")] == [told]
    resources = json.loads((package_ / "datapackage.json").read_text("utf-8"))["resources"]
    types = {
        field["name"]: field["type"]
        for resource in resources
        if resource["name"] == "sources"
        for field in resource["schema"]["fields"]
    }
    assert types["published"] == kind
    csvw = _written(tmp_path / "csvw", export_files(own, "csvw", datetime.now(UTC)))
    assert json.loads((csvw / "csv-metadata.json").read_text("utf-8"))["dc:issued"] == told
    assert _csvw_is_valid(csvw)
    table = export_files(own, "parquet", datetime.now(UTC))["sources.parquet"]
    column = package("pyarrow.parquet").read_table(io.BytesIO(table)).column("published")
    assert [str(value) for value in column.to_pylist()] == [told]


def test_an_unknown_period_is_published_as_that(tmp_path: Path) -> None:
    """Of a statement as of a figure."""
    template = Path(kic.__file__).with_name("template.toml").read_text("utf-8")
    concern = 'kind = "concern"'
    assert concern in template
    text = template.replace(concern, f'{concern}\nperiod = "unknown"', 1)
    own = kic.load(saved(tmp_path / "own.toml", text))
    files = export_files(own, "datapackage", datetime.now(UTC))
    statements = _rows(_written(tmp_path / "out", files) / "statements.csv")
    assert [(row["date"], row["period"]) for row in statements] == [
        ("", "unknown"),
        ("2020-08-01", ""),
    ]

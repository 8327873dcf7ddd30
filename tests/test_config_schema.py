"""The schema of icplint.toml, which editors read, and the loader take and refuse the same files."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, ValidationError

from icplint.errors import ConfigError
from icplint.policy import Location
from icplint.settings import config

SCHEMA = json.loads(files("icplint").joinpath("config.schema.json").read_bytes())
SUFFIX = '[[suffix]]\npattern = "*.cdn.example.net"\nservice = "cdn"\nprovider = "wangsu"\nlocation = "mainland"\n'
SUPPRESS = '[[suppress]]\ncheck = "unfiled-domain"\nsubject = "*.staging.example.cn"\nreason = "behind a password"\n'
GOOD = [
    "",
    'filings = ["filings.toml"]\ngeo = ["a.mmdb"]\nfail-on = "never"\nstrict = true\nlang = "zh"\n',
    'select = ["ICP1"]\nignore = []\nbaseline = "known.json"\nunfileable = ["xyz", "co.uk"]\n',
    'exclude = ["tests/**", "!tests/live/", "/build/"]\n',
    '[endpoints]\ndefault = "https://{region}.example.com"\n[endpoints.aws]\nec2 = "http://localhost"\n',
    SUFFIX,
    SUFFIX.replace("*.cdn", "*.{region}.cdn").replace("mainland", "region"),
    SUPPRESS,
    SUPPRESS + "until = 2027-03-31\n",
    SUPPRESS + 'until = "2027-03-31"\n',
]
BAD = [
    "fail_on = 'error'\n",
    "filings = 'filings.toml'\n",
    "geo = [1]\n",
    "exclude = 'tests'\n",
    "exclude = [1]\n",
    "exclude = [' ']\n",
    'exclude = ["a\\\\nb"]\n'.replace("\\\\n", "\\n"),
    "strict = 'yes'\n",
    "fail-on = 'notice'\n",
    "lang = 'de'\n",
    "baseline = ''\n",
    "baseline = ['a']\n",
    "endpoints = 'https://x'\n",
    "[endpoints]\necs = 1\n",
    "[endpoints.aws]\nec2 = 1\n",
    "unfileable = 'xyz'\n",
    "unfileable = ['']\n",
    "suffix = 1\n",
    SUFFIX.replace('service = "cdn"\n', ""),
    SUFFIX.replace("mainland", "china"),
    SUFFIX.replace('"cdn"', "1"),
    SUFFIX.replace('"*.cdn.example.net"', '"*"'),
    SUFFIX + 'region = "cn"\n',
    "suppress = 'all'\n",
    SUPPRESS.replace('check = "unfiled-domain"\n', ""),
    SUPPRESS.replace('subject = "*.staging.example.cn"', "subject = ''"),
    SUPPRESS + "until = 2027-03-31T00:00:00\n",
    SUPPRESS + "until = 'soon'\n",
    SUPPRESS + "untill = 2027-03-31\n",
]


def plain(value: Any) -> Any:
    """Return a value of TOML as the editors' plugins show it to a schema: days and times as text."""
    match value:
        case dict():
            return {key: plain(part) for key, part in value.items()}
        case list():
            return [plain(part) for part in value]
        case datetime() | date():
            return value.isoformat()
        case _:
            return value


def load(text: str, directory: Path) -> None:
    (directory / "icplint.toml").write_text(text, encoding="utf-8")
    config.load(directory / "icplint.toml")


def test_it_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_it_knows_the_settings_of_the_loader() -> None:
    assert set(SCHEMA["properties"]) == set(config.KINDS)
    assert SCHEMA["properties"]["fail-on"]["enum"] == list(config.FAIL_ON)
    assert SCHEMA["properties"]["fail-on"]["default"] == config.Config().fail_on
    assert SCHEMA["properties"]["suffix"]["items"]["properties"]["location"]["enum"] == list(Location)


@pytest.mark.parametrize("text", GOOD)
def test_both_take_it(text: str, tmp_path: Path) -> None:
    Draft7Validator(SCHEMA).validate(plain(tomllib.loads(text)))
    load(text, tmp_path)


@pytest.mark.parametrize("text", BAD)
def test_both_refuse_it(text: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        load(text, tmp_path)
    with pytest.raises(ValidationError):
        Draft7Validator(SCHEMA).validate(plain(tomllib.loads(text)))


def test_an_editor_shows_that_a_reason_is_missing_where_the_run_says_that_it_is_void(tmp_path: Path) -> None:
    text = SUPPRESS.replace('reason = "behind a password"\n', "")
    load(text, tmp_path)
    with pytest.raises(ValidationError, match="reason"):
        Draft7Validator(SCHEMA).validate(plain(tomllib.loads(text)))


def test_a_command_prints_it(icplint: Callable[..., Any]) -> None:
    assert json.loads(icplint("config", "schema").out) == SCHEMA

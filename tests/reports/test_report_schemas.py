"""What is written is what the formats' schemas and readers take."""

from __future__ import annotations

import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import xmlschema
from junitparser import Error, Failure, JUnitXml, Skipped
from prometheus_client.parser import text_string_to_metric_families
from report_samples import EXAMPLES, LANGUAGES, delivered, rendered, troubled

from icplint.findings.run import Report

SCHEMAS = Path(__file__).parent / "schemas"
RUNS = (*EXAMPLES, "troubled")


@cache
def validator(name: str) -> Any:
    """Return what raises where a document does not fit a schema."""
    path = SCHEMAS / name
    if path.suffix == ".xsd":
        return xmlschema.XMLSchema(str(path)).validate
    schema = json.loads(path.read_bytes())
    return jsonschema.validators.validator_for(schema)(schema).validate


def written(run: str, name: str, language: str) -> str:
    return rendered(troubled(), name, language) if run == "troubled" else delivered(run, language)[name]


@pytest.mark.parametrize(
    ("name", "schema"),
    {"sarif": "sarif-2.1.0-rtm.5.json", "gitlab": "gitlab-code-quality.json", "rdjson": "rdformat.json"}.items(),
)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("run", RUNS)
def test_json_fits_its_schema(run: str, language: str, name: str, schema: str) -> None:
    validator(schema)(json.loads(written(run, name, language)))


@pytest.mark.parametrize(("name", "schema"), {"junit": "junit-10.xsd", "checkstyle": "checkstyle.xsd"}.items())
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("run", RUNS)
def test_xml_fits_its_schema(run: str, language: str, name: str, schema: str) -> None:
    validator(schema)(written(run, name, language))


@pytest.mark.parametrize("schema", ["sarif-2.1.0-rtm.5.json", "gitlab-code-quality.json", "rdformat.json"])
def test_a_schema_can_refuse(schema: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        validator(schema)([{"message": 1}])


def counts(report: Report) -> dict[str, int]:
    outcomes = ("violation", "cannot-tell", "compliant", "suppressed")
    return {outcome: report.count(outcome) for outcome in outcomes}


@pytest.mark.parametrize("run", RUNS)
def test_a_reader_of_junit_counts_what_the_run_counts(run: str) -> None:
    suites = JUnitXml.fromstring(written(run, "junit", "zh").encode())
    cases = [case for suite in suites for case in suite]
    found = [type(result) for case in cases for result in case.result]
    lines = [json.loads(line) for line in written(run, "json-lines", "en").splitlines()]
    head = lines[0]
    refused = sum(line["record"] == "unread" and line["fails"] for line in lines)
    gaps = head["records"]["error"] + head["records"]["unread"]
    summary = head["summary"]
    assert found.count(Failure) == summary["violation"]
    assert found.count(Error) == head["records"]["error"] + refused
    assert found.count(Skipped) == summary["cannot-tell"] + summary["suppressed"] + gaps - found.count(Error)
    assert len(cases) - len(found) == summary["compliant"] + len(head["inputs"])
    assert (suites.tests, suites.failures, suites.errors) == (len(cases), found.count(Failure), found.count(Error))
    assert len({(case.classname, case.name) for case in cases}) == len(cases)


def samples(text: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    families = text_string_to_metric_families(text)
    return {(s.name, tuple(sorted(s.labels.items()))): s.value for family in families for s in family.samples}


@pytest.mark.parametrize("run", RUNS)
def test_a_reader_of_prometheus_gets_the_numbers(run: str) -> None:
    text = written(run, "prometheus", "zh")
    found = samples(text)
    head = json.loads(written(run, "json-lines", "en").splitlines()[0])
    for outcome, number in head["summary"].items():
        assert sum(value for (name, labels), value in found.items() if ("outcome", outcome) in labels) == number
    assert found["icplint_errors", ()] == head["records"]["error"]
    assert found["icplint_unread_parts", ()] == head["records"]["unread"]
    assert found["icplint_complete", ()] == (run != "troubled")
    families = list(text_string_to_metric_families(text))
    assert all(family.documentation and family.type == "gauge" for family in families)


def test_the_status_of_a_name_is_its_worst_answer() -> None:
    found = samples(rendered(troubled(), "prometheus"))
    status = {labels[0][1]: value for (name, labels), value in found.items() if name == "icp_domain_status"}
    assert status["a.example.cn"] == 0, "it is violated"
    assert status["www.live.cn"] == 0
    assert status["b.example.cn"] == 1, "what was found is suppressed"
    assert status["c.example.cn"] == -1, "it is in doubt"
    clean = samples(delivered("hongkong-only", "en")["prometheus"])
    assert {value for (name, _), value in clean.items() if name == "icp_domain_status"} == {1}
    doubtful = samples(delivered("unknown-until-apply", "en")["prometheus"])
    assert {value for (name, _), value in doubtful.items() if name == "icp_domain_status"} == {-1}


def test_csv_is_one_table() -> None:
    import csv

    text = rendered(troubled(), "csv")
    assert text.startswith("\ufeff"), "Excel reads UTF-8 as GBK without the mark"
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert {row["record"] for row in rows} == {"finding", "error", "unread", "change"}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(tuple("=+-@\t\r\n"))]
    assert "'=ask(somebody)" in {row["settle"] for row in rows}
    assert {"error", "warning", "cannot-tell", "suppressed"} <= {row["standing"] for row in rows}

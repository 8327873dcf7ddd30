"""What single formats promise beyond their schemas."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from prometheus_client.parser import text_string_to_metric_families
from report_samples import FORMATS, LANGUAGES, NASTY, SERVER, SITE, delivered, many, rendered, troubled

from icplint.model.origin import Origin
from icplint.model.printable import printable
from icplint.model.vocabulary import Domain


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"prometheus", "redline"}))
def test_every_format_tells_what_went_wrong(name: str, language: str) -> None:
    text = rendered(troubled(), name, language)
    for said in ("broken.tf", "no place", "module.vpc", "ecs:DescribeInstances", "a.example.cn", "c.example.cn"):
        assert said in text.replace("<!-- -->", ""), said


def test_the_red_line_counts_what_was_not_read_apart() -> None:
    report = json.loads(rendered(troubled(), "redline"))
    assert {result["key"]: result["value"] for result in report["readlineResults"]} == {
        "Blocker": 3,
        "Critical": 2,
        "Major": 1,
        "Minor": 0,
        "CannotTell": 1,
        "Unread": 2,
        "Suppressed": 1,
    }
    assert {result["style"] for result in report["readlineResults"]} <= {"Error", "Warning", "Default"}


def test_in_junit_doubt_fails_where_it_fails_the_run() -> None:
    def outcomes(strict: bool) -> dict[tuple[str, str], list[type]]:
        findings = [replace(finding, strict=strict) for finding in troubled().findings]
        report = replace(troubled(), strict=strict, findings=findings)
        suites = JUnitXml.fromstring(rendered(report, "junit").encode())
        cases = [case for suite in suites for case in suite]
        return {(case.classname, case.name): [type(result) for result in case.result] for case in cases}

    lax, strict = outcomes(False), outcomes(True)
    doubt, unread = ("icplint.unfiled-domain", "c.example.cn"), ("icplint.inputs", "unread 3 main.tf:2:1")
    assert (lax[doubt], strict[doubt]) == ([Skipped], [Failure])
    assert (lax[unread], strict[unread]) == ([Skipped], [Error])
    assert {case for case in lax if lax[case] != strict[case]} == {doubt, unread}


def test_columns_of_rdjson_count_bytes() -> None:
    report = troubled()
    (finding,) = many(report, 1)
    place = Origin(file="zh.tf", line=1, column=5)
    node = Domain(key="n.example.cn", origin=place, name="n.example.cn", zone="example.cn")
    steps = (finding.answer.evidence[0]._replace(origin=place),)
    moved = replace(finding, node=node, answer=finding.answer._replace(evidence=steps))
    lines = replace(report, findings=[moved], source=lambda _file: ["a中文 = 1"])
    (told, *_) = json.loads(rendered(lines, "rdjson"))["diagnostics"]
    assert told["location"]["range"]["start"] == {"line": 1, "column": 1 + len("a中文 ".encode())}
    unread = replace(lines, source=lambda _file: [])
    (told, *_) = json.loads(rendered(unread, "rdjson"))["diagnostics"]
    assert told["location"]["range"]["start"] == {"line": 1}, "better none than a wrong one"


def test_labels_of_prometheus_survive_every_character() -> None:
    report = troubled()
    (finding,) = many(report, 1)
    node = Domain(key=NASTY, origin=Origin(), name="x", zone="x")
    text = rendered(replace(report, findings=[replace(finding, node=node)]), "prometheus")
    found = [s.labels for f in text_string_to_metric_families(text) for s in f.samples if s.name == "icp_domain_status"]
    assert found == [{"domain": printable(NASTY)}]


def test_json_lines_say_first_how_many_follow() -> None:
    head, *rest = map(json.loads, rendered(troubled(), "json-lines").splitlines())
    assert head["record"] == "run"
    counted = {name: sum(row["record"] == name for row in rest) for name in head["records"]}
    assert counted == head["records"]
    assert counted == {"finding": 5, "change": 1, "error": 2, "unread": 2}


def test_json_lines_hold_the_findings_of_the_json_report() -> None:
    formats = delivered("shop-behind-cdn", "en")
    whole = json.loads(formats["json"])
    lines = [json.loads(line) for line in formats["json-lines"].splitlines()]
    assert [{k: v for k, v in row.items() if k != "record"} for row in lines[1:]] == whole["findings"]


PROBE = """
import sys
from icplint.cli import main
sys.argv = ["icplint", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
print(*sorted(sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("text", {"xml", "csv", "icplint.reports.parts", "icplint.reports.sarif", "importlib.resources"}),
        ("github", {"xml", "csv", "icplint.reports.sarif"}),
        ("csv", {"xml", "icplint.reports.sarif"}),
    ],
)
def test_a_format_loads_what_it_writes_with(name: str, others: set[str], tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(SERVER + SITE.format(name="www"), encoding="utf-8")
    command = [sys.executable, "-c", PROBE, "check", "--format", name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True)
    loaded = set(done.stderr.splitlines()[-1].split())
    assert not {m for m in loaded if any(m == other or m.startswith(f"{other}.") for other in others)}

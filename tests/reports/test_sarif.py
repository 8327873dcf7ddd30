"""SARIF beyond its schema: what GitHub demands, what survives an edit, what is said when something is missing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import unquote
from zlib import compress

import pytest
from report_samples import (
    NASTY,
    ODD,
    REGISTER,
    ROOT,
    SERVER,
    SITE,
    checked,
    delivered,
    live,
    many,
    rendered,
    troubled,
    written,
)

from icplint.checks.page import section, source
from icplint.findings.run import Report
from icplint.model.origin import Origin
from icplint.model.printable import printable
from icplint.model.reading import Input
from icplint.registry import registry
from icplint.reports import sarif
from icplint.reports.parts.sarif_places import artifact
from icplint.reports.parts.sarif_run import category


def run_of(report: Report, language: str = "en") -> dict[str, Any]:
    document: dict[str, Any] = json.loads(rendered(report, "sarif", language))
    (run,) = document["runs"]
    return dict(run)


def example(name: str, language: str = "en") -> dict[str, Any]:
    return dict(json.loads(delivered(name, language)["sarif"])["runs"][0])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_check_that_was_asked_is_a_rule_with_its_page_in_both_languages(language: str) -> None:
    rules = {rule["id"]: rule for rule in example("hongkong-only", language)["tool"]["driver"]["rules"]}
    checks = registry().checks
    assert set(rules) == {check.code for check in checks}
    other = "en" if language == "zh" else "zh"
    for check in checks:
        own, foreign = (section(source(check), name) for name in (language, other))
        rule = rules[check.code]
        assert rule["help"]["text"] == own
        assert rule["help"]["markdown"].startswith(own)
        assert rule["help"]["markdown"].endswith(foreign)
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < float(rule["properties"]["security-severity"]) <= 10
        assert len(rule["properties"]["tags"]) <= 20
        page = rule["helpUri"].partition(f"/blob/v{example('hongkong-only')['tool']['driver']['version']}/")[2]
        assert (ROOT / page).is_file()


@pytest.mark.parametrize("name", ["shop-behind-cdn", "unknown-until-apply", "troubled"])
def test_github_takes_every_result(name: str) -> None:
    run = run_of(troubled()) if name == "troubled" else example(name)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["region"]["startLine"] >= 1
        assert place["artifactLocation"]["uri"]
        assert result["partialFingerprints"]["primaryLocationLineHash"]
    marks = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]
    assert len(set(marks)) == len(marks)
    assert "" not in set(strings(run))


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in strings(part)]
    if isinstance(value, list):
        return [text for part in value for text in strings(part)]
    return [value] if isinstance(value, str) else []


def test_the_argument_is_a_flow_from_place_to_place() -> None:
    report = json.loads(delivered("shop-behind-cdn", "en")["json"])
    for finding, result in zip(report["findings"], example("shop-behind-cdn")["results"], strict=True):
        flow = result["codeFlows"][0]["threadFlows"][0]["locations"]
        assert [step["location"]["message"]["text"] for step in flow] == [e["message"] for e in finding["evidence"]]
        places = [step["location"]["physicalLocation"] for step in flow]
        files = [unquote(place["artifactLocation"]["uri"]) for place in places]
        assert files == [e["origin"]["file"] for e in finding["evidence"]]
        assert [p.get("region", {}).get("startLine") for p in places] == [
            e["origin"].get("line") for e in finding["evidence"]
        ]
        assert len(result["relatedLocations"]) == len(flow)


def test_a_region_ends_where_its_line_does() -> None:
    for result in example("shop-behind-cdn")["results"]:
        place = result["locations"][0]["physicalLocation"]
        lines = (ROOT / unquote(place["artifactLocation"]["uri"])).read_text(encoding="utf-8").splitlines()
        region = place["region"]
        written = lines[region["startLine"] - 1]
        assert written[region["startColumn"] - 1 : region["endColumn"] - 1] == written[region["startColumn"] - 1 :]
        assert region["endColumn"] == len(written) + 1


def test_a_doubt_is_a_note_under_a_rule_of_its_own() -> None:
    run = example("unknown-until-apply")
    assert {result["level"] for result in run["results"]} == {"note"}
    assert all(result["ruleId"].endswith("-cannot-tell") for result in run["results"])
    assert all(result["properties"]["settle"] for result in run["results"])
    rules = run["tool"]["driver"]["rules"]
    doubts = [rule for rule in rules if rule["id"].endswith("-cannot-tell")]
    assert {rule["id"] for rule in doubts} == {result["ruleId"] for result in run["results"]}
    assert not [rule for rule in doubts if "security-severity" in rule["properties"]], "GitHub would rank it by that"


def test_with_all_the_compliant_answers_pass() -> None:
    report = replace(troubled(), show_compliant=True)
    results = run_of(report)["results"]
    passed = [result for result in results if result["kind"] == "pass"]
    assert len(passed) == report.count("compliant") > 0
    assert {result["level"] for result in passed} == {"none"}, "only what fails may have a level (3.27.10)"


def test_a_suppressed_result_says_why() -> None:
    results = run_of(troubled())["results"]
    (said,) = [s for result in results for s in result["suppressions"]]
    assert said["kind"] == "inSource"
    assert said["status"] == "accepted"
    assert said["justification"] == f"accepted {printable(NASTY)}"
    assert said["properties"] == {"until": date(2027, 1, 31).isoformat()}
    assert unquote(said["location"]["physicalLocation"]["artifactLocation"]["uri"]) == ODD


def test_a_run_that_did_not_read_everything_says_so() -> None:
    (went,) = run_of(troubled())["invocations"]
    assert went["executionSuccessful"] is False
    told = [(n["descriptor"]["id"], n["level"]) for n in went["toolExecutionNotifications"]]
    assert sorted(told) == [
        ("change", "note"),
        ("error", "error"),
        ("error", "error"),
        ("unread", "error"),
        ("unread", "warning"),
    ]
    assert went["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 3
    clean = example("hongkong-only")["invocations"][0]
    assert clean["executionSuccessful"] is True
    assert clean["properties"]["complete"] is True
    assert clean["toolExecutionNotifications"] == []


def test_a_part_that_is_only_not_read_is_a_warning() -> None:
    report = replace(troubled(), problems=[], unread=troubled().unread[:1], changes=[])
    (went,) = run_of(report)["invocations"]
    assert went["executionSuccessful"] is True
    assert [n["level"] for n in went["toolExecutionNotifications"]] == ["warning"]
    assert went["properties"]["complete"] is False


def test_a_live_finding_stands_in_a_file_that_is_said_not_to_be_there() -> None:
    run = run_of(troubled())
    (result,) = [r for r in run["results"] if r["properties"]["subject"]["key"] == "www.live.cn"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "live/Domain/www.live.cn"
    assert [a["location"]["uri"] for a in run["artifacts"]] == [uri]
    assert {"fullyQualifiedName": "alidns:DescribeDomainRecords (6C2E)", "kind": "request"} in (
        result["locations"][0]["logicalLocations"]
    )
    other = replace(
        troubled(), findings=[replace(live(f, "www.live.cn"), node=f.node) for f in troubled().findings[:1]]
    )
    assert "(6C2E)" not in json.dumps([r["partialFingerprints"] for r in run_of(other)["results"]])


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a/main.tf", {"uri": "a/main.tf", "uriBaseId": "%SRCROOT%"}),
        (ODD, {"uri": "odd%20100%25%3B%2C%5D%7C%23%C3%A9.tf", "uriBaseId": "%SRCROOT%"}),
        ("a:b.tf", {"uri": "a%3Ab.tf", "uriBaseId": "%SRCROOT%"}),
        ("/srv/x y.tf", {"uri": "file:///srv/x%20y.tf"}),
        ("C:/x y.tf", {"uri": "file:///C:/x%20y.tf"}),
    ],
)
def test_a_path_becomes_a_valid_uri(path: str, uri: dict[str, str]) -> None:
    assert artifact(path) == uri


def test_reports_on_different_inputs_are_kept_apart() -> None:
    shop, blog = Input("configuration", "examples/shop"), Input("configuration", "examples/blog")
    register = Input("register", "filings.toml")
    assert category([shop, register]) == category([shop]) == "icplint/configuration/examples/shop/"
    assert len({category([shop]), category([blog]), category([shop, blog]), category([])}) == 4
    assert category([shop, blog]) == category([blog, shop])


# Limits: over them, GitHub refuses the whole file


def test_of_30000_findings_the_least_severe_are_left_out_and_counted() -> None:
    report = troubled()
    grave, doubts = many(report, 20_000), many(report, 10_000, value=None)
    run = run_of(replace(report, findings=[*doubts, *grave]))
    assert len(run["results"]) == 25_000
    levels = [result["level"] for result in run["results"]]
    assert (levels.count("error"), levels.count("note")) == (20_000, 5_000)
    assert levels[:5_000] == ["note"] * 5_000, "those that stay keep their order"
    (went,) = run["invocations"]
    (said,) = [n for n in went["toolExecutionNotifications"] if n["descriptor"]["id"] == "dropped"]
    assert said["message"]["text"].startswith("5000 findings")
    assert went["properties"]["complete"] is False


def test_a_file_that_gzip_leaves_too_large_loses_the_least_severe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "COMPRESSED", 60_000)
    report = troubled()
    full = replace(report, findings=[*many(report, 500, value=None), *many(report, 500)])
    text = rendered(full, "sarif")
    assert len(compress(text.encode(), 6)) <= 60_000
    run = json.loads(text)["runs"][0]
    levels = [result["level"] for result in run["results"]]
    assert 0 < len(levels) < 1_000
    assert levels.count("error") == min(500, len(levels))
    assert f"{1_000 - len(levels)} findings" in json.dumps(run["invocations"])


def test_a_long_argument_is_cut_where_github_stops_reading() -> None:
    report = troubled()
    (finding,) = many(report, 1)
    steps = tuple(finding.answer.evidence[0]._replace(origin=Origin(file="main.tf", line=n + 1)) for n in range(10_005))
    long = replace(finding, answer=finding.answer._replace(evidence=steps))
    (result,) = run_of(replace(report, findings=[long]))["results"]
    assert len(result["codeFlows"][0]["threadFlows"][0]["locations"]) == 10_000
    assert len(result["relatedLocations"]) == 1_000


# The same finding is the same alert


def alerts(run: dict[str, Any]) -> set[tuple[str, str]]:
    return {(r["ruleId"], r["partialFingerprints"]["primaryLocationLineHash"]) for r in run["results"]}


def issues(report: Report) -> set[str]:
    return {issue["fingerprint"] for issue in json.loads(rendered(report, "gitlab"))}


def test_moved_lines_and_renamed_files_change_no_fingerprint() -> None:
    site = SERVER + "".join(SITE.format(name=name) for name in "abc")
    seen = []
    for files in (
        {"main.tf": site},
        {"main.tf": "# a comment\n\n\n" + site},
        {"web/../other.tf": site},
        {"dns.tf": "".join(SITE.format(name=name) for name in "cba"), "web.tf": SERVER},
    ):
        with written({**files, "filings.toml": REGISTER}) as base:
            report = checked(base)
            seen.append((alerts(run_of(report)), issues(report)))
    assert len(seen[0][0]) == len(seen[0][1]) == 4
    assert all(one == seen[0] for one in seen)


def test_source_and_plan_give_the_same_fingerprints() -> None:
    shop = ROOT / "examples/shop-behind-cdn"
    source, plan = checked(shop), checked(shop, "plan.json")
    assert alerts(run_of(source)) == alerts(run_of(plan)) != set()
    assert issues(source) == issues(plan) != set()


def test_one_address_in_two_roots_is_two_alerts() -> None:
    site = SERVER + SITE.format(name="www")
    with written({"one/main.tf": site, "two/main.tf": site, "filings.toml": REGISTER}) as base:
        report = checked(base)
    servers = [f for f in report.reported if f.node.kind == "Server"]
    assert len({f.fingerprint for f in servers}) == len(servers) == 2
    assert len(alerts(run_of(report))) == len(issues(report)) == len(report.reported)

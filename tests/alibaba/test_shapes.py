"""A reply of another shape than the vendor's models have is a gap that says what came; never a list without items."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pytest
from cloud import Cloud, Scan, unread
from row_shapes import SDK, shapes
from sample_calls import ROWS, sample

from icplint.alibaba.listing import AlibabaListing, Paging, at
from icplint.alibaba.lists import whole
from icplint.alibaba.shapes import odd
from icplint.alibaba.vendor import ALIBABA
from icplint.live import inventory
from icplint.live.call import INCOMPLETE, ODD, Reply
from icplint.policy import Tables
from icplint.registry import registry

Spoil = Callable[[dict[str, Any], str], Any]
BY_NAME: Final = {row.name: row for row in ROWS}
LISTS: Final = [row for row in ROWS if row.lies_at.endswith("[]")]


def test_what_is_checked_is_what_the_rows_read_of_the_models() -> None:
    shipped = json.loads(files("icplint.alibaba").joinpath("shapes.json").read_text(encoding="utf-8"))
    assert shapes() == shipped, "python tests/alibaba/row_shapes.py > icplint/alibaba/shapes.json"


def filled(model: Any) -> Any:
    """Return a value of a model that has everything."""
    match model:
        case dict():
            return {name: filled(below) for name, below in model.items()}
        case [inner]:
            return [filled(inner)]
        case str() if model.startswith(("dict", "Dict", "Any")):
            return {}
        case _:
            return {"int": 1, "bool": True, "float": 1.0}.get(model, "1")


def reply(row: AlibabaListing) -> dict[str, Any]:
    """Return a reply with one item, that says so and does not go on."""
    body: dict[str, Any] = filled(SDK[row.product]["actions"][row.action]["reply"])
    return {name: "" if name in {"NextToken", "nextToken"} else value for name, value in body.items()}


def gap(row: AlibabaListing, body: Any) -> str:
    """Return the code and the words of the gap that a reply leaves, read as it comes and as it was saved."""
    call = sample(row)
    pages = [Reply(call=call, body=body)] if row.on_demand else whole(row, call, lambda c, _: Reply(call=c, body=body))
    failure = pages[-1].failure
    rows = registry().listings
    regions = Tables.core().regions
    read = (
        inventory.read(pages, rows, ALIBABA, regions),
        inventory.read([Reply(call=call, body=body)], rows, ALIBABA, regions),
    )
    for reading in read:
        parts = [part for part in reading.unread if part.what == call.what and part.fails]
        if failure is None and not row.on_demand:
            assert not parts
        elif parts:
            assert not reading.complete & parts[0].lacks
            assert [one for one in reading.resources if failure and failure.code == ODD] == []
            return f"{failure.code if failure else ODD} {parts[0].why.say('en')} {parts[0].why.say('zh')}"
    return ""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_reply_as_the_model_has_it_is_read(row: AlibabaListing) -> None:
    assert odd(row, reply(row)) == ""
    assert gap(row, reply(row)) == ""


def _put(body: dict[str, Any], path: str, value: Any) -> Any:
    *way, last = path.split(".")
    (at(body, ".".join(way)) if way else body)[last] = value
    return body


def _up(body: dict[str, Any], path: str) -> Any:
    """The list a level higher; of one without a wrapper, in a wrapper."""
    above, _, last = path.rpartition(".")
    return _put(body, above or path, at(body, path) if above else {last: at(body, path)})


def _lacking(body: dict[str, Any], path: str) -> Any:
    above, _, last = path.rpartition(".")
    del (at(body, above) if above else body)[last]
    return body


def _gone(body: dict[str, Any], path: str) -> Any:
    return {name: value for name, value in body.items() if name != path.partition(".")[0]}


SPOILED: Final[dict[str, tuple[Spoil, str]]] = {
    "an object instead of the list": (lambda body, path: _put(body, path, at(body, path)[0]), "object"),
    "a list elsewhere": (_up, ""),
    "null": (lambda body, path: _put(body, path, None), "null"),
    "no list in the wrapper": (_lacking, "missing"),
    "no wrapper": (_gone, "missing"),
    "text": (lambda body, path: _put(body, path, "none"), "a single value"),
    "scalar items": (lambda body, path: _put(body, path, ["i-1"]), "a single value"),
    "items that are null": (lambda body, path: _put(body, path, [None]), "null"),
    "items without anything": (lambda body, path: _put(body, path, [{}]), "missing"),
}


@pytest.mark.parametrize(
    ("row", "how"),
    [(row, how) for row in LISTS for how in SPOILED if row.required or how != "items without anything"],
    ids=lambda each: each if isinstance(each, str) else each.name,
)
def test_a_list_of_another_shape_is_a_gap(row: AlibabaListing, how: str) -> None:
    path = row.lies_at.removesuffix("[]")
    spoil, word = SPOILED[how]
    body = spoil(copy.deepcopy(reply(row)), path)
    said = gap(row, body)
    assert said.startswith(ODD)
    assert word in said
    assert path.partition(".")[0] in said


def _nested(shape: Any, body: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each place in a reply that a row reads: what holds it, and its name or number there."""
    pairs = shape.items() if isinstance(shape, dict) else enumerate(shape) if isinstance(shape, list) else ()
    for key, below in pairs:
        yield body, key
        yield from _nested(below, body[key])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_nothing_that_a_row_reads_may_be_of_another_kind(row: AlibabaListing) -> None:
    shape = shapes()[row.name]
    for number, _ in enumerate(list(_nested(shape, reply(row)))):
        body = reply(row)
        holder, key = list(_nested(shape, body))[number]
        if isinstance(holder[key], dict) and not holder[key]:
            continue  # the model has no more of it than that it is some object
        holder[key] = {"Other": 1} if not isinstance(holder[key], dict) else [1]
        assert odd(row, body), (key, body)


@pytest.mark.parametrize("row", [row for row in ROWS if row.required], ids=lambda row: row.name)
def test_an_item_that_cannot_be_told_from_another_is_a_gap(row: AlibabaListing) -> None:
    for path in row.required:
        body = reply(row)
        place = at(body, row.lies_at.removesuffix("[]")) if row.lies_at else body
        _put(place[0] if isinstance(place, list) else place, path, None)
        assert gap(row, body).startswith(ODD), path


@pytest.mark.parametrize("row", LISTS, ids=lambda row: row.name)
def test_an_empty_list_is_empty_unless_it_never_is(row: AlibabaListing) -> None:
    body = _put(reply(row), row.lies_at.removesuffix("[]"), []) | {"TotalCount": 0}
    assert gap(row, body).startswith(ODD) is row.some
    if not row.some:
        assert gap(row, {"RequestId": "R-1", "TotalCount": 0}) == ""  # some leave out what holds nothing, and say so


@pytest.mark.parametrize("row", [row for row in LISTS if not row.some], ids=lambda row: row.name)
def test_an_empty_list_that_the_reply_contradicts_is_a_gap(row: AlibabaListing) -> None:
    body = _put(reply(row), row.lies_at.removesuffix("[]"), [])
    if row.paging is not Paging.NONE:
        assert gap(row, {**body, "TotalCount": 3}).startswith(INCOMPLETE)
    if row.paging is Paging.TOKENS:
        assert gap(row, {**body, "TotalCount": 0, "NextToken": "more"}).startswith(INCOMPLETE)
    assert gap(row, {**body, "TotalCount": {"Count": 3}}).startswith(ODD)


@pytest.mark.parametrize(
    "spoiled",
    [
        replace(BY_NAME["ecs:DescribeInstances"], items="Instance.Instances"),
        replace(BY_NAME["alb:ListRules"], items="Rules.Rule"),
        replace(BY_NAME["slb:DescribeLoadBalancers"], items="LoadBalancers"),
        replace(BY_NAME["eipanycast:ListAnycastEipAddresses"], place="AnycastEipList[]"),
        replace(BY_NAME["fc:ListCustomDomains"], identity="DomainName"),
    ],
    ids=lambda row: row.name,
)
def test_a_row_that_is_spoiled_is_found(spoiled: AlibabaListing) -> None:
    assert odd(spoiled, reply(spoiled))


def test_a_gap_says_in_both_languages_what_came(scan: Scan, cloud: Cloud, tmp_path: Path) -> None:
    cloud.handlers["DescribeInstances"] = lambda _p: {"Instances": {"Instance": {"InstanceId": "i-1"}}}
    run = scan("--format", "json", "--save", str(tmp_path / "saved"), "--lang", "en")
    whys = [part["why"] for part in json.loads(run.out)["unread"] if part["what"].startswith("ecs:DescribeInstances")]
    assert len(whys) == 2
    assert all("the reply is not as documented: Instances.Instance is an object" in why for why in whys)
    assert run.code == 2
    run = scan("--format", "json", "--lang", "zh")
    assert "应答与服务文档不符：Instances.Instance 是对象（请求 R-" in run.out


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("<html><body>Bad gateway</body></html>", "Expect root tag is ListAllMyBucketsResult"),
        ("{}", "no answer"),
        (
            "<ListAllMyBucketsResult><Buckets><Bucket><Name>a</Name></Bucket></Buckets></ListAllMyBucketsResult>",
            "missing",
        ),
    ],
)
def test_buckets_are_in_a_list_that_says_whose_they_are(scan: Scan, cloud: Cloud, said: str, why: str) -> None:
    cloud.handlers["ListBuckets"] = lambda _p: {"xml": said}
    run = scan("--format", "json", "--products", "oss", "--lang", "en")
    assert [*unread(run)] == ["oss:ListBuckets"]
    assert why in unread(run)["oss:ListBuckets"]
    assert run.code == 2


def test_an_odd_item_costs_neither_its_neighbours_nor_the_pages_after_it(scan: Scan, cloud: Cloud) -> None:
    rows = [{"RecordId": str(n), "RR": f"h{n}", "Type": "A", "Value": "47.96.0.9"} for n in range(600)]
    rows = [{**row, "Line": "default", "Status": "ENABLE"} for row in rows]
    rows[7] = {"Other": "shape"}
    cloud.list("DescribeDomainRecords", "DomainRecords.Record", lambda _p: rows)
    report = json.loads(scan("--format", "json", "--all", "--lang", "en").out)
    (part,) = report["unread"]
    assert part["what"] == "alidns:DescribeDomainRecords"
    assert "DomainRecords.Record[7].RR is missing" in part["why"]
    found = {f["subject"]["key"] for f in report["findings"] if f["code"] == "ICP101"}
    assert {f"h{n}.example.cn" for n in range(600) if n != 7} <= found

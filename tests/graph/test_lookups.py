"""What a cloud says of a domain, beside what a register says of it."""

from __future__ import annotations

from datetime import date

import pytest

from icplint.graph.build import build
from icplint.graph.graph import Graph
from icplint.model.origin import Origin
from icplint.model.reading import Reading
from icplint.model.resource import Rank, Resource
from icplint.model.vocabulary import Domain
from icplint.policy import Policy
from icplint.questions.filings import filed
from icplint.registry import registry
from icplint.wording.hops import service

NAME = "www.example.cn"


def graph(*, listed: bool, approved: bool | None) -> Graph:
    """Return the graph of a register with or without a filing, and of a lookup, if there was any."""
    row = {"domain": "example.cn", "licence": "京ICP备2023001234号-1", "status": "filed", "kind": "website"}
    said = {"id": "example.cn", "domain": "example.cn", "filed": approved}
    resources = [
        *([Resource(kind="filing", address="f", values=row, origin=Origin(file="filings.toml"))] if listed else []),
        *(
            [Resource(kind="filing_lookup", address="l", values=said, origin=Origin(request="r"), rank=Rank.LIVE)]
            if approved is not None
            else []
        ),
    ]
    reading = Reading(resources=resources, complete={"filing"})
    return build(reading, registry().table, Policy(date(2026, 11, 24)), {})


@pytest.mark.parametrize(
    ("listed", "approved", "outcome"),
    [
        (True, None, True),
        (True, True, True),
        (True, False, None),
        (False, True, True),
        (False, False, False),
    ],
)
def test_a_cloud_that_denies_what_a_register_lists_leaves_a_doubt(
    listed: bool, approved: bool | None, outcome: bool | None
) -> None:
    domain = Domain(key=NAME, origin=Origin(), name=NAME, zone=NAME)
    answer = filed(graph(listed=listed, approved=approved), domain)
    assert answer.value is outcome
    if outcome is None:
        said = [evidence.text.say("en") for evidence in answer.evidence]
        assert "example.cn is not filed, says CheckCdnDomainICP" in said


def test_a_service_goes_by_its_abbreviation_or_as_its_plugin_writes_it() -> None:
    bare = Graph(Policy(date(2026, 11, 24)))
    assert (service(bare, "alb").en, service(bare, "App Runner").en) == ("ALB", "App Runner")

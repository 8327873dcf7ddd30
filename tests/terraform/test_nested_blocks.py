"""Nested blocks as values: what Terraform and the alicloud provider (1.283.0) planned of `data/nested_blocks`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from icplint.terraform.instances.configuration import Variables, open_root
from icplint.terraform.instances.instance import ModuleInstance
from icplint.terraform.modules.loader import Loader
from icplint.terraform.values.json_text import json_text
from icplint.terraform.values.value import reasons

CASE: Final = Path(__file__).parent / "data" / "nested_blocks"
PLANNED: Final[dict[str, Any]] = json.loads((CASE / "answers.json").read_text(encoding="utf-8"))
UNKNOWN: Final = "(unknown)"
WHOLE: Final = {"d1"}
"""What is made of all attributes of a block, which a source does not know."""


@pytest.fixture(scope="module")
def planned() -> ModuleInstance:
    return open_root(CASE, Loader(CASE), Variables())[0]


def assert_fits(found: Any, expected: Any) -> None:
    """Of an object the source need not know what only the provider adds, and Terraform does not know it either."""
    if isinstance(found, dict) and isinstance(expected, dict):
        assert found.keys() <= expected.keys()
        for name, value in expected.items():
            assert_fits(found.get(name, UNKNOWN), value)
    elif isinstance(found, list) and isinstance(expected, list):
        assert len(found) == len(expected)
        for mine, other in zip(found, expected, strict=True):
            assert_fits(mine, other)
    else:
        assert found == expected


@pytest.mark.parametrize("name", sorted(PLANNED.keys() - WHOLE))
def test_what_is_written_is_known_and_what_the_provider_adds_is_not(planned: ModuleInstance, name: str) -> None:
    assert_fits(json.loads(json_text(planned.output(name), f'"{UNKNOWN}"')), PLANNED[name])


def test_every_output_was_planned(planned: ModuleInstance) -> None:
    assert planned.module.outputs.keys() == PLANNED.keys()
    assert json_text(planned.output("d1"), f'"{UNKNOWN}"') == f'"{UNKNOWN}"'


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("b1", ["alicloud_alb_load_balancer.a.zone_mappings[0].address"]),
        ("b4", ["alicloud_alb_load_balancer.a.zone_mappings[0].load_balancer_addresses[0].address"]),
        ("e6", ["alicloud_instance.a.network_interfaces[0].network_interface_id"]),
        ("f7", ["alicloud_instance.a.data_disks[1].performance_level"]),
        (
            "a4",
            [f"alicloud_nlb_load_balancer.a.zone_mappings[{at}].public_ipv4_address" for at in (0, 1)],
        ),
    ],
)
def test_what_is_not_known_points_at_the_attribute_of_the_block(
    planned: ModuleInstance, name: str, expected: list[str]
) -> None:
    assert [str(ref) for reason in reasons(planned.output(name)) for ref in reason.refs] == expected


def test_of_a_list_made_of_a_set_nobody_knows_which_block_comes_first(planned: ModuleInstance) -> None:
    (first,) = reasons(planned.output("a1"))
    assert {str(ref) for ref in first.refs} == {
        f"alicloud_nlb_load_balancer.a.zone_mappings[{at}].public_ipv4_address" for at in (0, 1)
    }
    (zone,) = reasons(planned.output("a2"))
    assert (zone.refs, zone.open) == ((), True)

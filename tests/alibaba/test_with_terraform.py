"""A saved inventory beside Terraform: one graph, and where they differ, both are shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cloud import Cloud, Scan


def state(**values: Any) -> str:
    """Return a state that declares the instance of the account, as Terraform writes it (version 4)."""
    attributes = {"id": "i-cn-hangzhou", "availability_zone": "cn-hangzhou-b", **values}
    instance = {
        "mode": "managed",
        "type": "alicloud_instance",
        "name": "web",
        "provider": 'provider["registry.terraform.io/aliyun/alicloud"]',
        "instances": [{"schema_version": 0, "attributes": attributes}],
    }
    return json.dumps(
        {"version": 4, "terraform_version": "1.11.0", "serial": 1, "lineage": "x", "resources": [instance]}
    )


@pytest.fixture
def inventory(scan: Scan, tmp_path: Path, cloud: Cloud) -> Path:
    """An account whose instance is pay-as-you-go, saved."""
    plain = cloud.handlers["DescribeInstances"]

    def postpaid(parameters: Any) -> dict[str, Any]:
        body = plain(parameters)
        for one in body["Instances"]["Instance"]:
            one["InstanceChargeType"] = "PostPaid"
        return body

    cloud.handlers["DescribeInstances"] = postpaid
    scan("--save", str(tmp_path / "saved"))
    return tmp_path / "saved"


def findings(run: Any, code: str) -> list[dict[str, Any]]:
    return [f for f in json.loads(run.out)["findings"] if f["code"] == code]


@pytest.mark.parametrize("order", [0, 1])
def test_one_instance_and_what_is_declared_otherwise(
    icplint: Scan, inventory: Path, tmp_path: Path, order: int
) -> None:
    (tmp_path / "terraform.tfstate").write_text(
        state(instance_charge_type="PrePaid", internet_max_bandwidth_out=5, availability_zone="cn-hongkong-b")
    )
    paths = [str(inventory), str(tmp_path / "terraform.tfstate")]
    run = icplint("check", *(paths if order else paths[::-1]), "--on", "2026-11-24", "--format", "json", "--all")
    mine = findings(run, "ICP301")
    assert [f["outcome"] for f in mine if f["subject"]["key"] == "alicloud_instance.web"] == ["violation"]
    assert [f["subject"]["key"] for f in mine] == ["alicloud_instance.web", "i-cn-hongkong"]
    said = [e["message"] for f in mine for e in f["evidence"]]
    differing = [text for text in said if "is declared with" in text]
    assert differing == [
        (
            "the ECS instance alicloud_instance.web is declared with instance_charge_type = PrePaid; "
            "the account has PostPaid"
        )
    ]
    served = findings(run, "ICP101")[0]["evidence"]
    assert any("availability_zone = cn-hongkong-b; the account has cn-hangzhou-b" in e["message"] for e in served)


def test_where_both_say_the_same_nothing_is_said(icplint: Scan, inventory: Path, tmp_path: Path) -> None:
    (tmp_path / "terraform.tfstate").write_text(state(instance_charge_type="PostPaid", internet_max_bandwidth_out=5))
    run = icplint("check", str(inventory), str(tmp_path / "terraform.tfstate"), "--on", "2026-11-24", "--all")
    assert "is declared with" not in run.out
    assert "alicloud_instance.web" in run.out

"""Sites -> what `terraform show -json` prints of a first plan of them, format version 1.2."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from sites import REGIONS, VARIABLES, Expression, Resource, Site

PROVIDER: Final = "registry.terraform.io/aliyun/alicloud"

COMPUTED: Final = {
    "alicloud_security_group": "create_time id inner_access inner_access_policy name resource_group_id "
    "security_group_type vpc_id",
    "alicloud_instance": "availability_zone cpu create_time credit_specification deployment_set_group_no description "
    "enable_jumbo_frame expired_time host_name http_endpoint http_put_response_hop_limit http_tokens id "
    "internet_charge_type internet_max_bandwidth_in io_optimized ipv6_address_count ipv6_addresses key_name "
    "maintenance_action memory network_interface_id network_interface_traffic_mode os_name os_type "
    "primary_ip_address private_ip private_pool_options_id private_pool_options_match_criteria public_ip "
    "resource_group_id role_name secondary_private_ip_address_count secondary_private_ips "
    "security_enhancement_strategy spot_duration spot_interruption_behavior spot_price_limit spot_strategy "
    "start_time status stopped_mode subnet_id system_disk_auto_snapshot_policy_id system_disk_category "
    "system_disk_description system_disk_encrypted system_disk_id system_disk_kms_key_id system_disk_name "
    "system_disk_performance_level system_disk_size volume_tags vpc_id vswitch_id",
    "alicloud_oss_bucket": "acl creation_date extranet_endpoint id intranet_endpoint location owner resource_group_id",
    "alicloud_cdn_domain_new": "cname id resource_group_id scope status",
    "alicloud_alidns_record": "id",
}
"""What the provider computes where nobody writes it: unknown until apply."""

OPTIONAL: Final = {
    "alicloud_security_group": "tags timeouts",
    "alicloud_instance": "allocate_public_ip auto_release_time auto_renew_period dedicated_host_id "
    "deletion_protection deployment_set_id dry_run enable_high_density_mode force_delete hpc_cluster_id "
    "include_data_disks is_outdated kms_encrypted_password kms_encryption_context launch_template_id "
    "launch_template_name launch_template_version maintenance_notify network_card_index operator_type password "
    "password_inherit period_unit queue_pair_number renewal_status system_disk_bursting_enabled "
    "system_disk_encrypt_algorithm system_disk_provisioned_iops system_disk_storage_cluster_id tags timeouts "
    "user_data",
    "alicloud_oss_bucket": "force_destroy lifecycle_rule_allow_same_action_overlap logging_isenable policy "
    "redundancy_type storage_class",
    "alicloud_cdn_domain_new": "check_url env tags timeouts",
    "alicloud_alidns_record": "lang line priority remark status timeouts ttl user_client_ip",
}
"""What nobody wrote and nobody computes: null."""

BLOCKS: Final = {
    "alicloud_instance": "cpu_options data_disks image_options maintenance_time network_interfaces",
    "alicloud_oss_bucket": "access_monitor cors_rule lifecycle_rule logging referer_config "
    "server_side_encryption_rule transfer_acceleration versioning website",
    "alicloud_cdn_domain_new": "certificate_config",
}
"""Nested blocks that are not there: an empty list on every side."""

SENSITIVE: Final = {
    "alicloud_instance": {
        "ipv6_addresses": [],
        "password": True,
        "secondary_private_ips": [],
        "security_groups": [False],
        "volume_tags": {},
    }
}
"""What `after_sensitive` says besides: the provider's secrets, and shapes that hold none."""


def plan(megabytes: float) -> str:
    """Return a plan of as many sites as make that size."""
    first, second = (len(_text(document(sites))) for sites in (10, 20))
    each = (second - first) / 10
    return _text(document(10 + round((megabytes * 1e6 - first) / each)))


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def document(sites: int) -> dict[str, Any]:
    """Return a plan of that many sites."""
    resources = sorted(
        (resource for site in map(Site, range(sites)) for resource in site.resources()), key=lambda r: r.address
    )
    changes = [_change(resource) for resource in resources]
    return {
        "format_version": "1.2",
        "terraform_version": "1.11.4",
        "variables": {name: {"value": variable.value} for name, variable in sorted(VARIABLES.items())},
        "planned_values": {"root_module": {"resources": [_planned(change) for change in changes]}},
        "resource_changes": changes,
        "configuration": {
            "provider_config": {key: _provider(key, region) for key, region in REGIONS.items()},
            "root_module": {
                "resources": [_configured(resource) for resource in resources],
                "variables": {name: dict(variable.block) for name, variable in sorted(VARIABLES.items())},
            },
        },
        "relevant_attributes": [
            {"resource": name, "attribute": [attribute]}
            for name, attribute in dict.fromkeys(used for resource in resources for used in _used(resource))
        ],
        "timestamp": "2026-11-24T00:00:00Z",
        "applyable": True,
        "complete": True,
        "errored": False,
    }


def _provider(key: str, region: str | Expression) -> dict[str, Any]:
    _, _, alias = key.partition(".")
    known = {"name": "alicloud", "full_name": PROVIDER, **({"alias": alias} if alias else {})}
    return {**known, "version_constraint": "~> 1.283", "expressions": {"region": _expression(region)}}


def _change(resource: Resource) -> dict[str, Any]:
    kind = resource.kind
    empty = {name: [] for name in BLOCKS.get(kind, "").split()}
    computed = {name: True for name in COMPUTED[kind].split() if name not in resource.arguments}
    written = {name: _after(value) for name, value in resource.arguments.items()}
    known = {name: value for name, (value, _) in written.items() if value is not None}
    marks = {name: mark for name, (_, mark) in written.items() if mark is not None}
    return {
        "address": resource.address,
        "mode": "managed",
        "type": kind,
        "name": resource.name,
        "provider_name": PROVIDER,
        "change": {
            "actions": ["create"],
            "before": None,
            "after": _sorted(dict.fromkeys(OPTIONAL[kind].split()) | empty | known),
            "after_unknown": _sorted(computed | empty | marks),
            "before_sensitive": False,
            "after_sensitive": _sorted(empty | SENSITIVE.get(kind, {}) | _shapes(resource)),
        },
    }


def _sorted(values: dict[str, Any]) -> dict[str, Any]:
    return dict(sorted(values.items()))


def _shapes(resource: Resource) -> dict[str, Any]:
    shapes = {list: [{}], dict: {}}
    return {name: shapes[type(value)] for name, value in resource.arguments.items() if type(value) in shapes}


def _after(value: Any) -> tuple[Any, Any]:
    """Return a value as `after` has it, None for absent, and its mark in `after_unknown`."""
    if isinstance(value, Expression):
        in_list = value.source.startswith("[")
        missing = ([None], [True]) if in_list else (None, True)
        return missing if value.value is None else (value.value, None)
    if isinstance(value, list):
        pairs = [{name: _after(inner) for name, inner in block.items()} for block in value]
        known = [{"weight": None} | {n: v for n, (v, _) in pair.items() if v is not None} for pair in pairs]
        return known, [{n: mark for n, (_, mark) in pair.items() if mark} for pair in pairs]
    return value, {} if isinstance(value, dict) else None


def _planned(change: dict[str, Any]) -> dict[str, Any]:
    described = {name: change[name] for name in ("address", "mode", "type", "name", "provider_name")}
    values, marks = change["change"]["after"], change["change"]["after_sensitive"]
    return {**described, "schema_version": 0, "values": values, "sensitive_values": marks}


def _configured(resource: Resource) -> dict[str, Any]:
    return {
        "address": resource.address,
        "mode": "managed",
        "type": resource.kind,
        "name": resource.name,
        "provider_config_key": resource.provider,
        "expressions": {name: _expression(value) for name, value in sorted(resource.arguments.items())},
        "schema_version": 0,
    }


def _expression(value: Any) -> Any:
    if isinstance(value, Expression):
        return {"references": list(value.references)}
    if isinstance(value, list):
        return [{name: _expression(inner) for name, inner in sorted(block.items())} for block in value]
    return {"constant_value": value}


def _used(resource: Resource) -> Iterator[tuple[str, str]]:
    values = list(resource.arguments.values())
    values += [value for blocks in values if isinstance(blocks, list) for block in blocks for value in block.values()]
    for value in values:
        if isinstance(value, Expression) and value.value is None:
            attribute, name = value.references
            yield name, attribute.removeprefix(f"{name}.")

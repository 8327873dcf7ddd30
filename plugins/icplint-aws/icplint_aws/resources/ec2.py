"""EC2: instances, the interfaces and elastic addresses by which they are reached, and what launches them.

Source: hashicorp/terraform-provider-aws, website/docs/r; since version 6 most resources have a `region` of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from icplint.plugin import (
    SELF,
    Address,
    AliasRow,
    EdgeRow,
    Finder,
    NodeRow,
    Relation,
    Resource,
    Row,
    ServerGroup,
    Yield,
    constant,
    first_set,
    is_set,
    server,
)
from icplint_aws.home import AWS, within
from icplint_aws.live.listing import Item, List

INTERFACE: Final = ("private_ip", "private_ips", "private_dns_name")
"""What of an interface only its own network reaches."""
OWNED_BY_AWS: Final = "aws_service_address"
"""A public address that AWS gave to something of the account, as the API lists it: Terraform has no such type."""


def _bound(resource: Resource, _finder: Finder) -> Iterator[Any]:
    """Yield what an elastic address is bound to: an instance, else an interface; in a state neither is empty text."""
    for name in ("instance", "instance_id", "network_interface", "network_interface_id"):
        value = resource.values.get(name)
        if is_set(value) and value != "":
            yield value
            return


def _address(resource: Resource, _finder: Finder) -> Iterator[Any]:
    values = (resource.values.get(name) for name in ("allocation_id", "public_ip"))
    yield from [value for value in values if is_set(value)][:1]


def _public_ip(resource: Resource, _finder: Finder) -> Iterator[str | None]:
    ip = resource.values.get("public_ip")
    if ip is None or isinstance(ip, str):
        yield ip


def _own(resource: Resource, finder: Finder) -> Iterator[str]:
    """Yield the public address and name of an instance, unless an elastic address gives it them: they lead there."""
    ip = resource.values.get("public_ip")
    if not any(finder.by_key("aws_eip", _public_ip, ip) if ip is None or isinstance(ip, str) else ()):
        yield from (v for name in ("public_ip", "public_dns") if isinstance(v := resource.values.get(name), str))


def _instance(kind: str, *zones: str, private: bool = True) -> NodeRow:
    row = server(
        kind,
        "ec2",
        AWS,
        names=("id", "arn", _own, "ipv6_addresses"),
        private=("private_ip", "private_dns", "secondary_private_ips") if private else (),
    )
    return replace(row, fields={**row.fields, "placement": within(*zones)})


def _rows(prefix: str) -> Iterator[Row]:
    """Yield the rows of what is declared, or, with the prefix `data.`, only looked up."""
    yield _instance(f"{prefix}aws_instance", "availability_zone", "subnet_id")
    yield NodeRow(
        kind=f"{prefix}aws_eip",
        node=Address,
        fields={"product": constant("elastic-ip"), "ip": "public_ip", "placement": within("network_border_group")},
        names=("public_ip", "id", "allocation_id", "public_dns"),
        private=("private_ip", "private_dns"),
        edges={Relation.BOUND_TO: (_bound,)},
    )


GROUP: Final = "aws_autoscaling_group"
TEMPLATES: Final = ("launch_template[]", "mixed_instances_policy[].launch_template[].launch_template_specification[]")
ROWS = (
    *_rows(""),
    *_rows("data."),
    _instance("aws_spot_instance_request", "availability_zone", "subnet_id"),
    _instance("aws_launch_configuration", private=False),
    _instance("aws_launch_template", "placement[].availability_zone", private=False),
    NodeRow(kind=GROUP, node=ServerGroup, fields={"product": constant("ess")}, names=("id", "arn")),
    EdgeRow(
        kind=GROUP,
        relation=Relation.FORWARDS_TO,
        start=SELF,
        end=first_set(
            *(f"{template}.{name}" for template in TEMPLATES for name in ("id", "launch_template_id")),
            *(f"{template}.{name}" for template in TEMPLATES for name in ("name", "launch_template_name")),
            "launch_configuration",
        ),
        place="launch_template",
    ),
    NodeRow(
        kind=OWNED_BY_AWS,
        node=Address,
        fields={"product": constant("elastic-ip"), "ip": "public_ip", "placement": within()},
        names=("public_ip",),
    ),
    EdgeRow(
        kind="aws_eip_association",
        relation=Relation.BOUND_TO,
        start=_address,
        end=_bound,
        place="instance_id",
        inside=True,
    ),
    *(
        AliasRow(kind="aws_instance", of=path, path=SELF, private=INTERFACE)
        for path in (
            "network_interface[].network_interface_id",
            "primary_network_interface[].network_interface_id",
            "primary_network_interface_id",
        )
    ),
    AliasRow(kind="aws_network_interface", path="attachment[].instance", private=INTERFACE),
    AliasRow(kind="data.aws_network_interface", path="attachment[].instance_id", private=INTERFACE),
    AliasRow(kind="aws_network_interface_attachment", of="network_interface_id", path="instance_id", private=INTERFACE),
)


def _instances(page: Item) -> Iterator[Item]:
    for reservation in page.get("Reservations") or ():
        yield from reservation.get("Instances") or ()


def _interfaces(item: Item) -> list[dict[str, Any]]:
    return [{"network_interface_id": one.get("NetworkInterfaceId")} for one in item.get("NetworkInterfaces") or ()]


def _sixth(item: Item) -> list[str]:
    found = (one.get("Ipv6Addresses") or () for one in item.get("NetworkInterfaces") or ())
    return [str(address["Ipv6Address"]) for each in found for address in each]


def _zone(item: Item) -> Any:
    return (item.get("Placement") or {}).get("AvailabilityZone")


def _given_by_aws(page: Item) -> Iterator[Item]:
    """Yield public addresses of what is not an instance: load balancers, gateways; elastic ones have their own list.

    Source: EC2 API, NetworkInterfaceAssociation: IpOwnerId is the account's for an elastic address.
    """
    for one in page.get("NetworkInterfaces") or ():
        of = one.get("Association") or {}
        instance = (one.get("Attachment") or {}).get("InstanceId")
        if of.get("PublicIp") and not instance and of.get("IpOwnerId") != one.get("OwnerId"):
            yield {"PublicIp": of["PublicIp"], "Description": one.get("Description")}


LISTINGS = (
    List(
        product="ec2",
        action="describe_instances",
        items=_instances,
        at="Reservations",
        yields=(
            Yield(
                kind="aws_instance",
                identity="InstanceId",
                unless=lambda item: (item.get("State") or {}).get("Name") in {"terminated", "shutting-down"},
                values={
                    "public_ip": "PublicIpAddress",
                    "public_dns": "PublicDnsName",
                    "private_ip": "PrivateIpAddress",
                    "private_dns": "PrivateDnsName",
                    "vpc_id": "VpcId",
                    "ipv6_addresses": _sixth,
                    "availability_zone": _zone,
                    "network_interface": _interfaces,
                },
            ),
        ),
    ),
    List(
        product="ec2",
        action="describe_addresses",
        items="Addresses",
        yields=(
            Yield(
                kind="aws_eip",
                identity=lambda item: item.get("AllocationId") or item.get("PublicIp"),
                values={
                    "public_ip": "PublicIp",
                    "allocation_id": "AllocationId",
                    "instance": "InstanceId",
                    "network_interface": "NetworkInterfaceId",
                    "private_ip": "PrivateIpAddress",
                    "network_border_group": "NetworkBorderGroup",
                },
            ),
        ),
    ),
    List(
        product="ec2",
        action="describe_network_interfaces",
        items=_given_by_aws,
        at="NetworkInterfaces",
        yields=(Yield(kind=OWNED_BY_AWS, identity="PublicIp", values={"public_ip": "PublicIp"}),),
    ),
)

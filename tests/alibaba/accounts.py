"""What an account of each product answers, as the API pages show it, beside the same things as Terraform has them.

Names and nesting are those of the vendor's generated models (alibabacloud_alb20200616 1.3.3 and its siblings).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

Body = dict[str, Any]

PROVIDER: Final = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'


@dataclass(frozen=True, kw_only=True)
class Case:
    """Replies by action (and version, where products share it), the same as Terraform, and which id each address has."""

    name: str
    products: str
    replies: dict[str, Body]
    text: str
    ids: dict[str, str] = field(default_factory=dict)
    record: str = ""
    """What the record of www.example.cn says: in an account a name or an address, in Terraform a reference to it."""
    refers: str = ""

    @property
    def terraform(self) -> str:
        """The whole configuration."""
        return PROVIDER + self.text + (_RECORD % (_kind(self.record), self.refers) if self.record else "")

    @property
    def answers(self) -> dict[str, Body]:
        """The replies, those of the DNS among them."""
        record = {"RecordId": "9999985", "RR": "www", "Type": _kind(self.record), "Value": self.record}
        zone = {"DomainName": "example.cn", "DnsServers": {"DnsServer": ["dns1.hichina.com", "dns2.hichina.com"]}}
        dns = {
            "DescribeDomains": {"Domains": {"Domain": [zone]}},
            "DescribeDomainRecords": {
                "DomainRecords": {"Record": [{**record, "Line": "default", "Status": "ENABLE"}] if self.record else []}
            },
        }
        return {**dns, **self.replies}

    @property
    def keys(self) -> dict[str, str]:
        """Address -> id."""
        return {"alicloud_alidns_record.www": "9999985", **self.ids}


_RECORD: Final = """
resource "alicloud_alidns_record" "www" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "%s"
  value       = %s
}
"""


def _kind(value: str) -> str:
    return "CNAME" if value[-1:].isalpha() else "A"


INSTANCE: Final = {
    "InstanceId": "i-bp67acfmxazb4ph",
    "RegionId": "cn-hangzhou",
    "ZoneId": "cn-hangzhou-g",
    "Status": "Running",
    "InstanceChargeType": "PrePaid",
    "InternetMaxBandwidthOut": 5,
    "PublicIpAddress": {"IpAddress": ["47.96.0.1"]},
    "VpcAttributes": {"PrivateIpAddress": {"IpAddress": ["10.0.1.5"]}},
    "CreationTime": "2026-01-01T16:00Z",
    "ExpiredTime": "2027-12-31T16:00Z",
    "NetworkInterfaces": {
        "NetworkInterface": [
            {
                "NetworkInterfaceId": "eni-2zeh9atclduxvf1z",
                "PrimaryIpAddress": "10.0.1.5",
                "PrivateIpSets": {"PrivateIpSet": [{"PrivateIpAddress": "10.0.1.5", "Primary": True}]},
                "Ipv6Sets": {"Ipv6Set": [{"Ipv6Address": "2001:db8:1234:1a00::1"}]},
            }
        ]
    },
}
INSTANCES: Final = {"DescribeInstances": {"Instances": {"Instance": [INSTANCE]}}}
WEB: Final = """
resource "alicloud_instance" "web" {
  availability_zone          = "cn-hangzhou-g"
  instance_charge_type       = "PrePaid"
  period                     = 24
  internet_max_bandwidth_out = 5
}
"""
SERVER: Final = {"alicloud_instance.web": "i-bp67acfmxazb4ph"}
REGIONS: Final = {"Regions": [{"RegionId": "cn-hangzhou", "RegionEndpoint": "alb.cn-hangzhou.aliyuncs.com"}]}

ECS: Final = Case(
    name="ecs",
    products="ecs",
    replies={
        **INSTANCES,
        "DescribeInstanceAutoRenewAttribute": {
            "InstanceRenewAttributes": {
                "InstanceRenewAttribute": [
                    {
                        "InstanceId": "i-bp67acfmxazb4ph",
                        "RenewalStatus": "AutoRenewal",
                        "Duration": 1,
                        "PeriodUnit": "Year",
                        "AutoRenewEnabled": True,
                    }
                ]
            }
        },
    },
    text=WEB.replace("period  ", 'renewal_status = "AutoRenewal"\n  auto_renew_period = 12\n  period  '),
    ids=SERVER,
    record="47.96.0.1",
    refers="alicloud_instance.web.public_ip",
)
ADDRESSES: Final = Case(
    name="eip",
    products="ecs,vpc,eipanycast",
    replies={
        **INSTANCES,
        "DescribeEipAddresses": {
            "EipAddresses": {
                "EipAddress": [
                    {
                        "AllocationId": "eip-2zeerraiwb7ujcdvf",
                        "IpAddress": "47.96.0.9",
                        "RegionId": "cn-hangzhou",
                        "InstanceId": "eni-2zeh9atclduxvf1z",
                        "InstanceType": "NetworkInterface",
                    }
                ]
            },
            "TotalCount": 1,
        },
        "DescribeIpv6Addresses": {
            "Ipv6Addresses": {
                "Ipv6Address": [
                    {
                        "Ipv6AddressId": "ipv6-2zen5j4axcp5l5qyy",
                        "Ipv6Address": "2408:4004:1234:1a00::9",
                        "NetworkType": "Public",
                        "Ipv6InternetBandwidth": {"Bandwidth": 1, "BusinessStatus": "Normal"},
                    }
                ]
            },
            "TotalCount": 1,
        },
        "DescribeHaVips": {
            "HaVips": {
                "HaVip": [
                    {
                        "HaVipId": "havip-bp1pi8",
                        "IpAddress": "10.0.1.9",
                        "AssociatedInstances": {"associatedInstance": ["i-bp67acfmxazb4ph"]},
                    }
                ]
            },
            "TotalCount": 1,
        },
        "ListAnycastEipAddresses": {
            "AnycastList": [
                {
                    "AnycastId": "aeip-2zeerraiwb7ujsxdc",
                    "IpAddress": "139.95.0.1",
                    "ServiceLocation": "ChineseMainland",
                    "AnycastEipBindInfoList": [
                        {
                            "BindInstanceId": "i-bp67acfmxazb4ph",
                            "BindInstanceType": "SlbInstance",
                            "BindInstanceRegionId": "cn-hangzhou",
                        }
                    ],
                }
            ]
        },
    },
    text=WEB
    + """
resource "alicloud_eip_address" "one" {}

resource "alicloud_eip_association" "one" {
  allocation_id = alicloud_eip_address.one.id
  instance_id   = alicloud_instance.web.id
}

resource "alicloud_vpc_ipv6_address" "one" {}

resource "alicloud_vpc_ipv6_internet_bandwidth" "one" {
  ipv6_address_id = alicloud_vpc_ipv6_address.one.id
}

resource "alicloud_havip" "one" {}

resource "alicloud_havip_attachment" "one" {
  ha_vip_id   = alicloud_havip.one.id
  instance_id = alicloud_instance.web.id
}

resource "alicloud_eipanycast_anycast_eip_address" "one" {
  service_location = "ChineseMainland"
}

resource "alicloud_eipanycast_anycast_eip_address_attachment" "one" {
  anycast_id              = alicloud_eipanycast_anycast_eip_address.one.id
  bind_instance_id        = alicloud_instance.web.id
  bind_instance_region_id = "cn-hangzhou"
}
""",
    ids={
        **SERVER,
        "alicloud_eip_address.one": "eip-2zeerraiwb7ujcdvf",
        "alicloud_havip.one": "havip-bp1pi8",
        "alicloud_vpc_ipv6_address.one": "ipv6-2zen5j4axcp5l5qyy",
        "alicloud_eipanycast_anycast_eip_address.one": "aeip-2zeerraiwb7ujsxdc",
    },
    record="47.96.0.9",
    refers="alicloud_eip_address.one.ip_address",
)

"""Load balancers and NAT gateways, and what is behind them."""

from __future__ import annotations

from typing import Final

from accounts import INSTANCES, REGIONS, SERVER, WEB, Case

CLB: Final = Case(
    name="slb",
    products="ecs,slb",
    replies={
        **INSTANCES,
        "DescribeLoadBalancers": {
            "LoadBalancers": {
                "LoadBalancer": [
                    {
                        "LoadBalancerId": "lb-bp1o94dp5i6ea",
                        "Address": "120.55.0.1",
                        "AddressType": "internet",
                        "RegionId": "cn-hangzhou",
                        "MasterZoneId": "cn-hangzhou-b",
                    }
                ]
            },
            "TotalCount": 1,
        },
        "DescribeLoadBalancerAttribute": {
            "LoadBalancerId": "lb-bp1o94dp5i6ea",
            "BackendServers": {"BackendServer": [{"ServerId": "i-bp67acfmxazb4ph", "Weight": 100}]},
        },
        "DescribeLoadBalancerListeners": {
            "Listeners": [
                {"LoadBalancerId": "lb-bp1o94dp5i6ea", "ListenerPort": 443, "ListenerProtocol": "https"},
                {"LoadBalancerId": "lb-bp1o94dp5i6ea", "ListenerPort": 22, "ListenerProtocol": "tcp"},
            ]
        },
        "DescribeRules": {
            "Rules": {
                "Rule": [
                    {"RuleId": "rule-8z5uz9wq", "Domain": "rule.example.cn", "VServerGroupId": "rsp-6cejjzl"},
                    {"RuleId": "rule-path", "Url": "/cache", "VServerGroupId": "rsp-6cejjzl"},
                ]
            }
        },
        "DescribeDomainExtensions": {
            "DomainExtensions": {
                "DomainExtension": [{"DomainExtensionId": "de-bp1rp7ta1", "Domain": "extension.example.cn"}]
            }
        },
        "DescribeVServerGroups": {"VServerGroups": {"VServerGroup": [{"VServerGroupId": "rsp-6cejjzl"}]}},
        "DescribeVServerGroupAttribute": {
            "VServerGroupId": "rsp-6cejjzl",
            "LoadBalancerId": "lb-bp1o94dp5i6ea",
            "BackendServers": {"BackendServer": [{"ServerId": "i-bp67acfmxazb4ph", "Port": 90, "Type": "ecs"}]},
        },
        "DescribeMasterSlaveServerGroups": {
            "MasterSlaveServerGroups": {"MasterSlaveServerGroup": [{"MasterSlaveServerGroupId": "rsp-0bfucwu"}]}
        },
        "DescribeMasterSlaveServerGroupAttribute": {
            "MasterSlaveServerGroupId": "rsp-0bfucwu",
            "LoadBalancerId": "lb-bp1o94dp5i6ea",
            "MasterSlaveBackendServers": {
                "MasterSlaveBackendServer": [{"ServerId": "i-bp67acfmxazb4ph", "ServerType": "Master", "Port": 82}]
            },
        },
    },
    text=WEB
    + """
resource "alicloud_slb_load_balancer" "one" {
  address_type   = "internet"
  master_zone_id = "cn-hangzhou-b"
}

resource "alicloud_slb_backend_server" "one" {
  load_balancer_id = alicloud_slb_load_balancer.one.id
  backend_servers {
    server_id = alicloud_instance.web.id
  }
}

resource "alicloud_slb_rule" "one" {
  load_balancer_id = alicloud_slb_load_balancer.one.id
  frontend_port    = 443
  domain           = "rule.example.cn"
  server_group_id  = alicloud_slb_server_group.one.id
}

resource "alicloud_slb_domain_extension" "one" {
  load_balancer_id = alicloud_slb_load_balancer.one.id
  domain           = "extension.example.cn"
}

resource "alicloud_slb_server_group" "one" {
  load_balancer_id = alicloud_slb_load_balancer.one.id
  servers {
    server_ids = [alicloud_instance.web.id]
    port       = 90
  }
}

resource "alicloud_slb_master_slave_server_group" "one" {
  load_balancer_id = alicloud_slb_load_balancer.one.id
  servers {
    server_id = alicloud_instance.web.id
    port      = 82
  }
}
""",
    ids={
        **SERVER,
        "alicloud_slb_load_balancer.one": "lb-bp1o94dp5i6ea",
        "alicloud_slb_server_group.one": "rsp-6cejjzl",
        "alicloud_slb_master_slave_server_group.one": "rsp-0bfucwu",
    },
    record="120.55.0.1",
    refers="alicloud_slb_load_balancer.one.address",
)

ALB: Final = Case(
    name="alb",
    products="ecs,alb",
    replies={
        **INSTANCES,
        "DescribeRegions 2020-06-16": REGIONS,
        "ListLoadBalancers 2020-06-16": {"LoadBalancers": [{"LoadBalancerId": "alb-o9ulmf5hqn68jk"}]},
        "GetLoadBalancerAttribute": {
            "LoadBalancerId": "alb-o9ulmf5hqn68jk",
            "RegionId": "cn-hangzhou",
            "DNSName": "alb-o9ulmf5hqn68jk.cn-hangzhou.alb.aliyuncsslb.com",
            "AddressType": "Internet",
            "ZoneMappings": [
                {
                    "ZoneId": "cn-hangzhou-a",
                    "VSwitchId": "vsw-bp10ttov87felojcn",
                    "LoadBalancerAddresses": [{"Address": "118.31.0.1"}],
                }
            ],
        },
        "ListListeners 2020-06-16": {
            "Listeners": [
                {
                    "ListenerId": "lsn-o4u54y73wq7b",
                    "LoadBalancerId": "alb-o9ulmf5hqn68jk",
                    "DefaultActions": [
                        {
                            "Type": "ForwardGroup",
                            "ForwardGroupConfig": {"ServerGroupTuples": [{"ServerGroupId": "sgp-qy042e1jabmprh"}]},
                        }
                    ],
                }
            ]
        },
        "ListRules": {
            "Rules": [
                {
                    "RuleId": "rule-sada",
                    "ListenerId": "lsn-o4u54y73wq7b",
                    "LoadBalancerId": "alb-o9ulmf5hqn68jk",
                    "RuleConditions": [{"Type": "Host", "HostConfig": {"Values": ["rule.example.cn"]}}],
                    "RuleActions": [
                        {
                            "Type": "ForwardGroup",
                            "ForwardGroupConfig": {"ServerGroupTuples": [{"ServerGroupId": "sgp-qy042e1jabmprh"}]},
                        }
                    ],
                }
            ]
        },
        "ListServerGroups 2020-06-16": {"ServerGroups": [{"ServerGroupId": "sgp-qy042e1jabmprh"}]},
        "ListServerGroupServers 2020-06-16": {
            "Servers": [
                {
                    "ServerGroupId": "sgp-qy042e1jabmprh",
                    "ServerId": "i-bp67acfmxazb4ph",
                    "ServerType": "Ecs",
                    "Port": 80,
                }
            ]
        },
    },
    text=WEB
    + """
resource "alicloud_alb_load_balancer" "one" {
  address_type = "Internet"
  zone_mappings {
    zone_id = "cn-hangzhou-a"
  }
}

resource "alicloud_alb_listener" "one" {
  load_balancer_id = alicloud_alb_load_balancer.one.id
  default_actions {
    type = "ForwardGroup"
    forward_group_config {
      server_group_tuples {
        server_group_id = alicloud_alb_server_group.one.id
      }
    }
  }
}

resource "alicloud_alb_rule" "one" {
  listener_id = alicloud_alb_listener.one.id
  rule_conditions {
    type = "Host"
    host_config {
      values = ["rule.example.cn"]
    }
  }
  rule_actions {
    type = "ForwardGroup"
    forward_group_config {
      server_group_tuples {
        server_group_id = alicloud_alb_server_group.one.id
      }
    }
  }
}

resource "alicloud_alb_server_group" "one" {
  servers {
    server_id   = alicloud_instance.web.id
    server_type = "Ecs"
  }
}
""",
    ids={
        **SERVER,
        "alicloud_alb_load_balancer.one": "alb-o9ulmf5hqn68jk",
        "alicloud_alb_server_group.one": "sgp-qy042e1jabmprh",
    },
    record="alb-o9ulmf5hqn68jk.cn-hangzhou.alb.aliyuncsslb.com",
    refers="alicloud_alb_load_balancer.one.dns_name",
)

NLB: Final = Case(
    name="nlb",
    products="ecs,nlb",
    replies={
        **INSTANCES,
        "DescribeRegions 2022-04-30": REGIONS,
        "ListLoadBalancers 2022-04-30": {
            "LoadBalancers": [
                {
                    "LoadBalancerId": "nlb-83ckzc8d4xlp8o",
                    "RegionId": "cn-hangzhou",
                    "DNSName": "nlb-83ckzc8d4xlp8o.cn-hangzhou.nlb.aliyuncsslb.com",
                    "AddressType": "Internet",
                    "ZoneMappings": [
                        {
                            "ZoneId": "cn-hangzhou-a",
                            "VSwitchId": "vsw-sersdf",
                            "LoadBalancerAddresses": [
                                {"PublicIPv4Address": "121.40.0.1", "PrivateIPv4Address": "192.168.3.32"}
                            ],
                        }
                    ],
                }
            ]
        },
        "ListListeners 2022-04-30": {
            "Listeners": [
                {
                    "ListenerId": "lsn-bp1bpn0kn908w4nbw@80",
                    "LoadBalancerId": "nlb-83ckzc8d4xlp8o",
                    "ServerGroupId": "sgp-ppdpc14gdm3x4o",
                }
            ]
        },
        "ListServerGroups 2022-04-30": {"ServerGroups": [{"ServerGroupId": "sgp-ppdpc14gdm3x4o"}]},
        "ListServerGroupServers 2022-04-30": {
            "Servers": [
                {
                    "ServerGroupId": "sgp-ppdpc14gdm3x4o",
                    "ServerId": "i-bp67acfmxazb4ph",
                    "ServerType": "Ecs",
                    "Port": 80,
                }
            ]
        },
    },
    text=WEB
    + """
resource "alicloud_nlb_load_balancer" "one" {
  address_type = "Internet"
  zone_mappings {
    zone_id = "cn-hangzhou-a"
  }
}

resource "alicloud_nlb_listener" "one" {
  load_balancer_id = alicloud_nlb_load_balancer.one.id
  server_group_id  = alicloud_nlb_server_group.one.id
}

resource "alicloud_nlb_server_group" "one" {}

resource "alicloud_nlb_server_group_server_attachment" "one" {
  server_group_id = alicloud_nlb_server_group.one.id
  server_id       = alicloud_instance.web.id
}
""",
    ids={
        **SERVER,
        "alicloud_nlb_load_balancer.one": "nlb-83ckzc8d4xlp8o",
        "alicloud_nlb_server_group.one": "sgp-ppdpc14gdm3x4o",
    },
    record="nlb-83ckzc8d4xlp8o.cn-hangzhou.nlb.aliyuncsslb.com",
    refers="alicloud_nlb_load_balancer.one.dns_name",
)

NAT: Final = Case(
    name="nat",
    products="ecs,vpc",
    replies={
        **INSTANCES,
        "DescribeEipAddresses": {
            "EipAddresses": {
                "EipAddress": [
                    {
                        "AllocationId": "eip-8ps2qb",
                        "IpAddress": "47.96.0.9",
                        "InstanceId": "ngw-bp1uewa15k4iyaszu",
                        "InstanceType": "Nat",
                    }
                ]
            },
            "TotalCount": 1,
        },
        "DescribeNatGateways": {
            "NatGateways": {"NatGateway": [{"NatGatewayId": "ngw-bp1uewa15k4iyaszu", "RegionId": "cn-hangzhou"}]},
            "TotalCount": 1,
        },
        "DescribeForwardTableEntries": {
            "ForwardTableEntries": {
                "ForwardTableEntry": [
                    {
                        "ForwardEntryId": "fwd-119smw5tk",
                        "ForwardTableId": "ftb-11tc6xgmv",
                        "ExternalIp": "47.96.0.9",
                        "InternalIp": "10.0.1.5",
                        "ExternalPort": "80",
                        "InternalPort": "80",
                    }
                ]
            },
            "TotalCount": 1,
        },
    },
    text=WEB
    + """
resource "alicloud_eip_address" "one" {}

resource "alicloud_nat_gateway" "one" {
  vpc_id = "vpc-bp15zckdt37pq72zv"
}

resource "alicloud_eip_association" "one" {
  allocation_id = alicloud_eip_address.one.id
  instance_id   = alicloud_nat_gateway.one.id
}

resource "alicloud_forward_entry" "one" {
  forward_table_id = "ftb-11tc6xgmv"
  external_ip      = alicloud_eip_address.one.ip_address
  internal_ip      = alicloud_instance.web.private_ip
}
""",
    ids={
        **SERVER,
        "alicloud_eip_address.one": "eip-8ps2qb",
        "alicloud_nat_gateway.one": "ngw-bp1uewa15k4iyaszu",
    },
    record="47.96.0.9",
    refers="alicloud_eip_address.one.ip_address",
)

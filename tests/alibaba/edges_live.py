"""What answers before an origin, and what serves without a server: edges, buckets, functions, gateways."""

from __future__ import annotations

from typing import Final

from accounts import Case

DCDN: Final = Case(
    name="dcdn",
    products="dcdn",
    replies={
        "DescribeDcdnUserDomains": {"Domains": {"PageData": [{"DomainName": "www.example.cn"}]}, "TotalCount": 1},
        "DescribeDcdnDomainDetail": {
            "DomainDetail": {
                "DomainName": "www.example.cn",
                "Cname": "www.example.cn.w.kunlunar.com",
                "Scope": "overseas",
                "DomainStatus": "online",
                "Sources": {"Source": [{"Type": "ipaddr", "Content": "203.0.113.1", "Port": 80, "Enabled": "online"}]},
            }
        },
        "DescribeDcdnIpaUserDomains": {"Domains": {"PageData": [{"DomainName": "ipa.example.cn"}]}, "TotalCount": 1},
        "DescribeDcdnIpaDomainDetail": {
            "DomainDetail": {
                "DomainName": "ipa.example.cn",
                "Cname": "ipa.example.cn.w.kunlunar.com",
                "Scope": "domestic",
                "DomainStatus": "online",
                "Sources": {"Source": [{"Type": "ipaddr", "Content": "203.0.113.2", "Port": 80}]},
            }
        },
    },
    text="""
resource "alicloud_dcdn_domain" "one" {
  domain_name = "www.example.cn"
  scope       = "overseas"
  sources {
    content = "203.0.113.1"
  }
}

resource "alicloud_dcdn_ipa_domain" "one" {
  domain_name = "ipa.example.cn"
  scope       = "domestic"
  sources {
    content = "203.0.113.2"
  }
}
""",
    record="www.example.cn.w.kunlunar.com",
    refers="alicloud_dcdn_domain.one.cname",
)

CDN: Final = Case(
    name="cdn",
    products="cdn",
    replies={
        "DescribeUserDomains": {
            "Domains": {
                "PageData": [
                    {
                        "DomainName": "www.example.cn",
                        "Cname": "www.example.cn.w.alikunlun.net",
                        "Coverage": "global",
                        "DomainStatus": "online",
                        "Sources": {"Source": [{"Type": "ipaddr", "Content": "203.0.113.1"}]},
                    }
                ]
            },
            "TotalCount": 1,
        }
    },
    text="""
resource "alicloud_cdn_domain_new" "one" {
  domain_name = "www.example.cn"
  cdn_type    = "web"
  scope       = "global"
  sources {
    type    = "ipaddr"
    content = "203.0.113.1"
  }
}
""",
    record="www.example.cn.w.alikunlun.net",
    refers="alicloud_cdn_domain_new.one.cname",
)

VIDEO: Final = Case(
    name="video",
    products="vod,live",
    replies={
        "DescribeVodUserDomains": {"Domains": {"PageData": [{"DomainName": "vod.example.cn"}]}, "TotalCount": 1},
        "DescribeVodDomainDetail": {
            "DomainDetail": {
                "DomainName": "vod.example.cn",
                "Cname": "vod.example.cn.w.kunlunsl.com",
                "Scope": "domestic",
                "DomainStatus": "online",
                "Sources": {"Source": [{"Type": "ipaddr", "Content": "203.0.113.1"}]},
            }
        },
        "DescribeLiveUserDomains": {"Domains": {"PageData": [{"DomainName": "live.example.cn"}]}, "TotalCount": 1},
        "DescribeLiveDomainDetail": {
            "DomainDetail": {
                "DomainName": "live.example.cn",
                "Cname": "live.example.cn.w.kunlunsl.com",
                "Scope": "overseas",
                "DomainStatus": "online",
                "LiveDomainType": "liveVideo",
            }
        },
    },
    text="""
resource "alicloud_vod_domain" "one" {
  domain_name = "vod.example.cn"
  scope       = "domestic"
  sources {
    source_content = "203.0.113.1"
  }
}

resource "alicloud_live_domain" "one" {
  domain_name = "live.example.cn"
  scope       = "overseas"
}
""",
)

ESA: Final = Case(
    name="esa",
    products="esa",
    replies={
        "ListSites": {
            "Sites": [{"SiteId": 123456789, "SiteName": "example.cn", "Coverage": "overseas", "AccessType": "NS"}],
            "TotalCount": 1,
        },
        "GetSitePause": {"Paused": False},
        "ListRecords": {
            "Records": [
                {
                    "SiteId": 123456789,
                    "RecordId": 1234,
                    "RecordName": "www.example.cn",
                    "RecordType": "A/AAAA",
                    "Proxied": True,
                    "Data": {"Value": "203.0.113.1,203.0.113.2"},
                },
                {
                    "SiteId": 123456789,
                    "RecordId": 1235,
                    "RecordName": "plain.example.cn",
                    "RecordType": "CNAME",
                    "RecordSourceType": "Domain",
                    "Proxied": False,
                    "Data": {"Value": "www.example.net"},
                },
                {
                    "SiteId": 123456789,
                    "RecordId": 1236,
                    "RecordName": "pool.example.cn",
                    "RecordType": "CNAME",
                    "RecordSourceType": "OP",
                    "Proxied": True,
                    "Data": {"Value": "origins.example.cn"},
                },
            ],
            "TotalCount": 3,
        },
        "ListTransportLayerApplications": {
            "Applications": [
                {
                    "ApplicationId": 170,
                    "RecordName": "tcp.example.cn",
                    "Rules": [{"RuleId": 1, "Source": "203.0.113.3"}],
                }
            ],
            "TotalCount": 1,
        },
        "ListOriginPools": {
            "OriginPools": [
                {
                    "Id": 1038,
                    "Name": "origins",
                    "SiteId": 123456789,
                    "Enabled": True,
                    "Origins": [
                        {"Address": "203.0.113.4", "Enabled": True},
                        {"Address": "203.0.113.5", "Enabled": False},
                    ],
                }
            ],
            "TotalCount": 1,
        },
        "ListLoadBalancers 2024-09-10": {
            "LoadBalancers": [
                {
                    "Id": 998,
                    "Name": "lb.example.cn",
                    "Enabled": True,
                    "DefaultPools": [1038],
                    "FallbackPool": 1038,
                    "RegionPools": {"ENAM": [1038]},
                }
            ],
            "TotalCount": 1,
        },
    },
    text="""
resource "alicloud_esa_site" "one" {
  site_name   = "example.cn"
  coverage    = "overseas"
  access_type = "NS"
}

resource "alicloud_esa_record" "www" {
  site_id     = alicloud_esa_site.one.id
  record_name = "www.example.cn"
  record_type = "A/AAAA"
  proxied     = true
  data {
    value = "203.0.113.1,203.0.113.2"
  }
}

resource "alicloud_esa_record" "plain" {
  site_id     = alicloud_esa_site.one.id
  record_name = "plain.example.cn"
  record_type = "CNAME"
  source_type = "Domain"
  proxied     = false
  data {
    value = "www.example.net"
  }
}

resource "alicloud_esa_record" "pool" {
  site_id     = alicloud_esa_site.one.id
  record_name = "pool.example.cn"
  record_type = "CNAME"
  source_type = "OP"
  proxied     = true
  data {
    value = "origins.example.cn"
  }
}

resource "alicloud_esa_transport_layer_application" "one" {
  site_id     = alicloud_esa_site.one.id
  record_name = "tcp.example.cn"
  rules {
    source = "203.0.113.3"
  }
}

resource "alicloud_esa_origin_pool" "one" {
  site_id          = alicloud_esa_site.one.id
  origin_pool_name = "origins"
  enabled          = true
  origins {
    address = "203.0.113.4"
    enabled = true
  }
  origins {
    address = "203.0.113.5"
    enabled = false
  }
}

resource "alicloud_esa_load_balancer" "one" {
  site_id            = alicloud_esa_site.one.id
  load_balancer_name = "lb.example.cn"
  enabled            = true
  default_pools      = [alicloud_esa_origin_pool.one.origin_pool_id]
  fallback_pool      = alicloud_esa_origin_pool.one.origin_pool_id
}
""",
    ids={
        "alicloud_esa_site.one": "123456789",
        "alicloud_esa_record.plain": "123456789:1235",
        "alicloud_esa_origin_pool.one": "pool:1038",
    },
)

WAF: Final = Case(
    name="waf",
    products="waf",
    replies={
        "DescribeInstance": {"InstanceId": "waf_v3prepaid_public_cn-5yd", "Status": 1},
        "DescribeDomains 2021-10-01": {
            "Domains": [
                {
                    "Domain": "www.example.cn",
                    "DomainId": "www.example.cn-waf",
                    "Cname": "xxxxxcvdaf.yundunwaf2.com",
                    "Backeds": {
                        "Http": [{"Backend": "203.0.113.1"}],
                        "Https": [{"Backend": "203.0.113.1"}, {"Backend": "203.0.113.2"}],
                    },
                    "Status": 1,
                }
            ],
            "TotalCount": 1,
        },
    },
    text="""
resource "alicloud_wafv3_domain" "one" {
  domain = "www.example.cn"
  redirect {
    backends = ["203.0.113.1", "203.0.113.2"]
  }
}
""",
    record="xxxxxcvdaf.yundunwaf2.com",
    refers="alicloud_wafv3_domain.one.cname",
)

DDOS: Final = Case(
    name="ddos",
    products="ddoscoo",
    replies={
        "DescribeInstances 2020-01-01": {
            "Instances": [{"InstanceId": "ddoscoo-cn-mp91j1ao", "Ip": "203.119.0.1", "Edition": 9}],
            "TotalCount": 1,
        },
        "DescribeWebRules": {
            "WebRules": [
                {
                    "Domain": "www.example.cn",
                    "Cname": "kzmk7b8tt351.aliyunddos1014.com",
                    "RealServers": [{"RealServer": "203.0.113.1", "RsType": 0}],
                }
            ],
            "TotalCount": 1,
        },
        "DescribeNetworkRules": {
            "NetworkRules": [
                {
                    "InstanceId": "ddoscoo-cn-mp91j1ao",
                    "FrontendPort": 80,
                    "Protocol": "tcp",
                    "RealServers": ["203.0.113.2"],
                }
            ],
            "TotalCount": 1,
        },
    },
    text="""
resource "alicloud_ddoscoo_instance" "one" {
  product_type = "ddoscoo"
}

resource "alicloud_ddoscoo_domain_resource" "one" {
  domain       = "www.example.cn"
  instance_ids = [alicloud_ddoscoo_instance.one.id]
  real_servers = ["203.0.113.1"]
}

resource "alicloud_ddoscoo_port" "one" {
  instance_id   = alicloud_ddoscoo_instance.one.id
  frontend_port = 80
  real_servers  = ["203.0.113.2"]
}
""",
    ids={
        "alicloud_ddoscoo_instance.one": "ddoscoo-cn-mp91j1ao",
        "alicloud_ddoscoo_port.one": "ddoscoo-cn-mp91j1ao:80:tcp",
    },
    record="kzmk7b8tt351.aliyunddos1014.com",
    refers="alicloud_ddoscoo_domain_resource.one.cname",
)

GA: Final = Case(
    name="ga",
    products="ga",
    replies={
        "ListAccelerators": {
            "Accelerators": [{"AcceleratorId": "ga-bp1odcab8tmno0hdq", "DnsName": "ga-bp1odcab.aliyunga0017.com"}],
            "TotalCount": 1,
        },
        "ListIpSets": {
            "IpSets": [
                {
                    "IpSetId": "ips-bp11r5jb8ogp122xl",
                    "AccelerateRegionId": "cn-huhehaote",
                    "IpAddressList": ["47.0.0.1"],
                }
            ],
            "TotalCount": 1,
        },
        "ListListeners 2019-11-20": {
            "Listeners": [{"ListenerId": "lsr-bp1bpn0kn908w4nbw", "Protocol": "http"}],
            "TotalCount": 1,
        },
        "ListEndpointGroups": {
            "EndpointGroups": [
                {
                    "EndpointGroupId": "epg-bp1dmlohjjz4kqaun",
                    "EndpointConfigurations": [
                        {"Endpoint": "203.0.113.1", "Type": "Ip", "Weight": 20},
                        {"Endpoint": "203.0.113.2", "Type": "Ip", "Weight": 0},
                    ],
                }
            ],
            "TotalCount": 1,
        },
        "ListDomains": {
            "Domains": [{"Domain": "ga.example.cn", "Accelerators": [{"AcceleratorId": "ga-bp1odcab8tmno0hdq"}]}],
            "TotalCount": 1,
        },
        "ListForwardingRules": {
            "ForwardingRules": [
                {
                    "ForwardingRuleId": "frule-bp19a3t3yzr21q3",
                    "RuleConditions": [
                        {
                            "RuleConditionType": "Host",
                            "RuleConditionValue": '["rule.example.cn"]',
                            "HostConfig": {"Values": ["rule.example.cn"]},
                        }
                    ],
                }
            ]
        },
    },
    text="""
resource "alicloud_ga_accelerator" "one" {}

resource "alicloud_ga_ip_set" "one" {
  accelerator_id       = alicloud_ga_accelerator.one.id
  accelerate_region_id = "cn-huhehaote"
}

resource "alicloud_ga_listener" "one" {
  accelerator_id = alicloud_ga_accelerator.one.id
}

resource "alicloud_ga_endpoint_group" "one" {
  accelerator_id = alicloud_ga_accelerator.one.id
  listener_id    = alicloud_ga_listener.one.id
  endpoint_configurations {
    endpoint = "203.0.113.1"
    type     = "Ip"
    weight   = 20
  }
  endpoint_configurations {
    endpoint = "203.0.113.2"
    type     = "Ip"
    weight   = 0
  }
}

resource "alicloud_ga_domain" "one" {
  accelerator_id = alicloud_ga_accelerator.one.id
  domain         = "ga.example.cn"
}

resource "alicloud_ga_forwarding_rule" "one" {
  accelerator_id = alicloud_ga_accelerator.one.id
  listener_id    = alicloud_ga_listener.one.id
  rule_conditions {
    rule_condition_type = "Host"
    host_config {
      values = ["rule.example.cn"]
    }
  }
}
""",
    ids={
        "alicloud_ga_accelerator.one": "ga-bp1odcab8tmno0hdq",
        "alicloud_ga_ip_set.one": "ips-bp11r5jb8ogp122xl",
    },
    record="ga-bp1odcab.aliyunga0017.com",
    refers="alicloud_ga_accelerator.one.dns_name",
)

GA_BASIC: Final = Case(
    name="basic ga",
    products="ga",
    replies={
        "ListBasicAccelerators": {
            "Accelerators": [
                {
                    "AcceleratorId": "ga-bp17frjjh0udz4qz0",
                    "BasicIpSetId": "ips-bp11r5jb8ogp122xm",
                    "BasicEndpointGroupId": "epg-bp1dmlohjjz4kqaum",
                    "State": "active",
                }
            ],
            "TotalCount": 1,
        },
        "GetBasicIpSet": {
            "IpSetId": "ips-bp11r5jb8ogp122xm",
            "AcceleratorId": "ga-bp17frjjh0udz4qz0",
            "AccelerateRegionId": "cn-huhehaote",
        },
        "ListBasicAccelerateIps": {
            "AccelerateIps": [
                {
                    "AccelerateIpId": "gaip-bp1odcab8tmno0hdq",
                    "AccelerateIpAddress": "47.0.0.7",
                    "AcceleratorId": "ga-bp17frjjh0udz4qz0",
                    "IpSetId": "ips-bp11r5jb8ogp122xm",
                }
            ],
            "TotalCount": 1,
        },
        "GetBasicEndpointGroup": {
            "EndpointGroupId": "epg-bp1dmlohjjz4kqaum",
            "AcceleratorId": "ga-bp17frjjh0udz4qz0",
            "EndpointAddress": "203.0.113.7",
            "EndpointGroupRegion": "cn-hongkong",
        },
        "ListBasicEndpoints": {
            "Endpoints": [
                {
                    "EndpointId": "ep-bp1dmlohjjz4kqaum",
                    "AcceleratorId": "ga-bp17frjjh0udz4qz0",
                    "EndpointAddress": "203.0.113.8",
                }
            ],
            "TotalCount": "1",
        },
    },
    text="""
resource "alicloud_ga_basic_accelerator" "one" {}

resource "alicloud_ga_basic_ip_set" "one" {
  accelerator_id       = alicloud_ga_basic_accelerator.one.id
  accelerate_region_id = "cn-huhehaote"
}

resource "alicloud_ga_basic_accelerate_ip" "one" {
  accelerator_id = alicloud_ga_basic_accelerator.one.id
  ip_set_id      = alicloud_ga_basic_ip_set.one.id
}

resource "alicloud_ga_basic_endpoint_group" "one" {
  accelerator_id   = alicloud_ga_basic_accelerator.one.id
  endpoint_address = "203.0.113.7"
}

resource "alicloud_ga_basic_endpoint" "one" {
  accelerator_id   = alicloud_ga_basic_accelerator.one.id
  endpoint_address = "203.0.113.8"
}
""",
    ids={
        "alicloud_ga_basic_accelerator.one": "ga-bp17frjjh0udz4qz0",
        "alicloud_ga_basic_accelerate_ip.one": "gaip-bp1odcab8tmno0hdq",
    },
    record="47.0.0.7",
    refers="alicloud_ga_basic_accelerate_ip.one.accelerate_ip_address",
)

SWAS: Final = Case(
    name="swas",
    products="swas",
    replies={
        "ListRegions": {"Regions": [{"RegionId": "cn-hangzhou"}]},
        "ListInstances": {
            "Instances": [
                {
                    "InstanceId": "2ad1ae67295445f598017499dc",
                    "RegionId": "cn-hangzhou",
                    "PublicIpAddress": "42.1.0.1",
                    "ChargeType": "PrePaid",
                    "CreationTime": "2026-03-08T07:31:50Z",
                    "ExpiredTime": "2027-04-08T16:00:00Z",
                    "Status": "Running",
                    "BusinessStatus": "Normal",
                }
            ],
            "TotalCount": 1,
        },
    },
    text="""
resource "alicloud_simple_application_server_instance" "one" {
  payment_type = "Subscription"
  period       = 12
}
""",
    ids={"alicloud_simple_application_server_instance.one": "2ad1ae67295445f598017499dc"},
    record="42.1.0.1",
    refers="alicloud_simple_application_server_instance.one.public_ip_address",
)

OSS: Final = Case(
    name="oss",
    products="oss",
    replies={
        "ListBuckets": {
            "xml": "<ListAllMyBucketsResult><Owner><ID>1</ID></Owner><Buckets><Bucket>"
            "<Name>example-files</Name><Location>oss-cn-hangzhou</Location><Region>cn-hangzhou</Region>"
            "<ExtranetEndpoint>oss-cn-hangzhou.aliyuncs.com</ExtranetEndpoint>"
            "</Bucket></Buckets></ListAllMyBucketsResult>"
        },
        "ListCname": {
            "xml": "<ListCnameResult><Bucket>example-files</Bucket><Owner>1</Owner>"
            "<Cname><Domain>files.example.cn</Domain><Status>Enabled</Status></Cname>"
            "<Cname><Domain>old.example.cn</Domain><Status>Disabled</Status></Cname></ListCnameResult>"
        },
        "GetBucketTransferAcceleration": {
            "xml": "<TransferAccelerationConfiguration><Enabled>true</Enabled></TransferAccelerationConfiguration>"
        },
    },
    text="""
resource "alicloud_oss_bucket" "one" {
  bucket = "example-files"
}

resource "alicloud_oss_bucket_cname" "one" {
  bucket = alicloud_oss_bucket.one.bucket
  domain = "files.example.cn"
}

resource "alicloud_oss_bucket_transfer_acceleration" "one" {
  bucket  = alicloud_oss_bucket.one.bucket
  enabled = true
}
""",
    ids={"alicloud_oss_bucket_cname.one": "oss:files.example.cn"},
    record="example-files.oss-cn-hangzhou.aliyuncs.com",
    refers='"example-files.oss-cn-hangzhou.aliyuncs.com"',
)

GATEWAYS: Final = Case(
    name="gateways",
    products="apigateway",
    replies={
        "DescribeRegions 2016-07-14": {"Regions": {"Region": [{"RegionId": "cn-hangzhou"}]}},
        "DescribeApiGroups": {
            "ApiGroupAttributes": {
                "ApiGroupAttribute": [{"GroupId": "523e8dc7bbe04613b5b1d726c2a7889d", "RegionId": "cn-hangzhou"}]
            },
            "TotalCount": 1,
        },
        "DescribeApiGroup": {
            "GroupId": "523e8dc7bbe04613b5b1d726c2a7889d",
            "RegionId": "cn-hangzhou",
            "SubDomain": "523e8dc7bbe0-cn-hangzhou.alicloudapi.com",
            "CustomDomains": {
                "DomainItem": [
                    {
                        "DomainName": "api.example.cn",
                        "DomainBindingStatus": "BINDING",
                        "DomainLegalStatus": "NORMAL",
                    }
                ]
            },
        },
    },
    text="""
resource "alicloud_api_gateway_group" "one" {
  name        = "one"
  description = "one"
}

resource "alicloud_api_gateway_domain" "one" {
  group_id    = alicloud_api_gateway_group.one.id
  domain_name = "api.example.cn"
}
""",
    ids={"alicloud_api_gateway_group.one": "523e8dc7bbe04613b5b1d726c2a7889d"},
    record="523e8dc7bbe0-cn-hangzhou.alicloudapi.com",
    refers="alicloud_api_gateway_group.one.sub_domain",
)

FUNCTIONS: Final = Case(
    name="fc",
    products="fc",
    replies={
        "ListCustomDomains": {
            "customDomains": [{"domainName": "fn.example.cn", "protocol": "HTTP", "accountId": "1234"}],
        }
    },
    text="""
resource "alicloud_fcv3_custom_domain" "one" {
  custom_domain_name = "fn.example.cn"
  protocol           = "HTTP"
}
""",
    ids={"alicloud_fcv3_custom_domain.one": "fc:fn.example.cn"},
)

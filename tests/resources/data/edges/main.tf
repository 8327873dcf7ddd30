# Every product that answers at an edge, before every kind of origin.

provider "alicloud" {
  region = "cn-hangzhou"
}

provider "alicloud" {
  alias  = "singapore"
  region = "ap-southeast-1"
}

resource "alicloud_instance" "web" {
  internet_max_bandwidth_out = 5
}

resource "alicloud_oss_bucket" "files" {
  bucket = "files-example-cn"
}

resource "alicloud_oss_bucket" "far" {
  provider = alicloud.singapore
  bucket   = "far-example-cn"
}

resource "alicloud_oss_bucket_transfer_acceleration" "far" {
  provider = alicloud.singapore
  bucket   = alicloud_oss_bucket.far.bucket
  enabled  = true
}

resource "alicloud_oss_bucket_cname" "far" {
  provider = alicloud.singapore
  bucket   = alicloud_oss_bucket.far.bucket
  domain   = "far.example.cn"
}

resource "alicloud_cdn_domain_new" "stopped" {
  domain_name = "stopped.example.cn"
  cdn_type    = "web"
  status      = "offline"

  sources {
    type    = "oss"
    content = alicloud_oss_bucket.files.extranet_endpoint
  }
}

resource "alicloud_dcdn_domain" "shop" {
  domain_name = "shop.example.cn"
  scope       = "global"

  sources {
    type    = "ipaddr"
    content = alicloud_instance.web.public_ip
  }
}

resource "alicloud_dcdn_ipa_domain" "game" {
  domain_name = "game.example.cn"
  scope       = "overseas"

  sources {
    type     = "domain"
    content  = alicloud_wafv3_domain.shop.cname
    port     = 443
    priority = "20"
    weight   = 10
  }
}

resource "alicloud_scdn_domain" "old" {
  domain_name = "old.example.cn"

  sources {
    type     = "ipaddr"
    content  = alicloud_instance.web.public_ip
    port     = 80
    priority = "20"
  }
}

resource "alicloud_vod_domain" "video" {
  domain_name = "video.example.cn"
  scope       = "overseas"

  sources {
    source_type    = "oss"
    source_content = alicloud_oss_bucket.files.extranet_endpoint
    source_port    = "80"
  }
}

resource "alicloud_live_domain" "live" {
  domain_name = "live.example.cn"
  domain_type = "liveVideo"
  region      = "cn-shanghai"
  scope       = "domestic"
}

resource "alicloud_esa_site" "example" {
  site_name   = "example.com"
  instance_id = "sp-xcdn-example"
  access_type = "NS"
  coverage    = "overseas"
}

resource "alicloud_esa_origin_pool" "web" {
  site_id          = alicloud_esa_site.example.id
  origin_pool_name = "web"
  enabled          = true

  origins {
    name    = "first"
    type    = "ip_domain"
    address = alicloud_instance.web.public_ip
    enabled = true
    weight  = 50
  }
}

resource "alicloud_esa_load_balancer" "web" {
  load_balancer_name = "lb.example.com"
  site_id            = alicloud_esa_site.example.id
  default_pools      = [alicloud_esa_origin_pool.web.origin_pool_id]
  fallback_pool      = alicloud_esa_origin_pool.web.origin_pool_id
  steering_policy    = "order"
  enabled            = true

  monitor {
    type = "off"
  }
}

resource "alicloud_esa_record" "proxied" {
  site_id     = alicloud_esa_site.example.id
  record_name = "www.example.com"
  record_type = "A/AAAA"
  proxied     = true
  biz_name    = "web"

  data {
    value = alicloud_instance.web.public_ip
  }
}

resource "alicloud_esa_record" "plain" {
  site_id     = alicloud_esa_site.example.id
  record_name = "plain.example.com"
  record_type = "A/AAAA"
  proxied     = false

  data {
    value = alicloud_instance.web.public_ip
  }
}

resource "alicloud_esa_record" "silent" {
  site_id     = alicloud_esa_site.example.id
  record_name = "silent.example.com"
  record_type = "CNAME"
  source_type = "OSS"

  data {
    value = "${alicloud_oss_bucket.files.bucket}.oss-cn-hangzhou.aliyuncs.com"
  }
}

resource "alicloud_esa_transport_layer_application" "game" {
  site_id     = alicloud_esa_site.example.id
  record_name = "game.example.com"

  rules {
    client_ip_pass_through_mode = "off"
    edge_port                   = "80"
    protocol                    = "TCP"
    source                      = alicloud_instance.web.public_ip
    source_port                 = "8080"
    source_type                 = "ip"
  }
}

resource "alicloud_esa_routine_related_record" "edge" {
  site_id     = alicloud_esa_site.example.id
  name        = "hello"
  record_name = "edge.example.com"
}

resource "alicloud_wafv3_domain" "shop" {
  domain      = "waf.example.cn"
  instance_id = "waf_v3prepaid_public_cn-example"

  listen {
    http_ports = [80]
  }

  redirect {
    loadbalance     = "iphash"
    backends        = [alicloud_instance.web.public_ip]
    backup_backends = ["203.0.113.10"]
  }
}

resource "alicloud_waf_domain" "old" {
  provider          = alicloud.singapore
  domain_name       = "waf2.example.cn"
  instance_id       = "waf-example"
  is_access_product = "Off"
  source_ips        = [alicloud_instance.web.public_ip]
}

resource "alicloud_ddoscoo_instance" "premium" {
  provider     = alicloud.singapore
  name         = "premium"
  port_count   = "50"
  domain_count = "50"
  product_type = "ddosDip"
}

resource "alicloud_ddoscoo_domain_resource" "shop" {
  domain       = "ddos.example.cn"
  instance_ids = [alicloud_ddoscoo_instance.premium.id]
  real_servers = [alicloud_wafv3_domain.shop.cname]
  rs_type      = 1

  proxy_types {
    proxy_ports = [80]
    proxy_type  = "http"
  }
}

resource "alicloud_ga_accelerator" "api" {
  bandwidth_billing_type = "CDT"
  payment_type           = "PayAsYouGo"
}

resource "alicloud_ga_bandwidth_package_attachment" "api" {
  accelerator_id       = alicloud_ga_accelerator.api.id
  bandwidth_package_id = "gbwp-example"
}

resource "alicloud_ga_ip_set" "hongkong" {
  accelerator_id       = alicloud_ga_bandwidth_package_attachment.api.accelerator_id
  accelerate_region_id = "cn-hongkong"
}

resource "alicloud_ga_ip_set" "beijing" {
  accelerator_id       = alicloud_ga_accelerator.api.id
  accelerate_region_id = "cn-beijing"
}

resource "alicloud_ga_listener" "api" {
  accelerator_id = alicloud_ga_accelerator.api.id

  port_ranges {
    from_port = 443
    to_port   = 443
  }
}

resource "alicloud_ga_endpoint_group" "api" {
  accelerator_id        = alicloud_ga_accelerator.api.id
  listener_id           = alicloud_ga_listener.api.id
  endpoint_group_region = "cn-hangzhou"

  endpoint_configurations {
    endpoint = alicloud_instance.web.id
    type     = "ECS"
    weight   = 20
  }
}

resource "alicloud_ga_domain" "api" {
  accelerator_id = alicloud_ga_accelerator.api.id
  domain         = "api.example.cn"
}

resource "alicloud_ga_forwarding_rule" "api" {
  accelerator_id = alicloud_ga_accelerator.api.id
  listener_id    = alicloud_ga_listener.api.id

  rule_conditions {
    rule_condition_type = "Host"

    host_config {
      values = ["rule.example.cn"]
    }
  }

  rule_actions {
    order            = 20
    rule_action_type = "ForwardGroup"

    forward_group_config {
      server_group_tuples {
        endpoint_group_id = alicloud_ga_endpoint_group.api.id
      }
    }
  }
}

resource "alicloud_ga_basic_accelerator" "game" {
  bandwidth_billing_type = "CDT"
}

resource "alicloud_ga_basic_ip_set" "game" {
  accelerator_id       = alicloud_ga_basic_accelerator.game.id
  accelerate_region_id = "ap-southeast-1"
}

resource "alicloud_ga_basic_accelerate_ip" "game" {
  accelerator_id = alicloud_ga_basic_accelerator.game.id
  ip_set_id      = alicloud_ga_basic_ip_set.game.id
}

resource "alicloud_ga_basic_endpoint_group" "game" {
  accelerator_id        = alicloud_ga_basic_accelerator.game.id
  endpoint_group_region = "cn-hangzhou"
  endpoint_type         = "ECS"
  endpoint_address      = alicloud_instance.web.id
}

resource "alicloud_alidns_record" "shop" {
  domain_name = "example.cn"
  rr          = "shop"
  type        = "CNAME"
  value       = alicloud_dcdn_domain.shop.cname
}

resource "alicloud_alidns_record" "waf" {
  domain_name = "example.cn"
  rr          = "waf"
  type        = "CNAME"
  value       = alicloud_wafv3_domain.shop.cname
}

resource "alicloud_alidns_record" "game" {
  domain_name = "example.cn"
  rr          = "play"
  type        = "A"
  value       = alicloud_ga_basic_accelerate_ip.game.accelerate_ip_address
}

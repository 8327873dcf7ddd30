provider "alicloud" {
  region = "cn-hangzhou"
}

resource "alicloud_instance" "web" {
  availability_zone          = "cn-hangzhou-h"
  internet_max_bandwidth_out = 5
  security_groups            = ["sg-1"]
}

resource "alicloud_instance" "hk" {
  availability_zone          = "cn-hongkong-b"
  internet_max_bandwidth_out = 5
  security_groups            = ["sg-1"]
}

resource "alicloud_alidns_record" "www" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = alicloud_instance.web.public_ip
  line        = "oversea"
}

resource "alicloud_alidns_record" "off" {
  domain_name = "example.cn"
  rr          = "off"
  type        = "A"
  value       = alicloud_instance.web.public_ip
  status      = "DISABLE"
}

resource "alicloud_alidns_record" "hk" {
  domain_name = "example.cn"
  rr          = "hk"
  type        = "A"
  value       = alicloud_instance.hk.public_ip
  line        = "telecom"
}

resource "alicloud_alidns_record" "any_hk" {
  domain_name = "example.cn"
  rr          = "*.hk"
  type        = "A"
  value       = alicloud_instance.web.public_ip
}

resource "alicloud_alidns_record" "go" {
  domain_name = "example.cn"
  rr          = "go"
  type        = "REDIRECT_URL"
  value       = "https://hk.example.cn/path?x=1"
}

resource "alicloud_alidns_record" "alias" {
  domain_name = "example.cn"
  rr          = "alias"
  type        = "CNAME"
  value       = "a.hk.example.cn."
}

resource "alicloud_alidns_record" "dev" {
  domain_name = "example.cn"
  rr          = "dev"
  type        = "NS"
  value       = "ns1.example.net"
}

resource "alicloud_alidns_record" "any" {
  domain_name = "example.cn"
  rr          = "*"
  type        = "A"
  value       = alicloud_instance.hk.public_ip
}

resource "alicloud_alidns_record" "below" {
  domain_name = "example.cn"
  rr          = "below"
  type        = "CNAME"
  value       = "x.dev.example.cn"
}

resource "alicloud_alidns_record" "beside" {
  domain_name = "example.cn"
  rr          = "beside"
  type        = "CNAME"
  value       = "x.example.cn"
}

resource "alicloud_alidns_record" "zone" {
  domain_name = "example.cn"
  rr          = "zone"
  type        = "NS"
  value       = "ns2.example.net"
}

resource "alicloud_alidns_record" "mail" {
  domain_name = "example.cn"
  rr          = "mail"
  type        = "MX"
  value       = "mx.example.net"
}

resource "alicloud_alidns_record" "child" {
  domain_name = "zone.example.cn"
  rr          = "www"
  type        = "A"
  value       = alicloud_instance.web.public_ip
}

resource "alicloud_dns_record" "old" {
  name        = "example.cn"
  host_record = "old"
  type        = "A"
  value       = alicloud_instance.web.public_ip
}

resource "alicloud_alidns_gtm_instance" "gtm" {
  instance_name           = "gtm"
  payment_type            = "Subscription"
  period                  = 1
  package_edition         = "standard"
  health_check_task_count = 100
  sms_notification_count  = 100
  public_cname_mode       = "CUSTOM"
  public_user_domain_name = "gtm.example.cn"
  public_zone_name        = "example.cn"
  public_rr               = "access"
}

resource "alicloud_alidns_address_pool" "hk" {
  address_pool_name = "hk"
  instance_id       = alicloud_alidns_gtm_instance.gtm.id
  lba_strategy      = "RATIO"
  type              = "IPV4"

  address {
    attribute_info = "{}"
    address        = alicloud_instance.hk.public_ip
    mode           = "SMART"
  }
}

resource "alicloud_alidns_address_pool" "web" {
  address_pool_name = "web"
  instance_id       = alicloud_alidns_gtm_instance.gtm.id
  lba_strategy      = "RATIO"
  type              = "IPV4"

  address {
    attribute_info = "{}"
    address        = alicloud_instance.web.public_ip
    mode           = "ONLINE"
  }
}

resource "alicloud_alidns_cloud_gtm_instance_config" "cloud" {
  schedule_rr_type   = "A"
  schedule_zone_mode = "custom"
  schedule_zone_name = "example.cn"
  schedule_host_name = "cloud"
  enable_status      = "enable"
  ttl                = 600
}

resource "alicloud_alidns_cloud_gtm_instance_config" "off" {
  schedule_rr_type   = "A"
  schedule_zone_mode = "custom"
  schedule_zone_name = "example.cn"
  schedule_host_name = "off.cloud"
  enable_status      = "disable"
  ttl                = 600
}

resource "alicloud_pvtz_zone" "internal" {
  zone_name = "internal.example.cn"
}

resource "alicloud_pvtz_zone_record" "internal" {
  zone_id = alicloud_pvtz_zone.internal.id
  rr      = "www"
  type    = "A"
  value   = alicloud_instance.web.public_ip
}

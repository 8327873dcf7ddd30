data "alicloud_zones" "this" {
  available_resource_creation = "VSwitch"
}

resource "alicloud_vpc" "site" {
  vpc_name   = "site"
  cidr_block = "192.168.0.0/16"
}

resource "alicloud_vswitch" "site" {
  vpc_id     = alicloud_vpc.site.id
  cidr_block = "192.168.10.0/24"
  zone_id    = data.alicloud_zones.this.ids[0]
}

resource "alicloud_security_group" "site" {
  security_group_name = "site"
  vpc_id              = alicloud_vpc.site.id
}

resource "alicloud_security_group_rule" "https" {
  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = "443/443"
  cidr_ip           = "0.0.0.0/0"
  security_group_id = alicloud_security_group.site.id
}

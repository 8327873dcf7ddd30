data "alicloud_zones" "this" {
  available_resource_creation = "VSwitch"
}

resource "alicloud_vpc" "shop" {
  vpc_name   = "shop"
  cidr_block = "172.16.0.0/16"
}

resource "alicloud_vswitch" "shop" {
  count = 2

  vpc_id     = alicloud_vpc.shop.id
  cidr_block = cidrsubnet(alicloud_vpc.shop.cidr_block, 8, count.index)
  zone_id    = element(data.alicloud_zones.this.zones[*].id, count.index)
}

resource "alicloud_security_group" "shop" {
  security_group_name = "shop"
  vpc_id              = alicloud_vpc.shop.id
}

resource "alicloud_security_group_rule" "http" {
  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = "8080/8080"
  cidr_ip           = alicloud_vpc.shop.cidr_block
  security_group_id = alicloud_security_group.shop.id
}

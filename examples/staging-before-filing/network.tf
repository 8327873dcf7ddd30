data "alicloud_zones" "this" {
  available_resource_creation = "VSwitch"
}

resource "alicloud_vpc" "product" {
  vpc_name   = "product"
  cidr_block = "10.0.0.0/16"
}

resource "alicloud_vswitch" "product" {
  vpc_id     = alicloud_vpc.product.id
  cidr_block = "10.0.1.0/24"
  zone_id    = data.alicloud_zones.this.zones[0].id
}

resource "alicloud_security_group" "product" {
  security_group_name = "product"
  vpc_id              = alicloud_vpc.product.id
}

resource "alicloud_security_group_rule" "office" {
  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = "443/443"
  cidr_ip           = var.office_cidr
  security_group_id = alicloud_security_group.product.id
}

data "alicloud_zones" "this" {
  available_resource_creation = "VSwitch"
}

resource "alicloud_vpc" "blog" {
  vpc_name   = "blog"
  cidr_block = "10.0.0.0/16"
}

resource "alicloud_vswitch" "blog" {
  vpc_id     = alicloud_vpc.blog.id
  cidr_block = "10.0.1.0/24"
  zone_id    = data.alicloud_zones.this.zones[0].id
}

resource "alicloud_security_group" "blog" {
  security_group_name = "blog"
  vpc_id              = alicloud_vpc.blog.id
}

resource "alicloud_security_group_rule" "web" {
  for_each = toset(["80/80", "443/443"])

  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = each.value
  cidr_ip           = "0.0.0.0/0"
  security_group_id = alicloud_security_group.blog.id
}

resource "alicloud_security_group_rule" "ssh" {
  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = "22/22"
  cidr_ip           = var.ssh_cidr
  security_group_id = alicloud_security_group.blog.id
}

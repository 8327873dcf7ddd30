data "alicloud_images" "debian" {
  name_regex  = "^debian_12"
  owners      = "system"
  most_recent = true
}

resource "alicloud_instance" "site" {
  instance_name   = "site"
  instance_type   = "ecs.c6.large"
  image_id        = data.alicloud_images.debian.images[0].id
  vswitch_id      = alicloud_vswitch.site.id
  security_groups = [alicloud_security_group.site.id]
}

resource "alicloud_eip_address" "site" {
  address_name         = "site"
  isp                  = "BGP_PRO"
  bandwidth            = "20"
  internet_charge_type = "PayByTraffic"
}

resource "alicloud_eip_association" "site" {
  allocation_id = alicloud_eip_address.site.id
  instance_id   = alicloud_instance.site.id
}

resource "alicloud_alidns_record" "apex" {
  domain_name = var.domain
  rr          = "@"
  type        = "A"
  value       = alicloud_eip_address.site.ip_address
}

data "alicloud_images" "ubuntu" {
  name_regex  = "^ubuntu_24_04_x64"
  owners      = "system"
  most_recent = true
}

resource "alicloud_instance" "product" {
  instance_name   = "product"
  instance_type   = "ecs.g7.large"
  image_id        = data.alicloud_images.ubuntu.images[0].id
  vswitch_id      = alicloud_vswitch.product.id
  security_groups = [alicloud_security_group.product.id]

  # The service code of the filing was issued to it.
  instance_charge_type       = "PrePaid"
  period                     = 12
  internet_max_bandwidth_out = 5
}

# icplint: ignore[unfiled-domain] until=2027-01-31 behind a password, for testers only, until the filing is through
resource "alicloud_alidns_record" "staging" {
  domain_name = var.domain
  rr          = "staging"
  type        = "A"
  value       = alicloud_instance.product.public_ip
}

resource "alicloud_alidns_record" "previews" {
  domain_name = var.domain
  rr          = "*.preview"
  type        = "A"
  value       = alicloud_instance.product.public_ip
}

# icplint: ignore[unfiled-domain] until=2026-11-15 the fair in Shanghai, where we showed it
resource "alicloud_alidns_record" "demo" {
  domain_name = var.domain
  rr          = "demo"
  type        = "A"
  value       = alicloud_instance.product.public_ip
}

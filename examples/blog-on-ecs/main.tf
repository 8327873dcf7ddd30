data "alicloud_images" "ubuntu" {
  name_regex  = "^ubuntu_24_04_x64"
  owners      = "system"
  most_recent = true
}

resource "alicloud_instance" "blog" {
  instance_name   = "blog"
  instance_type   = "ecs.e-c1m1.large"
  image_id        = data.alicloud_images.ubuntu.images[0].id
  vswitch_id      = alicloud_vswitch.blog.id
  security_groups = [alicloud_security_group.blog.id]

  system_disk_category = "cloud_essd_entry"
  system_disk_size     = 40

  # One month first, to see whether anybody reads it.
  instance_charge_type = "PrePaid"
  period               = 1
  renewal_status       = "Normal"

  user_data = base64encode(file("${path.module}/cloud-init.yaml"))
}

resource "alicloud_eip_address" "blog" {
  address_name         = "blog"
  bandwidth            = "5"
  internet_charge_type = "PayByTraffic"
}

resource "alicloud_eip_association" "blog" {
  allocation_id = alicloud_eip_address.blog.id
  instance_id   = alicloud_instance.blog.id
}

resource "alicloud_alidns_record" "blog" {
  for_each = toset(["@", "www"])

  domain_name = var.domain
  rr          = each.value
  type        = "A"
  value       = alicloud_eip_address.blog.ip_address
}

data "alicloud_instance_types" "small" {
  cpu_core_count = 2
  memory_size    = 4
}

data "alicloud_images" "linux" {
  name_regex  = "^aliyun_3_x64"
  owners      = "system"
  most_recent = true
}

data "alicloud_vswitches" "public" {
  tags = { tier = "public" }
}

data "alicloud_security_groups" "web" {
  tags = { tier = "public" }
}

resource "alicloud_instance" "app" {
  instance_name   = "app"
  instance_type   = data.alicloud_instance_types.small.instance_types[0].id
  image_id        = data.alicloud_images.linux.images[0].id
  vswitch_id      = data.alicloud_vswitches.public.ids[0]
  security_groups = data.alicloud_security_groups.web.ids

  internet_max_bandwidth_out = 10
}

resource "alicloud_alidns_record" "app" {
  domain_name = var.domain
  rr          = "app"
  type        = "A"
  value       = alicloud_instance.app.public_ip
}

# The archive is run by another team; its address is looked up by its tag.
data "alicloud_eip_addresses" "archive" {
  tags = { service = "archive" }
}

resource "alicloud_alidns_record" "archive" {
  domain_name = var.domain
  rr          = "archive"
  type        = "A"
  value       = data.alicloud_eip_addresses.archive.addresses[0].ip_address
}

resource "alicloud_oss_bucket" "downloads" {
  bucket = "example-downloads-${var.region}"
}

resource "alicloud_cdn_domain_new" "downloads" {
  domain_name = "dl.${var.domain}"
  cdn_type    = "download"
  scope       = var.cdn_scope

  sources {
    type     = "oss"
    content  = alicloud_oss_bucket.downloads.extranet_endpoint
    port     = 443
    priority = "20"
    weight   = "10"
  }
}

resource "alicloud_alidns_record" "downloads" {
  domain_name = var.domain
  rr          = "dl"
  type        = "CNAME"
  value       = alicloud_cdn_domain_new.downloads.cname
}

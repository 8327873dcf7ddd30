terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "name" {
  type = string
}

resource "alicloud_instance" "web" {
  instance_name              = var.name
  image_id                   = "aliyun_3_x64_20G_alibase_20240819.vhd"
  instance_type              = "ecs.g7.large"
  security_groups            = ["sg-bp1example"]
  vswitch_id                 = "vsw-bp1example"
  internet_max_bandwidth_out = 5
}

resource "alicloud_alidns_record" "name" {
  domain_name = "example.cn"
  rr          = var.name
  type        = "A"
  value       = alicloud_instance.web.public_ip
}

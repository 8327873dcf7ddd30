terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

resource "alicloud_eip_address" "web" {
  count = 2
}

output "addresses" {
  value = alicloud_eip_address.web[*].ip_address
}

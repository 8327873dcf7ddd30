terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

resource "alicloud_oss_bucket" "foreign" {
  bucket = "foreign-example-cn"
}

variable "region" {
  default = "cn-heyuan"
}

provider "alicloud" {
  region = var.region
}

resource "alicloud_oss_bucket" "own" {
  bucket = "own-example-cn"
}

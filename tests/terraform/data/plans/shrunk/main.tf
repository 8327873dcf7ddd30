terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

provider "alicloud" {
  region = "cn-hangzhou"
}

module "site" {
  source   = "./site"
  for_each = toset(["www"])
  name     = each.key
}

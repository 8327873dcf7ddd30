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
  for_each = toset(["staging", "preview"])
  name     = each.key
}

module "www" {
  source = "./site"
  name   = "www"
}

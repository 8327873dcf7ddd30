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

provider "alicloud" {
  alias  = "abroad"
  region = var.abroad
}

variable "abroad" {
  type    = string
  default = "ap-southeast-1"
}

terraform {
  required_providers {
    alicloud = {
      source                = "aliyun/alicloud"
      configuration_aliases = [alicloud.abroad]
    }
  }
}

variable "zone" {
  type    = string
  default = "example.cn"
}

variable "hosts" {
  type    = list(string)
  default = ["www", "shop", "docs"]
}

variable "sites" {
  type = map(object({ rr = string, port = optional(number, 80), mainland = optional(bool, true) }))
  default = {
    blog = { rr = "blog" }
    news = { rr = "news", port = 443, mainland = false }
  }
}

variable "flag" {
  type    = bool
  default = true
}

variable "nothing" {
  type    = string
  default = null
}

variable "secret" {
  type      = string
  default   = "203.0.113.21"
  sensitive = true
}

variable "given" {
  type    = string
  default = "203.0.113.20"
}

locals {
  named  = { for host in var.hosts : host => upper(host) }
  chosen = var.flag ? "chosen" : "other"
  mixed  = merge({ for k, s in var.sites : k => s.rr }, { extra = local.chosen })
}

variable "region" {
  description = "Where this environment stands: cn-beijing for customers in China, ap-southeast-1 for all others."
  type        = string
}

variable "cdn_scope" {
  description = "domestic, overseas or global."
  type        = string
}

variable "domain" {
  type    = string
  default = "example.cn"
}

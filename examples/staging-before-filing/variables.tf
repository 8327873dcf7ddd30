variable "region" {
  type    = string
  default = "cn-hangzhou"
}

variable "domain" {
  description = "The product's domain; its filing is under review."
  type        = string
  default     = "example.cn"
}

variable "office_cidr" {
  description = "The office, from where testers come."
  type        = string
  default     = "198.51.100.0/24"
}

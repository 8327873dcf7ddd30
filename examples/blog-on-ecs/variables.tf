variable "region" {
  type    = string
  default = "cn-hangzhou"
}

variable "domain" {
  description = "The blog's domain; its zone is at Alibaba Cloud DNS."
  type        = string
  default     = "example.cn"
}

variable "ssh_cidr" {
  description = "From where SSH is allowed."
  type        = string
  default     = "198.51.100.0/24"
}

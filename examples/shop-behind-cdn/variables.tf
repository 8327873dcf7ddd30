variable "domain" {
  description = "The shop's domain."
  type        = string
  default     = "example.com"
}

variable "campaign_domain" {
  description = "The domain printed on the posters of the November campaign."
  type        = string
  default     = "example.com.cn"
}

variable "zone" {
  description = "The domain, whose records are at Alibaba Cloud DNS."
  type        = string
  default     = "example.com.cn"
}

variable "hosts" {
  description = "The host names that the site answers to."
  type        = list(string)
  default     = ["docs", "static"]
}

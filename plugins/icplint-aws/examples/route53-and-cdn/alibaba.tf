resource "alicloud_instance" "office" {
  instance_type              = "ecs.g7.large"
  instance_charge_type       = "PrePaid"
  period                     = 12
  internet_max_bandwidth_out = 10
}

# A CDN of Alibaba Cloud before the load balancer in Beijing.
resource "alicloud_cdn_domain_new" "static" {
  domain_name = "static.example.cn"
  cdn_type    = "web"

  sources {
    type    = "domain"
    content = aws_lb.beijing.dns_name
  }
}

resource "aws_route53_zone" "cn" {
  name = "example.cn"
}

resource "aws_route53_zone" "com_cn" {
  name = "example.com.cn"
}

resource "aws_route53_zone" "net" {
  name = "example.net"
}

# A zone outside China cannot alias into it: the name is a CNAME.
resource "aws_route53_record" "cn_www" {
  zone_id = aws_route53_zone.cn.zone_id
  name    = "www"
  type    = "CNAME"
  ttl     = 300
  records = [aws_lb.beijing.dns_name]
}

resource "aws_route53_record" "com_cn_www" {
  zone_id = aws_route53_zone.com_cn.zone_id
  name    = "www"
  type    = "A"
  ttl     = 300
  records = [alicloud_instance.office.public_ip]
}

# Visitors in China are led to Beijing, all others to Virginia.
resource "aws_route53_record" "net_china" {
  zone_id        = aws_route53_zone.net.zone_id
  name           = "www"
  type           = "CNAME"
  ttl            = 300
  set_identifier = "china"
  records        = [aws_lb.beijing.dns_name]

  geolocation_routing_policy {
    country = "CN"
  }
}

resource "aws_route53_record" "net_world" {
  zone_id        = aws_route53_zone.net.zone_id
  name           = "www"
  type           = "CNAME"
  ttl            = 300
  set_identifier = "world"
  records        = [aws_lb.virginia.dns_name]

  geolocation_routing_policy {
    country = "*"
  }
}

resource "aws_route53_record" "net_en" {
  zone_id = aws_route53_zone.net.zone_id
  name    = "en"
  type    = "A"

  alias {
    name                   = aws_lb.virginia.dns_name
    zone_id                = aws_lb.virginia.zone_id
    evaluate_target_health = true
  }
}

# A site on AWS in both regions of China, small enough to be read at once.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = "cn-northwest-1"
}

provider "aws" {
  alias  = "beijing"
  region = "cn-north-1"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "main" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = ["cn-northwest-1a", "cn-northwest-1b"][count.index]
}

resource "aws_instance" "web" {
  ami           = "ami-12c6146b"
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.main[0].id
}

resource "aws_eip" "web" {
  domain   = "vpc"
  instance = aws_instance.web.id
}

resource "aws_lb" "site" {
  name    = "site"
  subnets = aws_subnet.main[*].id
}

resource "aws_lb_target_group" "web" {
  name     = "web"
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_target_group_attachment" "web" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.web.id
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.site.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_lb_listener_rule" "shop" {
  listener_arn = aws_lb_listener.http.arn

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }

  condition {
    host_header {
      values = ["shop.example.cn"]
    }
  }
}

resource "aws_s3_bucket" "static" {
  provider = aws.beijing
  bucket   = "static.example.cn"
}

resource "aws_s3_bucket_website_configuration" "static" {
  provider = aws.beijing
  bucket   = aws_s3_bucket.static.id

  index_document {
    suffix = "index.html"
  }
}

resource "aws_api_gateway_domain_name" "api" {
  provider                 = aws.beijing
  domain_name              = "api.example.cn"
  regional_certificate_arn = "arn:aws-cn:acm:cn-north-1:123456789012:certificate/1f2e3d4c-0000-4000-8000-000000000000"

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_cloudfront_distribution" "img" {
  enabled = true
  aliases = ["img.example.cn"]

  origin {
    domain_name = "origin.example.cn"
    origin_id   = "origin"

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "origin"
    viewer_protocol_policy = "redirect-to-https"

    forwarded_values {
      query_string = false

      cookies {
        forward = "none"
      }
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    iam_certificate_id = "ASCAEXAMPLE"
    ssl_support_method = "sni-only"
  }
}

resource "aws_route53_zone" "main" {
  name = "example.cn"
}

resource "aws_route53_record" "www" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www"
  type    = "A"

  alias {
    name                   = aws_lb.site.dns_name
    zone_id                = aws_lb.site.zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "origin" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "origin"
  type    = "A"
  ttl     = 300
  records = [aws_eip.web.public_ip]
}

resource "aws_route53_record" "img" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "img"
  type    = "CNAME"
  ttl     = 300
  records = [aws_cloudfront_distribution.img.domain_name]
}

resource "aws_route53_record" "weighted" {
  for_each       = { here = 90, there = 10 }
  zone_id        = aws_route53_zone.main.zone_id
  name           = "beta"
  type           = "CNAME"
  ttl            = 60
  set_identifier = each.key
  records        = [each.key == "here" ? aws_lb.site.dns_name : "beta-1.us-east-1.elb.amazonaws.com"]

  weighted_routing_policy {
    weight = each.value
  }
}

resource "aws_lb" "beijing" {
  provider = aws.beijing
  name     = "site"
}

resource "aws_lb" "virginia" {
  name = "site"
}

resource "aws_apigatewayv2_domain_name" "api" {
  provider    = aws.ningxia
  domain_name = "api.example.com.cn"

  domain_name_configuration {
    certificate_arn = "arn:aws-cn:acm:cn-northwest-1:123456789012:certificate/api"
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
}

# CloudFront in China before the server on Alibaba Cloud.
resource "aws_cloudfront_distribution" "img" {
  provider = aws.beijing
  enabled  = true
  aliases  = ["img.example.com.cn"]

  origin {
    domain_name = "www.example.com.cn"
    origin_id   = "office"
  }
}

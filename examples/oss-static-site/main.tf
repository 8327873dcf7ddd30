resource "alicloud_oss_bucket" "site" {
  bucket        = "example-docs-site"
  storage_class = "Standard"

  website {
    index_document = "index.html"
    error_document = "404.html"
  }
}

resource "alicloud_oss_bucket_acl" "site" {
  bucket = alicloud_oss_bucket.site.bucket
  acl    = "public-read"
}

locals {
  names = { for host in var.hosts : host => "${host}.${var.zone}" }
}

# OSS wants to see that the domain is ours before it answers to it.
resource "alicloud_oss_bucket_cname_token" "site" {
  for_each = local.names

  bucket = alicloud_oss_bucket.site.bucket
  domain = each.value
}

resource "alicloud_alidns_record" "token" {
  for_each = local.names

  domain_name = var.zone
  rr          = "_dnsauth.${each.key}"
  type        = "TXT"
  value       = alicloud_oss_bucket_cname_token.site[each.key].token
}

resource "alicloud_oss_bucket_cname" "site" {
  for_each = local.names

  bucket = alicloud_oss_bucket.site.bucket
  domain = each.value

  depends_on = [alicloud_alidns_record.token]
}

resource "alicloud_alidns_record" "site" {
  for_each = local.names

  domain_name = var.zone
  rr          = each.key
  type        = "CNAME"
  value       = alicloud_oss_bucket.site.extranet_endpoint
}

# Readers are in Hong Kong and south-east Asia: the edge nodes of the mainland stay out of it.
resource "alicloud_cdn_domain_new" "www" {
  domain_name = "www.${var.domain}"
  cdn_type    = "web"
  scope       = "overseas"

  sources {
    type     = "ipaddr"
    content  = alicloud_eip_address.site.ip_address
    port     = 443
    priority = "20"
    weight   = "10"
  }
}

resource "alicloud_alidns_record" "www" {
  domain_name = var.domain
  rr          = "www"
  type        = "CNAME"
  value       = alicloud_cdn_domain_new.www.cname
}

locals {
  origin = "origin.${var.domain}"

  # What customers type. The shop moved to Alibaba Cloud in spring; the campaign's domain is new.
  sites = {
    apex     = { zone = var.domain, rr = "@" }
    www      = { zone = var.domain, rr = "www" }
    campaign = { zone = var.campaign_domain, rr = "www" }
  }
}

module "cdn" {
  source   = "./modules/cdn-domain"
  for_each = local.sites

  zone   = each.value.zone
  rr     = each.value.rr
  origin = local.origin
}

# The CDN fetches from this name; nobody is told of it, and yet it resolves for everybody.
resource "alicloud_alidns_record" "origin" {
  domain_name = var.domain
  rr          = "origin"
  type        = "A"
  value       = alicloud_slb_load_balancer.shop.address
}

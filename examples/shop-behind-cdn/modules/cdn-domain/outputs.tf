output "cname" {
  value = alicloud_cdn_domain_new.this.cname
}

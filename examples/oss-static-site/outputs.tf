output "urls" {
  value = [for name in local.names : "https://${name}/"]
}

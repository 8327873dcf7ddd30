variable "zones" {
  type = set(object({ zone_id = string, address = string }))
}
output "zones" { value = [for z in var.zones : z.zone_id] }

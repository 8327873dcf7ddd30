variable "n" {
  default = 1
}
resource "alicloud_nlb_load_balancer" "a" {
  load_balancer_name = "x"
  load_balancer_type = "Network"
  address_type       = "Internet"
  address_ip_version = "Ipv4"
  vpc_id             = "vpc-1"
  dynamic "zone_mappings" {
    for_each = toset(["cn-hangzhou-a", "cn-hangzhou-b"])
    content {
      vswitch_id = "vsw-${zone_mappings.value}"
      zone_id    = zone_mappings.value
    }
  }
}
resource "alicloud_alb_load_balancer" "a" {
  vpc_id                 = "vpc-1"
  address_type           = "Internet"
  address_allocated_mode = "Fixed"
  load_balancer_name     = "x"
  load_balancer_edition  = "Basic"
  load_balancer_billing_config {
    pay_type = "PayAsYouGo"
  }
  zone_mappings {
    vswitch_id = "vsw-1"
    zone_id    = "cn-hangzhou-a"
  }
}
locals {
  nlb = alicloud_nlb_load_balancer.a
  alb = alicloud_alb_load_balancer.a
}
output "a1" { value = tolist(alicloud_nlb_load_balancer.a.zone_mappings)[0].public_ipv4_address }
output "a2" { value = tolist(alicloud_nlb_load_balancer.a.zone_mappings)[0].zone_id }
output "a3" { value = alicloud_nlb_load_balancer.a.zone_mappings[*].zone_id }
output "a4" { value = alicloud_nlb_load_balancer.a.zone_mappings[*].public_ipv4_address }
output "a5" { value = [for z in alicloud_nlb_load_balancer.a.zone_mappings : z.zone_id] }
output "a6" { value = [for z in alicloud_nlb_load_balancer.a.zone_mappings : z.allocation_id] }
output "a7" { value = { for z in alicloud_nlb_load_balancer.a.zone_mappings : z.zone_id => z.private_ipv4_address } }
output "a9" { value = local.nlb.zone_mappings.*.eni_id }
output "b1" { value = one(alicloud_alb_load_balancer.a.zone_mappings).address }
output "b2" { value = one(alicloud_alb_load_balancer.a.zone_mappings).vswitch_id }
output "b3" { value = one(local.alb.zone_mappings[*].zone_id) }
output "b4" { value = tolist(local.alb.zone_mappings)[0].load_balancer_addresses[0].address }
output "b5" { value = local.alb.load_balancer_billing_config[0].pay_type }
output "b6" { value = alicloud_alb_load_balancer.a.load_balancer_billing_config[0].pay_type }
output "b7" { value = one(alicloud_alb_load_balancer.a.zone_mappings) }
output "b8" { value = alicloud_alb_load_balancer.a.zone_mappings }
output "b9" { value = tolist(alicloud_alb_load_balancer.a.zone_mappings) }
output "c1" { value = flatten([for z in alicloud_alb_load_balancer.a.zone_mappings : z.load_balancer_addresses[*].address]) }
output "c2" { value = tolist(alicloud_alb_load_balancer.a.zone_mappings)[0].zone_id }
output "c3" { value = element(tolist(alicloud_alb_load_balancer.a.zone_mappings), 0).zone_id }
output "c5" { value = [for z in alicloud_nlb_load_balancer.a.zone_mappings : z.zone_id if z.zone_id == "cn-hangzhou-a"] }
output "c6" { value = alicloud_alb_load_balancer.a.load_balancer_billing_config[var.n - 1].pay_type }
output "c7" { value = lookup(one(alicloud_alb_load_balancer.a.zone_mappings), "zone_id", "d") }
output "c8" { value = sort([for z in alicloud_alb_load_balancer.a.zone_mappings : z.zone_id]) }
output "c9" { value = toset(alicloud_alb_load_balancer.a.zone_mappings[*].zone_id) }
output "d1" { value = merge(one(alicloud_alb_load_balancer.a.zone_mappings), { q = 1 }) }
resource "alicloud_instance" "a" {
  image_id      = "ubuntu_22_04_x64_20G_alibase_20240101.vhd"
  instance_type = "ecs.g7.large"
  vswitch_id    = "vsw-1"
  data_disks {
    size = 20
    name = "first"
  }
  data_disks {
    size = 40
    name = "second"
  }
  network_interfaces {
    vswitch_id = "vsw-2"
  }
}
resource "alicloud_alb_listener" "a" {
  load_balancer_id  = alicloud_alb_load_balancer.a.id
  listener_protocol = "HTTP"
  listener_port     = 80
  dynamic "default_actions" {
    for_each = alicloud_instance.a.data_disks[*]
    content {
      type = default_actions.value.name == "first" ? "ForwardGroup" : "Redirect"
      forward_group_config {
        server_group_tuples {
          server_group_id = default_actions.value.performance_level
        }
      }
    }
  }
}
module "typed" {
  source = "./typed"
  zones  = alicloud_alb_load_balancer.a.zone_mappings
}
output "e1" { value = alicloud_instance.a.data_disks[1].size }
output "e2" { value = alicloud_instance.a.data_disks[1].performance_level }
output "e3" { value = alicloud_instance.a.data_disks[*].name }
output "e4" { value = alicloud_instance.a.data_disks[*].performance_level }
output "e5" { value = alicloud_instance.a.network_interfaces[0].vswitch_id }
output "e6" { value = alicloud_instance.a.network_interfaces[0].network_interface_id }
output "e7" { value = { for d in alicloud_instance.a.data_disks : d.size => d.performance_level } }
output "e8" { value = [for i, d in alicloud_instance.a.data_disks : "${i}-${d.size}"] }
output "f1" { value = alicloud_alb_listener.a.default_actions[0].type }
output "f2" { value = alicloud_alb_listener.a.default_actions[0].forward_group_config[0].server_group_tuples }
output "f3" { value = [for d in alicloud_instance.a.data_disks : d.performance_level if d.size > 30] }
output "f4" { value = module.typed.zones }
output "f5" { value = "disk ${alicloud_instance.a.data_disks[0].size} at ${alicloud_instance.a.data_disks[0].performance_level}" }
output "f6" { value = alicloud_instance.a.data_disks[var.n].size }
output "f7" { value = alicloud_instance.a.data_disks[var.n].performance_level }
output "f8" { value = element(alicloud_instance.a.data_disks, 3).size }
output "f9" { value = alicloud_instance.a.data_disks[0].size + 1 }
output "g1" { value = try(alicloud_instance.a.data_disks[5].size, "none") }
output "g2" { value = can(alicloud_instance.a.data_disks[0].performance_level) }
output "g3" { value = length(alicloud_instance.a.data_disks) }

# Everything that holds, balances and publishes websites, once: for the same graph from source, plan and state.
terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

provider "alicloud" {
  region = "cn-hangzhou"
}

resource "alicloud_vpc" "site" {
  cidr_block = "10.0.0.0/16"
}

resource "alicloud_vswitch" "site" {
  vpc_id     = alicloud_vpc.site.id
  cidr_block = "10.0.1.0/24"
  zone_id    = "cn-hangzhou-h"
}

resource "alicloud_vswitch" "other" {
  vpc_id     = alicloud_vpc.site.id
  cidr_block = "10.0.2.0/24"
  zone_id    = "cn-hangzhou-i"
}

# Servers

resource "alicloud_ecs_launch_template" "web" {
  launch_template_name       = "web"
  instance_charge_type       = "PrePaid"
  period                     = 6
  internet_max_bandwidth_out = 10
}

resource "alicloud_instance" "launched" {
  availability_zone  = "cn-hangzhou-h"
  launch_template_id = alicloud_ecs_launch_template.web.id
}

resource "alicloud_instance" "web" {
  count = 2

  availability_zone = "cn-hangzhou-h"
  vswitch_id        = alicloud_vswitch.site.id
}

resource "alicloud_instance" "inner" {
  availability_zone = "cn-hangzhou-h"
  vswitch_id        = alicloud_vswitch.site.id
}

resource "alicloud_ecs_instance_set" "set" {
  image_id           = "aliyun_3_x64_20G_alibase_20240528.vhd"
  instance_type      = "ecs.c7.large"
  security_group_ids = ["sg-bp1example"]
  zone_id            = "cn-hangzhou-h"
}

resource "alicloud_simple_application_server_instance" "light" {
  image_id = "image-example"
  plan_id  = "plan-example"
  period   = 12
}

resource "alicloud_ecs_network_interface" "second" {
  vswitch_id         = alicloud_vswitch.site.id
  security_group_ids = ["sg-bp1example"]
}

resource "alicloud_ecs_network_interface_attachment" "second" {
  network_interface_id = alicloud_ecs_network_interface.second.id
  instance_id          = alicloud_instance.inner.id
}

# Addresses

resource "alicloud_eip_address" "site" {
  for_each = toset(["second", "virtual", "nat", "alb", "alb2", "nlb", "eci"])
}

resource "alicloud_eip_association" "second" {
  allocation_id = alicloud_eip_address.site["second"].id
  instance_id   = alicloud_ecs_network_interface.second.id
  instance_type = "NetworkInterface"
}

resource "alicloud_havip" "site" {
  vswitch_id = alicloud_vswitch.site.id
}

resource "alicloud_havip_attachment" "site" {
  count = 2

  ha_vip_id   = alicloud_havip.site.id
  instance_id = alicloud_instance.web[count.index].id
}

resource "alicloud_eip_association" "virtual" {
  allocation_id = alicloud_eip_address.site["virtual"].id
  instance_id   = alicloud_havip.site.id
  instance_type = "HaVip"
}

resource "alicloud_eip_segment_address" "range" {
  eip_mask = "28"
}

resource "alicloud_eipanycast_anycast_eip_address" "any" {
  service_location = "international"
}

resource "alicloud_eipanycast_anycast_eip_address_attachment" "any" {
  anycast_id              = alicloud_eipanycast_anycast_eip_address.any.id
  bind_instance_id        = alicloud_slb_load_balancer.site.id
  bind_instance_region_id = "cn-hongkong"
  bind_instance_type      = "SlbInstance"
}

resource "alicloud_vpc_ipv6_gateway" "site" {
  vpc_id = alicloud_vpc.site.id
}

resource "alicloud_vpc_ipv6_address" "site" {
  vswitch_id = alicloud_vswitch.site.id
}

resource "alicloud_vpc_ipv6_internet_bandwidth" "site" {
  ipv6_address_id = alicloud_vpc_ipv6_address.site.id
  ipv6_gateway_id = alicloud_vpc_ipv6_gateway.site.id
  bandwidth       = 10
}

# NAT

resource "alicloud_nat_gateway" "site" {
  vpc_id     = alicloud_vpc.site.id
  vswitch_id = alicloud_vswitch.site.id
}

resource "alicloud_eip_association" "nat" {
  allocation_id = alicloud_eip_address.site["nat"].id
  instance_id   = alicloud_nat_gateway.site.id
  instance_type = "Nat"
}

resource "alicloud_forward_entry" "site" {
  forward_table_id = alicloud_nat_gateway.site.forward_table_ids
  external_ip      = alicloud_eip_address.site["nat"].ip_address
  external_port    = "80"
  internal_ip      = alicloud_instance.inner.private_ip
  internal_port    = "8080"
  ip_protocol      = "tcp"
}

resource "alicloud_snat_entry" "site" {
  snat_table_id     = alicloud_nat_gateway.site.snat_table_ids
  source_vswitch_id = alicloud_vswitch.other.id
  snat_ip           = alicloud_eip_address.site["nat"].ip_address
}

# Classic Load Balancer

resource "alicloud_slb_load_balancer" "site" {
  address_type = "intranet"
  vswitch_id   = alicloud_vswitch.site.id
}

resource "alicloud_slb_listener" "http" {
  load_balancer_id = alicloud_slb_load_balancer.site.id
  frontend_port    = 80
  protocol         = "http"
}

resource "alicloud_slb_server_group" "site" {
  load_balancer_id = alicloud_slb_load_balancer.site.id

  servers {
    server_ids = [alicloud_instance.web[0].id]
    port       = 80
  }
}

resource "alicloud_slb_server_group_server_attachment" "site" {
  server_group_id = alicloud_slb_server_group.site.id
  server_id       = alicloud_instance.web[1].id
  port            = 80
}

resource "alicloud_slb_master_slave_server_group" "site" {
  load_balancer_id = alicloud_slb_load_balancer.site.id
  name             = "site"

  servers {
    server_id = alicloud_ecs_network_interface.second.id
    port      = 80
  }
}

resource "alicloud_slb_rule" "site" {
  load_balancer_id = alicloud_slb_load_balancer.site.id
  server_group_id  = alicloud_slb_server_group.site.id
  frontend_port    = 80
  domain           = "clb.example.cn"
}

# Application Load Balancer

resource "alicloud_alb_load_balancer" "site" {
  vpc_id                = alicloud_vpc.site.id
  address_type          = "Intranet"
  load_balancer_edition = "Standard"

  load_balancer_billing_config {
    pay_type = "PayAsYouGo"
  }

  zone_mappings {
    zone_id       = "cn-hangzhou-h"
    vswitch_id    = alicloud_vswitch.site.id
    allocation_id = alicloud_eip_address.site["alb"].id
  }
  zone_mappings {
    zone_id       = "cn-hangzhou-i"
    vswitch_id    = alicloud_vswitch.other.id
    allocation_id = alicloud_eip_address.site["alb2"].id
  }
}

resource "alicloud_alb_server_group" "site" {
  server_group_name = "site"

  health_check_config {
    health_check_enabled = false
  }
  servers {
    server_id   = alicloud_instance.web[0].id
    server_type = "Ecs"
  }
  servers {
    server_id   = alicloud_eci_container_group.site.id
    server_type = "Eci"
  }
}

resource "alicloud_alb_server_group" "scaled" {
  server_group_name = "scaled"

  health_check_config {
    health_check_enabled = false
  }
}

resource "alicloud_alb_listener" "https" {
  load_balancer_id  = alicloud_alb_load_balancer.site.id
  listener_port     = 443
  listener_protocol = "HTTPS"

  default_actions {
    type = "ForwardGroup"
    forward_group_config {
      server_group_tuples {
        server_group_id = alicloud_alb_server_group.site.id
      }
    }
  }
}

resource "alicloud_alb_rule" "site" {
  listener_id = alicloud_alb_listener.https.id
  rule_name   = "site"
  priority    = 1

  rule_conditions {
    type = "Host"
    host_config {
      values = ["alb.example.cn", "*.alb.example.cn"]
    }
  }
  rule_actions {
    type  = "ForwardGroup"
    order = 1
    forward_group_config {
      server_group_tuples {
        server_group_id = alicloud_alb_server_group.scaled.id
      }
    }
  }
}

resource "alicloud_alb_rule" "moved" {
  listener_id = alicloud_alb_listener.https.id
  rule_name   = "moved"
  priority    = 2

  rule_conditions {
    type = "Host"
    host_config {
      values = ["old.example.cn"]
    }
  }
  rule_actions {
    type  = "Redirect"
    order = 1
    redirect_config {
      host = "elsewhere.example.com"
    }
  }
}

# Network and Gateway Load Balancer

resource "alicloud_nlb_load_balancer" "site" {
  vpc_id       = alicloud_vpc.site.id
  address_type = "Internet"

  zone_mappings {
    zone_id       = "cn-hangzhou-h"
    vswitch_id    = alicloud_vswitch.site.id
    allocation_id = alicloud_eip_address.site["nlb"].id
  }
}

resource "alicloud_nlb_server_group" "site" {
  vpc_id            = alicloud_vpc.site.id
  server_group_name = "site"

  health_check {
    health_check_enabled = false
  }
}

resource "alicloud_nlb_server_group_server_attachment" "site" {
  server_group_id = alicloud_nlb_server_group.site.id
  server_id       = alicloud_instance.inner.id
  server_type     = "Ecs"
}

resource "alicloud_nlb_listener" "site" {
  load_balancer_id  = alicloud_nlb_load_balancer.site.id
  server_group_id   = alicloud_nlb_server_group.site.id
  listener_port     = 443
  listener_protocol = "TCPSSL"
}

resource "alicloud_gwlb_load_balancer" "inspection" {
  vpc_id = alicloud_vpc.site.id

  zone_mappings {
    zone_id    = "cn-hangzhou-h"
    vswitch_id = alicloud_vswitch.site.id
  }
}

# Auto Scaling

resource "alicloud_ess_scaling_group" "site" {
  min_size         = 1
  max_size         = 4
  vswitch_ids      = [alicloud_vswitch.site.id]
  loadbalancer_ids = [alicloud_slb_load_balancer.site.id]
}

resource "alicloud_ess_scaling_configuration" "site" {
  scaling_group_id           = alicloud_ess_scaling_group.site.id
  internet_max_bandwidth_out = 5
  active                     = true
}

resource "alicloud_ess_scaling_configuration" "former" {
  scaling_group_id = alicloud_ess_scaling_group.site.id
  active           = false
}

resource "alicloud_ess_attachment" "site" {
  scaling_group_id = alicloud_ess_scaling_group.site.id
  instance_ids     = [alicloud_instance.launched.id]
}

resource "alicloud_ess_alb_server_group_attachment" "site" {
  scaling_group_id    = alicloud_ess_scaling_group.site.id
  alb_server_group_id = alicloud_alb_server_group.scaled.id
  port                = 80
  weight              = 100
}

resource "alicloud_ess_scaling_group" "templated" {
  min_size           = 1
  max_size           = 4
  vswitch_ids        = [alicloud_vswitch.site.id]
  launch_template_id = alicloud_ecs_launch_template.web.id
}

resource "alicloud_ess_server_group_attachment" "templated" {
  scaling_group_id = alicloud_ess_scaling_group.templated.id
  server_group_id  = alicloud_nlb_server_group.site.id
  type             = "NLB"
  port             = 80
  weight           = 100
}

# Containers and applications

resource "alicloud_eci_container_group" "site" {
  container_group_name = "site"
  security_group_id    = "sg-bp1example"
  vswitch_id           = alicloud_vswitch.site.id
  zone_id              = "cn-hangzhou-h"
  eip_instance_id      = alicloud_eip_address.site["eci"].id

  containers {
    name  = "nginx"
    image = "nginx"
  }
}

resource "alicloud_cs_managed_kubernetes" "site" {
  vswitch_ids = [alicloud_vswitch.site.id]
}

resource "alicloud_cs_kubernetes_node_pool" "site" {
  cluster_id           = alicloud_cs_managed_kubernetes.site.id
  vswitch_ids          = [alicloud_vswitch.site.id]
  instance_charge_type = "PrePaid"
  period               = 1
}

resource "alicloud_sae_load_balancer_internet" "site" {
  app_id = "app-example"

  internet {
    port        = 80
    target_port = 8080
    protocol    = "HTTP"
  }
}

resource "alicloud_sae_ingress" "site" {
  slb_id        = alicloud_alb_load_balancer.site.id
  namespace_id  = "cn-hangzhou:example"
  listener_port = 80

  rules {
    app_id         = "app-example"
    app_name       = "example"
    container_port = 8080
    domain         = "sae.example.cn"
    path           = "/"
  }
}

resource "alicloud_ens_instance" "edge" {
  instance_type       = "ens.sn1.stiny"
  payment_type        = "Subscription"
  period              = 1
  schedule_area_level = "Region"
  ens_region_id       = "cn-chengdu-telecom"
}

resource "alicloud_ens_eip" "edge" {
  ens_region_id        = "cn-chengdu-telecom"
  internet_charge_type = "95BandwidthByMonth"
  payment_type         = "PayAsYouGo"
}

resource "alicloud_ens_eip_instance_attachment" "edge" {
  allocation_id = alicloud_ens_eip.edge.id
  instance_id   = alicloud_ens_instance.edge.id
}

# Gateways

resource "alicloud_fc_custom_domain" "old" {
  domain_name = "fc.example.cn"
  protocol    = "HTTP"
}

resource "alicloud_fcv3_custom_domain" "new" {
  custom_domain_name = "fcv3.example.cn"
  protocol           = "HTTP"
}

resource "alicloud_fcv3_trigger" "http" {
  function_name = "site"
  qualifier     = "LATEST"
  trigger_type  = "http"
}

resource "alicloud_api_gateway_group" "site" {
  name = "site"
}

resource "alicloud_mse_gateway" "site" {
  replica    = 2
  spec       = "MSE_GTW_2_4_200_c"
  vpc_id     = alicloud_vpc.site.id
  vswitch_id = alicloud_vswitch.site.id
}

# Names

resource "alicloud_alidns_record" "site" {
  for_each = {
    alb    = alicloud_alb_load_balancer.site.dns_name
    nlb    = alicloud_nlb_load_balancer.site.dns_name
    api    = alicloud_api_gateway_group.site.sub_domain
    second = alicloud_eip_address.site["second"].ip_address
    nat    = alicloud_eip_address.site["nat"].ip_address
    havip  = alicloud_eip_address.site["virtual"].ip_address
    six    = alicloud_vpc_ipv6_address.site.ipv6_address
    eci    = alicloud_eci_container_group.site.internet_ip
    sae    = alicloud_sae_load_balancer_internet.site.internet_ip
    ack    = alicloud_cs_managed_kubernetes.site.slb_internet
  }

  domain_name = "example.cn"
  rr          = each.key
  type        = each.key == "six" ? "AAAA" : contains(["alb", "nlb", "api"], each.key) ? "CNAME" : "A"
  value       = each.value
}

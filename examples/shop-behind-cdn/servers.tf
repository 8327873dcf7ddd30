data "alicloud_images" "linux" {
  name_regex  = "^aliyun_3_x64"
  owners      = "system"
  most_recent = true
}

resource "alicloud_instance" "shop" {
  count = 2

  instance_name   = "shop-${count.index + 1}"
  instance_type   = "ecs.c7.xlarge"
  image_id        = data.alicloud_images.linux.images[0].id
  vswitch_id      = alicloud_vswitch.shop[count.index].id
  security_groups = [alicloud_security_group.shop.id]

  system_disk_category = "cloud_essd"
  system_disk_size     = 80

  instance_charge_type = "PrePaid"
  period               = 12
  renewal_status       = "AutoRenewal"
  auto_renew_period    = 12

  # The first one has public bandwidth of its own, so that a filing can be made with it.
  internet_charge_type       = "PayByTraffic"
  internet_max_bandwidth_out = count.index == 0 ? 1 : 0
}

resource "alicloud_slb_load_balancer" "shop" {
  load_balancer_name   = "shop"
  address_type         = "internet"
  load_balancer_spec   = "slb.s2.small"
  internet_charge_type = "PayByTraffic"
}

resource "alicloud_slb_backend_server" "shop" {
  load_balancer_id = alicloud_slb_load_balancer.shop.id

  dynamic "backend_servers" {
    for_each = alicloud_instance.shop
    content {
      server_id = backend_servers.value.id
      weight    = 100
    }
  }
}

resource "alicloud_slb_listener" "http" {
  load_balancer_id          = alicloud_slb_load_balancer.shop.id
  frontend_port             = 80
  backend_port              = 8080
  protocol                  = "http"
  bandwidth                 = -1
  health_check              = "on"
  health_check_uri          = "/healthz"
  health_check_connect_port = 8080
}

# Two providers of one name: the root's own, and the one that its module asks for; and a provider inside a module.
provider "alicloud" {
  region = "cn-shanghai"
}

variable "inner" {
  default = "cn-chengdu"
}

variable "maybe" {
  default = ""
}

provider "alicloud" {
  alias  = "maybe"
  region = var.maybe == "" ? "cn-wulanchabu" : var.maybe
}

module "foreign" {
  source = "./foreign"
}

module "own" {
  source = "./own"
  region = var.inner
}

resource "alicloud_oss_bucket" "root" {
  bucket = "root-example-cn"
}

resource "alicloud_oss_bucket" "maybe" {
  provider = alicloud.maybe
  bucket   = "maybe-example-cn"
}

terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "alicloud" {
  region = "cn-shanghai"
}

# The account outside China holds the zones, and the site for visitors abroad.
provider "aws" {
  region = "us-east-1"
}

# The accounts in China are others, with keys of their own.
provider "aws" {
  alias   = "beijing"
  region  = "cn-north-1"
  profile = "china"
}

provider "aws" {
  alias   = "ningxia"
  region  = "cn-northwest-1"
  profile = "china"
}

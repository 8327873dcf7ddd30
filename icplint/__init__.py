"""Check Terraform and Alibaba Cloud inventory for compliance with mainland China's ICP filing."""

__version__ = "0.1.0"

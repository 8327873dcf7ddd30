"""Check Terraform and Alibaba Cloud inventory for compliance with mainland China's ICP filing."""

__version__ = "0.1.0"

HOME = "https://github.com/icplint/icplint"
"""Where the project, and its documentation, is found."""

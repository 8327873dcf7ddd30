"""A word tells a type apart only where the type is that thing: what serves visitors is asked for its names."""

from __future__ import annotations

import pytest

from icplint.resources.neutral import neutral
from icplint.testing import judged


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("aws_cognito_user_pool_domain", 'domain = "www.example.cn"\nuser_pool_id = "x"\ncertificate_arn = "arn"'),
        ("okta_domain", 'name = "www.example.cn"'),
        ("betteruptime_status_page", 'custom_domain = "www.example.cn"'),
        ("sendgrid_link_branding", 'domain = "www.example.cn"'),
        (
            "tencentcloud_cos_bucket_domain_certificate_attachment",
            'bucket = "b-1250000000"\ndomain_certificate {\ndomain = "www.example.cn"\n}',
        ),
        ("qiniu_image_site", 'domain = "www.example.cn"'),
        ("acme_sso_portal", 'hostname = "www.example.cn"'),
        ("acme_repository_server", 'hostname = "www.example.cn"'),
        ("acme_captcha_page", 'hostname = "www.example.cn"'),
        ("acme_security_frontend", 'host = "www.example.cn"'),
        ("acme_image_domain", 'domain = "www.example.cn"'),
        ("checkly_dashboard", 'custom_domain = "www.example.cn"'),
        ("mailgun_tracking", 'custom_hostname = "www.example.cn"'),
        ("datadog_public_board", 'custom_url = "https://www.example.cn/board"'),
        ("acme_tag_manager", 'domain = "www.example.cn"'),
    ],
)
def test_a_type_that_serves_is_doubt_whatever_word_stands_in_its_name(kind: str, body: str) -> None:
    found = judged(f'resource "{kind}" "x" {{\n{body}\n}}\n').of("ICP101")
    assert found == {"www.example.cn": "cannot-tell"}


@pytest.mark.parametrize(
    "kind",
    [
        "aws_iam_role_policy_attachment",
        "aws_security_group_rule",
        "aws_vpc_security_group_ingress_rule",
        "aws_cognito_user_pool_client",
        "aws_cognito_user",
        "aws_cognito_identity_provider",
        "aws_kms_key",
        "aws_db_instance",
        "aws_sns_topic_subscription",
        "aws_cloudwatch_log_group",
        "aws_acm_certificate_validation",
        "azurerm_network_security_group",
        "azurerm_key_vault_secret",
        "google_compute_firewall",
        "google_service_account_key",
        "google_project_iam_member",
        "google_secret_manager_secret_version",
        "tencentcloud_security_group_rule_set",
        "volcengine_rds_mysql_instance",
        "huaweicloud_identity_role_assignment",
        "cloudflare_email_routing_rule",
        "acme_image",
        "acme_repository",
        "acme_user_group_membership",
        "github_repository_webhook",
        "grafana_data_source",
        "vsphere_host",
        "vercel_project_environment_variable",
        "aws_ssm_parameter",
        "gitlab_project_hook",
        "aws_apigatewayv2_integration",
    ],
)
def test_what_a_type_is_at_its_end_or_by_its_product_still_tells_it_apart(kind: str) -> None:
    assert neutral(kind) is not None


def test_a_type_that_is_told_apart_is_counted_among_the_unknown_only_where_it_names_a_customer_s_website() -> None:
    page = 'resource "checkly_dashboard" "x" {\nheader = "www.example.cn"%s\n}\n'
    assert judged(page % "").report["unknown_types"] == []
    named = judged(page % '\ncustom_domain = "www.example.cn"')
    assert [one["type"] for one in named.report["unknown_types"]] == ["checkly_dashboard"]
    unknown = judged('variable "name" {\n}\n' + page % "\ncustom_domain = var.name")
    assert unknown.of("ICP101") == {"checkly_dashboard.x": "cannot-tell"}


@pytest.mark.parametrize("kind", ["acme_server", "acme_compute_instance_v2", "acme_dedicated_server", "acme_node"])
def test_what_a_machine_calls_itself_is_no_website(kind: str) -> None:
    assert judged(f'resource "{kind}" "x" {{\nhostname = "web-1.example.cn"\n}}\n').of("ICP101") == {}

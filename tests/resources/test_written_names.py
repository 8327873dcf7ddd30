"""A host name in a type that nobody knows is doubt under any argument, and what only looks like one is none."""

from __future__ import annotations

import pytest

from icplint.resources.written_names import written_names
from icplint.testing import judged


def doubts(kind: str, body: str) -> set[str]:
    found = judged(f'resource "{kind}" "x" {{\n{body}\n}}\n').of("ICP101")
    assert set(found.values()) <= {"cannot-tell"}
    return set(found)


@pytest.mark.parametrize(
    "body",
    [
        'public_url = "https://www.example.cn/"',
        'base_url = "https://www.example.cn"',
        'root_url = "www.example.cn:8443"',
        'site = "www.example.cn"',
        'name = "www.example.cn"',
        'cname_record = "www.example.cn"',
        'routes = ["www.example.cn/*"]',
        'apex = "www.example.cn"',
        'listen_on = "www.example.cn"',
        'web {\nurl = "HTTP://www.example.cn:8080/a?b=c"\n}',
        'serves = { main = ["www.example.cn,www.example.cn."] }',
        'data = jsonencode({ name = "www.example.cn", type = "A", value = "198.51.100.1" })',
        'body = jsonencode([{ records = [{ name = "www.example.cn" }] }])',
        'body = jsonencode({ routes = [["www.example.cn/*"]] })',
        'payload = "{\\"site\\": {\\"url\\": \\"https://www.example.cn/\\"}}"',
        'locals = "www.${var.zone}"\n}\nvariable "zone" {\ndefault = "example.cn"',
    ],
)
def test_a_written_name_is_doubt_whatever_the_argument_is_called(body: str) -> None:
    assert doubts("acme_app", body) == {"www.example.cn"}


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        ("entry", "index.html"),
        ("entry", "main.py"),
        ("entry", "run.sh"),
        ("entry", "metadata.name"),
        ("entry", "com.example.app"),
        ("entry", "admin@example.cn"),
        ("entry", "ghcr.io/acme/app:1.2"),
        ("entry", "registry.example.cn/team/app"),
        ("entry", "a sentence about www.example.cn"),
        ("entry", "https://user:secret@www.example.cn/"),
        ("entry", "https://www.example.cn/ or so"),
        ("entry", "https://api.acme.cn/v1"),
        ("entry", "lambda.amazonaws.com"),
        ("entry", "*.oss-cn-hangzhou.aliyuncs.com"),
        ("entry", "198.51.100.7"),
        ("entry", "localhost"),
        ("entry", "_acme-challenge.example.cn"),
        ("source", "git.example.cn"),
        ("repository", "https://charts.example.cn"),
        ("image", "registry.example.cn"),
        ("package_name", "example.cn"),
        ("api_endpoint", "https://api.example.cn"),
        ("email_domain", "example.cn"),
        ("sender", "mail.example.cn"),
        ("webhook_url", "https://hooks.example.cn/1"),
        ("callbacks", "https://www.example.cn/back"),
        ("cors_allowed", "https://www.example.cn"),
        ("zone", "example.cn"),
        ("upstream", "www.example.cn"),
        ("name", "https://www.example.cn"),
        ("name", "www.example.cn/*"),
        ("description", "www.example.cn"),
        ("version", "v1.beta.cn"),
        ("policy", '{"Resource": "www.example.cn", "Where": "www.example.cn"}'),
        ("data", '{"image": "registry.example.cn", "source": {"host": "git.example.cn"}}'),
        ("data", '{"site": "www.example.cn"'),
        ("data", "[" * 50_000),
        ("spec", '[{"image": "a", "environment": [{"name": "URL", "value": "https://api.example.cn"}]}]'),
        ("monitor_contacts", '[{"at": "www.example.cn"}]'),
        ("config_vars", "https://api.example.cn"),
    ],
)
def test_what_only_looks_like_a_name_or_is_what_others_serve_is_none(argument: str, value: str) -> None:
    assert list(written_names({argument: value}, "acme")) == []


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("acme_server", 'name = "web.example.cn"'),
        ("acme_dns_ptr_record", 'ip = "198.51.100.7"\nreverse_name = "web.example.cn"'),
        ("alicloud_some_new_thing", 'site = "www.example.cn"'),
        ("helm_release", 'set {\nname = "externalDatabase.host"\nvalue = "db.example.cn"\n}'),
        ("acme_app", 'item {\nname = "www.example.cn"\n}'),
        ("acme_app", 'tags = {\nsite = "www.example.cn"\n}'),
    ],
)
def test_machines_records_clusters_and_a_schema_that_was_gone_over_keep_their_own_rules(kind: str, body: str) -> None:
    assert doubts(kind, body) == set()


def test_a_name_says_in_which_argument_it_stands() -> None:
    (found,) = written_names({"web": [{"at": "https://www.example.cn/"}]}, "acme")
    assert found == ("www.example.cn", "web")

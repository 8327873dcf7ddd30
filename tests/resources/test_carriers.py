"""Names in what others apply: files, templates, requests, charts. Where one is written, it is doubt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from icplint.testing import icplint, judged

INGRESS = 'kind = "Ingress"\nspec = { rules = [{ host = "www.example.cn" }] }'
CALL = (
    '{ Tasks = [{ Action = "ACS::ExecuteApi", Properties = { Service = "alidns", API = "AddDomainRecord", '
    'Parameters = { DomainName = "www.example.cn", RR = "@" } } }] }'
)
STACK = '{ Resources = { C = { Type = "ALIYUN::CDN::Domain", Properties = { DomainName = "www.example.cn" } } } }'
HELM = 'helm {\nparameter {\nname = "ingress.host"\nvalue = "www.example.cn"\n}\n}'
VALUES = 'helm {\nvalues = "ingress:\\n  host: www.example.cn\\n"\n}'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('data "external"', 'program = ["bash", "x.sh"]\nquery = { host = "www.example.cn", file = "x.sh" }'),
        ('data "http"', 'url = "https://api.example.com/a?name=www.example.cn"\nmethod = "POST"'),
        ('data "http"', 'url = "https://api.example.com"\nmethod = "put"\nrequest_body = "name=www.example.cn&a=b"'),
        ('resource "local_file"', f"content = yamlencode({{\n{INGRESS}\n}})"),
        ('resource "local_sensitive_file"', f"content = jsonencode({{\n{INGRESS}\n}})"),
        ('resource "local_file"', 'content = "kind: HTTPRoute\\nspec:\\n  hostnames:\\n    - www.example.cn\\n"'),
        ('resource "alicloud_oos_template"', f"content = jsonencode({CALL})"),
        (
            'resource "alicloud_ros_stack"',
            f"template_body = jsonencode({STACK})",
        ),
        ('resource "argocd_application"', f"spec {{\nsource {{\n{HELM}\n}}\n}}"),
        ('resource "argocd_application"', f"spec {{\nsource {{\n{VALUES}\n}}\n}}"),
    ],
)
def test_what_others_apply_is_doubt_about_the_names_in_it(head: str, body: str) -> None:
    assert judged(f'{head} "x" {{\n{body}\n}}\n').of("ICP101") == {"www.example.cn": "cannot-tell"}


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('data "http"', 'url = "https://www.example.cn/?name=www.example.cn"'),
        ('data "http"', 'url = "https://www.example.cn/"\nmethod = "POST"'),
        ('data "external"', 'program = ["python3", "www.example.cn"]\nquery = { file = "main.py", id = "com.app" }'),
        ('resource "local_file"', 'content = "host: www.example.cn"'),
        ('resource "local_file"', 'content = "kind: ConfigMap\\nhost: www.example.cn\\n"'),
        ('resource "alicloud_oos_template"', 'content = jsonencode({ Tasks = [{ DomainName = "www.example.cn" }] })'),
        (
            'resource "argocd_application"',
            'spec {\nsource {\nrepo_url = "https://git.example.cn"\n}\ndestination {\nserver = "k.example.cn"\n}\n}',
        ),
    ],
)
def test_what_only_mentions_a_name_is_none(head: str, body: str) -> None:
    assert judged(f'{head} "x" {{\n{body}\n}}\n').of("ICP101") == {}


CHART = "ingress:\n  host: www.example.cn\n"


def doubted(top: Path, source: str, files: dict[str, str]) -> set[str]:
    """Return the names that are doubt in a root module with these files below the same directory."""
    for name, text in {"site/main.tf": source, **files}.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text, encoding="utf-8")
    said = icplint("check", top / "site", "--format", "json", "--isolated")
    report = json.loads(said.out)
    assert (said.err, report["errors"]) == ("", [])
    assert {one["outcome"] for one in report["findings"]} <= {"cannot-tell"}
    return {one["subject"]["key"] for one in report["findings"]}


@pytest.mark.parametrize(
    "source",
    [
        'resource "helm_release" "x" {\n  name  = "x"\n  chart = "./chart"\n}\n',
        'resource "helm_release" "x" {\n  count = 2\n  chart = "${path.module}/chart"\n}\n',
        'data "helm_template" "x" {\n  chart = "chart/"\n}\n',
    ],
)
def test_the_values_of_a_local_chart_are_doubt(source: str, tmp_path: Path) -> None:
    files = {"site/chart/Chart.yaml": "name: x\n", "site/chart/values.yaml": CHART}
    assert doubted(tmp_path, source, files) == {"www.example.cn"}


def test_manifests_by_a_pattern_are_doubt(tmp_path: Path) -> None:
    source = 'data "kubectl_path_documents" "x" {\n  pattern = "./manifests/*.yaml"\n}\n'
    route = "kind: HTTPRoute\nspec:\n  hostnames:\n    - %s.example.cn\n"
    files = {"site/manifests/a.yaml": route % "a", "site/manifests/b.yml": route % "b", "site/c.yaml": route % "c"}
    assert doubted(tmp_path, source, files) == {"a.example.cn"}


@pytest.mark.parametrize(
    "chart", ["../../outside", "https://charts.example.cn", "", "chart\\u0000", "link", "gone", "big"]
)
def test_of_a_chart_only_what_is_in_the_tree_is_read(chart: str, tmp_path: Path) -> None:
    files = {"../outside/values.yaml": CHART, "site/big/values.yaml": CHART + "#" * (1 << 20)}
    (tmp_path / "top/.git").mkdir(parents=True)
    (tmp_path / "top/site").mkdir()
    (tmp_path / "top/site/link").symlink_to(tmp_path / "outside")
    assert doubted(tmp_path / "top", f'resource "helm_release" "x" {{\n  chart = "{chart}"\n}}\n', files) == set()

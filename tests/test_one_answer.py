"""The same files give the same answer: whatever path comes first, wherever one stands, however a path is written."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from icplint.cli.editing import report_of

ROOTS: Final = ("infra/blog", "infra/shop", "infra/site")
SITE: Final = """
provider "alicloud" { region = "cn-hangzhou" }
resource "alicloud_instance" "web" {
  internet_max_bandwidth_out = 5
  instance_charge_type       = "PostPaid"
}
resource "alicloud_alidns_record" "www" {
  domain_name = "DOMAIN"
  rr          = "www"
  type        = "A"
  value       = alicloud_instance.web.public_ip
}
resource "alicloud_alidns_record" "to" {
  domain_name = "NEXT"
  rr          = "partner"
  type        = "CNAME"
  value       = "x.edge.example.net"
}
"""
FILES: Final = {
    "infra/blog/main.tf": "# icplint: ignore[ICP101] of nothing\n"
    + SITE.replace("DOMAIN", "blog-example.cn").replace("NEXT", "other-example.cn"),
    "infra/blog/filings.toml": '[[filing]]\ndomain = "blog-example.cn"\nlicence = "京ICP备2023001234号-1"\n',
    "infra/blog/icplint.toml": (
        'baseline = "accepted.json"\n[[suffix]]\npattern = "*.edge.example.net"\nservice = "cdn"\n'
        'provider = "wangsu"\nlocation = "mainland"\n'
    ),
    "infra/shop/main.tf": SITE.replace("DOMAIN", "shop-example.cn").replace("NEXT", "site-example.cn"),
    "infra/shop/books/all.csv": "domain,licence\nshop-example.cn,京ICP备2023001234号-2\n",
    "infra/shop/icplint.toml": 'filings = ["books/all.csv"]\nignore = ["ICP3"]\nstrict = true\n',
    "infra/site/main.tf": SITE.replace("DOMAIN", "site-example.cn").replace("NEXT", "blog-example.cn"),
    "infra/site/pyproject.toml": (
        '[tool.icplint]\nfail-on = "never"\n[[tool.icplint.suppress]]\ncheck = "ICP301"\n'
        'subject = "alicloud_instance.web"\nreason = "a trial"\n'
    ),
    "filings.toml": '[[filing]]\ndomain = "holding-example.cn"\nlicence = "京ICP备2023001234号-3"\n',
}
FORMS: Final[dict[str, Callable[[Path, Path], str]]] = {
    "relative": os.path.relpath,
    "dotted": lambda path, base: f"./{os.path.relpath(path, base)}/",
    "absolute": lambda path, _base: str(path),
    "back": lambda path, base: f"{os.path.relpath(path, base)}/../{path.name}",
    "linked": lambda path, base: os.path.relpath(path.parents[1] / "links" / path.name, base),
}


class Told(NamedTuple):
    """What a finding is, without its words and places."""

    code: str
    fingerprint: str
    outcome: str
    key: str
    root: str | None
    roots: tuple[str, ...]
    reason: str | None


Answer = tuple[int, set[Told]]


@pytest.fixture
def estate(tmp_path: Path) -> Path:
    """A repository of three roots with registers, settings and a baseline of their own, and links to them."""
    top = tmp_path / "repository"
    for name, text in FILES.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text, encoding="utf-8")
    (top / ".git").mkdir()
    (top / "links").mkdir()
    for root in ROOTS:
        (top / "links" / Path(root).name).symlink_to(top / root, target_is_directory=True)
    return top


@pytest.fixture
def answer(icplint: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Answer]:
    """Return the exit code and what each finding is, for paths from a directory."""

    def answered(base: Path, *paths: str) -> Answer:
        monkeypatch.chdir(base)
        done = icplint("check", *paths, "--format", "json", "--all", "--on", "2026-11-24", "--lang", "en")
        return done.code, {
            Told(
                code=f["code"],
                fingerprint=f["fingerprint"],
                outcome=f["outcome"],
                key=f["subject"]["key"],
                root=f["subject"].get("root"),
                roots=tuple(f["roots"]),
                reason=f["suppressed"] and f["suppressed"]["reason"],
            )
            for f in json.loads(done.out)["findings"]
        }

    return answered


def test_neither_order_nor_place_nor_form_changes_anything(
    estate: Path, answer: Callable[..., Answer], icplint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(estate / "infra/blog")
    assert icplint("baseline", "write", ".", "--select", "ICP301").code == 0
    places = [estate, estate / "infra/shop", estate.parent]
    expected = answer(estate, *ROOTS)
    for base in places:
        for form in FORMS.values():
            for order in permutations(ROOTS):
                paths = [form(estate / root, base) for root in order]
                assert answer(base, *paths) == expected, (base, paths)
    assert answer(estate, ".") == answer(estate / "infra", ".") == answer(estate.parent, "repository") == expected
    assert "ICP001" in {f.code for f in expected[1]}, "a comment in a file, of no block"
    edited = report_of(estate, {})
    assert {(f.fingerprint, f.outcome, bool(f.suppressed)) for f in edited.findings} == {
        (f.fingerprint, f.outcome, f.reason is not None) for f in expected[1]
    }, "an editor that has the repository open"


def test_what_each_root_says_holds_for_its_findings(estate: Path, answer: Callable[..., Answer]) -> None:
    (estate / "infra/blog/accepted.json").write_text('{"version": 1, "read": ["."], "findings": []}', encoding="utf-8")
    code, found = answer(estate, "infra")
    servers = {(f.root, f.reason) for f in found if f.code == "ICP301"}
    assert servers == {("infra/blog", None), ("infra/site", "a trial")}, "the shop asks no ICP3"
    partners = {f.key: (f.roots, f.outcome) for f in found if f.code == "ICP101" and f.key.startswith("partner.")}
    assert partners == {
        "partner.other-example.cn": (("infra/blog",), "violation"),
        "partner.site-example.cn": (("infra/shop",), "cannot-tell"),
        "partner.blog-example.cn": (("infra/site",), "compliant"),
    }, "only the blog knows where names under edge.example.net lead"
    assert code == 1, "the shop is strict"


BOTH: Final = """
provider "alicloud" { region = "cn-hangzhou" }
resource "alicloud_eip_address" "a" {}
resource "alicloud_alidns_record" "both" {
  domain_name = "both-example.cn"
  rr          = "www"
  type        = "A"
  value       = alicloud_eip_address.a.ip_address
}
"""
ACCEPTS: Final = '[[suppress]]\ncheck = "ICP101"\nsubject = "www.both-example.cn"\nreason = "agreed"\n'


@pytest.mark.parametrize(
    ("one", "two", "code", "suppressed"),
    [
        (ACCEPTS, "", 1, None),
        (ACCEPTS, ACCEPTS, 0, "agreed"),
        ('ignore = ["ICP1"]\n', "", 1, None),
        ('ignore = ["ICP1"]\n', 'ignore = ["ICP1"]\n', 0, ()),
        ('fail-on = "never"\n', "", 1, None),
        ('fail-on = "never"\n', 'fail-on = "never"\n', 0, None),
        ('unfileable = ["cn"]\n', "", 1, None),
    ],
)
def test_where_a_finding_spans_two_roots_the_stricter_holds(
    one: str, two: str, code: int, suppressed: object, tmp_path: Path, answer: Callable[..., Answer]
) -> None:
    """A name that two roots declare; the register is for both."""
    (tmp_path / "filings.toml").write_text(FILES["filings.toml"], encoding="utf-8")
    for name, settings in (("one", one), ("two", two)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "main.tf").write_text(BOTH, encoding="utf-8")
        (tmp_path / name / "icplint.toml").write_text(settings, encoding="utf-8")
    for order in (("one", "two"), ("two", "one")):
        exit_code, found = answer(tmp_path, *order)
        told = [(f.key, f.roots, f.reason) for f in found if f.outcome == "violation"]
        assert exit_code == code
        if suppressed == ():
            continue
        assert told == [("www.both-example.cn", ("one", "two"), suppressed)]


def test_what_was_given_replaces_what_would_be_found(
    estate: Path, icplint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(estate)

    def inputs(*options: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        done = icplint("check", "infra", *options, "--format", "json", "--no-suppressions")
        found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for one in json.loads(done.out)["inputs"]:
            found.setdefault(one["kind"], []).append((one["path"], tuple(one.get("roots", ()))))
        return found

    assert inputs()["settings"] == [
        ("infra/blog/icplint.toml", ("infra/blog",)),
        ("infra/shop/icplint.toml", ("infra/shop",)),
        ("infra/site/pyproject.toml", ("infra/site",)),
    ]
    assert inputs()["register"] == [
        ("filings.toml", ("infra/site",)),
        ("infra/blog/filings.toml", ("infra/blog",)),
        ("infra/shop/books/all.csv", ("infra/shop",)),
    ]
    assert inputs("--filings", "filings.toml")["register"] == [("filings.toml", ROOTS)]
    assert "settings" not in inputs("--isolated")
    given = inputs("--config", "infra/shop/icplint.toml")
    assert given["settings"] == [("infra/shop/icplint.toml", ROOTS)]
    assert given["register"] == [("infra/shop/books/all.csv", ROOTS)]


def test_a_register_in_the_tree_that_no_root_reads_is_named(
    estate: Path, icplint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (estate / "compliance").mkdir()
    (estate / "compliance/filings.csv").write_text("domain,licence\n", encoding="utf-8")
    monkeypatch.chdir(estate)
    done = icplint("check", "--format", "json", "--lang", "en", "--no-suppressions")
    assert json.loads(done.out)["unused"] == [{"kind": "register", "path": "compliance/filings.csv"}]
    assert "note: the register compliance/filings.csv is not read" in done.err


def test_a_file_means_the_roots_that_use_it_wherever_one_stands(
    estate: Path, icplint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (estate / "modules/name").mkdir(parents=True)
    (estate / "modules/name/main.tf").write_text(BOTH, encoding="utf-8")
    for root in ROOTS[:2]:
        (estate / root / "name.tf").write_text('module "name" { source = "../../modules/name" }\n', encoding="utf-8")
    expected = None
    for base in (estate, estate / "infra/shop", estate / "modules/name", estate.parent):
        monkeypatch.chdir(base)
        path = os.path.relpath(estate / "modules/name/main.tf", base)
        done = icplint("check", path, "--format", "json", "--all", "--no-suppressions")
        roots = {root for finding in json.loads(done.out)["findings"] for root in finding["roots"]}
        assert roots == {"infra/blog", "infra/shop"}
        found = sorted(finding["fingerprint"] for finding in json.loads(done.out)["findings"])
        expected = expected or found
        assert found == expected


def test_each_root_has_its_own_baseline_written(estate: Path, icplint: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(estate)
    assert icplint("baseline", "write", "infra", "--lang", "en", "--on", "2026-11-24").code == 0
    written = {
        name: {entry["subject"]["key"] for entry in json.loads((estate / "infra" / name).read_bytes())["findings"]}
        for name in ("blog/accepted.json", "shop/icplint-baseline.json", "site/icplint-baseline.json")
    }
    assert "partner.other-example.cn" in written["blog/accepted.json"]
    assert "partner.site-example.cn" in written["shop/icplint-baseline.json"]
    assert not written["blog/accepted.json"] & written["shop/icplint-baseline.json"]
    monkeypatch.chdir(estate / "infra/shop")
    done = icplint("check", "../blog", "--on", "2026-11-24", "--format", "json")
    assert [f["subject"]["key"] for f in json.loads(done.out)["findings"] if not f["suppressed"]] == [
        "infra/blog/main.tf: ignore[ICP101]"
    ], "a suppression that matches nothing is not accepted"


@pytest.mark.parametrize("names", [5, 6, 40])
def test_a_root_counts_where_its_part_of_a_long_argument_is_not_told(
    names: int, icplint: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of many names behind an instance the first few are told; that of a stricter root is the last."""
    record = (
        'resource "alicloud_alidns_record" "r{n}" {{\n  domain_name = "example.cn"\n  rr = "n{n}"\n  type = "A"\n'
        "  value = alicloud_instance.web.public_ip\n  status = var.status\n}}\n"
    )
    server = SITE.split("resource", 2)
    lay = {
        "a/main.tf": 'variable "status" {}\n'
        + "resource".join(server[:2])
        + "".join(record.format(n=n) for n in range(names)),
        "b/main.tf": SITE[SITE.index('resource "alicloud_alidns_record" "to"') :]
        .replace("NEXT", "example.cn")
        .replace("x.edge.example.net", "n0.example.cn"),
        "a/icplint.toml": 'select = ["ineligible-instance"]\n',
        "b/icplint.toml": 'select = ["ineligible-instance"]\nstrict = true\n',
    }
    for name, text in lay.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = icplint("check", ".", "--format", "json")
    (finding,) = json.loads(done.out)["findings"]
    assert [Path(root).name for root in finding["roots"]] == ["a", "b"]
    assert (finding["outcome"], done.code) == ("cannot-tell", 1)

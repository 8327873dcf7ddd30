"""What becomes known settles doubts, and never turns a violation into compliance or the other way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icplint.findings.run import run
from icplint.graph.build import build
from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.model.reading import whole_zone
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Domain
from icplint.policy import Policy
from icplint.registry import registry

Answers = dict[tuple[str, str, str], bool | None]
"""Code, kind and key of the subject -> the answer; a name that is not known goes by the address of its resource."""

KNOWN = registry()
ZONES = ("example.cn", "example.com", "example.io")
HOSTS = ("www", "@", "*", "shop")
ALIBABA_IP, OTHER_IP, NOWHERE_IP = "203.0.113.7", "198.51.100.7", "192.0.2.7"
NAMES = ("www.example.cn", "shop.example.com", "alb-x.cn-hangzhou.alb.aliyuncs.com", "x.cn-hongkong.fcapp.run")
LITERALS = (ALIBABA_IP, OTHER_IP, NOWHERE_IP, *NAMES)


@dataclass
class Site:
    """A configuration with holes, `var.h0` and so on, each with the value that fills it."""

    draw: Callable[..., Any]
    text: list[str] = field(default_factory=list)
    holes: dict[str, str] = field(default_factory=dict)

    def pick(self, *values: Any) -> Any:
        return self.draw(st.sampled_from(values))

    def hole(self, *values: str) -> str:
        """Return an expression for one of the values: a literal, or a variable that will have it."""
        value = self.pick(*values)
        if self.pick(False, False, True):
            name = f"h{len(self.holes)}"
            self.holes[name] = value
            return f"var.{name}"
        return f'"{value}"'

    def maybe(self, argument: str, *values: str) -> str:
        return f"  {argument} = {self.hole(*values)}\n" if self.pick(False, True) else ""

    def either(self, *references: str) -> str:
        """Return one of the references, or a choice between two that a variable makes."""
        if len(references) > 1 and self.pick(False, False, True):
            first, second = self.draw(st.permutations(references))[:2]
            name = f"h{len(self.holes)}"
            self.holes[name] = self.pick("a", "b")
            return f'var.{name} == "a" ? {first} : {second}'
        return str(self.pick(*references))

    def block(self, kind: str, name: str, body: str) -> None:
        self.text.append(f'resource "{kind}" "{name}" {{\n{body}}}\n')


@st.composite
def sites(draw: Callable[..., Any]) -> Site:
    """Generate up to three instances, an address, a balancer, a CDN, and records that lead to them or elsewhere."""
    site = Site(draw)
    site.text.append(
        f'provider "alicloud" {{\n  region = {site.hole("cn-hangzhou", "cn-hangzhou", "cn-hongkong")}\n}}\n'
    )
    servers = [f"alicloud_instance.{name}" for name in "abc"[: site.pick(1, 2, 3)]]
    for server in servers:
        body = site.maybe("instance_charge_type", "PrePaid", "PrePaid", "PostPaid") + site.maybe("period", "1", "12")
        body += site.maybe("internet_max_bandwidth_out", "0", "5") + site.maybe(
            "renewal_status", "Normal", "AutoRenewal"
        )
        site.block(*server.split("."), body)
    ends = [f"{server}.public_ip" for server in servers] + _fronts(site, servers)
    for number in range(site.pick(1, 2, 3)):
        _record(site, number, ends)
    if site.pick(False, True):
        _esa(site, ends)
    return site


def _fronts(site: Site, servers: list[str]) -> list[str]:
    ends = []
    if site.pick(False, True):
        # The literal addresses of a source are not those of its own resources that apply will make: no hole here.
        site.block("alicloud_eip_address", "e", site.pick("", f'  ip_address = "{ALIBABA_IP}"\n'))
        to = site.either(*(f"{server}.id" for server in servers))
        site.block(
            "alicloud_eip_association", "e", f"  allocation_id = alicloud_eip_address.e.id\n  instance_id = {to}\n"
        )
        ends.append("alicloud_eip_address.e.ip_address")
    if site.pick(False, True):
        site.block("alicloud_slb_load_balancer", "l", site.maybe("address_type", "internet", "intranet"))
        to = site.either(*(f"{server}.id" for server in servers))
        body = (
            f"  load_balancer_id = alicloud_slb_load_balancer.l.id\n  backend_servers {{\n    server_id = {to}\n  }}\n"
        )
        site.block("alicloud_slb_backend_server", "l", body)
        ends.append("alicloud_slb_load_balancer.l.address")
    if site.pick(False, True):
        name = site.hole("www.example.cn", "cdn.example.com", ".example.cn")
        origin = (
            site.hole(*LITERALS) if site.pick(False, True) else site.either(*(f"{s}.public_ip" for s in servers), *ends)
        )
        body = f"  domain_name = {name}\n" + site.maybe("scope", "domestic", "overseas", "global")
        kind = site.pick("alicloud_cdn_domain_new", "alicloud_dcdn_domain")
        site.block(kind, "d", f"{body}  sources {{\n    content = {origin}\n  }}\n")
        ends.append(f"{kind}.d.cname")
    return ends


def _esa(site: Site, ends: list[str]) -> None:
    """A name of a site that its edge answers, or that is no more than a record."""
    body = f'  site_name = "example.com"\n  coverage = {site.hole("overseas", "domestic", "global")}\n'
    site.block("alicloud_esa_site", "s", body + site.maybe("paused", "false", "true"))
    value = site.hole(*LITERALS) if site.pick(False, False, True) else site.either(*ends)
    name = site.hole("www.example.com", "esa.example.com")
    body = f"  site_id = alicloud_esa_site.s.id\n  record_name = {name}\n  record_type = {site.hole('A/AAAA', 'CNAME', 'TXT')}\n"
    body += site.maybe("proxied", "true", "false")
    site.block("alicloud_esa_record", "s", f"{body}  data {{\n    value = {value}\n  }}\n")


def _record(site: Site, number: int, ends: list[str]) -> None:
    value = site.hole(*LITERALS) if site.pick(False, False, True) else site.either(*ends)
    kind = site.hole("A", "A", "CNAME", "TXT", "REDIRECT_URL")
    body = f"  domain_name = {site.hole(*ZONES)}\n  rr = {site.hole(*HOSTS)}\n  type = {kind}\n  value = {value}\n"
    site.block("alicloud_alidns_record", f"r{number}", body + site.maybe("status", "ENABLE", "DISABLE"))


PLACED = "".join(
    f'[[address]]\ncidr = "{ip}/32"\nlocation = "{place}"\nprovider = "{provider}"\n'
    for ip, place, provider in ((ALIBABA_IP, "mainland", "alibaba"), (OTHER_IP, "mainland", "tencent"))
)


@st.composite
def registers(draw: Callable[..., Any]) -> str:
    """Generate a register of some of the domains, with used codes, and with or without addresses."""
    rows = [PLACED] if draw(st.booleans()) else []
    for zone in draw(st.lists(st.sampled_from(ZONES[:2]), unique=True)):
        providers = draw(st.sampled_from(['["alibaba"]', '["tencent"]', '["alibaba", "tencent"]', None]))
        row = f'[[filing]]\ndomain = "{zone}"\nlicence = "京ICP备2023001234号-1"\n'
        rows.append(row + (f"access_providers = {providers}\n" if providers else ""))
    for name, count in (
        ("alicloud_instance.a", draw(st.sampled_from([0, 0, 4, 5]))),
        ("i-x", draw(st.sampled_from([0, 5]))),
    ):
        rows += [f'[[service_code]]\ninstance = "{name}"\ndomain = "{name[-1]}{n}.cn"\n' for n in range(count)]
    return "".join(rows)


def answers(site: Site, known: Mapping[str, str], register: str | None, whole: bool, on: date) -> Answers:
    """Return every answer about the site when those holes are filled."""
    variables = "".join(f'variable "{name}" {{}}\n' for name in site.holes)
    with TemporaryDirectory() as directory:
        base = Path(directory)
        (base / "main.tf").write_text(variables + "".join(site.text), encoding="utf-8")
        if register is not None:
            (base / "filings.toml").write_text(register, encoding="utf-8")
        files = [] if register is None else [base / "filings.toml"]
        request = Request(paths=["."], base=base, registers=files, variables=known, sources=lambda: KNOWN.sources)
        reading = read_inputs(request)
        assert reading.problems == []
        reading.complete |= {whole_zone(zone) for zone in ZONES} if whole else set()
        graph = build(reading, KNOWN.table, Policy(on))
        found = run(graph, KNOWN.checks, reading)
    assert found.problems == []
    return {(f.check.code, f.node.kind, _key(f.node)): f.answer.value for f in found.findings}


def _key(node: Any) -> str:
    return f"?{node.key}" if isinstance(node, Domain) and isinstance(node.name, Unknown) else node.key


def flips(before: Answers, after: Answers) -> dict[tuple[str, str, str], tuple[bool | None, bool | None]]:
    """Return what is answered otherwise.

    A name that was not known may turn out to be any: what was said of it, a doubt or a violation, holds for that one.
    """
    nameless: dict[str, set[bool | None]] = defaultdict(set)
    for (code, _, key), value in before.items():
        if key.startswith("?"):
            nameless[code].add(value)
    both = ((subject, before[subject], after[subject]) for subject in before if subject in after)
    return {
        subject: (was, now)
        for subject, was, now in both
        if None not in {was, now}
        and was is not now
        and not (subject[1] == "Domain" and {None, now} & nameless[subject[0]])
    }


DAYS = st.sampled_from([date(2018, 6, 15), date(2026, 11, 24)])
OFTEN = settings(
    max_examples=100, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)


@OFTEN
@given(sites(), registers(), st.booleans(), DAYS, st.data())
def test_filling_a_hole_flips_no_answer(site: Site, register: str, whole: bool, on: date, data: st.DataObject) -> None:
    some = data.draw(st.sets(st.sampled_from(sorted(site.holes)))) if site.holes else set()
    partly = {name: value for name, value in site.holes.items() if name in some}
    before = answers(site, partly, register, whole, on)
    after = answers(site, site.holes, register, whole, on)
    assert flips(before, after) == {}, "".join(site.text)


@OFTEN
@given(sites(), registers(), st.booleans(), DAYS)
def test_a_register_flips_nothing_but_what_is_on_record(site: Site, register: str, whole: bool, on: date) -> None:
    before = answers(site, site.holes, None, whole, on)
    after = answers(site, site.holes, register, whole, on)
    closed = {"ICP301", "ICP302", "ICP303"}  # what was not read is not on record: that is their question
    assert {s: f for s, f in flips(before, after).items() if s[0] not in closed} == {}, "".join(site.text)

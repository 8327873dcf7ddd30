"""Real Terraform that nobody here wrote is read whole, agrees with Terraform's plans, and no name goes unmentioned."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from icplint.findings.run import RAISED, Report, run
from icplint.graph.build import build
from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.model.reading import Reading
from icplint.policy import Policy
from icplint.registry import registry
from icplint.terraform.exports.plan import read_plan
from icplint.terraform.instances.configuration import Variables, read_configuration
from icplint.terraform.modules.loader import Loader

CORPORA: Final = Path(__file__).parents[2] / "shared" / "corpora"
PLANS: Final = CORPORA / "plans-alicloud"
pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not beside the checkout")

KINDS: Final = ("modules", "provider-examples", "provider-docs", "plans")
SERVING: Final = (
    "alicloud_alb_rule",
    "alicloud_alidns_cloud_gtm_instance_config",
    "alicloud_alidns_gtm_instance",
    "alicloud_alidns_record",
    "alicloud_apig_domain",
    "alicloud_cdn_domain",
    "alicloud_cdn_domain_new",
    "alicloud_dcdn_domain",
    "alicloud_dcdn_ipa_domain",
    "alicloud_ddoscoo_domain_resource",
    "alicloud_dns_record",
    "alicloud_esa_load_balancer",
    "alicloud_esa_record",
    "alicloud_esa_routine_related_record",
    "alicloud_esa_transport_layer_application",
    "alicloud_fc_custom_domain",
    "alicloud_fcv3_custom_domain",
    "alicloud_ga_domain",
    "alicloud_ga_forwarding_rule",
    "alicloud_live_domain",
    "alicloud_oss_bucket_cname",
    "alicloud_sae_ingress",
    "alicloud_scdn_domain",
    "alicloud_slb_domain_extension",
    "alicloud_slb_rule",
    "alicloud_vod_domain",
    "alicloud_waf_domain",
    "alicloud_wafv3_domain",
)
"""Types that give something a public host name. Zones, settings and certificates name domains and serve nothing."""

NOTHING_TO_SAY: Final = re.compile(r'\b(?:record_)?type"?\s*[=:]\s*"(?:TXT|MX|NS|SRV|CAA)"|"domainname"')
"""Records of these types are no websites (icp-rules); `domainname`, a page's placeholder, is below no public suffix."""

NAMED_IN: Final = {
    "alicloud_alb_rule": re.compile(r'\bhost_config"?(?: \{|: \[\{)'),
    "alicloud_ga_forwarding_rule": re.compile(r'\bhost_config"?(?: \{|: \[\{)'),
    "alicloud_slb_rule": re.compile(r'\bdomain"?\s*(?:=|: ")'),
}
"""Rules that go by the path or the cookie alone give nothing a name."""


known: Final = cache(registry)


def judged(reading: Reading) -> Report:
    """Return what all checks say."""
    return run(build(reading, known().table, Policy(date(2026, 11, 24))), known().checks, reading)


@dataclass(frozen=True, slots=True)
class Declared:
    """A resource as the input's text shows it: found without icplint's parsers."""

    kind: str
    name: str
    text: str

    @property
    def address(self) -> str:
        return f"{self.kind}.{self.name}"

    @property
    def names(self) -> bool:
        """Whether it gives something a host name, as far as its text tells."""
        written = NAMED_IN.get(self.kind)
        return not NOTHING_TO_SAY.search(self.text) and (written is None or bool(written.search(self.text)))


@dataclass(frozen=True, slots=True)
class Case:
    """One input, as one run would be given it."""

    kind: str
    name: str
    directory: Path
    path: str

    def report(self) -> Report:
        """Check it as `icplint check` would, without a register."""
        return judged(read_inputs(Request(paths=[self.path], base=self.directory, sources=lambda: known().sources)))

    def declared(self) -> Iterator[Declared]:
        """Yield the resources in it."""
        if self.kind == "plans":
            yield from _in_json(json.loads((self.directory / self.path).read_text(encoding="utf-8")))
            return
        for file in sorted(self.directory.rglob("*.tf")):
            yield from _in_terraform(file.read_text(encoding="utf-8"))


def _in_terraform(text: str) -> Iterator[Declared]:
    uncommented = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    for block in re.split(r"^(?=\w)", uncommented, flags=re.MULTILINE):
        if found := re.match(r'resource\s+"(\w+)"\s+"([\w-]+)"', block):
            yield Declared(found[1], found[2], block)


def _in_json(document: Any) -> Iterator[Declared]:
    """Yield what a plan leaves, or what a state holds, in either of its two forms."""
    if "resource_changes" in document:
        items = [item for item in document["resource_changes"] if item["change"].get("after") is not None]
    elif "values" in document:
        items = list(_shown(document["values"].get("root_module", {})))
    else:
        items = [item for item in document.get("resources", ()) if item["instances"]]
    for item in items:
        if item["mode"] == "managed":
            yield Declared(item["type"], item["name"], json.dumps(item))


def _shown(module: Any) -> Iterator[Any]:
    yield from module.get("resources", ())
    for child in module.get("child_modules", ()):
        yield from _shown(child)


def cases(copies: Path) -> Iterator[Case]:
    """Yield every input. A page's examples share a directory but are a configuration each, so they are copied apart."""
    for kind, top in (("modules", CORPORA / "modules"), ("provider-examples", CORPORA / "provider-examples/examples")):
        for directory in sorted(top.iterdir()):
            if any(directory.rglob("*.tf")):
                yield Case(kind, directory.name, directory, ".")
    for file in sorted((CORPORA / "provider-docs").glob("*/*/*.tf")):
        yield Case("provider-docs", str(file.relative_to(CORPORA)), apart(file, copies), ".")
    for file in sorted(PLANS.iterdir()):
        if file.name not in {"README.md", "index.json"}:
            yield Case("plans", file.name, PLANS, file.name)


def apart(file: Path, copies: Path) -> Path:
    """Return a directory that holds a copy of the file alone."""
    directory = copies / file.relative_to(CORPORA).with_suffix("")
    if not directory.exists():
        directory.mkdir(parents=True)
        (directory / file.name).write_bytes(file.read_bytes())
    return directory


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of an input: the report, or the exception instead of it."""

    case: Case
    report: Report | None
    error: str = ""

    def mentions(self) -> str:
        """Return all addresses and sentences of the report, in one text."""
        words: set[str] = set()
        if self.report is None:
            return ""
        for finding in self.report.findings:
            words.add(finding.node.key)
            words.update(evidence.say("en") for evidence in finding.answer.evidence)
            places = (finding.node.origin, *(evidence.origin for evidence in finding.answer.evidence))
            words.update(place.address for place in places if place and place.address)
        words.update(f"{unread.what} {unread.why.say('en')}" for unread in self.report.unread)
        words.update(problem.text.say("en") for problem in self.report.problems)
        return "\n".join(words)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("docs")


@pytest.fixture(scope="module")
def checked(copies: Path) -> list[Checked]:
    found = []
    for case in cases(copies):
        try:
            found.append(Checked(case, case.report()))
        except Exception as error:  # noqa: BLE001 - whatever it is, the test below names the input that it came of
            found.append(Checked(case, None, repr(error)))
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_input_is_checked_to_the_end(kind: str, checked: list[Checked]) -> None:
    ours = [one for one in checked if one.case.kind == kind]
    assert len(ours) > 10
    assert [(one.case.name, one.error) for one in ours if one.report is None] == []
    problems = [(one.case.name, p) for one in ours if one.report for p in one.report.problems]
    assert [(name, p.text.say("en")) for name, p in problems if p.text.en == RAISED.en] == []


@pytest.fixture(scope="module")
def silent(checked: list[Checked]) -> list[tuple[str, str]]:
    """Resources that serve a name and of which the report says nothing: type, and where."""
    found = []
    for one in checked:
        declared = [d for d in one.case.declared() if d.kind in SERVING and d.names]
        said = one.mentions() if declared else ""
        missing = [d for d in declared if not re.search(rf"(?<![\w-]){re.escape(d.address)}(?![\w-])", said)]
        found += [(d.kind, f"{one.case.name}: {d.address}") for d in missing]
    return found


@pytest.mark.parametrize("kind", SERVING)
def test_no_served_name_passes_in_silence(kind: str, silent: list[tuple[str, str]]) -> None:
    """A violation, a doubt or compliance; or an entry that says what was not read. Silence would be read as a pass."""
    assert [where for silent_kind, where in silent if silent_kind == kind] == []


@pytest.fixture(scope="module")
def pairs(copies: Path) -> list[tuple[str, Reading, Reading]]:
    """Each configuration that Terraform planned, with the variables of its plan, beside that plan."""
    found = []
    for entry in json.loads((PLANS / "index.json").read_text(encoding="utf-8"))["plans"]:
        source = CORPORA / entry["source"]
        directory = apart(source, copies) if source.suffix == ".tf" else source
        document = json.loads((PLANS / f"{entry['name']}.plan.json").read_text(encoding="utf-8"))
        given = {name: variable["value"] for name, variable in document.get("variables", {}).items()}
        configuration = read_configuration(directory, Loader(directory), Variables(planned=given))
        root = configuration.resources[0].root if configuration.resources else ""
        found.append((entry["name"], configuration, read_plan(document, file="plan.json", root=root)))
    return found


def test_what_terraform_plans_is_read_without_complaint(pairs: list[tuple[str, Reading, Reading]]) -> None:
    assert len(pairs) > 300
    assert [(name, p.text.say("en")) for name, *both in pairs for r in both for p in r.problems] == []


def test_a_configuration_expands_as_terraform_expands_it(pairs: list[tuple[str, Reading, Reading]]) -> None:
    """Where every module is there and every count is known, the addresses are the plan's, neither more nor fewer."""
    wrong = []
    for name, configuration, plan in pairs:
        if not configuration.unread and all(resource.certain for resource in configuration.resources):
            ours, theirs = (
                {r.address for r in reading.resources if not r.kind.startswith("data.")}
                for reading in (configuration, plan)
            )
            if ours != theirs:
                wrong.append((name, sorted(ours ^ theirs)))
    assert wrong == []


def test_a_configuration_is_judged_as_its_plan_is(pairs: list[tuple[str, Reading, Reading]]) -> None:
    """They never contradict each other.

    A plan may settle a doubt, as it has read data sources and has all modules; and the source may, as a plan has lost
    what `local.x` and `each.value` refer to.
    """
    different = []
    for name, *both in pairs:
        answers = []
        for reading in both:
            reading.complete.add("filing")  # nothing is filed: that gives the sharpest answers
            answers.append({(f.check.name, f.node.key): f.outcome for f in judged(reading).findings})
        source, plan = answers
        shared = source.keys() & plan.keys()
        different += [
            (name, *k, source[k], plan[k])
            for k in shared
            if "cannot-tell" not in {source[k], plan[k]} and source[k] != plan[k]
        ]
        different += [(name, *k) for k in source.keys() ^ plan.keys() if not both[0].unread]
    assert different == []

"""Documents of every other kind that a stranger may have written: odd in shape, in letters, in names, in kinds."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from attack import SITE, Attack

Make = Callable[[], Mapping[str, str | bytes]]

INSTALLED: Final = """
module "a" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "1.0.0"
}
"""
USED: Final = """
resource "alicloud_alidns_record" "used" {
  domain_name = "example.cn"
  rr          = "used"
  type        = "A"
  value       = %s
}
"""
LONG: Final = "a" * 3_000
SOURCE: Final = "registry.terraform.io/terraform-aws-modules/vpc/aws"


def installed(content: str | bytes) -> Mapping[str, str | bytes]:
    """Return a configuration with a modules.json."""
    return {"main.tf": SITE + INSTALLED, ".terraform/modules/modules.json": content}


def manifest(content: str | Any) -> Make:
    """Return what makes it, of a text or of a document."""
    return lambda: installed(content if isinstance(content, str) else json.dumps(content))


def one(**more: Any) -> Make:
    return manifest({"Modules": [{"Key": "a", "Source": SOURCE, "Version": "1.0.0", "Dir": ".", **more}]})


MANIFESTS: Final[Mapping[str, Make]] = {
    "nested lists": manifest("[" * 100_000 + "]" * 100_000),
    "nested objects": manifest('{"Modules":' * 100_000),
    "100 MB": lambda: installed(b'{"Modules":[' + b'{"Key":"a"},' * (9 << 20) + b"{}]}"),
    "empty lists": lambda: installed(b'{"Modules":[' + b"[]," * 1_300_000 + b"{}]}"),
    **{f"a document that is {word}": manifest(word) for word in ("1", "null", "true", "[]", "{}", '"x"', "1.5", "NaN", "")},
    **{
        f"modules that are {json.dumps(word)}": manifest({"Modules": word})
        for word in (None, 1, "x", {}, [1], [None], [[]], ["x"], [{"Key": 1}], [{"Key": "a", "Source": None, "Dir": "c"}])
    },
    "key that is a list": one(Key=[]),
    "directory that is a list": one(Dir=["."]),
    "directory with a zero": one(Dir="\0"),
    "directory of a long name": one(Dir=LONG),
    "directory that leads out": one(Dir="../../../../../../../../etc"),
    "directory that is absolute": one(Dir="/proc/self"),
    "directory that is a file": one(Dir="main.tf"),
    "directory that is half a character": one(Dir="\ud800"),
    "version of many digits": one(Version="1" * 5_000),
    "version of many parts": one(Version=".".join(["1"] * 50_000)),
    "module in itself": one(),
}  # fmt: skip

CROWDED: Final = "[]," * 4_000_000 + "[]"

SOURCES: Final[Mapping[str, Make]] = {
    "module with a long source": lambda: {"main.tf": f'module "a" {{\nsource = "./{LONG}"\n}}\n'},
    "module with a zero in its source": lambda: {"main.tf": 'module "a" {\nsource = "./\\u0000"\n}\n'},
    "module in a device": lambda: {"main.tf": 'module "a" {\nsource = "../../../../../../../dev/fd"\n}\n'},
    "files of long names": lambda: {
        "main.tf": "".join(
            USED.replace("used", name) % f'{name}("{LONG}"{more})'
            for name, more in (("file", ""), ("fileexists", ""), ("fileset", ', "*"'), ("templatefile", ", {}"), ("filemd5", ""))
        )
        + USED % f'fileset(path.module, "{LONG}/*")'
    },
    "files with zeros in their names": lambda: {
        "main.tf": "".join(
            USED.replace("used", name) % f'{name}("\\u0000"{more})'
            for name, more in (("file", ""), ("fileexists", ""), ("fileset", ', "*"'), ("abspath", ""), ("filemd5", ""))
        )
    },
    "remote state at a long path": lambda: {
        "main.tf": f'data "terraform_remote_state" "a" {{\nbackend = "local"\nconfig = {{ path = "{LONG}" }}\n}}\n'
        + USED % "data.terraform_remote_state.a.outputs.x"
    },
    "remote state that is itself": lambda: {
        "main.tf": 'terraform {\nbackend "local" {\npath = "a"\n}\n}\ndata "terraform_remote_state" "a" {\nbackend = "local"\nconfig = { path = "a" }\n}\n'
        'output "x" {\nvalue = data.terraform_remote_state.a.outputs.x\n}\n' + USED % "data.terraform_remote_state.a.outputs.x"
    },
    "variables that are nested": lambda: {"main.tf": 'variable "a" {}\n', "terraform.tfvars": f"a = {'[' * 20_000}{']' * 20_000}\n"},
    "variables of zeros": lambda: {"main.tf": 'variable "a" {}\n', "terraform.tfvars": b"\0" * 500_000},
    "variables in UTF-16": lambda: {"main.tf": 'variable "a" {}\n', "terraform.tfvars": 'a = "b"\n'.encode("utf-16")},
    "variables after a mark": lambda: {"main.tf": 'variable "a" {}\n', "x.auto.tfvars": '\ufeffa = "b"\r\n'},
    "variables that call": lambda: {"main.tf": 'variable "a" {}\n', "x.auto.tfvars": 'a = file("/etc/passwd")\n'},
    "variables in JSON that are nested": lambda: {"main.tf": 'variable "a" {}\n', "a.auto.tfvars.json": '{"a":' + "[" * 50_000 + "]" * 50_000 + "}"},
    "variables in JSON that are a list": lambda: {"main.tf": 'variable "a" {}\n', "a.auto.tfvars.json": "[1]"},
    "OpenTofu beside it": lambda: {"main.tf": "locals {}\n", "main.tofu": "locals {\nx = " + "(" * 5_000, "x.tofu": b"\xff\xfe"},
    "JSON as CDKTF writes it, of odd kinds": lambda: {
        "cdk.tf.json": json.dumps({"//": {"metadata": None}, "resource": {"alicloud_instance": [{"a": None}, 1, [[]]]}, "module": 1, "locals": [[]]})
    },
    "JSON as CDKTF writes it, nested": lambda: {"cdk.tf.json": '{"locals":{"a":' + "[" * 50_000 + "]" * 50_000 + "}}"},
    "JSON as CDKTF writes it, of expressions": lambda: {"cdk.tf.json": json.dumps({"locals": {"a": "${" * 20_000 + "}" * 20_000}})},
    "JSON with a key again and again": lambda: {"a.tf.json": '{"locals":{' + '"a":1,' * 200_000 + '"b":1}}'},
    "Terragrunt that includes itself": lambda: {"u/terragrunt.hcl": 'include "a" {\npath = "terragrunt.hcl"\n}\n'},
    "Terragrunt that looks for long names": lambda: {
        "u/terragrunt.hcl": f'include "a" {{\npath = find_in_parent_folders("{LONG}")\n}}\nterraform {{\nsource = "./{LONG}"\n}}\n'
    },
    "Terragrunt that runs": lambda: {"u/terragrunt.hcl": 'inputs = { a = run_cmd("sh", "-c", "echo hacked >&2") }\nterraform {\nsource = "../m"\n}\n', "m/m.tf": 'variable "a" {}\n'},
    "Terragrunt that is nested": lambda: {"u/terragrunt.hcl": f"locals {{\na = {'[' * 10_000}{']' * 10_000}\n}}\n"},
    "Terragrunt that generates": lambda: {"u/terragrunt.hcl": 'generate "a" {\npath = "../../../../tmp/hacked.tf"\nif_exists = "overwrite"\ncontents = "x"\n}\n'},
    "stacks": lambda: {"s.tfcomponent.hcl": "component " * 10_000, "s.tfdeploy.hcl": b"\0" * 10_000, "s.tfstack.hcl": "{" * 10_000},
    "lock file": lambda: {".terraform.lock.hcl": "provider " + '"a" ' * 50_000 + "{\n"},
    "version file": lambda: {".terraform-version": b"1." * 500_000, ".opentofu-version": b"\xff\n"},
    "version that is required": lambda: {"v.tf": 'terraform {\nrequired_version = "' + ", ".join([">= 1." + "9" * 5_000] * 100) + '"\n}\n'},
    "comments that suppress": lambda: {"c.tf": "# icplint:ignore " + "unfiled-domain," * 50_000 + "\n" + "# icplint:ignore\n" * 20_000 + "locals {}\n"},
    "comments that suppress, of odd letters": lambda: {"c.tf": "# icplint:ignore=\x00\x1b[31m\u202e until 9999-99-99\nlocals {}\n".encode()},
    "names in GBK": lambda: {"c.tf": "locals {\nx = [\n}\n", "\udcd6\udcd0\udcce\udcc4/a.tf": "locals {\nx = [\n}\n"},
    "names that are commands": lambda: {"::error::a\x1b[31m\n##vso[task.complete]/a.tf": "locals {\nx = [\n}\n"},
    "contents in GBK": lambda: {"c.tf": 'locals {\nx = "备案"\n}\n'.encode("gbk")},
    "ends of lines": lambda: {"c.tf": "\ufefflocals {\r\nx = <<-E\r\n  a\r\n  E\r\r\n}\r\n"},
    "mark in the middle": lambda: {"c.tf": 'locals {\nx\ufeff = "a"\n}\n'},
    "text that turns around": lambda: {"c.tf": USED % '"\u202e1.1.1.1\x1b]8;;http://a\x07"'},
    "name of commands": lambda: {"c.tf": USED.replace('"example.cn"', '"\\u001b[31m::error::x.cn"') % '"1.1.1.1"'},
}  # fmt: skip

PLAN: Final[Mapping[str, Any]] = {
    "format_version": "1.2", "terraform_version": "1.11.4", "planned_values": {"root_module": {}}, "configuration": {"root_module": {}},
}  # fmt: skip
RESOURCE: Final[Mapping[str, Any]] = {
    "address": "alicloud_alidns_record.a", "mode": "managed", "type": "alicloud_alidns_record", "name": "a",
    "change": {"actions": ["create"], "before": None, "after": {"domain_name": "example.cn", "rr": "a"}, "after_unknown": {}},
}  # fmt: skip


def plan(**more: Any) -> Make:
    return lambda: {"plan.json": json.dumps({**PLAN, **more})}


def modules_in_modules(levels: int) -> Any:
    """Return the configuration of modules whose outputs are each those of a module inside."""
    inner: dict[str, Any] = {
        "outputs": {
            "x": {"expression": {"references": ["alicloud_eip_address.a.ip_address", "alicloud_eip_address.a"]}}
        }
    }
    for _ in range(levels):
        inner = {
            "module_calls": {"m": {"source": "./m", "module": inner}},
            "outputs": {"x": {"expression": {"references": ["module.m.x", "module.m"]}}},
        }
    asked = {
        "address": "alicloud_alidns_record.a",
        "type": "alicloud_alidns_record",
        "name": "a",
        "expressions": {"value": {"references": ["module.m.x", "module.m"]}},
    }
    return {"root_module": {**inner, "resources": [asked]}}


ODD: Final = (None, True, 1, 1.5, "x", [], {}, [None], [[]], {"a": None})
PLANS: Final[Mapping[str, Make]] = {
    **{f"{word} that are {json.dumps(odd)}": plan(**{word: odd}) for word in ("resource_changes", "configuration", "variables") for odd in ODD},
    **{
        f"{word} of a change that is {json.dumps(odd)}": plan(resource_changes=[{**RESOURCE, word: odd}])
        for word in ("address", "change", "type") for odd in ODD
    },
    "version that is odd": lambda: {"plan.json": json.dumps({**PLAN, "format_version": [], "terraform_version": {}})},
    "state of version 3": lambda: {"plan.json": json.dumps({"version": 3, "modules": [{"path": ["root"], "resources": {"a.b": 1}}]})},
    "state of version 99": lambda: {"plan.json": json.dumps({"version": 99, "resources": [{"instances": [1]}]})},
    "state of odd resources": lambda: {"plan.json": json.dumps({"version": 4, "terraform_version": 1, "resources": [None, [], {"mode": 1, "instances": {}}, {"type": "alicloud_instance", "name": "a", "instances": [None, {"attributes": 1}]}]})},
    "crowded": lambda: {"plan.json": '{"format_version":"1.2","planned_values":{"root_module":{}},"resource_changes":[' + CROWDED + "]}"},
    "crowded to the bound": lambda: {"plan.json": '{"format_version":"1.2","planned_values":{"root_module":{}},"a":[' + "[]," * 22_000_000 + "1]}"},
    "as large as a file that is found may be": lambda: {"plan.json": '{"format_version":"1.2","terraform_version":"1.11.4","values":{"root_module":{"resources":[' + ",".join(json.dumps({**RESOURCE, "address": f"alicloud_eip_address.a{i}", "type": "alicloud_eip_address", "change": None, "values": {"id": f"eip-{i}", "tags": {"a": "b" * 90}}}) for i in range(200_000)) + "]}}}"},
    "in UTF-16": lambda: {"plan.json": json.dumps(PLAN).encode("utf-16")},
    "after a mark": lambda: {"plan.json": "\ufeff" + json.dumps(PLAN)},
    "modules in modules": plan(configuration=modules_in_modules(30), resource_changes=[{**RESOURCE, "change": {**RESOURCE["change"], "after_unknown": {"value": True}}}]),
}  # fmt: skip

SETTINGS: Final[Mapping[str, str]] = {
    "paths of a long name": f'geo = ["{LONG}"]\nfilings = ["{LONG}"]\n',
    "paths with zeros": 'geo = ["\\u0000"]\n',
    "device as a register": 'filings = ["/dev/zero"]\n',
    "itself as a register": 'filings = ["icplint.toml"]\n',
    "suppressed in a directory of a long name": f'[[suppress]]\ncheck = "unfiled-domain"\npath = "{LONG}"\nreason = "a"\n',
    "patterns of many stars": 'exclude = ["' + "*a" * 2_000 + '", "' + "**/" * 5_000 + '"]\n',
    "commands": '"::error::a\\u001b[31m" = 1\n',
    "list of lists": "exclude = " + "[" * 90 + "]" * 90 + "\n",
}


def inventory(content: str | bytes, more: Mapping[str, str | bytes] | None = None) -> Make:
    return lambda: {"kept/icplint-inventory.json": content, **(more or {})}


INVENTORIES: Final[Mapping[str, Make]] = {
    "nested": inventory("[" * 100_000),
    "crowded": inventory('{"version": 1, "calls": [' + "[]," * 2_000_000 + "[]]}"),
    **{f"that is {word}": inventory(word) for word in ("1", "null", "[]", "{}", '{"version": []}', '{"version": 1, "cloud": 1}', "")},
    "replies that lead out": inventory(json.dumps({"version": 1, "cloud": "alibaba", "calls": [{"file": "../../../../../../etc/passwd"}]})),
}  # fmt: skip


def site(make: Make) -> Callable[[], Mapping[str, str | bytes]]:
    return lambda: {"rest.tf": SITE, **make()}


def _of(kind: str, made: Mapping[str, Make], arguments: Sequence[str], **budget: Any) -> list[Attack]:
    return [
        Attack(name=f"{kind}: {name}", content=make, arguments=tuple(arguments), **budget)
        for name, make in made.items()
    ]


CHECK: Final = ("check", ".", "--format", "json", "--isolated")
ATTACKS: Final = tuple(
    Attack(name=one.name, content=one.content, arguments=one.arguments, seconds=one.seconds, megabytes=one.megabytes, rest=one.rest)
    for one in (
        *_of("modules.json", MANIFESTS, CHECK, seconds=5, megabytes=300),
        *_of("input", {name: site(make) for name, make in SOURCES.items()}, CHECK),
        *_of("odd plan", PLANS, ("check", "plan.json", "--format", "json", "--isolated"), rest=False),
        *_of("odd settings", {n: (lambda text=text: {"rest.tf": SITE, "icplint.toml": text}) for n, text in SETTINGS.items()}, CHECK[:-1], rest=False),
        *_of("inventory", INVENTORIES, ("check", "kept", "--format", "json", "--isolated"), rest=False, seconds=5, megabytes=300),
    )
)  # fmt: skip

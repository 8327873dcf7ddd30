"""What may grow in an input, one at a time: a function writes n of it and returns the command that reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from blocks import CHECK, PAID_MONTHLY, PROVIDER, Command, balancer, lay, record, resource, server
from documents import one_state, private_addresses, states

Dimension = Callable[[Path, int], Command]
ANY_CHARGE: Final = "instance_charge_type = var.charge"


def root(*parts: str) -> dict[str, str]:
    """Return the files of a root module with these blocks."""
    return {"main.tf": "".join([PROVIDER, *parts])}


def pairs(n: int, zone: str, charge: str = 'instance_charge_type = "PostPaid"') -> Iterator[str]:
    """Yield n instances, each with a name of its own in a zone: `{}` is the number."""
    for i in range(n):
        yield server(f"s{i}", charge) + record(f"r{i}", f"w{i}", zone.format(i), f"alicloud_instance.s{i}.public_ip")


def names(n: int, value: str, zone: str = "example.cn") -> Iterator[str]:
    """Yield n names that lead to the same."""
    return (record(f"n{i}", f"n{i}", zone.format(i), value) for i in range(n))


# Names, domains, servers


def one_domain(directory: Path, n: int) -> Command:
    """A company with one domain: n names of it, an instance for each."""
    lay(directory, root(*pairs(n, "example.cn")))
    return CHECK


def domains(directory: Path, n: int) -> Command:
    """N domains with a name and an instance each."""
    lay(directory, root(*pairs(n, "example{}.cn")))
    return CHECK


def files(directory: Path, n: int) -> Command:
    """N files with a name and an instance each."""
    lay(directory, {**root(), **{f"f{i}.tf": text for i, text in enumerate(pairs(n, "example.cn"))}})
    return CHECK


def bystanders(directory: Path, n: int) -> Command:
    """N resources that no check is about."""
    rules = (
        resource(
            "security_group_rule", f"b{i}", f'type = "ingress"\n  port_range = "{i}/{i}"\n  cidr_ip = "10.0.0.0/8"'
        )
        for i in range(n)
    )
    lay(directory, root(*pairs(1, "example.cn"), *rules))
    return CHECK


def names_of_an_instance(directory: Path, n: int) -> Command:
    """N names that lead to one instance."""
    lay(directory, root(server("s"), *names(n, "alicloud_instance.s.public_ip")))
    return CHECK


def records_of_a_name(directory: Path, n: int) -> Command:
    """One name with n records, an instance each."""
    made = (
        server(f"s{i}") + record(f"r{i}", "www", "example.cn", f"alicloud_instance.s{i}.public_ip") for i in range(n)
    )
    lay(directory, root(*made))
    return CHECK


def backends(directory: Path, n: int) -> Command:
    """One name of a balancer with n instances behind it."""
    made = [server(f"s{i}") for i in range(n)]
    front = balancer(f"s{i}" for i in range(n))
    lay(directory, root(*made, front, *names(1, "alicloud_slb_load_balancer.front.address")))
    return CHECK


def names_and_backends(directory: Path, n: int) -> Command:
    """N names of a balancer with n instances behind it."""
    made = [server(f"s{i}") for i in range(n)]
    front = balancer(f"s{i}" for i in range(n))
    lay(directory, root(*made, front, *names(n, "alicloud_slb_load_balancer.front.address", "example{}.cn")))
    return CHECK


def cname_chain(directory: Path, n: int) -> Command:
    """A chain of n CNAMEs."""
    links = (record(f"c{i}", f"c{i}", "example.cn", f'"c{i + 1}.example.cn"', "CNAME") for i in range(n))
    end = record("end", f"c{n}", "example.cn", "alicloud_instance.s.public_ip")
    lay(directory, root(server("s"), *links, end))
    return CHECK


def cname_layers(directory: Path, n: int) -> Command:
    """N layers of two CNAMEs each, every one of which leads to both of the next."""
    links = (
        record(f"{side}{i}{to}", f"{side}{i}", "example.cn", f'"{to}{i + 1}.example.cn"', "CNAME")
        for i in range(n)
        for side in "ab"
        for to in "ab"
    )
    ends = (record(f"{side}{n}", f"{side}{n}", "example.cn", "alicloud_instance.s.public_ip") for side in "ab")
    lay(directory, root(server("s"), *links, *ends))
    return CHECK


# Language


def counted(directory: Path, n: int) -> Command:
    """An instance and a record that are counted."""
    made = resource("instance", "s", f'count = {n}\n  instance_type = "ecs.g7.large"\n  internet_max_bandwidth_out = 5')
    led = 'type = "A"\n  value = alicloud_instance.s[count.index].public_ip'
    name = f'count = {n}\n  domain_name = "example.cn"\n  rr = "w${{count.index}}"\n  {led}'
    lay(directory, root(made, resource("alidns_record", "r", name)))
    return CHECK


def local_chain(directory: Path, n: int) -> Command:
    """A chain of n locals."""
    links = "".join(f"  l{i + 1} = local.l{i}\n" for i in range(n))
    last = record("r", f"${{local.l{n}}}", "example.cn", "alicloud_instance.s.public_ip")
    lay(directory, root(server("s"), f'locals {{\n  l0 = "www"\n{links}}}\n', last))
    return CHECK


def module_calls(directory: Path, n: int) -> Command:
    """N calls of a module with a name and an instance."""
    module = (
        'variable "host" {}\n' + server("s") + record("r", "${var.host}", "example.cn", "alicloud_instance.s.public_ip")
    )
    calls = (f'module "m{i}" {{\n  source = "./site"\n  host = "w{i}"\n}}\n' for i in range(n))
    lay(directory, {**root(*calls), "site/main.tf": module})
    return CHECK


def roots(directory: Path, n: int) -> Command:
    """N root modules with a name and an instance each."""
    lay(directory, {f"r{i}/main.tf": PROVIDER + text for i, text in enumerate(pairs(n, "example{}.cn"))})
    return CHECK


def one_file_of_roots(directory: Path, n: int) -> Command:
    """One file of a repository of n root modules, as the hook of pre-commit gives it."""
    return (*roots(directory, n), "r0/main.tf")


# What cannot be told


def doubtful_instances(directory: Path, n: int) -> Command:
    """N instances whose charge type is not known, with a name each."""
    lay(directory, root('variable "charge" {}\n', *pairs(n, "example.cn", ANY_CHARGE)))
    return CHECK


def doubtful_values(directory: Path, n: int) -> Command:
    """N names that lead to what is not known."""
    lay(directory, root('variable "address" {}\n', *names(n, "var.address", "example{}.cn")))
    return CHECK


def doubtful_zones(directory: Path, n: int) -> Command:
    """N instances with a name each, of a zone that is not known."""
    lay(directory, root('variable "zone" {}\n', *pairs(n, "${{var.zone}}")))
    return CHECK


def possible_ends(directory: Path, n: int) -> Command:
    """N names, each of which leads to any one of n instances."""
    made = resource("instance", "s", f'count = {n}\n  instance_type = "ecs.g7.large"\n  internet_max_bandwidth_out = 5')
    led = 'type = "A"\n  value = alicloud_instance.s[var.which].public_ip'
    name = f'count = {n}\n  domain_name = "example.cn"\n  rr = "w${{count.index}}"\n  {led}'
    lay(directory, root('variable "which" {}\n', made, resource("alidns_record", "r", name)))
    return CHECK


# Service codes, suppressions, registers, formats


def short_of_codes(directory: Path, n: int) -> Command:
    """N instances that can issue codes, behind one balancer, and seven websites for each of them."""
    made = [server(f"s{i}", PAID_MONTHLY) for i in range(n)]
    front = balancer(f"s{i}" for i in range(n))
    lay(directory, root(*made, front, *names(7 * n, "alicloud_slb_load_balancer.front.address", "example{}.cn")))
    return CHECK


def suppressions(directory: Path, n: int) -> Command:
    """N findings, and n entries of the settings that suppress one each."""
    domains(directory, n)
    entry = '[[suppress]]\ncheck = "unfiled-domain"\nsubject = "*.example{}.cn"\nreason = "not yet open"\n'
    (directory / "icplint.toml").write_text("".join(map(entry.format, range(n))), encoding="utf-8")
    return CHECK


def comments_that_suppress(directory: Path, n: int) -> Command:
    """N findings, and a comment that suppresses each."""
    ignored = "# icplint: ignore[unfiled-domain] not yet open\n"
    lay(directory, root(server("s"), *(ignored + text for text in names(n, "alicloud_instance.s.public_ip"))))
    return CHECK


def register(directory: Path, n: int) -> Command:
    """N filings, and a name of each."""
    row = '[[filing]]\ndomain = "example{0}.cn"\nlicence = "京ICP备2023{0:06}号-1"\naccess_providers = ["tencent"]\n'
    made = root(server("s"), *names(n, "alicloud_instance.s.public_ip", "example{}.cn"))
    lay(directory, made, register="".join(map(row.format, range(n))))
    return CHECK


def _format(name: str) -> Dimension:
    def findings(directory: Path, n: int) -> Command:
        return (*domains(directory, n)[:-1], name)

    findings.__doc__ = f"n findings as {name}."
    return findings


FORMATS: Final = ("text", "sarif", "html", "markdown", "csv")
DIMENSIONS: Final[Mapping[str, Dimension]] = {
    **{
        one.__name__: one
        for one in (
            *(one_domain, domains, files, bystanders, names_of_an_instance, records_of_a_name, backends),
            *(names_and_backends, cname_chain, cname_layers, counted, local_chain, module_calls, roots),
            *(one_file_of_roots, doubtful_instances, doubtful_values, doubtful_zones, possible_ends, short_of_codes),
            *(suppressions, comments_that_suppress, private_addresses, one_state, states, register),
        )
    },
    **{f"format_{name}": _format(name) for name in FORMATS},
}

"""`--resolve` and `--resolver` as they are written, and what may be missing."""

from __future__ import annotations

from typing import Any

import pytest

from icplint.dns import client


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (("--resolver", "127.0.0.1"), "--resolver says whom to ask, but only --resolve asks: give both"),
        (("--resolve", "--resolver", "dns.example.cn"), "--resolver takes an IP address, with a port if it is not 53 (dns.example.cn is none)"),
        (("--resolve", "--resolver", "127.0.0.1:70000"), "--resolver takes an IP address, with a port if it is not 53 (127.0.0.1:70000 is none)"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", ["check", "scan"])
def test_a_wrong_command_line_ends_the_run(
    command: str, options: tuple[str, ...], error: str, icplint: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = icplint(command, *options)
    assert (run.code, run.out, run.err) == (2, "", f"error: {error}\n")


def test_a_machine_without_a_resolver(icplint: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import dns.resolver

    def nothing(self: Any, *_rest: Any) -> None:
        raise dns.resolver.NoResolverConfiguration

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(dns.resolver.Resolver, "read_resolv_conf", nothing)
    run = icplint("check", "--resolve")
    assert (run.code, run.err) == (2, "error: this machine names no resolver: give one with --resolver IP\n")


@pytest.mark.parametrize(
    ("text", "name", "ip", "port"),
    [
        ("223.5.5.5", "223.5.5.5", "223.5.5.5", 53),
        ("223.5.5.5:53", "223.5.5.5", "223.5.5.5", 53),
        ("127.0.0.1:5353", "127.0.0.1:5353", "127.0.0.1", 5353),
        ("2400:3200::1", "2400:3200::1", "2400:3200::1", 53),
        ("[2400:3200::1]", "2400:3200::1", "2400:3200::1", 53),
        ("[::1]:5353", "[::1]:5353", "::1", 5353),
    ],
)
def test_how_resolvers_are_written(text: str, name: str, ip: str, port: int) -> None:
    assert client.servers([text, text]) == [(name, ip, port)]


def test_without_the_library_one_sentence_says_so(icplint: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.chdir(tmp_path)
    for name in [name for name in sys.modules if name == "icplint.dns.client" or name.partition(".")[0] == "dns"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr(sys.modules["icplint.dns"], "client")
    monkeypatch.setitem(sys.modules, "dns", None)
    run = icplint("check", "--resolve")
    expected = "error: --resolve needs dnspython, which is not installed: pip install 'icplint[dns]'\n"
    assert (run.code, run.err) == (2, expected)

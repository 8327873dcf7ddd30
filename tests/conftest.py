"""What every test may rely on: no network, a bare environment, golden files, icplint as a command."""

from __future__ import annotations

import difflib
import gc
import ipaddress
import os
import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from icplint.cli import main
from icplint.testing import Said

ROOT = Path(__file__).parents[1]
PREFIXES = ("ICPLINT_", "_ICPLINT_", "LC_", "ALICLOUD_", "ALIBABA_CLOUD_", "AWS_", "HW_", "TENCENTCLOUD_", "TF_")
NAMES = ("LANG", "LANGUAGE", "NO_COLOR", "FORCE_COLOR", "FORCE_HYPERLINK")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update and --whole."""
    parser.addoption("--whole", action="store_true", help="run what grows with a product of two tables in full")
    parser.addoption("--update", action="store_true", help="rewrite the golden files instead of comparing with them")


def pytest_configure(config: pytest.Config) -> None:
    """Hold no example to a time, which a busy machine takes; let golden files be rewritten by one process only."""
    settings.register_profile("busy", settings(deadline=None, suppress_health_check=[HealthCheck.too_slow]))
    settings.load_profile("busy")
    if config.getoption("update") and config.getoption("numprocesses", None):
        raise pytest.UsageError("--update rewrites files that several tests share: leave out -n")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tools."""
    items.sort(key=lambda item: item.path.name != "test_house.py")


def pytest_collection_finish() -> None:
    """Leave nine thousand tests out of what is looked through for garbage: a scan would look through them each time."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Keep the tests of a module that share something slow to make on one worker.

    By its text, as the marks of pytest-xdist 3.8 do not reach its scheduler under pytest 9.2.
    """
    from xdist.scheduler import LoadScopeScheduling

    class Together(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.partition("::")[0]
            return file if _shares(file) else nodeid

    return Together(config, log)


@cache
def _shares(file: str) -> bool:
    text = (ROOT / file).read_text(encoding="utf-8")
    return 'scope="module"' in text or "xdist_group" in text


_SEEN: dict[str, ModuleType] = {}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Fail a test that leaves modules of this project twice: what later tests replace in one, the other would not see."""
    yield
    for name in [name for name in sys.modules if name.startswith("icplint")]:
        module, (parent, _, last) = sys.modules[name], name.rpartition(".")
        called = getattr(sys.modules.get(parent), last, module)
        if _SEEN.setdefault(name, module) is not module or (isinstance(called, ModuleType) and called is not module):
            del _SEEN[name]
            pytest.fail(f"{item.nodeid} leaves {name} imported twice", pytrace=False)


# Nothing leaves the machine, nothing comes in from the developer's shell


def _is_loopback(host: Any) -> bool:
    if host in (None, "", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session", autouse=True)
def only_loopback() -> Iterator[None]:
    """Close every socket but those of this machine, and the resolver with them."""
    patch = pytest.MonkeyPatch()
    connect, connect_ex, sendto, getaddrinfo = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.socket.sendto,
        socket.getaddrinfo,
    )

    def checked(address: Any) -> Any:
        if isinstance(address, tuple) and not _is_loopback(address[0]):
            raise PermissionError(f"tests have no network: {address[0]}")
        return address

    def asked(host: Any, *rest: Any, **options: Any) -> Any:
        return getaddrinfo(checked((host,))[0], *rest, **options)

    patch.setattr(socket.socket, "connect", lambda self, address: connect(self, checked(address)))
    patch.setattr(socket.socket, "connect_ex", lambda self, address: connect_ex(self, checked(address)))
    patch.setattr(socket.socket, "sendto", lambda self, data, *rest: sendto(self, data, *rest[:-1], checked(rest[-1])))
    patch.setattr(socket, "getaddrinfo", asked)
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the variables that icplint and Terraform listen to."""
    for name in list(os.environ):
        if name in NAMES or name.startswith(PREFIXES):
            monkeypatch.delenv(name)


# What may be absent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the collection of real configurations and tools beside the checkout."""
    path = ROOT.parent / "shared"
    if not path.is_dir():
        pytest.skip("there is no collection of configurations beside the checkout (../shared)")
    return path


@pytest.fixture(scope="session")
def terraform() -> str:
    """Return where Terraform is."""
    found = shutil.which("terraform")
    if found is None:
        pytest.skip("terraform is not on PATH")
    return found


# icplint as its users see it


@pytest.fixture
def icplint(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Run a command line of icplint in this process."""

    def run(*arguments: str | Path) -> Said:
        monkeypatch.setattr(sys, "argv", ["icplint", *(str(argument) for argument in arguments)])
        capsys.readouterr()
        try:
            with pytest.raises(SystemExit) as ended:
                main()
        finally:
            gc.enable()  # a command turns it off for its short life; this process goes on
        out, err = capsys.readouterr()
        code = ended.value.code
        return Said(code if isinstance(code, int) else int(code is not None), out, err)

    return run


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a golden file byte for byte, or with --update make it the golden file."""

    def compare(path: Path, text: str) -> None:
        expected = path.read_bytes() if path.is_file() else b""
        if text.encode() == expected:
            return
        if request.config.getoption("update"):
            path.write_bytes(text.encode())
            return
        name = path.relative_to(ROOT).as_posix()
        lines = expected.decode().splitlines(), text.splitlines()
        diff = "\n".join(difflib.unified_diff(*lines, f"{name} (golden)", f"{name} (now)", lineterm=""))
        pytest.fail(f"{diff or 'the ends of lines differ'}\npytest --update rewrites it", pytrace=False)

    return compare

"""Where text goes: standard output that is closed or full, `-`, files, and what is said of each; never a defect."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import IO, Any

import pytest

from icplint.alibaba.vendor import ALIBABA
from icplint.cli.output import deliver
from icplint.errors import ConfigError
from icplint.live.call import Call
from icplint.live.save import Saved
from icplint.model.cloud import MANIFEST, ScanRequest
from icplint.model.limit import Limit

Icplint = Callable[..., Any]
MAIN = 'resource "alicloud_cdn_domain_new" "d" {\n  domain_name = "www.example.cn"\n}\n'
COMMANDS = [("check",), ("eval", "1 + 1"), ("baseline", "write"), ("completion", "bash"), ("--version",), ("--help",)]
CLOSED = "error: standard output cannot be written: Broken pipe"
FULL = "error: standard output cannot be written: No space left on device"
posix = pytest.mark.skipif(os.name != "posix", reason="pipes and devices as POSIX has them")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "main.tf").write_text(MAIN, encoding="utf-8")
    return tmp_path


def run(site: Path, *words: str, out: int | IO[bytes] | None = None, **environment: str) -> tuple[int, str]:
    environment = {"PYTHONUNBUFFERED": "", **environment}
    command = [sys.executable, "-m", "icplint", *words]
    done = subprocess.run(
        command, cwd=site, stdout=out, stderr=subprocess.PIPE, check=False, timeout=60, env=os.environ | environment
    )
    return done.returncode, done.stderr.decode()


def closed_pipe(site: Path, *words: str, **environment: str) -> tuple[int, str]:
    read, write = os.pipe()
    os.close(read)
    try:
        return run(site, *words, out=write, **environment)
    finally:
        os.close(write)


def full_disk(site: Path, *words: str, **environment: str) -> tuple[int, str]:
    if not Path("/dev/full").is_char_device():
        pytest.skip("there is no /dev/full")
    with Path("/dev/full").open("wb", buffering=0) as full:
        return run(site, *words, out=full, **environment)


@posix
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_closed_pipe_is_one_sentence(site: Path, words: tuple[str, ...]) -> None:
    assert closed_pipe(site, *words) == (2, f"{CLOSED}\n")


@posix
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_so_is_a_full_disk(site: Path, words: tuple[str, ...]) -> None:
    assert full_disk(site, *words) == (2, f"{FULL}\n")


@posix
@pytest.mark.parametrize("words", [("check",), ("--help",)], ids=" ".join)
def test_in_chinese_too(site: Path, words: tuple[str, ...]) -> None:
    assert closed_pipe(site, *words, LANG="zh_CN.UTF-8") == (2, "错误：无法写入标准输出：管道已关闭\n")
    assert full_disk(site, *words, LANG="zh_CN.UTF-8") == (2, "错误：无法写入标准输出：磁盘空间不足\n")


@posix
@pytest.mark.parametrize("words", [("check",), ("--help",)], ids=" ".join)
def test_without_buffers_too(site: Path, words: tuple[str, ...]) -> None:
    assert closed_pipe(site, *words, PYTHONUNBUFFERED="1") == (2, f"{CLOSED}\n")
    assert full_disk(site, *words, PYTHONUNBUFFERED="1") == (2, f"{FULL}\n")


@posix
@pytest.mark.parametrize(
    ("redirected", "code", "out", "err"),
    [
        (">&-", 2, False, True),
        ("2>&-", 1, True, False),
        (">&- 2>&-", 2, False, False),
        ("2>/dev/full", 1, True, False),
        ("--verbose 2>/dev/full", 1, True, False),
        ("--output report >&-", 1, False, False),
        ("--output report >&- 2>&-", 1, False, False),
    ],
)
def test_streams_that_the_caller_closed(site: Path, redirected: str, code: int, out: bool, err: bool) -> None:
    (site / "filings.toml").write_text("", encoding="utf-8")
    line = f"{sys.executable} -m icplint check {redirected}"
    done = subprocess.run(["sh", "-c", line], cwd=site, capture_output=True, check=False, timeout=60)
    assert (done.returncode, bool(done.stdout), bool(done.stderr)) == (code, out, err)
    if "report" in redirected:
        assert b"ICP101" in (site / "report").read_bytes()


def test_a_dash_is_standard_output(site: Path, icplint: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    (site / "filings.toml").write_text("", encoding="utf-8")
    assert icplint("check", "--output", "-") == icplint("check")
    assert icplint("graph", "--output", "-") == icplint("graph")
    both = icplint("check", "--format", "json", "--format", "text", "--output", "report", "--output", "-")
    assert both == icplint("check")
    twice = icplint("check", "--format", "json", "--format", "text", "--output", "-")
    assert "only one format can go to standard output, not json, text" in str(twice)
    assert not (site / "-").exists()


SPARED = ("main.tf", "prod.tfvars", "filings.toml", "icplint.toml", "linked.json", "values.txt", "accepted.json")


@pytest.mark.parametrize(
    ("command", "name"),
    [
        *((("check", ".", "--format", "json", "--var-file", "values.txt"), name) for name in SPARED),
        *((("graph", ".", "--format", "json"), name) for name in SPARED[:5]),
        *((("eligibility", "."), name) for name in SPARED[:5]),
        (("filings", "import", "filings.toml"), "filings.toml"),
        (("filings", "import", "filings.toml"), "linked.json"),
        (("check", "live"), f"live/{MANIFEST}"),
        (("graph", "live"), f"live/{MANIFEST}"),
    ],
)
def test_nothing_is_written_over_what_was_read(
    site: Path, command: tuple[str, ...], name: str, icplint: Icplint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site)
    for file in ("prod.tfvars", "filings.toml", "values.txt"):
        (site / file).write_text("", encoding="utf-8")
    (site / "icplint.toml").write_text('baseline = "accepted.json"\n', encoding="utf-8")
    (site / "accepted.json").write_text('{"version": 1, "read": ["."], "findings": []}', encoding="utf-8")
    (site / "linked.json").symlink_to("filings.toml")
    saved = Saved(site / "live", date(2026, 11, 24), ScanRequest(environment={}, limit=Limit(1)), ALIBABA)
    saved.mean([Call(account="1", product="ecs", version="2014-05-26", action="DescribeRegions")])
    saved.finish()
    before = (site / name).read_bytes()
    done = icplint(*command, "--output", name)
    assert done.code == 2
    assert f"error: {name} is one of the files that were read, and would be lost: write to another file\n" in done.err
    assert (site / name).read_bytes() == before


@posix
def test_a_report_goes_into_a_device(site: Path) -> None:
    null = site / "null"
    if os.geteuid() or not sys.platform.startswith("linux"):
        pytest.skip("only root on Linux makes device nodes")
    os.mknod(null, stat.S_IFCHR | 0o666, os.makedev(1, 3))
    (site / "filings.toml").write_text("", encoding="utf-8")
    assert run(site, "check", "--output", "null") == (1, "")
    assert null.is_char_device()
    os.mknod(site / "full", stat.S_IFCHR | 0o666, os.makedev(1, 7))
    assert run(site, "check", "--output", "full") == (2, "error: full cannot be written: No space left on device\n")
    assert (site / "full").is_char_device()


@posix
def test_a_report_goes_into_standard_output_by_its_name(site: Path) -> None:
    if not Path("/dev/stdout").exists():
        pytest.skip("there is no /dev/stdout")
    line = f"{sys.executable} -m icplint check --format json --output /dev/stdout | cat"
    done = subprocess.run(["sh", "-c", line], cwd=site, capture_output=True, check=False, timeout=60)
    assert done.stdout.startswith(b"{")
    assert Path("/dev/stdout").is_symlink()


def test_pieces_are_written_as_they_come(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seen = []

    def pieces() -> object:
        for n in range(3):
            seen.append(n)
            yield f"{n}\n"

    deliver(pieces(), None)  # type: ignore[arg-type]
    assert capsys.readouterr().out == "0\n1\n2\n"
    deliver((f"{n}\n" for n in range(3)), tmp_path / "file")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "0\n1\n2\n"
    assert seen == [0, 1, 2]


def test_a_name_that_is_not_utf_8_is_shown_escaped(tmp_path: Path) -> None:
    deliver(os.fsdecode(b"\xb1\xb8.tf"), tmp_path / "file")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "\\udcb1\\udcb8.tf"


def test_a_directory_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be written: there is no directory"):
        deliver("text", tmp_path / "absent" / "file")


@posix
@pytest.mark.parametrize("name", ["icplint.toml", "filings.toml"])
def test_init_writes_through_no_link(site: Path, name: str) -> None:
    (site / name).symlink_to("elsewhere")
    code, said = run(site, "init", out=subprocess.DEVNULL)
    assert (code, said) == (2, f"error: {name} is there already: nothing was written\n")
    assert not (site / "elsewhere").exists()


@posix
def test_a_baseline_is_written_into_what_a_link_leads_to(site: Path) -> None:
    (site / "kept").mkdir()
    (site / "icplint-baseline.json").symlink_to("kept/baseline.json")
    assert run(site, "baseline", "write", out=subprocess.DEVNULL)[0] == 0
    assert (site / "icplint-baseline.json").is_symlink()
    assert b"findings" in (site / "kept/baseline.json").read_bytes()


@posix
def test_a_full_disk_is_said_of_a_baseline_and_a_register(site: Path) -> None:
    if os.geteuid() or shutil.which("mount") is None:
        pytest.skip("only root mounts a small disk")
    disk = site / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4k", "none", disk], check=False).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        (disk / "filler").write_bytes(b"x" * 4096)
        code, said = run(site, "baseline", "write", "--baseline", "disk/b.json", out=subprocess.DEVNULL)
        assert (code, said) == (2, "error: disk/b.json cannot be written: No space left on device\n")
        (site / "filings.csv").write_text("domain,licence\nexample.cn,京ICP备2023001234号-1\n", encoding="utf-8")
        code, said = run(site, "filings", "import", "filings.csv", "--output", "disk/f.toml", out=subprocess.DEVNULL)
        assert (code, said) == (2, "error: disk/f.toml cannot be written: No space left on device\n")
        assert [path.name for path in disk.iterdir()] == ["filler"]
    finally:
        subprocess.run(["umount", disk], check=True)

"""What strangers may send as an archive: nothing leaves the directory, and nothing grows beyond its limits."""

from __future__ import annotations

import gzip
import io
import os
import resource
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from icplint.runtask import archive as room
from icplint.runtask.archive import ArchiveError, unpack

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and limits as POSIX has them")
Member = tuple[tarfile.TarInfo, bytes]


def member(name: str, content: bytes = b"", **fields: object) -> Member:
    info = tarfile.TarInfo(name)
    info.size = len(content)
    for field, value in fields.items():
        setattr(info, field, value)
    return info, content


def link(name: str, target: str, kind: bytes = tarfile.SYMTYPE) -> Member:
    return member(name, type=kind, linkname=target)


def packed(place: Path, *members: Member) -> Path:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for info, content in members:
            tar.addfile(info, io.BytesIO(content))
    file = place / "sent.tar.gz"
    file.write_bytes(gzip.compress(out.getvalue()))
    return file


def everything_below(place: Path) -> set[str]:
    return {str(path.relative_to(place)) for path in place.rglob("*")}


@pytest.mark.parametrize(
    "members",
    [
        [link("a", "/etc")],
        [link("a", "../..")],
        [link("a", ".."), member("a/x.tf", b"x")],
        [link("d/e/b", "../.."), link("d/e/a", "b/../..")],
        [link("a", "b/.."), link("b", ".")],
        [link("a", "b/.."), link("b", "."), link("a/evil", "x")],
        [link("a", "."), link("a/../evil", "x")],
        [link("a", "later/../.."), member("later/x", b"")],
        [link("a", "b"), link("b", "c"), link("c", "/var")],
        [link("a", "/etc/passwd", tarfile.LNKTYPE)],
        [link("a", "../outside", tarfile.LNKTYPE)],
        [link("a", "missing", tarfile.LNKTYPE)],
        [member("../up.tf", b"x")],
        [member("/srv/absolute.tf", b"x")],
        [member("a/../../up.tf", b"x")],
        [member("a\\..\\..\\up.tf", b"x")],
        [member("a", b"file"), member("a/b", b"below a file")],
        [link("a", "x"), link("a", "y")],
        [member("/".join("d" * 500) + "/x.tf", b"x")],
        [member("x" * 5000, b"x")],
        [member("x" * 300, b"x")],
    ],
    ids=lambda members: f"{members[0][0].name[:20]}-{len(members)}",
)  # fmt: skip
def test_nothing_is_made_outside(tmp_path: Path, members: list[Member]) -> None:
    inner = tmp_path / "a/b/inner"
    inner.mkdir(parents=True)
    (tmp_path / "a/b/outside").write_text("theirs", encoding="utf-8")
    file = packed(tmp_path, *members)
    before = everything_below(tmp_path)
    with pytest.raises(ArchiveError):
        unpack(file, inner)
    made = everything_below(tmp_path) - before
    assert all(name.startswith("a/b/inner/") for name in made), made


def test_what_terraform_packs_is_unpacked(tmp_path: Path) -> None:
    file = packed(
        tmp_path, member("modules", type=tarfile.DIRTYPE), member("modules/a/main.tf", b"a"), member("./b.tf", b"b"),
        link("envs/prod/modules", "../../modules"), link("linked.tf", "b.tf"), member("x" * 120 + ".tf", b"long"),
        link("hard.tf", "b.tf", tarfile.LNKTYPE), member("fifo", type=tarfile.FIFOTYPE),
        member("null", type=tarfile.CHRTYPE, devmajor=1, devminor=3),
    )  # fmt: skip
    top = tmp_path / "top"
    top.mkdir()
    unpack(file, top)
    assert (top / "envs/prod/modules/a/main.tf").read_bytes() == b"a"
    assert (top / "linked.tf").read_bytes() == (top / "hard.tf").read_bytes() == b"b"
    assert (top / ("x" * 120 + ".tf")).read_bytes() == b"long"
    assert not (top / "fifo").exists()
    assert not (top / "null").exists()


def claims(size: int, kind: bytes = tarfile.REGTYPE) -> bytes:
    """Return a header that claims a size, and zeros that bear it out as far as they go."""
    info = tarfile.TarInfo("claimed")
    info.size, info.type = size, kind
    return info.tobuf(tarfile.GNU_FORMAT)


def zeros(most: int) -> bytes:
    return b"\0" * most


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: claims(1 << 40) + zeros(300 << 20), "256 MiB"),
        (lambda: claims(3 << 30, tarfile.GNUTYPE_LONGNAME) + zeros(64 << 20), "larger than 1 MiB"),
        (lambda: claims(3 << 30, tarfile.XHDTYPE) + zeros(64 << 20), "larger than 1 MiB"),
        (lambda: (claims(1, tarfile.GNUTYPE_LONGNAME) + b"x" + zeros(511)) * 900, "larger than 1 MiB|cannot be read"),
        (lambda: claims(-1), "cannot be read"),
        (lambda: claims(1 << 30)[:100], "cannot be read"),
        (lambda: b"\x1f\x8b garbage", "cannot be read"),
        (lambda: b"", "cannot be read"),
        (lambda: b"x" * 100_000, "cannot be read"),
    ],
    ids=["huge", "long name", "extended header", "chain of headers", "negative", "cut", "not gzip", "empty", "noise"],
)
def test_headers_that_lie_cost_little(tmp_path: Path, make: Callable[[], bytes], why: str) -> None:
    (tmp_path / "sent").write_bytes(gzip.compress(make(), 1))
    (tmp_path / "top").mkdir()
    code = (
        "import sys; from pathlib import Path; from icplint.runtask.archive import unpack, ArchiveError\n"
        "try: unpack(Path('sent'), Path('top'))\nexcept ArchiveError as error: print(error); raise SystemExit(3)\n"
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    command = ["sh", "-c", f'ulimit -v 700000; exec {sys.executable} -c "$0"', code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    import re

    assert (done.returncode, bool(re.search(why, done.stdout))) == (3, True), done.stdout + done.stderr[-500:]
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 10


@pytest.mark.parametrize("name", ["a\nb.tf", "\x1b[31ma.tf", "\u202ea.tf", "\x07" * 50])
@pytest.mark.parametrize("make", [lambda name: member(f"../{name}"), lambda name: link(name, "/etc")])
def test_names_are_shown_and_not_obeyed(tmp_path: Path, make: Callable[[str], Member], name: str) -> None:
    (tmp_path / "top").mkdir()
    with pytest.raises(ArchiveError) as refused:
        unpack(packed(tmp_path, make(name)), tmp_path / "top")
    assert refused.value.text.say("en").isprintable()
    assert not everything_below(tmp_path / "top")


def test_a_million_empty_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_FILES", 5_000)
    one = tarfile.TarInfo("a.tf").tobuf(tarfile.GNU_FORMAT)
    (tmp_path / "sent").write_bytes(gzip.compress(one * 100_000, 1) * 10)
    (tmp_path / "top").mkdir()
    began = time.process_time()
    with pytest.raises(ArchiveError, match="more than"):
        unpack(tmp_path / "sent", tmp_path / "top")
    assert time.process_time() - began < 10


def test_members_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_FILES", 5)
    (tmp_path / "top").mkdir()
    with pytest.raises(ArchiveError, match="more than"):
        unpack(packed(tmp_path, *(member(f"{n}.tf") for n in range(6))), tmp_path / "top")


def test_a_sparse_file_is_left_out(tmp_path: Path) -> None:
    """GNU tar says of a file with holes how long it is, and sends only what is there."""
    with (tmp_path / "holes").open("wb") as file:
        file.truncate(8 << 30)
    done = subprocess.run(["tar", "-czSf", "sent.tar.gz", "holes"], cwd=tmp_path, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("there is no GNU tar here")
    (tmp_path / "top").mkdir()
    started = time.monotonic()
    unpack(tmp_path / "sent.tar.gz", tmp_path / "top")
    assert time.monotonic() - started < 2
    assert everything_below(tmp_path / "top") == set()

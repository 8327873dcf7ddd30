"""Files are written as the shell would: every kind of target, as root and as a user, and what a shell does beside it."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from icplint.files.writing import put, write

posix = pytest.mark.skipif(os.name != "posix", reason="modes, owners, links and devices as POSIX has them")
ROOT = os.name == "posix" and os.geteuid() == 0
WRITE = "import sys; from pathlib import Path; from icplint.files.writing import write; write(['new\\n'], Path(sys.argv[1]))"


def device(place: Path, minor: int) -> Path:
    """Make a copy of a memory device (3: null, 7: full): the machine's own are never at risk."""
    if not ROOT or not sys.platform.startswith("linux"):
        pytest.skip("only root on Linux makes device nodes")
    try:
        os.mknod(place, stat.S_IFCHR | 0o666, os.makedev(1, minor))
        os.close(os.open(place, os.O_WRONLY))
    except PermissionError:
        pytest.skip("device nodes cannot be made or opened here")
    return place


def as_nobody(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command as a user without rights, who can read the checkout."""
    if not ROOT or shutil.which("setpriv") is None:
        pytest.skip("only root can be somebody else, with setpriv")
    who = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    return subprocess.run([*who, *words], capture_output=True, text=True, timeout=60, check=False, cwd="/")


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A directory that every user may pass: pytest closes those of its own to others."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def left_over(directory: Path) -> list[str]:
    return [path.name for path in directory.iterdir() if path.name.startswith(".icplint")]


def test_a_new_file_has_the_mode_of_the_umask(tmp_path: Path) -> None:
    write(["a", "b\n"], tmp_path / "report")
    assert (tmp_path / "report").read_text(encoding="utf-8") == "ab\n"
    (tmp_path / "other").touch()
    assert (tmp_path / "report").stat().st_mode == (tmp_path / "other").stat().st_mode
    assert left_over(tmp_path) == []


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o666])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "report"
    file.write_text("old and longer", encoding="utf-8")
    file.chmod(mode)
    write(["new"], file)
    assert (file.read_text(encoding="utf-8"), stat.S_IMODE(file.stat().st_mode)) == ("new", mode)


@posix
def test_a_file_keeps_its_owner(tmp_path: Path) -> None:
    if not ROOT:
        pytest.skip("only root gives files away")
    file = tmp_path / "report"
    file.write_text("old", encoding="utf-8")
    os.chown(file, 1234, 5678)
    file.chmod(0o640)
    before = file.stat().st_ino
    write(["new"], file)
    after = file.stat()
    assert (after.st_uid, after.st_gid, stat.S_IMODE(after.st_mode)) == (1234, 5678, 0o640)
    assert after.st_ino != before, "it was replaced whole"


@posix
def test_one_whose_owner_cannot_be_kept_is_written_as_it_stands(open_place: Path) -> None:
    place = open_place / "shared"
    place.mkdir()
    place.chmod(0o777)
    file = place / "report"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o666)
    assert as_nobody(sys.executable, "-c", WRITE, file).stderr == ""
    assert (file.read_text(encoding="utf-8"), file.stat().st_uid) == ("new\n", 0)
    assert left_over(place) == []


@posix
def test_what_fails_on_the_way_leaves_the_old_file(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half of it"
        raise RuntimeError("the format")

    file = tmp_path / "report"
    file.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError, match="the format"):
        write(pieces(), file)
    assert file.read_text(encoding="utf-8") == "old"
    assert left_over(tmp_path) == []


@posix
@pytest.mark.parametrize("there", [True, False], ids=["link", "dangling link"])
@pytest.mark.parametrize("links", [1, 2], ids=["straight", "through another"])
def test_a_link_stays_a_link(tmp_path: Path, there: bool, links: int) -> None:
    (tmp_path / "far").mkdir()
    target = tmp_path / "far" / "report"
    if there:
        target.write_text("old and longer", encoding="utf-8")
    link = tmp_path / "link"
    link.symlink_to("far/report")
    if links == 2:
        (tmp_path / "further").symlink_to("link")
        link = tmp_path / "further"
    write(["new"], link)
    assert link.is_symlink()
    assert not target.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


@posix
def test_a_ring_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match="symbolic links"):
        write(["new"], tmp_path / "a")


@posix
def test_other_names_of_a_file_see_what_is_written(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("old", encoding="utf-8")
    os.link(tmp_path / "one", tmp_path / "two")
    write(["new"], tmp_path / "two")
    assert (tmp_path / "one").read_text(encoding="utf-8") == "new"


@posix
def test_a_device_stays_a_device(tmp_path: Path) -> None:
    null = device(tmp_path / "null", 3)
    before = null.stat()
    write(["new"], null)
    (tmp_path / "link").symlink_to("null")
    write(["new"], tmp_path / "link")
    after = null.stat()
    assert (after.st_mode, after.st_rdev, after.st_ino) == (before.st_mode, before.st_rdev, before.st_ino)
    assert left_over(tmp_path) == []


@posix
def test_a_full_device_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left on device"):
        write(["new"], device(tmp_path / "full", 7))


@posix
def test_a_full_disk_keeps_the_old_file(tmp_path: Path) -> None:
    if not ROOT or shutil.which("mount") is None:
        pytest.skip("only root mounts a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=32k", "none", disk], check=False).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        (disk / "report").write_text("old", encoding="utf-8")
        with pytest.raises(OSError, match="No space left on device"):
            write(["x" * 1000 for _ in range(100)], disk / "report")
        assert (disk / "report").read_text(encoding="utf-8") == "old"
        assert left_over(disk) == []
    finally:
        subprocess.run(["umount", disk], check=True)


@posix
def test_a_fifo_is_written_into(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    with subprocess.Popen(["cat", fifo], stdout=subprocess.PIPE, text=True) as reader:
        write(["new"], fifo)
        assert reader.communicate(timeout=10)[0] == "new"
    assert stat.S_ISFIFO(fifo.stat().st_mode)


@posix
@pytest.mark.parametrize(
    "made",
    [
        "mkdir T",
        "echo old > T && chmod 444 T",
        "echo old > T && chmod 200 T",
        "mkdir D && echo old > D/T && chmod 555 D && ln -s D/T T",
        "mkdir D && chmod 555 D && ln -s D/T T",
        "mkdir D && chmod 000 D && ln -s D/T T",
        "ln -s nowhere/at/all T",
        "ln -s T T",
        "touch file && ln -s file/below T",
        "echo old > T && chmod 666 T && chmod 555 .",
        "chmod 555 .",
    ],
)
def test_a_user_may_what_the_shell_lets_him(open_place: Path, made: str) -> None:
    """The judge is `echo new > T` of the shell: the same is refused, and the same is there afterwards."""
    found = []
    for who, writing in (("shell", "echo new > T"), ("icplint", "")):
        place = open_place / who
        place.mkdir()
        if ROOT:
            os.chown(place, 65534, 65534)
        assert as_nobody("sh", "-c", f"cd {place} && {made}").returncode == 0
        target = place / "T"
        words = ["sh", "-c", f"cd {place} && {writing}"] if writing else [sys.executable, "-c", WRITE, target]
        done = as_nobody(*words)
        kept = target.read_text(encoding="utf-8") if target.is_file() else None
        found.append((done.returncode == 0, kept, target.is_symlink(), left_over(place)))
    assert found[0] == found[1]


@posix
def test_a_file_of_ours_never_goes_through_a_link(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("theirs", encoding="utf-8")
    (tmp_path / "reply.json").symlink_to(victim)
    put("{}", tmp_path / "reply.json")
    assert not (tmp_path / "reply.json").is_symlink()
    assert victim.read_text(encoding="utf-8") == "theirs"
    os.mkfifo(tmp_path / "fifo")
    with pytest.raises(FileExistsError):
        put("{}", tmp_path / "fifo")

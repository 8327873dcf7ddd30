"""Files that were found are regular, inside and of a size; what the user named may be anything that ends."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from icplint.errors import FileError, reason
from icplint.files.reading import Tree, Trees, read_named, read_regular, repository

posix = pytest.mark.skipif(os.name != "posix", reason="links, FIFOs and devices as POSIX has them")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "a").write_text("a", encoding="utf-8")
    (tmp_path / "secret").write_text("hunter2", encoding="utf-8")
    return site


def refused(read: Callable[[], object]) -> str:
    with pytest.raises(OSError) as raised:  # noqa: PT011 - which one is what is returned
        read()
    return reason(raised.value).say("en")


@posix
@pytest.mark.parametrize("target", ["../secret", "/proc/self/environ", "/etc/hostname", "through/secret"])
def test_a_link_that_leads_out_is_refused(site: Path, target: str) -> None:
    (site / "through").symlink_to("..")
    (site / "link").symlink_to(target)
    assert refused(lambda: Tree(site).read(site / "link")) == f"it leads out of what may be read ({site})"


@posix
def test_links_inside_are_followed(site: Path) -> None:
    (site / "below").mkdir()
    (site / "below/link").symlink_to("../a")
    (site / "other").symlink_to("below")
    assert Tree(site).read(site / "other/link") == b"a"


@posix
def test_a_tree_that_is_reached_through_a_link_is_the_same(site: Path) -> None:
    (site.parent / "way").symlink_to("site")
    assert Tree(site.parent / "way").read(site.parent / "way/a") == b"a"


@posix
def test_a_fifo_and_a_device_are_refused_at_once(site: Path) -> None:
    os.mkfifo(site / "fifo")
    started = time.monotonic()
    assert "not a regular file" in refused(lambda: Tree(site).read(site / "fifo"))
    assert "not a regular file" in refused(lambda: read_regular(Path(os.devnull)))
    assert time.monotonic() - started < 1
    if os.geteuid() == 0 and sys.platform.startswith("linux"):
        os.mknod(site / "zero", stat.S_IFCHR | 0o666, os.makedev(1, 5))
        assert "not a regular file" in refused(lambda: Tree(site).read(site / "zero"))


def test_a_directory_and_what_is_missing_are_what_the_system_says(site: Path) -> None:
    assert refused(lambda: Tree(site.parent).read(site)) == "Is a directory"
    assert refused(lambda: Tree(site).read(site / "missing")) == "No such file or directory"


@posix
def test_a_ring_of_links_ends(site: Path) -> None:
    (site / "ring").symlink_to("ring")
    assert refused(lambda: Tree(site).read(site / "ring"))


def test_a_file_has_a_size(site: Path) -> None:
    with (site / "large").open("wb") as file:
        file.truncate((2 << 20) + 1)  # sparse
    assert refused(lambda: Tree(site).read(site / "large", 2 << 20)) == "it is larger than 2 MiB"
    assert len(Tree(site).read(site / "large", (2 << 20) + 1)) == (2 << 20) + 1


@posix
def test_what_is_named_may_be_a_fifo(site: Path) -> None:
    os.mkfifo(site / "fifo")
    with subprocess.Popen(["sh", "-c", f"echo text > {site / 'fifo'}"]):
        assert read_named(site / "fifo") == b"text\n"
    with pytest.raises(FileError, match="larger than 1 MiB"):
        read_named(Path("/dev/zero"), 1 << 20)


def test_the_repository_is_the_nearest_directory_or_the_whole_of_a_submodule(tmp_path: Path) -> None:
    below = tmp_path / "whole/sub/site"
    below.mkdir(parents=True)
    assert repository(below) is None or not repository(below).is_relative_to(tmp_path)  # type: ignore[union-attr]
    (tmp_path / "whole/sub/.git").write_text("gitdir: ../.git/modules/sub\n", encoding="utf-8")
    assert repository(below) == tmp_path / "whole/sub"
    (tmp_path / "whole/.git").mkdir()
    assert repository(below) == tmp_path / "whole"
    (tmp_path / "whole/sub/site/.git").mkdir()
    assert repository(below) == below


def test_a_tree_is_the_repository_else_where_one_stands_else_what_was_named(tmp_path: Path) -> None:
    base, site = tmp_path / "base", tmp_path / "base/envs/prod"
    away = tmp_path / "away"
    for one in (site, away):
        one.mkdir(parents=True)
    assert Trees(base).around(site).top == base
    assert Trees(base, [away]).around(away / "modules/a").top == away
    (base / "envs/.git").mkdir()
    assert Trees(base).around(site).top == base / "envs"
    assert Trees(base, within=site).around(away).top == site
    assert Trees(Path("/"), [away]).around(away).top == away


@posix
def test_a_link_that_was_named_is_read(tmp_path: Path) -> None:
    (tmp_path / "repo/.git").mkdir(parents=True)
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a").write_text("a", encoding="utf-8")
    named = tmp_path / "repo/link"
    named.symlink_to("../real")
    assert Trees(tmp_path / "repo", [named]).around(named).read(named / "a") == b"a"
    assert refused(lambda: Trees(tmp_path / "repo").around(tmp_path / "repo").read(named / "a"))

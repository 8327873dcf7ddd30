"""Which directories a search passes by: git itself says which."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from icplint.files.exclusions import Exclusions, Search
from icplint.terraform.modules.files import terraform_directories
from icplint.testing.layout import lay

TREE = (
    "live/web", "live/build", "live/build/gen", "build", "build/gen", "a/build/x", "a/b/c", "deep/a/b/build", "tests", "tests/live",
    "tests/site/modules", "src/build", "src/build2", "weird [x]", "#hash", "!bang", "space ", "Case", "doc/frotz", "a/doc/frotz",
)  # fmt: skip
FILES = [
    {".gitignore": "build/\n"},
    {".gitignore": "/build\n"},
    {".gitignore": "build*\n!build2\n"},
    {".gitignore": "doc/frotz/\n"},
    {".gitignore": "**/frotz\n"},
    {".gitignore": "a/**/build\n"},
    {".gitignore": "tests/**\n!tests/live\n"},
    {".gitignore": "# tests\n\n\\#hash\n\\!bang\n"},
    {".gitignore": "*\n!*/\n!*.tf\n"},
    {".gitignore": "/*\n!/live/\n"},
    {".gitignore": "weird \\[x]\nspace\\ \ncase\n"},
    {".gitignore": "build/   \r\ntests\r\n"},
    {".gitignore": "[ab]uild/\n?ve\nli?e/web\n"},
    {".gitignore": "build/\n", "live/.gitignore": "!build/\n"},
    {".gitignore": "build/\n", "a/.gitignore": "/b\n"},
    {".gitignore": "*.tf\n", "live/.gitignore": "!main.tf\n"},
    {".gitignore": "//\n!\n[\nlive\n"},
    {".git/info/exclude": "tests\n", ".gitignore": "!live\n"},
    {".gitignore": "\ufeffbuild/\n"},
]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of git with a file of Terraform in each directory of a small tree."""
    if shutil.which("git") is None:
        pytest.skip("git is not on PATH")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    for name in TREE:
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / name / "main.tf").touch()
    return tmp_path


def searched(top: Path, below: Path | None = None, **more: object) -> list[str]:
    """Return the directories with Terraform that a search finds, relative to the top."""
    exclusions = Exclusions(base=top, **more)  # type: ignore[arg-type]
    start = below or top
    found = terraform_directories(start, search=Search(exclusions, start, [start]))
    return sorted(one.relative_to(top).as_posix() for one in found)


def wanted_by_git(top: Path) -> list[str]:
    """Return the directories whose files git does not ignore."""
    listed = subprocess.run(
        ["git", "-c", "core.excludesFile=/dev/null", "-c", "core.ignoreCase=false", "-C", str(top), "ls-files", "-z",
         "--others", "--exclude-standard", "--", "*.tf"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    return sorted({str(Path(name).parent) for name in listed.split("\0") if name})


@pytest.mark.parametrize("files", FILES, ids=lambda files: " ".join(files.values()).encode("unicode_escape").decode())
def test_git_says_what_is_left_out(files: dict[str, str], repository: Path) -> None:
    lay(repository, files)
    assert searched(repository) == wanted_by_git(repository)


def test_whatever_the_patterns_what_git_wants_is_found(repository: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - the same every time
    parts = ["build", "a", "*", "**", "li*", "tests", "live", "b?ild", "gen", "x", "[a-d]", "doc"]
    more = []
    for _ in range(60):
        lines = []
        for _ in range(chance.randint(1, 4)):
            words = "/".join(chance.choice(parts) for _ in range(chance.randint(1, 3)))
            lines.append(chance.choice(["", "", "!"]) + chance.choice(["", "", "/"]) + words + chance.choice(["", "/"]))
        lay(repository, {".gitignore": "\n".join(lines)})
        wanted, found = wanted_by_git(repository), searched(repository)
        assert set(wanted) <= set(found), lines
        if wanted != found:
            more.append((lines, sorted(set(found) - set(wanted))))
    assert more == []


NAMES = ("a", "b", "ab", "build", "li ve", "[x]", "a.b", "#c", "!d", "Ä", "-", "a-b", "x*", "back\\slash")
WORDS = (*NAMES, "*", "**", "?", "a*", "*b", "[a-c]", "[!a]", "[]a]", "[^-b]", "\\[x\\]", "\\#c", "\\!d", "*.*", "li\\ ve", "a?b",
         "[[:alpha:]]", "x\\*", "**b", "a**b", "[a", "main.tf", "*.tf", "b ", "***")  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_git_says_of_a_random_tree_with_random_patterns(seed: int, tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not on PATH")
    chance = random.Random(seed)  # noqa: S311 - the same every time
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    places = {Path(*chance.choices(NAMES, k=chance.randint(1, 4))) for _ in range(60)}
    places |= {above for place in places for above in place.parents}
    for place in places:
        (tmp_path / place).mkdir(parents=True, exist_ok=True)
        (tmp_path / place / "main.tf").touch()
    for _ in range(15):
        lay(tmp_path, {str(one / ".gitignore"): "" for one in places})
        for place in [Path(), *chance.sample(sorted(places), 4)]:
            lines = [
                chance.choice(["", "", "!"])
                + chance.choice(["", "", "/"])
                + "/".join(chance.choices(WORDS, k=chance.choice([1, 1, 2, 3])))
                + chance.choice(["", "/"])
                for _ in range(chance.randint(1, 5))
            ]
            lay(tmp_path, {str(place / ".gitignore"): "\n".join(lines)})
        wanted = not_ignored(tmp_path, places)
        assert set(searched(tmp_path)) - {"."} == wanted - {"."}, [
            (str(one), text) for one in sorted(places) if (text := (tmp_path / one / ".gitignore").read_text())
        ]


def not_ignored(top: Path, places: set[Path]) -> set[str]:
    """Return the directories whose file of Terraform `git check-ignore` does not name."""
    asked = "\0".join(str(one / "main.tf") for one in places) + "\0"
    said = subprocess.run(
        ["git", "-c", "core.excludesFile=/dev/null", "-c", "core.ignoreCase=false", "-C", str(top), "check-ignore",
         "--no-index", "--stdin", "-z"],
        input=asked, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert said.returncode in {0, 1}, said.stderr
    ignored = {str(Path(name).parent) for name in said.stdout.split("\0") if name}
    return {one.as_posix() for one in places} - ignored


def test_where_pathspec_and_git_differ(repository: Path) -> None:
    pathspec = pytest.importorskip("pathspec")
    lines = ["*", "!*/", "!*.tf"]
    lay(repository, {".gitignore": "\n".join(lines)})
    assert "live/web" in wanted_by_git(repository)
    assert "live/web" in searched(repository)
    assert pathspec.GitIgnoreSpec.from_lines(lines).match_file("live/"), "a walk by it would find nothing"

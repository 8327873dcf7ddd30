"""Functions that read files: only inside the tree that is checked, and no large ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from icplint.terraform import functions
from icplint.terraform.functions.function import Context
from icplint.terraform.functions.reading import LARGEST
from icplint.terraform.values import SENSITIVE, EvaluationError, Unk, Value, number, object_of, string


@pytest.fixture
def here(tmp_path: Path) -> Context:
    site = tmp_path / "site"
    (site / "conf").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (site / "a.txt").write_text("a", encoding="utf-8")
    (site / "conf" / "b.txt").write_text("b", encoding="utf-8")
    (site / "large.txt").write_bytes(b"x" * (LARGEST + 1))
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    (site / "inner.txt").symlink_to(site / "a.txt")
    (site / "out").symlink_to(tmp_path)
    (site / "conf" / "ring").symlink_to(site / "conf")
    return Context(root=site, directory=site)


def why(value: Value) -> str:
    assert isinstance(value.raw, Unk)
    return value.raw.why.say("en")


@pytest.mark.parametrize("name", ["file", "filebase64", "filemd5", "filesha256", "fileexists"])
@pytest.mark.parametrize("path", ["../secret.txt", "/etc/hostname", "link.txt", "out/secret.txt", "../nothing", "~/x"])
def test_nothing_outside_is_read(name: str, path: str, here: Context) -> None:
    found = functions.call(name, [string(path)], here)
    assert why(found) == f'"{path}" lies outside of what is checked, so it is not read'


def test_links_that_stay_inside_are_followed(here: Context) -> None:
    assert functions.call("file", [string("inner.txt")], here).raw == "a"


def test_a_large_file_is_not_read(here: Context) -> None:
    assert (
        why(functions.call("file", [string("large.txt")], here))
        == '"large.txt" is larger than 1 MiB, so it is not read'
    )
    assert functions.call("fileexists", [string("large.txt")], here).raw is True


def test_relative_paths_start_from_the_directory(here: Context) -> None:
    inner = Context(root=here.root, directory=here.root / "conf")
    assert functions.call("file", [string("b.txt")], inner).raw == "b"
    assert functions.call("file", [string("../a.txt")], inner).raw == "a"
    assert not functions.call("file", [string("../../secret.txt")], inner).known


def test_a_pattern_that_leads_outside_finds_nothing_out(here: Context) -> None:
    assert not functions.call("fileset", [string(".."), string("*")], here).known
    assert not functions.call("fileset", [string("."), string("../*.txt")], here).known
    assert not functions.call("fileset", [string("."), string("**/*.txt")], here).known


def test_a_ring_of_links_ends(here: Context) -> None:
    found = functions.call("fileset", [string("conf"), string("**/*.txt")], here)
    assert [item.raw for item in found.raw] == ["b.txt"]


def test_a_sensitive_path_is_not_shown(here: Context) -> None:
    with pytest.raises(EvaluationError, match=r"no file exists at \(sensitive value\)"):
        functions.call("file", [string("nope").marked(SENSITIVE)], here)
    assert functions.call("file", [string("a.txt").marked(SENSITIVE)], here).marks == SENSITIVE


def test_a_path_that_cannot_be_one_is_refused(here: Context) -> None:
    with pytest.raises(EvaluationError):
        functions.call("file", [string("a\0b")], here)
    with pytest.raises(EvaluationError, match="cannot expand user-specific home dir"):
        functions.call("pathexpand", [string("~nobody/x")], here)


def test_abspath_starts_from_the_directory(here: Context) -> None:
    assert functions.call("abspath", [string("conf/../a.txt")], here).raw == str(here.directory / "a.txt")


def rendering(here: Context, result: Value, within: str | None = None) -> tuple[Context, list[tuple[str, str, Value]]]:
    seen: list[tuple[str, str, Value]] = []

    def render(text: str, shown: str, variables: Value) -> Value:
        seen.append((text, shown, variables))
        return result

    return Context(root=here.root, directory=here.directory, render=render, within=within), seen


def test_templatefile_hands_the_text_to_the_evaluator(here: Context) -> None:
    context, seen = rendering(here, number(5))
    variables = object_of({"x": string("y").marked(SENSITIVE)})
    found = functions.call("templatefile", [string("a.txt"), variables], context)
    assert found.raw == 5
    assert found.marks == SENSITIVE
    assert [(text, shown) for text, shown, _ in seen] == [("a", "a.txt")]


def test_templatestring_makes_a_string(here: Context) -> None:
    context, seen = rendering(here, number(5))
    assert functions.call("templatestring", [string("${x}"), object_of({"x": number(5)})], context).raw == "5"
    assert [(text, shown) for text, shown, _ in seen] == [("${x}", "<templatestring argument>")]


def test_templates_do_not_render_templates_nor_does_templatestring_read_files(here: Context) -> None:
    context, _ = rendering(here, number(5), within="templatestring")
    with pytest.raises(EvaluationError, match="cannot recursively call templatefile"):
        functions.call("templatefile", [string("a.txt"), object_of({})], context)
    with pytest.raises(EvaluationError, match="cannot use filesystem access functions like file in templatestring"):
        functions.call("file", [string("a.txt")], context)
    context, _ = rendering(here, number(5), within="templatefile")
    assert functions.call("file", [string("a.txt")], context).raw == "a"


def test_a_template_outside_is_not_read(here: Context) -> None:
    context, seen = rendering(here, number(5))
    assert not functions.call("templatefile", [string("../secret.txt"), object_of({})], context).known
    assert seen == []

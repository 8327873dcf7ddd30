"""Functions that read files: only inside the tree that is checked, and no large ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from icplint.model.text import plain
from icplint.model.unknown import Reference
from icplint.terraform import functions
from icplint.terraform.evaluation.expressions import evaluate
from icplint.terraform.evaluation.template_functions import template_functions
from icplint.terraform.functions.function import Context
from icplint.terraform.functions.reading import LARGEST
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.types import STRING
from icplint.terraform.values.value import SENSITIVE, UnknownReason, Value, number, object_of, string, unknown


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
    assert isinstance(value.raw, UnknownReason)
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


def template(here: Context, text: str, **variables: Value) -> Value:
    (here.root / "t.tftpl").write_bytes(text.encode())
    return functions.call("templatefile", [string("t.tftpl"), object_of(variables)], here, template_functions(evaluate))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("a", "a"),
        ("a\n", "a\n"),
        ("a ${x}", "a 5"),
        ("${x}", 5),
        ("${x}\n", "5\n"),
        ("${x}${x}", "55"),
        ('$${x} %%{x} \\n "', '${x} %{x} \\n "'),
        ("%{ if x > 4 }yes%{ else }no%{ endif }", "yes"),
        ("%{ for i in [1, 2] ~}\n${i}\n%{ endfor ~}\n", "1\n2\n"),
        ("%{ for i in [1, 2] }${i}%{ endfor ~}  ", "12"),
        ("a\r\nb ${x}\r\n", "a\r\nb 5\r\n"),
        ("  a\n    b\n", "  a\n    b\n"),
        ("${jsonencode({a = x})}", '{"a":5}'),
    ],
)
def test_a_template_is_rendered(text: str, expected: object, here: Context) -> None:
    assert template(here, text, x=number(5)).raw == expected


def test_an_unknown_variable_leaves_the_template_unknown(here: Context) -> None:
    reference = Reference("alicloud_eip.web", "address")
    found = template(here, "a ${x}", x=unknown(STRING, UnknownReason(plain("known after apply"), (reference,))))
    assert isinstance(found.raw, UnknownReason)
    assert found.raw.refs == (reference,)


def test_sensitive_variables_make_a_template_sensitive(here: Context) -> None:
    assert template(here, "a", x=number(5).marked(SENSITIVE)).marks == SENSITIVE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a\n b ${y.z}",
            'Invalid value for "vars" parameter: vars map does not contain key "y", referenced at t.tftpl:2,6-7.',
        ),
        ("%{ for i in [] }${y}%{ endfor }", 'vars map does not contain key "y"'),
        ("%{ for i in [1] }${i}%{ endfor }${i}", 'vars map does not contain key "i"'),
        ("${x", 'Call to function "templatefile" failed: t.tftpl: '),
        ("${null}b", "t.tftpl: Invalid template interpolation value: The expression result is null."),
        ("${null}", "Template result is null"),
        ('${templatefile("a.txt", {})}', "cannot recursively call templatefile from inside another template function."),
    ],
)
def test_a_template_is_refused(text: str, message: str, here: Context) -> None:
    with pytest.raises(EvaluationError, match=re.escape(message)):
        template(here, text, x=number(5))


def test_templatestring_reads_no_files(here: Context) -> None:
    variables = object_of({"x": number(5)})
    assert functions.call("templatestring", [string("${x}"), variables], here, template_functions(evaluate)).raw == "5"
    with pytest.raises(EvaluationError, match="cannot use filesystem access functions like file in templatestring"):
        functions.call("templatestring", [string('${file("a.txt")}'), variables], here, template_functions(evaluate))
    assert template(here, '${file("a.txt")}').raw == "a"


def test_a_template_outside_is_not_read(here: Context) -> None:
    assert not functions.call(
        "templatefile", [string("../secret.txt"), object_of({})], here, template_functions(evaluate)
    ).known

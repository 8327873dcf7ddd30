"""The door that the core and plugins come through: what clashes is named, and nothing is loaded that is not used."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import icplint
from icplint import registry as door
from icplint.errors import PluginError
from icplint.model.vocabulary import Service
from icplint.registry import CORE, Plugin, Registry, Source, installed
from icplint.resources.rows import NodeRow

ROW = NodeRow(kind="example_record", node=Service)


def test_the_core_registers_itself_through_the_plugin_object() -> None:
    assert isinstance(CORE, Plugin)
    core = Registry([CORE])
    codes = [check.code for check in core.checks]
    assert codes == sorted(set(codes))
    pages = (Path(icplint.__file__).parent / "checks").glob("*.md")
    assert {check.name for check in core.checks} == {page.stem.replace("_", "-") for page in pages}
    assert set(core.formats) >= {"concise", "json", "json-lines", "sarif", "text"}
    assert not {name for name in core.formats if name in {"labels", "report"} or "parts" in name}
    assert {source.kind for source in core.sources} == {"plan", "state"}
    assert "alicloud_cdn_domain_new" in core.table


def test_a_plugin_adds_to_each_part() -> None:
    source = Source(kind="inventory", recognises=lambda _document: False, read=lambda *_a, **_k: None)  # type: ignore[arg-type,return-value]
    both = Registry([CORE, Plugin(name="example", rows=lambda: (ROW,), sources=lambda: (source,))])
    assert both.table["example_record"] == (ROW,)
    assert both.sources[-1] is source


@pytest.mark.parametrize("part", ["rows", "checks", "reports"])
def test_a_clash_names_both_sides(part: str) -> None:
    taken = {
        "rows": lambda: (replace(ROW, kind="alicloud_instance"),),
        "checks": lambda: (replace(Registry([CORE]).checks[0], name="other"),),
        "reports": lambda: ("example.text",),
    }
    both = Registry([CORE, Plugin(name="example", **{part: taken[part]})])
    with pytest.raises(PluginError, match=r"both icplint and example"):
        _ = both.table, both.checks, both.formats


def offer(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """Pretend that a package offers a plugin."""
    point = EntryPoint(name="example", value=value, group=door.GROUP)
    monkeypatch.setattr(door, "_offered", lambda: True)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_group: [point])


def test_a_plugin_that_cannot_be_loaded_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, "icplint_example_that_is_not_there:PLUGIN")
    with pytest.raises(PluginError, match=r"the plugin example of .* cannot be loaded .*: upgrade or uninstall it"):
        list(installed())


def test_a_plugin_of_another_interface_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, "icplint.registry:Registry")
    with pytest.raises(PluginError, match=r"speaks version \? of the plugin interface, icplint version 1"):
        list(installed())


def test_a_package_that_offers_a_plugin_is_found_by_its_metadata(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not door._offered()  # noqa: SLF001 - the shortcut itself
    info = tmp_path / "example-1.dist-info"
    info.mkdir()
    (info / "entry_points.txt").write_text(f"[{door.GROUP}]\nexample = icplint.registry:CORE\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert door._offered()  # noqa: SLF001

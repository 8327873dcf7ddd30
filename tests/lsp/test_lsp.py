"""`icplint lsp`, a process of its own, driven by a client as editors drive it, with the capabilities that editors send."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tomllib
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client

from icplint.checks.page import page
from icplint.lsp.places import units, written
from icplint.registry import registry

ROOT = Path(__file__).parents[2]
PROVIDER = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
RECORD = 'resource "alicloud_alidns_record" "www" {\n  domain_name = "example.cn"\n  rr          = "www"\n  type        = "A"\n  value       = alicloud_instance.web.public_ip\n}\n'
SERVER = 'resource "alicloud_instance" "web" {\n  instance_type              = "ecs.g7.large"\n  internet_max_bandwidth_out = 5\n}\n'
REGISTER = '[[filing]]\ndomain = "example.com"\nlicence = "京ICP备2023001234号-1"\n'


class Session:
    """An editor with a folder open. `seen` are the diagnostics of each file, by name."""

    def __init__(self, client: LanguageClient, top: Path) -> None:
        self.client = client
        self.top = top
        self.version = 1
        self.watched: list[str] = []

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def _registered(params: types.RegistrationParams) -> None:
            for wanted in params.registrations:
                assert wanted.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
                self.watched += [watcher["globPattern"] for watcher in wanted.register_options["watchers"]]

    def uri(self, name: str) -> str:
        return (self.top / name).as_uri()

    def seen(self, name: str) -> list[types.Diagnostic]:
        return list(self.client.diagnostics.get(self.uri(name), []))

    def codes(self, name: str) -> set[str]:
        return {str(diagnostic.code) for diagnostic in self.seen(name)}

    def open(self, name: str, text: str | None = None) -> None:
        content = (self.top / name).read_text(encoding="utf-8") if text is None else text
        item = types.TextDocumentItem(self.uri(name), "terraform", 1, content)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type(self, name: str, text: str) -> None:
        self.version += 1
        document = types.VersionedTextDocumentIdentifier(self.version, self.uri(name))
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))

    def close(self, name: str) -> None:
        document = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    def saved(self, name: str) -> None:
        document = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(document))

    async def until(self, holds: Callable[[], bool]) -> None:
        for _ in range(1500):
            if holds():
                return
            await asyncio.sleep(0.02)
        raise AssertionError({uri: [d.message for d in ds] for uri, ds in self.client.diagnostics.items()})

    async def hover(self, name: str, line: int, column: int) -> str | None:
        document, position = types.TextDocumentIdentifier(self.uri(name)), types.Position(line, column)
        found = await self.client.text_document_hover_async(types.HoverParams(document, position))
        return None if found is None else found.contents.value  # type: ignore[union-attr]

    async def actions(self, name: str, found: types.Diagnostic) -> list[Any]:
        document = types.TextDocumentIdentifier(self.uri(name))
        context = types.CodeActionContext([found])
        return list(await self.client.text_document_code_action_async(types.CodeActionParams(document, found.range, context)) or [])  # fmt: skip


def edit(
    top: Path,
    what: Callable[[Session], Awaitable[None]],
    *,
    editor: str = "visual-studio-code",
    command: Sequence[str] = (sys.executable, "-m", "icplint", "lsp"),
    path: Sequence[Path] = (),
    **more: Any,
) -> None:
    """Open a folder in an editor, do something there, and quit."""

    async def session() -> None:
        client = make_test_lsp_client()
        paths = os.pathsep.join(map(str, [ROOT, *path]))
        await client.start_io(*command, cwd=str(top), env={**os.environ, "PYTHONPATH": paths})
        capabilities = client_capabilities(editor)
        encodings = more.pop("encodings", None)
        if encodings:
            capabilities.general = types.GeneralClientCapabilities(position_encodings=encodings)
        folder = types.WorkspaceFolder(top.as_uri(), "site")
        where = {} if more.pop("lone", False) else {"root_uri": top.as_uri(), "workspace_folders": [folder]}
        params = types.InitializeParams(capabilities, **where, **more)
        opened = Session(client, top)
        await client.initialize_session(params)
        try:
            await what(opened)
        finally:
            await client.shutdown_session()
            await client.stop()
        assert [m.message for m in client.messages] == [], "nothing pops up"

    asyncio.run(asyncio.wait_for(session(), 90))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A name that leads to a mainland server in another file, and a register that lacks its domain."""
    for name, text in {"main.tf": RECORD, "server.tf": PROVIDER + SERVER, "filings.toml": REGISTER}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    return tmp_path


def test_what_is_typed_is_checked_with_all_that_belongs_to_it(site: Path) -> None:
    async def typing(session: Session) -> None:
        session.open("main.tf")
        await session.until(lambda: "ICP101" in session.codes("main.tf"))
        (found,) = [d for d in session.seen("main.tf") if d.code == "ICP101"]
        assert found.severity == types.DiagnosticSeverity.Error
        assert found.message.startswith("www.example.cn is served from mainland China")
        assert "\nremedy: " in found.message
        assert found.code_description
        assert found.code_description.href.endswith("/unfiled_domain.md")
        line = RECORD.splitlines()[found.range.start.line]
        assert line[found.range.start.character : found.range.end.character] == "alicloud_instance.web.public_ip"
        related = found.related_information or []
        assert session.uri("server.tf") in {r.location.uri for r in related}
        await session.until(lambda: "ICP301" in session.codes("server.tf"))  # it is not open, and shown all the same

        session.type("main.tf", RECORD.replace("example.cn", "example.com"))
        await session.until(lambda: "ICP101" not in session.codes("main.tf"))
        session.type("main.tf", RECORD)
        await session.until(lambda: "ICP101" in session.codes("main.tf"))
        session.close("main.tf")
        await session.until(lambda: not any(session.client.diagnostics.values()))
        assert (site / "main.tf").read_text(encoding="utf-8") == RECORD

    edit(site, typing)


def test_half_a_line_is_an_error_at_its_place_and_ends_nothing(site: Path) -> None:
    garbage = ['resource "a', "}}}}", "\0\ud7ff", RECORD.replace("}", ""), 'x = "${', "locals { a = [", "é" * 5000, ""]

    async def typing(session: Session) -> None:
        session.open("main.tf")
        for text in garbage:
            session.type("main.tf", text)
            await asyncio.sleep(0.01)
        session.type("main.tf", RECORD.replace("{", "{ ="))
        await session.until(lambda: "unreadable" in session.codes("main.tf"))
        (found,) = session.seen("main.tf")
        assert (found.severity, found.range.start.line) == (types.DiagnosticSeverity.Error, 0)
        session.type("main.tf", RECORD)
        await session.until(lambda: "ICP101" in session.codes("main.tf"))

    edit(site, typing, editor="neovim")


def test_a_file_that_is_not_saved_yet_counts_and_a_register_when_it_is_saved(site: Path) -> None:
    async def typing(session: Session) -> None:
        session.open("other.tf", RECORD.replace("www", "shop"))
        await session.until(lambda: "ICP101" in session.codes("other.tf") and "ICP101" in session.codes("main.tf"))
        (site / "filings.toml").write_text(REGISTER.replace("example.com", "example.cn"), encoding="utf-8")
        session.saved("filings.toml")
        await session.until(lambda: "ICP101" not in session.codes("other.tf") | session.codes("main.tf"))
        (site / "icplint.toml").write_text("fail-on = 7\n", encoding="utf-8")
        await session.until(lambda: any("icplint" in glob for glob in session.watched))
        changed = [types.FileEvent(session.uri("icplint.toml"), types.FileChangeType.Created)]
        session.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changed))
        await session.until(lambda: "unreadable" in session.codes("icplint.toml"))

    edit(site, typing)


def test_doubt_is_no_accusation_and_a_file_without_a_workspace_is_checked_in_its_directory(site: Path) -> None:
    async def typing(session: Session) -> None:
        (site / "filings.toml").unlink()
        session.open("main.tf")
        await session.until(lambda: bool(session.seen("main.tf")))
        (found,) = [d for d in session.seen("main.tf") if d.code == "ICP101"]
        assert found.severity == types.DiagnosticSeverity.Information
        assert found.message.startswith("cannot tell whether")
        assert "\nto settle it: " in found.message

    edit(site, typing, editor="emacs", lone=True)


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [({"locale": "zh-cn"}, True), ({"locale": "en", "initialization_options": {"lang": "zh"}}, True)],
)  # fmt: skip
def test_the_page_of_a_check_comes_in_the_language_of_the_editor(
    site: Path, asked: dict[str, Any], chinese: bool
) -> None:
    text = next(page(check) for check in registry().checks if check.code == "ICP101")

    async def typing(session: Session) -> None:
        session.open("main.tf")
        await session.until(lambda: "ICP101" in session.codes("main.tf"))
        (found,) = [d for d in session.seen("main.tf") if d.code == "ICP101"]
        assert ("由中国内地" in found.message) is chinese
        place = found.range.start
        assert await session.hover("main.tf", place.line, place.character) == (text.zh if chinese else text.en)
        assert await session.hover("main.tf", 0, 0) is None
        (action,) = await session.actions("main.tf", found)
        assert ("忽略" in action.title) is chinese
        ((uri, (change,)),) = action.edit.changes.items()
        assert uri == session.uri("main.tf")
        assert change.new_text == "  # icplint: ignore[unfiled-domain] \n"
        assert (change.range.start, change.range.end) == (types.Position(place.line, 0), types.Position(place.line, 0))

    edit(site, typing, **asked)


@pytest.mark.parametrize("encoding", [None, types.PositionEncodingKind.Utf8])
def test_columns_are_counted_as_the_editor_counts_them(site: Path, encoding: types.PositionEncodingKind | None) -> None:
    """Chinese takes three bytes and one unit of UTF-16, an emoji four bytes and two units."""

    async def typing(session: Session) -> None:
        session.open("main.tf")
        await session.until(lambda: bool(session.seen("main.tf")))
        line = "  value       = /* 例😀例 */ alicloud_instance.web.public_ip"
        session.type("main.tf", RECORD.replace("  value       = alicloud_instance.web.public_ip", line))
        await session.until(lambda: any(d.range.start.character > 20 for d in session.seen("main.tf")))
        (found,) = [d for d in session.seen("main.tf") if d.code == "ICP101"]
        start = line.index("alicloud")
        codec = {None: "utf-16-le", "utf-16": "utf-16-le", "utf-8": "utf-8", "utf-32": "utf-32-le"}[
            encoding and encoding.value
        ]
        size = {"utf-16-le": 2, "utf-8": 1, "utf-32-le": 4}[codec]
        assert found.range.start.character == len(line[:start].encode(codec)) // size
        assert found.range.end.character == len(line.encode(codec)) // size

    edit(site, typing, encodings=encoding and [encoding])


def test_an_editor_that_shows_no_places_gets_the_argument_in_the_message(site: Path) -> None:
    async def typing(session: Session) -> None:
        session.open("main.tf")
        await session.until(lambda: "ICP101" in session.codes("main.tf"))
        (found,) = [d for d in session.seen("main.tf") if d.code == "ICP101"]
        assert not found.related_information
        assert "\n1. www.example.cn has an A record" in found.message
        assert "(server.tf:" in found.message

    async def bare(session: Session) -> None:
        await typing(session)

    from unittest.mock import patch

    capabilities = types.ClientCapabilities(text_document=types.TextDocumentClientCapabilities())
    with patch(f"{__name__}.client_capabilities", return_value=capabilities):
        edit(site, bare)


def test_a_finding_is_suppressed_once_somebody_writes_why(site: Path) -> None:
    async def typing(session: Session) -> None:
        session.open("main.tf")
        await session.until(lambda: "ICP101" in session.codes("main.tf"))
        (found,) = [d for d in session.seen("main.tf") if d.code == "ICP101"]
        (action,) = await session.actions("main.tf", found)
        (change,) = action.edit.changes[session.uri("main.tf")]
        lines = RECORD.splitlines(keepends=True)
        lines.insert(change.range.start.line, change.new_text)
        session.type("main.tf", "".join(lines))
        await session.until(lambda: session.codes("main.tf") >= {"ICP101", "ICP001"})
        (void,) = [d for d in session.seen("main.tf") if d.code == "ICP001"]
        assert await session.actions("main.tf", void) == []
        session.type("main.tf", "".join(lines).replace("] \n", "] behind a password\n"))
        await session.until(lambda: not session.codes("main.tf") & {"ICP101", "ICP001"})

    edit(site, typing)


def test_the_files_for_editors_start_the_server() -> None:
    editors = ROOT / "examples/editors"
    settings = json.loads((editors / "vscode/settings.json").read_text(encoding="utf-8"))
    assert [settings["glspc.server.command"], *settings["glspc.server.commandArguments"]] == ["icplint", "lsp"]
    helix = tomllib.loads((editors / "helix/languages.toml").read_text(encoding="utf-8"))
    server = helix["language-server"]["icplint"]
    assert [server["command"], *server["args"]] == ["icplint", "lsp"]
    assert all("icplint" in language["language-servers"] for language in helix["language"])
    assert "cmd = { 'icplint', 'lsp' }" in (editors / "neovim/icplint.lua").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///c%3A/sites/%E7%AB%99/main.tf", "C:/sites/站/main.tf"),
        ("file:///C:/sites/main.tf", "C:/sites/main.tf"),
        ("file:///c:/a%20b/main.tf", "C:/a b/main.tf"),
        ("file://server/share/main.tf", "//server/share/main.tf"),
        ("file:///home/a%23b/main.tf", "/home/a#b/main.tf"),
        ("untitled:Untitled-1", None),
        ("git:/c:/main.tf?ref", None),
        ("file://[", None),
    ],
)
def test_a_uri_of_windows_is_a_path_of_windows(uri: str, path: str | None) -> None:
    assert written(uri, windows=True) == path


def test_units_of_half_a_character_are_counted_too() -> None:
    assert [units("例\ud83d", encoding) for encoding in ("utf-8", "utf-16", "utf-32")] == [6, 2, 2]


def test_without_the_extra_one_line_names_it(icplint: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygls", None)
    done = icplint("lsp")
    assert (done.code, done.out) == (2, "")
    assert done.err == "error: icplint lsp needs pygls, which is not installed: pip install 'icplint[lsp]'\n"

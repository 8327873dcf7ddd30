"""What the protocol's messages mean to the server."""

from __future__ import annotations

from typing import Final

from lsprotocol import types

from icplint.lsp.places import path_of
from icplint.lsp.server import PAUSE, WATCHED, WorkspaceChecker
from icplint.lsp.suppressing import actions

ACTIONS: Final = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])


def add_features(server: WorkspaceChecker) -> None:
    """Register every message that the server answers."""
    _add_documents(server)
    _add_workspace(server)
    _add_requests(server)


def _add_documents(server: WorkspaceChecker) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def _opened(ls: WorkspaceChecker, params: types.DidOpenTextDocumentParams) -> None:
        path = path_of(params.text_document.uri)
        if path is not None:
            ls.opened[path] = params.text_document.uri
            ls.touch(path)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def _changed(ls: WorkspaceChecker, params: types.DidChangeTextDocumentParams) -> None:
        if (path := path_of(params.text_document.uri)) is not None:
            ls.touch(path, PAUSE)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def _saved(ls: WorkspaceChecker, params: types.DidSaveTextDocumentParams) -> None:
        if (path := path_of(params.text_document.uri)) is not None:
            ls.touch(path)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def _closed(ls: WorkspaceChecker, params: types.DidCloseTextDocumentParams) -> None:
        if (path := path_of(params.text_document.uri)) is not None:
            ls.close(path)


def _add_workspace(server: WorkspaceChecker) -> None:
    @server.feature(types.INITIALIZE)
    def _begun(ls: WorkspaceChecker, params: types.InitializeParams) -> None:
        ls.begin(params)

    @server.feature(types.INITIALIZED)
    async def _ready(ls: WorkspaceChecker, _params: types.InitializedParams) -> None:
        workspace = ls.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if not (watching and watching.dynamic_registration):
            return
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(glob) for glob in WATCHED])
        wanted = types.Registration("icplint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        await ls.client_register_capability_async(types.RegistrationParams([wanted]))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def _files_changed(ls: WorkspaceChecker, _params: types.DidChangeWatchedFilesParams) -> None:
        ls.touch_all()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def _folders_changed(ls: WorkspaceChecker, _params: types.DidChangeWorkspaceFoldersParams) -> None:
        ls.touch_all()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def _settings_changed(ls: WorkspaceChecker, _params: types.DidChangeConfigurationParams) -> None:
        ls.touch_all()


def _add_requests(server: WorkspaceChecker) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def _hover(ls: WorkspaceChecker, params: types.HoverParams) -> types.Hover | None:
        found = ls.at(params.text_document.uri, params.position)
        text = ls.pages(diagnostic.code for diagnostic in found)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), found[0].range) if text else None

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, ACTIONS)
    def _actions(ls: WorkspaceChecker, params: types.CodeActionParams) -> list[types.CodeAction]:
        document = ls.workspace.get_text_document(params.text_document.uri)
        lines = document.source.split("\n")
        return actions(params.text_document.uri, lines, params.context.diagnostics, ls.language)

"""The language server on standard input and output; pygls carries the messages, a `Desk` does the work.

**Source:** Language Server Protocol 3.17. The whole text is sent at every change: applying partial ones needs a count
of lines, and clients and libraries do not agree on what ends a line.
"""

import contextlib
import gc
import os
import sys
from collections.abc import Callable
from typing import Any

from inkwright import __version__
from inkwright.cli.lsp.desk import Desk, Ignored, Remedy, Sheet
from inkwright.model.errors import InkwrightError, UsageError
from inkwright.model.span import Span

PAUSE = 0.15
"""Seconds without a change after which a text is checked while it is being written."""
COMMANDS: dict[Ignored, str] = {"once": "inkwright.ignore", "always": "inkwright.ignoreAlways"}
"""What a client asks for after an action that writes into the workspace: with the text's URI and a fingerprint."""
_SEVERITIES = {"error": "Error", "warning": "Warning", "suggestion": "Information"}


def serve(today: Callable[[str], str]) -> None:
    """Answer one client until it says `exit` or closes the line. `today` gives the day in a time zone, ISO.

    Raises UsageError when pygls is not installed.
    """
    try:
        from lsprotocol import types
        from pygls.lsp.server import LanguageServer
    except ModuleNotFoundError as error:
        raise UsageError(
            "the language server needs pygls, which is not installed", hint='Run: pip install "inkwright[lsp]"'
        ) from error
    server = LanguageServer("inkwright", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
    talk = _Talk(server, types, Desk(today))
    for name, answer in (
        (types.TEXT_DOCUMENT_DID_OPEN, talk.opened),
        (types.TEXT_DOCUMENT_DID_CHANGE, talk.changed),
        (types.TEXT_DOCUMENT_DID_SAVE, talk.saved),
        (types.TEXT_DOCUMENT_DID_CLOSE, talk.closed),
        (types.TEXT_DOCUMENT_HOVER, talk.hover),
    ):
        server.feature(name)(_plain(answer))
    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(_plain(talk.actions))
    for how, name in COMMANDS.items():
        server.command(name)(talk.ignoring(how))
    gc.disable()  # it would stop a check half-way: the desk collects when it has answered
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as line, contextlib.redirect_stdout(sys.stderr):
        server.start_io(stdout=line)


def _plain(answer: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A function of its own for a bound method: pygls writes attributes on what it is given."""
    return lambda params: answer(params)


class _Talk:
    """What is said to one client. `types` is lsprotocol's module of message types."""

    def __init__(self, server: Any, types: Any, desk: Desk) -> None:
        self._server = server
        self._types = types
        self._desk = desk
        self._waiting: dict[str, Any] = {}

    def opened(self, params: Any) -> None:
        """A text is shown: check it."""
        self._publish(params.text_document.uri)

    def changed(self, params: Any) -> None:
        """A text changed: check it once the writer pauses."""
        import asyncio

        uri = params.text_document.uri
        self._stop_waiting(uri)
        self._waiting[uri] = asyncio.get_running_loop().call_later(PAUSE, self._publish, uri)

    def saved(self, params: Any) -> None:
        """A text was saved: check it now, and look anew at the files around it."""
        self._desk.look_anew()
        self._publish(params.text_document.uri)

    def closed(self, params: Any) -> None:
        """A text is no longer shown: its findings go."""
        uri = params.text_document.uri
        self._stop_waiting(uri)
        self._desk.forget(uri)
        self._say(uri, None, [])

    def hover(self, params: Any) -> Any:
        """The page of the rule behind the finding at a position."""
        types = self._types
        sheet = self._sheet(params.text_document.uri)
        told = sheet and sheet.told(sheet.positions.offset(params.position.line, params.position.character))
        if not sheet or not told:
            return None
        text = types.MarkupContent(types.MarkupKind.Markdown, told[0])
        return types.Hover(text, self._range(sheet, told[1]))

    def actions(self, params: Any) -> list[Any]:
        """Fixes for the findings in a range, the comments that allow them and, in a workspace, ignoring them."""
        only, quick = params.context.only, self._types.CodeActionKind.QuickFix
        if only and not any(str(quick).startswith(getattr(kind, "value", kind)) for kind in only):
            return []
        uri = params.text_document.uri
        sheet = self._sheet(uri)
        if sheet is None:
            return []
        start, end = (sheet.positions.offset(at.line, at.character) for at in (params.range.start, params.range.end))
        return [self._action(uri, sheet, remedy) for remedy in sheet.remedies(Span(start, end))]

    def ignoring(self, how: Ignored) -> Callable[[str, str], None]:
        """What answers the command that leaves a finding alone."""

        def ignore(uri: str, name: str) -> None:
            try:
                self._desk.ignore(uri, name, how == "always")
            except InkwrightError as error:
                self._complain(error)
            self._publish(uri)

        return ignore

    def _action(self, uri: str, sheet: Sheet, remedy: Remedy) -> Any:
        types = self._types
        edits = [types.TextEdit(self._range(sheet, edit.span), edit.text) for edit in remedy.edits]
        name = COMMANDS.get(remedy.ignored)
        asked = [uri, sheet.name(remedy.finding)] if name else []
        return types.CodeAction(
            title=remedy.title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[self._diagnostic(sheet, remedy.finding)],
            is_preferred=remedy.safe or None,
            edit=types.WorkspaceEdit(changes={uri: edits}) if edits else None,
            command=types.Command(remedy.title, name, arguments=asked) if name else None,
        )

    def _publish(self, uri: str) -> None:
        self._stop_waiting(uri)
        version = self._server.workspace.get_text_document(uri).version
        sheet = self._sheet(uri, complain=True)
        self._say(uri, version, [self._diagnostic(sheet, one) for one in sheet.checked.findings] if sheet else [])
        self._desk.rest()

    def _say(self, uri: str, version: int | None, found: list[Any]) -> None:
        types = self._types
        self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def _sheet(self, uri: str, complain: bool = False) -> Sheet | None:
        """The text of a URI, checked; None when it cannot be, which `complain` shows to the writer."""
        workspace = self._server.workspace
        document = workspace.get_text_document(uri)
        agreed: Any = self._types.PositionEncodingKind(workspace.position_encoding or "utf-16")
        try:
            return self._desk.sheet(uri, document.path, document.source, agreed.value)
        except InkwrightError as error:
            if complain:
                self._complain(error)
            return None

    def _complain(self, error: InkwrightError) -> None:
        types = self._types
        said = types.ShowMessageParams(types.MessageType.Error, f"inkwright: {error}")
        self._server.window_show_message(said)

    def _diagnostic(self, sheet: Sheet, finding: Any) -> Any:
        types = self._types
        return types.Diagnostic(
            range=self._range(sheet, finding.span),
            message=finding.message,
            severity=types.DiagnosticSeverity[_SEVERITIES[finding.severity]],
            code=finding.rule,
            source="inkwright",
        )

    def _range(self, sheet: Sheet, span: Span) -> Any:
        start, end = (self._types.Position(*sheet.positions.of(offset)) for offset in span)
        return self._types.Range(start, end)

    def _stop_waiting(self, uri: str) -> None:
        waiting = self._waiting.pop(uri, None)
        if waiting:
            waiting.cancel()

"""A small client of the Language Server Protocol that starts the server as an editor does."""

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

WAIT = 30.0


class Client:
    """Starts the server in `folder`; `encodings` are offered for positions."""

    def __init__(self, folder: Path, encodings: list[str] | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "inkwright", "lsp", "--stdio"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._came: queue.Queue[dict[str, Any]] = queue.Queue()
        self._kept: list[dict[str, Any]] = []
        self._id = 0
        threading.Thread(target=self._listen, daemon=True).start()
        general = {"general": {"positionEncodings": encodings}} if encodings else {}
        self.offers = self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": general})
        self.tell("initialized", {})

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while line := stream.readline():
            size = int(line.split(b":")[1]) if line.lower().startswith(b"content-length") else 0
            while stream.readline().strip():
                pass
            self._came.put(json.loads(stream.read(size)))

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        self._id += 1
        self._send({"id": self._id, "method": method, "params": params})
        while True:
            message = self._came.get(timeout=WAIT)
            if message.get("id") == self._id and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._kept.append(message)

    def hear(self, method: str) -> Any:
        """The parameters of the next notification of a method."""
        for index, message in enumerate(self._kept):
            if message.get("method") == method:
                return self._kept.pop(index)["params"]
        while True:
            message = self._came.get(timeout=WAIT)
            if message.get("method") == method:
                return message["params"]
            self._kept.append(message)

    def silent(self, method: str, seconds: float) -> bool:
        """Whether no notification of a method comes for a while."""
        try:
            while True:
                self._kept.append(self._came.get(timeout=seconds))
        except queue.Empty:
            return not any(message.get("method") == method for message in self._kept)

    def open(self, uri: str, text: str) -> dict[str, Any]:
        self.tell(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": "markdown", "version": 1, "text": text}},
        )
        return self.hear("textDocument/publishDiagnostics")  # type: ignore[no-any-return]

    def change(self, uri: str, text: str, version: int = 2) -> None:
        document = {"uri": uri, "version": version}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def actions(self, uri: str, range_: dict[str, Any]) -> list[dict[str, Any]]:
        return self.ask(  # type: ignore[no-any-return]
            "textDocument/codeAction",
            {"textDocument": {"uri": uri}, "range": range_, "context": {"diagnostics": []}},
        )

    def end(self) -> tuple[int, str]:
        """Says goodbye; the exit code and what stood on stderr."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        code = self.process.wait(timeout=WAIT)
        assert self.process.stderr
        return code, self.process.stderr.read().decode()


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    """A text after the edits of an action, with UTF-16 columns, worked out as a client does."""
    lines = text.splitlines(keepends=True) or [""]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode("utf-16-le")) // 2)
    units = text.encode("utf-16-le")

    def at(position: dict[str, int]) -> int:
        return 2 * (starts[position["line"]] + position["character"])

    for edit in sorted(edits, key=lambda one: at(one["range"]["start"]), reverse=True):
        start, end = at(edit["range"]["start"]), at(edit["range"]["end"])
        units = units[:start] + edit["newText"].encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le")

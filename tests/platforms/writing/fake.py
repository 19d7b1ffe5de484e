"""A platform of our own on this machine: answers as a vendor's reference says, breaks off where a test wants it."""

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Route = Callable[[str, str, dict[str, str], bytes], tuple[int, Any]]
"""Method, path with query, headers in lower case and body, to a status and the JSON of the answer."""


class Fake:
    """A server that keeps what it was asked. `after` holds for one request what is done once the platform has acted:
    "half" sends half an answer, "cut" none, a status that status. `before` refuses with a status and does nothing."""

    def __init__(self, route: Route) -> None:
        self.asked: list[tuple[str, str, dict[str, str], bytes]] = []
        self.before: list[int] = []
        self.after: list[Any] = []
        fake, changes = self, getattr(route, "changes", lambda method, path, body: method != "GET")

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                headers = {name.lower(): value for name, value in self.headers.items()}
                fake.asked.append((self.command, self.path, headers, body))
                acts = changes(self.command, self.path, body)
                if fake.before and acts:
                    self.say(fake.before.pop(0), {"error": "no"})
                    return
                status, data = route(self.command, self.path, headers, body)
                fault = fake.after.pop(0) if fake.after and acts else None
                if fault == "cut":
                    self.connection.close()
                elif fault == "half":
                    sent = json.dumps(data).encode()
                    self.send_response(status)
                    self.send_header("content-length", str(len(sent)))
                    self.end_headers()
                    self.wfile.write(sent[: len(sent) // 2])
                elif fault:
                    self.say(fault, {"error": "trouble"})
                else:
                    self.say(status, data)

            def say(self, status: int, data: Any) -> None:
                sent = b"" if data is None else json.dumps(data).encode()
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(sent)))
                if status == 429:
                    self.send_header("retry-after", "30")
                self.end_headers()
                self.wfile.write(sent)

            do_GET = do_POST = do_PUT = do_PATCH = answer

            def log_message(self, *said: Any) -> None:
                """Nothing is printed."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

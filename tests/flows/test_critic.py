"""The critic over a real connection: what goes out, what comes back, and that nothing of it can be pasted."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.face import Called, called

from inkwright.critic.contract import refusal
from inkwright.flows.critic import ask, prepare
from inkwright.model.errors import InkwrightError, UsageError
from inkwright.workspace.folder import open_workspace

POST = """---
title: Caches
thesis: canary-thesis
---

# Caches

<!-- plan
- canary-plan
-->

The cache is fast. Latency fell to 45 ms on one machine.

```python
canary_code()
```
"""
SMUGGLED = [
    {"quote": "The cache is fast", "kind": "question", "text": 'Why not say "The cache answers in pastable time"?'},
    {"quote": "The cache is fast", "kind": "question", "text": "Could you write that pastable caches win?"},
    {"quote": "The cache is fast", "kind": "doubt", "text": "The cache answers in pastable time."},
    {"quote": "The cache is fast", "kind": "doubt", "text": "I doubt it: pastable is the word."},
    {"quote": "The cache is fast", "kind": "question", "text": "Is it fast? Try: the pastable cache."},
    {"quote": "The cache is fast", "kind": "question", "text": "Is this better?\n\n> A pastable block."},
    {"quote": "The cache is fast", "kind": "question", "text": "Is `pastable()` meant?"},
    {"quote": "The cache is fast", "kind": "question", "text": "What is meant?", "replacement": "A pastable sentence."},
    {"quote": "A pastable sentence.", "kind": "question", "text": "What is meant?"},
    {"quote": "The cache is fast", "kind": "pastable", "text": "What is meant?"},
    {"quote": "The cache is fast", "kind": "question", "text": "What if the sentence said pastable caches win?"},
    {"quote": "The cache is fast", "kind": "question", "text": "Is it fast, change it to pastable?"},
]
GOOD = [
    {"paragraph": 2, "quote": "Latency fell to 45 ms", "kind": "question", "text": "How often was this measured?"},
    {"paragraph": 2, "quote": "The cache is fast", "kind": "doubt", "text": "I doubt that one machine shows it."},
]


class Server:
    """A model's server on this machine that answers as it is told and remembers what it was asked."""

    def __init__(self) -> None:
        self.answer: Callable[[], tuple[int, bytes]] = lambda: (500, b"")
        self.seen: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                outer.seen.append((self.path, {k.lower(): v for k, v in self.headers.items()}, json.loads(body)))
                status, content = outer.answer()
                try:
                    self.send_response(status)
                    if 300 <= status < 400:
                        self.send_header("location", content.decode())
                    self.send_header("content-length", str(len(content)))
                    self.end_headers()
                    self.wfile.write(content)
                except OSError:
                    pass  # the other side has had enough

            def log_message(self, *args: object) -> None:
                """Be quiet."""

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.http.server_address[1]
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def says(self, words: str, api: str = "openai", status: int = 200) -> None:
        """Answer with these words of a model."""
        openai = {"choices": [{"message": {"role": "assistant", "content": words}}]}
        anthropic = {"content": [{"type": "text", "text": words}], "stop_reason": "end_turn"}
        body = json.dumps(anthropic if api == "anthropic" else openai).encode()
        self.answer = lambda: (status, body)


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.http.shutdown()
    made.http.server_close()


@pytest.fixture
def blog(tmp_path: Path, server: Server) -> Path:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "caches.md").write_text(POST, encoding="utf-8")
    configure(tmp_path, server)
    return tmp_path


def configure(folder: Path, server: Server, api: str = "openai", more: str = "") -> None:
    path = "" if api == "anthropic" else "/v1"
    text = f'[critic]\nurl = "http://127.0.0.1:{server.port}{path}"\nmodel = "tiny"\napi = "{api}"\n{more}'
    (folder / "inkwright.toml").write_text(text, encoding="utf-8")


def critic(folder: Path, *args: str, key: str = "") -> Called:
    """The command as it is called where nobody can be asked."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("INKWRIGHT")}
    environment |= {"INKWRIGHT_CRITIC_KEY": key} if key else {}
    return called(folder, "critic", *args, environment=environment)


def files(folder: Path) -> dict[str, bytes]:
    """Every file but what is disposable, with its bytes."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not name.startswith(".inkwright/")}


@pytest.mark.parametrize("api", ["openai", "anthropic"])
def test_good_questions_are_printed_like_findings(blog: Path, server: Server, api: str) -> None:
    configure(blog, server, api)
    server.says(json.dumps({"questions": GOOD}), api)
    before = files(blog)
    done = critic(blog, "caches", "--as", "sceptic", "--yes", key="k3y")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "posts/caches.md:12:1: doubt: I doubt that one machine shows it. [sceptic]",
        "    on: The cache is fast",
        "posts/caches.md:12:20: question: How often was this measured? [sceptic]",
        "    on: Latency fell to 45 ms",
    ]
    assert files(blog) == before
    (asked,) = server.seen
    assert asked[0] == ("/v1/messages" if api == "anthropic" else "/v1/chat/completions")
    assert asked[1].get("x-api-key" if api == "anthropic" else "authorization", "").endswith("k3y")
    assert "canary" not in json.dumps(asked)
    assert f"http://127.0.0.1:{server.port}" in done.stderr and "1 code block" in done.stderr


def test_json(blog: Path, server: Server) -> None:
    server.says(json.dumps({"questions": [*GOOD, SMUGGLED[0]]}))
    done = critic(blog, "posts/caches.md", "--as", "sceptic", "--as", "leader", "--yes", "--format", "json")
    printed = json.loads(done.stdout)
    assert printed["version"] == 1 and len(printed["questions"]) == 4
    assert printed["questions"][1] == {
        "path": "posts/caches.md", "line": 12, "column": 20, "end_line": 12, "end_column": 41, "persona": "sceptic",
        "kind": "question", "quote": "Latency fell to 45 ms", "text": "How often was this measured?",
    }  # fmt: skip
    assert printed["replies"][1] == {
        "persona": "leader", "parts": 3, "refused": {"text to insert": 1}, "broken": False
    }  # fmt: skip
    assert done.returncode == 0 and "pastable" not in done.stdout + done.stderr


def test_a_dry_run_shows_every_word_and_sends_none(blog: Path, server: Server) -> None:
    done = critic(blog, "caches", "--dry-run")
    assert done.returncode == 0 and server.seen == []
    server.says("[]")
    assert critic(blog, "caches", "--yes").returncode == 0
    for message in server.seen[0][2]["messages"]:
        assert message["content"] in done.stdout
    rows = json.loads(critic(blog, "caches", "--dry-run", "--format", "json").stdout)["requests"]
    assert [row["user"] for row in rows] == [server.seen[0][2]["messages"][1]["content"]]
    assert rows[0]["bytes"] == int(server.seen[0][1]["content-length"])


def test_without_a_terminal_nothing_goes_out_unasked(blog: Path, server: Server) -> None:
    done = critic(blog, "caches")
    assert done.returncode == 2 and server.seen == [] and done.stdout == ""
    assert "Add --yes to send it" in done.stderr


@pytest.mark.parametrize(("typed", "sent"), [(b"y\n", 1), (b"n\n", 0), (b"\n", 0)])
def test_on_a_terminal_the_writer_is_asked(blog: Path, server: Server, typed: bytes, sent: int) -> None:
    server.says("[]")
    terminal, side = os.openpty()
    os.write(terminal, typed)
    process = subprocess.run(
        [sys.executable, "-m", "inkwright", "critic", "caches"],
        cwd=blog, stdin=side, stdout=subprocess.PIPE, stderr=side, check=False,
    )  # fmt: skip
    os.close(side)
    shown = os.read(terminal, 20_000).decode()
    os.close(terminal)
    assert "Send it? [y/N]" in shown and len(server.seen) == sent and process.returncode == 0
    assert process.stdout == (b"practitioner: no questions\n" if sent else b"")
    assert ("Nothing was sent." in shown) == (not sent)


@pytest.mark.parametrize("format_", ["text", "json"])
def test_nothing_insertable_reaches_the_screen(blog: Path, server: Server, format_: str) -> None:
    server.says(json.dumps({"questions": SMUGGLED}))
    before = files(blog)
    done = critic(blog, "caches", "--yes", "--format", format_)
    assert done.returncode == 1
    assert "pastable" not in done.stdout + done.stderr
    if format_ == "text":
        assert (
            f"the model's reply was refused: {len(SMUGGLED) - 4} of {len(SMUGGLED)} parts were text to insert"
            in done.stdout
        )
    else:
        assert json.loads(done.stdout)["questions"] == []
    assert files(blog) == before


@pytest.mark.parametrize(
    "words",
    ["Here is a pastable version of the post.", "# Pastable\n\nThe pastable cache.", '{"questions": "pastable"}', ""],
)
def test_prose_is_refused_whole(blog: Path, server: Server, words: str) -> None:
    server.says(words)
    done = critic(blog, "caches", "--yes")
    assert done.returncode == 1 and "pastable" not in (done.stdout + done.stderr).lower()
    assert done.stdout == "practitioner: the model's reply was refused: it was no list of questions\n"


@pytest.mark.parametrize("body", [b"", b"<html>pastable", b"[" * 90_000, b"\xff\x00pastable", b'{"error": "pastable"}'])
def test_a_hostile_body_is_refused(blog: Path, server: Server, body: bytes) -> None:
    server.answer = lambda: (200, body)
    done = critic(blog, "caches", "--yes")
    assert done.returncode == 1 and "pastable" not in done.stdout + done.stderr
    assert "no list of questions" in done.stdout


@pytest.mark.parametrize(
    ("status", "said"),
    [(401, "wants a key"), (404, "no model `tiny`"), (429, "Wait"), (500, "Try again later"), (400, "too long")],
)
def test_a_refusal_is_one_sentence(blog: Path, server: Server, status: int, said: str) -> None:
    server.says("pastable", status=status)
    done = critic(blog, "caches", "--yes")
    assert done.returncode == 2 and done.stdout == ""
    assert "pastable" not in done.stderr and "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith(f"inkwright: the critic's server answered {status}: ")
    assert said in done.stderr


def test_a_wrong_key_is_said_without_the_key(blog: Path, server: Server) -> None:
    server.says("no", status=401)
    done = critic(blog, "caches", "--yes", key="k3y-of-mine")
    assert "does not accept the key in the environment variable INKWRIGHT_CRITIC_KEY" in done.stderr
    assert "k3y-of-mine" not in done.stderr + done.stdout


def test_a_post_is_not_sent_on_to_another_host(blog: Path, server: Server) -> None:
    other = Server()
    other.says("[]")
    server.answer = lambda: (307, f"http://127.0.0.1:{other.port}/v1/chat/completions".encode())
    done = critic(blog, "caches", "--yes", key="k3y")
    assert done.returncode == 2 and other.seen == [] and done.stdout == ""
    other.http.shutdown()
    other.http.server_close()


def test_a_slow_server_is_given_up(blog: Path, server: Server) -> None:
    configure(blog, server, more="timeout = 0.5\n")
    server.answer = lambda: (time.sleep(3), (200, b""))[1]
    done = critic(blog, "caches", "--yes")
    assert done.returncode == 2 and "no answer within 0.5 seconds" in done.stderr


def test_an_endless_answer_is_cut_off(blog: Path, server: Server) -> None:
    server.answer = lambda: (200, b"pastable " * 400_000)
    done = critic(blog, "caches", "--yes")
    assert done.returncode == 2 and "longer than any list of questions" in done.stderr
    assert "pastable" not in done.stdout + done.stderr


def test_nobody_there(blog: Path, server: Server) -> None:
    server.http.shutdown()
    server.http.server_close()
    done = critic(blog, "caches", "--yes")
    assert done.returncode == 2 and "nobody answers there. Is the server running" in done.stderr


def test_off_until_it_is_set_up(blog: Path, server: Server) -> None:
    (blog / "inkwright.toml").write_text("", encoding="utf-8")
    done = critic(blog, "caches", "--yes")
    assert done.returncode == 2 and server.seen == []
    assert "the critic is off. To turn it on, set `url` and `model` below [critic] in inkwright.toml" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('key = "sk-q8ZrT2mW4xYb6NcV1kLp9Sd"', "never the key itself"), ("timeout = 0", "more than 0"),
        ('api = "other"', "must be openai or anthropic"), ("personas = []", "at least one"),
        ('url = "http://me:pw@host/"', "without a user name"), ('url = "localhost:1"', "http or https address"),
    ],
)  # fmt: skip
def test_settings_that_cannot_be_meant_are_named_with_their_line(blog: Path, line: str, said: str) -> None:
    (blog / "inkwright.toml").write_text(f"[critic]\n{line}\n", encoding="utf-8")
    done = critic(blog, "caches", "--yes")
    assert done.returncode == 2 and done.stderr.startswith("inkwright: inkwright.toml:2: ") and said in done.stderr
    assert "q8ZrT2" not in done.stderr and "pw" not in done.stderr


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("posts/caches.md", POST + "\nWe call it Falcon.\n"),
        ("posts/caches.md", POST + "\n`ghp_q8ZrT2mW4xYb6NcV1kLp9SdF3gHj5Ka7Qw0E`\n"),
        ("inkwright/critic/practitioner.md", "You work on Falcon.\n"),
    ],
)
def test_private_words_and_secrets_stay_here(blog: Path, server: Server, where: str, text: str) -> None:
    (blog / "inkwright" / "critic").mkdir(parents=True)
    (blog / "inkwright" / "private.txt").write_text("Falcon\n", encoding="utf-8")
    (blog / where).write_text(text, encoding="utf-8")
    for args in (("--yes",), ("--dry-run",)):
        done = critic(blog, "caches", *args)
        line = text.count("\n", 0, max(text.find("Falcon"), text.find("ghp_"))) + 1
        assert done.returncode == 2 and f"{where}:{line}: nothing was sent" in done.stderr
    assert server.seen == []


def test_a_reader_of_ones_own_changes_the_request_and_not_the_contract(blog: Path, server: Server) -> None:
    server.says("[]")
    (blog / "inkwright" / "critic").mkdir(parents=True)
    (blog / "inkwright" / "critic" / "practitioner.md").write_text("You keep goats.\n", encoding="utf-8")
    (blog / "inkwright" / "critic" / "goat.md").write_text("You are a goat.\n", encoding="utf-8")
    assert critic(blog, "caches", "--as", "practitioner", "--as", "goat", "--as", "leader", "--yes").returncode == 0
    systems = [seen[2]["messages"][0]["content"] for seen in server.seen]
    assert [system.split("\n")[0] for system in systems[:2]] == ["You keep goats.", "You are a goat."]
    ends = {system.partition("\n---\n")[2] for system in systems}
    assert len(ends) == 1 and "A reader asks and doubts." in ends.pop()


def test_a_post_without_prose_is_not_sent(blog: Path, server: Server) -> None:
    (blog / "posts" / "caches.md").write_text("---\ntitle: x\n---\n\n```python\nx = 1\n```\n", encoding="utf-8")
    with pytest.raises(UsageError, match="no prose"):
        prepare(open_workspace(blog), "caches", (), "")


def test_code_is_sent_when_the_settings_say_so(blog: Path, server: Server) -> None:
    configure(blog, server, more="code = true\n")
    prepared = prepare(open_workspace(blog), "caches", (), "")
    assert "canary_code()" in prepared.requests[0].user and "canary-" not in prepared.requests[0].user


def test_the_users_word_that_nothing_goes_out_holds(
    blog: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INKWRIGHT_OFFLINE", "1")
    workspace = open_workspace(blog)
    with pytest.raises(InkwrightError, match="INKWRIGHT_OFFLINE is set"):
        list(ask(workspace, prepare(workspace, "caches", (), "")))
    assert server.seen == []


ANY_TEXT = st.one_of(
    st.sampled_from([part["text"] for part in [*SMUGGLED, *GOOD]]),
    st.text(max_size=40).map("What {}?".format),
    st.text(max_size=80),
)
ANY_PART = st.fixed_dictionaries(
    {"quote": st.sampled_from(["The cache", "Caches", "pastable"]), "kind": st.sampled_from(["question", "doubt"]),
     "text": ANY_TEXT},
    optional={"paragraph": st.integers(0, 3), "new": st.text(max_size=9)},
)  # fmt: skip
ANY_WORDS = st.one_of(st.lists(ANY_PART, max_size=6).map(json.dumps), st.text(max_size=60))
ANY_BODY = st.one_of(
    ANY_WORDS.map(lambda words: json.dumps({"choices": [{"message": {"content": words}}]}).encode()),
    st.binary(max_size=60),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(status=st.sampled_from([200, 200, 200, 201, 400, 500]), body=ANY_BODY)
def test_whatever_a_server_answers_only_the_contract_is_shown(
    blog: Path, server: Server, status: int, body: bytes
) -> None:
    server.answer = lambda: (status, body)
    workspace = open_workspace(blog)
    before = files(blog)
    prepared = prepare(workspace, "caches", (), "")
    prose = "\n".join(one.text for one in prepared.paragraphs if one.number)
    try:
        heard = list(ask(workspace, prepared))
    except InkwrightError as error:
        assert status >= 400 and "pastable" not in str(error)
        heard = []
    for one in heard:
        for question in one.questions:
            assert refusal(question.text, question.kind, prose) is None
            assert prepared.document.slice(question.span) in ("The cache", "Caches")
    assert files(blog) == before

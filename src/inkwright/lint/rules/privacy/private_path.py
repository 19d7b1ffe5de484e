"""Paths and hosts that tell of the author's own machine or network."""

import re
from collections.abc import Iterator

from inkwright.lint.pictures import told_by_pictures
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span

_HOME = regex(
    r"(?<![\w.~-])(?:/home/|/Users/|[A-Za-z]:\\{1,2}Users\\{1,2})([A-Za-z][\w-]*(?=[/\\\s\"'`:)]|\Z)|[A-Za-z][\w.-]*(?=[/\\]))"
)
_HOST = regex(r"(?<![\w.-])(?:[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?\.){1,6}(?:internal|corp|intranet)(?![\w.-])")
_IN_ADDRESS = regex(r"://[^\s()<>\"'`]*\Z")
_HOMES = ("/home/", "/Users/", ":\\")
_ENDINGS = (".internal", ".corp", ".intranet")
_NOBODY = frozenset(
    (
        "user", "users", "username", "user1", "name", "yourname", "your-name", "your_name", "yourusername", "you",
        "me", "myuser", "myusername", "someuser", "someone", "alice", "bob", "carol", "eve", "john", "jane", "jdoe",
        "johndoe", "foo", "bar", "baz", "foobar", "quux", "example", "test",
        "ubuntu", "debian", "fedora", "centos", "ec2-user", "azureuser",
        "opc", "admin", "runner", "vscode", "codespace", "jovyan", "app", "appuser", "node", "pi", "vagrant",
        "coder", "linuxbrew", "git", "root", "shared", "public", "default", "docker", "jenkins", "www", "nobody",
        "gitpod", "build", "student", "dev", "developer", "deploy", "airflow", "spark", "hadoop", "postgres",
        "circleci", "runneradmin", "sandbox", "model-server", "data", "work", "workspace", "nonroot",
    )
)  # fmt: skip
_STAND_INS = ("my-", "my.", "your-", "your.", "example-", "example.", "some-", "myapp", "myhost", "yourapp")
_KNOWN_HOSTS = ("docker.internal", "google.internal", "compute.internal", "example.internal", "containers.internal")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each user name and each host, where it first stands, and each picture whose file names one."""
    text = document.text
    seen = set(_NOBODY)
    for match in _HOME.finditer(text) if any(map(text.__contains__, _HOMES)) else ():
        name = match[1].lower()
        if name in seen or _IN_ADDRESS.search(text, max(0, match.start() - 200), match.start()):
            continue
        seen.add(name)
        if not _is_public(document, name):
            yield found(Span(*match.span()), f"the path names the account `{match[1]}` on your machine")
    for match in _HOST.finditer(text) if any(map(text.__contains__, _ENDINGS)) else ():
        if match[0] not in seen and not _is_nobodys(match[0]) and not _is_module(text, match):
            seen.add(match[0])
            yield found(Span(*match.span()), f"`{match[0]}` is a host inside somebody's network")
    for span, path, traces in told_by_pictures(document, context):
        homes = (match for trace in traces for match in _HOME.finditer(trace.value))
        home = next((match for match in homes if match[1].lower() not in _NOBODY), None)
        if home and not _is_public(document, home[1].lower()):
            yield found(span, f"the file {path} names the account `{home[1]}` on your machine ({home[0]})")


def _is_public(document: Document, name: str) -> bool:
    """Whether the post shows the name itself: in an address, or as its author."""
    author = str(document.front_matter.data.get("author", document.front_matter.data.get("authors", ""))).lower()
    return name in author or re.search(rf"https?://[^\s)\"'>]*{re.escape(name)}", document.text, re.I) is not None


def _is_nobodys(host: str) -> bool:
    """Whether a host stands for any: one that everybody has, or one that the reader is to put in its place."""
    return host.endswith(_KNOWN_HOSTS) or host.startswith(_STAND_INS)


def _is_module(text: str, match: re.Match[str]) -> bool:
    """Whether a dotted name is a module that code imports."""
    return re.search(r"\b(?:from|import)\s+\Z", text[max(0, match.start() - 20) : match.start()]) is not None

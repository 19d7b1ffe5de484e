"""Excerpts of real code: what `source=owner/repo@commit:path#L10-L24` means, and the addresses that go with it."""

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

from inkwright.model.document import Block, Document
from inkwright.model.origin import Origin
from inkwright.model.regex import regex
from inkwright.text.info_string import parse_info

OPTION = "source"
_SHORT = regex(r"(?P<where>[\w.~-]+(?:/[\w.~-]+)+)@(?P<commit>[^:\s]*):(?P<path>[^#\s]+)(?P<lines>#\S*)?\Z")
_ADDRESS = regex(
    r"https://(?P<host>[\w.-]+)/(?P<repository>[\w.~-]+(?:/[\w.~-]+)+?)"
    r"/(?:blob|-/blob|src/commit|src)/(?P<commit>[^/\s]+)/(?P<path>[^#?\s]+)(?:\?[^#\s]*)?(?P<lines>#\S*)?\Z"
)
_COMMIT = regex(r"[0-9a-f]{7,40}\Z", re.I)
_LINES = regex(r"#(?:L|lines-)(\d{1,7})(?:C\d+)?(?:[-:]L?(\d{1,7})(?:C\d+)?)?\Z")
_FORM = "write `source=owner/repo@commit:path#L10-L24`"
DEFAULT_HOST = "github.com"


def excerpts(document: Document) -> Iterator[tuple[Block, str]]:
    """Every fenced code block that names a source, with what it says, in reading order."""
    if f"{OPTION}=" not in document.text:
        return
    for block in document.of_kind("code"):
        if block.name == "fenced" and f"{OPTION}=" in block.info:
            written = parse_info(block.info).options.get(OPTION, "")
            if written:
                yield block, written


def read_origin(written: str) -> Origin:
    """The origin that a value of `source` names, a permalink of GitHub, GitLab, Gitea or Bitbucket included.

    Raises ValueError saying what to write.
    """
    found = _ADDRESS.match(written)
    if found:
        host, repository, path = found["host"].lower(), found["repository"].removesuffix("/-"), unquote(found["path"])
    else:
        found = _SHORT.match(written)
        if not found:
            raise ValueError(f"`{written}` names no file of a repository: {_FORM}")
        host, repository = _hosted(found["where"])
        path = found["path"]
    commit = found["commit"]
    if not _COMMIT.match(commit):
        raise ValueError(f"`{commit}` is no commit, and a branch moves on: write the hash, at least 7 characters of it")
    if path.startswith("/") or any(part in ("", ".", "..") for part in path.split("/")):
        raise ValueError(f"`{path}` is no path inside a repository: {_FORM}")
    return Origin(host, repository, commit.lower(), path, *_lines(found["lines"] or ""))


def _hosted(where: str) -> tuple[str, str]:
    """Host and repository; a first part with a dot before two others is a host."""
    first, _, rest = where.partition("/")
    return (first.lower(), rest) if "." in first and "/" in rest else (DEFAULT_HOST, where)


def _lines(written: str) -> tuple[int, int]:
    if not written:
        return 0, 0
    match = _LINES.match(written)
    first = int(match[1]) if match else 0
    last = int(match[2] or first) if match else 0
    if not first or last < first:
        raise ValueError(f"`{written}` names no lines: write `#L10-L24`, counted from 1")
    return first, last


def permalink(origin: Origin) -> str:
    """The address that shows the lines to a reader, for ever.

    **Source:** the addresses that each host gives for "copy permalink".
    """
    kind = _kind(origin.host)
    between = {"gitlab": "-/blob", "gitea": "src/commit", "bitbucket": "src"}.get(kind, "blob")
    return f"https://{origin.host}/{origin.repository}/{between}/{origin.commit}/{quote(origin.path)}{_anchor(origin)}"


def raw_address(origin: Origin) -> str:
    """The address of the bare file."""
    kind, path = _kind(origin.host), quote(origin.path)
    if origin.host == DEFAULT_HOST:
        return f"https://raw.githubusercontent.com/{origin.repository}/{origin.commit}/{path}"
    between = {"gitlab": "-/raw", "gitea": "raw/commit"}.get(kind, "raw")
    return f"https://{origin.host}/{origin.repository}/{between}/{origin.commit}/{path}"


def _kind(host: str) -> str:
    if "gitlab" in host:
        return "gitlab"
    if "bitbucket" in host:
        return "bitbucket"
    return "gitea" if re.search(r"codeberg|gitea|forgejo", host) else "github"


def _anchor(origin: Origin) -> str:
    if not origin.first:
        return ""
    many = origin.last != origin.first
    kind = _kind(origin.host)
    if kind == "bitbucket":
        return f"#lines-{origin.first}" + (f":{origin.last}" if many else "")
    return f"#L{origin.first}" + (f"-{'' if kind == 'gitlab' else 'L'}{origin.last}" if many else "")

"""A branch of a git repository that GitHub Pages (or any host of the kind) shows.

The commit is made in a repository of our own and pushed from there, so that the writer's checkout, index and branches
are never touched. Nothing is ever forced: a branch that moved meanwhile refuses the push, and the next run goes on
from where it is then. What others committed to the branch stays.

**Source:** git-fast-import(1) for the stream; docs.github.com/pages for `.nojekyll` and `CNAME`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inkwright.model.deploy import Changes
from inkwright.model.errors import UsageError
from inkwright.model.regex import regex
from inkwright.model.settings import DeployTarget
from inkwright.platforms.deploy.target import LIST, Doors, Place, Ran, Read, Target, read_list

_BRANCH = regex(r"(?!-)(?!.*\.\.)[\w./-]+(?<![./])")
_REMOTE = regex(r"[A-Za-z0-9][\w.-]*")
_DOMAIN = regex(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
_GIT = ("git", "-c", "core.hooksPath=/dev/null", "-c", "gc.auto=0", "-c", "core.quotePath=false")
_THERE, _MADE = "refs/inkwright/there", "refs/inkwright/made"


@dataclass
class Branch:
    """The branch: `url` is the repository's address, `tip` its last commit, "" where there is none yet."""

    said: str
    url: str
    branch: str
    tip: str
    author: str
    doors: Doors
    note: str = ""

    def listed(self) -> bytes:
        """The list in its last commit."""
        done = _git(self.doors, "cat-file", "blob", f"{self.tip}:{LIST}") if self.tip else None
        return done.output if done and done.code == 0 else b""

    def transfer(self, changes: Changes, read: Read, lists: tuple[bytes, bytes]) -> None:
        """Commit the changes and push. Raises UsageError for what git refuses, with its own words."""
        self._look_out(changes, read)
        stream = b"".join(_stream(self, changes, read, lists[1]))
        _must(_git(self.doors, "update-ref", "-d", _MADE), "what was made before cannot be forgotten")
        _must(_git(self.doors, "fast-import", "--quiet", "--force", stdin=stream), "the commit cannot be made")
        pushed = _git(self.doors, "push", "--quiet", "--", self.url, f"{_MADE}:refs/heads/{self.branch}")
        _must(pushed, f"the branch `{self.branch}` was not updated")

    def _look_out(self, changes: Changes, read: Read) -> None:
        """Refuse to commit over sources, or over files that somebody else committed."""
        if not self.tip:
            return
        known = read_list(self.listed())
        names = _must(_git(self.doors, "ls-tree", "-r", "-z", "--name-only", self.tip), "the branch cannot be read")
        there = set(names.output.decode("utf-8", "replace").split("\0"))
        if "inkwright.toml" in there:
            said = f"the branch `{self.branch}` holds your sources"
            raise UsageError(said, hint="Set `branch` of this target to one of its own, such as gh-pages.")
        for path in () if self.doors.over else sorted(there.intersection(changes.send) - known.keys()):
            found = _git(self.doors, "cat-file", "blob", f"{self.tip}:{path}")
            if found.output != read(path):
                said = f"`{path}` on the branch `{self.branch}` was not put there by Inkwright"
                raise UsageError(said, hint="Choose another branch, or overwrite it with --all.")


def _stream(place: Branch, changes: Changes, read: Read, listing: bytes) -> Iterator[bytes]:
    """What git makes the commit from."""
    count = len(changes.send) + len(changes.remove)
    message = f"Site of {place.doors.now.isoformat(timespec='minutes')}: {count} files\n".encode()
    yield f"commit {_MADE}\ncommitter {place.author} {_when(place.doors.now)}\ndata {len(message)}\n".encode()
    yield message
    yield f"from {place.tip}\n".encode() if place.tip else b""
    for path in changes.remove:
        yield b"D " + _quoted(path) + b"\n"
    for path in (*changes.send, LIST):
        data = listing if path == LIST else read(path)
        yield b"M 100644 inline " + _quoted(path) + f"\ndata {len(data)}\n".encode() + data + b"\n"


def _quoted(path: str) -> bytes:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'.encode()


def _when(now: datetime) -> str:
    return f"{int(now.timestamp())} {now.strftime('%z')[:5] or '+0000'}"


def _git(doors: Doors, *words: str, stdin: bytes = b"", folder: str = "") -> Ran:
    return doors.run((*_GIT, *words), folder or doors.state, stdin)


def _must(done: Ran, said: str) -> Ran:
    if done.code == 0:
        return done
    last = done.errors.splitlines()[-1:] or [f"git ended with {done.code}"]
    raise UsageError(f"{said}: {last[0]}", hint="Mend that and deploy again; nothing was changed there.")


def fault(settings: DeployTarget) -> str:
    """`to` is a remote's name or an address, `branch` a branch's name, `domain` a plain host name."""
    if settings.to.startswith("-") or "::" in settings.to:
        return "`to` must name a remote of this repository or the address of one"
    if not _BRANCH.fullmatch(settings.branch):
        return f"`branch` must be the name of a branch, not `{settings.branch}`"
    if settings.domain and not _DOMAIN.fullmatch(settings.domain):
        return "`domain` must be a host name such as me.dev"
    return ""


def beside(settings: DeployTarget) -> Mapping[str, bytes]:
    """`.nojekyll`, because the site is built already, and `CNAME` for a domain of one's own."""
    return {".nojekyll": b"", **({"CNAME": f"{settings.domain}\n".encode()} if settings.domain else {})}


def open_branch(settings: DeployTarget, doors: Doors) -> Place:
    """Ask the repository where the branch is and fetch that one commit. Raises UsageError when it cannot be reached."""
    _must(_git(doors, "init", "--quiet", "--bare", "."), "a repository of our own cannot be made")
    url = _address(settings.to or "origin", doors)
    doors.reach(url)
    heads = _must(_git(doors, "ls-remote", "--", url, f"refs/heads/{settings.branch}"), f"{url} cannot be reached")
    tip = heads.output.decode().split()[0] if heads.output.strip() else ""
    if tip:
        wanted = f"+refs/heads/{settings.branch}:{_THERE}"
        _must(_git(doors, "fetch", "--quiet", "--no-tags", "--depth=1", "--", url, wanted), f"{url} cannot be read")
    return Branch(f"branch {settings.branch} of {_shown(url)}", url, settings.branch, tip, _author(doors), doors)


def _address(to: str, doors: Doors) -> str:
    """The address of a remote of the writer's repository by its name; a path relative to the workspace made whole."""
    if _REMOTE.fullmatch(to):
        found = _git(doors, "remote", "get-url", "--push", "--", to, folder=doors.here)
        if found.code == 0:
            to = found.output.decode("utf-8", "replace").strip()
        elif not Path(doors.here, to).is_dir():
            raise UsageError(f"this repository has no remote `{to}`", hint="Name one, or an address, as `to`.")
    return str(Path(doors.here, to)) if ":" not in to else to


def _shown(url: str) -> str:
    """An address without the password that may stand in it."""
    return re.sub(r"(?<=://)[^/@]+@", "", url)


def _author(doors: Doors) -> str:
    """Who commits, as git here knows the writer."""
    name, email = (
        _git(doors, "config", f"user.{key}", folder=doors.here).output.decode("utf-8", "replace").strip()
        for key in ("name", "email")
    )
    clean = [re.sub(r"[<>\n]", "", part) for part in (name, email)]
    return f"{clean[0] or 'Inkwright'} <{clean[1] or 'inkwright@localhost'}>"


TARGET = Target(open_branch, fault, beside)

"""What is remembered of each copy of a post: in the post's record, and its address in the front matter."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from inkwright.flows.abroad import Abroad
from inkwright.text.front_matter import patch
from inkwright.workspace.folder import hash_of
from inkwright.workspace.records import load_record, save_record

Known = Mapping[str, Any]
"""`id`, `url`, `digest` of what was sent last, `state` "sending" while it is not known whether it arrived, `moment` of
the first try, `home` where readers find the post first on that platform, `pictures` the addresses of formulas that it
keeps, by name."""


def known_copy(post: Abroad, platform: str) -> Known:
    """What is remembered of the copy on a platform, {} for nothing."""
    found = load_record(post.workspace, post.post.file.id).remote.get(platform)
    return dict(found) if isinstance(found, Mapping) else {}


def remember_copy(post: Abroad, platform: str, known: Known) -> None:
    """Write it down; empty values leave no key, no values no entry. Raises UnwritableError, ConflictError."""
    record = load_record(post.workspace, post.post.file.id)
    kept = {key: value for key, value in known.items() if value not in ("", False, None)}
    others = {name: value for name, value in record.remote.items() if name != platform}
    save_record(post.workspace, replace(record, remote={**others, platform: kept} if kept else others))


def home_on(post: Abroad) -> tuple[str, str]:
    """The platform that is the home of a post whose writer has no site, and its address there; ("", "") for none."""
    remote = load_record(post.workspace, post.post.file.id).remote
    found = next((name for name, known in remote.items() if isinstance(known, Mapping) and known.get("home")), "")
    return found, str(remote[found].get("url", "")) if found else ""


def write_back(post: Abroad, platform: str, url: str) -> None:
    """Name the address of a copy in the post's front matter, in our own layout; elsewhere the record alone has it.

    Raises UnwritableError, ConflictError when the file changes meanwhile.
    """
    if post.found.generator.name != "inkwright" or not url:
        return
    path = post.post.file.path
    source = post.workspace.read(path)
    there = post.post.document.front_matter.data.get("syndicated")
    known = {**there, platform: url} if isinstance(there, Mapping) else {platform: url}
    text = patch(source.text, {"syndicated": known})
    if text != source.text:
        post.workspace.write(path, text, expected=hash_of(source.text))

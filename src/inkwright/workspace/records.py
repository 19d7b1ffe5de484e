"""Records of posts: `inkwright/posts/<id>.toml`, written so that comments, unknown keys and order stay."""

import contextlib
import tomllib
from collections.abc import Mapping
from typing import Any

from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.record import RECORD_LISTS, RECORD_TABLES, PostRecord
from inkwright.workspace.atomic import unwritable
from inkwright.workspace.folder import Workspace
from inkwright.workspace.sessions import DRAFTS
from inkwright.workspace.settings import toml_error_line

FOLDER = "inkwright/posts"
PROMOTION = "inkwright/promotion"
"""Where the drafts of what is said of posts elsewhere are; they are no posts."""
_HEAD = "# What Inkwright keeps about this post. Readable, safe to edit, meant for git.\n"


def record_path(post_id: str) -> str:
    """The path of a post's record in the workspace."""
    return f"{FOLDER}/{post_id}.toml"


def kept_as(workspace: Workspace, post_id: str) -> str:
    """The id under which the record and the drafts of a post are kept: its own, or that which it had before it was
    moved and nothing was written of it since."""
    own = workspace.exists(record_path(post_id))
    return post_id if own else workspace.identities.former(post_id).id or post_id


def load_record(workspace: Workspace, post_id: str) -> PostRecord:
    """The record of a post, an empty one where there is no file. Raises UnreadableError for one that is no TOML."""
    path = record_path(kept_as(workspace, post_id))
    if not workspace.exists(path):
        return PostRecord(post_id)
    data = _parse(workspace.read(path).text, path)
    known: dict[str, Any] = {key: _list(data.pop(key), key, path) for key in RECORD_LISTS if key in data}
    known |= {key: _table(data.pop(key), key, path) for key in RECORD_TABLES if key in data}
    return PostRecord(post_id, **known, extra=data)


def save_record(workspace: Workspace, record: PostRecord) -> None:
    """Write what differs from the file; lists are sorted, empty fields leave no key, nothing new writes nothing.

    What is written holds the post's mark. The record of a post that was moved moves after it, with its drafts. Raises
    UsageError where that may be one of several, UnwritableError, ConflictError when the file changes meanwhile,
    UnreadableError for one that is no TOML.
    """
    import tomlkit

    changes = _changes(load_record(workspace, record.id), record)
    if not changes:
        return
    settle(workspace, record.id)
    mark = workspace.identities.mark(record.id)
    changes |= {"content": mark} if mark else {}
    path = record_path(record.id)
    there = workspace.exists(path)
    before = workspace.read(path).text if there else ""
    document = tomlkit.parse(before.replace("\r\n", "\n") or _HEAD)
    for key in sorted(changes, key=lambda name: (name in RECORD_TABLES, name)):
        _set(document, key, changes[key])
    text = tomlkit.dumps(document)
    if "\r\n" in before:
        text = text.replace("\n", "\r\n")
    workspace.write(path, text, expected=workspace.hash_of(before) if there else "")


def _changes(old: PostRecord, new: PostRecord) -> dict[str, Any]:
    """The fields of a record that differ, as TOML holds them."""
    plain = {key: _plain(getattr(new, key)) for key in (*RECORD_LISTS, *RECORD_TABLES)}
    return {key: value for key, value in plain.items() if value != _plain(getattr(old, key))}


def settle(workspace: Workspace, post_id: str) -> str:
    """Bring what is kept of a moved post to its new name: record, drafts, ended drafts. The former id, "" for none.

    Raises UsageError where the record may be of several posts, UnwritableError, UnreadableError, ConflictError.
    """
    sure(workspace, post_id)
    former = kept_as(workspace, post_id)
    if former == post_id:
        return ""
    for folder in (PROMOTION, DRAFTS):
        _move_files(workspace, f"{folder}/{former}", f"{folder}/{post_id}")
    workspace.write(record_path(post_id), workspace.read(record_path(former)).text, expected="")
    _move_away(workspace, record_path(former))
    return former


def sure(workspace: Workspace, post_id: str) -> None:
    """Raise UsageError for a post without a record when one is there that may be its own or another's."""
    if workspace.exists(record_path(post_id)):
        return
    doubt = workspace.identities.former(post_id)
    if doubt.records:
        records, posts = (" and ".join(names) for names in (doubt.records, doubt.posts))
        path = record_path(doubt.records[0])
        hint = f"Rename it to {record_path(post_id)} if it is this post's, else delete it."
        raise UsageError(f"nobody can tell whether {records}, which is gone, became {posts}", path=path, hint=hint)


def _move_files(workspace: Workspace, source: str, target: str) -> None:
    """Move the files of a folder that are not in the other one yet; what is below belongs to other posts."""
    for name in workspace.files(("*",), below=source):
        if "/" not in name and not workspace.exists(f"{target}/{name}"):
            workspace.write_bytes(f"{target}/{name}", workspace.read_bytes(f"{source}/{name}"))
            _move_away(workspace, f"{source}/{name}")


def _move_away(workspace: Workspace, path: str) -> None:
    """Remove a file that stands elsewhere now, and its folder when that is empty."""
    place = workspace.path(path)
    try:
        place.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(error, path) from error
    with contextlib.suppress(OSError):
        place.parent.rmdir()


def _parse(text: str, path: str) -> dict[str, Any]:
    hint = "Mend that line, or delete the file if it is of no use to you."
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        said, line = toml_error_line(error)
        raise UnreadableError(f"not TOML: {said}", path=path, line=line, hint=hint) from error
    except RecursionError as error:
        raise UnreadableError("not TOML that can be read: nested too deep", path=path, hint=hint) from error


def _list(value: Any, key: str, path: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UnreadableError(f"`{key}` must be a list of texts", path=path, hint=f'For example {key} = ["one"].')
    return tuple(value)


def _table(value: Any, key: str, path: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise UnreadableError(f"`{key}` must be a table", path=path, hint=f"Write it as [{key}] with keys below.")
    return value


def _plain(value: Any) -> Any:
    """A field as TOML holds it: lists sorted and without doubles where order means nothing, mappings as dicts."""
    if isinstance(value, tuple | set | frozenset):
        return sorted({str(item) for item in value})
    if isinstance(value, Mapping):
        return {str(key): _inner(item) for key, item in value.items() if item is not None}
    return value


def _inner(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _inner(item) for key, item in value.items() if item is not None}
    return [_inner(item) for item in value] if isinstance(value, list | tuple) else value


def _set(document: Any, key: str, value: Any) -> None:
    """Change one top-level key, inside a table only the keys that differ; an empty value removes it."""
    if not value:
        document.pop(key, None)
        return
    there = document.get(key)
    if not isinstance(value, dict) or not isinstance(there, dict):
        document[key] = _sorted(value)
        return
    for name in [name for name in there if name not in value]:
        there.pop(name)
    for name in sorted(value):
        if name not in there or _unwrapped(there[name]) != value[name]:
            there[name] = _sorted(value[name])


def _sorted(value: Any) -> Any:
    """New tables with their keys in order, so that two runs write the same."""
    return {key: _sorted(value[key]) for key in sorted(value)} if isinstance(value, dict) else value


def _unwrapped(item: Any) -> Any:
    return item.unwrap() if hasattr(item, "unwrap") else item

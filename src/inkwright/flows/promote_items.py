"""What is left to do for a post, kept in its record: items ticked off, the gate, how it stands."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from inkwright.flows.promote_subject import Told, told
from inkwright.model.errors import UsageError
from inkwright.model.post import Post
from inkwright.model.promotion import ItemState, Promotion
from inkwright.model.record import PostRecord
from inkwright.promote.checklist import finished, named, states
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record, save_record


def items_of(record: PostRecord, post: Post) -> tuple[ItemState, ...]:
    """How the items of a post stand."""
    done = record.promotion.get("done")
    return states(post.metadata.date, post.metadata.template, done if isinstance(done, Mapping) else {})


def promoted(workspace: Workspace, post: Post) -> bool | None:
    """Whether nothing is left to do for a post; None for one that was never promoted. Raises UnreadableError."""
    record = load_record(workspace, post.file.id)
    return finished(items_of(record, post)) if record.promotion else None


def tick(workspace: Workspace, name: str, typed: Sequence[str], today: str, undo: bool = False) -> Promotion:
    """Note that items are done today (ISO), or with `undo` that they are not; how the post stands then.

    Raises UsageError for an unknown item and a post that does not exist, UnwritableError, UnreadableError.
    """
    if not typed:
        raise UsageError("name what is done", hint=f"For example: inkwright promote {name} done linkedin")
    found = told(workspace, name, today)
    wanted = [named(one) for one in typed]
    known = found.record.promotion.get("done")
    done = dict(known) if isinstance(known, Mapping) else {}
    for item in wanted:
        if undo:
            done.pop(item, None)
        else:
            done.setdefault(item, today)
    record = record_with(found.record, "done", done)
    save_record(workspace, record)
    return standing(replace(found, record=record))


def record_with(record: PostRecord, key: str, value: Mapping[str, Any]) -> PostRecord:
    """The record with one part of its promotion changed; an empty part leaves no key."""
    others = {name: part for name, part in record.promotion.items() if name != key}
    return replace(record, promotion={**others, key: dict(value)} if value else others)


def standing(found: Told) -> Promotion:
    """How telling people of a post stands, without drafts."""
    post = found.post
    closing = found.workspace.settings.promote.closing.get(post.metadata.pillar.strip(), "")
    return Promotion(
        post.file.id, post.file.path, found.subject.title, found.subject.url, post.metadata.date[:10],
        items_of(found.record, post), people=found.subject.people, remarks=found.remarks,
        closing="" if closing and " ".join(closing.split()) in " ".join(post.document.text.split()) else closing,
    )  # fmt: skip

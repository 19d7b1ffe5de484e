"""The front matter keys that publishing changes, under each generator's own names. Pure: the keys and their values."""

from collections.abc import Iterator, Mapping
from typing import Any

from inkwright.platforms.metadata import COMMON_KEYS, flag, lookup, words
from inkwright.platforms.platform import Entry, Front, SiteGenerator

_PERMITS = frozenset({"published", "publish"})
_STATES = frozenset({"status", "visibility"})
_UNFINISHED = frozenset({"draft", "unpublished"})


def released(written: Front) -> dict[str, Any]:
    """The changes that take away what says "draft" in front matter as written; {} for a post that says nothing so.

    `visibility: private` and its like stay: who wrote that did not mean a draft.
    """
    return {key: None for key, value in written.items() if _keeps_back(key.lower(), value)}


def _keeps_back(key: str, value: object) -> bool:
    if key == "draft":
        return value is not None and flag(value) is not False
    if key in _PERMITS:
        return flag(value) is False
    return key in _STATES and str(value).strip().lower() in _UNFINISHED


def insisted(generator: SiteGenerator) -> dict[str, Any]:
    """The change that says "no draft" against what a folder or the configuration hands down."""
    key, held = _draft_key(generator)
    return {key: not held}


def held(generator: SiteGenerator) -> dict[str, Any]:
    """The change that makes a draft of a post."""
    key, value = _draft_key(generator)
    return {key: value}


def _draft_key(generator: SiteGenerator) -> tuple[str, bool]:
    key, _, value = generator.draft_line.partition(": ")
    return key, flag(value) is True


def dated(entry: Entry, generator: SiteGenerator, today: str) -> dict[str, Any]:
    """The change that gives a post today's date (ISO); {} for one that has a date, be it that of its file's name."""
    if entry.metadata.date:
        return {}
    keys = (*generator.keys.get("date", ()), *COMMON_KEYS["date"])
    return _set(entry.front, next((key for key in keys if _stands(entry.front, key)), keys[0]), today)


def refreshed(entry: Entry, generator: SiteGenerator, today: str) -> dict[str, Any]:
    """The change that says that a post's text changed today (ISO), under the key that it has for that already, else
    under the one that its generator reads."""
    keys = (*generator.keys.get("updated", ()), *COMMON_KEYS["updated"])
    key = next((key for key in keys if lookup(entry.front, key) is not None), generator.updated_key)
    return _set(entry.front, key, today)


def led_on(entry: Entry, generator: SiteGenerator, former: str, now: str) -> dict[str, Any]:
    """The change that names a former site path among those that lead to a post, whose own is `now` and stands there no
    more; {} where nothing is to be changed, or its generator reads no such key."""
    if not generator.alias_key:
        return {}
    keys = (*generator.keys.get("aliases", ()), *COMMON_KEYS["aliases"])
    key = next((name for name in entry.front if name.lower() in keys), generator.alias_key)
    there = words(entry.front.get(key))
    same = {one: one.strip("/") for one in there}
    kept = [one for one in there if same[one] != now.strip("/")]
    wanted = kept if former.strip("/") in same.values() else [*kept, former]
    return {} if wanted == list(there) else {key: wanted}


def _stands(front: Front, key: str) -> bool:
    """Whether a key without a dot stands in front matter, with or without a value; a table is none."""
    return "." not in key and any(
        name.lower() == key.lower() and not isinstance(value, Mapping) for name, value in front.items()
    )


def _set(front: Front, key: str, value: str) -> dict[str, Any]:
    """A change of a key in the spelling that it has, of a dotted one inside the table that it stands in. A date that
    stands where the table belongs becomes its `created`, as MkDocs has it."""
    top, dot, rest = key.partition(".")
    name = next((name for name in front if name.lower() == top.lower()), top)
    if not dot:
        return {name: value}
    there = front.get(name)
    inside = there if isinstance(there, Mapping) else {} if there in (None, "") else {"created": there}
    return {name: {**inside, rest: value}}


def changed_lines(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The lines that differ between two texts, in pairs of a removed and a new one, "" where one has no partner."""
    import difflib

    old, new = before.splitlines(), after.splitlines()
    for tag, a1, a2, b1, b2 in difflib.SequenceMatcher(None, old, new, False).get_opcodes():
        if tag != "equal":
            gone, come = old[a1:a2], new[b1:b2]
            most = max(len(gone), len(come))
            yield from zip(gone + [""] * (most - len(gone)), come + [""] * (most - len(come)), strict=True)

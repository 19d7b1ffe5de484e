"""Short answers to what writers tell themselves when a draft stalls.

The data is in `objections.toml` beside this file; what a writer has of that name comes first.
"""

import tomllib
from importlib.resources import files

from msgspec import Struct

from inkwright.model.errors import SettingsError

STALLED = (15, 50)
"""A session of at least so many minutes that brought fewer words than this is a stalled one. **Source:** own choice:
a slow page is 200 words in that time; reading and deleting bring about none."""
_KEYS = ("about", "says", "answer")


class Objection(Struct, frozen=True):
    """What a writer says (`says`) and what there is to answer; `about` is its name in one word."""

    about: str
    says: str
    answer: str


def stalled(minutes: int, words: int) -> bool:
    """Whether a session stood still: long enough to tell, with hardly a word more. A cut is work, not a standstill."""
    return minutes >= STALLED[0] and 0 <= words < STALLED[1]


def objections(own: str = "", path: str = "") -> tuple[Objection, ...]:
    """The writer's own, read from the text of a file, then the shipped ones that those do not replace.

    Raises SettingsError, with `path`, for a text that is no TOML or lacks a key.
    """
    shipped = _read((files("inkwright.plan") / "objections.toml").read_text(encoding="utf-8"), "objections.toml")
    mine = _read(own, path) if own.strip() else ()
    named = {one.about for one in mine}
    return (*mine, *(one for one in shipped if one.about not in named))


def chosen(known: tuple[Objection, ...], turn: int) -> Objection:
    """Another one each time. `known` is not empty; `turn` counts the stalled sessions, from 0."""
    return known[turn % len(known)]


def _read(text: str, path: str) -> tuple[Objection, ...]:
    hint = 'Each [[objection]] has about, says and answer, for example about = "known".'
    try:
        entries = tomllib.loads(text.removeprefix("\ufeff")).get("objection", [])
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"not TOML: {error}", path=path, hint=hint) from error
    if not isinstance(entries, list) or not all(_complete(entry) for entry in entries):
        raise SettingsError("an objection lacks a key or holds something else than texts", path=path, hint=hint)
    return tuple(Objection(**{key: " ".join(entry[key].split()) for key in _KEYS}) for entry in entries)


def _complete(entry: object) -> bool:
    if not isinstance(entry, dict) or set(entry) != set(_KEYS):
        return False
    return all(isinstance(value, str) and value.strip() for value in entry.values())

"""The change of front matter that adds a dated line to a post's errata or its change log; it only adds. Pure."""

from typing import Any

from inkwright.model.errors import UsageError
from inkwright.platforms.platform import Front


def added(written: Front, key: str, text: str, today: str) -> dict[str, Any]:
    """The list of that key with one line more, its date (ISO) first. A line that is there already is not added again.

    Raises UsageError for an empty text, and for a key that holds something else than texts.
    """
    said = " ".join(text.split())
    if not said:
        raise UsageError("there is no text", hint="Say in one sentence what was wrong or what changed.")
    name = next((one for one in written if one.lower() == key), key)
    found = written.get(name)
    there = [] if found is None or found == "" else found if isinstance(found, list) else [found]
    if not all(isinstance(one, str) for one in there):
        raise UsageError(f"`{name}` in its front matter is no list of texts", hint="Mend it by hand first.")
    line = f"{today}: {said}"
    return {} if line in there else {name: [*there, line]}

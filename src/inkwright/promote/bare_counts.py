"""Whether a sentence begins with a count of what only the one before it names: "Nineteen answer in time.", "Two of them
never do." Told by shape: a number, and behind it no thing that is counted."""

import re

from inkwright.model.regex import regex
from inkwright.promote.verbs import form_of

_COUNT = regex(
    r"(?:(?:all|only|just|about|around|nearly|almost|roughly|exactly|the other|another|the|at least|at most|up to|"
    r"more than|fewer than|less than|over)\s+)*"
    r"(?P<count>(?P<figure>\d[\d,.]*)|(?:(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|"
    r"thousand|million|dozens?|a few|few|several|some|many|most|half|none|neither|both)[\s-]?)+)(?=\s+(?P<rest>\w.*))",
    re.I | re.S,
)
_WORD = regex(r"[^\W_]+(?:['’\-][^\W_]+)*|[,;:.!?()]")
_OF_THEM = regex(r"of (?:them|these|those|us|the (?:latter|former|rest|others?))\b", re.I)
_NEVER_COUNTED = frozenset(
    ("never", "also", "still", "then", "always", "often", "usually", "rarely", "simply", "again", "not", "others")
)
"""Words that no number counts and that no thing counted begins with."""
_GOES_ON = frozenset(
    "the a an to of for and or in on with by per its their our my your this each any no between from at as into under "  # noqa: SIM905
    "over without via when while because after before than that it them us me about within too , ; : . ! ?".split()
)
"""What stands behind a verb, and not behind the first word of a thing's name ("two cache lines")."""
_SINGULAR = frozenset(("is", "was", "has", "does", "isn't", "wasn't"))
"""Verbs before which a figure is a name: "404 is an answer, too"."""
_PARTS = frozenset(("zero", "half"))
"""Counts behind which a thing may stand in the singular."""


def counts_unnamed(text: str) -> bool:
    """Whether a number begins a sentence and what it counts is not said; False where that is doubtful."""
    found = _COUNT.match(text)
    if not found:
        return False
    rest = found["rest"]
    words = [word.lower().replace("’", "'") for word in _WORD.findall(rest[:80])]
    first, second = words[0], words[1] if len(words) > 1 else "."
    if _OF_THEM.match(rest) or first in _NEVER_COUNTED:
        return True
    form, count = form_of(first), found["count"].strip().lower()
    if form == "always":
        return count != "one" and not (found["figure"] and first in _SINGULAR)
    if second not in _GOES_ON or count in _PARTS:
        return False
    return form == "past" or (form == "base" and count != "one")

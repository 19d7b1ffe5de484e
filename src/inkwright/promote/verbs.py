"""Whether some words are a sentence: somebody does something in it. Told by a list of verbs; a sentence whose verb is
in no list is taken for a fragment and left out."""

import re

from inkwright.model.regex import regex
from inkwright.promote.wordings import word_list

_BE = (
    "am is are was were has have had do does did can could will would shall should must may might cannot isn't aren't "
    "wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't won't wouldn't shouldn't i'm we're "
    "you're they're it's that's there's i've we've you've they've i'd we'd you'd they'd i'll we'll you'll they'll "
    "let's"
)
_BARRED = frozenset(
    "the a an to of for and or in on with by per its their our my your this each any no more between from at as into "  # noqa: SIM905
    "under over without via".split()
)
"""Words behind which a verb's form is a noun or no finite verb."""
_BEHIND_PAST = frozenset("the a an to our my their its from into that as how us it them and at".split())  # noqa: SIM905
_BASES = word_list("verbs")
_ALWAYS = frozenset(_BE.split())
_PASTS = word_list("pasts")
_PRONOUNS = frozenset(("i", "we", "you", "they", "he", "she", "it", "nobody", "nothing", "everything", "everybody"))
_NO_GERUNDS = frozenset(
    ("during", "nothing", "something", "anything", "everything", "thing", "spring", "king", "ring", "string", "wing")
)
"""Words in -ing that are no form of a verb."""
_INFINITIVES = frozenset(("be", "have", "do"))
_RELATIVE = frozenset(("that", "which", "who", "where", "whose", "when", "what"))
"""Words that begin a clause about a thing, whose verb makes no sentence."""
_SURE = _ALWAYS | {
    "means", "makes", "lets", "gives", "saves", "costs", "takes", "requires", "helps", "allows", "brought", "cut",
    "led", "turned",
}  # fmt: skip
"""Verbs by which a sentence that begins with a word in -ing is told from a caption."""
_OBJECTS = frozenset(("the", "a", "an", "whether", "how", "your", "our", "its", "you", "us", "all", "any", "matching"))
_ENDS = ([], *([mark] for mark in ",;:.!?)"))
_WORD = regex(r"[^\W_]*[^\W\d_](?:['’\-][^\W_]+)*")

_TOKEN = regex(rf"{_WORD.pattern}|[,;:.!?()]")


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if base.endswith("y") and base[-2] not in "aeiou" else base + "ed"


_REGULAR_PASTS = frozenset(map(_past, _BASES)) | {base + base[-1] + "ed" for base in _BASES if base[-1] in "bdgmnprt"}
_THIRDS = frozenset(map(_third, _BASES))
_WITH_OF = frozenset(map(_third, ("consist", "speak", "think", "know", "dispose", "approve", "complain")))
"""Verbs that go on with "of", before which other words of their form are nouns (`caches of`)."""


def has_verb(text: str) -> bool:
    """Whether somebody does something in a text: a finite verb of the lists stands where one may stand, and not only in
    a clause that describes a thing (`the server that is full`)."""
    words = _words(text)
    return not _is_headless(words) and any(_is_finite(words, at) for at in range(len(words)))


def may_have_verb(text: str) -> bool:
    """As `has_verb`, with the benefit of the doubt: for sentences of a paragraph, where fragments are rare."""
    words = _words(text)
    if _is_headless(words):
        return False
    if words and words[0].endswith("ing") and words[0] not in _NO_GERUNDS:
        sure = any(word in _SURE and words[at - 1] not in _RELATIVE for at, word in enumerate(words))
        return sure or (words[1:2] != [] and words[1] in _THIRDS and words[2:3] != [] and words[2] in _OBJECTS)
    if not words or words[0].endswith("ed") or words[0] == "how" or ":" in " ".join(text.split()[:5]):
        return has_verb(text)
    return has_verb(text) or any(_may_be_verb(text, found) for found in list(_WORD.finditer(text))[1:])


def form_of(word: str) -> str:
    """What a word in small letters can be in a sentence: "always" a verb, a "past" or the "base" of one; "" else."""
    if word in _ALWAYS:
        return "always"
    return "past" if word in _PASTS | _REGULAR_PASTS else "base" if word in _BASES else ""


def _may_be_verb(text: str, found: re.Match[str]) -> bool:
    """Whether a word that is in no list has the ending of a verb, goes on to something and follows no article."""
    word = found[0].lower()
    before = next((one.lower() for one in reversed(text[: found.start()].split()) if not one.isdigit()), "")
    ends = word.endswith("ed") or (word.endswith("s") and not word.endswith(("ss", "'s", "us", "is")))
    return ends and before not in _BARRED and text[found.end() : found.end() + 1] == " "


def _is_headless(words: list[str]) -> bool:
    """Whether a text says what something does, or did, without naming it ("Allows the server to ..."), or what
    something is without a verb of its own ("Gemma, a family of models that ...")."""
    bare = words[1:] if words[:1] and words[0].endswith("ly") else words
    if bare[:1] and bare[0] in _THIRDS and bare[1:2] and bare[1] in _OBJECTS:
        return True
    if words[:1] and words[0] in _REGULAR_PASTS and words[1:2] and words[1] in _OBJECTS | {"what", "that", "new"}:
        return True
    if "," not in words[:7]:
        return False
    first = words.index(",")
    if words[first + 1 : first + 2] not in (["a"], ["an"], ["the"]) or any(
        _is_finite(words, at) for at in range(first)
    ):
        return False
    later = [at for at in range(first + 1, len(words)) if words[at] == ","]
    return not any(_is_finite(words, at) for comma in later for at in range(comma + 1, min(comma + 3, len(words))))


def _words(text: str) -> list[str]:
    """The words of a text in small letters, and the marks between them."""
    return [word.lower().replace("’", "'") for word in _TOKEN.findall(text)]


def _is_finite(words: list[str], at: int) -> bool:
    word, before = words[at], words[at - 1] if at else ""
    if before in _RELATIVE:
        return False
    if word in _INFINITIVES and before == "to":
        return False
    if word in _ALWAYS or before in _PRONOUNS:
        return True
    if before in _BARRED or _is_object(words, at):
        return False
    if at and (word in _PASTS or _is_third(word, words[at + 1 : at + 2])):
        return True
    if word in _BASES:
        return not at or (before.endswith("s") and not before.endswith("'s"))
    return (
        word.endswith("ed")
        and before not in ("", ",", ";", "(")
        and (word in _REGULAR_PASTS or _follows_past(words[at + 1 : at + 2]))
    )


def _is_object(words: list[str], at: int) -> bool:
    """Whether a word is what something is done to (`for scheduling incoming requests`)."""
    before = words[max(at - 2, 0) : at]
    gerund = before[-1:] != [] and before[-1].endswith("ing") and before[-1] not in _NO_GERUNDS
    return len(before) == 2 and gerund and (before[0] in _BARRED or before[0].endswith("ing"))


def _is_third(word: str, after: list[str]) -> bool:
    """Whether a word is a verb in the third person, and no noun in the plural, by what stands behind it."""
    return word in _THIRDS and after not in _ENDS and (after != ["of"] or word in _WITH_OF)


def _follows_past(after: list[str]) -> bool:
    """Whether what stands behind a word in -ed can stand behind a past tense."""
    return bool(after) and after[0] in _BEHIND_PAST

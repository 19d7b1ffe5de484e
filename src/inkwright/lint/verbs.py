"""Forms of irregular verbs, and slips of tense that need no more than the words beside them."""

from collections.abc import Callable

from inkwright.lint.agreement import TO_PLURAL
from inkwright.lint.clauses import joined, opens_clause
from inkwright.lint.tokens import Tokens
from inkwright.lint.wordsets import wordset

_TABLE = (
    "be was been,become became become,begin began begun,break broke broken,bring brought brought,"
    "build built built,buy bought bought,catch caught caught,choose chose chosen,come came come,do did done,"
    "draw drew drawn,drink drank drunk,drive drove driven,eat ate eaten,fall fell fallen,feel felt felt,"
    "find found found,fly flew flown,forget forgot forgotten,get got got,give gave given,go went gone,"
    "grow grew grown,have had had,hear heard heard,hide hid hidden,hold held held,keep kept kept,know knew known,"
    "lead led led,leave left left,lose lost lost,make made made,mean meant meant,meet met met,"
    "overcome overcame overcome,pay paid paid,rewrite rewrote rewritten,ride rode ridden,rise rose risen,"
    "run ran run,say said said,see saw seen,sell sold sold,send sent sent,shake shook shaken,show showed shown,"
    "sing sang sung,sink sank sunk,sit sat sat,sleep slept slept,speak spoke spoken,spend spent spent,"
    "stand stood stood,steal stole stolen,stick stuck stuck,swim swam swum,take took taken,teach taught taught,"
    "tell told told,think thought thought,throw threw thrown,understand understood understood,wake woke woken,"
    "wear wore worn,win won won,withdraw withdrew withdrawn,write wrote written"
)
_VERBS = [tuple(verb.split()) for verb in _TABLE.split(",")]
_BASE_OF_PAST = {past: base for base, past, _ in _VERBS}
_PERFECT_OF_PAST = {past: perfect for _, past, perfect in _VERBS if past != perfect and past not in ("was", "showed")}
_PAST_OF_PERFECT = {perfect: past for base, past, perfect in _VERBS if perfect not in (past, base)} | {
    "been": "have been"
}
_THIRD = wordset(
    "makes:make takes:take gives:give goes:go does:do has:have helps:help means:mean becomes:become "
    "creates:create contains:contain provides:provide allows:allow gets:get knows:know thinks:think says:say "
    "sees:see comes:come seems:seem happens:happen requires:require depends:depend"
)
_BASE_OF_THIRD = dict(pair.split(":") for pair in _THIRD)
_NOT = wordset("didn't doesn't don't couldn't can't won't wouldn't shouldn't cannot")
_MODALS = wordset(
    "can could will would should must might won't can't couldn't wouldn't shouldn't cannot i'll we'll you'll"
)
_AFTER_MODAL = wordset(
    "went took wrote came began ate gave knew threw became made got built sent thought brought taught told said "
    "kept held heard understood chose forgot ran saw"
)
_AFTER_TO = wordset("went did took wrote came began ate forgot gave knew ran threw became had chose")
_HAVE = wordset("have has had having haven't hasn't hadn't i've we've you've they've")
_SUBJECTS = frozenset(("i", "we", "they", "you", "he", "she", "it"))
_BARE = wordset("seen done been gone written taken chosen forgotten eaten begun spoken driven")
_BE = frozenset(("is", "are", "was", "were", "am", "i'm"))
_ACTIVE = wordset(
    "happened happen occurred existed exist consist consists depend depends contains belong belongs requires seems "
    "means"
)
_NOT_PASSIVE = {
    "send": "sent", "write": "written", "choose": "chosen", "take": "taken", "throw": "thrown", "give": "given",
    "make": "made", "bring": "brought", "teach": "taught", "find": "found", "keep": "kept",
}  # fmt: skip
"""Bare verbs that stand where a participle is meant: "it was send"."""
_TOLD = wordset("wrote gave took chose became threw stole drove forgot spoke knew grew went began did ran came")
"""Past forms behind which no form of "be" stands: "it was wrote by me"."""
_WHERE = wordset("what all how where that which who everything anything nothing there here when whatever way ways")
"""Words before a form of "be" that may end its clause: "what there was went away"."""
_NO_BARE = frozenset(("is", "was", "isn't", "wasn't", "hasn't", "doesn't"))
_CLEFTS = wordset("do did does done job step plan goal trick thing idea aim task point advice rule it")
"""Words behind which a bare verb is right: "all it did was write a file"."""
_REGULAR = wordset(
    "work use start stop load call return add change update create crash fail save open close move remove install help "
    "try show need want ask train test deploy restart install look allow expect happen appear change improve learn "
    "miss notice paste copy click push pull merge compile parse store delete handle wait finish receive "
    "reach solve answer"
)
_BASE_OF_ED = {
    (
        verb[:-1] + "ied"
        if verb.endswith("y") and verb[-2] not in "aeo"
        else verb + "d"
        if verb.endswith("e")
        else verb + "ed"
    ): verb
    for verb in _REGULAR - {"stop"}
} | {"stopped": "stop"}
"""Past forms of common regular verbs with the verb."""
_ADVERBS = frozenset(("not", "already", "never", "also", "just", "always", "ever", "even", "really", "actually"))

_NOUN_BEFORE = frozenset(("the", "a", "free", "good", "trash", "own", "as", "who"))
_OF_NOUNS = frozenset(("this", "that", "each", "every", "an", "our", "your", "my", "their", "his", "her", "its", "tin"))
_LOOKING = frozenset(("look", "looks", "looking", "looked"))
_AFTER_FORWARD = frozenset(
    ("hear", "see", "meet", "work", "get", "read", "use", "share", "try", "learn", "build", "receive")
)
_BEFORE_TO = wordset(
    "had has have need needs needed want wants wanted trying tried try tries started starts start able order "
    "going began decided decide how like likes possible easy easier hard harder supposed allowed allows us me you "
    "them him"
)

Slip = tuple[int, int, str]
"""The index of the first and last word of a slip, and the words for it."""


def slips(held: Tokens) -> list[Slip]:
    """Every slip in the form of a verb in a passage, in reading order; empty when there is none."""
    found: list[Slip] = []
    for at in [at for at, word in enumerate(held.words) if word in _RULES]:
        for rule in _RULES[held.words[at]]:
            slip = rule(held, at, held.words[at : at + 4])
            if slip and joined(held, at, slip[1]):
                found.append(slip)
                break
    return found


def _verb(words: tuple[str, ...]) -> tuple[int, str]:
    """The offset and text of the verb behind an auxiliary, an adverb stepped over; 0 and "" when there is none."""
    offset = 2 if len(words) > 2 and words[1] in _ADVERBS else 1
    return (offset, words[offset]) if len(words) > offset else (0, "")


def _after_not(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    """ "Didn't went", "doesn't worked", "did not saw"."""
    if words[0] in ("did", "does", "do") and words[1:2] != ("not",):
        return None
    offset, verb = _verb(words)
    if verb in _BASE_OF_PAST and _BASE_OF_PAST[verb] not in ("be", "have", "leave", "find", "feel", "fall", "ride"):
        return at + offset, at + offset, _BASE_OF_PAST[verb]
    if verb in TO_PLURAL and verb not in _NO_BARE and words[0] != "do":
        return at + offset, at + offset, TO_PLURAL[verb]
    return None


def _after_modal(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    """ "Can went", "will makes"; a modal behind an article is a noun."""
    before = held.words[at - 1] if at else ""
    if before in _NOUN_BEFORE or (before in _SUBJECTS and not opens_clause(held, at - 1)):
        return None
    offset, verb = _verb(words)
    if verb in _AFTER_MODAL:
        return at + offset, at + offset, _BASE_OF_PAST[verb]
    if verb in _BASE_OF_THIRD:
        return at + offset, at + offset, _BASE_OF_THIRD[verb]
    if words[1:3] == ("able", "to"):
        return at + 1, at + 2, "be able to"
    return None


def _after_to(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    verb = words[1] if len(words) > 1 else ""
    if verb in _AFTER_TO and at and held.words[at - 1] in _BEFORE_TO:
        return at + 1, at + 1, _BASE_OF_PAST[verb]
    if verb == "been" and at and held.words[at - 1] in ("to", "needs", "need", "has", "have", "want", "seems", "going"):
        return at + 1, at + 1, "be" if held.words[at - 1] != "seems" else "have been"
    return None


def _after_have(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    """ "Has went", "have came"; not in "everything we had came from there"."""
    offset, verb = _verb(words)
    if verb not in _PERFECT_OF_PAST:
        return None
    pronoun = held.words[at - 1] if at else ""
    if pronoun in _SUBJECTS and not opens_clause(held, at - 1):
        return None
    return at + offset, at + offset, _PERFECT_OF_PAST[verb]


def _with_ed(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    """ "Will crashed", "didn't worked": a past form where the bare verb is meant; not in "the can opened by me"."""
    offset, verb = _verb(words)
    if verb not in _BASE_OF_ED or (words[0] in ("did", "does", "do") and words[1:2] != ("not",)):
        return None
    if at and held.words[at - 1] in _NOUN_BEFORE | _OF_NOUNS:
        return None
    return at + offset, at + offset, _BASE_OF_ED[verb]


def _asked(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    """ "Do you wants"."""
    verb = words[2] if len(words) > 2 else ""
    if (
        words[1:2]
        and words[1] in _SUBJECTS
        and verb in TO_PLURAL
        and verb not in ("is", "was", "isn't", "wasn't", "needs")
    ):
        return at + 2, at + 2, TO_PLURAL[verb]
    return None


def _forward(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    """ "Look forward to hear"."""
    if words[1:2] == ("to",) and words[2:3] and words[2] in _AFTER_FORWARD and at and held.words[at - 1] in _LOOKING:
        base = words[2]
        return at + 2, at + 2, (base[:-1] if base.endswith("e") and base != "see" else base) + "ing"
    return None


def _bare(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    """ "We seen a drop", "I done it"."""
    verb = words[1] if len(words) > 1 else ""
    if verb not in _BARE or (words[0] == "it" and verb != "been") or not opens_clause(held, at):
        return None
    if at and held.words[at - 1] in ("when", "while", "if", "as", "though", "although"):
        return None
    return at + 1, at + 1, _PAST_OF_PERFECT[verb]


def _after_be(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    """ "The error is happened", "it is depends on"."""
    verb = words[1] if len(words) > 1 else ""
    if verb == "agree":
        return (at, at + 1, "agree" if words[0] != "i'm" else "I agree") if words[0] in ("am", "i'm") else None
    offset, after = _verb(words)
    cleft = at and held.words[at - 1] in _CLEFTS
    if (
        after in _NOT_PASSIVE
        and not cleft
        and words[0] in ("is", "was", "were", "are")
        and words[offset + 1 : offset + 2] != ("-",)
    ):
        return at + offset, at + offset, _NOT_PASSIVE[after]
    if after in _TOLD and _WHERE.isdisjoint(held.words[max(at - 4, 0) : at]):
        return at + offset, at + offset, _PERFECT_OF_PAST[after]
    if verb not in _ACTIVE or (
        at and held.words[at - 1] in ("what", "as", "it's", "that", "which", "all", "how", "why")
    ):
        return None
    return at, at + 1, verb


_RULES: dict[str, tuple[Callable[[Tokens, int, tuple[str, ...]], Slip | None], ...]] = {
    **dict.fromkeys(_NOT | {"did"}, (_after_not, _with_ed)),
    **dict.fromkeys(("does", "do"), (_after_not, _with_ed, _asked)),
    **dict.fromkeys(_HAVE, (_after_have,)),
    **dict.fromkeys(_MODALS, (_after_modal, _with_ed)),
    **dict.fromkeys(_NOT & _MODALS, (_after_not, _after_modal, _with_ed)),
    "forward": (_forward,),
    "to": (_after_to,),
    **dict.fromkeys(_SUBJECTS, (_bare,)),
    **dict.fromkeys(_BE, (_after_be,)),
}

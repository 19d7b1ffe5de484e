"""Subjects and verbs that do not agree in number, in the few places where no parser is needed to be certain."""

from collections.abc import Callable

from inkwright.lint.clauses import joined, opens_clause
from inkwright.lint.nouns import COUNTED, SINGULAR, is_plural
from inkwright.lint.tokens import Tokens
from inkwright.lint.wordsets import wordset

_FORMS = (
    "is:are was:were has:have does:do isn't:aren't wasn't:weren't hasn't:haven't doesn't:don't needs:need uses:use "
    "wants:want makes:make thinks:think knows:know runs:run gets:get works:work takes:take gives:give goes:go "
    "sees:see says:say looks:look seems:seem means:mean depends:depend contains:contain requires:require "
    "provides:provide allows:allow happens:happen exists:exist becomes:become creates:create includes:include "
    "fails:fail performs:perform shows:show helps:help generates:generate produces:produce remains:remain "
    "consists:consist receives:receive achieves:achieve learns:learn predicts:predict writes:write returns:return "
    "calls:call adds:add starts:start stops:stop keeps:keep sends:send builds:build tries:try loads:load "
    "comes:come follows:follow leads:lead turns:turn begins:begin ends:end finds:find tells:tell holds:hold "
    "brings:bring stays:stay lives:live breaks:break grows:grow falls:fall waits:wait asks:ask lets:let puts:put "
    "moves:move pays:pay meets:meet hears:hear feels:feel likes:like prefers:prefer expects:expect believes:believe "
    "saves:save stores:store reads:read deletes:delete checks:check parses:parse fetches:fetch connects:connect "
    "supports:support handles:handle serves:serve solves:solve costs:cost differs:differ appears:appear matters:matter "
    "behaves:behave exceeds:exceed relies:rely applies:apply tends:tend belongs:belong ignores:ignore compiles:compile"
)
TO_PLURAL = dict(pair.split(":") for pair in _FORMS.split())
"""Verbs in the third person singular with the form for every other person."""
TO_SINGULAR = {plural: singular for singular, plural in TO_PLURAL.items()}
_SAME_IN_PAST = frozenset(("let", "put", "cost", "read"))
"""Verbs whose past form is the same: "it let me in"."""
_HELPERS = frozenset(("is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't"))
_PLURAL_HELPERS = frozenset(("are", "were", "have", "aren't", "weren't", "haven't"))
_PLURAL_AFTER_NOUN = _PLURAL_HELPERS | {"don't"}
_ADJECTIVES = wordset(
    "new old other different same large small final first last following main most best few two three four five six "
    "current previous next early later many several various multiple big open"
)
_MANY = wordset("many several few various multiple numerous two three four five six seven eight nine ten countless")
_ONE_OF = frozenset(("each", "one", "either", "neither", "none"))
_OBEYING = frozenset(("but", "because", "since", "although", "though", "while", "when", "if"))
_FIRM = _OBEYING - {"if", "though", "although"}
_INDEFINITE = wordset("everyone everybody everything someone somebody something nobody nothing anybody anyone anything")
_DETERMINERS = frozenset(("the", "these", "those", "our", "my", "your", "their"))

_SHOWING = frozenset(
    ("shows", "uses", "takes", "makes", "gives", "contains", "requires", "provides", "allows", "includes")
)
_CERTAIN = wordset(
    "depends requires contains provides allows happens exists becomes creates includes fails performs generates "
    "consists receives achieves learns predicts gives goes sees says seems knows thinks wants returns "
    "writes sends builds tries gets comes follows leads begins finds tells holds brings keeps falls exceeds relies "
    "applies belongs behaves differs appears matters tends expects believes prefers solves serves connects"
)
"""Verbs in the third person that are no plural of a noun."""
_LEADS = frozenset(
    ("to", "on", "in", "for", "from", "with", "at", "the", "a", "an", "more", "less", "no", "all", "that")
)
"""Words behind "needs" or "runs" that make a verb of it."""
_LOOSE = frozenset(("needs", "runs", "works", "looks", "means"))
_OBJECTS = frozenset(("a", "an", "the", "that", "how", "us", "you", "no", "it", "all", "their", "our"))
_BARE = wordset(
    "perform become seem contain depend require provide allow consist exist happen generate produce remain receive "
    "achieve create include learn predict"
)
_ONE_NAMED = frozenset(("the", "our", "my", "your", "their", "its"))
_HEADS = wordset(
    "list size name cost speed output use lack quality accuracy performance length goal purpose aim idea problem price "
    "weight amount"
)

Slip = tuple[int, str]
"""The index of a wrong word and the word for it."""


def slips(held: Tokens) -> list[Slip]:
    """Every slip of agreement in a passage, in reading order; empty when there is none."""
    found: list[Slip] = []
    for at in [at for at, word in enumerate(held.words) if word in _RULES]:
        slip = _RULES[held.words[at]](held, at, held.words[at : at + 6])
        if slip and joined(held, at, slip[0]):
            found.append(slip)
    return found


def _after_i(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    verb = words[1] if len(words) > 1 else ""
    if verb in TO_PLURAL and verb not in ("is", "was", "isn't", "wasn't") and opens_clause(held, at):
        return at + 1, TO_PLURAL[verb]
    if verb in ("is", "isn't") and words[2:3] and words[2].endswith("ing") and opens_clause(held, at):
        return at + 1, "am" if verb == "is" else "am not"
    return None


def _after_plural_pronoun(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    verb = words[1] if len(words) > 1 else ""
    return (at + 1, TO_PLURAL[verb]) if verb in TO_PLURAL and opens_clause(held, at) else None


def _after_singular_pronoun(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    verb = words[1] if len(words) > 1 else ""
    if verb not in TO_SINGULAR or verb in ("were", "weren't", "need") or verb in _SAME_IN_PAST:
        return None
    return (at + 1, TO_SINGULAR[verb]) if opens_clause(held, at, _FIRM) else None


def _after_this(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    verb = words[1] if len(words) > 1 else ""
    if verb in ("are", "were", "have", "don't", "aren't", "weren't", "haven't") and opens_clause(held, at, _FIRM):
        return at + 1, TO_SINGULAR[verb]
    if len(words) > 2 and words[2] in _PLURAL_HELPERS and opens_clause(held, at, _FIRM):
        if verb in SINGULAR:
            return at + 2, TO_SINGULAR[words[2]]
        if is_plural(verb) and verb in COUNTED:
            return at, "these"
    return None


def _after_these(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    verb = words[1] if len(words) > 1 else ""
    if verb in _HELPERS and opens_clause(held, at, _OBEYING):
        return at + 1, TO_PLURAL[verb]
    return _after_the(held, at, words)


def _after_the(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    """ "The models is", "the new models has"; "the model are"."""
    if len(words) < 3:
        return None
    noun = 2 if words[1] in _ADJECTIVES and len(words) > 3 else 1
    name, verb = words[noun], words[noun + 1] if noun + 1 < len(words) else ""
    if verb in _HELPERS and is_plural(name) and _is_lower(held, at + noun) and opens_clause(held, at, _OBEYING):
        return at + noun + 1, TO_PLURAL[verb]
    after = words[noun + 2] if noun + 2 < len(words) else ""
    acts = verb in _CERTAIN or (verb in _SHOWING and after in _OBJECTS) or (verb in _LOOSE and after in _LEADS)
    if acts and is_plural(name) and _is_lower(held, at + noun):
        return (at + noun + 1, TO_PLURAL[verb]) if opens_clause(held, at, _OBEYING) else None
    if verb in _BARE and name in SINGULAR and words[0] in _ONE_NAMED and opens_clause(held, at, _FIRM):
        return at + noun + 1, TO_SINGULAR[verb]
    if verb == "of":
        return _after_head(held, at, noun, words)
    if (
        verb in _PLURAL_AFTER_NOUN
        and name in SINGULAR
        and opens_clause(held, at, _FIRM)
        and words[0] not in ("these", "those")
    ):
        return at + noun + 1, TO_SINGULAR[verb]
    return None


def _after_head(held: Tokens, at: int, noun: int, words: tuple[str, ...]) -> Slip | None:
    """ "The list of files are", "the weights of the model is"."""
    name, rest = words[noun], words[noun + 2 :]
    if name in _HEADS:
        return _after_of(held, at, at + noun, rest)
    owned = len(rest) > 2 and rest[0] in _DETERMINERS and rest[1] in SINGULAR
    if owned and rest[2] in ("is", "was", "isn't", "wasn't") and is_plural(name) and _is_lower(held, at + noun):
        return (at + noun + 4, TO_PLURAL[rest[2]]) if opens_clause(held, at, _FIRM) else None
    return None


def _after_every(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    """ "Every worker have"."""
    if (
        words[1:2]
        and words[1] in SINGULAR
        and words[2:3]
        and words[2] in _PLURAL_AFTER_NOUN
        and opens_clause(held, at, _FIRM)
    ):
        return at + 2, TO_SINGULAR[words[2]]
    return _after_one_of(held, at, words) if words[0] == "each" else None


def _after_of(held: Tokens, at: int, name: int, rest: tuple[str, ...]) -> Slip | None:
    """ "The list of files are", "the accuracy of the models are"."""
    rest = rest[1:] if rest[:1] and rest[0] in _DETERMINERS else rest
    if len(rest) < 2 or not is_plural(rest[0]) or rest[1] not in _PLURAL_HELPERS or not opens_clause(held, at, _FIRM):
        return None
    verb = next(index for index in range(name, len(held.words)) if held.words[index] == rest[1])
    return verb, TO_SINGULAR[rest[1]]


def _is_lower(held: Tokens, index: int) -> bool:
    return held.passage.slice(held.passage.words[index]) == held.words[index]


def _after_there(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    verb, many = (words[1], words[2]) if len(words) > 2 else ("", "")
    if verb in ("is", "was", "isn't", "wasn't") and many in _MANY and words[3:4] and is_plural(words[3]):
        return at + 1, TO_PLURAL[verb]
    if words[1:3] == ("has", "been") and words[3:4] and words[3] in _MANY and words[4:5] and is_plural(words[4]):
        return at + 1, "have"
    return None


def _after_one_of(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    """ "Each of the layers have", "one of the files are"."""
    if len(words) < 5 or words[1] != "of" or words[2] not in _DETERMINERS or not is_plural(words[3]):
        return None
    verb = words[4]
    if words[0] in ("neither", "none", "either") or verb not in _PLURAL_HELPERS | {"don't"}:
        return None
    return (at + 4, TO_SINGULAR[verb]) if opens_clause(held, at, _FIRM) else None


def _after_indefinite(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    verb = words[1] if len(words) > 1 else ""
    wrong = verb in _PLURAL_HELPERS or verb in ("don't", "know", "want", "think", "see", "seem")
    return (at + 1, TO_SINGULAR[verb]) if wrong and opens_clause(held, at, _FIRM) else None


def _after_people(held: Tokens, at: int, words: tuple[str, ...]) -> Slip | None:
    verb = words[1] if len(words) > 1 else ""
    if verb in TO_PLURAL and opens_clause(held, at, _OBEYING):
        return at + 1, TO_PLURAL[verb]
    return None


_RULES: dict[str, Callable[[Tokens, int, tuple[str, ...]], Slip | None]] = {
    "i": _after_i,
    **dict.fromkeys(("we", "you", "they"), _after_plural_pronoun),
    **dict.fromkeys(("he", "she", "it"), _after_singular_pronoun),
    "this": _after_this,
    "these": _after_these,
    "those": _after_these,
    **dict.fromkeys(("the", "our", "my", "your", "their", "its", "both", "many", "several", "all"), _after_the),
    "there": _after_there,
    **dict.fromkeys(_ONE_OF, _after_one_of),
    **dict.fromkeys(("every", "each"), _after_every),
    **dict.fromkeys(_INDEFINITE, _after_indefinite),
    **dict.fromkeys(("people", "children", "men", "women"), _after_people),
}

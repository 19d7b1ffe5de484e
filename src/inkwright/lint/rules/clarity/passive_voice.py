"""Passives that an editor would turn round: the actor stands last, or a whole short sentence has none."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from inkwright.lint.clauses import touches
from inkwright.lint.passive import BE, Passive, is_participle, passives
from inkwright.lint.rule import found, number
from inkwright.lint.tokens import Tokens, is_english, starts_sentence, tokens
from inkwright.lint.wordsets import wordset
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span

_PROSE = frozenset({"paragraph", "item", "note"})
_ACTORS = wordset(
    "us me him her them you everyone everybody anyone anybody someone somebody people users developers engineers "
    "customers researchers scientists authors readers writers students teams team colleagues contributors maintainers "
    "reviewers editors experts humans operators admins administrators managers clients visitors attackers hackers "
    "community company author user developer engineer manager colleague customer reviewer maintainer reader writer "
    "friend friends group staff vendor vendors analysts volunteers members leaders employees"
)
"""People behind "by": a sentence reads better that starts with them."""
_TWO_THOUGHTS = wordset(
    "that which who whose where because if while whether as so but how what until since once unless when "
    "although though than or"
)
"""Words of a sentence that has a second thought, in which a passive often keeps the thread."""
_KEPT = wordset(
    "held kept stored housed written coded built connected attached wired linked grouped arranged mounted "
    "organized organised equipped saved ordered sorted wrapped enclosed"
)
"""Verbs that with a place or a language tell where or what something is."""
_THERE = (("in",), ("on",), ("at",), ("over",), ("into",), ("across",), ("via",), ("with",), ("here",))
_NAMING = wordset("called named known titled dubbed termed nicknamed abbreviated spelled defined")
_PURPOSES = wordset("suited aimed targeted intended meant based located born")
_DECIDING = wordset("decided agreed felt thought found concluded determined suggested recommended believed argued")
_POINTING = wordset(
    "found seen listed described documented explained discussed covered shown linked displayed marked highlighted "
    "printed reproduced illustrated summarized summarised"
)
_PLACES = frozenset(("here", "below", "above", "page", "bottom", "top", "left", "right", "table", "figure"))
_CAPABLE = wordset(
    "supported unsupported required allowed permitted recommended included excluded enabled disabled provided "
    "deprecated needed focused broken coupled spread powered installed offered done set adapted calibrated"
)
"""What a program can, asks for or is: a state to its reader, whoever brought it about."""
_RELEASING = wordset("fixed resolved introduced released added removed deprecated merged backported patched announced")
"""What happens to a part of a program in a version, whose number or day tells the reader more than a name."""
_DAYS = wordset(
    "today yesterday monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december week month year spring summer autumn fall"
)
"""Words that tell when something came out, which is all that a reader asks of a release."""
_POSSIBLE = frozenset(("can", "cannot", "can't", "could", "may", "might"))
_WHOLE = frozenset(("default", "equal"))
"""Words that make a state of the verb: "is turned off by default", "are created equal"."""
_TAIL = wordset("because since when while once until if although though so but")
"""Words behind a passive with which a second clause begins: what stands before it is judged alone."""
_TELLS = frozenset(("was", "were", "been", "wasn't", "weren't", "got"))
"""Auxiliaries of something that happened."""
BARE = 12
"""Words up to which a sentence about what happens each time is one that says nothing but the passive."""
_STAGES = wordset(
    "followed preceded caused driven inspired motivated backed surrounded limited bounded affected influenced "
    "dominated accompanied funded sponsored headed based covered determined characterized characterised replaced named "
    "impressed surprised blown helped hit bitten"
)
"""Verbs whose "by" names a cause or a neighbour more than somebody who acts."""
_MAY_FOLLOW = wordset(
    "in on at to for from with without by as of off up out down over into onto under through during before after "
    "since until within across between among against along about around behind via per like every each last next "
    "this these that those all any both again twice once here there now then today yesterday tomorrow overnight "
    "together away back too first later already still yet never always often wrong right anew too so very more "
    "less even only just not alongside inside outside online offline upstream downstream manually half long ago a "
    "an the and or but two three four five six seven eight nine ten several many dozens hundreds daily weekly"
)
"""Words that may stand behind a passive verb; any other word is the noun of which the participle tells something."""
_BEFORE_CLAUSE = wordset(
    "ensure ensures ensured mean means meant guarantee guarantees imply implies assume assumes assumed suggest "
    "suggests indicate indicates make makes made let lets know knows knew think thinks thought hope hopes believe "
    "believes note say says said require requires get gets see sees saw find finds found want wants"
)
"""Verbs behind which a passive is the second half of somebody's thought: "this ensures your cluster is repaired"."""
_ONE_ACTOR = wordset(
    "user developer engineer manager colleague customer reviewer maintainer reader writer community company author "
    "team group staff vendor people"
)
"""Actors that also stand before another noun: "by developer mode"."""
_FUNCTION_WORDS = wordset(
    "and or but in on at to for from with when while before after as who that which because if so then than of by via "
    "during since until where is are was were has have had will can may must should themselves himself herself itself "
    "directly manually later first again too instead already alone"
)
_BROKEN = regex('[,:;\u2014\u2013("“\ue000]| - ')
_OPENING = regex(r"(?:\w+\s+){0,3}\w+,\s")
"""A short phrase that opens a sentence: "In the end, "."""
_LISTED = regex(r"\b\w{1,20}(?:, \w{1,20}){1,4}+,? (?:and|or) (?:then )?\w{1,20}")
"""Words in a list, such as the verbs of a chain of passives: "is signed, logged and stored"."""
_LABEL = regex(r"\A\W*\w+(?: \w+){0,2}\s*:\s\s+")
"""A bold label and what it leaves behind: "Note:", its marks masked."""
_WORDS = regex(r"\w+")
_NO_ACTOR = regex(r"\b(?:nothing|none|(?:every|each|the (?:first|last|next)) time|the moment)\b")
"""What was not done to anything, or only tells when something else happens: no actor is missed."""
_TO_DO = regex(
    r"\bto (?!(?:the|an?|this|that|these|those|our|its|my|your|their|his|her|each|every|another|one|two|it|them|"
    r"us|me|him|disk|memory|zero|production|staging|main|master)\b)"
)
"""What may be an infinitive, and so a second thought."""
_TWO_VERBS = regex(r"\b(?:do|does|did|don't|doesn't|didn't|has|have|can|will)\b(?! (?:\w+ )?(?:been|be|not)\b)")


class _Sentence(NamedTuple):
    """A sentence, the indexes of its first word and of the one behind its last, and its passives."""

    span: Span
    first: int
    stop: int
    passives: list[Passive]


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Passives with a person behind "by", passives that are all a short sentence says, and paragraphs full of them."""
    if not is_english(document):
        return
    words = number(context, "passive-voice", "words")
    dense = number(context, "passive-voice", "dense")
    for held in tokens(document):
        if held.passage.kind in _PROSE:
            said = passives(held)
            if said:
                yield from _in_passage(document, held, said, words, dense)


def _in_passage(document: Document, held: Tokens, said: list[Passive], words: int, dense: int) -> Iterator[Finding]:
    sentences = list(_sentences(held, said))
    if _is_dense(held, sentences, dense):
        span = said[0].span
        yield found(span, f"{len(said)} passives in one paragraph, this is the first: who does all this?")
    for sentence in sentences:
        for one in sentence.passives:
            if one.agent.start < one.agent.end:
                if _is_person(held, one) or _is_told(document, held, sentence, one, words):
                    span = Span(one.span.start, one.agent.end)
                    text = " ".join(held.passage.slice(span).split())
                    yield found(span, f"“{text}” keeps the actor for last: say who did it, then what")
            elif one.at < _end(held, sentence, sentence.passives[0]) and _is_all(document, held, sentence, words):
                text = " ".join(held.passage.slice(one.span).split())
                yield found(one.span, f"“{text}” is passive and names no actor: say who does it")


def _sentences(held: Tokens, said: list[Passive]) -> Iterator[_Sentence]:
    """The sentences that hold passives."""
    passage = held.passage
    by_sentence: dict[int, list[Passive]] = {}
    for one in said:
        by_sentence.setdefault(bisect_right(passage.sentences, (one.span.start, passage.span.end + 1)) - 1, []).append(
            one
        )
    for at, within in by_sentence.items():
        span = passage.sentences[max(at, 0)]
        first, stop = bisect_right(passage.words, (span.start, -1)), bisect_right(passage.words, (span.end, -1))
        behind_label = range(first + 1, min(first + 5, stop))
        yield _Sentence(span, next((at for at in behind_label if starts_sentence(passage, at)), first), stop, within)


def _is_dense(held: Tokens, sentences: list[_Sentence], dense: int) -> bool:
    """Whether a paragraph has many passives and hardly a sentence without."""
    several = sum(len(sentence.passives) for sentence in sentences) >= dense
    return several and held.passage.kind == "paragraph" and len(sentences) * 4 >= len(held.passage.sentences) * 3


def _is_person(held: Tokens, one: Passive) -> bool:
    """Whether the agent is somebody rather than a thing or a means."""
    spans = held.passage.words
    last = next(index for index in range(one.verb, len(spans)) if spans[index].end == one.agent.end)
    after = held.words[last + 1] if touches(held, last + 1) else ""
    modifies = held.words[last] in _ONE_ACTOR and after and after not in _FUNCTION_WORDS and after.isalpha()
    return held.words[last] in _ACTORS and not modifies


def _is_told(document: Document, held: Tokens, sentence: _Sentence, one: Passive, words: int) -> bool:
    """Whether a short plain sentence tells what a thing did, and names the thing behind "by"."""
    stop = _end(held, sentence, one)
    said = held.words[sentence.first : stop]
    return (
        len(sentence.passives) == 1
        and held.words[one.at] in _TELLS
        and held.words[one.verb] not in _STAGES
        and stop - sentence.first <= words
        and _is_plain(document, held, sentence, said)
        and not _is_no_clause(held, one, held.words[sentence.first : one.at])
    )


def _end(held: Tokens, sentence: _Sentence, one: Passive) -> int:
    """The index behind the last word of the clause of a passive."""
    return next((at for at in range(one.verb + 1, sentence.stop) if held.words[at] in _TAIL), sentence.stop)


def _is_plain(document: Document, held: Tokens, sentence: _Sentence, said: tuple[str, ...]) -> bool:
    """Whether a sentence ends with a full stop, holds no aside and no link, and its clause one thought and one verb."""
    text, shown = _LABEL.sub("", held.passage.slice(sentence.span)), document.slice(sentence.span)
    listed = _unlisted(text)
    opening = _OPENING.match(listed)
    if (
        not text.endswith(".")
        or _BROKEN.search(listed[opening.end() if opening else 0 :])
        or "](" in shown
        or "][" in shown
    ):
        return False
    joined = " ".join(said).replace(" had to be ", " was ") + " "
    return (
        _TWO_THOUGHTS.isdisjoint(said)
        and not _TWO_VERBS.search(joined)
        and not _TO_DO.search(joined)
        and not _NO_ACTOR.search(joined)
    )


def _unlisted(text: str) -> str:
    """A sentence without the commas between the verbs of a chain of passives."""
    return _LISTED.sub(_without_commas, text) if ", " in text else text


def _without_commas(listed: re.Match[str]) -> str:
    """A list of words, without its commas where all of them are participles."""
    words = [word for word in _WORDS.findall(listed[0].lower()) if word not in ("and", "or", "then")]
    return listed[0].replace(",", "") if all(map(is_participle, words)) else listed[0]


def _is_impersonal(held: Tokens, one: Passive) -> bool:
    """Whether an empty "it" stands for whoever decided: "it was decided that"."""
    words = held.words
    heard = words[one.at - 1 : one.at] == ("it",) and words[one.at] in ("is", "was")
    return heard and words[one.verb] in _DECIDING and words[one.verb + 1 : one.verb + 2] == ("that",)


def _is_all(document: Document, held: Tokens, sentence: _Sentence, words: int) -> bool:
    """Whether a short plain sentence says nothing but this passive, and is neither a name nor a pointer elsewhere."""
    one = sentence.passives[0]
    if _is_impersonal(held, one):
        return True
    stop = _end(held, sentence, one)
    if len(sentence.passives) > 2 or not 3 <= stop - sentence.first <= words or one.at == sentence.first:
        return False
    if sentence.stop - stop > words or not _is_plain(document, held, sentence, held.words[sentence.first : stop]):
        return False
    if not _is_told_of(held, one) and not _is_bare(held, sentence, stop):
        return False
    before, after = held.words[sentence.first : one.at], held.words[one.verb + 1 : stop]
    return not (
        _is_possible(held, one)
        or _is_no_clause(held, one, before)
        or _is_state(held.words[one.at], held.words[one.verb], after)
    )


def _is_told_of(held: Tokens, one: Passive) -> bool:
    """Whether the passive tells of one event: what happened, had to happen, or happens just now."""
    words = held.words
    had_to = one.at > 1 and words[one.at - 2 : one.at + 1] == ("had", "to", "be")
    return words[one.at] in _TELLS or had_to or "being" in words[one.at + 1 : one.verb]


def _is_bare(held: Tokens, sentence: _Sentence, stop: int) -> bool:
    """Whether a sentence about what happens each time has nothing but subject, verb and place: guides that describe
    how a program works are full of the others, and a fair editor leaves them."""
    said = held.words[sentence.first : sentence.stop]
    text = _unlisted(held.passage.slice(sentence.span))
    return stop == sentence.stop and len(said) <= BARE and "to" not in said and not _OPENING.match(text)


def _is_possible(held: Tokens, one: Passive) -> bool:
    """Whether the sentence says what can be done, by whomever."""
    return held.words[one.at] == "be" and not _POSSIBLE.isdisjoint(held.words[max(one.at - 2, 0) : one.at])


def _is_no_clause(held: Tokens, one: Passive, before: tuple[str, ...]) -> bool:
    """Whether the passive is not the sentence's own verb: it hangs on another verb, or is a noun's tail."""
    auxiliary = held.words[one.at]
    tail = auxiliary == "being" and not (before and before[-1] in BE)
    return auxiliary == "what's" or tail or not _BEFORE_CLAUSE.isdisjoint(before)


def _is_state(helper: str, verb: str, after: tuple[str, ...]) -> bool:
    """Whether the sentence says how something is, what it is called, where it stands or which version has it."""
    if verb in _KEPT and after[:1] in _THERE:
        return True
    if verb in _PURPOSES or verb in _CAPABLE or verb in _NAMING or "-" in verb:
        return True
    if after[:1] == ("using",) or (after[:1] == ("by",) and after[1:2] and after[1].endswith("ing")):
        return True
    if after and not (
        after[0] in _MAY_FOLLOW or after[0].endswith("ly") or after[0][0].isdigit() or is_participle(after[0])
    ):
        return True  # the participle stands before its noun: "is calibrated routing"
    if after[:1] == ("at",) and after[1:2] and after[1][0].isdigit():
        return True
    if verb in _RELEASING and helper == "been":
        return True  # "the flag has been removed": how the program is now
    if verb in _RELEASING and any(word[:1].isdigit() or word in _DAYS or re.match(r"v\d", word) for word in after):
        return True
    return not _WHOLE.isdisjoint(after) or (verb in _POINTING and not _PLACES.isdisjoint(after))

"""Contrasts that set up what nobody said, and questions that nobody asked."""

import re
from collections.abc import Iterator
from itertools import pairwise

from inkwright.lint.rule import found, names
from inkwright.lint.tokens import is_english, running
from inkwright.model.context import Context
from inkwright.model.document import Document, Passage
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.prose import HIDDEN

_NOT = (
    r"(?:['’](?:s|re|m)\s+(?:not|no\s+longer)|\s+(?:is|are|was|were)"
    r"(?:n['’]t|\s+not|\s+no\s+longer|\s+no(?=\s+mere\b)|\s+never(?=\s+about)))"
)
_DASH = r"\s*(?:[.;,:]|\s--?|[—–])\s*"
_BE = r"(?:['’](?:s|re|m)|\s+(?:is|are|was|were))"
_START = r"(?:\A\s*|(?<=[.!?:]\s)|(?<=:\s{3}))"
"""Where a sentence starts, or what stands behind a bold label, its marks masked."""
_CLAUSE = rf"[^.;:!?—–{HIDDEN}]"
_SPLIT = regex(
    rf"(?P<who>\b[\w'’-]{{1,40}}){_NOT}\s+(?P<just>(?:just|only|merely|simply|solely)\s+)?(?P<x>{_CLAUSE}{{2,90}}?){_DASH}"
    rf"(?P<again>it|this|that|they|these|you|we){_BE}\s+(?P<y>[^.;:!?—–]{{2,90}})",
    re.I,
)
_DOES_NOT_JUST = regex(
    rf"\b(?:does|do|did)(?:n['’]t|\s+not)\s+(?:just|merely|simply)\s+(?P<x>{_CLAUSE}{{2,80}}?){_DASH}"
    r"(?P<again>it|they|you|we)\s+(?P<y>[^.;:!?—–]{2,90})",
    re.I,
)
_DOES_MORE = regex(
    rf"\b(?:does|do|did)\s+(?:(?:far|much|so\s+much|a\s+lot)\s+)?more\s+than\s+(?:just\s+)?(?P<x>\w+\s{_CLAUSE}{{2,80}}?){_DASH}"
    r"(?P<again>it|they|you|we)\s+(?P<y>[^.;:!?—–]{2,90})",
    re.I,
)
_DOES_NOT = regex(
    rf"\b(?:does|do|did)(?:n['’]t|\s+not)\s+(?P<verb>[a-z]{{2,20}}?)\s+(?P<x>{_CLAUSE}{{2,60}}?){_DASH}"
    r"(?P<again>it|they|you|we)\s+(?P=verb)(?:e?s|e?d)?\s+(?P<y>[^.;:!?—–]{2,60})",
    re.I,
)
"""One verb with two objects: "good teams don't ship code. They ship trust"."""
_FACED = regex(
    r"\b(?:do|does)(?:n['’]t|\s+not)\s+(?:just\s+)?\w+\s+(?:failure|failures|change|uncertainty|complexity|conflict|risk|risks|"
    r"mistakes|pain|fear|feedback|chaos|problems|challenges|the\s+future|talent|trends|perfection|luck)"
    rf"{_DASH}(?:they|it|we|you)\s+\w+\s+(?:it|them)(?=\s*[.!;])",
    re.I,
)
"""What teams are said not to do with something large, and then to do: "they don't avoid failure. They embrace it"."""
_LESS_THAN = regex(
    rf"{_BE}\s+(?:less\s+(?P<x>(?:an?|about)\s+{_CLAUSE}{{2,60}}?),?\s+(?:than|and\s+more)\s+(?P<y>(?:an?\s+|about\s+)?"
    rf"[^.;:!?—–,]{{2,60}})|more\s+(?P<z>an?\s+{_CLAUSE}{{2,60}}?),?\s+than\s+an?\s+[^.;:!?—–,]{{2,60}})",
    re.I,
)
_NOT_JUST_BUT = regex(
    rf"\bnot\s+(?:just|only|merely|simply)\s+(?P<x>{_CLAUSE}{{2,60}}?),?\s+but\s+(?P<y>[^.;:!?—–,]{{2,60}})", re.I
)
_LESS_MORE = regex(
    rf"\bless\s+about\s+(?P<x>{_CLAUSE}{{2,60}}?),?\s+(?:and|but)\s+more\s+about\s+(?P<y>[^.;:!?—–,]{{2,60}})", re.I
)
_NOT_A_BUT = regex(rf"{_START}Not\s+(?P<x>(?:an?|the)\s+{_CLAUSE}{{2,60}}?),\s+but\s+(?P<y>[^.;:!?—–,]{{2,60}})")
_MORE_THAN = regex(
    rf"{_START}(?:(?:It|This|That)(?:['’]s|\s+is)\s+more|More)\s+than\s+(?:just\s+)?(?P<x>an?\s+{_CLAUSE}{{2,60}}?)"
    rf"{_DASH}(?:it|this|that){_BE}\s+(?P<y>[^.;:!?—–]{{2,60}})",
    re.I,
)
_IS_NOT_BUT = regex(
    rf"{_BE}(?:n['’]t|\s+not)\s+(?P<x>an?\s{_CLAUSE}{{2,40}}?),?\s+but\s+(?P<y>an?\s[^.;:!?—–,]{{2,40}})", re.I
)
"""One thing that is not this "but" that: "a review is not a gate but a gift"."""
_TWO_SUBJECTS = regex(
    rf"{_START}(?P<x>\w+)(?:\s+(?:is|are|was|were)(?:n['’]t|\s+not))\s+(?:the|our|your|a|an)\s+(?:\w+\s)?\w+"
    rf"{_DASH}(?P<y>[a-z]+)\s+(?:is|are|was|were)(?=\s*[.!])",
    re.I,
)
"""The same said of one thing and not of another: "Speed isn't the point. Trust is."."""
_BETTER_ONE = regex(
    r"\b(?:do|does)(?:n['’]t|\s+not)\s+(?P<verb>need|want|lack)\s+(?:more|another|a\s+bigger|bigger|a\s+faster|faster|a\s+new)"
    rf"\s+{_CLAUSE}{{2,40}}?{_DASH}(?:it|they|you|we)\s+(?P=verb)s?\s+(?:a\s+)?(?:better|fewer|less|smarter|clearer|smaller|simpler)\s",
    re.I,
)
"""More of something that nobody asked for: "you don't need more tests, you need better tests"."""
_THINK_OF = regex(
    rf"(?:\bdon['’]t|\bdo\s+not|\bstop)\s+(?:think(?:ing)?\s+of|see(?:ing)?|treat(?:ing)?)\s+(?:it|this|that|them|\w+\s\w+|\w+)\s+as\s"
    rf"{_CLAUSE}{{2,40}}?{_DASH}(?:think\s+of|see|treat)\s+(?:it|this|that|them)\s+as\s(?P<y>[^.;:!?—–]{{2,40}})",
    re.I,
)
"""What nobody thought it was: "don't think of it as a cost. Think of it as an investment"."""
_OTHER_WILL = regex(
    rf"{_START}\w+(?:\s\w+)?\s+(?:won['’]t|will\s+not)\s+[^.;:!?—–]{{2,40}}[.;—–]\s*[^.;:!?—–]{{2,40}}\swill(?=\s*[.!])",
    re.I,
)
"""Who will and who won't: "AI won't take your job. Someone who uses it will."."""
_WHETHER = regex(
    rf"\bthe\s+(?:real\s+|only\s+)?question\s+(?:isn['’]t|is\s+not|is\s+no\s+longer)\s+(?:whether|if)\b{_CLAUSE}{{0,60}}?"
    rf"(?:{_DASH}(?:it['’]s|it\s+is|but|the\s+question\s+is)|\s+but)\s+(?:when|how|what|who|where)\b[^.;:!?—–]{{0,60}}",
    re.I,
)
_LESS_THEN_MORE = regex(
    rf"{_START}(?:Less|Fewer)\s+\w+(?:\s\w+)?[.,;]\s+More\s+\w+(?:\s\w+)?(?=\s*[.!])"
    rf"|{_START}Forget\s+\w+(?:\s\w+)?\.\s+(?:Think|Embrace|Meet|Say|Start)\s+\w+(?:\s\w+)?(?=\s*[.!])"
    rf"|{_START}Forget\s+(?:about\s+)?[^.;:!?]{{2,40}}[.;!]\s+(?:This|It)(?:['’]s|\s+is)\s+(?:all\s+)?about\s+"
    r"\w+(?:\s\w+){0,3}(?=\s*[.!])",
    re.I,
)
_STOP_START = regex(rf"{_START}Stop\s+\w+ing\b[^.!?]{{0,40}}[.,;!]\s+Start\s+\w+ing\b[^.!?]{{0,40}}")
_ASKED = regex(
    rf"{_START}(?:And\s+|But\s+)?(?:The|My|Our)\s+(?:(?:end|real|big|best|worst|only|crazy|scary|cool|hard)\s+)?"
    r"(?:result|results|part|catch|kicker|problem|solution|secret|twist|truth|outcome|takeaway|lesson|upside|downside|"
    r"news|payoff|trick|irony|verdict|reward|difference|challenge|magic|impact|consequence|culprit|fix|surprise|"
    r"bottom\s+line|good\s+news|bad\s+news|point|moral|reality|conclusion|goal|key)\?(?=\s+\S)"
)
_RETHOUGHT = regex(
    r"(?:change[ds]?|transform(?:s|ed)?|redefine[ds]?|reimagine[ds]?|reshape[ds]?|rewrote|rewrites?|revolutioni[sz]e[ds]?|"
    r"challenge[ds]?|elevate[ds]?|shape[ds]?)\s+(?:how|what|everything|the\s+(?:way|rules|game|conversation|culture|future)|"
    r"our\s+(?:thinking|culture|relationship|understanding|idea))\b"
)
"""What a straw man makes room for: "we changed how we think"."""
_MOVED = regex(
    r"(?:\w+\s+){1,4}?(?:teams|people|minds|hearts|lives|careers|communities|cultures?|generations|humans|dreams|stories|"
    r"possibilities|expectations)\Z"
)
_TECHNICAL = regex(rf"[{HIDDEN}\d]|(?<=\s)[A-Z]|\b(?:the|this|these|its|their|his|her|my|your|our)\s")
_GERUND = regex(r"(?P<verb>\w+ing)\b\s*(?P<object>.*)", re.S | re.I)
_ASKS = regex(r"(?:what|how|why|who|where|when)\s", re.I)
_ARTICLE = regex(r"\A(?:(?:a|an|the|your|our|about|really|actually|all|truly|pure|simply)\s+)+", re.I)
_AFTER_HEAD = regex(r"\s(?:of|for|to|in|that|which|with|where|when|and|by|on|from|between|who|you|we|at)\s|,", re.I)
_ABSTRACT = regex(r"\w{3,}(?:ness|ship|hood|ism)\Z")
_SAYS_NOT = regex(r"not\s")
"""No "another", "notebook" or "nothing", which are everywhere."""
_LOFTY = (
    ("", _DOES_NOT_JUST),
    ("", _DOES_NOT),
    ("but", _NOT_JUST_BUT),
    ("about", _LESS_MORE),
    ("but", _IS_NOT_BUT),
    ("", _TWO_SUBJECTS),
    ("as", _THINK_OF),
)
"""Contrasts whose second half names something grand, with a text that they hold."""
_CUED = (
    (" than ", _MORE_THAN),
    (" than ", _DOES_MORE),
    (" less ", _LESS_THAN),
    (" more a", _LESS_THAN),
    ("Not ", _NOT_A_BUT),
)
"""Contrasts that hold a text of their own."""
_WONDERS = frozenset(("magic", "luck", "rocket science", "a miracle", "an accident", "a coincidence", "hype"))
"""What nobody took it for."""
_FRAGMENT = 7
"""Words that a sentence of a chain of fragments has at most."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each contrast or question, from its first word to its last."""
    if not is_english(document):
        return
    grand = names(context, "ai-contrast", "grand")
    for held in running(document):
        last = -1
        for span, message in sorted(_of(held.passage, grand)):
            if span.start >= last:
                last = span.end
                yield found(span, message)


def _of(passage: Passage, grand: frozenset[str]) -> Iterator[tuple[Span, str]]:
    text = passage.text
    contrast = "a contrast with something nobody said: make the second half the sentence"
    if "?" in text:
        for match in _ASKED.finditer(text):
            yield _span(passage, match), "a question that nobody asked: give the answer alone"
    if (
        _SAYS_NOT.search(text)
        or "never about" in text
        or "no mere" in text
        or "n't" in text
        or "n’t" in text
        or "less about" in text
        or "Stop " in text
        or "no longer" in text
    ):
        for match in _SPLIT.finditer(text):
            if _is_empty(match, grand):
                yield _span(passage, match), contrast
        for cue, pattern in _LOFTY:
            for match in pattern.finditer(text) if cue in text else ():
                if _is_lofty(match["y"].removeprefix("also "), grand):
                    yield _span(passage, match), contrast
        for pattern in (_WHETHER, _FACED, _BETTER_ONE, _OTHER_WILL):
            for match in pattern.finditer(text):
                yield _span(passage, match), contrast
        for match in _STOP_START.finditer(text):
            yield _span(passage, match), contrast
    if "Not " in text or "No " in text:
        yield from ((span, contrast) for span in _chains(passage))
    for cue, pattern in _CUED:
        for match in pattern.finditer(text) if cue in text else ():
            said = match.groupdict()
            if _is_lofty(said["y"] or said.get("z") or "", grand):
                yield _span(passage, match), contrast
    if "Less " in text or "Fewer " in text or "Forget " in text:
        for match in _LESS_THEN_MORE.finditer(text):
            yield _span(passage, match), contrast


def _span(passage: Passage, match: re.Match[str]) -> Span:
    said = match[0].strip()
    start = passage.span.start + match.end() - len(match[0].lstrip())
    return Span(start, start + len(said))


def _is_empty(match: re.Match[str], grand: frozenset[str]) -> bool:
    """Whether the second half of "it's not X, it's Y" names nothing that X could have been taken for."""
    x, y = match["x"].strip(), match["y"].strip()
    if match.string[match.end() : match.end() + 1] == ":":
        return False  # the second half is about to be told
    if re.search(r"\b(?:also|because|too)\b|\Anot\b", y):
        return False  # a reason, an addition, or one more thing that it is not
    if x.lower().startswith("about ") and y.lower().startswith("about "):
        return not re.search(rf"[{HIDDEN}\d]", y)
    if _ASKS.match(x) and _ASKS.match(y) and not _TECHNICAL.search(x[3:] + y[3:]):
        return True
    if match["just"]:
        if match["who"].lower() == "you":
            return _is_moved(y, grand)
        return match["who"].lower() != "me" and HIDDEN not in y and len(y.split()) <= 12
    doing, rather = _GERUND.match(x), _GERUND.match(y)
    if doing and rather:
        differs = doing["verb"].lower() != rather["verb"].lower()
        people = match["again"].lower() in ("you", "we", "they")
        if people and not differs:
            return _is_grand(rather["object"], grand) or _are_bare(doing["object"], rather["object"])
        return people and differs and len(y.split()) <= 5 and not _TECHNICAL.search(" " + rather["object"])
    return _is_grand(y, grand) or (x.lower() in _WONDERS and len(y.split()) <= 2 and not _TECHNICAL.search(" " + y))


def _are_bare(one: str, other: str) -> bool:
    """Whether two objects are one plain word each: "buying software" and "buying time"."""
    return all(re.fullmatch(r"[a-z]{3,}", said.strip()) for said in (one, other))


def _is_moved(half: str, grand: frozenset[str]) -> bool:
    """Whether what people are said to do as well has a grand object: "you're delivering value"."""
    doing = _GERUND.match(half)
    return doing is not None and _is_grand(doing["object"], grand)


def _is_lofty(half: str, grand: frozenset[str]) -> bool:
    """Whether a half sentence names something grand, changes how everybody thinks, or moves people."""
    said = half.strip().lower()
    if HIDDEN in said or len(said.split()) > 12:
        return False
    return bool(_is_grand(half, grand) or _RETHOUGHT.match(said) or (len(said.split()) <= 5 and _MOVED.match(said)))


def _is_grand(half: str, grand: frozenset[str]) -> bool:
    """Whether a half sentence ends in a grand noun such as "a movement", with no figure, name or code in it."""
    if re.search(rf"[{HIDDEN}\d]", half) or len(half.split()) > 9:
        return False
    phrase = _ARTICLE.sub("", half.strip())
    if any(phrase.lower().startswith(opening) for opening in grand if " " in opening):
        return True
    words = _AFTER_HEAD.split(phrase, maxsplit=1)[0].lower().split()
    if not words:
        return False
    head = words[-1]
    return head in grand or head.removesuffix("s") in grand or _ABSTRACT.fullmatch(head) is not None


def _chains(passage: Passage) -> Iterator[Span]:
    """Chains of short sentences "Not a. Not b. C." and "No a. No b. Just c."."""
    sentences = [(span, passage.slice(span).strip()) for span in passage.sentences]
    run: list[tuple[Span, str]] = []
    for one, following in pairwise([*sentences, (Span(0, 0), "")]):
        said = one[1]
        if re.match(r"(?:Not|No)\s", said) and len(said.split()) <= _FRAGMENT and not _has_verb(said):
            run.append(one)
            ends = following[1]
            closes = re.match(r"(?:Just|Only|Pure|Simply)\s", ends) or run[0][1].startswith("Not")
            last = ends and not re.match(r"(?:Not|No)\s", ends) and closes and _short(ends)
            if last and (len(run) > 1 or _is_retort(said, ends)):
                yield Span(run[0][0].start, following[0].start + len(ends.rstrip(" .!")))
        else:
            run = []


def _is_retort(denied: str, said: str) -> bool:
    """Whether two fragments of a few words answer each other: "Not faster. Smarter." """
    few = len(denied.split()) <= 4 and len(said.split()) <= 3
    return (
        few and denied.startswith("Not ") and not re.search(rf"[{HIDDEN}\d?:,]", denied + said) and not _has_verb(said)
    )


def _short(said: str) -> bool:
    return len(said.split()) <= _FRAGMENT


def _has_verb(said: str) -> bool:
    return re.search(r"\b(?:is|are|was|were|has|have|had|did|does|do|ran|can|will|\w+ed)\b", said) is not None

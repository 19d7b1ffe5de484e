"""A number that came out of something -> what one would ask about it, by what it counts."""

import re

from inkwright.model.regex import regex
from inkwright.promote import signs

_SOME = r"(?<![\w./–-])[~≈<>]?(?:\d[\d,.]*[x×%]?\s?[-–]\s?)?\d[\d,]*(?:\.\d+)?\s?"
"""A figure, or two that a dash joins."""
_ABOUT = (
    r"(?:about |around |nearly |over |under |up to |down to |at least |roughly |approximately |just |only |almost )*"
)
_MORE = (
    r"(?:faster|slower|smaller|larger|cheaper|fewer|less|more|better|worse|lower|higher|longer|shorter|greater|as|"
    r"the|improvement|increase|decrease|reduction|gain|speed-?up|throughput|growth)\b"
)
_PERCENT = r"(?:%|percent\b)"
TIMES = regex(rf"{_SOME}(?:×|x\b|times\b|-?fold\b)(?=\s+{_MORE}|\s*[,.;:)—–]|\s+(?:and|for|with|on|when)\b)", re.I)
_UNIT = (
    r"(?:%|×|(?:percent|x|ms|µs|s|sec|seconds?|minutes?|hours?|days?|weeks?|months?|[kKMG]|[KMGT]i?B(?:/s)?|tokens?|"
    r"requests?|QPS|pods?|GPUs?|rows?|lines?)\b)?"
)
FROM_TO = regex(rf"\bfrom {_ABOUT}({_SOME}{_UNIT})\s?(?:up |down )?\bto {_ABOUT}({_SOME}{_UNIT})", re.I)
SHARE = regex(rf"{_SOME}{_PERCENT}", re.I)
BRIEF = regex(rf"{_SOME}(?:ms|µs|us|ns|s|sec|seconds?|milliseconds?|microseconds?)\b(?!/)", re.I)
LONG = regex(rf"{_SOME}(?:minutes?|hours?|days?|weeks?|months?)\b", re.I)
SIZE = regex(rf"{_SOME}(?:[KMGTP]i?B|bytes?|megabytes?|gigabytes?|kilobytes?|terabytes?)\b(?!/)")
RATE = regex(
    rf"(?<!\bat )(?<!\brate of ){_SOME}(?:[kKM]\s)?(?:[\w-]+\s?(?:/\s?s(?:ec(?:ond)?)?\b|per second\b|a second\b)|"
    r"(?:tok|req|GB|MB)/s\b|QPS\b|RPS\b|TPS\b|FPS\b|Gbps\b)",
    re.I,
)
"""How much in a second; `at 20 QPS` is the load, not what came of it."""
MONEY = regex(r"(?<![\w])[$€£]\s?\d[\d,.]*\d?(?:\s?(?:k|K|million|billion|bn|M))?")
_NO_AMOUNT = regex(r"(?:1[5-9]|20)\d0s\Z|[\d.]+[BM]\Z")
"""Decades, and the sizes that models are named by."""
_CHANGE = r"(?:improv|reduc|cut|sav|increas|decreas|dropp|lower|rais|boost|shrink|shrank|grew|grow|gain|fell|fall|rose)"
_CHANGED = regex(
    rf"\b(?:{_CHANGE}\w*|drops?|faster|slower|smaller|larger|cheaper|fewer|less|more|higher|better|worse|outperform\w*|"
    r"beats?|longer|shorter|speed-?ups?|off)\b",
    re.I,
)
_MOVED = regex(rf"\b(?:{_CHANGE}\w*|drops?|went|goes|go|brought|brings|down|up|moved)\b", re.I)
_BY_SHARE = regex(
    rf"\b(?:by|(?:improvement|reduction|increase|decrease|gain|drop|growth|saving)s? of|{_CHANGE}\w*\b.*\bup to|saved?|"
    rf"saves|cuts?) {_ABOUT}{_SOME}{_PERCENT}|{_SOME}{_PERCENT} {_MORE}",
    re.I,
)
_CONSUMES = regex(
    r"\b(?:us(?:es?|ed)|takes?|took|needs?|needed|consum\w+|occup\w+|holds?|costs?|fits?|weighs?|grows?|grew|memory|"
    r"cache|disk|footprint|heap|VRAM|RAM)\b",
    re.I,
)
_SPENT = regex(r"\b(?:took|takes?|spent|costs?|lost|needs?|needed|waited|waits?)\b", re.I)
_PAID = regex(r"\b(?:took|takes?|spent|costs?(?!-)|paid|pay|saved?|saves|bill)\b", re.I)
_WAITING = regex(
    r"\b(?:latenc\w+|TTFT|ITL|TPOT|wait\w*|respon\w+|requests?|quer\w+|calls?|time-to-first\w*|per token|a token|"
    r"pays?)\b",
    re.I,
)
_TOLD = regex(r"\b(?:p\d\d(?:\.\d+)?|median|mean|average|percentile|\d\dth)\b", re.I)
_CAME_OUT = regex(
    r"\b(?:found|measur\w+|show\w*|turn(?:s|ed) out|reach\w*|achiev\w+|deliver\w*|took|takes|cost|costs|saw|see|"
    r"got|gets|goes|went|maintain\w*|kept|keeps|succeed\w*|fail\w*|exceed\w*|yield\w*|observ\w+|result(?:s|ed) in|"
    r"needs|adds?|added|adding|wait(?:s|ed)|tops? out|peak(?:s|ed) at|hits?|sustain\w*|scales? to|comes? to)\b",
    re.I,
)
_OTHERS = regex(
    r"\b(?:colleagues|et al|the authors|the paper|they (?:report|measured|found)|according to|reports? (?:that|a)|"
    r"published by)\b",
    re.I,
)
"""Words of what somebody else measured."""
_SURVEYED = regex(
    r"\b(?:survey\w*|preferences?|respon(?:dents?|ses)|participants?|people|users? (?:said|report)|"
    r"of (?:teams|users))\b",
    re.I,
)


def figure_question(text: str, measured: bool = False) -> str:
    """What one would ask about the number of a sentence; "" for a number that is no result. `measured` says that it is
    bound to data."""
    if (both := FROM_TO.search(text)) and _MOVED.search(text) and not _NO_AMOUNT.match(both[2].strip()):
        return f"What brought it from {both[1].strip()} to {both[2].strip()}, and how do you know?"
    if (found := _in(TIMES, text)) and _CHANGED.search(text):
        return _against(found)
    if (found := _in(SHARE, text)) and _BY_SHARE.search(text):
        return _against(found)
    if not measured and not _CAME_OUT.search(text) and not _SURVEYED.search(text):
        return ""
    if found:
        return f"Of how many is {found}, and who was asked?" if _SURVEYED.search(text) else _measured(found, text)
    return _of_amount(text, measured)


def _of_amount(text: str, measured: bool) -> str:
    """What one would ask about an amount of something; "" for a mere count that is not bound to data."""
    if found := _in(RATE, text):
        return f"What holds it at {found}, and what would you try next?"
    if found := _in(BRIEF, text):
        waiting = _WAITING.search(text) and not _TOLD.search(text)
        return f"Is {found} a mean or a percentile, and under what load?" if waiting else _measured(found, text)
    if (found := _in(SIZE, text)) and _CONSUMES.search(text):
        return f"What takes up the {found}, and how does that grow?"
    if (found := _in(MONEY, text)) and _PAID.search(text):
        return f"What is in the {found}, and what is left out?"
    if (found := _in(LONG, text)) and _SPENT.search(text):
        return f"Where did the {found} go, and what would make it less?"
    counted = signs.QUANTITY.search(text) if measured else None
    return _measured(counted[0].strip(), text) if counted and counted[0][0].isdigit() else ""


def _against(found: str) -> str:
    return f"{found} against what, and how did you measure it?"


def _measured(found: str, text: str) -> str:
    if _OTHERS.search(text):
        return f"How did they measure {found}, and would you find the same?"
    return f"How did you measure {found}, and when would it be another number?"


def _in(sign: re.Pattern[str], text: str) -> str:
    """The first figure of a kind; "" for none."""
    return next((one[0].strip() for one in sign.finditer(text) if not _NO_AMOUNT.match(one[0].strip())), "")

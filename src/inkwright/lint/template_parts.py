"""What each kind of post must hold beyond what its template's `requires` can say, and how a program recognises it.

Data and nothing else: `template_check.py` reads it. **Source:** requirements OUT-11 to OUT-15, OUT-17, EVD-18.
"""

from typing import NamedTuple


class Want(NamedTuple):
    """One part that a section must hold. `part` says it to the author. `how` is one of `says` (the section's text
    matches `pattern`), `each-item` and `each-subsection` (every one of them holds code, a figure, a link or a match),
    `before-formula` (no formula stands before the section), `paper` (a link leads to a paper or its page).
    `opening` lets the words above the first section count too."""

    section: str
    part: str
    how: str
    pattern: str = ""
    opening: bool = False


ASKED: dict[str, tuple[str, str]] = {
    "analogy": (
        "an analogy",
        r"\b(?:(?:is|are|was|works?|acts?|feels?|looks?|behaves?|much|just|a lot|almost|more|"
        r"thinks?) like|like (?:an?|the|two|"
        r"when|having)|as if|as though|imagine|picture|think of|similar|same way|analog\w+|metaphor|just as|suppose|"
        r"pretend|so does|resembles?)\b",
    ),
    "method": (
        "how it was measured (machine, versions, runs)",
        r"\b(?:median|mean|average|runs?|repeat\w*|machine|version|seeds?|cores?|cpus?|gpus?|hardware|warm\w*|script|"
        r"sample|laptop|samples?|i looked|criteri\w+|python \d|searched|read)\b",
    ),
    "own-experience": ("what happened to you", r"\b(?:i|we|my|our|mine|ours|us|me)\b"),
    "plain-words": (
        "the formula in plain words",
        r"\b(?:words|means?|says?|reads?|that is|tells?|i\.e\.|gives|share|simply|thus)\b",
    ),
    "source": (
        "where its figures come from",
        r"https?://|\b(?:table|figure|section|paper|authors?|report\w*|source|appendix|et al|from|measured|our)\b",
    ),
    "steel-man": (
        "the best argument of the other side",
        r"\b(?:argu\w+|against|objection\w*|critics?|sceptics?|skeptics?|case for|would say|will say|"
        r"says?|true|right|"
        r"fair|granted|admit\w*|point|strongest|defen[cs]e|defend\w*|opponents?|disagree\w*|believe)\b",
    ),
    "when-not": (
        "when not to use it",
        r"\b(?:(?:do not|don't|never|not) (?:\w+ ){0,4}(?:use|reach|need|worth|for|when|if|apply|help|"
        r"helps|pay|work|want|"
        r"all|every|everybody|everyone|always)|when (?:not|it (?:does not|doesn't|hurts))|avoid\w*|unless|except\w*|"
        r"instead|without|(?:it|this|that|they|which) (?:\w+ )?(?:fails?|breaks?|does not|doesn't|do not|"
        r"don't|cannot|can't)|"
        r"wrong|limits?|edges?|skip|no longer|stops?|leave it|stay away|bad (?:fit|choice|idea)|no help|of no use)\b",
    ),
}
"""What a template may require that words tell: how it is called, and what a text that holds it says."""

_BEFORE_AFTER = (
    r"\b(?:before(?:hand)?|until then|used to|baseline|expected|previous(?:ly)?|formerly|former|instead of|fell|rose|"
    r"dropped|grew|shrank|halved|doubled|went (?:up|down|from)|compared (?:with|to)|"
    r"(?:less|more|\w+er) than|from [^.|\n]{1,40} to)\b"
)
"""Words that set a result beside what it was before, was meant to be, or would be otherwise."""

WANTS: dict[str, tuple[Want, ...]] = {
    "tutorial": (
        Want("problem", "what the reader has in the end", "says", r"\b(?:by the end|in the end|at the end|you(?:'ll"
             r"| will)"
             r"|you (?:get|have|can|need)|we(?:'ll| will)|(?:we|i|this \w+) (?:build|make|show|write)s?|after this|"
             r"build|finish\w*)\b", opening=True),
        Want("prerequisites", "the tools that are needed", "says", r"\d|\b(?:install\w*|version|newer|package"
             r"|packages|tool"
             r"|tools|account|library|libraries|command|python|docker|node|rust|java|git|laptop|computer|machine"
             r"|gpu|file)\b"),
        Want("prerequisites", "what the reader must know already", "says", r"\b(?:know\w*|familiar\w*|understand\w*|"
             r"comfortable|experience\w*|acquaint\w*|fluent|at ease|grasp|basics?|at home|read|written|"
             r"worked|used|heard|assume\w*|"
             r"(?:no|nothing|little) (?:\w+ ){0,3}(?:needed|required|assumed|else)|not needed|"
             r"need(?:ed)? to|beginners?)\b"),
        Want("steps", "code in each step", "each-subsection", "code"),
        Want("steps", "what each step does and why", "each-subsection", "prose"),
        Want("steps", "a pitfall", "says", r"\b(?:pitfall\w*|mistake\w*|careful|beware|watch|trap\w*|wrong|fell"
             r"|fail\w*|error\w*"
             r"|note|warning|don't|do not|never|forg[eo]t\w*|without|bug|first version|first try|otherwise|"
             r"gotcha\w*|the catch|break\w*|surpris\w+|must not|should not|(?:does|did|will|is|was) not|"
             r"(?:does|did|is|was)n't|won't)\b"),
        Want("troubleshooting", "a solution for each problem", "each-item", "12"),
    ),
    "deep-dive": (
        Want("intuition", "the intuition before any formula", "before-formula"),
        Want("misconceptions", "evidence against each of them", "each-item", "evidence"),
        Want("reading", "a link to the original paper or source", "paper"),
    ),
    "comparison": (
        Want("context", "the criteria", "says", r"\b(?:criteri\w+|compar\w+|judge\w*|decid\w+|measur\w+|matters?"
             r"|weigh\w*|"
             r"dimensions?|question\w*|requirements?|needs?|care|cared|wanted|asked)\b", opening=True),
        Want("summary", "a winner for each dimension", "says", r"\b(?:winner|wins?|won|best|better|tie|draw|equal"
             r"|advantage)\b"
             r"|✓|✔|✅|🏆|\*\*"),
        Want("detailed", "evidence in each category", "each-subsection", "evidence"),
        Want("recommendation", "“use X if ...”", "says", r"\b(?:use|take|choose|pick|go with|prefer|start with"
             r"|write|keep)\b"
             r"[^.]{0,120}\b(?:if|when|while|as long as|until|for|unless)\b|\bif\b[^.]{0,120}\b(?:use|take|choose"
             r"|pick|go with"
             r"|prefer|start|write|keep)\b"),
        Want("recommendation", "“avoid Z if ...”", "says", r"\b(?:avoid|don't|do not|not|never|leave|stay away|skip"
             r"|unless|"
             r"without|neither)\b"),
    ),
    "paper-summary": (
        Want("context", "where the paper fits", "says", r"\b(?:before|until|then|earlier|previous\w*|prior|work"
             r"|at the time|"
             r"since|other|others|problem|existing|usual\w*|most|instead|so far)\b"),
        Want("contributions", "why each of them matters", "each-item", "10"),
        Want("limits", "limits that the authors name", "says", r"\b(?:authors?|paper|they|themselves|says?"
             r"|name[sd]?|admit\w*|"
             r"acknowledge\w*|state[sd]?|discuss\w*)\b"),
        Want("limits", "limits that they do not name", "says", r"\b(?:(?:not|never) (?:\w+ )?(?:said|say|"
             r"mention\w*|told|"
             r"tell|test\w*|report\w*|discuss\w*|measur\w*|tried|try|compar\w*|shown?|address\w*|answer\w*|ask\w*|"
             r"give\w*|list\w*|cover\w*|consider\w*|explain\w*|studied|study)|(?:does|did|do)n't \w+|unsaid|unspoken|"
             r"silent|silence|nothing (?:about|on|is|of)|no (?:word|mention|test|figures?|numbers?|"
             r"comparison|ablation|"
             r"baseline|code|error bars)|without|missing|miss(?:es)?|unacknowledged|nowhere|leaves? out|"
             r"left out|omit\w*|"
             r"unclear|open question|only (?:one|on|in|for|english|small|two)|assum\w+)\b"),
    ),
    "behind-the-scenes": (
        Want("keep", "what it was before, beside what it is now", "says", _BEFORE_AFTER),
        Want("advice", "where it is not worth it", "says", r"\b(?:leave it|unless|when not|except\w*|not worth|no use|"
             r"(?:do not|don't|never|not) (?:\w+ ){0,4}(?:if|when|for|with|before|without)|skip|shorter|smaller|fewer|"
             r"avoid\w*|instead|limits?|only (?:if|when|for))\b"),
    ),
    "project": (
        Want("results", "what it was before, or was meant to be", "says", _BEFORE_AFTER),
        Want("review", "an assumption", "says", r"\bassum\w+|\btake[ns]? for granted\b|\bpremise"),
        Want("review", "a trade-off", "says", r"\btrade-?\s?offs?\b|\bat the (?:cost|price|expense) of\b|"
             r"\bin exchange\b|\bsacrific\w+|\bin return\b"),
        Want("review", "what happens at a larger size", "says", r"\bscal\w+|\btimes (?:the|as|more)\b|"
             r"\b(?:10|100|1,?000|ten|hundred|thousand)(?:x| times)|\blarger\b|\bgrow\w*|\bbottleneck"),
        Want("review", "a known flaw", "says", r"\bflaws?\b|\bweak\w*|\blimit\w*|\bbreaks?\b|\bfails?\b|"
             r"\bbugs?\b|\bwrong\b|\bdoes not\b|\bcannot\b|\bunsolved\b|\brisks?\b"),
    ),
    "opinion": (
        Want("claim", "a claim that someone could deny", "says", r"\b(?:should\w*|must|never|always|stop|do not"
             r"|don't|cannot|can't|"
             r"better|worse|wrong|right|need\w*|claim|believe|think|"
             r"ought|waste|overrated|underrated|more than|less than|(?:is|are) (?:not|no|the|a|an|too)|isn't|aren't|"
             r"mistake|myth|dead|enough|deserves?|worth\w*)\b"),
    ),
}  # fmt: skip
"""Parts by kind of post and section key."""

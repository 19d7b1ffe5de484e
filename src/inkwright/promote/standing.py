"""Whether a sentence can stand without the text around it: it leans on nothing before it and points at nothing beside
it. Told by its words; what is doubtful is left out, because a post has sentences enough."""

import re

from inkwright.promote.verbs import has_verb, may_have_verb

SHORTEST, LONGEST = 5, 42
"""Words of a sentence that may be quoted. **Source:** own choice: shorter ones are asides, longer ones are not read in
a feed."""
_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_END = re.compile(r"[.!?][\"'”’)]*\Z")
_LEANS = re.compile(
    r"(?:th(?:is|at|ese|ose)(?!\s+(?:year|week|month)\b)|it|its|it['’]s|that['’]s|they|they['’]\w+|them|their|theirs|"
    r"he|she|his|her|hers|him|ours|mine|yours|however|but|and|so|or|nor|yet|also|then|thus|therefore|hence|instead|"
    r"otherwise|moreover|furthermore|additionally|besides|consequently|meanwhile|nevertheless|nonetheless|similarly|"
    r"likewise|accordingly|conversely|alternatively|afterwards?|eventually|overall|finally|lastly|first|firstly|"
    r"second|secondly|third|thirdly|fourth|last|next|again|still|now|here|such|another|both|neither|either|none|each|"
    r"same|here['’]s|there['’]s|indeed|namely|specifically|particularly|notably|importantly|interestingly|"
    r"surprisingly|unfortunately|fortunately|luckily|sadly|obviously|clearly|basically|essentially|ideally|"
    r"theoretically|only|even|too|more|less|others?|actually|apparently|naturally|somehow|perhaps|maybe|well|yes|no|"
    r"ok(?:ay)?|sure|right|oh|hi|hello|hey|specially|ultimately|previously|subsequently|currently|earlier|later|soon|"
    r"further|anyway|plus|whatever|which|where|who|whose|whereas|rather|quite|let['’]?s?|note|see|recall|suppose|say|"
    r"imagine|consider|assume|remember|notice|observe|ditto|enter|exactly|without|same|much|all|some|most|many|"
    r"several|two|three|four|five|every|following|don['’]t worry|"
    r"(?:we|i|you)['’]ll|(?:we|i|you)['’]ve (?:just|now|already|also|seen|looked|shown|discussed|covered|learned)|"
    r"(?:we|i|you) (?:have )?just)\b",
    re.I,
)
"""First words that look back, or that a reader must have been led to."""
_MAY_LEAD = re.compile(
    r"(?:(?:all|some|most|many|several|two|three|four|five|every|each|no|more|less|only|even|without|rather|"
    r"exactly|such|none|much)\s+(?!of\s+(?:this|that|these|those|them|it)\b)(?!(?:this|that|these|those|them|it|they|"
    r"then|so|ways?|things?|reasons?|options?|steps?|points?|questions?|cases?|choices|kinds|other)\b)[^\W\d_]{3,})",
    re.I,
)
"""Of these, words that may begin a sentence about something new."""
_PHRASES = re.compile(
    r"(?:there (?:is|was) (?:just|only)|with the \w+ (?:created|done|installed|ready|running|set)|as an? (?:final|"
    r"last|first|side|quick|bonus)|(?:how|why|whether)\b(?!.*\?)|previous|divided by|most (?:importantly|notably|"
    r"recently|likely|often|of)|for (?:example|instance|this|that|these|those)|in (?:other words|contrast|addition|"
    r"particular|fact|short|sum|summary|conclusion|general|practice,|theory,|turn|this|that|these|those|our case|both|"
    r"such|each|either|the (?:first|second|third|last|next|previous|same|latter|former|end|meantime|following|example|"
    r"figure|table|code|snippet|above|meanwhile))|by (?:contrast|comparison|default,|this|that|doing|the way)|"
    r"on (?:the (?:other|one|contrary|flip)|top of|this|that|these|average,)|at (?:this|that|the same|first|last|"
    r"least|the end|each)|to (?:do (?:this|that|so)|this|that|these|address|solve|fix|illustrate|summari[sz]e|recap|"
    r"conclude|be (?:clear|fair|honest)|make (?:this|that|it)|begin|start|see|get started|avoid (?:this|that|it)|help|"
    r"put it)|as (?:a (?:result|consequence|reminder|side note|bonus)|shown|mentioned|noted|described|discussed|"
    r"expected|we|you|i|seen|such|always|usual|well|before|with|of|part of|is|it|this|that|these|a first|an example|"
    r"stated|said|explained|above|before)|(?:because|after|before|with|from|like|through|under|during|among|between|"
    r"since|once|while|when|if|unless|until|although|though|given|using|despite|of|along with|instead of|due to|"
    r"thanks to|based on|together with|besides|beyond|within|against|across|over|via|per|into|upon|regardless of|"
    r"rather than|aside from|apart from|prior to|by|for|about|behind)\s+(?:doing\s+)?(?:th(?:is|at|ese|ose|em|ey|"
    r"ey['’]\w+|eir)|it|its|it['’]s|he|she|his|her|one|both|each|such|all of th\w+|the (?:above|former|latter|other|"
    r"same|previous|first|second|two))|the (?:first|second|third|fourth|last|next|other|others|same|former|latter|"
    r"previous|above|following|below|two|three|four|five|rest|remaining|resulting|reason|reasons|answer|result|"
    r"results|idea|point|catch|trick|difference|problem|solution|example|figure|table|chart|graph|plot|diagram|code|"
    r"snippet|script|output|screenshot|image|picture|function|method|command|line|lines|step|option|options|final|"
    r"new one|old one|good news|bad news|goal|aim|rationale|fix|change|changes|opposite|bottom line|short (?:answer|"
    r"version)|formula|list|post|article|rest|report|blog)\b|there (?:are|is|were|was) (?:two|three|four|five|six|"
    r"several|some|many|also|a few|no other|other|another|more|one)|one (?:of (?:th|the|our|my|them)|more|other|"
    r"solution|way|option|example|such|reason|thing|issue|caveat|last|final|possible|potential|could|can|might|may|"
    r"should|is|was|has|might)|(?:we|i|you|you['’]ll|we['’]ll|i['’]ll)\s+(?:also|then|now|next|first|can\s+(?:now|"
    r"then|also|see)|could\s+also|will\s+(?:now|then|also|see|use|look|show|discuss|go|cover|walk|explore|start|need|"
    r"be)|are going|see|saw|show|discuss|look|go|use|do (?:this|that|so|it)|just|should\s+(?:see|also|now)|"
    r"have\s+(?:seen|now|also)|may\s+(?:also|have|notice|wonder|ask)|might\s+(?:also|be|have|notice|wonder|ask|think)|"
    r"did (?:this|that|so|it)|call (?:this|it)|did not know|start|begin)\b|(?:when|if|once|after|before|as|until|"
    r"because|since) (?:i|we|you) (?:did|do|does|have|had)(?=,|\s(?:so|this|that|it)\b)|there (?!is|are|was|were|will|"
    r"has|have|can|may|might|must|seems?|remains?|exists?|needs?)\w+|(?:my|our)\s+(?:first|second|next|last|final)|"
    r"since then|from (?:there|here|now)|by (?:then|now)|(?:up|back|down|out) (?:to|until|in)|so far|until (?:now|"
    r"then|recently,)|what (?:is|was|it|this|that|about|we|you|follows)|why\b|how (?:does|do|did|can|is|was|to|we|it|"
    r"this)|two (?:things|reasons|ways|options|of)|three (?:things|reasons|ways|options|of))\b",
    re.I,
)
_POINTS = re.compile(
    r"\b(?:(?:above|below)(?!\s+(?:the|an?|one|two|three|ten|zero|average|our|\d|~|\$))|previous(?:ly)? (?:section|"
    r"post|article|example|paragraph|step|chapter|mentioned|discussed)|next (?:section|post|article|example|paragraph|"
    r"step|chapter|week|month)|earlier (?:section|post|example)|(?:this|the|our|my|a|last|previous|next|series of|"
    r"that|earlier|following|rest of the) (?:blog\s?)?(?:post|article|blog|section|chapter|tutorial|guide|series|"
    r"course|video|notebook|page|walkthrough|write-?up|newsletter|lesson|report)s?\b|(?:figure|fig\.|table|case|"
    r"example|scenario|experiment|phase|task|exercise|listing|equation|eq\.|appendix|section|chapter|step|part|"
    r"algorithm|footnote|panel)\s*(?:\d+|[A-Z]\b|[ivx]+\b)|as follows|the following|following (?:\w+ ){0,2}(?:table|"
    r"list|code|example|command|snippet|figure|output|line)|shown (?:here|in)|pictured|(?:left|"
    r"right)(?:-hand)? (?:side|panel|hand|column|plot|figure)|(?:the|this|these|each|our|my) (?:screenshot|diagram|"
    r"chart|plot|graph|figure|image|picture|animation|legend|x-axis|y-axis|snippet|code block|output|listing|"
    r"dashed line|red line|blue line|curve|curves|heatmap|scatterplot)s?\b|click|tap on|scroll|hover|check (?:it|them|"
    r"this|that|out)|star (?:us|the)|join (?:us|our|the)|stay tuned|read more|let (?:us|me) know|special thanks|"
    r"thank you|thanks to|thank|sign up|register (?:for|now|here)|subscribe|get in touch|(?:provided|described|"
    r"explained|covered|documented|listed|shown|given|outlined|found) (?:in|by) (?:the|our|its)|(?:left|right|blue|"
    r"red|green|orange|dashed) (?:bars?|lines?|boxes|curves?)|we(?:['’]d| would) love|encourage you|we encourage|"
    r"your (?:feedback|input|help)|(?:further|detailed) (?:details|information)|reach out|follow us|drop by|see you|"
    r"look forward|looking forward|happy to answer|feel free|please\b|we invite|invite you|learn more|"
    r"for more (?:details|information|on)|for (?:details|further|a full|a complete|the full)|more (?:details|"
    r"information)|see (?:the|our|also|for|how|below|above|it|here)|refer to|you can find|can be found|(?:our|the|"
    r"their) (?:\w+ )?(?:site|website|forum|discord|slack|wiki|channel|calendar|mailing list|repo|repository|readme|"
    r"docs|documentation)\b|(?:is|are) available (?:here|at|on|in the)|find (?:the|it|them|more) (?:here|at)|"
    r"here(?:['’]s| is| are)\b|mentioned|listed|as (?:shown|described|discussed|explained|noted)|described (?:in|"
    r"here)|aforementioned|respectively|link(?:ed)? (?:here|below|above)|@\w|TODO|TBD|TK|lorem)\b|here[.!]\Z|"
    r"\bhere\s?[-–—,;:]|\((?:top|bottom|left|right|middle|centre|center|blue|red|green|orange|see)\b[^)]*\)",
    re.I,
)
"""Words that point at something that only the post shows, or that ask the reader to do something there."""
_CODE = re.compile(
    r"[{}<>|\\`=]|\]\(|!\[|::|:[a-z_]{3,}:|https?:|www\.|\w\(\)|\w\([\w, ]*\)[.;]|--\w|\$\s?\w|"
    r"(?:^|\s)[./~][\w/]+/|\w+/\w+/\w+|[a-z]\w*_\w+_\w+|\*\*|__\w|#\d|(?:^|\s)(?:sudo|pip|npm|git|kubectl|docker|curl) "
)
"""Signs that code, markup or an address is left in a sentence."""
_MIDDLE = re.compile(
    "|".join(
        (
            r"\b(?:this|these|those)\b(?!\s+(?:year|week|month|morning)\b)|\bsuch\b(?!\s+(?:as|that)\b)",
            r"\bthat (?:same|former|latter|first|second|third|other|others|two)\b",
            r"\bthe (?:former|latter|other|others|two|above|rest)\b",
            r"\bthe (?:first|second|third|last)(?=\s+(?:ones?|of (?:these|them)|is|was|has)\b|\s*[.,;:])",
            r"\bthe same(?=\s*(?:[.,;:!?]|(?:ways?|reasons?|thing|problem|approach|for|is|goes)\b))",
            r"\b(?:follows?|uses?|used|has|have|shows?|is|are|was|were|in|at|by|on|from) the same\b(?!.*\bas\b)",
            r"\bdoing that\b|\bso that (?:invisible|new|old|first|last|small|single)\b|\bdo(?:es)? so\b|\bas well\.|"
            r"\beither (?:one|way|case)\b|\bboth of\b|\b(?:one|each|all) of them\b",
            r"\b(?:on|of|to|with|for|than|about|like|after|before|from|in|at|by|do|does|did|doing|make|makes|made|mean|"
            r"means|know|see|fix|solves?|call|is) that(?=[\s,]*(?:[.,;:!?]|(?:alone|far|is|was|and|or|because|before|"
            r"here|there|way|kind|point|number)\b))",
            r"\b(?:on|in|at|with|for|from|by|to|of|into|than) that (?!(?:is|are|was|were|it|they|we|you|i|the|an?|"
            r"has|have|can|could|will|would|should|do|did)\b)\w+",
            r"\b(?:needs?|uses?|used|wants?|have|has|had|gives?|gets?|got|takes?|took|appl(?:y|ies)|loses?|keeps?|"
            r"builds?|runs?|avoids?|handles?|provides?|removes?|reduces?|closes?|bridges?|follows?|"
            r"drops?) that (?!(?:is|are|was|were|it|they|we|you|i|the|an?)\b)\w+",
            r"\b(?:and|but|so|,) that(?:['’]s| is| was| has| can| will| means)\b",
        )
    ),
    re.I,
)
"""Words in the middle that look back; they count against a sentence and may look back no further than itself."""
_ASIDE = re.compile(
    r",\s(?:however|though|too|instead|therefore|then|also|again|moreover|for example|for instance|in turn|"
    r"in contrast|by contrast|meanwhile|as a result|on the other hand|of course|in other words|e\.g)[,.;]|"
    r"\b(?:therefore|thus|hence|consequently|also|additional(?:ly)?|another)\b|\Asee\b|[,;:] see\b|\bfor more\b",
    re.I,
)
"""Words that join a sentence to one before it, wherever they stand."""
_LABEL = re.compile(
    r"\d\d?:\d\d|\w+:\s|(?:\w{1,3}|\w+ \d+|note|tip|warning|update|edit|example|q|a|tl;?dr|ps)\s?[:.)]\s|"
    r"\W*\d+\W\s|[-–—•*→]",
    re.I,
)
"""How a line begins that is an entry of a list."""
_LATE = re.compile(
    r"(?:when|if|while|as|because|since|although|though|once|after|before|until|unless|during|in|with|for|on|at|from|"
    r"under|by|without|like|unlike|given|beyond|to|over|among|between|across|throughout|through|within|despite|"
    r"instead|not|rather|even|just|depending|based|compared|together|along|ever|by)\b[^,]*(?:,\d[^,]*)*,\s(?:(?:so|"
    r"then)\s)?(?:it|they|he|she)\b",
    re.I,
)
"""A clause, then a pronoun that may mean something outside of it."""
_EARLY = re.compile(r"\b(?:it|its|they|them|their|he|she|him|his|her)\b", re.I)
_EARLY_WORDS = 5
_FOLLOW = re.compile(
    r"(?:it|they|he|she|so|but|and|instead|then|its|their|his|her)\b(?!['’]s (?:worth|important|possible))", re.I
)
_QUOTES = '"“”'
_PAIRS = (("(", ")"), ("“", "”"), ("[", "]"))


def quotable(text: str, listed: bool = False) -> bool:
    """Whether a sentence is whole, of a length that is read elsewhere, and has nothing in it that only a post shows.

    In a list, where fragments are common, its verb must be a known one (`listed`).
    """
    words = _WORD.findall(text)
    if not SHORTEST <= len(words) <= LONGEST or not _END.search(text):
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "\"“‘'") or text.endswith(("...", "…", "etc.")):
        return False
    if text[0] in _QUOTES and text[-1] in _QUOTES:
        return False
    if any(text.count(opens) != text.count(closes) for opens, closes in _PAIRS) or text.count('"') % 2:
        return False
    if _LABEL.match(text) or not (has_verb if listed else may_have_verb)(text):
        return False
    return not _CODE.search(text) and not _POINTS.search(text) and sum(word[0].isalpha() for word in words) >= 4


def stands_alone(text: str) -> bool:
    """Whether a sentence that is `quotable` needs nothing before it."""
    bare = text.lstrip("\"“‘'")
    if (_LEANS.match(bare) and not _MAY_LEAD.match(bare)) or _PHRASES.match(bare):
        return False
    if _ASIDE.search(bare) or _LATE.match(bare):
        return False
    early = " ".join(_WORD.findall(text)[:_EARLY_WORDS])
    return not _EARLY.search(early) and not _MIDDLE.search(bare)


def follows(text: str) -> bool:
    """Whether a sentence that leans on the one before it may stand behind that one elsewhere."""
    return bool(_FOLLOW.match(text)) and not _MIDDLE.search(text)

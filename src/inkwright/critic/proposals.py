"""The turns of phrase with which a sentence hands over other words or a change, even as a question.

`Q` stands for words quoted from the post. Each entry is a pattern on its own, tried without regard to case.
"""

import re

from inkwright.model.regex import regex

_NOUN = (
    r"(?:word(?:ing|s)?|sentence|title|heading|headline|phrase|phrasing|paragraph|line|claim|text|opening|"
    r"intro(?:duction)?|conclusion|passage|subtitle|caption|post|section|statement|summary)s?"
)
_TEXT = rf"(?:Q|(?:the|this|that|your|a|an|one|another) (?:\w+ )?{_NOUN})"
_PLACE = rf"(?:it|this|that|{_TEXT})"
_MEND = (
    r"(?:change|replace|insert|append|prepend|add|substitute|swap|drop|cut|delete|remove|move|say|write|put|use|try|"
    r"make|call|state|name|phrase|word|open with|start with|begin with|end with|mention|include|consider)"
)
_MENDED = (
    r"(?:softened|sharpened|shortened|cut|split|moved|dropped|merged|turned|made|put|said|stated|phrased|written|worded|"
    r"simplified|narrowed|strengthened|replaced|changed|clarified|called|titled|summed)"
)
_SAYS = r"(?:say|state|write|add|mention|note|explain|clarify|specify|stress|admit|conclude|include|point out)"
_SAYING = (
    r"(?:saying|writing|opening|noting|stating|adding|leading|mentioning|naming|calling|phrasing|wording|putting|"
    r"ending|starting|leaving out|admitting|pointing out|spelling out)"
)
_SOFTLY = (
    r"(?:not |just |simply |also |rather |only |perhaps |maybe |possibly |ideally |instead |even |want to |then )*"
)

OPENINGS = (
    rf"Why (?:do|would|could|did)n['’]t (?:you|we|I)|Why (?:do|would|could|did) (?:you|we|I) not {_MEND}",
    r"Why not|How about|What about|What if|What would you (?:say|think) (?:to|of)",
    r"Have you (?:considered|thought|tried)",
    rf"(?:Can|Could|Would|Will|Do) (?:you|we|I|the author) {_SOFTLY}{_MEND}",
    r"(?:Do|Did|Could|Would) (?:you|we|I|the author) (?:really |perhaps |actually )?(?:mean|intend)",
    rf"(?:Would|Could|Can|Will|Is|Does|Might) {_PLACE} {_SOFTLY}(?:be |read |say |sound |become )"
    r"(?:\w+er|better|more|as|like|something)",
    rf"(?:Can|Could|Would|Will) {_TEXT} {_SOFTLY}"
    rf"(?:open|start|begin|end|lead|become|say|read|state|sound|go|use|be {_MENDED})",
    rf"Why (?:is|are|was|were) {_TEXT} not",
    rf"How would {_PLACE} (?:sound|read|look)",
)
"""How a question starts that is a proposal."""
ANYWHERE = (
    r"re-?(?:write|word|phrase|cast|formulate)|rewritten|reworded|rephrased|paraphrased?|rewording|rephrasing|suggestion",
    r"I (?:would |['’]d )?(?:suggest|propose|recommend|advise|write|say|put)",
    rf"instead(?! of)|in place of {_PLACE}",
    rf"(?:chang|replac|insert|append|prepend|substitut|swapp?|phras|word)(?:e|es|ed|ing)? {_PLACE}",
    r"(?:say|says|said|read|reads|write|written|worded|phrased|put|state|stated|call|describe)"
    r" (?:it |this |that )?(?:as|like|simply|something|just|better)",
    rf"(?:if|had|unless|suppose|imagine|were) (?:that )?(?:{_PLACE}|you|the \w+)"
    r" (?:just |simply |only |instead |first |to )?(?:said|say|says|reads?|stated?|states|wrote|write|began|begin|"
    r"opened|started|ended|became)",
    rf"(?:{_PLACE}|you|we|one|the author) (?:should|must|ought|had better)",
    r"(?:you|we|one|the author) (?:could|might|may)",
    r"(?:to|not|n['’]t|perhaps|maybe|possibly|ideally|simply|rather) (?:not |just |simply |also )*"
    r"(?:say|state|write|add|note|clarify|specify|rename|retitle|soften|read) "
    r"(?:that|the|a|an|it|this|Q|how|what|\w+s)",
    rf"(?<!you )(?<!author )(?<!paper )(?<!docs ){_SAYS} that",
    r"(?:meaning|meant|intend|intended|point|idea|gist|message|argument|takeaway) (?:here |then |simply |is )*that",
    rf"as (?:a|an|the|its|your) (?:\w+ )?{_NOUN}|(?:{_TEXT}|it|this) is not (?:called|named|titled|simply)",
    r"(?:heading|headline|title|subtitle|caption) (?:is|was) not|(?:shorten|cut|boil|trim|reduc)\w* (?:down )?to",
    rf"(?:statement|sentence|fact|message|line|words) that|leave out that|worth {_SAYING}",
    rf"(?:by|to|about|with|of|against|for) (?:simply |just |not )*{_SAYING}",
    r"(?:readers?|people|them|they|us) (?:\w+ )?(?:needs?|wants?|have|has|prefers?|learn|hear|know|see|told) "
    r"(?:to (?:know|hear|see|learn|read)|that)",
    r"(?:tell|show|remind|warn) (?:the |your )?(?:readers?|them|people|us) that",
    r"(?:serve|help|suit) (?:the |your )?readers? (?:better|more)",
    rf"(?:adding|inserting|saying|writing|stating|noting|mentioning|calling) (?:that|it|this|the|a|an|Q|{_NOUN})",
    rf"(?:clearer|better|shorter|stronger|simpler|crisper|more \w+) {_NOUN}",
    rf"{_NOUN} (?:such as|like|saying|stating|that says?|that reads?|of the form)",
    r"(?:says?|adds?|means?|tells?) (?:us |the reader )?(?:more|less|other|no more) than",
    r"not (?:simply|just|merely)|sounds? (?:as|like|better)",
    r"would (?:do|suffice|serve|fit|read|work)(?=[ ]?[.?,])",
    r"better (?:to|as|if|said|put)|(?:clearer|stronger|shorter|simpler|crisper|nicer) (?:as|to say|if)",
    r"such wording|something like|along the lines|in other words|namely|to wit|the following|as follows|for example|"
    r"for instance|let us|let['’]s|please|e\.\s?g|i\.\s?e",
    rf"(?:perhaps|maybe|possibly|ideally|please|rather|better|so) {_MEND}",
)
"""What gives a proposal away wherever it stands."""
_COMMAND = rf",\s{_SOFTLY}(?:and |so |or |but )?{_SOFTLY}{_MEND}\b"

_HEADLINE = regex(r"(?<!\w)[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){2,}")
_OPENS = regex("|".join(rf"(?:{pattern})\b" for pattern in OPENINGS), re.I)
_ANYWHERE = regex(rf"\b(?:{'|'.join(ANYWHERE)})(?!\w)|{_COMMAND}", re.I)

_JOINS = frozenset(
    {
        "and", "or", "but", "nor", "not", "which", "who", "whose", "whom", "where", "when", "while", "with", "without",
        "under", "over", "above", "below", "at", "in", "into", "on", "onto", "for", "from", "to", "by", "before",
        "after", "during", "because", "since", "given", "if", "unless", "although", "though", "even", "only", "apart",
        "besides", "beyond", "compared", "as", "once", "until", "than", "rather", "except", "including", "how", "what",
        "why", "whether", "is", "are", "was", "were", "does", "do", "did", "has", "have", "can", "could", "would",
        "will",
    }
)  # fmt: skip
"""Words with which what follows a comma leans on what stands before it."""
_LIST = 4
"""Words of an item in a list."""
_LIST_END = 7
"""Words of the last items of a list with what joins them."""


def proposes(bare: str) -> bool:
    """Whether a sentence, its quotations as `Q`, hands over other words or a change."""
    return bool(_OPENS.match(bare) or _ANYWHERE.search(bare)) or _spliced(bare)


def headline(bare: str) -> str:
    """The first run of three or more words, beyond the first of all, that each start large; "" without one."""
    found = _HEADLINE.search(bare, len(bare.split(" ", 1)[0]))
    return found[0] if found else ""


def _spliced(bare: str) -> bool:
    """Whether a comma is followed by a statement of its own: neither an item of a list nor a part that leans."""
    for part in bare.split(",")[1:]:
        words = part.split()
        joined = "and" in words or "or" in words
        if words and words[0].lower() not in _JOINS and len(words) > (_LIST_END if joined else _LIST):
            return True
    return False

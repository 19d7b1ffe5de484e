"""How a writer leaves no room for an exception."""

from inkwright.lint.wordings import any_of, wording

_WHO = any_of(
    "developer* engineer* team* company companies project* programmer* startup* organization* organisation* product* "
    "application* app* system* business businesses manager* user* person people software_engineer* data_scientist*"
)
_JUDGED = any_of(
    "better worse best right wrong faster slower safer cheaper safe secure enough easier harder simpler worth_it "
    "good bad correct wrong true false a_good_idea a_bad_idea a_mistake necessary needed possible impossible reliable "
    "accurate the_best the_right superior preferable the_answer the_case"
)

ABSOLUTE = (
    wording(
        "absolute",
        "always never",
        rf"\b(?:is|are|['’]s|will)\s+(?:almost\s+)?(?<!almost\s)(?:always|never)\s+(?:be\s+)?(?:\w+ly\s+)?{_JUDGED}\b",
        r"\b(?:will|can)\s+(?:always|never)\s+(?:be\s+able\s+to\s+\w+|work|fail|win|lose|break|scale|replace|beat|"
        r"understand|match|succeed|matter)\b",
        r"(?<!almost\s)(?<!nearly\s)\b(?:always|never)\s+(?:works|fails|breaks|lies|pays\s+off|matters|wins|loses|scales|"
        r"helps|succeeds|beats|outperforms|hurts|lasts|goes\s+wrong|ends\s+well)\b",
        r"(?:^|[.;:]\s)\s*never,?\s+(?:ever\s+)?(?:use|trust|write|rely|deploy|build|let|mix|optimi[sz]e|rewrite)\s+(?!the\b|this\b|it\b|that\b)\w+",
    ),
    wording(
        "absolute",
        "everyone everybody nobody every all no"
        " & app body business companies company developer engineer manager one organisation organization "
        "people person product programmer project scientist startup system team there user",
        r"\b(?:everyone|everybody)\s+(?:should|must|needs?\s+(?:to|a)|has\s+to|ought\s+to|wants\s+to|benefits)\b",
        r"\b(?:nobody|no\s+one)\s+(?:needs?|will\s+ever|can|could\s+ever|wants)\b",
        rf"\b(?:every|all|each\s+and\s+every)\s+(?:\w+\s+)?{_WHO}\s+(?:should|must|needs?|has\s+to|have\s+to|ought\s+to|wants?|"
        r"deserves?|benefits?)\b",
        rf"\bno\s+(?:\w+\s+)?{_WHO}\s+(?:should|needs?|wants?|can\s+afford|will\s+ever)\b",
        r"\bthere\s+is\s+(?:absolutely\s+)?no\s+(?:reason|excuse|alternative|substitute|downside|other\s+way|better\s+way)\b",
    ),
    wording(
        "absolute",
        "impossible guaranteed guarantees guarantee foolproof bulletproof unbreakable unhackable zero risk 100 "
        "risk-free exception"
        " & % bulletproof foolproof free guaranteed impossible unbreakable unhackable without zero",
        r"\b(?:it\s+is|it['’]s)\s+(?:simply\s+|completely\s+|absolutely\s+|literally\s+)?impossible\s+to\b"
        r"(?![^.!?;]*\b(?:without|unless|until)\b)",
        r"\b(?:foolproof|bulletproof|unbreakable|unhackable|100\s?%\s+(?:safe|secure|reliable|accurate|certain|sure)|zero\s+risk|"
        r"risk[\s-]free|without\s+exception)\b",
        r"\bguaranteed\s+(?:to\s+(?:work|succeed|improve|save|win|make|double|boost)|success|results|way)\b",
    ),
    wording(
        "absolute",
        "best worst only & answer best choice database framework language option tool way worst",
        r"\b(?:is|are|remains?|['’]s)\s+(?:simply\s+|still\s+|always\s+|just\s+)?the\s+(?:single\s+)?(?:best|worst)\s+"
        r"(?!(?:of|part|thing|case|one|i|we|you|that)\b)(?:[\w-]+\s+){0,2}?[\w-]+(?=\s*[.!;]|$)",
        r"\b(?:is|are)\s+the\s+only\s+(?:\w+\s+)?(?:way|choice|option|tool|language|database|framework|answer)\s*"
        r"(?:worth|that\s+(?:matters|works|counts|scales)|you\s+(?:need|will\s+ever\s+need))",
    ),
)
"""Statements without an exception. **Source:** requirement EVD-16."""

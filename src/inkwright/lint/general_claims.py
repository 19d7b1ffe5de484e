"""How a writer says something of a whole kind (all teams, all databases), so that a reader asks how one knows."""

from inkwright.lint.claim_parts import NOT_AT_LARGE, PEOPLE, PERSON
from inkwright.lint.wordings import any_of, wording

_MEASURED = (
    r"(?:faster|quicker|slower|cheaper|smaller|lighter|larger|bigger|safer|denser|longer|shorter|sooner|"
    r"(?:more|less)\s+(?:efficient|accurate|reliable|expensive|productive|secure|likely|memory|energy|power|compute))"
)
_ADVERB = r"(?:faster|quicker|sooner|earlier|better|worse|longer|cheaper|(?:more|less)\s+(?:\w+ly|often))"
_TOP = (
    r"(?:fastest|quickest|cheapest|safest|strongest|most\s+(?:effective|efficient|reliable|secure|powerful|productive|"
    r"accurate|robust|scalable|performant|cost-effective|popular|common|impactful|valuable|influential|successful|"
    r"expensive|overlooked|underrated|overrated|important|misunderstood|dangerous))"
)
_THING = any_of(
    "way ways thing things tool tools approach choice option method technique strategy language database framework "
    "format practice solution library investment change optimisation optimization optimizations skill habit"
)
_QUALITY = any_of(
    "quality accuracy performance speed throughput capability capabilities functionality features power value benefit "
    "benefits recall precision"
)
_PRICE = any_of("price cost costs latency size memory time compute energy effort footprint parameters budget")
_HARM = any_of(
    "time money trust focus adoption risk* stress mistakes errors eye_strain productivity morale bugs defects turnover "
    "engagement conversion* retention creativity velocity burnout churn outages incidents attrition happiness "
    "satisfaction motivation technical_debt tech_debt code_quality software_quality quality maintainability learning "
    "regressions context_switching cognitive_load delays sign-ups sales revenue security_holes vulnerabilities "
    "onboarding hiring collaboration innovation runtime_errors production_failures confusion anxiety complexity"
)
_METRIC = any_of(
    "memory latency throughput accuracy performance speed cost* time* traffic conversion* productivity revenue sales "
    "churn usage use bugs errors defects size load energy bandwidth"
)
_MANY = r"(?:\d[\d,.]*|ten|twenty|fifty|a\s+hundred|a\s+thousand|two|three|four|five|six|seven|eight|nine)"
_SUBJECT = rf"^\s*{NOT_AT_LARGE}(?:[A-Z][\w+#.-]*\s+)(?:(?!(?:is|are|was|were)\b)[\w+#-]+\s+){{0,3}}?"

GENERAL = (
    wording(
        "crowd",
        "everyone everybody anyone anybody nobody who every any we all"
        " & agree ask dreads eventually fears has hates know learns loves recogni sooner tell understands "
        "wants",
        r"\b(?:everyone|everybody|anyone|anybody|nobody|no\s+one)\s+(?:who|that)(?:['’](?:s|ve)|\s+has|\s+have)?\s+(?:[\w'’-]+\s+){1,8}?"
        r"(?:knows?|will\s+(?:tell|agree|know|recogni[sz]e)|can\s+tell|agrees?|understands|has\s+(?:seen|felt|met))\b",
        rf"\b(?:every|any)\s+(?:\w+\s+)?{PERSON}\s+(?:knows|agrees|wants|hates|loves|will\s+tell|has\s+(?:been|seen|felt|had|lived)|"
        r"eventually|sooner\s+or\s+later|learns|fears|dreads)\b",
        rf"\bask\s+any\s+(?:\w+\s+)?{PERSON}\b",
        r"\b(?:as\s+)?we\s+all\s+know\b(?!\s+(?:how|what|who|where|why))",
    ),
    wording(
        "crowd",
        "industry community field market internet consensus world"
        " & abandoned abandoning accepted adopted agreed converged converging decided embraced learned learnt "
        "moved moving realised realized settled settling shifted shifting",
        r"\bthe\s+(?:\w+\s+)?(?:industry|community|field|market|internet|rest\s+of\s+the\s+world)\s+(?:has|have|is|are)\s+(?:\w+ly\s+|now\s+|"
        r"long\s+|already\s+)?(?:moved|moving|shifted|shifting|settled|settling|learned|learnt|agreed|decided|converged|"
        r"converging|abandoned|abandoning|embraced|adopted|realised|realized|accepted)\b",
    ),
    wording(
        "crowd",
        "everyone everybody nobody no & everybody nobody one",
        r"^\s*(?:everyone|everybody|nobody|no\s+one)\s+(?:still\s+|really\s+|actually\s+|seriously\s+)?"
        r"(?:is\s+(?:moving|switching|using|talking|leaving|building|hiring|adopting|rewriting|writing|abandoning|chasing)|writes|"
        r"uses|wants|cares|runs|builds|buys|hires|reads|trusts|likes|expects|struggles)\b",
    ),
    wording(
        "crowd",
        "are many most"
        " & abandoning adopting ditching dropping embracing fleeing flocking leaving many moving rushing "
        "switching waking",
        rf"^\s*(?:\w+\s+)?{PEOPLE}\s+(?:everywhere\s+)?are\s+(?:now\s+|quietly\s+|rapidly\s+|already\s+)?(?:abandoning|moving|leaving|"
        r"switching|adopting|embracing|ditching|flocking|dropping|fleeing|rushing|waking)\b",
        rf"(?:^|[,;:—–]\s*|\b(?:and|but|because)\s+)(?:so\s+)?many\s+(?:\w+\s+)?{PEOPLE}\s+(?:still\s+|never\s+)?(?:struggle|fail|forget|"
        r"ignore|skip|abandon|underestimate|overestimate|regret|quit|burn\s+out|give\s+up|waste)\b",
    ),
    wording(
        "sure",
        "obviously clearly undoubtedly certainly definitely"
        " & best better cheaper earlier faster less longer more quicker sooner will worse",
        rf"^\s*(?:obviously|clearly|undoubtedly|certainly|definitely)\b.{{3,80}}?(?:\b{_ADVERB}|\bbest\b|\bwill\s+(?:replace|kill|win|"
        r"disappear|die|change)\b)",
    ),
    wording(
        "sure",
        "will going & disrupt eat everything kill obsolete replace revolutioni take",
        rf"^\s*{NOT_AT_LARGE}[A-Z][\w+#.-]*\s+(?:[\w-]+\s+){{0,3}}?(?:will|is\s+going\s+to|are\s+going\s+to)\s+(?:soon\s+|eventually\s+)?"
        r"(?:replace|kill|eat|disrupt|revolutioni[sz]e|take\s+over|make\s+(?:[\w-]+\s+){1,3}obsolete|change\s+everything)\b",
    ),
    wording(
        "superlative",
        "fastest quickest cheapest safest strongest most"
        " & approach change choice database format framework habit investment language library method "
        "optimisation optimization option practice skill solution strategy technique thing tool way",
        rf"\b(?:is|are|was|remains?|['’]s)\s+(?:still\s+|now\s+|probably\s+|often\s+|usually\s+|simply\s+)?(?:the|one\s+of\s+the)\s+"
        rf"(?:single\s+)?{_TOP}\s+(?:\w+\s+)?{_THING}\s+(?:to|for|you|we|I|in|of|a|an|that|any)\b(?!\s+(?:have|had|did|do|saw|found|"
        r"this|our|my|the\s+\w+\s+above)\b)",
    ),
    wording(
        "superlative",
        "hardest biggest greatest worst most all any every all-time"
        " & bottleneck challenge cost expense has have mistake obstacle offer problem risk ship skill threat",
        r"\b(?:is|are|remains?)\s+(?:still\s+|probably\s+|often\s+)?the\s+(?:single\s+)?(?:hardest|biggest|greatest|worst|most\s+\w+)\s+"
        r"(?:\w+\s+)?(?:problem|challenge|skill|risk|threat|obstacle|bottleneck|mistake|cost|expense)\s+(?:in|of|for)\s+"
        r"(?!(?:this|our|my|the|that|these)\b)",
        r"\b(?:has|have|offers?|ships?\s+with)\s+the\s+(?:\w+est|best|worst|most\s+\w+)\s+(?:[\w-]+\s+){1,4}?(?:of|in|among)\s+"
        r"(?:all|any|every)\b",
    ),
    wording(
        "superlative",
        "number leading reason cause killer source mistake & #1 biggest common leading main no. one primary top",
        r"\b(?:is|are|remains?)\s+(?:\w+ly\s+|still\s+)?(?:the|a)\s+(?:number[\s-]one|#1|no\.\s*1|leading|top|main|biggest|primary|most\s+"
        rf"common|single\s+biggest)\s+(?:reason|cause|killer|source|mistake)s?\s+(?:(?:of|for|why|that|behind)\s+)?(?:most\s+|many\s+)?"
        rf"(?:[\w-]+\s+)?(?:{PERSON}|{PEOPLE}|projects|outages?|incidents?|bugs?|failures?|burnout|delays?)\b",
        r"\b(?:is|are|remains?)\s+(?:\w+ly\s+|still\s+)?(?:the|a)\s+(?:leading|number[\s-]one)\s+cause\s+(?:of|for|behind)\b",
    ),
    wording(
        "superlative",
        "other else nothing nobody & no",
        r"(?:^|[,;:—–]\s*|\b(?:and|but|because)\s+)no\s+other\s+\w+(?:\s+\w+)?\s+(?:gives|offers|has|comes|provides|lets|does|makes|matches|is|"
        r"can|handles|delivers|supports)\b",
        r"(?:^|[,;:—–]\s*|\b(?:and|but|because)\s+)nothing\s+else\s+(?:gives|offers|comes|provides|lets|makes|matches|is\s+as|delivers)\b",
    ),
    wording(
        "comparative",
        "faster quicker sooner earlier better worse longer cheaper more less"
        " & adapt age are convert deliver deploy get hire land learn merge onboard perform rank recover scale "
        "sell ship",
        rf"^\s*{NOT_AT_LARGE}(?:[A-Z][\w-]*\s+)(?:[\w-]+\s+){{0,3}}?(?:[\w-]+s\s+)(?:\w+ly\s+|often\s+|usually\s+|always\s+|almost\s+always\s+)?"
        rf"(?:get|are|ship|scale|learn|onboard|merge|sell|rank|convert|recover|deliver|perform|adapt|age|land|deploy|hire)\s+"
        rf"(?:\w+ed\s+|\w+\s+)?{_ADVERB}(?=\s*(?:[.,;:!—–]|$|and\b|because\b|since\b|with\b))",
    ),
    wording(
        "comparative",
        "than",
        rf"^\s*{NOT_AT_LARGE}[A-Z][\w+#.-]*\s+(?:[\w-]+\s+){{0,4}}?(?!(?:is|are|was|were|had|did|be)\b)[a-z]+s?\s+(?:far\s+|much\s+|many\s+|"
        r"significantly\s+)?(?:more|fewer|less|cleaner|better|cheaper|safer|smaller|faster|stronger|simpler)\s+(?:[\w-]+\s+){1,3}?than\s+"
        r"(?!(?:it|I|you|we|usual|before|ever|that|this|what|a|an|the|just|expected|one|others|two|three|\d)\b)",
        rf"^\s*{NOT_AT_LARGE}[A-Z][\w+#.-]*\s+(?:[\w-]+\s+){{0,4}}?(?:is|are)\s+(?:much\s+|far\s+)?(?:faster|slower|cheaper|easier|harder|safer|"
        r"simpler|quicker)\s+to\s+\w+\s+than\s+(?!(?:it|I|you|we|that|this|what|to|before)\b)",
    ),
    wording(
        "causal",
        "time money trust focus adoption risk risks stress mistakes errors eye productivity morale bugs defects "
        "turnover engagement conversion conversions retention creativity velocity burnout churn outages incidents "
        "attrition happiness satisfaction motivation debt quality maintainability learning regressions context "
        "cognitive delays sign-ups sales revenue security vulnerabilities onboarding hiring collaboration innovation "
        "runtime production confusion anxiety complexity"
        " & accelerate boost breed caused cost cut destroy drain drive eliminate erode harm hurt improve "
        "increase invite kill lower prevent reduce ruin save waste",
        rf"^\s*{NOT_AT_LARGE}[A-Z][\w+#.-]*\s+(?:[\w-]+\s+){{0,4}}?(?:kills?|boosts?|destroys?|ruins?|increases?|reduces?|improves?|hurts?|harms?|"
        rf"lowers?|cuts?|drives?|accelerates?|prevents?|eliminates?|drains?|erodes?|wastes?|saves?|breeds?|invites?|costs?\s+{PEOPLE})\s+"
        rf"(?:(?:the|most|many|all|a\s+lot\s+of|overall|team|developer|customer|user)\s+){{0,2}}{_HARM}\b",
        rf"^\s*(?:most\s+)?{_HARM}\s+(?:is|are)\s+(?:almost\s+always\s+|usually\s+|mostly\s+|often\s+)?caused\s+by\b",
    ),
    wording(
        "causal",
        "made & better calmer faster happier less more",
        r"^\s*\w+ing\s+(?:[\w-]+\s+){1,6}?made\s+(?:us|me|our\s+\w+|the\s+team|everyone)\s+(?:\w+\s+){0,2}?(?:faster|better|happier|calmer|"
        r"(?:more|less)\s+\w+)\b",
    ),
    wording(
        "numeric",
        "faster quicker slower cheaper smaller lighter larger bigger safer denser longer shorter sooner more less",
        rf"{_SUBJECT}(?:is|are|runs?|costs?|uses?|trains?|loads?|starts?|compiles?|performs?|ships?|takes?)\s+(?:[\w-]+\s+){{0,4}}?"
        rf"{_MANY}\s*(?:x|×|%|percent|times|-?\s*fold)\s+{_MEASURED}\b",
        rf"^\s*\w+ing\s+(?:[\w-]+\s+){{1,8}}?(?:costs?|takes?)\s+(?:[\w-]+\s+){{0,4}}?{_MANY}\s*(?:x|×|times)\s+"
        r"(?:more|less|as\s+(?:much|long)|longer)\b",
        rf"^\s*{NOT_AT_LARGE}[A-Z][\w+#.-]*\s+(?:[\w-]+\s+){{0,6}}?costs?\s+(?:[\w-]+\s+){{0,3}}?{_MANY}\s*(?:x|×|times)\s+(?:more|less|as\s+much)\b",
    ),
    wording(
        "numeric",
        "% percent times x tenfold twofold half quarter third"
        " & % boost cut double halve improve increase lose lower percent raise reduce save shrink",
        rf"{_SUBJECT}(?:cuts?|reduces?|improves?|increases?|boosts?|lowers?|shrinks?|halves?|doubles?|raises?|saves?)\s+(?:[\w-]+\s+){{0,2}}?"
        rf"{_METRIC}\s+(?:\w+\s+){{0,2}}?(?:by\s+(?:up\s+to\s+|about\s+|around\s+|over\s+|more\s+than\s+|nearly\s+)?(?:{_MANY}\s*(?:%|percent|x|"
        r"times|-?fold)|half|a\s+(?:third|quarter))|\w+fold|in\s+half)(?!\w)",
        r"^\s*(?:(?:about|roughly|around|nearly|over|almost|some|up\s+to|more\s+than|at\s+least)\s+){0,2}\d[\d.]*\s?(?:%|percent)\s+of\s+"
        r"(?:all\s+)?(?!(?:the|our|my|these|those|its|their|your|this|that|a|an|it|all\s+the)\b)(?:[\w-]+\s+){1,3}?(?:come|comes|stem|stems|"
        r"fail|fails|use|uses|run|runs|happen|happens|end|ends|live|lives|are|is|have|has|goes?|never|start|starts)\b",
        r"\bloses?\s+(?:about\s+|up\s+to\s+|almost\s+|nearly\s+)?(?:half|\d+\s?(?:%|percent)|a\s+(?:third|quarter))\s+of\s+(?:its|their|your)\s+"
        r"(?:visitors|users|readers|customers|subscribers|audience|traffic|value|staff|students)\b",
    ),
    wording(
        "numeric",
        "% percent tenth fifth third quarter fraction half"
        " & accuracy benefit budget capabilities capability compute cost effort energy features footprint "
        "functionality latency memory parameters performance power precision price quality recall size speed "
        "throughput time value",
        rf"\b\d[\d.]*\s?(?:%|percent)\s+of\s+(?:the\s+)?(?:[\w.-]+\s+){{0,2}}?(?:[\w.-]+['’]s?\s+)?{_QUALITY}\b",
        rf"\b(?:at|for|with)\s+(?:a|one|half|less\s+than\s+a)\s*(?:tenth|fifth|third|quarter|fraction|hundredth)?\s*(?:of\s+)?the\s+{_PRICE}\b",
    ),
    wording(
        "numeric",
        "average typical takes cost costs loses spends"
        " & architect average beginner business companies company customer designer developer economy employee "
        "engineer enterprise founder industry maintainer manager newcomer operator organi people person programmer "
        "project reader reviewer shop startup student team tester typical user vendor worker",
        rf"\bthe\s+(?:average|typical)\s+(?:\w+\s+)?{PERSON}\s+(?:[\w'’-]+\s+){{1,8}}?(?:{_MANY}\b|half\b|[$€£]\d)",
        rf"\bit\s+takes\s+(?:the\s+average\s+|a\s+typical\s+|an?\s+)?(?:{PERSON}|people|developers|engineers|teams|most\s+people)\s+"
        rf"(?:[\w'’-]+\s+){{0,4}}?{_MANY}\b",
        rf"\bcosts?\s+(?:companies|businesses|organi[sz]ations|teams|the\s+industry|the\s+economy|enterprises)\s+(?:[\w'’-]+\s+){{0,4}}?"
        rf"(?:[$€£]\s?)?{_MANY}\b",
    ),
)
"""Kinds as in `claim_words`. **Source:** requirement EVD-11."""

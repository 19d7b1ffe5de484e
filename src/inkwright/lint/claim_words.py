"""How a writer speaks for a crowd, ranks things, names causes or shares, so that a reader asks how one knows."""

from inkwright.lint.claim_parts import PEOPLE, PERSON
from inkwright.lint.wordings import any_of, wording

_QUALIFIED = r"(?:[\w-]+\s+){0,2}?"

_BELIEVE = any_of(
    "say says said believe believes argue argues claim claims think thinks agree agrees consider considers insist "
    "insists assume assumes swear swears recommend recommends regard regards prefer prefers suggest suggests "
    "maintain contend feel hold find doubt fear worry predict expect warn complain dismiss question deny love hate "
    "dislike distrust ignore"
)

_SHOW = any_of(
    "show shows showed have_shown has_shown suggest suggests suggested indicate indicates prove proves proved "
    "confirm confirms demonstrate demonstrates have_found has_found found agree agrees recommend say says tell_us "
    "tells_us "
    "estimate estimates reveal reveals have_proven has_proven point_to points_to warn believe predict predicts"
)

_HABIT = any_of("rarely seldom hardly_ever never always usually often tend_to tends_to routinely inevitably invariably")
"""How a sentence says that something holds at large."""

_GROUP = any_of(
    "leading top successful great good real serious senior experienced smart elite modern mature high-performing "
    "high-performance professional talented productive junior hiring engineering product small large big remote "
    "distributed agile young new busy"
)

_SOURCES = (
    r"(?:(?:multiple|many|several|numerous|some|recent|countless|most|various|academic|scientific|independent|industry)"
    r"\s+)*(?:studies|research|surveys|experts|scientists|analysts|researchers|statistics|economists|psychologists|"
    r"critics|papers|benchmarks|insiders|observers)"
)

_TOP = (
    r"(?:best|worst|fastest|quickest|cheapest|safest|slowest|smartest|strongest|most\s+(?:popular|widely[\s-]used|"
    r"used|efficient|accurate|reliable|secure|powerful|advanced|productive|scalable|hated|loved|expensive|performant|"
    r"effective|dangerous|successful|trusted|hated|beloved|sophisticated|stable|robust|influential|complete|mature))"
)

_SURE = (
    r"(?:undoubtedly|undeniably|unquestionably|indisputably|without\s+(?:a\s+|any\s+)?(?:doubt|question)|hands\s+down|"
    r"by\s+far|no\s+doubt|beyond\s+(?:a\s+|any\s+)?doubt|there\s+is\s+no\s+doubt(?:\s+that)?|easily|of\s+course|"
    r"clearly|obviously|certainly|definitely|far\s+and\s+away)"
)

_SCOPE = (
    r"(?:in\s+the\s+(?:world|industry|business|ecosystem|field|market)|on\s+the\s+(?:market|planet)|available(?:\s+today)?|"
    r"ever\s+(?:made|built|written|created|released|designed)|out\s+there|of\s+all\s+time|in\s+existence|on\s+earth|"
    r"today|right\s+now|there\s+is|money\s+can\s+buy)"
)

_OUTCOME = any_of(
    "productivity morale bugs defects turnover engagement conversion* retention creativity velocity collaboration "
    "burnout trust revenue sales churn outages incidents innovation attrition happiness satisfaction motivation "
    "technical_debt time_to_market onboarding_time developer_experience code_quality software_quality team_performance "
    "job_satisfaction focus maintainability concentration communication learning teamwork attention ownership "
    "responsibility curiosity loyalty readability regressions rework context_switching cognitive_load tech_debt "
    "production_failures team_morale developer_productivity delays"
)

_COUNTED = (
    r"(?:\w+\s+)?(?:projects|startups|outages|failures|breaches|incidents|deployments|migrations|bugs|websites|"
    r"software|models|applications|apps|jobs|codebases|repositories|emails|traffic|enterprises|code|posts|blogs|"
    r"machine\s+learning\s+projects|data|vulnerabilities|attacks)"
)

_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)"

_SHARE = (
    rf"(?:\d+(?:\.\d+)?\s?(?:%|percent|per\s+cent)|half|a\s+third|one\s+third|two[\s-]thirds|three[\s-]quarters|"
    rf"a\s+quarter|{_WORD}\s+(?:out\s+of|in)\s+(?:every\s+)?(?:ten|five|four|three|\d+)|the\s+vast\s+majority)"
)

CLAIMS = (
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
        "studies research surveys experts scientists analysts researchers statistics economists "
        "psychologists critics papers benchmarks insiders observers"
        " & agree argued believe confirm demonstrate established estimate found has indicate linked point "
        "predict prove recommend reveal say show suggest tell warn",
        rf"(?<!\bour\s)(?<!\bmy\s)(?<!\bthe\s)(?<!\bthese\s)(?<!\btheir\s)(?<!\bof\s)(?<!\bfollowing\s)\b{_SOURCES}\s+(?:(?:\w+ly\s+|now\s+|have\s+long\s+)?{_SHOW}|"
        r"(?:has|have)\s+(?:\w+ly\s+|long\s+|now\s+|also\s+|again\s+and\s+again\s+)?(?:shown|found|confirmed|proven|proved|demonstrated|"
        r"suggested|established|revealed|warned|argued|linked|estimated))\b",
    ),
    wording(
        "crowd",
        "according"
        " & analysts benchmarks common conventional critics economists estimates experts insiders many most "
        "observers papers popular psychologists report research scientists some statistics studies tudy urvey "
        "various",
        rf"\baccording\s+to\s+(?:{_SOURCES}|a\s+(?:recent\s+)?(?:study|survey|report)|one\s+(?:study|survey)|many|most|some|"
        r"conventional\s+wisdom|popular\s+belief|common\s+wisdom|various\s+sources|reports|estimates)\b",
    ),
    wording(
        "crowd",
        "well widely commonly generally universally broadly often long well-known"
        " & accepted acknowledged agreed assumed believed considered documented established held known recogni "
        "regarded said seen thought understood viewed",
        r"\b(?:it(?:['’]s|\s+is|\s+has\s+(?:long\s+)?been)|that(?:['’]s|\s+is))\s+(?:a\s+)?(?:now\s+)?"
        r"(?:well|widely|commonly|generally|universally|broadly|often|long)[\s-]+(?:known|accepted|believed|understood|"
        r"recogni[sz]ed|acknowledged|agreed|established|documented|said|assumed|held|thought)(?:\s+(?:fact\s+)?that\b|\s*,)",
        r"\b(?:is|are)\s+(?:widely|generally|commonly|universally|broadly)\s+(?:regarded|considered|seen|recogni[sz]ed|"
        r"viewed|acknowledged|believed|thought)\s+(?:as|to\s+be|the)\b",
    ),
    wording(
        "crowd",
        "proven proved shown demonstrated said estimated argued claimed rumored rumoured established & been it",
        r"\bit\s+(?:has\s+been|has\s+long\s+been|is|was|can\s+be)\s+(?:\w+ly\s+|repeatedly\s+|often\s+)?(?:proven|proved|"
        r"shown|demonstrated|said|estimated|argued|claimed|rumou?red|established)(?:\s+time\s+and\s+(?:time\s+)?again)?"
        r"\s+(?:that\b|(?<=proven\s)to\b|(?<=proved\s)to\b|(?<=shown\s)to\b)",
        r"\b(?:has|have)\s+(?:long\s+)?been\s+(?:scientifically\s+)?prove[nd]\s+(?:to|that)\b",
    ),
    wording(
        "crowd",
        "everyone everybody nobody anyone no"
        " & agree believes hates knows likes loves prefers reads says trusts understands uses",
        r"\b(?:everyone|everybody|nobody|no\s+one|anyone)\s+(?:already\s+|now\s+|really\s+)?(?:knows|agrees|hates|loves|"
        r"prefers|says|believes|likes|uses|trusts|reads|understands\s+that|can\s+agree)\b(?=\s+(?!(?:it|them|him|her)\b)[a-z])",
    ),
    wording(
        "crowd",
        "most all majority & majority most nearly practically virtually",
        rf"(?:^|[,;:(—–]\s*|\b(?:that|because|and|but|since|so|why|while|though|although|surely|however|today|now)\s+)"
        rf"(?:most|almost\s+all|nearly\s+all|virtually\s+all|practically\s+all|the\s+(?:vast\s+|overwhelming\s+|great\s+)?"
        rf"majority\s+of|a\s+(?:large\s+)?majority\s+of)\s+(?:of\s+the\s+)?{_QUALIFIED}{PEOPLE}\b(?!\s*['’])",
    ),
    wording(
        "crowd",
        "say says said believe believes argue argues claim claims think thinks agree agrees consider "
        "considers insist insists assume assumes swear swears recommend recommends regard regards "
        "prefer prefers suggest suggests maintain contend feel hold find"
        " & countless critics lots many most numerous others people plenty some",
        rf"(?:^|[,;:(—–]\s*|\b(?:that|because|and|but|since|though|although)\s+)"
        rf"(?:some|many|most|others|critics|plenty\s+of\s+people|a\s+lot\s+of\s+people|lots\s+of\s+people|"
        rf"(?:some|many|countless|numerous)\s+{_QUALIFIED}{PEOPLE})(?<!some\speople)\s+(?:would\s+|will\s+|often\s+|"
        rf"still\s+|even\s+|have\s+)*{_BELIEVE}\b",
    ),
    wording(
        "crowd",
        "overwhelmingly universally increasingly consistently everywhere always never clearly generally all everyone "
        "thousands millions countless hundreds number virtually nearly almost most more"
        " & adopted businesses companies countless customers developers engineers enterprises executives "
        "growing increasing loved managers millions more organi people preferred programmers readers relied "
        "startups teams thousands trusted used users",
        r"(?:^|[,;:—–]\s*|\bbut\s+|\band\s+)(?:developers|engineers|programmers|users|companies|teams|customers|people|"
        r"readers|executives|managers|enterprises|organi[sz]ations|businesses|startups)\s+(?:are\s+|have\s+)?"
        r"(?:overwhelmingly|universally|increasingly|consistently|all|everywhere|always|never|clearly|generally)\s+\w+",
        r"\b(?:used|trusted|loved|adopted|preferred|relied\s+on)\s+by\s+(?:most|thousands\s+of|millions\s+of|countless|"
        rf"hundreds\s+of|everyone|virtually\s+every|almost\s+every|nearly\s+every)\s+{_QUALIFIED}{PEOPLE}\b",
        rf"(?:^|,\s*)(?:more\s+and\s+more|countless|an\s+increasing\s+number\s+of|a\s+growing\s+number\s+of|"
        rf"thousands\s+of|millions\s+of)\s+{_QUALIFIED}{PEOPLE}\b(?!\s*['’])",
    ),
    wording(
        "crowd",
        "secret knowledge fact wisdom consensus agreement widely proven growing scientifically industry"
        " & accepted again agreement believed body common consensus considered conventional industry no "
        "regarded scientifically",
        r"\b(?:no\s+secret\s+that|common\s+knowledge\s+that|a\s+(?:well[\s-])?known\s+fact\s+that|conventional\s+wisdom\s+"
        r"(?:says|holds|has\s+it|is|tells)|(?:broad|wide|general|growing|scientific|widespread)\s+(?:consensus|agreement)|"
        r"widely\s+(?:regarded|considered|accepted|believed)\s+(?:as|to)|proven\s+time\s+and\s+(?:time\s+)?again|"
        r"a\s+growing\s+body\s+of\s+(?:evidence|research)|scientifically\s+prove[nd]|(?:the\s+whole|the\s+entire)\s+industry\s+"
        r"(?:is|has|knows|agrees))\b",
    ),
    wording(
        "sure",
        "undoubtedly undeniably unquestionably indisputably doubt question hands far easily course "
        "clearly obviously certainly definitely"
        " & best cheapest dead easiest fastest future important inferior most only quickest right safest "
        "slowest smartest strongest superior unbeatable unmatched worst",
        rf"\b{_SURE}\b[\s,]*(?!\s*(?:not|one)\b)(?:[\w'’-]+\s+){{0,6}}?(?<!\bof\s)(?<!\bnot\s)(?:the|our)\s+(?:single\s+)?(?:{_TOP}|most\s+important|easiest|only|right)\b(?!\s+\w+\s+I\b)",
        rf"\b(?:is|are|was|remains?)\s+(?:still\s+)?{_SURE}\s+the\s+{_TOP}\b",
        rf"\b(?:the)\s+{_TOP}\s+(?:[\w-]+\s+){{0,4}}?by\s+far\b",
        rf"\b{_SURE},?\s+(?:[\w'’-]+\s+){{0,3}}?(?:is|are)\s+(?:superior|unmatched|unbeatable|the\s+future|dead|inferior)\b",
    ),
    wording(
        "superlative",
        "best worst fastest quickest cheapest safest slowest smartest strongest most",
        rf"\b(?:is|are|was|were|remains?|['’]s|has\s+become|became|makes\s+it)\s+(?:still\s+|now\s+|simply\s+|currently\s+)?the\s+"
        rf"(?:world['’]s\s+|industry['’]s\s+|single\s+)?{_TOP}\b(?!\s+of\s+(?:the|these|those|both|all\s+the)\b)"
        r"(?!\s+(?:part|thing|way|place|practice|I|I['’]ve|we|case|effort|guess|bet|approach\s+(?:for|to)|option\s+for|"
        r"model|checkpoint|score|result|epoch)\b)",
    ),
    wording(
        "superlative",
        "best worst most least only fastest slowest cheapest largest smallest biggest easiest simplest strongest "
        "safest smartest quickest newest greatest finest hardest richest latest lightest"
        " & available business earth ecosystem ever existence field industry market money planet right there "
        "time today world",
        rf"\bthe\s+(?:\w+est|best|worst|most\s+\w+|least\s+\w+|only)\s+(?:[\w-]+\s+){{1,5}}?{_SCOPE}\b(?!\s+\w+ing\b)",
    ),
    wording(
        "superlative",
        "unmatched unrivaled unrivalled unparalleled none unbeatable best-in-class world-class class "
        "every standard leader winner champion choice"
        " & best clear facto gold none number state unbeatable undisputed unmatched unparallel unrival world",
        r"(?<=[\s(])(?:unmatched|unrivall?ed|unparallell?ed|second\s+to\s+none|unbeatable|best[\s-]in[\s-]class|world[\s-]class|"
        r"state\s+of\s+the\s+art\s+in\s+every)\b",
        r"\bthe\s+(?:de\s+facto|undisputed|clear|number[\s-]one|gold)\s+(?:standard|leader|winner|champion|choice)\b",
    ),
    wording(
        "comparative",
        "outperform outperforms outperformed outclass outclasses outclassed surpass surpasses "
        "surpassed beat beats outpace outpaces trump trumps superior nothing other nobody than"
        " & beat better easier happier harder healthier likely maintainable no outclass outpace outperform "
        "popular productive readable resilient riskier simpler superior surpasse trump",
        r"\b(?:outperforms?|outperformed|outclass(?:es|ed)?|surpass(?:es|ed)|beats?|outpaces?|trumps?)\s+"
        r"(?!(?:is|are|was|and|or|to|in|of|that)\b)(?:[\w-]+\s+){0,4}?(?:on|in|at|every|all|any|most|by\s+far|larger?|bigger|"
        r"competitors?|others?|everything|anything|alternatives|baselines?|humans?)\b",
        r"\b(?:is|are)\s+(?:clearly\s+|vastly\s+|far\s+|generally\s+|always\s+)?superior\s+to\b",
        r"\b(?:nothing|no\s+other\s+\w+|nobody)\s+(?:else\s+)?(?:[\w-]+\s+){1,4}?(?:better|faster|cheaper|more\s+\w+|"
        r"as\s+(?:well|fast|good))\s+(?:than|as)\b",
        r"\b(?:is|are)\s+(?:much\s+|far\s+|simply\s+)?(?:easier|harder|simpler|better|healthier|happier|riskier|"
        r"more\s+(?:maintainable|popular|readable|productive|resilient|innovative|likely\s+to\s+\w+))\s+"
        r"(?:to\s+\w+\s+|at\s+\w+\s+)?than\b(?!\s+(?:it|I|you|we|usual|before|ever|that|this|what|a|an|the|just|"
        r"having|using|writing|doing|nothing|expected|one)\b)",
    ),
    wording(
        "causal",
        "concentration communication learning teamwork attention ownership responsibility curiosity loyalty "
        "readability productivity morale bugs defects turnover engagement conversion conversions retention "
        "creativity velocity collaboration burnout trust revenue sales churn outages incidents "
        "innovation attrition happiness satisfaction motivation debt market time experience quality "
        "performance focus maintainability"
        " & accelerate boost cause cut destroy double drain drive eliminate erode halved harm hurt improve "
        "increase kill lower prevent raise reduce ruin skyrocket slashed slashes",
        r"\b(?:kills?|boosts?|destroys?|ruins?|increases?|reduces?|improves?|hurts?|harms?|lowers?|raises?|cuts?|drives?|"
        r"accelerates?|prevents?|eliminates?|causes?|doubles?|drains?|erodes?|slashes|skyrockets?)\s+"
        rf"(?:(?:the|their|your|our|team|developer|employee|customer|user|overall|production|more|most)\s+){{0,2}}{_OUTCOME}\b"
        r"(?!\s+(?:rates?|layers?|heads?|weights?|scores?|mechanism|curves?|times?))",
        rf"^\s*\w+ing\s+(?:[\w-]+\s+){{1,5}}?(?:cut|reduced|improved|boosted|raised|doubled|halved|lowered|killed|hurt|slashed|"
        rf"eliminated|increased)\s+(?:(?:the|our|my|their|team|customer|user|overall|production)\s+){{0,2}}{_OUTCOME}\b",
    ),
    wording(
        "causal",
        "developers teams people engineers programmers employees customers managers students & keep made make",
        r"\b(?:makes?|made|keeps?)\s+(?:software\s+|your\s+)?(?:developers|teams|people|engineers|programmers|employees|"
        r"customers|managers|students)\s+(?:\w+ly\s+)?(?:happier|happy|more\s+\w+|less\s+\w+|faster|slower|better|smarter|"
        r"lazy|lazier|productive|unhappy|miserable|quit)\b",
    ),
    wording(
        "causal",
        "cause reason driver source & biggest leading main most number primary root top",
        r"\b(?:is|are|remains?)\s+(?:probably\s+)?the\s+(?:main|root|leading|number[\s-]one|primary|biggest|top|most\s+common|"
        r"single\s+biggest)\s+(?:cause|reason|driver|source)\s+(?:of|for|why|that|behind)\b(?=.*"
        rf"\b(?:{PEOPLE}|projects|failures?|{_OUTCOME}|fail|fails|delays|breaches|startups)\b)",
    ),
    wording(
        "causal",
        "lead leads",
        r"\b(?:leads?|lead)\s+to\s+(?:\w+ly\s+)?(?:better|worse|happier|higher|lower|fewer|more)\s+(?:\w+\s+)?"
        rf"(?:products?|teams?|code|software|decisions|outcomes|developers|engineers|designs?|results|failures|errors|"
        rf"mistakes|problems|{_OUTCOME})\b",
        r"\b(?:inevitably|invariably|always|inexorably)\s+leads?\s+to\b",
        rf"\bleads?\s+to\s+{_OUTCOME}\b(?!\s+\w+ing\b)",
    ),
    wording(
        "causal",
        "causes cause causing because & many most nearly",
        rf"\b(?:most|many|almost\s+all|nearly\s+all)\s+{_COUNTED}\s+(?:fail|fails|die|stall|break|are\s+(?:caused|due))\b",
    ),
    wording(
        "numeric",
        "% percent cent half third thirds two-thirds three-quarters quarter quarters majority out one two three four "
        "five six seven eight nine ten"
        " & % 0 1 2 3 4 5 6 7 8 9 cent five four half majority quarter ten third three",
        rf"\b{_SHARE}\s+(?:of\s+)?(?:all\s+|today['’]s\s+|modern\s+|the\s+world['’]s\s+){_QUALIFIED}(?:{PEOPLE}|{_COUNTED})\b",
        rf"\b{_SHARE}\s+(?:of\s+)?(?!(?:the|our|my|these|those|its|their|your|this|that)\b)(?:[\w-]+\s+){{0,3}}?(?:{PEOPLE}|"
        r"projects|startups|outages|breaches|deployments|migrations|enterprises|websites)\b(?=\s+[a-z])",
        rf"\b{PEOPLE}\s+(?:still\s+|now\s+)?(?:spend|waste|lose)\s+(?:\w+\s+){{0,3}}{_SHARE}\s+of\b",
        r"\b(?:seven|eight|nine|9|8|7)\s+(?:out\s+of|in)\s+(?:every\s+)?(?:ten|10)\s+[a-z]\w+",
        r"^\s*(?:(?:about|roughly|around|nearly|over|almost|only|just|up\s+to|more\s+than|less\s+than|at\s+least|an\s+"
        r"estimated)\s+){0,2}(?:\d+(?:\.\d+)?\s?(?:%|percent|per\s+cent)|half|a\s+third|two[\s-]thirds|three[\s-]quarters)\s+of\s+"
        r"(?!(?:the|our|my|these|those|its|their|your|this|that|a|an|it)\b)(?:[\w-]+\s+){0,3}?"
        r"(?:never|fail|are\s+(?:never|wasted|caused|abandoned|useless|unused)|is\s+(?:never|wasted|spent|caused)|end\s+up|go\s+unused)\b",
    ),
    wording(
        "crowd",
        "fact doubts doubt deny denies disputes dispute argue obvious undeniable self-evident beyond indisputable "
        "serious sane sensible self-respecting professional experienced real good",
        r"\bit(?:['’]s|\s+is)\s+(?:obvious|undeniable|self-evident|beyond\s+(?:doubt|question)|indisputable)\s+that\b",
        r"\bit(?:['’]s|\s+is)\s+(?:a\s+|an\s+)?(?:(?:simple|proven|undeniable|established|plain|undisputed)\s+)?fact\s+that\b",
        rf"^\s*no\s+(?:serious|sane|sensible|real|good|professional|self-respecting|experienced)\s+(?:\w+\s+)?{PERSON}\s+(?:would|will|should|uses|writes|can)\b",
        r"\b(?:nobody|no\s+one|few|few\s+people)\s+(?:would\s+|can\s+|will\s+|could\s+)?(?:doubts?|deny|denies|disputes?|argue)\b",
    ),
    wording(
        "crowd",
        "people they many some few most"
        " & argue business claim community ecosystem field industry insist profession say trade world",
        r"(?:^|[,;:—–]\s*)(?:(?:some\s+)?people|they|folks)\s+(?:often\s+|always\s+|usually\s+|like\s+to\s+)?(?:say|claim|argue|insist)"
        r"\s+(?:that|it|you|we)\b",
        r"(?:^|[,;:—–]\s*|\b(?:but|and)\s+)(?:many|some|most|few|plenty)\s+(?:in|within|across)\s+(?:the|our|this)\s+(?:\w+\s+)?"
        r"(?:field|industry|community|business|trade|profession|ecosystem|world)\s+\w+",
    ),
    wording(
        "crowd",
        "considered known shown proven stands rumor rumour word consensus evidence statistically history "
        "experience reports leaders sources wisdom practice data"
        " & been clear consensus considered evidence experience history known leaders proven reason reports "
        "research rumo sources speak statistically street",
        r"\b(?:is|are)\s+(?:widely\s+|generally\s+|commonly\s+|often\s+|usually\s+|now\s+)?considered\s+(?:to\s+be\s+)?(?:a\s+|the\s+)?"
        r"(?:best|good|bad|worst)\s+(?:practice|way|tool|choice)\b",
        r"\b(?:is|are)\s+(?:well\s+)?known\s+(?:to\s+be\s+the|for\s+being\s+the)\b",
        r"\b(?:has|have)\s+been\s+(?:shown|proven|proved|found|demonstrated)\s+to\b|\b(?:is|are)\s+(?:a\s+)?proven\s+(?:to|technique|way|"
        r"method|approach|practice)\b",
        r"\bit\s+stands\s+to\s+reason\b|\brumou?r\s+has\s+it\b|\bword\s+on\s+the\s+street\b",
        r"\bthe\s+(?:general\s+|common\s+|broad\s+|current\s+|emerging\s+)?consensus\s+(?:is|among|seems|today|now)\b",
        r"(?:^|[,;:—–]\s*|\b(?:and|but)\s+)(?:(?:the|all\s+the|plenty\s+of|mounting|overwhelming|anecdotal|empirical)\s+)?evidence\s+"
        r"(?:suggests|shows|indicates|is\s+(?:clear|overwhelming|strong)|points|supports)\b",
        r"\b(?:plenty|lots|a\s+lot)\s+of\s+(?:evidence|research)\s+(?:that|for|to|behind)\b",
        r"^\s*statistically\b",
        r"(?:^|[,;:—–]\s*)(?:history|experience)\s+(?:has\s+)?(?:shows?|shown|teaches|taught|tells|proves|proven|suggests)\b",
        r"\b(?:numerous|several|many|recent|various|countless|industry|multiple)\s+(?:\w+\s+)?reports\s+(?:show|say|indicate|suggest|"
        r"claim|confirm|find|warn)\b",
        r"\b(?:industry|thought|tech|business|technology|community)\s+leaders\s+(?:\w+ly\s+)?(?:agree|say|believe|recommend|argue|predict|"
        r"know|prefer)\b",
        r"(?:^|[,;:—–]\s*)(?:\w+\s+)?sources\s+(?:say|claim|report|suggest|confirm)\b",
        r"^\s*the\s+data\s+(?:is\s+clear|speaks?\s+for|are\s+clear)",
    ),
    wording(
        "crowd",
        "rarely seldom hardly never always usually often tend tends routinely inevitably invariably love loves "
        "hate hates prefer prefers trust ignore dislike fear distrust skip reject underestimate overestimate",
        rf"(?:^|[,;:—–]\s*)(?:(?:all|most)\s+)?(?:{_GROUP}\s+)?{PEOPLE}\s+(?:{_HABIT}\s+(?!be\b|been\b)[a-z]+|(?:love|hate|prefer|trust|ignore|"
        r"dislike|fear|distrust|skip|reject|underestimate|overestimate)\b)(?!\s*,)",
    ),
    wording(
        "crowd",
        "leading top successful great real elite serious high-performing experienced smart"
        " & always are choose do have hire invest know never prefer read ship spend test use write",
        rf"(?:^|[,;:—–]\s*)(?:all\s+|most\s+|many\s+)?(?!real\s+(?:users|customers|people|readers)\b)"
        rf"(?:leading|top|successful|great|real|elite|serious|high-performing|experienced|"
        rf"smart)\s+{PEOPLE}\s+(?:do|don['’]t|use|are|know|prefer|never|always|have|write|ship|choose|spend|invest|read|test|hire)\b",
    ),
    wording(
        "superlative",
        "industry only close beats rivals dust shoulders none head"
        " & bar beats class comes competes dust league matches rivals shoulders way",
        r"\b(?:is|are|remains?|has\s+become|became)\s+(?:now\s+|still\s+)?(?:the|an)\s+industry[\s-]standard\b",
        r"\bis\s+the\s+only\s+(?:\w+\s+)?way\s+to\s+(?:write|build|ship|learn|scale|manage|run|grow|succeed|do|make|keep|get)\b",
        r"\b(?:nothing|no\s+(?:other\s+)?\w+|nobody|no\s+one|none)\s+(?:else\s+)?(?:even\s+)?(?:comes\s+close|beats|rivals|matches|competes)\b",
        r"\bbar\s+none\b|\bhead\s+and\s+shoulders\s+above\b|\bin\s+the\s+dust\b|\bin\s+a\s+(?:league|class)\s+of\s+(?:its|their)\s+own\b",
    ),
    wording(
        "superlative",
        "common frequent deployed used mistake cause reason source biggest number"
        " & #1 biggest leading main most one top",
        r"\bthe\s+(?:single\s+)?(?:most\s+(?:common|frequent|likely|important|frequently\s+cited)|number[\s-]one|biggest|leading|main|top|#1)\s+"
        r"(?:cause|reason|source|driver|predictor)s?\s+(?:of|for|why|that|behind)\s+(?!(?:this|that|it|the|our|my)\b)(?:[\w-]+\s+){0,4}?"
        r"(?:is|are|was)\b",
        r"\bthe\s+most\s+(?:widely\s+)?(?:deployed|adopted|installed|downloaded|used|loved|popular|common|trusted|watched|cited)\s+"
        r"(?:[\w-]+\s+){1,3}?(?:in|on)\s+(?:the\s+(?:world|planet|industry|market|web)|earth|production|history)\b",
    ),
    wording(
        "comparative",
        "than",
        r"^\s*(?!(?:it|this|that|we|I|you|he|she|they|there|our|my|the)\b)(?:[A-Z][\w+#.-]*|[\w-]+s)\s+(?:[\w-]+\s+){0,4}?(?:better|faster|worse|sooner|earlier|(?:more|less)\s+(?:often|\w+ly)|"
        r"longer)\s+than\s+(?:[A-Z][\w+#.-]*(?!['’]\w)|most|any|other|anything|everything|others|large|small|big|those|people|teams)\b",
        r"\b(?:more|less)\s+\w+\s+than\s+(?:anything|any\s+other|most\s+other|everything)\b",
        rf"^\s*(?:{_GROUP}\s+)?{PEOPLE}\s+(?:[\w-]+\s+){{1,5}}?(?:more|better|faster|less|fewer|sooner)\s+(?:[\w-]+\s+){{0,3}}?than\b",
    ),
    wording(
        "comparative",
        "who that & better earlier faster fewer happier less more sooner",
        rf"^\s*(?:{_GROUP}\s+)?{PEOPLE}\s+(?:who|that|with)\s+(?:[\w'’-]+\s+){{1,8}}?(?:more|better|faster|less|fewer|sooner|happier|earlier)\b",
    ),
)
"""Kinds: "crowd" (somebody unnamed stands behind it), "sure" (a superlative that forestalls doubt), "superlative" (the
top of a ranking that is not shown), "comparative", "causal" (among people and projects, where nobody sees it at a
glance), "numeric" (a share of people or projects at large). **Source:** requirement EVD-11."""

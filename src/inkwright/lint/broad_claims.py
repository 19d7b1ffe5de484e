"""How a writer says what people and projects at large do, gain or suffer, so that a reader asks how one knows."""

from inkwright.lint.claim_parts import NOT_AT_LARGE, PEOPLE, PERSON
from inkwright.lint.wordings import any_of, wording

_PLANS = any_of(
    "project rewrite migration startup deployment incident outage bug dashboard estimate refactoring launch"
)
_SUBJECT = (
    rf"^\s*{NOT_AT_LARGE}[\w'’+#.-]+\s+(?:(?!(?:is|are|was|were|will|would|can|could|may|might|should|must|has|have|had|"
    r"do|does|did|not|never|that|which|who|i|we|you|our|my|your|this|these|here)\b)[\w'’+#-]+\s+){0,6}?"
)
"""A subject without article or pointer at the start of a sentence: a whole kind, or a way to work."""
_EFFECT = (
    r"(?:kills?|boosts?|destroys?|ruins?|wrecks?|increases?|reduces?|improves?|hurts?|harms?|lowers?|raises?|cuts?|drives?|"
    r"accelerates?|prevents?|eliminates?|drains?|erodes?|saves?|halves?|doubles?|triples?|shortens?|slows?|multipl(?:y|ies)|"
    r"catch(?:es)?|avoids?|removes?|causes?|cripples?|undermines?|damages?|hinders?|encourages?|discourages?|shrinks?|"
    r"worsens?|fosters?|breeds?|creates?)"
)
_SUFFERED = any_of(
    "productivity morale bugs defects turnover engagement retention creativity velocity burnout churn outages "
    "incidents attrition happiness satisfaction motivation focus concentration flow deep_work learning collaboration "
    "innovation "
    "regressions rework context_switching cognitive_load technical_debt tech_debt code_quality maintainability "
    "onboarding merge_conflicts misunderstandings mistakes stress trust ownership lead_time cycle_time review_time "
    "time_to_market job_satisfaction human_error"
)
_BETTER = (
    r"(?:faster|quicker|sooner|earlier|better|worse|longer|happier|calmer|slower|lazier|smarter|safer|cheaper|easier|"
    r"simpler|harder|painless|trivial|productive|miserable|unhappy|unproductive|(?:more|less)\s+\w+)"
)
_MANY = r"(?:twice|thrice|(?:two|three|four|five|six|seven|eight|nine|ten|\d[\d.]*|many|several)\s*(?:times|x|×))"
_COMPARED = (
    r"(?:as\s+(?:much|many|often|long|fast|likely|productive|expensive)|more|less|fewer|faster|slower|longer|cheaper|"
    r"better|worse|\w+er)"
)
_WORN = any_of(
    "rot* decay* age ages scale scales ship ships burn_out burns_out break breaks fail fails grow grows die dies learn "
    "learns move moves win wins last lasts quit quits"
)
_SHARE = (
    r"(?:half|a\s+third|one\s+third|two[\s-]thirds|three[\s-]quarters|a\s+quarter|a\s+fifth|\d[\d.]*\s?(?:%|percent)|"
    r"most|the\s+(?:bulk|majority))"
)

_FAULTS = any_of(
    "outages incidents bugs breaches failures rewrites migrations startups meetings estimates codebases tickets alerts "
    "dashboards regressions leaks vulnerabilities deadlines mistakes security_holes apps websites projects "
    "refactorings side_projects postmortems production_issues"
)
"""What happens everywhere: said without article it is said of the whole trade."""
_RARELY = any_of(
    "almost_never rarely seldom hardly_ever almost_always nearly_always inevitably invariably never_really"
)
"""How often something happens, by no count."""


_OWN_CASE = (
    r"(?!.*\b(?:i|we|our|my|us|me|this|these|here|below|above|it|they|was|were|had|did|will|would|could|should|may|might|can|"
    r"if|when|you|your|that|now|getting|means?|check|adds?|adding|leaving|use|set)\b)(?!.*[\d:?(\[\ue000])(?!\w+ing\b)"
)
"""What a sentence about one's own case, a condition or an instruction holds; a whole trade is spoken of without."""

BROAD = (
    wording(
        "causal",
        "productivity morale bugs defects turnover engagement retention creativity velocity burnout churn outages "
        "incidents attrition happiness satisfaction motivation focus concentration flow work learning collaboration "
        "innovation regressions rework switching load debt quality maintainability onboarding conflicts "
        "misunderstandings mistakes stress trust ownership time error ability hire hires newcomer newcomers beginner "
        "developer developers engineer engineers team teams newcomer's beginner's developer's engineer's team's",
        rf"{_SUBJECT}{_EFFECT}\s+(?:(?:the|a|an|more|most|many|all|fewer|number|amount|risk|share|rate|cost|of|your|their|"
        rf"any|almost|nearly|in|overall|{PERSON}(?:['’]s)?|{PEOPLE}(?:['’])?)\s+){{0,6}}?(?:{_SUFFERED}|ability\s+to)\b"
        r"(?!\s+(?:rates?|layers?|heads?|weights?|scores?|mechanism|curves?|values?|gates?|metrics?))",
        rf"{_SUBJECT}{_EFFECT}\s+(?:the\s+)?(?:time|work|effort|hours)\s+(?:that\s+)?(?:(?:an?|any|every|most)\s+)?(?:new\s+)?"
        rf"(?:{PERSON}|{PEOPLE}|hire|hires)\s+(?:needs?|takes?|spends?|wastes?|loses?)\b",
    ),
    wording(
        "causal",
        "makes make keeps turns helps help gets"
        " & better calmer cheaper earlier easier faster happier harder lazier less longer miserable more "
        "productive quicker safer simpler slower smarter sooner trivial unhappy worse",
        rf"{_SUBJECT}(?:makes?|keeps?|turns?|gets?|helps?)\s+(?:(?!(?:the|this|that|these|it|our|us|me|is|are)\b)[\w-]+\s+){{0,2}}?"
        rf"(?:{PEOPLE}|{PERSON}|refactoring|debugging|onboarding|hiring|maintenance|code\s+reviews?)\s+(?:\w+\s+){{0,2}}?{_BETTER}\b",
    ),
    wording(
        "causal",
        "because thanks due with without"
        " & bugs can companies defects developers engineers errors failures incidents mistakes never outages "
        "problems projects regressions startups surprises teams",
        r"^\s*(?:because\s+of|thanks\s+to|due\s+to|with|without)\s+(?!(?:the|our|my|this|these|that|those|its|it)\b)"
        r"(?:[\w'’-]+\s+){0,4}?[\w'’-]+,\s+(?:most|nearly\s+all|almost\s+all|all|many|the\s+majority\s+of|whole\s+classes\s+of)\s+"
        r"(?:[\w-]+\s+){0,3}?(?:bugs|errors|defects|failures|outages|incidents|problems|mistakes|teams|projects|developers|"
        r"engineers|companies|startups|regressions|surprises)\s+(?:\w+\s+)?(?:disappear|vanish|go\s+away|never|fail|become|are|"
        r"stop|struggle|drown|collapse)\b",
        r"^\s*(?:you|one|nobody|no\s+one|teams)\s+(?:can['’]t|cannot|can\s+never|will\s+never|could\s+never)\s+(?:[\w'’-]+\s+){1,5}?"
        r"(?:scale|grow|succeed|ship|build|run|hire)\s+(?:[\w'’-]+\s+){0,4}?without\b",
    ),
    wording(
        "crowd",
        "everyone everybody nobody no hardly anyone few almost nearly virtually any most many"
        " & business community competent decent ecosystem experienced few field good hardly industry many "
        "mature modern most nearly profession real reasonable sane sector self-respecting senior sensible "
        "serious successful trade valley very virtually world",
        r"\b(?:everyone|everybody|nobody|no\s+one|hardly\s+anyone|almost\s+everyone|almost\s+nobody)\s+(?:in|within|across|outside)\s+"
        r"(?:the|our|this)\s+(?:\w+\s+)?(?:industry|field|business|trade|community|ecosystem|profession|world|sector|valley)\b",
        rf"^\s*(?:no|hardly\s+any|few|almost\s+no|any)\s+(?:self-respecting|serious|sane|sensible|good|real|competent|mature|modern|"
        rf"decent|experienced|reasonable|senior|professional|successful)\s+(?:\w+\s+)?(?:{PERSON}|{PEOPLE})\s+\w+",
        rf"^\s*(?:hardly\s+any|almost\s+no|very\s+few|few|almost\s+every|nearly\s+every|virtually\s+every|virtually\s+no)\s+"
        rf"(?:\w+\s+)?(?:{PERSON}|{PEOPLE}|{_PLANS}s?)\s+(?!(?:of|in\s+(?:this|our|the)|on\s+(?:this|our|the))\b)\w+",
        r"^\s*(?:in|at)\s+(?:most|nearly\s+all|almost\s+all|almost\s+every|nearly\s+every|many)\s+"
        rf"(?:(?!(?:cases|ways|of)\b)\w+\s+)?(?:{PEOPLE}|{PERSON}|projects|offices|codebases)\b(?!\s+(?:of|on)\b)",
    ),
    wording(
        "crowd",
        "leave abandon bounce churn quit regret give & after because if when within",
        rf"^\s*(?:\w+\s+)?{PEOPLE}\s+(?:\w+ly\s+)?(?:leave|abandon|bounce|churn|quit|regret|give\s+up)\s+(?:[\w'’-]+\s+){{0,4}}?"
        r"(?:if|when|after|within|because)\b",
    ),
    wording(
        "numeric",
        "spends spend wastes waste loses lose & loses spends wastes",
        rf"^\s*(?:an?|the|any|every|your)\s+(?:average\s+|typical\s+|\w+\s+)?{PERSON}\s+(?:still\s+|now\s+)?(?:spends|wastes|loses)\s+"
        rf"(?:\w+\s+){{0,2}}?{_SHARE}\s+(?:of\s+)?(?:the|their|its|his|her|every|each|a)\b",
    ),
    wording(
        "numeric",
        "twice thrice times half x × third quarter"
        " & 0 1 2 3 4 5 6 7 8 9 break cost eight fail five four many need nine produce require seven several "
        "ship six take ten three thrice twice two use",
        rf"^\s*(?:\w+\s+)?{PEOPLE}\s+(?:(?!(?:i|we|our|my|this|these)\b)[\w'’-]+\s+){{1,8}}?{_MANY}\s+{_COMPARED}\b",
        rf"{_SUBJECT}(?:costs?|takes?|needs?|requires?|uses?|produces?|ships?|fails?|breaks?)\s+(?:[\w-]+\s+){{0,2}}?{_MANY}\s+"
        rf"{_COMPARED}\b(?!\s+(?:memory|disk|ram|space|bandwidth|gpus?|tokens)\b)",
    ),
    wording(
        "numeric",
        "second third fourth fifth tenth half"
        " & bug dashboard deployment each estimate every incident launch migration outage project refactoring "
        "rewrite startup",
        rf"^\s*(?:every|each|one\s+in\s+every)\s+(?:second|third|fourth|fifth|tenth)\s+(?:\w+\s+)?(?:{PERSON}|{_PLANS})\s+\w+",
        rf"^\s*half\s+(?:of\s+)?(?:all\s+)?(?!(?:the|our|my|these|those|its|their|your|this|that|an?)\b)(?:\w+\s+)?{_PLANS}s\s+\w+",
    ),
    wording(
        "superlative",
        "nothing no nobody few"
        " & available best better cheaper cheapest cheaply fast industry lightest market more most quicker "
        "quickest quickly reliably safer safest simplest smallest sooner strongest there well world",
        r"^\s*(?:nothing|no\s+(?:other\s+)?(?!(?:one|longer|more|need|matter)\b)\w+|nobody|few\s+\w+)\s+(?:on\s+the\s+market\s+|out\s+there\s+|available\s+(?:today\s+)?|"
        r"today\s+|else\s+)?(?!(?:was|were|had|did)\b)\w+s\s+(?:(?!(?:i|we|our|my|this)\b)[\w'’-]+\s+){0,4}?(?:faster|quicker|better|safer|cheaper|"
        r"sooner|more\s+\w+ly|as\s+(?:fast|quickly|well|cheaply|reliably))(?=\s*[.!;,]|\s+(?:than|as)\s+[a-z])",
        r"^\s*(?:nothing|no\s+(?:other\s+)?\w+|few\s+\w+)\s+(?:on\s+the\s+market|out\s+there|in\s+the\s+(?:world|industry)|available\s+today)\s+"
        r"(?!(?:that|which)\b)\w+",
        r"\bthe\s+(?:quickest|fastest|safest|cheapest|smallest|best|most\s+\w+|lightest|simplest|strongest)\s+(?:[\w-]+\s+){1,3}?"
        r"(?:you\s+can\s+(?:install|buy|get|use|run|find|download)|anyone\s+can|one\s+can|that\s+exists|there\s+is)\b",
    ),
    wording(
        "comparative",
        "beats beat outperforms outperform trumps trump outclasses wins win crushes",
        rf"^\s*{NOT_AT_LARGE}(?:[\w+#.-]+\s+){{1,4}}?(?:beats?|outperforms?|trumps?|outclass(?:es)?|crush(?:es)?|wins?\s+over|wins?\s+against)\s+"
        r"(?!(?:is|are|was|and|or|to|in|of|that|with|the\s+\w+\s+(?:above|below))\b)(?:[\w+#.-]+\s+){1,6}?(?:for|when(?:ever)?|once|everywhere|"
        r"at|in|on|every)\b",
        rf"^\s*{NOT_AT_LARGE}(?:[\w+#.-]+\s+){{1,3}}?(?:beats?|trumps?|outclass(?:es)?)\s+(?:(?!(?:is|are|was|and|or|to|in|of|that)\b)[\w+#.-]+\s*)"
        r"{1,3}[.!]\s*$",
    ),
    wording(
        "comparative",
        "faster quicker sooner earlier better worse longer cheaper slower more less fewer"
        " & age any break burn decay die fail grow last learn most move others people quit rot scale ship "
        "teams those win",
        rf"{_SUBJECT}{_WORN}\s+(?:much\s+|far\s+|a\s+lot\s+|\w+ly\s+)?(?:faster|quicker|sooner|earlier|better|worse|longer|cheaper|slower)"
        r"(?=\s*[.!;,]|\s+than\b)",
        rf"^\s*(?:\w+\s+)?{PEOPLE}\s+(?:get|do|learn|write|ship|make|have)\s+(?:\w+\s+){{0,2}}?(?:more|less|fewer|better)\s+"
        r"(?:\w+\s+){0,2}?than\s+(?:those|people|teams|anyone|any|most|others)\b",
    ),
    wording(
        "causal",
        "because when once after unless"
        " & burn collapse die drag fail give leave lose quit slip stall struggle succeed win",
        rf"^\s*(?:(?!(?:the|our|my|these|those|its|their|this|that|some|two|three|both|all\s+the)\b)[\w-]+\s+){{0,3}}?"
        rf"(?:{PEOPLE}|{_PLANS}s|relationships|careers|rewrites)\s+(?:\w+ly\s+|almost\s+always\s+|often\s+|usually\s+)?(?:die|fail|quit|"
        r"leave|struggle|win|lose|stall|succeed|slip|collapse|burn\s+out|give\s+up|drag\s+on)\s+(?:\w+\s+)?(?:because|when|once|after|unless)\b",
    ),
    wording(
        "crowd",
        "most many almost nearly majority"
        " & bad best default developers engineers enough folks good great harmful ideal mistake overkill "
        "people perfect plenty poor right safe sufficient teams too unnecessary useless users waste wrong",
        r"\b(?:is|are|remains?)\s+(?:simply\s+|still\s+|usually\s+|more\s+than\s+|often\s+|way\s+|far\s+)?(?:overkill|enough|plenty|ideal|perfect|"
        r"sufficient|unnecessary|useless|wasted|harmful|too\s+\w+|the\s+(?:right|wrong|best|default)\s+\w+|a\s+(?:good|bad|poor|great|safe|"
        r"mistake|waste)(?:\s+\w+)?)\s+(?:for|on|to)\s+(?:most|many|almost\s+all|nearly\s+all|the\s+majority\s+of)\s+"
        rf"(?!(?:of|cases)\b)(?:[\w-]+\s+)?(?:{PEOPLE}|{_PLANS}s|use\s+cases|workloads|applications|apps|sites|websites|jobs)\b",
        r"\bthan\s+(?:most|many)\s+(?:people|developers|engineers|teams|users|folks)\s+(?:think|realise|realize|expect|know|believe|assume|need|admit)\b",
    ),
    wording(
        "numeric",
        "average typical median mean",
        r"^\s*(?:today,?\s+)?(?:the|an?)\s+(?:average|typical|median|mean)\s+(?!(?:of|is|was|over|across|time|score|value|latency|row|run)\b)"
        r"(?:[\w'’-]+\s+){1,8}?(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|"
        r"hundreds?|thousands?|dozens?|half|a\s+third)\b",
    ),
    wording(
        "numeric",
        "cost costs takes take waste wastes steal steals save saves"
        " & % day dollar euro hour minute month percent week year",
        rf"{_SUBJECT}(?:costs?|takes?|steals?|saves?|wastes?)\s+(?:an?|the|every|each|your)\s+(?:average\s+|typical\s+)?{PERSON}\s+"
        r"(?:\w+\s+){0,2}?(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|twenty-three|thirty|forty|sixty|half|an?)\s+"
        r"(?:minutes?|hours?|days?|weeks?|months?|percent|%|euros?|dollars?|year)\b",
    ),
    wording(
        "superlative",
        "easiest simplest hardest friendliest fastest safest cheapest cleanest leanest toughest smartest nicest worst "
        "best"
        " & cloud compiler database discipline editor engine framework ide language library orm protocol queue "
        "runtime server shell skill stack system tool topic",
        rf"^\s*{NOT_AT_LARGE}(?:[\w+#.-]+\s+){{1,4}}?(?:is|are|remains?)\s+(?:still\s+|by\s+far\s+|probably\s+|simply\s+|hands\s+down\s+)?the\s+"
        r"(?:easiest|simplest|hardest|friendliest|fastest|safest|cheapest|cleanest|leanest|toughest|smartest|nicest|worst|best)\s+(?:\w+\s+)?"
        r"(?:language|framework|database|tool|editor|library|platform|cloud|protocol|format|queue|runtime|engine|shell|stack|discipline|"
        r"skill|topic|system|server|compiler|orm|ide)\s+(?:to|for|you|we|in|on|of\s+(?:all|any|its))\b(?!\s+(?:this|our|my|these|the)\b)",
    ),
    wording(
        "crowd",
        "most majority nearly almost virtually rarely seldom hardly inevitably invariably never"
        " & alerts apps breaches bugs codebases dashboards deadlines estimates failures incidents leaks "
        "meetings migrations mistakes outages postmortems production projects refactorings regressions "
        "rewrites security startups tickets vulnerabilities websites",
        r"^\s*(?:most|the\s+(?:vast\s+)?majority\s+of|nearly\s+all|almost\s+all|virtually\s+all)\s+(?:(?:production|security|software|real|"
        rf"such|web|modern)\s+)?{_FAULTS}\s+(?!(?:of|in|on|from|that|which|were|was|had|we|i|are\s+listed|below|above)\b)\w+(?<!ed)\b",
        rf"^\s*(?:\w+\s+)?{_FAULTS}\s+{_RARELY}\s+\w+",
    ),
    wording(
        "numeric",
        "half third thirds quarter quarters % percent fifth"
        " & are can come could end go happen is lead never start stem trace turn",
        rf"^\s*(?:(?:about|roughly|nearly|over|almost|some|up\s+to)\s+)?{_SHARE}\s+of\s+(?:all\s+|most\s+)?(?:\w+\s+)?{_FAULTS}\s+"
        r"(?:could|can|are|is|come|comes|stem|start|go|never|happen|end|trace|lead|vanish|turn)\b",
    ),
    wording(
        "causal",
        "doubles halves cuts reduces increases improves saves prevents raises lowers triples boosts kills ruins "
        "attracts beats"
        " & bad clean clear daily decent fast flaky good great long modern noisy poor proper short single slow "
        "strong toxic weak weekly well- written",
        r"^\s*(?:an?|every|one)\s+(?:good|great|bad|poor|clear|clean|strong|weak|proper|well-\w+|decent|slow|fast|flaky|single|toxic|noisy|short|"
        rf"long|daily|weekly|written|modern)\s+(?:[\w'’-]+\s+){{1,3}}?(?:{_EFFECT}|attracts?|beats?)\s+(?:the\s+)?(?:number|amount|chances?|odds|"
        rf"likelihood|time|risk|cost|rate|share|ten|hundreds?|{PEOPLE}|{_SUFFERED}|(?:your|any|every|most)\s+\w+)\b",
    ),
    wording(
        "comparative",
        "more fewer less better faster slower worse sooner earlier longer"
        " & attract better catch contain earlier faster find get hide keep longer lose make merge miss produce "
        "ship slower sooner waste worse write",
        r"^\s*(?!(?:the|our|my|these|those|its|their|this|that|some|both|two|three|your|when|if|as|so|then|but|and|all|no|we|you|they|i)\b)"
        r"(?:[\w'’+#.-]+\s+){1,6}?(?:find|finds|miss|misses|catch|catches|ship|ships|make|makes|produce|produces|attract|attracts|write|"
        r"writes|get|gets|waste|wastes|merge|contain|contains|hide|hides|lose|loses|keep|keeps)\s+(?:far\s+|many\s+|much\s+)?(?:more|fewer|less|better)\s+"
        rf"(?:{_SUFFERED}|{PEOPLE}|bugs|errors|code|features|stars|software|products|decisions|readers|time|money)\b",
        r"^\s*(?!(?:the|our|my|these|those|its|their|this|that|some|both|your|when|if|as|so|then|but|and|all|no|we|you|they)\b)"
        rf"(?:[\w+#.-]+\s+){{0,2}}?{PEOPLE}\s+(?!(?:are|were|was|can|could|will|would|should|may|might|have|had|do|did|who|that)\b)\w+(?<!ed)\s+"
        r"(?:\w+\s+){0,2}?(?:faster|slower|better|worse|sooner|earlier|longer)(?=\s*[.!;,]|\s+than\b)",
    ),
    wording(
        "sure",
        "worth & all always any every hardly most never rarely",
        r"\b(?:is|are)\s+(?:always\s+|never\s+|well\s+|rarely\s+|almost\s+always\s+|hardly\s+ever\s+)?worth\s+(?:it|the\s+\w+|\w+ing)\s+"
        r"(?:for|in|on|at)\s+(?:any|every|all|most|almost\s+(?:any|every|all))\b",
        r"\b(?:is|are)\s+(?:always|never|rarely|almost\s+always|almost\s+never|hardly\s+ever)\s+worth\s+(?:it|the\s+\w+)(?=\s*[.!;,])",
    ),
    wording(
        "comparative",
        "more fewer less outlive outlives outlast outlasts outsell outsells outweigh outweighs outgrow outgrows"
        " & attract bring carry cause create get give grow has have last live make need require see sell "
        "suffer take weigh",
        rf"^\s*{_OWN_CASE}{NOT_AT_LARGE}(?!(?:higher|lower|faster|more|less|other)\b)(?:[\w'’+#.-]+\s+){{1,4}}?(?:(?:have|has|need|needs|"
        r"cause|causes|get|gets|make|makes|bring|brings|create|creates|require|requires|see|sees|take|takes|suffer|attract|carry|give|gives)\s+"
        r"(?:far\s+|much\s+|many\s+)?(?:more|fewer|less)\s+(?:[\w-]+\s*){1,3}|out(?:live|last|sell|weigh|grow)s?\s+(?:[\w-]+\s*){1,4})[.!]\s*$",
    ),
    wording(
        "crowd",
        "nearly almost virtually most & almost nearly virtually",
        r"^\s*(?!.*\b(?:i|we|our|my|us|this|these|here|it)\b)(?:[\w'’+#.-]+\s+){2,8}?(?:in|at|for|of)\s+(?:nearly|almost|virtually)\s+(?:every|all|any)\s+"
        rf"(?:\w+\s+)?(?:{PERSON}|{PEOPLE}|{_PLANS}s?|codebase|codebases|industry|office)\b",
    ),
    wording(
        "numeric",
        "one two three four every"
        " & days eight five four hours hundred minutes months nine seconds seven six ten three twenty two "
        "weeks years",
        r"^\s*(?:only\s+|about\s+|roughly\s+|nearly\s+|almost\s+)?(?:one|two|three|four)\s+in\s+(?:every\s+)?(?:two|three|four|five|six|seven|"
        r"eight|nine|ten|twenty|a\s+hundred)\s+(?!(?:of|the|our|my|these)\b)\w+",
        rf"^\s*(?:\w+\s+)?{PEOPLE}\s+(?!(?:are|were|was|can|will)\b)\w+(?<!ed)\s+(?:\w+\s+){{0,4}}?every\s+(?:two|three|four|five|six|ten|eleven|"
        r"fifteen|twenty|thirty|few|couple\s+of)\s+(?:seconds|minutes|hours|days|weeks|months|years)\b",
    ),
    wording(
        "superlative",
        "biggest greatest main worst single largest & biggest common dangerous greatest largest main number worst",
        r"^\s*the\s+(?:single\s+)?(?:biggest|greatest|main|worst|largest|most\s+common|most\s+dangerous|number\s+one)\s+(?:[\w-]+\s+){1,2}?"
        r"(?:to|in|of|for|behind)\s+(?:any|every|most|modern|all|almost\s+every)\s+(?:[\w-]+\s+){1,3}?(?:is|are|remains?)\b",
    ),
)
"""Kinds as in `claim_words`. **Source:** requirement EVD-11."""

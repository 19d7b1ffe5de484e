"""How a writer says that something is fast, small or better without saying by how much."""

from inkwright.lint.wordings import any_of, wording

_DEGREE = any_of(
    "much far way a_lot lots vastly greatly significantly substantially considerably noticeably notably dramatically "
    "drastically markedly massively hugely immensely enormously tremendously radically exponentially infinitely "
    "appreciably measurably a_great_deal a_whole_lot so_much miles loads leagues visibly remarkably incredibly "
    "quite_a_bit a_good_deal"
)
_ADVERB = any_of(
    "significantly substantially considerably noticeably dramatically drastically markedly massively hugely immensely "
    "enormously tremendously radically exponentially appreciably vastly greatly sharply remarkably"
)
_MEASURED = (
    r"(?:faster|quicker|slower|cheaper|smaller|lighter|leaner|snappier|(?:higher|lower)(?!\s+level)|"
    r"(?:more|less)\s+(?:efficient|accurate|reliable|performant|scalable|expensive|stable|secure|robust|productive|"
    r"responsive|precise|compute|memory|time|space|ram|disk|storage|bandwidth|cpu|tokens|economical|power|resource[\w-]*|cost[\w-]*|energy|efficiently|accurately|"
    r"reliably|quickly))"
)
_STRICT = (
    r"(?:faster|quicker|slower|cheaper|smaller|safer|(?:more|less)\s+(?:efficient|accurate|performant|reliable|"
    r"secure|stable|scalable|productive))"
)
_METRIC = any_of(
    "performance speed latency throughput accuracy memory cost* efficiency quality reliability productivity "
    "bandwidth runtime load bill* error* crash* failure* overhead size time* usage consumption traffic precision "
    "recall scalability stability rate* utilization utilisation"
)
_CHANGE = (
    r"(?:dropp?(?:s|ed)?|f[ae]lls?|fell|r[io]ses?|increase[sd]?|decrease[sd]?|improve[sd]?|shr[aiu]nks?|gr[eo]ws?|"
    r"plummet(?:s|ed)?|soar(?:s|ed)?|declin(?:es|ed)|sped\s+up|speeds?\s+up|slow(?:s|ed)\s+down|(?:went|goes)\s+(?:up|down))"
)
_MOVES = (
    r"(?:improve[sd]?|reduce[sd]?|increase[sd]?|decrease[sd]?|lower(?:s|ed)?|boost(?:s|ed)?|cut(?:s)?|sped\s+up|"
    r"speeds?\s+up|accelerate[sd]?|outperform(?:s|ed)?|enhance[sd]?|slow(?:s|ed)\s+down|shr[aiu]nk(?:s)?)"
)
_SOME = (
    r"(?:(?:quite\s+)?an?\s+(?:\w+\s+)?(?:margin|lot|bit|amount|factor|deal|notch|chunk|ton|mile)|some\s+(?:margin|amount)|"
    r"a\s+(?:long\s+way|few\s+notches)|leaps\s+and\s+bounds|far|lots|tons)"
)
"""An amount that is none."""
_BIG = any_of(
    "huge significant dramatic massive substantial considerable enormous noticeable drastic tremendous impressive "
    "remarkable marked sizable sizeable sharp measurable vast immense major big considerable notable large great nice "
    "decent solid serious incredible amazing hefty whopping staggering"
)
_GAIN = any_of(
    "improvement* reduction* increase* decrease* gain* speedup* speed-up* boost* drop* saving* uplift slowdown* "
    "degradation* jump* cut*"
)
_TINY = (
    r"(?:(?:almost|virtually|nearly|practically|close\s+to|next\s+to)\s+(?:no|zero)|"
    r"little\s+to\s+no|minimal|negligible|barely\s+any|hardly\s+any)"
)
_COST = (
    any_of("overhead cost* latency slowdown* downtime loss memory delay* performance_impact performance_hit")
    + r"(?!\s+of\b)"
)
_FAILING = (
    r"(?:(?:false\s+)?(?:errors|crashes|bugs|failures|outages|incidents|complaints|tickets|alerts|alarms|timeouts|regressions|"
    r"resources|mistakes|surprises|positives|defects|retries|conflicts))\b"
)
"""What there is less of when something works."""

VAGUE = (
    wording(
        "vague",
        "much far way lot lots notably infinitely measurably deal miles loads leagues visibly "
        "incredibly significantly substantially considerably noticeably dramatically drastically "
        "markedly massively hugely immensely enormously tremendously radically exponentially "
        "appreciably vastly greatly sharply remarkably",
        rf"\b{_DEGREE}\s+{_MEASURED}\b",
        rf"\b{_ADVERB}\s+(?:fewer|less|more|higher|lower|better|larger|shorter|longer|bigger|worse)\b"
        r"(?!\s+(?:complex|complicated|advanced|involved|difficult|interesting|important|likely|than\s+(?:you|I)))",
        rf"\b{_ADVERB}\s+(?:outperform(?:s|ed)?|beats?|surpass(?:es|ed))\b",
        rf"\b(?:performs?|performed|scales?|scaled)\s+{_DEGREE}\s+better\b",
    ),
    wording(
        "vague",
        "significantly substantially considerably noticeably dramatically drastically markedly "
        "massively hugely immensely enormously tremendously radically exponentially appreciably "
        "vastly greatly sharply remarkably lot",
        rf"\b{_METRIC}\s+(?:(?:use|usage|requirements?|consumption|times?)\s+)?(?:has\s+|have\s+)?{_CHANGE}\s+(?:{_ADVERB}|a\s+lot)\b",
        rf"\b{_METRIC}\s+(?:has\s+|have\s+)?{_ADVERB}\s+{_CHANGE}\b",
        rf"\b(?<!to\s){_ADVERB}\s+{_MOVES}\s+(?:\S+\s+){{0,4}}?{_METRIC}\b",
        rf"\b(?:improve[sd]|reduce[sd]|increase[sd]|decrease[sd]|lower(?:s|ed)|boost(?:s|ed)|cuts?)\s+"
        rf"(?:\S+\s+){{0,4}}?{_METRIC}\s+(?:{_ADVERB}|a\s+lot)\b",
    ),
    wording(
        "vague",
        "huge significant dramatic massive substantial considerable enormous noticeable drastic "
        "tremendous impressive remarkable marked sizable sizeable sharp measurable vast immense major "
        "big notable large great nice decent solid serious incredible amazing hefty whopping staggering"
        " & avings boost cut decrease degradation drop gain improvement increase jump lowdown peed-up peedup "
        "reduction saving uplift",
        rf"\b{_BIG}\s+(?:\w+\s+){{0,2}}?{_GAIN}\s+(?:in|of|to|on|for)\s+(?:\w+\s+){{0,2}}?{_METRIC}\b",
        rf"\b{_BIG}\s+{_METRIC}\s+{_GAIN}\b",
        rf"\b(?:an?|the|saw|see|was|were|with)\s+{_BIG}\s+(?:speedup|speed-up|slowdown|improvement)s?\b(?!\s+(?:to|on)\b)",
        rf"\b{_BIG}\s+(?:speedups?|speed-ups?|slowdowns?|savings)\b",
        rf"\b(?:got|saw|see|gives?|gave|brings?|brought|yields?|yielded|delivers?|delivered|shows?|showed|achieved?|"
        rf"offers?|provides?)\s+(?:us\s+|you\s+|me\s+)?(?:an?\s+)?{_BIG}\s+{_GAIN}\b",
    ),
    wording(
        "vague",
        "overhead cost costs latency slowdown slowdowns downtime loss memory delay delays impact hit"
        " & almost barely close hardly little minimal nearly negligible next practically virtually",
        rf"\b(?:with|at|adds?|has|have|causes?|incurs?|introduces?)\s+{_TINY}\s+(?:\w+\s+)?{_COST}\b",
    ),
    wording(
        "vague",
        "losing sacrificing scale scales scaled handles handled"
        " & almost beautifully effortlessly enormous gigantic huge infinitely lots massive practically "
        "seamlessly tons vast virtually well without",
        r"\bwithout\s+(?:losing|sacrificing)\s+(?:too\s+)?(?:much|any)\s+(?:\w+\s+)?"
        r"(?:quality|accuracy|performance|speed|precision)\b",
        r"\bscale[sd]?\s+(?:\w+ly\s+|very\s+)?(?:effortlessly|beautifully|infinitely|seamlessly)\b",
        r"\bscale[sd]?\s+(?:extremely|very|really|incredibly|amazingly|remarkably)\s+well\b",
        r"\bscale[sd]?\s+to\s+(?:huge|massive|enormous|gigantic|virtually|practically|almost)\b",
        r"\b(?:handles?|handled)\s+(?:huge|massive|enormous|gigantic|vast|tons\s+of|lots\s+of)\s+(?:\w+\s+)?"
        r"(?:amounts?|volumes?|workloads?|traffic|loads?|data|requests|datasets?)\b",
    ),
    wording(
        "vague",
        "blazing blazingly lightning lightning-fast blazing-fast super-fast insanely super "
        "ridiculously unbelievably amazingly crazy exceptionally astonishingly screaming"
        " & accurate cheap efficient fast performant quick scalable slow",
        r"\b(?:blazing(?:ly)?|lightning|insanely|super|ridiculously|unbelievably|amazingly|crazy|exceptionally|"
        r"astonishingly|screaming)[\s-]+(?:fast|quick|slow|cheap|efficient|accurate|scalable|performant)\b",
    ),
    wording(
        "vague",
        "save saves saved fraction times & countless fraction huge loads lot many much several ton",
        r"\b(?:saves?|saved)\s+(?:you\s+|us\s+|me\s+|them\s+)?(?:a\s+lot\s+of|tons\s+of|lots\s+of|loads\s+of|"
        r"a\s+ton\s+of|a\s+huge\s+amount\s+of|so\s+much)\s+(?:time|money|memory|space|cost|compute|effort)\b",
        r"\b(?:in|at|for)\s+a\s+fraction\s+of\s+the\s+(?:time|cost|price|size|memory)\b",
        r"\b(?:many|several|countless)\s+times\s+(?:faster|slower|cheaper|smaller|larger|bigger|more\s+\w+)",
    ),
    wording(
        "vague",
        "faster quicker slower cheaper smaller safer efficient accurate performant reliable secure stable "
        "scalable productive",
        rf"\b(?:it|this|that|they|which|performance|inference|training|\w+ing|the\s+\w+(?:\s+\w+)?)\s+"
        rf"(?:(?:was|were|got|became|ran|felt)\s+(?:also\s+|now\s+|even\s+|indeed\s+)?)(?:noticeably\s+)?{_STRICT}"
        r"(?=\s*(?:[.!;:]|$|,\s*(?:and|but|so|too)\b|than\b|now\b))",
        rf"\b(?:is|are|runs?)\s+(?:also\s+|generally\s+|usually\s+|typically\s+)?{_STRICT}(?=\s+than\b|\s*[.!]\s*$)",
    ),
    wording(
        "vague",
        "orders order magnitude slightly somewhat bit little quite almost nearly"
        " & accurate cheap efficient fast magnitude performant productive quick reliable safer scalable secure "
        "slower smaller stable",
        rf"\borders\s+of\s+magnitude\s+(?:{_MEASURED}|better|larger|more)\b",
        rf"\b(?:is|are|was|were|runs?|ran|became|got)\s+(?:now\s+)?(?:slightly|somewhat|a\s+bit|a\s+little|quite\s+a\s+bit)\s+{_STRICT}\b",
        r"\b(?:is|are|was|were)\s+(?:almost|nearly|just)\s+as\s+(?:fast|quick|cheap|accurate|efficient)(?=\s*[.!;,]|\s+as\s+[A-Z])",
    ),
    wording(
        "vague",
        "negligible minimal tiny marginal trivial minor low"
        " & consumption cost difference footprint impact latency loss overhead penalty slowdown time usage",
        r"\b(?:overhead|cost|costs|latency|slowdown|impact|penalty|difference|loss|footprint)\s+(?:is|are|was|were)\s+(?:now\s+|really\s+)?"
        r"(?:negligible|minimal|tiny|marginal|trivial|insignificant|next\s+to\s+nothing)\b",
        r"\b(?:times?|usage|consumption|overhead)\s+(?:is|are|was|were|became)\s+(?:now\s+)?(?:negligible|minimal)\b",
    ),
    wording(
        "vague",
        "huge enormous massive dramatic substantial considerable significant impressive staggering remarkable great "
        "amazing incredible noticeable outstanding stunning fantastic excellent promising",
        rf"\b(?:differences?|gaps?|gains?|savings|speed-?ups?|improvements?|reductions?|drops?|increases?|benefits|results)\s+"
        rf"(?:(?:in|of|on)\s+(?:\w+\s+)?{_METRIC}\s+)?(?:is|are|was|were)\s+(?:really\s+|truly\s+|quite\s+|very\s+|pretty\s+)?(?:huge|enormous|massive|dramatic|substantial|considerable|"
        r"significant|impressive|staggering|remarkable|amazing|incredible|noticeable|outstanding|stunning|fantastic)\b",
        r"\b(?:achieves?|achieved|delivers?|delivered|got|gets?|saw|produced?|produces|yields?|yielded|showed|shows)\s+(?:really\s+|very\s+|some\s+)?"
        r"(?:impressive|great|amazing|incredible|remarkable|outstanding|excellent|fantastic|stunning)\s+"
        r"(?:results|performance|accuracy|gains|numbers|speed|throughput)\b",
        r"\b(?:has|have|had|with)\s+(?:a\s+)?(?:huge|massive|dramatic|significant|enormous|tremendous|substantial|profound|big)\s+"
        rf"(?:positive\s+|negative\s+)?(?:impact|effect|influence)\s+on\s+(?:the\s+|our\s+|your\s+)?(?:\w+\s+)?{_METRIC}\b",
        r"\b(?:made|makes)\s+a\s+(?:huge|big|massive|enormous|significant|dramatic|noticeable|real|world\s+of)\s+difference"
        rf"(?=\s*[.!;,]|\s+(?:in|to|for)\s+(?:\w+\s+){{0,2}}?{_METRIC})",
        r"\b(?:excellent|superb|outstanding|impressive|unbeatable|stellar)\s+(?:accuracy|performance|throughput|speed|latency|recall|precision|efficiency)\b",
    ),
    wording(
        "vague",
        "skyrocketed plummeted roof soared tanked exploded ballooned tumbled",
        rf"\b{_METRIC}\s+(?:(?:use|usage|rates?|times?|bills?)\s+)?(?:has\s+|have\s+)?(?:skyrocketed|plummeted|soared|tanked|exploded|ballooned|"
        r"tumbled|(?:went|gone|go|goes)\s+through\s+the\s+roof)\b",
    ),
    wording(
        "vague",
        "drastically dramatically significantly considerably substantially massively greatly lot "
        "noticeably hugely slightly"
        " & accuracy cut improved increased lowered performance quality reduced shortened speed",
        rf"\b(?:{_METRIC}|(?:build|load|start-?up|response|compile|training)\s+times?)\s+(?:was|were|is|are|got|has\s+been|have\s+been)\s+"
        rf"(?:{_ADVERB}\s+)?(?:cut|reduced|improved|lowered|shortened|increased)(?:\s+{_ADVERB})?(?=\s*[.!;,])",
        rf"\bspeeds?\s+(?:things|it|everything|this|that)\s+up\s+(?:{_ADVERB}|a\s+lot|quite\s+a\s+bit)\b",
        r"\b(?:quality|accuracy|performance)\s+(?:suffers?|suffered|degrades?|degraded)\s+(?:only\s+)?(?:slightly|noticeably|a\s+bit|a\s+little)\b",
    ),
    wording(
        "vague",
        "improves improved boosts boosted reduces reduced increases increased speeds cuts lowers"
        " & efficiency latency performance productivity reliability speed throughput",
        r"^\s*(?:It|This|That|The\s+(?:[\w-]+\s+){1,3}?)\s*(?:also\s+)?(?:improves?d?|improved|boosts?|boosted|cuts?|lowers?|lowered|reduced|increased)\s+"
        r"(?:the\s+|our\s+|your\s+)?(?:overall\s+)?(?:performance|speed|throughput|latency|productivity|efficiency|reliability)(?=\s*[.!])",
    ),
    wording(
        "vague",
        "handle handles handled process processes processed millions thousands billions tons amounts amount"
        " & amount billions loads millions numbers quantities thousands tons volumes",
        r"\b(?:can\s+)?(?:easily\s+)?(?:handles?|handled|process(?:es|ed)?|serves?|served|supports?|supported)\s+(?:millions|billions|tons|"
        r"thousands|loads|(?:a\s+)?(?:huge|massive|large|vast|enormous|tremendous)\s+amounts?|(?:huge|massive|enormous|vast)\s+(?:volumes|quantities|numbers))\s+of\b(?!\s+(?:\w+\s+){1,3}per\b)",
    ),
    wording(
        "vague",
        "instantly instantaneous instantaneously blink seconds time fraction long while forever ages"
        " & blink flash fraction instant less longer more no stantaneously stantly",
        r"\b(?:loads?|loaded|responds?|runs?|starts?|finishes|renders?|completes?|boots?|returns?)\s+(?:up\s+)?(?:almost\s+|nearly\s+|virtually\s+|"
        r"practically\s+)?(?:instantly|instantaneously|in\s+(?:no\s+time|an\s+instant|the\s+blink\s+of\s+an\s+eye|a\s+flash))(?=\s*[.!;,])",
        r"\b(?:takes?|took|needs?|uses?|used|costs?)\s+(?:only\s+|just\s+)?a\s+(?:tiny\s+|small\s+)?fraction\s+of\s+the\s+(?:time|cost|memory|space|price)\b",
        r"\b(?:takes?|took)\s+(?:much|far|way|a\s+lot|considerably|significantly|substantially)\s+(?:longer|less\s+time|more\s+time)\b",
    ),
    wording(
        "vague",
        "scalable performant scales highly high"
        " & accuracy accurate available easily efficient nicely optimi performance performant reliable "
        "responsive scalable throughput well",
        r"\b(?:is|are|was|were)\s+(?:highly|extremely|very|incredibly|massively|infinitely|super)\s+(?:scalable|performant|efficient|accurate|optimi[sz]ed|"
        r"responsive|reliable|available)(?=\s*[.!;,])",
        r"^\s*(?:It|This|The\s+\w+)\s+scales\s+(?:well|nicely|easily)(?=\s*[.!])",
        r"\b(?:has|have|offers?|gives?|delivers?|provides?)\s+(?:very\s+)?high\s+(?:performance|throughput|accuracy)(?=\s*[.!])",
    ),
    wording(
        "vague",
        "substantial significant considerable large huge big vast good"
        " & amount chunk fraction number part percentage portion share",
        r"\b(?:a|an)\s+(?:substantial|significant|considerable|huge|large|big|sizable|good)\s+(?:amount|portion|part|share|chunk|fraction|percentage|number)\s+of\s+"
        r"(?:the\s+)?(?:time|memory|cost|budget|latency|work|traffic|compute)\b",
    ),
    wording(
        "vague",
        "better worse fewer less"
        " & accuracy bandwidth compute cpu disk energy memory numbers perform power quality ram resources "
        "result score",
        rf"\b(?:results?|numbers|accuracy|quality|scores?|performance)\s+(?:is|are|was|were|got|became)\s+(?:now\s+)?(?:much|far|a\s+lot|way|{_ADVERB})\s+"
        r"(?:better|worse)\b",
        r"\bperforms?\s+(?:better|worse)\s+than\b",
        rf"\b(?:uses?|used|needs?|needed|consumes?|consumed|requires?|required)\s+(?:{_DEGREE}\s+)?(?:less|fewer|more)\s+(?:memory|resources|cpu|power|ram|energy|"
        r"disk|bandwidth|compute)(?=\s*[.!;]|\s+than\b)",
    ),
    wording(
        "vague",
        "down up & bring brought drive drove gets got keeps kept pushed pushes sends sent takes took",
        rf"\b(?:brought|brings?|drove|drives?|pushed|pushes|got|gets|took|takes|kept|keeps|sent|sends)\s+(?:the\s+|our\s+|your\s+)?"
        rf"(?:\w+\s+){{0,2}}?{_METRIC}\s+(?:(?:use|usage|times?)\s+)?(?:way|far|right|a\s+long\s+way|{_ADVERB})\s+(?:down|up)\b",
    ),
    wording(
        "vague",
        "margin lot bit amount factor deal notch chunk ton mile way notches bounds far lots tons"
        " & beat boost by cut decrease improve increase lower outperform reduce",
        rf"\b{_METRIC}\s+(?:(?:use|usage|times?)\s+)?(?:has\s+|have\s+)?(?:{_CHANGE}|came\s+down|comes\s+down)\s+(?:(?:down|up)\s+)?"
        rf"by\s+{_SOME}\b",
        rf"\b(?:improve[sd]|reduce[sd]|increase[sd]|decrease[sd]|lower(?:s|ed)|boost(?:s|ed)|cuts?|outperform(?:s|ed)|beats?)\s+"
        rf"(?:\S+\s+){{0,4}}?by\s+{_SOME}\b",
        rf"\b{_MEASURED}\s+by\s+{_SOME}\b",
    ),
    wording(
        "vague",
        "ton tons loads heaps boatload boatloads shedload masses oodles plenty bunch lot lots"
        " & absorb burn cope eat handle handling ingest move process pushe save serve survive sustain waste "
        "withstand",
        r"\b(?:handles?|handled|handling|serves?|served|process(?:es|ed)?|copes?\s+with|coped\s+with|absorbs?|absorbed|sustains?|"
        r"survives?|survived|pushe[sd]|moves?|moved|ingests?|ingested|withstands?|saves?|saved|burns?|burned|eats?|wastes?|wasted)\s+"
        r"(?:(?:us|you|me|them|through)\s+)?(?:an?\s+)?(?:(?:metric|whole|huge)\s+)?(?:tons?|loads|heaps|boatloads?|shedload|masses|oodles|lots?)\s+"
        r"(?:of\s+)?(?:more\s+)?(?:\w+\s+)?(?:traffic|data|requests|load|users|work|queries|events|messages|memory|time|money|cpu|disk|"
        r"bandwidth|tokens|rows|connections)\b",
    ),
    wording(
        "vague",
        "time night ease any next & almost barely close ease hardly next night practically scarcely virtually",
        r"\bin\s+(?:next\s+to|almost|virtually|practically|close\s+to)\s+no\s+time\b(?!\s+at\s+which)",
        r"\b(?:is|are|was|were|like)\s+(?:like\s+)?night\s+and\s+day\b",
        r"\b(?:handles?|handled|copes?|coped|serves?|served|scales?|scaled)\s+(?:[\w-]+\s+){1,5}?with\s+(?:great\s+)?ease\b",
        r"\b(?:barely|hardly)\s+(?:uses?|used|needs?|needed|takes?|took|costs?|adds?|added)\s+any\s+(?:\w+\s+)?(?:memory|time|cpu|disk|space|"
        r"overhead|latency|load|resources|bandwidth)\b",
        r"\b(?:uses?|used|needs?|needed|takes?|took|costs?|adds?|added)\s+(?:hardly|barely|scarcely)\s+any\s+(?:\w+\s+)?(?:memory|time|cpu|"
        r"disk|space|overhead|latency|load|resources|bandwidth)\b",
    ),
    wording(
        "vague",
        "great excellent fantastic superb stellar top-notch decent solid outstanding impressive terrible awful abysmal "
        "horrible poor amazing phenomenal"
        " & accuracy latency performance reliability scalability throughput uptime",
        r"\b(?:performance|throughput|latency|scalability|reliability|accuracy|uptime)\s+(?:is|was|are|were|has\s+been|remains?|stays?)\s+"
        r"(?:\w+ly\s+|very\s+|quite\s+|pretty\s+)?(?:great|excellent|fantastic|superb|stellar|top-notch|decent|solid|outstanding|impressive|"
        r"terrible|awful|abysmal|horrible|poor|amazing|phenomenal)(?=\s*[.!;,])",
    ),
    wording(
        "vague",
        "instantly immediately instantaneously instant once seconds flash blink & almost near practically virtually",
        r"\b(?:opens?|opened|loads?|loaded|starts?|started|boots?|booted|renders?|rendered|returns?|returned|builds?|compiles?|finish(?:es|ed)?|"
        r"completes?|completed|responds?|responded|answers?|answered|arrives?|arrived|appears?|appeared)\s+(?:up\s+)?(?:almost|nearly|virtually|"
        r"practically|near)[\s-]+(?:instantly|immediately|instantaneously|at\s+once)(?=\s*[.!;,])",
        r"\b(?:is|are|was|were|feels?|felt)\s+(?:now\s+)?(?:almost|nearly|virtually|practically|near)[\s-]+(?:instant|instantaneous|immediate)(?=\s*[.!;,])",
    ),
    wording(
        "vague",
        "fast quick slow cheap efficient lightweight snappy performant responsive small tiny"
        " & awfully crazy damn exceedingly extremely impressively incredibly painfully really remarkably "
        "stupidly surprisingly terribly unbelievably wicked wonderfully",
        r"\b(?:is|are|was|were|feels?|felt|runs?|ran|stays?|remains?)\s+(?:(?:lightweight|lean|simple|small|stable|solid),?\s+(?:and|but)\s+)?"
        r"(?:extremely|incredibly|really|remarkably|surprisingly|exceedingly|wonderfully|unbelievably|impressively|terribly|painfully|awfully|"
        r"crazy|wicked|stupidly|pretty\s+damn)\s+(?:fast|quick|slow|cheap|efficient|lightweight|snappy|performant|responsive|tiny)(?=\s*[.!;,])",
    ),
    wording(
        "vague",
        "much far way lot lots many several more deal significantly substantially considerably noticeably dramatically "
        "drastically markedly massively vastly greatly & fewer less longer more shorter",
        rf"\b{_DEGREE}\s+fewer\s+{_FAILING}",
        rf"\b(?:is|are|was|were|became|got|takes?|took)\s+(?:also\s+|now\s+|even\s+)?{_DEGREE}\s+(?:shorter|longer)"
        r"(?=\s*[.!;]|\s+(?:now|than|compared)\b)",
        r"\b(?:handles?|takes?|serves?|supports?|process(?:es)?|sustains?|accepts?|copes?\s+with)\s+(?:many|far|a\s+lot|way|"
        r"considerably|significantly|substantially)\s+more\s+(?:requests|users|traffic|load|connections|queries|clients|events|messages)\b",
    ),
    wording(
        "vague",
        "better worse little low few",
        rf"\b(?:is|are|was|were|became|got)\s+(?:now\s+|also\s+)?{_DEGREE}\s+(?:better|worse)\s+at\s+\w+ing\b",
        r"\b(?:uses?|used|needs?|needed|takes?|took|consumes?|consumed|requires?|required)\s+(?:very|surprisingly|remarkably|extremely|so|"
        r"incredibly|really)\s+(?:little|few|low)\s+(?:memory|time|cpu|disk|space|power|energy|bandwidth|resources|ram|compute)"
        r"(?=\s*[.!;,])",
    ),
    wording(
        "vague",
        "faster quicker slower cheaper smaller snappy sluggish fast quick slow",
        rf"\b(?:made|makes)\s+(?:it|this|that|them|everything|things|(?:the|our)\s+\w+)\s+(?:{_DEGREE}\s+)?(?:faster|quicker|slower|cheaper|smaller)"
        r"(?=\s*[.!;])",
        r"\b(?:feels?|felt)\s+(?:now\s+)?(?:very\s+|really\s+|so\s+|pretty\s+|quite\s+)?(?:snappy|sluggish|fast|quick|slow)(?=\s*[.!;,]|\s+now\b)",
    ),
    wording(
        "vague",
        "snappier smoother faster quicker speedier lighter zippier",
        r"\b(?:feels?|felt)\s+(?:(?:so\s+)?much\s+|a\s+lot\s+|far\s+|way\s+)?(?:snappier|smoother|faster|quicker|speedier|lighter|zippier)"
        r"(?=\s*[.!;,]|\s+(?:now|than)\b)",
    ),
    wording(
        "vague",
        "lot bit deal significantly substantially considerably noticeably dramatically drastically markedly massively "
        "hugely immensely enormously tremendously appreciably vastly greatly sharply",
        rf"\b(?:{_METRIC}|time|times|space|size|footprint|throughput)\s+(?:(?:use|usage|times?)\s+)?(?:has\s+|have\s+)?(?:shrank|shrunk|fell|dropped|"
        rf"improved|grew|rose|sank|plunged)\s+(?:{_ADVERB}|a\s+lot|quite\s+a\s+bit|a\s+(?:good|great)\s+deal)(?=\s*[.!;,])",
        rf"\b(?:reduce[sd]|cuts?|lower(?:s|ed)|boost(?:s|ed)|improve[sd]|increase[sd])\s+(?:the\s+|our\s+|your\s+|its\s+)?(?:\w+\s+){{0,2}}?"
        rf"(?:{_METRIC}|times?)\s+(?:{_ADVERB}|by\s+a\s+lot|quite\s+a\s+(?:bit|lot)|a\s+(?:good|great)\s+deal)(?=\s*[.!;,])",
    ),
    wording(
        "vague",
        "huge massive enormous tremendous immense vast & advantage benefit gain saving",
        r"\b(?:brings?|brought|offers?|offered|gives?|gave|yields?|provides?)\s+(?:us\s+|you\s+)?(?:an?\s+)?(?:huge|massive|enormous|tremendous|"
        r"immense|vast)\s+(?:\w+\s+)?(?:benefits?|gains?|advantages?|savings)(?=\s*[.!;,])",
    ),
    wording(
        "vague",
        "no instant flash high heavy huge nothing tiny negligible"
        " & almost compar cop deal extremely flash in instant next practically really time very virtually",
        r"\b(?:load|run|start|finish|complete|boot|render|pass|build|compile)\s+(?:up\s+)?in\s+(?:no\s+time|an\s+instant|a\s+flash)(?=\s*[.!;,])",
        r"\b(?:copes?|coped|deals?|dealt)\s+with\s+(?:very\s+|really\s+|extremely\s+)?(?:high|huge|heavy|enormous|massive)\s+"
        r"(?:loads?|volumes?|traffic|amounts)\b",
        r"\b(?:weighs?|costs?|uses?|adds?|takes?|needs?|consumes?)\s+(?:us\s+)?(?:almost|next\s+to|virtually|practically|close\s+to)\s+nothing"
        r"(?=\s*[.!;,])",
        r"\b(?:is|are|was|were)\s+(?:now\s+)?(?:tiny|huge|enormous|massive|negligible)\s+(?:compared|in\s+comparison)\b",
    ),
    wording(
        "vague",
        "off vanished disappeared & almost cut knock much nearly shav trim all",
        r"\b(?:shave[sd]?|knock(?:s|ed)?|cuts?|trim(?:s|med)?)\s+(?:an?\s+(?:lot|ton|good\s+deal|great\s+deal|fair\s+bit)|plenty|tons|loads|lots|much)\s+"
        r"(?:of\s+\w+\s+)?off\b",
        rf"\b{_METRIC}\s+(?:use\s+|usage\s+)?(?:has|have|had)?\s*(?:almost|nearly|all\s+but)\s+(?:vanished|disappeared)\b",
    ),
)
"""A comparison or a size that asks for its figure. **Source:** requirement EDT-5."""

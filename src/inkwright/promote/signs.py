"""The words by which a sentence shows what it is good for: a finding, a surprise, a reason, a limit, a lesson."""

import re

from inkwright.model.regex import regex

QUANTITY = regex(
    r"(?<![\w.])(?!(?:1[5-9]|20)\d0s\b)(?:[~≈<>]?\$?\d[\d,.]*\s?(?:%|percent\b|×|x\b(?!\s*\d)|fold\b|times\b|(?:ms|µs|us|ns|s|sec|seconds?|"
    r"minutes?|hours?|days?|weeks?|months?)\b|[KMGTP]i?B(?:/s)?\b|(?:k|m|bn)\b|tokens?\b|requests?\b|users?\b|rows?\b|"
    r"lines?\b|queries\b|points?\b|dollars?\b|bytes?\b|bits?\b|GPUs?\b|nodes?\b|cores?\b|watts?\b|samples?\b|"
    r"examples?\b|records?\b|calls?\b|megabytes?\b|gigabytes?\b|milliseconds?\b|million\b|billion\b|thousand\b|"
    r"participants?\b|people\b|contributors?\b|issues?\b|pull requests?\b|pods?\b|QPS\b|RPS\b|TPS\b|FPS\b|Gbps\b|"
    r"tok/s|req/s|per (?:second|token|day|request|minute|hour))|[$€£]\d[\d,.]*)|\b(?:half|a quarter|a third|twice|"
    r"double[ds]?|triple[ds]?|halve[ds]?|orders? of magnitude|tenfold|two-thirds|a hundred|a thousand|a million)\b|"
    r"\bfrom \$?\d[\d,.]*\s?\S{0,9} (?:down |up )?to \$?\d",
    re.I,
)
"""An amount of something; versions, dates and numbers of issues are none."""
RATIO = regex(
    r"\d\s?(?:%|×|x\b|percent\b|times\b|fold\b)|\b(?:half|twice|double[ds]?|halve[ds]?|orders? of magnitude)\b", re.I
)
"""An amount that says by how much, which needs no other number beside it."""
RESULT = regex(
    r"\b(?:found|measured?|showed|shows|turned out|turns out|dropp?(?:ed|s)|fell|falls|rose|rises|improve[ds]?|"
    r"reduce[ds]?|cuts?|saved?|saves|increase[ds]?|decrease[ds]?|faster|slower|smaller|larger|cheaper|fewer|"
    r"outperform\w*|beats?|reach(?:ed|es)?|achieve[ds]?|gr[eo]ws?|took|takes|cost|costs|gain(?:ed|s)?|lost|loses|"
    r"wins?|won|better|worse|needs?|enables?|eliminate[ds]?|removes?|removed|supports?|lets|makes?|doubles?|halves|"
    r"shrinks?|scales?|deliver(?:s|ed)?|agree|caused?)\b",
    re.I,
)
SURPRISE = regex(
    r"\b(?:surpris\w+|unexpected\w*|turn(?:s|ed) out|astonish\w*|counter-?intuitive\w*|contrary|wrong\w*|myth|"
    r"mistake\w*|misconception|no difference|nothing changed|nobody|no one|never|did(?:n['’]t| not) (?:expect|help|"
    r"change|matter|work|know)|even though|although|despite|in spite|not because|rather than|without (?:any|changing|"
    r"a)|still|hidden|silent\w*|quietly|ironic\w*|paradox\w*|the wrong|fail(?:s|ed|ure)?|crash\w*|lost|bug|only \d|"
    r"alone|yet)\b|, but\b|; but\b",
    re.I,
)
WHY = regex(
    r"\b(?:because|since|the reason|matters?|problem|so that|which means|means that|therefore|cannot|can['’]t|"
    r"need(?:s|ed)?|difficult|hard|challeng\w+|expensive|slow|costs?|risk\w*|goal|motivat\w+|depends?|bottleneck|"
    r"pressure|wast\w+|pain\w*|struggl\w+|until now|critical|crucial|essential|important|why|in order to|too (?:many|"
    r"much|large|slow|small|big)|wanted|designed to|aims? to|enables?|allows?|lets)\b",
    re.I,
)
LIMIT = regex(
    r"\b(?:limit\w*|caveats?|trade-?offs?|do(?:es)?(?: not|n['’]t)|cannot|can['’]t|only (?:if|when|works?|while|for|"
    r"on|supports?)|works only|unless|except|not yet|at the cost|expense of|downside|drawbacks?|overhead|should not|"
    r"shouldn['’]t|not recommended|not (?:a|the|every|all|always|enough|free|suitable|supported)|will not|won['’]t|"
    r"fails? (?:when|if|on|to)|breaks? (?:when|if|on)|experimental|preview|assum\w+|as long as|depends on|worse|"
    r"harder|slower|switch\w* (?:it )?off|stop here|not worth|may not)\b",
    re.I,
)
LESSON = regex(
    r"\b(?:should|must|rule of thumb|lessons?|learn(?:ed|t)|takeaways?|recommend\w*|prefer|choose|use|avoid|always|"
    r"never|key|worth|remember|start with|measure|keep|pay off|pays? off|best|matters? (?:most|more)|instead of|"
    r"if you|when you|you (?:can|need|should|want)|make sure|plan|treat|ask|test|before you|the right|in the end|"
    r"right call|ready)\b",
    re.I,
)
CHOICE = regex(
    r"\b(?:instead of|rather than|chose|chosen|picked|switched|decided|settled on|went with|opted|replaced|"
    r"prefer(?:red)?|in favou?r of|over the alternative|not worth|did(?:n['’]t| not) (?:use|choose|want)|gave up|"
    r"moved from)\b",
    re.I,
)
"""Words of who took one thing and left another."""
OWN = regex(r"\b(?:i|we|my|our|us|me)\b", re.I)
LAST_PART = regex(
    r"\W*(?:\d+\W+)?(?:conclusions?|concluding|takeaways?|summary|lessons?|what (?:i|we) learn\w*|closing|"
    r"key (?:points|takeaways|lessons)|wrap|final|in short|tl;?dr|outlook|recommendations?|when to|which|what to|"
    r"next steps|looking|the bottom)\b",
    re.I,
)
FINDING_PART = regex(
    r"\W*(?:\d+\W+)?(?:.*\b(?:results?|performance|benchmarks?|evaluation|experiments?|findings?|numbers|measure\w*|"
    r"impact|improvements?|gains?|tl;?dr|key (?:takeaways|results|highlights)|highlights|what (?:we|i) found|"
    r"savings)\b)",
    re.I,
)
WHY_PART = regex(
    r"\W*(?:\d+\W+)?(?:.*\b(?:why|motivation|problem|background|introduction|challenge|context|symptoms?|summary)\b)",
    re.I,
)
LIMIT_PART = regex(
    r"\W*(?:\d+\W+)?(?:.*\b(?:limit\w*|caveats?|trade-?offs?|when not|drawbacks?|misconceptions?|pitfalls?|risks?|"
    r"costs?|known issues|mistakes?|wrong)\b)",
    re.I,
)
SIDE_PART = regex(
    r"\W*(?:\d+\W+)?(?:.*\b(?:prerequisites?|requirements|install\w*|set-?up|getting started|troubleshooting|"
    r"how to (?:run|use|install|upgrade|contribute|try)|try it|quick ?start|usage|environment|appendix|reproduc\w+|"
    r"faq|contribut\w*|community|sponsor\w*|steps? \d+|configuration|commands?|upgrad\w*|download\w*|dependencies|"
    r"governance|team|organi[sz]ers|participants|author|roadmap|future|upcoming|coming|get involved|events?)\b)",
    re.I,
)
"""Parts of a post that nobody is told of first."""
ORDERS = regex(
    r"(?:run|install|open|click|download|navigate|select|copy|paste|create|add|swap|type|go|press|edit|save|set|write|"
    r"call|pass|import|load|define|read the|repeat|start|restart|replace|change|take|look|try|get|give|put|think|say|"
    r"validate|check|verify|configure|deploy|apply|enable|disable|specify|submit|wait|build|upgrade|update|move|"
    r"rename|remove|delete|visit|watch|explore|help|contribute|support|join|donate|bring|restrict|learn|see|find|"
    r"using|make sure|ensure|do|let|in your)\b",
    re.I,
)
"""First words of a sentence that tells what to type or to look at."""
ANNOUNCES = regex(
    r"\b(?:excited|happy|pleased|thrilled|proud|delighted|glad)\b.{0,20}\b(?:to|that)\b|\bannounc\w+\b|\bwelcome\b|"
    r"\bwant(?:ed)? to share\b|\bintroduc(?:e|es|ing)\b|\btoday,? we\b|\bwe(?:['’]ve| have) (?:released|published)\b|"
    r"\bwe(?:['’]re| are) (?:releasing|launching)",
    re.I,
)
THANKS = regex(
    r"\b(?:grateful|appreciat\w+|acknowledg\w+|contributors?|volunteers?|sponsor\w*|donat\w+|congratulat\w+|hosted|"
    r"attend\w*|organi[sz]ed|organizers?|joined|maintainers?)\b",
    re.I,
)
DATED = regex(
    r"\b(?:19|20)\d\d\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b", re.I
)
SET_UP = regex(
    r"\b(?:ran with|run with|configured|set to|consists? of|batch size of|(?:max(?:imum)?|"
    r"min(?:imum)?) [\w -]{0,20}length|block sizes?|(?:we|i) (?:tested|evaluated|benchmarked|deployed|placed?|ran|"
    r"compared|used? (?:two|three|four|five|six|eight|\d+))|uses? \d|with \d+ \w+ and|workload uses|seed|each run|"
    r"(?:we|i)['’]ll (?:use|need|first|now|be|see|create)|(?:we|i)['’](?:re|m) (?:now|going|missing)|let['’]s|"
    r"(?:i|we) (?:currently |now )?(?:live|work) (?:in|for|at)|per run|version \d|v\d+\.\d+\.\d+)\b",
    re.I,
)
"""Words of how something was tried, which matter only to who tries it again."""
METHOD = regex(
    r"\A(?:in [^,]{3,60}, )?(?:we|i)(?:['’]ll| will| also| then)? (?:compare|ask|evaluate|investigate|explore|look|"
    r"show|describe|discuss|present|walk|cover|examine|study|focus|use|start|consider|define|denote|call|refer|begin|"
    r"review|summari[sz]e|report)\b",
    re.I,
)
"""How a sentence begins that tells what the writer does in the post instead of what came of it."""
PERSONAL = regex(
    r"\A(?:i['’]m|i am|i was) (?:an? (?!bit|lot|fan)|the |from |born|currently |now )|\A(?:I['’]m|I am) (?-i:[A-Z])|"
    r"\bi have an? (?:phd|degree|master|background)|\bi (?:really |usually |also )?(?:like|love|enjoy|listen|live) |"
    r"\bmy (?:name|hobb|free time|spare time|wife|husband|family|kids|career|masters?|phd|studies|degree)\b|"
    r"\b(?:hobbies|spare time|free time|house chores|years old)\b|"
    r"\bi (?:found|watched|saw) the (?:interview|video|talk)|\b(?:he|she) (?:earned|holds|lives|received|graduated)\b|"
    r"\A(?-i:[A-Z]\w+ (?:[A-Z]\w*\.? )?(?:[A-Z]\w+ )?)is an? [^.]{0,60}\b(?:student|engineer|scientist|"
    r"director|professor|founder|maintainer|researcher|member|consultant|statistician)\b|"
    r"\bis the (?:director|founder|head) of\b",
    re.I,
)
"""Words of who somebody is, which say nothing of what the post found."""
OPINION = regex(
    r"\b(?:i think|in my opinion|i believe|i guess|we hope|i hope|we plan|we will|will be|would be|stay)\b", re.I
)
PROCESS = regex(
    r"\A(?:today|yesterday|recently|my name is)\b|\bplans? to (?:release|publish|ship)\b|"
    r"\b(?:will|should) take (?:about|around)\b|\btook place\b|\b(?:earlier|later) (?:in|this) \w+|"
    r"\b(?:early|late) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|"
    r"\bfollow-?up (?:blog )?posts?\b|\bonce the \w+ closes\b|\bcurrently working as\b|\bjoined the\b|\binterview\b|"
    r"\bwill be (?:supported|distributed|available|removed|announced)\b",
    re.I,
)
"""Words of how and when something came about, which no reader elsewhere asks for."""
CONTRARY = regex(
    r"\bif\b.*?\b(?:were|was|had|did)\b.*\b(?:could|would|might)\b|"
    r"\b(?:could|would|might)\b.*\b(?:even |as )?if\b.*?\b(?:were|was|had|did)\b|"
    r"\A(?:were|had|should)\s(?!n['’]t\b).*,.*\b(?:could|would|might)\b",
    re.I,
)
"""What would be if something were so: a sentence of this form says that it is not."""
GENERAL = regex(
    r"\b(?:is|are|was|has always been|have always been|remains?) (?:\w+ly )?(?:an? )?(?:very |always |most |often )?"
    r"(?:important|popular|common|intended|no-brainer|upon us|powerful|flexible|great|paramount|non-negotiable|"
    r"critical|crucial|essential|vital|key (?:to|for)|everywhere|a (?:key|core|fundamental|essential) part)\b|"
    r"\bin a world where\b|\bour journey\b|\bcutting-edge\b|\bfirst-class citizen\b|\bwe firmly believe\b|\bwe value\b|"
    r"\bwe could\b|\bwe track dozens\b|\b(?:a number|lots?) of new (?:features|things|improvements)\b",
    re.I,
)
"""Words of a praise or a commonplace that any post on the subject could begin with."""


def tells(text: str) -> bool:
    """Whether a text holds an amount, a result, a surprise, a reason or a question: what makes somebody read on."""
    return "?" in text or any(sign.search(text) for sign in (QUANTITY, RESULT, SURPRISE, WHY))

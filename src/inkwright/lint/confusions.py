"""Words that stand where one that sounds like them is meant, each with the neighbours that give it away.

A line reads `left words <wrong=right> right words ! excuse`; all three are regular expressions over lower-case words
with single spaces. `!` is searched in the five words before, the word and the five after it, `!!` in all words of
the sentence before.
"""

import re
from functools import cache
from typing import NamedTuple

from inkwright.model.regex import regex

_MORE = "more|less|better|worse|faster|slower|larger|smaller|bigger|higher|lower|greater|fewer|easier|harder|longer\
|shorter|cheaper|older|newer|stronger|simpler|quicker|heavier|safer|cleaner|wider|closer|deeper"
_MODAL = "will|can|may|might|could|would|does|doesn't|don't|didn't|won't|can't|cannot|shouldn't|should|must"
_WHOSE = "the|your|our|my|their|its|his|her|any|all|some"

_IF = "if|when|whenever|once|after|until|unless|while|as soon|gets?|got|grows?|becomes?|became|makes?|made"
_NO_OWNER = (
    "what|how|who|which|why|where|when|whether|that|this|these|those|there|here|all|more|most|less|not|just|only\
|also|one|nothing|everything|something|anything|nobody|everybody|everyone|it|they|we|you|i|he|she|people|mine|ours"
)

LINES = f"""
(could|should|would|couldn't|shouldn't|wouldn't|mustn't|could not|should not|would not) <of=have> ! of course\
|of necessity
(i|we|you|it|they|he|she) (might|must) <of=have> ! of course|of necessity
<its=it's> (a|an|the|this|that|these|those|not|been|because|my|our|your|their)
<it's=its> (\\w+) (is|are|was|were|has|have|had|will|can|cannot|does|should|would|must|takes|needs|depends|goes|drops\
|grows|stays|remains) ! it's ({_NO_OWNER}|\\w+ly)
<your=you're> (a|an|the|not|welcome|able|being|probably) ! the same|the one
<its=it's> (a|an) (very |really |pretty |quite )?(good|great|bad|common|nice|simple|small|big|long|short|different\
|single\
|matter|shame|pity|lot|bit|little|few|way|useful|powerful|hard|valid|must|mistake|huge|fun|free|fast|tool|library\
|wrapper\
|place|problem|question|feature|bug|trade-off|real|better|classic|complete|fair|popular|quick|safe|sign|strange|thing\
|work in|open-source|game|kind|sort|type|part|mess|miracle|myth|mix|language|framework|service|model|convenient\
|fantastic)
<its=it's> (the (only|same|best|first|one|case|way|default|reason|most|kind|time|job|fault)|been|what|how|why|where\
|also\
|too (late|early|big|small|slow|long|much|many|difficult|hard|easy)|my|our|your|his|her|their|this|these|we|you|i\
|there|im)
<its=it's> not (a|an|the|that|clear|possible|important|easy|enough|just|really|worth|good|great|there|here|hard\
|simple|like\
|what|how|been|likely|late|always|only|very|obvious|surprising|uncommon|unusual|bad|right|true|all|too|as|even\
|about|in|on)
<its=it's> (no (longer|secret|surprise|wonder|coincidence|accident|good|use|problem|big|different|fun)|because\
|almost a|like a)
<its=it's> (very |really |also |often |not |always |quite |pretty )?(going|likely|unlikely|important|possible\
|impossible\
|easy|hard|difficult|better|good|nice|great|useful|necessary|common|fine|safe|simple|supposed|tempting|helpful|wise\
|trivial) to
<its=it's> (very |also |quite |pretty )?(likely|unlikely|clear|important|possible|true|obvious|unclear|unfortunate\
|interesting) that
<its=it's> worth (noting|mentioning|pointing|trying|it|remembering|a|checking|looking|reading|considering|the|every)
<its=it's> (just|only|still|always|never|really|basically|simply|actually|probably|currently|usually) (a|an|the|not\
|been|that|because)
<its=it's> (up to (you|us|me|them)|called|about time|raining|okay|ok to|time to (move|go|start|look|build|write|see\
|get|add|run))
<its=it's> (a|an) (known|new|two|one|three|first|last|second|fine|crash|cache|bad|tiny|major|minor|well-known\
|serious|clever|old)
(lost|loses|lose|has|have|had|keeps|kept|changed|reached|exceeded|released|updated|rewrote|cleared|of|with|from|in\
|on|for) <it's=its> (\\w+s) ! it's (\\w+ss|as|is|was|this|has|always|perhaps|yes|us)
(of|with|from|into|within|under|through|across|despite|has|have|without|during|between|among|inside|upon|onto|via\
|by|in|on\
|for|to|at|and|as|gets|got|needs|runs|keeps|uses|loses|lost|reached|found|made) <it's=its> own
(of|with|from|within|through|despite|has|have|in|on|for|to|at) <it's=its> (current|original|default|simplest|initial\
|entirety|name|users|value|values|parent|raw|contents|creator|authors|children|successor|predecessor|usefulness|peers)
<your=you're> (going|trying|able|supposed|allowed|unable) to
<your=you're> (gonna|looking for|all set|better off|not (sure|going|able|using|alone|looking|supposed|interested\
|careful|a|the)\
|interested in|wondering (if|how|why|what)|most likely|very welcome|ready to|unsure (if|how|about)|done with|in luck)
<your=you're> (right|wrong|correct) (about|that|if|because)
<your=you're> (an|the) ! the same|the one
<it's=its> (\\w+(tion|ance|ence|ity|ment|ness)|weights|values|results|users|tests|files|parts|name|value|size|speed\
|cost|price\
|goal|purpose|code|output|input) (is|are|was|were|has|have|will|can|does)
(this|which|that|it) <effects=affects> (the|how|our|your|my|their|all|every|performance|your|us|you)
<loose=lose> (its|their|his|her|your|my|our) ! (let|cut|break|set|turn|turned|on the|hang) loose
<there=they're> (going|trying|supposed|able) to
<there=they're> going
<there=their> (code|model|data|team|work|product|library|tool|results|users) (is|are|was|were|has|have)
(sure|if|when|that|while|because) <your=you're> (using|running|looking|getting|working|writing\
|building|planning|reading) (the|a|an|to|for|at|on|with|in|python|it|this)
<your=you're> (using|doing|getting|making|running|writing|building) (a|an|this|these|it) ! writing a|building a
<you're=your> (own|code|computer|laptop|browser|favorite|favourite|password|email|terminal|server|repository|users\
|customers|readers|project|website|dataset|blog|brain|machine|account|team|app|application|database|model|phone|data)
<their=there> (is|are|was|were|isn't|aren't|wasn't|weren't|exists|seems|(may|might|must|should|will|can|could) be\
|(has|have|had) been)
<there=their> own
<they're=their> (own|users|customers|code|data|team|models|products|results|names|values)
<you're=your> (own|cache|code|files?|data|database|server|app|machine|computer|browser|teams?|users?|models?\
|projects?|config|password|keys?|account|scripts?|tests?|site|pages?|posts?|program|system|job|boss|disk|notes?) (is\
|are|was|were|has|have|will|can|needs?|fails?)
<their=they're> (going to|not sure|trying to|supposed to|able to)
(of|with|from|in|for|by|using) <there=their> (users|customers|data|code|work|team|models|products|results|names\
|values\
|projects|jobs|lives|parents|children|dependencies|respective)
<they're=there> (is|are|was|were)
({_MORE}|(more|less) \\w+) <then=than> (the|an?|our|my|your|their|its|this|that|it|we|you|they|i|ever|any|most\
|those|these|in|on|with|for|\\w+ing) !! {_IF}
(it|this|he|she) <lead=led> (to|me|us|you|them|him|her|our|my) ! did|does|do|can|could|will|would|may|might|should\
|must|to (it|this|he|she)|not|lets?|helps?|makes?|made|see|saw|watch\\w*|ha(ve|d|ving)|follow\\w*|chas\\w+|tak\\w+|took\
|from|with|of|by|on
(rather|other) <then=than> (the|a|an|to|just|that|having|using|being|on|in|by|with|for|as|from|it|this|our|your|my\
|their\
|its|one|what|doing|making|trying|letting|\\w+ing) ! if
({_MORE}) <then=than> (\\d\\S*|one|two|three|four|five|ten|twice|half|usual|expected|before|ever|any|anything|anyone\
|others|average|necessary|needed|most|previously|what|those|just|normal|usually|enough|i thought|i expected\
|we expected)
({_MORE}) <then=than> (the|a|an|our|my|your) (baseline|original|previous|other|first|last|average|default|old|new\
|one|ones\
|rest|usual|standard|current|regular|normal|full|second|single|few|bit|year|day|week|month|hour|minute|dozen|hundred\
|thousand|million|simple)
(less|more|better|no less|no more|different) <then=than> ideal
(since|until|back) <than=then>
and <than=then> (run|use|set|click|go|call|get|create|add|open|copy|paste|restart|deploy|install|you|we|start)
(an|no|same|opposite|desired|side|adverse|negative|significant|immediate|overall|takes|take|took|ripple|knock-on|net\
|noticeable|lasting|cumulative|dramatic) <affect=effect> ! affect (display|the|how|your|our)
side <affects=effects>
worth <nothing=noting> (that|how|the|here)
<your=you> (get|are|have|should|must|had) (the|a|an|to|it|no|some|more|all|not|this|that|your) \
! get your|of your|in your|for your|with your
(all|everything|nothing|same|identical|everyone|fine|anything) <expect=except> (for|that|when|in|the)
cause and <affect=effect>
(the|this|that|its|their|our|main|whole|first|same|only) <affect=effect> (was|is|of|on) ! affect (of emotion)
<affects=effects> of (the|this|a|these)
({_MODAL}|directly|negatively|not|adversely) <effect=affect> (the|how|your|our|my|their|its|performance|these|each\
|other\
|any|all|what|users|it|us|you|me|them|every|everything|anything|quality|results) ! effect (a|any) change
(are|is|was|were|be|been|not|badly|most|being|directly|negatively|severely) <effected=affected> (by|when|if)
({_MODAL}|to|not|you|we|i|they|never|you'll|we'll|you'd) <loose=lose> ({_WHOSE}|data|track|sight|money|time|focus\
|weight\
|access|precision|information|it|that|this|context|control|interest|hope|patience|performance|accuracy|power|users\
|customers|anything|everything|out on)
(we|they|you|i|to|would|will|can|could|not|never) <loose=lose> (a|an|every|each|one|two|some|all|any) \
! let (it|them|him|her) loose
<loosing=losing> ({_WHOSE}|data|track|sight|money|time|focus|weight|access|precision|information|it|control\
|interest|a)
way <to=too> (many|much|big|often|expensive|complex|complicated|few|verbose) (and|for|of|in|things|files|people\
|time|code\
|work|options|steps|data|memory) ! the way|a way|one way|best way
(is|are|was|were|it's|that's|been|got|gets|far) <to=too> (big|small|large|early|expensive|complex|complicated|few\
|verbose\
|difficult|noisy|heavy|slow|late|hard|many) (to|and|for|so|but|because)
(able|want|wants|need|needs|going|have|has|how|trying|used|order|wanted|needed|tried) <too=to> (be|do|get|make|use\
|see|go|run\
|have|find|create|add|work|know|take|build|write|read|learn|keep)
(see|know|guess|matter|care|about|unclear|clear) <who's=whose> (turn|job|fault|idea|code|responsibility\
|problem|task|name)
<who's=whose> (laptop|turn|job|fault|idea|responsibility|machine|account) (is|was|it)
<who's=whose> (own|code|purpose|goal|output|input|authors|primary|value|values|members|contents|size|length|sole|name)
<whose=who's> (going to|been|not (a|the|sure)|responsible for)
in <principal=principle> ! principal (component|axes|axis)
(first|guiding|design|basic|underlying|fundamental|founding|core) <principals=principles>
(guiding|basic|underlying|fundamental|first|design) <principal=principle> (of|is|that|in|behind|here)
<principle=principal> (components?|engineers?|investigators?|author|architect|scientist|reason|axes|axis|eigenvector\
|directions?)
<complimentary=complementary> (colou?rs?|approach|approaches|tools|techniques|methods|strengths|skills|filters\
|information|metrics|views|goals|roles|features)
(good|great|bad|best|useful|practical|career|legal|medical|financial|general|bits? of|piece of|word of\
|some) <advise=advice> \
! advise (against|you|that|to)
(i'd|would|strongly|i|we|can) <advice=advise> (you|to|against|using|that|anyone|everyone)
(has|had|having|which have) <lead=led> (to|us|me|you|them|many|some)
(was|were|been|being) <lead=led> (by|to)
in the <passed=past> (few|year|decade|two|three|week|month|i|we|it|people)?
(walk|went|goes|going|move|scroll|moved|look|looking|looked|runs) <passed=past> (the|this|that|it|a)
(are|was|were|be|been|being) <past=passed> (to|into|as) (the|a|an|this|it|each|your)
({_MODAL}|to|let's|you'll|we'll|we'd|you'd) <chose=choose> (the|a|an|to|between|from|which|one|what|your|how\
|another|any|it\
|our|this|that|not|whether|some)
<quiet=quite> (a (lot|few|bit)|often|useful|hard|easy|simple|different|nice|interesting|similar)
<weather=whether> (or not|to (use|do)|you (want|are|need|should)|it (is|was)|(they|we) (are|should|can))
<accept=except> for the fact
<bare=bear> (with (me|us)|in mind)
sneak <peak=peek>
(take|taking|took) a (quick )?<peak=peek> (at|inside|into|under|behind)
<(peaked|peaks|peak|peeked|peeks)=piqued> (my|your|our|their|his|her) (interest|curiosity)
<wet=whet> (your|my|the|their|our) appetite
(a|is|was|it's) <mute=moot> point
(free|full) <reign=rein> ! reign of terror
(to|can|must|should|help|helps) <reign=rein> in
<baited=bated> breath
<slight=sleight> of hand
<(vise|visa)=vice> versa
<(wreck|wrecking|wrecks)=wreak> havoc
<(pour|pouring|poured|pours)=pore> over (the|every|our|your|my|these|those|all) (docs|documentation|data|logs|code\
|results\
|details|papers|numbers|source|manual|spec)
<flush=flesh> out (the|an|my|our|these|this) (idea|ideas|details|design|concept|plan|draft)
(it|there|he|she) <use=used> to (be|have|work|take|do|live)
(didn't|did not) <used=use> to
(is|are|was|were|am|i'm|it's|that's|not|be|we're|you're|they're) <suppose=supposed> to ! do not|to not
(am|i'm|we're|be|is|are) <weary=wary> of (the|using|any|a|this|that|relying|these|adding|trusting)
<insure=ensure> (that|the|all|your) (the|you|it|model|code|files?|data|tests|values|output|input|server|function|all)
<illicit=elicit> (a|some|more|any) (response|responses|reaction|reactions|feedback)
<discrete=discreet> about
<piece=peace> of mind
<alot=a lot>
<allot=a lot> of (the|time|people|work|things|code|data|memory|effort)
"""
"""What is known. **Source:** the pairs of Garner's Modern English Usage that technical prose meets."""

_LINE = regex(
    r"(?P<left>.*?) ?<(?P<wrong>.+?)=(?P<right>[^>]+)>(?: (?P<next>(?!!!? ).*?))?(?: (?P<how>!!?) (?P<excuse>.*))?$"
)


class Confusion(NamedTuple):
    """The word meant, the words of which one stands right before it (empty: any), what must stand before and after
    (searched in texts of whole words), and what must not stand around, or before in the
    sentence."""

    meant: str
    near: frozenset[str]
    left: re.Pattern[str]
    right: re.Pattern[str]
    excuse: re.Pattern[str] | None
    far_excuse: re.Pattern[str] | None


@cache
def confusions() -> dict[str, list[re.Match[str]]]:
    """The lines by the word that may be wrong."""
    known: dict[str, list[re.Match[str]]] = {}
    for line in LINES.splitlines():
        parts = _LINE.match(line)
        if parts:
            for word in parts["wrong"].strip("()").split("|"):
                known.setdefault(word, []).append(parts)
    return known


def _last_words(left: str) -> frozenset[str]:
    """The last word of each choice of a pattern, empty where it is no plain choice."""
    plain = left[1:-1] if left.startswith("(") and left.endswith(")") else left
    choices = [choice.split(" ")[-1] for choice in plain.split("|")]
    return frozenset() if re.search(r"[()?*+\\]", plain) else frozenset(filter(None, choices))


@cache
def compiled(word: str) -> tuple[Confusion, ...]:
    """What may be meant by a word of `confusions`, made when the word is first met."""
    return tuple(
        Confusion(
            parts["right"],
            _last_words(parts["left"]),
            regex(f"(?:^|.* )(?P<said>{parts['left']})$" if parts["left"] else "(?P<said>)"),
            regex(f"(?P<said>{parts['next']})(?: |$)" if parts["next"] else "(?P<said>)"),
            _excuse(parts, "!"),
            _excuse(parts, "!!"),
        )
        for parts in confusions()[word]
    )


def _excuse(parts: re.Match[str], how: str) -> re.Pattern[str] | None:
    return regex(f"\\b(?:{parts['excuse']})\\b") if parts["how"] == how else None

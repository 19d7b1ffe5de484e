"""How posts end: what a closing section is called, and by what a last paragraph shows that it is one."""

import re
from functools import lru_cache

from inkwright.model.regex import regex

_CLOSING_HEADING = regex(
    r"(?:\b(?:in |to )?summar(?:y|i[sz]e)$)|^summar\w*|\b(?:conclu\w+|summing up|sum up|recap\w*|(?:key "
    r"|main )?take-?aways?|wrap(?:ping|s)?[ -]?(?:it |this |things )?up|clos(?:e|ing) (?:thoughts?|words?"
    r"|remarks?|notes?)|in closing|final (?:thoughts?|words?|remarks?|notes?|takes?)|last words?|parting \w+"
    r"|epilogue|afterword|coda|in retrospect|next steps?|what(?:'s| is|s)? (?:comes? )?next|what now"
    r"|where (?:to go|to next|now|next|we go|i go|do we go|from here)|what(?:'s| is) (?:ahead|left|to come)"
    r"|looking (?:ahead|forward|back)|future (?:work|plans|directions?)|the future|road ?map|going forward"
    r"|moving forward|lessons?(?: learn(?:ed|t))?|(?:what|things?) (?:i|we|you|i've|we've|you've|it"
    r"|this) (?:have |has )?(?:learn(?:ed|t)|taught)|learnings|reflections?|verdict|bottom line|so what"
    r"|my (?:take|experience|advice)|what (?:i|we|you)(?:'d| would| can| will|'ll) \w+"
    r"|(?:what|how) to do \w+|does it matter|was it worth|is it worth)\b",
    re.I,
)
_LAST_HEADING = regex(
    r"\b(?:outlook|ending|closing|further|(?:learn|read|find out|see|know) more|more (?:information|resources"
    r"|reading|ideas)|resources|(?:related|recommended|suggested) \w*(?:reading|work|posts?|links?|material)"
    r"|see also|references?|bibliography|acknowledge?ments?|thanks|thank you|credits|discussion|recommend\w*"
    r"|tl;?dr|in (?:short|brief|practice)|thoughts?|try (?:it|this)|your turn|over to you|homework"
    r"|get(?:ting)? (?:involved|started|in touch|help)|join|contribut\w+|call (?:to|for)|exercises?|impact"
    r"|implications?|(?:this|it|that) (?:all )?means|open questions?|(?:it|now) works|success|faq"
    r"|frequently asked|limitations?|caveats?|nice work|well done|congratulations|(?:the|end|final) results?"
    r"|loads more"
    r"|next|future|beyond|summary|done|fin|the end)\b|^results?$",
    re.I,
)
_NEXT = (
    r"\bnext (?:section|chapter|module|unit|lesson|post|part|article|time|step|steps|week|month|up|release"
    r"|installment|instalment|stop)|\bin (?:the|a|our|my) (?:next|following|later|future|upcoming|subsequent"
    r"|second|third|final) |\b(?:next|later|from here|from now|going forward|moving forward|in (?:the )?future"
    r"|stay tuned|coming soon|one day|some day|someday|down the road|to come|remains to|still to|follow-up"
    r"|in the works|soon)\b|\b(?:i|we)(?:'ll|'m| will| am| are|'re) (?:be |going to |planning|looking|hoping"
    r"|excited|keen|also )|\b(?:i|we) (?:may|might|plan|intend|hope|want|expect|look forward|could|would) |\b(?:i"
    r"|we)'d |\b(?:you|you'll|you're|everyone|anyone) (?:can|could|should|may|might|will|now|are|be able"
    r"|want)? ?(?:now|next|also|all set|ready|go on|move on|continue|try|explore|learn|find|read|check|decide"
    r"|need to remember)\b|\ball set\b|\bready (?:to|for)\b|\bnow (?:that )?(?:you|we|it|i) (?:have|can|know"
    r"|works?)\b"
)
_CLOSED = (
    r"\b(?:in|by way of) (?:conclusion|summary|short|closing|the end|this (?:post|section|chapter|article"
    r"|tutorial|guide|notebook|course|series|note))\b|\b(?:to|let's) (?:sum up|summari[sz]e|conclude|recap|wrap)"
    r"|(?:^|[.!?] )overall\b|\b(?:all in all|on the whole|ultimately|in total|altogether|at the end of the day"
    r"|in retrospect|in hindsight|bottom line|the upshot|moral of|lesson|lessons|takeaways?|the point is"
    r"|long story|so there)\b|\b(?:i|we)(?:'ve| have)? (?:just |now |also |already )?(?:seen|saw|learned|learnt"
    r"|covered|explored|looked at|shown|showed|built|discussed|walked|introduced)\b|\bthat(?:'s| is| was) (?:it"
    r"|all|how|why|where|what|the|enough|pretty|a wrap|one|a|not|when)\b|\band (?:that|it)(?:'s| is| was|) (?:it"
    r"|all|works?|done|worked)\b|\bwraps? (?:up|this)|\b(?:it|this|that|everything) (?:all )?(?:now )?(?:works?"
    r"|worked|turns out|turned out|does the (?:job|trick)|did the trick|paid off|solved|fixed)\b|\bthis is (?:why"
    r"|how|all|really|pretty|very|quite|great)\b|\bwe (?:hope|believe)\b|\bthe end result\b"
)
_JUDGED = (
    r"\bi(?:'m| am|'ve been| was| have been) (?:\w+ ){0,3}?(?:happy|glad|pleased|impressed|excited|surprised"
    r"|delighted|satisfied|sold|convinced|sure|certain|confident|curious|grateful|proud|fan|amazed|thrilled"
    r"|relieved|hoping)\b|\bi (?:\w+ ){0,2}?(?:love|like|think|believe|suspect|feel|find|found|wish|prefer"
    r"|recommend|hope|doubt|hate|learned|learnt|enjoy|enjoyed|appreciate|guess|expect|imagine|wonder|decided"
    r"|ended up|figured|worry|care)\b|\b(?:for me|in my (?:opinion|experience|view)|to me|personally|hopefully"
    r"|fortunately|unfortunately|sadly|luckily|surprisingly|interestingly|impressive|impressively|worth (?:it|the"
    r"|a|noting|remembering|keeping)|well worth|not bad|so far|neat|delightful|fun|fantastic|awesome|nice|amazing"
    r"|remarkable|incredible|wonderful)\b"
)
_READER = (
    r"\b(?:thanks?(?! to)|thank you|feel free|let me know|let us know|reach out|get in touch|contact|feedback"
    r"|questions|comments?|happy \w+ing|good luck|enjoy|have fun|join|subscribe|follow (?:us|me|along|the)"
    r"|sign up|star (?:us|the)|contribute|contributions?|give it a (?:try|go|spin|shot)|try (?:it|this|out|the"
    r"|them|one|a|your)|bonus points|your turn|up to you|don't forget|remember|keep in mind|make sure|be sure"
    r"|bear in mind|beware|watch out)\b|\b(?:learn more|read more|find out more|further reading|for (?:more"
    r"|further|additional) \w+|there (?:are|is) (?:plenty |lots |much |many |a lot )more|see also|more recent)\b"
)
_SIGNAL = regex("|".join((_NEXT, _CLOSED, _JUDGED, _READER)), re.I)
_STRONG = regex(
    r"\b(?:in conclusion|in summary|to sum up|to summari[sz]e|that(?:'s| is) (?:it|all)\b|stay tuned"
    r"|next (?:section|chapter|module|unit|lesson|post|part|article|time|week)|thank(?:s| you)|i (?:love|like"
    r"|hope|recommend|plan)|we hope|"
    r"more information|learn more|happy \w+ing|try it)",
    re.I,
)
_REQUESTS = """
adapt add adjust adopt aim apply ask automate avoid begin benchmark bookmark break bring browse build buy check
choose clean click clone close come commit compare configure connect consider contact copy create customize decide
define delete deploy dig disable don't download draw drop email enable enjoy experiment explore feel find follow
fork get give go head hold imagine inspect install join keep kill learn leave let look make measure move never note
open pass paste pay pick pin play please plot prepare print profile put reach read refer remember remove rename
repeat replace rerun resist restart rewrite run save schedule search see select send set share sketch skip sort
start stay stick stop study subscribe swap switch take teach tell test think treat trust try tune turn uninstall
update upgrade use verify visit vote wait walk warn watch wrap write
"""
_IMPERATIVES = frozenset(_REQUESTS.split())
"""Verbs that, at the start of a sentence, ask the reader to do something."""


def is_closing_heading(title: str, last: bool = False) -> bool:
    """Whether a section of that title is the ending of a post: it sums up, judges, looks ahead, or says where to go.

    `last` for the post's last section, of which more titles say so (Resources, Limitations, The result).
    """
    title = title.replace("’", "'")
    return bool(_CLOSING_HEADING.search(title) or (last and _LAST_HEADING.search(title)))


@lru_cache(maxsize=256)
def closes(text: str, before_code: bool = False) -> bool:
    """Whether a last paragraph shows that it is one: it sums up, judges, looks ahead, asks, or speaks to the reader.

    `before_code` when code or an exercise follows it, so that only an outright closing counts. False for no text.
    """
    text = " ".join(text.replace("’", "'").split())
    if before_code:
        return _STRONG.search(text) is not None
    return _SIGNAL.search(text) is not None or text.endswith(("!", "?")) or starts_with_request(text)


def starts_with_request(text: str) -> bool:
    """Whether some sentence of a text starts with a verb that asks the reader to do something."""
    for sentence in re.split(r"(?<=[.!?:;])\s+", text):
        words = re.findall(r"[a-z']+", sentence[:40].lower())
        words = (
            words[1:] if words[:1] in (["so"], ["then"], ["and"], ["but"], ["now"], ["just"], ["instead"]) else words
        )
        if words and words[0] in _IMPERATIVES:
            return True
    return False

"""What authors call the sections of each kind of post when they do not use the template's own titles.

Data and nothing else: `template_check.py` reads it.
"""

import re

from inkwright.model.regex import regex

TITLES: dict[str, dict[str, re.Pattern[str]]] = {
    kind: {key: regex(rf"\b(?:{pattern})\b", re.I) for key, pattern in titles.items()}
    for kind, titles in {
        "tutorial": {
            "problem": r"problem|what (?:you will|you'll|we will|we'll|we are going to) (?:build|"
            r"make|get)|goal|motivation|why",
            "prerequisites": r"prerequisites?|requirements?|what you(?:'ll| will)? need|"
            r"before (?:you|we) (?:start|begin)",
            "architecture": r"architecture|overview|design|how it fits together|the (?:big )?picture|the parts",
            "steps": r"step[- ]by[- ]step|steps|build(?:ing)?(?: it| the \w+)?|implementation|"
            r"walk-?through|let's build",
            "results": r"results?|what (?:we|i) (?:measured|got|found)|does it work|measurements?|"
            r"evaluation|benchmarks?",
            "troubleshooting": r"troubleshooting|common (?:problems|errors|issues|mistakes)|"
            r"when (?:it|things) (?:breaks?|fails?|"
            r"go(?:es)? wrong)|what can go wrong|if it (?:does not|doesn't|fails)|faq|gotchas",
            "next": r"next(?: steps)?|where to go|what(?:'s| is) next|further reading|going further|"
            r"conclusion|wrapping up",
        },
        "deep-dive": {
            "why": r"why (?:it|this) matters|why|motivation|the problem",
            "intuition": r"intuition|the idea|in plain words|an analogy|the mental model|a picture first",
            "how": r"how it works|under the hood|the mechanism|the math\w*|internals|the details",
            "implications": r"implications|in practice|when (?:to|not to) use|trade-?offs|"
            r"when it (?:helps|hurts)|consequences",
            "code": r"code|(?:minimal |small )?example|implementation|in \d+ lines|from scratch",
            "misconceptions": r"misconceptions?|myths?|what people get wrong|misunderst\w+|not what you think",
            "reading": r"further reading|references|to read|sources|papers|where to go",
        },
        "comparison": {
            "context": r"context|background|what (?:i|we) compared?|the (?:contenders|candidates|"
            r"question)|criteria|why compare",
            "summary": r"summary|at a glance|tl;?dr|overview|in short|the short version|verdict table",
            "detailed": r"detail(?:ed|s)?|side by side|head to head|point by point|"
            r"category by category|compar\w+ in depth",
            "benchmarks": r"benchmarks?|measurements?|numbers|performance tests?",
            "recommendation": r"recommend\w*|which (?:one )?(?:to|should)|when to (?:use|pick|"
            r"choose)|verdict|choose|the choice",
            "experience": r"experience|what (?:i|we) (?:use|chose|picked|ended up)|in my (?:work|hands)|living with",
        },
        "paper-summary": {
            "context": r"context|background|where it fits|before this|related work|setting|why this paper",
            "contributions": r"contributions?|what(?:'s| is) new|key ideas?|main ideas?|claims",
            "how": r"how it works|method\w*|the (?:method|model|algorithm|approach)|approach",
            "results": r"results?|experiments?|evaluation|findings|numbers",
            "limits": r"limit\w*|weakness\w*|what(?:'s| is) missing|caveats?|open questions",
            "take": r"my (?:take|view|opinion|verdict)|what i think|verdict|thoughts",
        },
        "project": {
            "problem": r"problem|motivation|why (?:i|we) built|what it (?:does|solves)|goal|background",
            "blueprint": r"blueprint|architecture|overview|(?:the )?design|how it fits together|the (?:big )?picture",
            "components": r"components?|parts?|modules?|services?|building blocks|bill of materials",
            "review": r"design review|review|assumptions?|trade-?offs|(?:known )?(?:flaws|limits|limitations)|risks",
            "decisions": r"decisions?|decision (?:log|records?)",
            "building": r"building(?: it)?|implementation|how (?:i|we) built|construction|the build|the code",
            "results": r"results?|measurements?|does it work|evaluation|numbers|in use",
            "change": r"what (?:i|we) would change|lessons?|next(?: steps)?|what(?:'s| is) next|retrospective|future",
        },
        "opinion": {
            "claim": r"claim|thesis|what i (?:believe|think|claim)|the argument",
            "evidence": r"evidence|why i (?:think|believe)|the case|what (?:i|we) (?:saw|found|measured)|reasons",
            "counterargument": r"counter-?arguments?|the other side|objections?|but what about|"
            r"the case against|you may say",
            "nuance": r"nuance|when (?:it|this) (?:does not|doesn't)|exceptions?|limits|"
            r"where (?:i am|i'm|this is) wrong",
            "implications": r"implications?|what (?:to do|now|follows|you can do)|so what|actions?|next",
        },
    }.items()
}
"""Patterns of headings by kind of post and section key. The first section in the template's order takes a heading."""

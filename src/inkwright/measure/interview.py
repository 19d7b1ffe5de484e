"""Own posts and paper notes -> the five answers of an interview, in the writer's own words and with counts.

The questions are fixed, the sentences are cut from posts. Where nothing is known nothing is said but what would help.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from inkwright.model.interview import Answer, PaperTelling, Quote, Telling

_VERSUS = re.compile(r"\b(vs\.?|versus|or|against|compared)\b", re.IGNORECASE)
PLAIN = ("leadership", "community")
"""Audiences that are not of the trade."""
BUILT = ("tutorial", "project", "what-i-learned", "comparison", "teardown", "behind-the-scenes")
"""Kinds of post that show a tool at work."""
RECENT = 6
"""Posts that are recent."""
QUOTES = 2
"""Sentences for one answer."""


def answers(
    posts: Sequence[Telling], papers: Sequence[PaperTelling], today: str, said: Sequence[Quote] = ()
) -> tuple[Answer, ...]:
    """The five answers of requirement CAR-2, in their order. `posts` are published ones, newest first; `today` ISO;
    `said` is what the writer noted down that recent posts taught, newest first."""
    return (_write(posts), _current(papers, today), _learned(posts, said), _explain(posts), _tools(posts))


def _write(posts: Sequence[Telling]) -> Answer:
    question = "Do you write?"
    if not posts:
        return Answer("write", question, "", (), "Publish a first post: `inkwright coach` leads there.")
    areas = Counter(post.pillar or (post.tags[0] if post.tags else "") for post in posts)
    areas.pop("", None)
    first = min((post.date for post in posts if post.date), default="")
    mostly = f", mostly on {areas.most_common(1)[0][0]}" if areas else ""
    counts = f"{_counted(len(posts), 'post')}{f' since {first[:7]}' if first else ''}{mostly}"
    compared = [post for post in posts if post.template == "comparison" or _VERSUS.search(post.title)]
    return Answer("write", question, counts, _best(compared, "finding") or _best(posts, "finding"))


def _current(papers: Sequence[PaperTelling], today: str) -> Answer:
    question = "How do you stay current?"
    if not papers:
        missing = "Keep papers as notes and answer their questions: inkwright paper add arXiv:..."
        return Answer("current", question, "", (), missing)
    year = sum(paper.date[:4] == today[:4] for paper in papers)
    counts = f"{_counted(len(papers), 'paper')} read and summed up{f', {year} of them this year' if year else ''}"
    newest = sorted((paper for paper in papers if paper.quote), key=lambda paper: paper.date, reverse=True)
    return Answer("current", question, counts, tuple(paper.quote for paper in newest[:QUOTES] if paper.quote))


def _learned(posts: Sequence[Telling], said: Sequence[Quote]) -> Answer:
    quotes = _best(posts[:RECENT], "surprise", True) or _best(posts[:RECENT], "takeaway", True)
    dated = next((post for post in posts if quotes and post.path == quotes[0].path), None)
    counts = f"{dated.title} ({dated.date})" if dated else ""
    if said:
        quotes, counts = (said[0], *quotes)[:QUOTES], counts or "As you noted it down"
    missing = "Write what surprised you into a post, or note it down: inkwright prompt --post POST"
    return _shown("learned", "What did you learn recently?", counts, quotes, missing)


def _explain(posts: Sequence[Telling]) -> Answer:
    plain = [post for post in posts if set(post.audience) & set(PLAIN)]
    quotes = _best(plain, "why") or _best(posts, "why")
    counts = f"{_counted(len(plain), 'post')} for readers outside the trade" if plain else ""
    missing = "Begin a post with what it changes and for whom, before how it works (`audience: [leadership]`)."
    return _shown("explain", "How do you explain it to people who are not technical?", counts, quotes, missing)


def _tools(posts: Sequence[Telling]) -> Answer:
    built = [post for post in posts if post.template in BUILT or post.project]
    quotes = _best(built, "takeaway") or _best(built, "limits") or _best(built, "finding")
    projects = [post.project for post in built if post.project]
    with_ = f", in {', '.join(dict.fromkeys(projects))}" if projects else ""
    counts = f"{_counted(len(built), 'post')} on something built or tried{with_}" if built else ""
    missing = "Write up the last tool that you tried: inkwright new TITLE --template what-i-learned"
    return _shown("tools", "How do you approach new tools?", counts, quotes, missing)


def _shown(name: str, question: str, counts: str, quotes: tuple[Quote, ...], missing: str) -> Answer:
    return Answer(name, question, counts if quotes else "", quotes, "" if quotes else missing)


def _best(posts: Iterable[Telling], role: str, newest: bool = False) -> tuple[Quote, ...]:
    """The sentences that fill a role best, one of each post: of most worth first, or `newest` in the order of posts."""
    found: dict[str, tuple[float, Quote]] = {}
    for post in posts:
        if post.best and role in post.best:
            found.setdefault(post.id, post.best[role])
    kept = list(found.values()) if newest else sorted(found.values(), key=lambda one: -one[0])
    return tuple(quote for _, quote in kept[:QUOTES])


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"

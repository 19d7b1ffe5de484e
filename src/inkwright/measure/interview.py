"""Own posts and paper notes -> the five answers of an interview, in the writer's own words and with counts.

The questions are fixed, the sentences are cut from posts. Where nothing is known nothing is said but what would help.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from inkwright.model.interview import Answer, PaperTelling, Quote, Telling
from inkwright.model.regex import regex

_VERSUS = regex(r"\b(vs\.?|versus|or|against|compared)\b", re.IGNORECASE)
PLAIN = ("leadership", "community")
"""Audiences that are not of the trade."""
BUILT = ("tutorial", "project", "what-i-learned", "comparison", "teardown", "behind-the-scenes")
"""Kinds of post that show a tool at work."""
RECENT = 6
"""Posts that are recent."""
QUOTES = 2
"""Sentences for one answer."""
NAMED = 6
"""Tools that are listed."""


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
    return Answer("write", question, counts, _best(compared, ("finding",)) or _best(posts, ("finding",)))


def _current(papers: Sequence[PaperTelling], today: str) -> Answer:
    question = "How do you stay current?"
    if not papers:
        missing = "Keep papers as notes and answer their questions: inkwright paper add arXiv:..."
        return Answer("current", question, "", (), missing)
    year = sum(paper.date[:4] == today[:4] for paper in papers)
    counts = f"{_counted(len(papers), 'paper')} read and summed up{_of_year(year, len(papers))}"
    newest = sorted((paper for paper in papers if paper.quote), key=lambda paper: paper.date, reverse=True)
    quotes = [replace(paper.quote, head=_dated(paper.title, paper.date)) for paper in newest[:QUOTES] if paper.quote]
    return Answer("current", question, counts, tuple(quotes))


def _of_year(year: int, of: int) -> str:
    return f", {'' if year == of else f'{year} of them '}this year" if year else ""


def _learned(posts: Sequence[Telling], said: Sequence[Quote]) -> Answer:
    quotes = (*said[:1], *_best(posts[:RECENT], ("surprise", "takeaway", "finding"), newest=True))[:QUOTES]
    days = [post.date for post in posts if post.date]
    counts = f"The last post came out on {max(days)}" if days else ""
    missing = "Write what surprised you into a post, or note it down: inkwright prompt --post POST"
    return _shown("learned", "What did you learn recently?", counts, quotes, missing)


def _explain(posts: Sequence[Telling]) -> Answer:
    plain = [post for post in posts if set(post.audience) & set(PLAIN)]
    quotes = _best(plain, ("impact",)) or _best(posts, ("impact",))
    counts = f"{_counted(len(plain), 'post')} for readers outside the trade" if plain else ""
    missing = "Begin a post with what it changes and for whom, before how it works (`audience: [leadership]`)."
    return _shown("explain", "How do you explain it to people who are not technical?", counts, quotes, missing)


def _tools(posts: Sequence[Telling]) -> Answer:
    question = "How do you approach new tools?"
    built = [post for post in posts if post.template in BUILT or post.project or post.tools]
    quotes = _tried(built)
    if not quotes:
        missing = "Write up the last tool that you tried: inkwright new TITLE --template what-i-learned"
        return Answer("tools", question, "", (), missing)
    tools = list(dict.fromkeys(tool for post in built for tool in post.tools))[:NAMED]
    counts = f"{_counted(len(built), 'post')} on something built or tried{f': {_listed(tools)}' if tools else ''}"
    named = any(post.project and post.path == quote.path for post in built for quote in quotes)
    missing = "" if named else "Say what you tried it for: `project: NAME` in a post."
    return Answer("tools", question, counts, quotes, missing)


def _tried(built: Sequence[Telling]) -> tuple[Quote, ...]:
    """What came of trying a tool: first of posts that name the project as well, then of those with a sentence on it; ()
    where no tool is known."""
    whole = [post for post in built if post.project and post.tools]
    came = ("takeaway", "limits", "finding")
    found = [
        quote
        for posts, roles in ((whole, ("tool", *came)), (built, ("tool",)))
        for quote in _best(posts, roles, head=_tool_head)
    ]
    by_post: dict[str, Quote] = {}
    for quote in found:
        by_post.setdefault(quote.path, quote)
    return tuple(by_post.values())[:QUOTES]


def _tool_head(post: Telling) -> str:
    """The tools, the project, and the post that tells of them."""
    tried = " for ".join(part for part in (_listed(post.tools[:QUOTES]), post.project) if part)
    return f"{f'{tried}: ' if tried else ''}{_dated(post.title, post.date)}"


def _shown(name: str, question: str, counts: str, quotes: tuple[Quote, ...], missing: str) -> Answer:
    return Answer(name, question, counts if quotes else "", quotes, "" if quotes else missing)


def _best(
    posts: Iterable[Telling], roles: Sequence[str], newest: bool = False, head: Callable[[Telling], str] | None = None
) -> tuple[Quote, ...]:
    """The sentence of each post that fills the first of the roles that it has one for: of most worth first, or `newest`
    in the order of posts. `head` says what each is of, else the title and day of its post do."""
    found: list[tuple[float, Quote]] = []
    for post in posts:
        role = next((role for role in roles if post.best and role in post.best), "")
        if post.best and role:
            worth, quote = post.best[role]
            found.append((worth, replace(quote, head=head(post) if head else _dated(post.title, post.date))))
    kept = found if newest else sorted(found, key=lambda one: -one[0])
    return tuple(quote for _, quote in kept[:QUOTES])


def _dated(title: str, day: str) -> str:
    return f"{title} ({day})" if day else title


def _listed(names: Sequence[str]) -> str:
    """Names as one says them: `a, b and c`."""
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"

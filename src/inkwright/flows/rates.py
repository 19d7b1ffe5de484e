"""What is usual for each writer: measured on the published posts, kept, and shown."""

from collections.abc import Mapping, Sequence

from inkwright.flows.check_paths import Place
from inkwright.flows.checker import Checker
from inkwright.flows.writers import by_author, published
from inkwright.lint.rates import POSTS, WORDS, measured
from inkwright.model.post import Post
from inkwright.model.rates import WriterRates
from inkwright.workspace.folder import Workspace
from inkwright.workspace.rates import PATH, load_rates, save_rates

__all__ = ["PATH", "POSTS", "WORDS", "WriterRates", "build_rates", "load_rates"]


def build_rates(workspace: Workspace, today: str) -> tuple[WriterRates, ...]:
    """Measure and keep the rates of each author with `POSTS` posts of `WORDS` words, or of all posts together where
    nobody has so many; empty where they do not suffice either, and then nothing is kept. `today` is ISO."""
    posts = published(workspace, today)
    places = {post.file.path: Place(post.file.path, workspace, post.file.path, True) for post in posts}
    checker = Checker(places.values(), today, force=True)
    found = {
        path: (one.findings, one.words) for path, one in ((path, checker.check(at)) for path, at in places.items())
    }

    def of(groups: Mapping[str, Sequence[Post]]) -> tuple[WriterRates, ...]:
        made = (measured(author, today, [found[post.file.path] for post in held]) for author, held in groups.items())
        return tuple(one for one in made if one is not None)

    rates = of(by_author(posts)) or of({"": posts})
    save_rates(workspace, rates)
    return rates

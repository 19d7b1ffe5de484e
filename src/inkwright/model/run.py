"""What `run` found for one post, in the shape that it is shown and printed."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from inkwright.model.snippet import Verdict


class SnippetReport(Struct, frozen=True):
    """One snippet: its number in the post, the 1-based line of its fence, and what became of it.

    `cause` says in a few words why it failed ("missing package", "output differs"), `wrote` names files that it left
    behind and that were not kept.
    """

    number: int
    line: int
    language: str
    state: Verdict
    reason: str = ""
    cause: str = ""
    shows_output: bool = False
    failed_line: int = 0
    seconds: float = 0.0
    wrote: tuple[str, ...] = ()


class Share(Struct, frozen=True):
    """How much of the code is verified. `runnable` counts the snippets in languages that are run, whether they were
    verified, failed or are held back `with_reason`; `other` those in languages that are not run."""

    verified: int = 0
    runnable: int = 0
    with_reason: int = 0
    other: int = 0

    @property
    def percent(self) -> int:
        """Verified of runnable, in whole percent rounded down; 100 when there is nothing to verify."""
        return 100 * self.verified // self.runnable if self.runnable else 100


class PostRun(Struct, frozen=True):
    """One post: its snippets in reading order; `updated` counts the outputs that were rewritten, `diff` shows them
    ("" when none), `made` names the files beside the post that were written. `cached` says that nothing changed since
    the last run, so that nothing was started; `error` why the post could not be read or run ("" when it was).
    `loose` are the 1-based lines of output fences right behind no snippet, with which nothing is compared."""

    path: str
    snippets: tuple[SnippetReport, ...] = ()
    updated: int = 0
    diff: str = ""
    made: tuple[str, ...] = ()
    cached: bool = False
    error: str = ""
    loose: tuple[int, ...] = ()

    @property
    def failed(self) -> int:
        """How many snippets failed."""
        return sum(snippet.state == "failed" for snippet in self.snippets)

    @property
    def share(self) -> Share:
        """How much of this post's code is verified."""
        states = [snippet.state for snippet in self.snippets]
        skipped, other = states.count("skipped"), states.count("unsupported")
        return Share(states.count("verified"), len(states) - other, skipped, other)


def total(posts: tuple[PostRun, ...]) -> Share:
    """The share of several posts together; that of none has no snippets."""
    shares = [post.share for post in posts]
    return Share(
        sum(share.verified for share in shares),
        sum(share.runnable for share in shares),
        sum(share.with_reason for share in shares),
        sum(share.other for share in shares),
    )


class Inputs(Struct, frozen=True):
    """What a run rests on besides the code: `data` is the digest of each file that the code may read and of each lock
    file, by workspace path; `tools` says in words what it ran with ("python 3.11.7; bash -eu")."""

    data: Mapping[str, str] = field(default_factory=dict)
    tools: str = ""


RunState = Literal["none", "never", "stale", "failed", "passed"]


class Standing(Struct, frozen=True):
    """How a post's snippets stand since their last run: "none" has nothing to run, "never" was not run, "stale"
    changed since (code, shown output, data or lock file), else "failed" or "passed" as the last run had it.
    `snippets` are the numbers of those that changed or failed, `files` the data files that did."""

    state: RunState
    snippets: tuple[int, ...] = ()
    files: tuple[str, ...] = ()


class RunOptions(Struct, frozen=True):
    """What was asked of a run: rewrite outputs, use a fresh environment with the declared packages, reach the network,
    run posts again that have not changed."""

    update: bool = False
    isolated: bool = False
    online: bool = False
    again: bool = False


class Foreign(Struct, frozen=True):
    """Code that somebody else committed and that the user has not agreed to run yet: the post, the author's address,
    what would run (each a line that says where and by what command, then the code) and the hashes to remember once it
    is agreed to."""

    path: str
    author: str
    pieces: tuple[str, ...]
    hashes: tuple[str, ...]

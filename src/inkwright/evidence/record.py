"""What is remembered of a run, and whether it still holds: the code and the shown outputs by their hashes."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from inkwright.evidence.snippets import RUN_LANGUAGES, code_hash, code_only, output_hash
from inkwright.model.snippet import Snippet, SnippetResult

RunState = Literal["none", "never", "stale", "failed", "passed"]


def remembered(found: Sequence[Snippet], results: Sequence[SnippetResult], today: str) -> dict[str, Any]:
    """The `run` table of a post's record: date, what the run gave in counts, and the hashes it holds for."""
    states = [result.state for result in results]
    return {
        "date": today,
        "code": code_hash(found),
        "outputs": output_hash(found),
        "verified": states.count("verified"),
        "failed": states.count("failed"),
        "not_run": states.count("skipped") + states.count("unsupported"),
    }


def state_of(found: Sequence[Snippet], record: Mapping[str, Any]) -> RunState:
    """How a post's snippets stand: "none" has nothing to run, "never" was not run, "stale" changed since it was run
    (code or shown output), else "failed" or "passed" as the last run had it."""
    code = code_only(found)
    if not any(snippet.language in RUN_LANGUAGES and not snippet.norun for snippet in code):
        return "none"
    if not record.get("code"):
        return "never"
    if record["code"] != code_hash(code) or record.get("outputs") != output_hash(code):
        return "stale"
    return "failed" if record.get("failed") else "passed"

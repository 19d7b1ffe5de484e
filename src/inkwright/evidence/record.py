"""What is remembered of a run, and whether it still holds: code, shown outputs and data by their hashes."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from inkwright.evidence.compare import tidy
from inkwright.evidence.languages import code_only, runs
from inkwright.model.run import Inputs, Standing
from inkwright.model.snippet import ExpectedOutput, Snippet, SnippetResult


def remembered(
    found: Sequence[Snippet], results: Sequence[SnippetResult], inputs: Inputs, today: str
) -> dict[str, Any]:
    """The `run` table of a post's record: date, what the run gave in counts, and the hashes it holds for."""
    states = [result.state for result in results]
    return {
        "date": today,
        "tools": inputs.tools,
        "code": code_hash(found),
        "outputs": output_hash(found),
        "snippets": [one_hash(snippet) for snippet in found],
        "data": dict(sorted(inputs.data.items())),
        "verified": states.count("verified"),
        "failed": states.count("failed"),
        "not_run": states.count("skipped") + states.count("unsupported"),
        "failing": [result.snippet.number for result in results if result.state == "failed"],
    }


def holds(found: Sequence[Snippet], record: Mapping[str, Any], inputs: Inputs) -> bool:
    """Whether the last run passed and nothing that it rested on has changed: it need not be done again."""
    return (
        bool(record.get("code"))
        and not record.get("failed")
        and record["code"] == code_hash(found)
        and record.get("outputs") == output_hash(found)
        and record.get("tools") == inputs.tools
        and dict(record.get("data") or {}) == dict(inputs.data)
    )


def standing(
    found: Sequence[Snippet], record: Mapping[str, Any], languages: Collection[str], changed: Collection[str] = ()
) -> Standing:
    """How a post's snippets stand. `changed` are the files of the record's `data` that are no longer what they were."""
    code = code_only(found)
    if not any(runs(snippet, languages) for snippet in code):
        return Standing("none")
    if not record.get("code"):
        return Standing("never")
    same = record["code"] == code_hash(code) and record.get("outputs") == output_hash(code)
    if not same or changed:
        return Standing("stale", _changed(code, record, changed), tuple(sorted(changed)))
    if record.get("failed"):
        failing = record.get("failing")
        return Standing("failed", tuple(n for n in failing if isinstance(n, int)) if isinstance(failing, list) else ())
    return Standing("passed")


def one_hash(snippet: Snippet) -> str:
    """Twelve hex digits for a snippet with what it declares and the output it shows."""
    return code_hash([snippet])[:6] + output_hash([snippet])[:6]


def code_hash(found: Sequence[Snippet]) -> str:
    """SHA-256 (hex) over the code and the declared options of all snippets; changes when any of them changes. Of a
    transcript only what is typed counts as code."""
    digest = hashlib.sha256()
    for snippet in found:
        typed = "\0".join(exchange.code for exchange in snippet.exchanges) if snippet.prompt else snippet.code
        made = " ".join((*snippet.figures, "", *snippet.writes))
        for part in (snippet.language, typed, snippet.norun, snippet.raises, snippet.file, made.strip()):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def output_hash(found: Sequence[Snippet]) -> str:
    """SHA-256 (hex) over the outputs that a post shows, in fences and in transcripts, and over the terms on which they
    are compared."""
    shown = "\0".join(_shown(snippet) for snippet in found)
    return hashlib.sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()


def _shown(snippet: Snippet) -> str:
    within = "\0".join(exchange.shown for exchange in snippet.exchanges)
    return within + (tidy(snippet.output.text) + _terms(snippet.output) if snippet.output else "")


def _terms(output: ExpectedOutput) -> str:
    """What a fence loosens, "" where it is compared as it stands."""
    words = [name for name, said in (("ellipsis", output.ellipsis), ("regex", output.regex)) if said]
    words += [] if output.tolerance is None else [repr(output.tolerance)]
    return "\0".join(("", *words))


def _changed(code: Sequence[Snippet], record: Mapping[str, Any], files: Collection[str]) -> tuple[int, ...]:
    """The numbers of the snippets that the last run did not see, or that name a file that changed; the first when
    none does (snippets were removed or moved)."""
    seen = frozenset(record.get("snippets") or ())
    names = [name.rpartition("/")[2] for name in files]
    new = [
        snippet.number
        for snippet in code
        if (seen and one_hash(snippet) not in seen) or any(name in snippet.code for name in names)
    ]
    return tuple(new) or tuple(snippet.number for snippet in code[:1])

"""Words that a workspace never wants reported again: misspellings in its dictionary, others in a list by rule."""

from collections.abc import Iterator, Sequence

from inkwright.flows.check_words import LIST
from inkwright.lint.ignores import MOST, words_key
from inkwright.lint.rule import resolve
from inkwright.model.document import Document
from inkwright.model.errors import UsageError
from inkwright.model.finding import Finding
from inkwright.workspace.folder import Workspace

ALWAYS = "inkwright/ignored.txt"
"""The list: `rule: words` a line, sorted; what starts with # is a remark. Meant to be edited by hand, too."""
_HEAD = "# Words that `inkwright check` leaves alone here, one `rule: words` a line. Delete a line to see them again.\n"
_SPELLING = "misspelling"


def always_ignored(workspace: Workspace, remarks: list[str]) -> frozenset[str]:
    """The list as `rule: words`, old names of rules resolved; empty without a list or outside a workspace.

    A line that says nothing is a remark, no reason to stop. Raises UnreadableError.
    """
    if not workspace.inside or not workspace.exists(ALWAYS):
        return frozenset()
    found = set()
    for number, line in enumerate(workspace.read(ALWAYS).text.removeprefix("\ufeff").splitlines(), 1):
        name, _, words = line.partition(":")
        rule = resolve(name.strip())
        if rule and words.strip():
            found.add(f"{rule}: {' '.join(words.casefold().split())}")
        elif line.strip() and not line.lstrip().startswith("#"):
            remarks.append(f"{ALWAYS}:{number}: this line ignores nothing. Write a rule, a colon and the words.")
    return frozenset(found)


def ignore_always(workspace: Workspace, document: Document, findings: Sequence[Finding]) -> list[str]:
    """Never report the marked words of some findings again; the files that now hold them, each once.

    Raises UsageError when a finding marks no words that could come again (nothing is kept then), UnreadableError,
    UnwritableError, ConflictError.
    """
    keys = [words_key(document, one) for one in findings]
    for key, finding in zip(keys, findings, strict=True):
        if not key:
            line = document.position(finding.span.start).line
            said = f"`{finding.rule}` marks no words here, or more than {MOST}, so they cannot be ignored always"
            hint = f"Use --ignore {line}:{finding.rule} instead."
            raise UsageError(said, path=document.source.path, line=line, hint=hint)
    words = [document.slice(one.span) for one in findings if one.rule == _SPELLING]
    others = [key for key, one in zip(keys, findings, strict=True) if one.rule != _SPELLING]
    return [*_listed(workspace, LIST, words), *_listed(workspace, ALWAYS, others, _HEAD)]


def _listed(workspace: Workspace, path: str, lines: Sequence[str], head: str = "") -> Iterator[str]:
    """Put lines into a list where they sort, what is there stays as it is; the path where there are any."""
    if not lines:
        return
    there = workspace.exists(path)
    before = workspace.read(path).text if there else ""
    end = "\r\n" if "\r\n" in before else "\n"
    kept = (before or head).splitlines()
    for line in sorted(set(lines)):
        if line.casefold() not in (one.partition("#")[0].strip().casefold() for one in kept):
            later = (at for at, one in enumerate(kept) if _is_entry(one) and one.casefold() > line.casefold())
            kept.insert(next(later, len(kept)), line)
    after = end.join(kept) + end
    if kept != (before or head).splitlines():
        workspace.write(path, after, expected=workspace.hash_of(before) if there else "")
    yield path


def _is_entry(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip("\ufeff \t").startswith("#")

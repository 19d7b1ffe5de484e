"""Which of a post's code somebody else wrote and the user has not yet agreed to run."""

from collections.abc import Callable, Collection, Sequence

from msgspec.structs import replace

from inkwright.evidence.languages import code_only, runs
from inkwright.evidence.record import code_hash
from inkwright.flows.run_state import commands_of
from inkwright.model.document import Document
from inkwright.model.errors import UsageError
from inkwright.model.regex import regex
from inkwright.model.run import Foreign
from inkwright.model.snippet import Snippet
from inkwright.process.git import committed_by_another
from inkwright.text.markdown import parse_text
from inkwright.text.snippets import snippets
from inkwright.workspace.folder import Workspace
from inkwright.workspace.settings import SETTINGS_FILE
from inkwright.workspace.trust import trust, trusted

Consent = Callable[[Foreign], bool]
_FILLED = regex(r"\$Id:[^$\n]*\$")


def agree(
    workspace: Workspace, document: Document, found: Sequence[Snippet], languages: Collection[str], ask: Consent
) -> None:
    """Make sure that the code is the user's own or agreed to; what is agreed to now is remembered. Raises UsageError
    for code that is neither."""
    path = document.source.path
    foreign = foreign_code(workspace, path, document, found, languages)
    if foreign is None:
        return
    if not ask(foreign):
        said = f"{foreign.author} wrote this code, and you have not agreed to run it"
        raise UsageError(said, path=path, hint="Read it, then run it with --trust.")
    trust(foreign.hashes)


def foreign_code(
    workspace: Workspace, path: str, document: Document, found: Sequence[Snippet], languages: Collection[str]
) -> Foreign | None:
    """The snippets that would run and that are as another author committed them, None when all are the user's own or
    were agreed to. The commands of further languages count with the code they run.
    **Source:** decision 0019.
    """
    theirs = committed_by_another(workspace.path(path))
    rules = committed_by_another(workspace.path(SETTINGS_FILE)) if workspace.inside else None
    if theirs is None and (rules is None or not workspace.settings.run.languages):
        return None
    committed = parse_text(theirs.text, path) if theirs else document
    known = {_content(snippet) for snippet in code_only(snippets(committed))} if theirs else set()
    commands = commands_of(workspace)
    pieces: dict[str, str] = {}
    for snippet in found:
        strange = _content(snippet) in known or (rules is not None and snippet.language in commands)
        if strange and (snippet.file or runs(snippet, languages)):
            command = commands.get(snippet.language, "")
            name = f"{code_hash([snippet])[:32]}{workspace.hash_of(command)[:32]}"
            line = document.position(snippet.block.span.start).line
            pieces[name] = f"line {line}, {command or snippet.language}:\n{snippet.code.rstrip()}"
    agreed = trusted()
    new = {name: piece for name, piece in pieces.items() if name not in agreed}
    author = theirs.author if theirs else rules.author if rules else ""
    return Foreign(path, author, tuple(new.values()), tuple(new)) if new else None


def _content(snippet: Snippet) -> str:
    """The hash of a snippet as it was committed: git itself may have filled in `$Id$` on the way to the disk."""
    typed = tuple(replace(one, code=_FILLED.sub("$Id$", one.code)) for one in snippet.exchanges)
    return code_hash([replace(snippet, code=_FILLED.sub("$Id$", snippet.code), exchanges=typed)])

"""The drafts of a post, held against the rules of their networks again: what the writer changed is looked at too."""

from collections.abc import Sequence

from msgspec.structs import replace

from inkwright.flows.check_private import private_words
from inkwright.flows.crosspost_private import KEPT
from inkwright.flows.promote_files import folder_of
from inkwright.flows.promote_subject import told
from inkwright.lint.engine import check as check_document
from inkwright.model.context import Context
from inkwright.model.document import Document, FrontMatter
from inkwright.model.errors import UsageError
from inkwright.model.finding import Checked
from inkwright.promote.check import check
from inkwright.promote.layout import parts
from inkwright.promote.networks import names, network
from inkwright.text.markdown import parse
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import kept_as


def check_drafts(workspace: Workspace, name: str, today: str, networks: Sequence[str] = ()) -> list[Checked]:
    """What breaks a rule in each draft of a post, or in those for some networks, in the order of the networks; private
    words count too. Raises UsageError for a network that is not known or has no draft yet, UnreadableError.
    """
    found = told(workspace, name, today)
    folder = folder_of(kept_as(workspace, found.post.file.id))
    wanted = [network(one).name for one in networks]
    there = [one for one in names() if workspace.exists(f"{folder}/{one}.md")]
    missing = [one for one in wanted if one not in there]
    if missing or not there:
        said = f"there is no draft for {missing[0]} yet" if missing else "there are no drafts yet"
        hint = f"`inkwright promote {name}` makes {'it' if missing else 'them'}."
        raise UsageError(said, path=found.post.file.path, hint=hint)
    there = [one for one in there if one in wanted or not wanted]
    words = private_words(workspace)
    return [_checked(workspace, f"{folder}/{one}.md", one, words) for one in there]


def _checked(workspace: Workspace, path: str, name: str, words: tuple[str, ...]) -> Checked:
    source = workspace.read(path)
    document = Document(source, FrontMatter(), ())
    rules = network(name)
    found = check(source.text, rules)
    private = check_document(parse(source), Context(path=path, private_words=words), KEPT)
    count = sum(len(part.sent.split()) for part in parts(source.text, rules))
    checked = Checked(path, document, tuple(found), count)
    return replace(checked, findings=tuple(sorted([*found, *private], key=lambda one: one.span)))

"""Excerpts of real code in `run`: each is compared, and with the network what no clone holds is fetched once."""

from collections.abc import Callable, Iterator, Sequence

from inkwright.evidence.excerpts import excerpt_states
from inkwright.flows.check_excerpts import Excerpts
from inkwright.flows.find_post import find_post
from inkwright.flows.survey import survey
from inkwright.model.document import Document
from inkwright.model.errors import NetError, UnreadableError
from inkwright.model.excerpt import Difference, ExcerptReport, ExcerptState
from inkwright.model.net import Reply
from inkwright.model.origin import Origin
from inkwright.net.client import Client
from inkwright.text.excerpts import OPTION, raw_address
from inkwright.text.markdown import parse
from inkwright.workspace.excerpt_texts import ExcerptTexts
from inkwright.workspace.folder import Workspace

Get = Callable[[str], Reply]


def compare_excerpts(
    workspace: Workspace, names: Sequence[str], online: bool = False, get: Get | None = None
) -> Iterator[ExcerptReport]:
    """How each excerpt of the posts named, or of all posts, stands. A post that cannot be read has none to tell of.

    `get` fetches an address, by default through the guarded door; it is used with `online` only. Raises UsageError for
    a name that fits no post.
    """
    found = survey(workspace)
    files = _Files(workspace, (get or Client().get) if online else None)
    for file in [find_post(found, name) for name in names] if names else found.posts:
        try:
            source = workspace.read(file.path)
        except UnreadableError:  # the run itself tells of it
            continue
        if f"{OPTION}=" not in source.text:
            continue
        document = parse(source)
        for state in excerpt_states(document, files):
            yield _report(document, file.path, state, files.said.get(state.origin, ""))


class _Files:
    """What clones and earlier fetches hold, else the network. `said` is why an origin could not be had."""

    def __init__(self, workspace: Workspace, get: Get | None) -> None:
        self._at_hand = Excerpts(workspace)
        self._kept = ExcerptTexts(workspace)
        self._get = get
        self._fetched: dict[str, str] = {}
        self.said: dict[Origin | None, str] = {}

    def text(self, origin: Origin) -> str | None:
        """As `evidence.excerpts.Files` asks. Raises ValueError where the host says that there is no such file."""
        known = self._at_hand.text(origin)
        if known is not None:
            return known
        if self._get is None:
            self.said[origin] = "no clone at hand; `inkwright run --online` fetches the file"
            return None
        address = raw_address(origin)
        if address not in self._fetched:
            try:
                reply = self._get(address)
            except NetError as error:
                self.said[origin] = str(error)
                return None
            if reply.status in (404, 410):
                raise ValueError(f"{origin.host} shows nobody {origin.name}: no such file there, or not public")
            if reply.status != 200:
                self.said[origin] = f"{address} answered {reply.status}"
                return None
            self._fetched[address] = reply.body.decode("utf-8", "replace")
            self._kept.keep(origin, self._fetched[address])
        return self._fetched[address]


def _report(document: Document, path: str, state: ExcerptState, said: str) -> ExcerptReport:
    line = document.position(state.span.start).line
    told = tuple(_told(document.position(span.start).line, one) for span, one in state.differences)
    name = state.origin.name if state.origin else ""
    return ExcerptReport(path, line, state.state, name, state.problem or said, told)


def _told(line: int, one: Difference) -> str:
    if one.kind == "shortened":
        return f"line {line}: {one.text} left out before or behind it without `...`"
    return f"line {line}: " + (f"the file has `{one.text.strip()}`" if one.text else "the file has no such line")

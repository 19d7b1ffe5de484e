"""A post and readers -> requests to look at; requests and the network -> questions about the post. Nothing is kept."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from inkwright.critic.apis import complaint, request, words
from inkwright.critic.endpoint import host_and_port, require_ready
from inkwright.critic.faults import told
from inkwright.critic.paragraphs import paragraphs
from inkwright.critic.personas import FOLDER, persona
from inkwright.critic.reply import hear
from inkwright.flows.crosspost_private import refuse_what_is_private
from inkwright.flows.find_post import find_post
from inkwright.flows.survey import survey
from inkwright.model.critic import Heard, Paragraph, Request
from inkwright.model.document import Document
from inkwright.model.errors import InkwrightError, NetError, UsageError
from inkwright.net.addresses import host_and_port as spelled
from inkwright.net.client import Client
from inkwright.text.markdown import parse, parse_text
from inkwright.workspace.folder import Workspace

__all__ = ["Heard", "Prepared", "ask", "prepare"]
LIMIT = 1_000_000
"""Bytes of an answer at most."""


class Prepared(Struct, frozen=True):
    """What would be sent about one post: a request for each reader. `path` is the post's, relative to the workspace."""

    path: str
    document: Document
    paragraphs: tuple[Paragraph, ...]
    requests: tuple[Request, ...]


def prepare(workspace: Workspace, name: str, personas: Sequence[str], key: str) -> Prepared:
    """Make the requests about a post, and send nothing. `personas` as named, none takes those of the settings; `key`
    is the server's, "" for none.

    Raises UsageError while the critic is off, for a name that fits nothing, for a post without prose, and for a text
    that holds a private word or a secret; UnreadableError, SettingsError.
    """
    settings = workspace.settings.critic
    require_ready(settings, key)
    own = {path: workspace.read(path).text for path in workspace.files((f"{FOLDER}/*.md",))}
    readers = [persona(one, own) for one in dict.fromkeys(personas or settings.personas)]
    document = parse(workspace.read(find_post(survey(workspace), name).path))
    for held in (document, *(parse_text(own[one.path], one.path) for one in readers if one.path)):
        refuse_what_is_private(workspace, held)
    found = paragraphs(document, settings.code)
    if not any(one.number for one in found):
        raise UsageError("this post holds no prose to ask about", path=document.source.path)
    title = str(document.front_matter.data.get("title", ""))
    requests = tuple(request(settings, key, one, " ".join(title.split()), found) for one in readers)
    return Prepared(document.source.path, document, found, requests)


def ask(workspace: Workspace, prepared: Prepared) -> Iterator[Heard]:
    """Send the requests one after the other and give what may be shown of each answer.

    Raises InkwrightError for a server that cannot be reached or refuses; its own words are not repeated.
    """
    settings = workspace.settings.critic
    client = Client(allow=(spelled(*host_and_port(settings)),), timeout=settings.timeout, limit=LIMIT)
    for one in prepared.requests:
        try:
            reply = client.request("POST", one.url, one.headers, one.body)
        except NetError as error:
            raise told(error, settings) from None
        if said := complaint(reply, one, settings):
            raise InkwrightError(said)
        yield hear(words(reply, settings.api), one.persona.name, prepared.paragraphs)

"""What the public server works with: the ledger, the pages, the limits. It holds no state but the ledger's."""

import secrets
from datetime import datetime
from email.utils import parseaddr
from urllib.parse import urlsplit

from msgspec import Struct

from inkwright.flows.ledger import ledger_of
from inkwright.ledger.keys import signing_keys
from inkwright.ledger.open import Ledger
from inkwright.model.errors import SettingsError
from inkwright.model.settings import NewsletterSettings, Settings
from inkwright.newsletter.limits import Networks
from inkwright.newsletter.lists import plain_tag
from inkwright.newsletter.page import Pages
from inkwright.workspace.folder import Workspace


class Office(Struct, frozen=True):
    """One newsletter, open to the public. `base` is its address without a slash at the end, `host` what requests must
    name, `prefix` the path it lies below ("" for none), `blog` the origin of the blog, whose pages may ask by script.
    """

    workspace: Workspace
    ledger: Ledger
    pages: Pages
    networks: Networks
    base: str
    host: str
    prefix: str
    blog: str

    @property
    def settings(self) -> NewsletterSettings:
        """The settings of the newsletter."""
        return self.workspace.settings.newsletter


def open_office(workspace: Workspace, now: datetime) -> Office:
    """The newsletter of a workspace, with its ledger open and a key in it. The caller closes `ledger`.

    Raises SettingsError while `newsletter.url` is not set, LedgerError when the ledger cannot be used.
    """
    settings = workspace.settings
    base = settings.newsletter.url.rstrip("/")
    if not base:
        raise SettingsError(
            "the server needs the address that readers reach it at", path="inkwright.toml",
            hint='Set `url = "https://letters.me.dev"` below [newsletter].',
        )  # fmt: skip
    parts, home = urlsplit(base), urlsplit(settings.base_url)
    blog = f"{home.scheme}://{home.netloc}" if home.netloc else ""
    ledger = ledger_of(workspace)
    with ledger.write(durable=True) as connection:
        signing_keys(connection, now)
    return Office(
        workspace, ledger, _pages(settings), Networks(secrets.token_bytes(32)), base, parts.netloc.lower(),
        parts.path, blog,
    )  # fmt: skip


def name_of(settings: Settings) -> str:
    """What the newsletter is called: as set, else as the blog is, else by its sender."""
    sender = parseaddr(settings.newsletter.sender)
    return settings.newsletter.name or settings.title or sender[0] or sender[1] or "Newsletter"


def _pages(settings: Settings) -> Pages:
    own = settings.newsletter
    promise = own.cadence or settings.site.signup_text
    lists = {tag: name for name in own.lists if (tag := plain_tag(name))}
    return Pages(name_of(settings), settings.base_url, promise.rstrip(".") + ".", lists, own.tracking)

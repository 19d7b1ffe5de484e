"""What cannot be meant below `[newsletter]` and `[relay]`: values of the right type that no mail could be sent with."""

from collections.abc import Iterator
from ipaddress import ip_network

from inkwright.model.regex import regex
from inkwright.model.settings import NewsletterSettings, RelaySettings

_ADDRESS = regex(r"[^\s@<>()\[\],;:\"\\]+@[^\s@<>()\[\],;:\"\\]+\.[^\s@<>()\[\],;:\"\\]+")
_URL = regex(r"https?://[^/\s@?#]+(?:/[^\s@?#]*)?")
_NAME = regex(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")
_WINDOW = regex(r"(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d")
_TOPIC = regex(r"arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_.-]{1,256}")
_MOST_CONNECTIONS = 100
"""**Source:** own choice: more than any relay studied allows from one sender."""
Wrong = Iterator[tuple[tuple[str, ...], str]]
"""Pairs of the keys that lead to a value and what is wrong with it."""


def senseless_mail(newsletter: NewsletterSettings, relay: RelaySettings) -> Wrong:
    """What cannot be meant, by keys; empty for settings that can."""
    for key in ("sender", "reply_to", "bounces"):
        written = getattr(newsletter, key)
        if written and not (_is_address(written) and written.isprintable()):
            said = f'`newsletter.{key}` must be a mail address, for example "me@me.dev", not "{written}"'
            yield ("newsletter", key), said
    if newsletter.url and not _URL.fullmatch(newsletter.url):
        yield ("newsletter", "url"), "`newsletter.url` must be an http or https address without a `?` or a `#`"
    if newsletter.list_id and not _NAME.fullmatch(newsletter.list_id):
        yield ("newsletter", "list_id"), '`newsletter.list_id` must look like a domain, for example "letters.me.dev"'
    yield from _one_of("newsletter", "text", newsletter.text, ("full", "teaser"))
    yield from _one_of("newsletter", "on_uncertain", newsletter.on_uncertain, ("resend", "hold"))
    if newsletter.window and not _WINDOW.fullmatch(newsletter.window):
        yield ("newsletter", "window"), '`newsletter.window` must be two times, for example "08:00-20:00"'
    if any(number < 1 for number in newsletter.warm_up):
        yield ("newsletter", "warm_up"), "`newsletter.warm_up` must hold numbers of messages, each 1 or more"
    if not 0 <= newsletter.recent <= 20:
        yield ("newsletter", "recent"), "`newsletter.recent` must lie between 0 and 20"
    yield from _senseless_server(newsletter)
    yield from _senseless_relay(relay)


def _is_address(written: str) -> bool:
    from email.utils import parseaddr  # few settings name an address

    return bool(_ADDRESS.fullmatch(parseaddr(written)[1]))


def _senseless_server(newsletter: NewsletterSettings) -> Wrong:
    for written in newsletter.trusted_proxies:
        try:
            ip_network(written, strict=False)
        except ValueError:
            said = f'`newsletter.trusted_proxies` must be addresses or networks ("10.0.0.0/8"), not "{written}"'
            yield ("newsletter", "trusted_proxies"), said
    if newsletter.ses_topic and not _TOPIC.fullmatch(newsletter.ses_topic):
        yield ("newsletter", "ses_topic"), "`newsletter.ses_topic` must be the ARN of an SNS topic (`arn:aws:sns:...`)"
    if any(sign in newsletter.imap_host for sign in " /@:"):
        yield ("newsletter", "imap_host"), '`newsletter.imap_host` must be the name of a server, "imap.me.dev"'
    if not 1 <= newsletter.imap_port <= 65535:
        yield ("newsletter", "imap_port"), "`newsletter.imap_port` must lie between 1 and 65535"


def _senseless_relay(relay: RelaySettings) -> Wrong:
    yield from _one_of("relay", "security", relay.security, ("starttls", "tls", "none"))
    if not 1 <= relay.port <= 65535:
        yield ("relay", "port"), "`relay.port` must lie between 1 and 65535"
    if not 1 <= relay.connections <= _MOST_CONNECTIONS:
        yield ("relay", "connections"), f"`relay.connections` must lie between 1 and {_MOST_CONNECTIONS}"
    if relay.rate < 0:
        yield ("relay", "rate"), "`relay.rate` must be 0 or more messages each second"
    if any(sign in relay.host for sign in " /@"):
        yield ("relay", "host"), '`relay.host` must be the name of a server, for example "smtp.me.dev"'
    for key, other in (("dkim_domain", "dkim_selector"), ("dkim_selector", "dkim_domain")):
        written = getattr(relay, key)
        if written and not _NAME.fullmatch(written):
            yield ("relay", key), f"`relay.{key}` must be letters, digits, dots and hyphens"
        elif written and not getattr(relay, other):
            yield ("relay", key), f"`relay.{key}` needs `relay.{other}` too"


def _one_of(table: str, key: str, written: str, known: tuple[str, ...]) -> Wrong:
    if written not in known:
        yield (table, key), f'`{table}.{key}` must be {" or ".join(known)}, not "{written}"'

"""Where the links of a mail lead, and the address it returns to: one place that knows how tokens are written there."""

from inkwright.model.regex import regex

_TOKEN = regex(r"[a-z2-7]{20,52}")


def confirm_url(base: str, token: str) -> str:
    """The page with the button that confirms; `base` is the public address of the server."""
    return _under(base, "confirm", token)


def unsubscribe_url(base: str, token: str) -> str:
    """The page with the button that unsubscribes; a POST to the same address is the one-click way of mail programs.

    **Source:** RFC 8058, section 3.1 (`List-Unsubscribe` with an https address that a POST acts on).
    """
    return _under(base, "unsubscribe", token)


def preferences_url(base: str, token: str) -> str:
    """The page where a reader chooses lists."""
    return _under(base, "preferences", token)


def tagged_mailbox(mailbox: str, token: str) -> str:
    """An address of its own in a mailbox: `bounces@me.dev` -> `bounces+token@me.dev`. The return path of a mail with a
    `bounce` token, and where a mail program may write to unsubscribe with an `unsubscribe` token.

    **Source:** RFC 5233 (detail after `+`); VERP as D. J. Bernstein described it, 1997.
    """
    name, _, domain = mailbox.rpartition("@")
    return f"{name}+{token}@{domain}"


def token_in(mailbox: str, address: str) -> str:
    """The token in an address of a mailbox, "" for any other address. Case does not matter: some servers change it."""
    name, _, domain = mailbox.lower().rpartition("@")
    start, end = f"{name}+", f"@{domain}"
    written = address.strip().strip("<>").lower()
    if not (written.startswith(start) and written.endswith(end)):
        return ""
    token = written[len(start) : -len(end)]
    return token if _TOKEN.fullmatch(token) else ""


def _under(base: str, page: str, token: str) -> str:
    return f"{base.rstrip('/')}/{page}/{token}"

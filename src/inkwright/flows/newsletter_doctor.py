"""A domain -> what stands in the way of mail from it; "not checkable here" where this machine cannot know."""

from collections.abc import Iterator, Mapping
from email.utils import parseaddr

from inkwright.flows.newsletter_doctor_known import known, sure
from inkwright.flows.newsletter_doctor_paths import find_relay, find_reverse_name, find_server
from inkwright.flows.newsletter_relay import dkim_pem
from inkwright.model.diagnosis import Diagnosis
from inkwright.model.errors import UsageError
from inkwright.net.dns import Lookup, lookup
from inkwright.newsletter.domain import alignment, dkim, dmarc, spf
from inkwright.workspace.folder import Workspace


def doctor(
    workspace: Workspace, domain: str, environment: Mapping[str, str], lookup: Lookup = lookup
) -> Iterator[Diagnosis]:
    """One diagnosis for each thing that mail from a domain leans on; "" takes the domain of the sender.

    Nothing is sent. Raises UsageError when no domain is known; what is wrong with it is a diagnosis.
    """
    own, relay = workspace.settings.newsletter, workspace.settings.relay
    sender = _domain(own.sender)
    domain, lookup = (domain or sender).lower().rstrip("."), sure(lookup)
    if not domain:
        hint = "Name it, or set `sender` below [newsletter]."
        raise UsageError("which domain your mail comes from is not known", hint=hint)
    if sender and sender != domain:
        yield Diagnosis("sender", "problem", f"your mail comes from {sender}, not from {domain}", "see `sender`")
    returns = _domain(own.bounces) or domain
    strict = [(False, False)]

    def texts(name: str) -> list[str]:
        return lookup(name, "TXT")

    def asked() -> Diagnosis:
        found, strict[0] = dmarc(domain, texts)
        return found

    def signed() -> Diagnosis:
        return dkim(relay.dkim_domain, relay.dkim_selector, texts, dkim_pem(workspace.settings, environment))

    yield known("SPF", lambda: spf(returns, texts))
    yield known("DKIM", signed)
    yield known("DMARC", asked)
    yield alignment(domain, returns, relay.dkim_domain, strict[0])
    yield known("mailbox", lambda: _mailbox(own.bounces, lookup))
    yield known("relay", lambda: find_relay(workspace.settings, environment))
    yield known("reverse DNS", lambda: find_reverse_name(relay.host, lookup))
    yield known("one-click", lambda: find_server(own.url))


def _domain(address: str) -> str:
    return parseaddr(address)[1].rpartition("@")[2].lower()


def _mailbox(bounces: str, lookup: Lookup) -> Diagnosis:
    """Whether mail that comes back can arrive. **Source:** RFC 5321, section 5.1 (without MX the address itself)."""
    if not bounces:
        hint = 'set `bounces = "bounces@..."`, or nobody hears of addresses that are gone'
        return Diagnosis("mailbox", "absent", "returned mail goes to the sender and is not read", hint)
    domain = _domain(bounces)
    hosts = lookup(domain, "MX") or (lookup(domain, "A") and [domain])
    if not hosts or hosts == [""]:
        return Diagnosis("mailbox", "problem", f"{domain} takes no mail, so nothing can return to {bounces}")
    said = (
        f"mail to {bounces} goes to {hosts[0]}; that it takes `{bounces.replace('@', '+...@')}` is not checkable here"
    )
    return Diagnosis("mailbox", "ok", said)

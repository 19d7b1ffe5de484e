"""Links to what has moved for good, as asking told."""

from collections.abc import Iterator
from urllib.parse import quote

from inkwright.lint.external import External, answered
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.regex import regex

_LONE_PERCENT = regex(r"%(?![0-9A-Fa-f]{2})")
_PLAIN = "/:?#@!&+,=%"
"""What stays as it is besides letters, digits and `-._~`; all else is written as %XX, which means the same.

**Source:** RFC 3986, section 2."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each link to an address that redirects for good; none when nothing was asked."""
    for link, answer in answered(document, context):
        if answer.state == "moved":
            hint = "" if answer.to else "; the page itself is probably gone"
            yield found(link.span, f"<{link.address}>: {answer.said}{hint}", fix=_fix(link, answer.to))


def _fix(link: External, to: str) -> Fix | None:
    """The new address in place of the old one, its fragment kept; None where either is not known."""
    if not to or not link.places:
        return None
    fragment = f"#{link.fragment}" if link.fragment and "#" not in to else ""
    written = _fit_for_markdown(to + fragment)
    return Fix("Link to the new address", tuple(Edit(place, written) for place in link.places))


def _fit_for_markdown(url: str) -> str:
    """An address whose characters end no link, cell or attribute and start no template, math or entity."""
    return quote(_LONE_PERCENT.sub("%25", url), safe=_PLAIN)

"""XML that others made -> a tree, or one sentence that says why not."""

from xml.etree import ElementTree

from inkwright.model.errors import UnreadableError
from inkwright.model.regex import regex

_OWN_ENTITIES = regex(r"<!(?:DOCTYPE|ENTITY)")
_DECLARED = regex(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z][\w.:-]{0,40})""")
_HARMLESS = regex(r"<!DOCTYPE\s+[\w:.-]+(?:\s+(?:PUBLIC\s+\"[^\"]*\"|SYSTEM)(?:\s+\"[^\"]*\")?)?\s*>")
"""A document type that only names a public one: nothing is fetched for it."""


def tree_of(text: str) -> ElementTree.Element:
    """XML as a tree. Raises UnreadableError with the line; definitions of entities are refused."""
    text = _HARMLESS.sub(lambda found: "\n" * found[0].count("\n"), text.removeprefix("\ufeff"), count=1)
    if _OWN_ENTITIES.search(text):
        raise UnreadableError("this XML defines entities of its own, which are not read", hint="Export it again.")
    try:
        return ElementTree.fromstring(text.encode("utf-8", "replace").decode("utf-8").lstrip())
    except ElementTree.ParseError as error:
        raise UnreadableError(
            f"not XML: {error.msg.split(':')[0]}", line=error.position[0], hint="Export it again."
        ) from None


def decoded_xml(data: bytes) -> str:
    """The text of XML in the encoding that its first bytes tell, UTF-8 else.

    **Source:** XML 1.0, appendix F (a byte order mark goes before the declaration).
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    named = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    try:
        return data.decode(named[1].decode("ascii") if named else "utf-8", "replace").removeprefix("\ufeff")
    except (LookupError, ValueError):  # no such encoding, or one that is not for texts
        return data.decode("utf-8", "replace").removeprefix("\ufeff")

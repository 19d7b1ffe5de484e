"""The two third-party parts that turn HTML into Markdown, loaded when they are needed. They are the extra `import`."""

import re
from typing import Any

from inkwright.model.errors import UsageError
from inkwright.text.html_mend import ESCAPE


class HtmlTools:
    """The third-party parts, loaded when a page is read."""

    def __init__(self) -> None:
        import html_to_markdown
        import lxml.etree
        import lxml.html

        self._lxml: Any = lxml.html
        self._etree: Any = lxml.etree
        self._convert: Any = html_to_markdown
        self.error: Any = lxml.etree.LxmlError

    def document(self, html: str) -> Any:
        """The root element of a page; comments are gone. Raises `error` or ValueError when there is nothing in it."""
        parser = self._lxml.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
        text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]", "", html).replace(ESCAPE, "")
        return self._lxml.document_fromstring(text.encode("utf-8"), parser=parser)

    def feed(self, xml: str) -> tuple[Any, list[tuple[int, str]]]:
        """The root of XML as far as it can be read, None when nothing can, and what was wrong with it, by line.

        A prefix that nothing declares is no damage: its elements are read under the name that they have. No entity that
        the text declares is followed and nothing is fetched.
        """
        parser = self._etree.XMLParser(
            recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
            remove_pis=True, huge_tree=False, encoding="utf-8",
        )  # fmt: skip
        try:
            root = self._etree.fromstring(xml.encode("utf-8", "replace"), parser)
        except (self.error, ValueError):
            return None, [(1, "no XML")]
        return root, [(one.line, one.message) for one in parser.error_log if one.domain_name != "NAMESPACE"][:20]

    def html(self, element: Any) -> str:
        """An element as HTML."""
        return str(self._lxml.tostring(element, encoding="unicode", with_tail=False))

    def convert(self, html: str) -> str:
        """HTML as Markdown."""
        options = self._convert.ConversionOptions(
            extract_metadata=False, escape_asterisks=True, escape_underscores=True, compact_tables=True,
            br_in_tables=True, highlight_style="none", include_blockquote_citations=False, expand_abbreviations=False,
            newline_style="backslash", max_depth=400, bullets="-",
        )  # fmt: skip
        return str(self._convert.convert(html, options).content or "")


def html_tools() -> HtmlTools:
    """The tools. Raises UsageError where the extra is not installed."""
    try:
        return HtmlTools()
    except ImportError as error:
        raise UsageError(
            "reading web pages needs an extra", hint='Install it: pip install "inkwright[import]".'
        ) from error

"""Reads a report back: strictly as HTML, then its tables and drawings by the id of their figure."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import html5lib

SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?[\d,]+(?:\.\d+)?")


@dataclass(frozen=True)
class Read:
    """One figure: the columns of its table, its rows as (text, value or None), and its drawing or None."""

    head: tuple[str, ...]
    rows: list[list[tuple[str, float | None]]]
    svg: Element | None

    def column(self, name: str) -> list[float | None]:
        return [row[self.head.index(name)][1] for row in self.rows]

    def texts(self, name: str) -> list[str]:
        return [row[self.head.index(name)][0] for row in self.rows]

    def told(self) -> list[str]:
        """What a pointer over each value of the drawing is told, in the order drawn."""
        assert self.svg is not None
        shapes = [one for one in self.svg.iter() if one.tag.removeprefix(SVG) in ("rect", "circle", "polygon")]
        return [one[0].text or "" for one in shapes if len(one) and one[0].tag == f"{SVG}title"]

    def drawn(self) -> list[tuple[str, float]]:
        """Each value of the drawing: what it is called and the number told of it."""
        found = []
        for said in self.told():
            label, _, value = said.rpartition(": ")
            found.append((label, float(_NUMBER.match(value)[0].replace(",", ""))))
        return found

    def ranges(self) -> list[tuple[float, float, float]]:
        """Value and ends of the interval of each value that has one."""
        found = [re.search(r"([\d.,]+) \(([\d.,]+) to ([\d.,]+)\)$", said) for said in self.told()]
        return [tuple(float(number.replace(",", "")) for number in one.groups()) for one in found if one]


def parse(page: str) -> Element:
    """The tree of a page. Raises ParseError for anything that is not valid syntax."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def figures(page: str) -> dict[str, Read]:
    """All figures of a page by id."""
    found = {}
    for section in parse(page).iter("section"):
        heading = ""
        for element in section:
            if element.tag == "h3":
                heading = element.attrib["id"]
            elif element.tag == "div":
                found[heading] = _figure(element)
    return found


def _figure(element: Element) -> Read:
    table = next(element.iter("table"))
    assert "".join(next(table.iter("caption")).itertext()).strip()
    head = [text(cell) for cell in next(table.iter("thead")).iter("th")]
    assert all(cell.attrib["scope"] == "col" for cell in next(table.iter("thead")).iter("th"))
    rows = []
    for row in next(table.iter("tbody")).iter("tr"):
        cells = [cell for cell in row if cell.tag in ("th", "td")]
        assert [cell.tag for cell in cells] == ["th"] + ["td"] * (len(head) - 1)
        assert cells[0].attrib["scope"] == "row"
        rows.append([(text(cell), value(cell)) for cell in cells])
    return Read(tuple(head), rows, next(element.iter(f"{SVG}svg"), None))


def text(element: Element) -> str:
    return "".join(element.itertext())


def value(cell: Element) -> float | None:
    data = next(cell.iter("data"), None)
    return None if data is None else float(data.attrib["value"])

"""The sitemap keeps the rules of the protocol: its schema, written down here from sitemaps.org/protocol.html."""

from collections.abc import Callable

from lxml import etree

from inkwright.model.post import Page, Post

Make = Callable[..., Post]
Pages = Callable[..., dict[str, Page]]
SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
 <xs:element name="urlset"><xs:complexType><xs:sequence>
  <xs:element name="url" maxOccurs="50000"><xs:complexType><xs:sequence>
   <xs:element name="loc"><xs:simpleType><xs:restriction base="xs:anyURI">
    <xs:minLength value="12"/><xs:maxLength value="2048"/><xs:pattern value="https?://[!-~]+"/>
   </xs:restriction></xs:simpleType></xs:element>
   <xs:element name="lastmod" minOccurs="0"><xs:simpleType><xs:union memberTypes="xs:date xs:dateTime"/></xs:simpleType>
   </xs:element>
  </xs:sequence></xs:complexType></xs:element>
 </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


def test_every_sitemap_is_valid(post: Make, pages: Pages) -> None:
    found = pages(
        post("posts/a.md", title="A", date="2026-01-05T10:00:00+02:00", series="Ünïcode & more", tags=("C++", "<x>")),
        post("posts/b.md", title="B", authors=("Jo Åse",), planning={"roles": ["Ops"]}),
        post("posts/한글.md", title="한글"),
        portfolio=True, search=True,
    )  # fmt: skip
    schema = etree.XMLSchema(etree.fromstring(SCHEMA))
    schema.assertValid(etree.fromstring(found["sitemap.xml"].body))
    assert not schema.validate(etree.fromstring(found["sitemap.xml"].body.replace(b"<loc>https:", b"<loc>")))


def test_each_address_is_that_of_a_page(post: Make, pages: Pages) -> None:
    found = pages(post("posts/a.md", title="A", series="S", tags=("t",), authors=("A", "B")))
    places = {path.removesuffix("index.html") for path in found}
    for loc in etree.fromstring(found["sitemap.xml"].body).iter("{*}loc"):
        assert loc.text.removeprefix("https://ada.example/blog/") in places

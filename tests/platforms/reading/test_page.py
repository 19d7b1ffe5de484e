from inkwright.platforms.reading.html_body import body_of
from inkwright.platforms.reading.page import linked, safe


def test_characters_that_no_element_can_hold_are_left_out():
    assert body_of(
        "<p>a&#0;b&#x1;c&#xFFFE;d&#99999999;e\x01\ufffef &#65;</p><pre lang='x&#2;'>y</pre>"
    ).text.startswith("abcdef A\n")
    assert safe("a\x00b\ud800c\ufffe") == "abc"


def test_links_that_would_run_are_words():
    assert linked("javascript:alert(1)", "x") == "x"
    assert linked("https://e.example.com/a b(c)", "[x]") == "[\\[x\\]](https://e.example.com/a%20b%28c%29)"
    assert linked("https://e.example.com") == "<https://e.example.com>"

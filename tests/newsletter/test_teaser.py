from inkwright.newsletter.teaser import beginning
from inkwright.render.html import RenderOptions, render
from inkwright.text.markdown import parse_text


def shown(text):
    document, shortened = beginning(parse_text(text))
    assert len(document.text) == len(text)
    return render(document, RenderOptions(profile="site")), shortened


def test_the_mark_ends_it():
    html, shortened = shown("One.\n\n<!-- more -->\n\nTwo.\n")
    assert html == "<p>One.</p>\n" and shortened


def test_without_a_mark_the_next_heading_ends_it():
    html, shortened = shown("One.\n\nTwo.\n\n## H\n\nThree.\n")
    assert "Two." in html and "Three." not in html and shortened


def test_or_enough_words():
    html, shortened = shown("\n\n".join(["word " * 50] * 5) + "\n")
    assert html.count("<p>") == 3 and shortened


def test_notes_of_what_stays_stay():
    html, shortened = shown("One[^a].\n\n<!-- more -->\n\nTwo.\n\n[^a]: The note.\n")
    assert "The note." in html and "Two" not in html and shortened


def test_a_short_post_is_whole():
    text = "One.\n\n[^a]: unused\n"
    assert beginning(parse_text(text))[1] is False and beginning(parse_text(""))[1] is False
    assert shown("## H\n\nOne.\n")[1] is False

from inkwright.text.markdown import parse_text
from inkwright.text.prose import HIDDEN, passages, word_count


def kinds(text, path="a.md"):
    return [(passage.kind, passage.text.replace(HIDDEN, "~")) for passage in passages(parse_text(text, path))]


def test_every_run_of_prose_has_its_kind():
    text = (
        "# Title\n\nPara.\n\n- item\n  - nested\n\n    more\n\n> quote\n>\n> - in quote\n\n> [!tip] Own\n> body\n\n"
        "| h |\n|---|\n| cell |\n\nterm\n: detail\n\nx[^1]\n\n[^1]: note\n"
    )
    assert [kind for kind, _ in kinds(text)] == [
        "heading", "paragraph", "item", "item", "item", "quote", "quote", "paragraph", "paragraph", "cell", "cell",
        "paragraph", "paragraph", "paragraph", "note",
    ]  # fmt: skip


def test_markup_is_blank_and_what_is_no_prose_is_hidden():
    assert kinds('**A** `b` [c](d.md "t") $e$ ![f](g) &amp; \\* <b>h</b>') == [
        ("paragraph", "  A   ~~~  c            ~~~ ~~~~~~~ &      *    h    ")
    ]
    assert kinds("see https://a.b or <https://c.d> or [[n|l]] or [[m]] x #t") == [
        ("paragraph", "see ~~~~~~~~~~~ or ~~~~~~~~~~~~~ or     l   or   m   x ~~")
    ]


def test_inline_notes_stand_on_their_own():
    assert kinds("A word^[a *small* note] more.") == [
        ("paragraph", "A word                  more."), ("note", "a  small  note"),
    ]  # fmt: skip


def test_lines_of_a_quote_lose_their_prefix_and_keep_their_breaks():
    assert kinds("> one\n> two\r\n> three  \n> four") == [("quote", "one\n  two \n  three  \n  four")]


def test_what_holds_no_word_is_left_out():
    assert kinds("`code`\n\n---\n\n![a](b)\n\n```\nx\n```\n\n<!-- c -->\n\n<div>y</div>\n\n{{< z >}}\n\n...\n") == []
    assert kinds("") == []
    assert word_count(parse_text("---\ntitle: a b c\n---\n\nTwo words `x` <!-- c -->.\n")) == 2


def test_verbatim_elements_are_hidden():
    assert kinds("Press <kbd>Ctrl C</kbd> now <code>a</code>.") == [
        ("paragraph", "Press      ~~~~~~       now       ~       .")
    ]


def test_words_keep_apostrophes_and_hyphens():
    (passage,) = passages(parse_text("Don't re-run the KV-cache, it's 3.5x faster_than **bold**ly."))
    assert [passage.slice(word) for word in passage.words] == [
        "Don't", "re-run", "the", "KV-cache", "it's", "3", "5x", "faster_than", "bold", "ly",
    ]  # fmt: skip


def test_offsets_are_those_of_the_source():
    text = "---\na: b\n---\n\n# Émile 😀\n\n> *One.* Two `x`\n> three.\n"
    document = parse_text(text)
    for passage in passages(document):
        assert len(passage.text) == passage.span.end - passage.span.start
        for word in passage.words:
            assert document.slice(word) == passage.slice(word)
    assert [document.slice(sentence) for sentence in passages(document)[1].sentences] == ["One.", "Two `x`\n> three."]


def test_passages_are_made_once():
    document = parse_text("Some text.")
    assert passages(document) is passages(document)

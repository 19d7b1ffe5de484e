import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.imports import Item
from inkwright.platforms.reading.dialects import plain_dialect
from inkwright.text.markdown import parse_text


def plain(text: str, generator: str) -> tuple[str, list[tuple[str, str]]]:
    items: list[Item] = []
    return plain_dialect(text, generator, items), [(one.kind, one.fate) for one in items]


@pytest.mark.parametrize(
    ("text", "made", "told"),
    [
        ('{{< figure src="a b.png" alt="A [rack]" caption="At night" >}}\n',
         '![A \\[rack\\]](<a b.png> "At night")\n', []),
        ('{{< figure src="a.png" width="300" class="wide" >}}\n', "![](a.png)\n", [("figure option", "lost")] * 2),
        ('{{< figure caption="no picture" >}}\n', '{{< figure caption="no picture" >}}\n', []),
        ('{{< highlight go "linenos=table" >}}\nx := 1\n{{< /highlight >}}\n', "```go\nx := 1\n```\n", []),
        ("{{< highlight md >}}\n```\nx\n```\n{{< / highlight >}}\n", "````md\n```\nx\n```\n````\n", []),
        ("{{< highlight go >}}\nnever closed\n", "{{< highlight go >}}\nnever closed\n", []),
        ("{{< youtube abc123 >}}\n",
         "[www.youtube.com/watch?v=abc123](https://www.youtube.com/watch?v=abc123)\n", [("embed", "changed")]),
        ('{{< vimeo id="77" >}}\n', "[vimeo.com/77](https://vimeo.com/77)\n", [("embed", "changed")]),
        ("{{< gist ada 1234 >}}\n", "[gist.github.com/ada/1234](https://gist.github.com/ada/1234)\n",
         [("embed", "changed")]),
        ('{{< x user="ada" id="9" >}}\n', "[x.com/ada/status/9](https://x.com/ada/status/9)\n",
         [("embed", "changed")]),
        ("{{< youtube >}}\n", "{{< youtube >}}\n", []),
        ("One.\n\n<!--more-->\nTwo.\n", "One.\n\nTwo.\n", []),
        ("```md\n{{< youtube abc >}}\n```\n", "```md\n{{< youtube abc >}}\n```\n", []),
    ],
)  # fmt: skip
def test_hugo(text: str, made: str, told: list[tuple[str, str]]) -> None:
    assert plain(text, "hugo") == (made, told)


@pytest.mark.parametrize(
    ("text", "made", "told"),
    [
        ("{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}\n", "```ruby\nputs 1\n```\n", []),
        ("![a]({{ '/a.png' | relative_url }})\n", "![a](/a.png)\n", [("address", "changed")]),
        ("[a]({{ site.baseurl }}/b/)\n", "[a](/b/)\n", [("address", "changed")]),
        ("A line.\n{: .note}\n", "A line.\n\n", [("attribute", "changed")]),
        ("{% raw %}{{ site.url }}{% endraw %}\n", "{{ site.url }}\n", []),
        ("`{{ site.url }}`\n", "`{{ site.url }}`\n", []),
    ],
)
def test_jekyll(text: str, made: str, told: list[tuple[str, str]]) -> None:
    assert plain(text, "jekyll") == (made, told)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- one\n\n  {% highlight c %}\n  x = 1\n  {% endhighlight %}\n\n- two\n\nWords.\n", "x = 1\n"),
        ("1. {% highlight c %}\n   x = 1\n   {% endhighlight %}\n2. two\n\nWords.\n", "x = 1\n"),
        ("> {% highlight c %}\n> x = 1\n> {% endhighlight %}\n\nWords.\n", "x = 1\n"),
        ("{% highlight c %}\nx = 1{% endhighlight %}\n\nWords.\n", "x = 1\n"),
    ],
)
def test_a_fence_ends_where_its_list_item_or_quote_does(text: str, code: str) -> None:
    made = parse_text(plain(text, "jekyll")[0])
    assert [block.text for block in made.of_kind("code")] == [code]
    assert [block.plain() for block in made.blocks][-1] == "Words."


@pytest.mark.parametrize("text", [
    "Say {% highlight c %}x = 1{% endhighlight %}\n", "{% highlight c %}\nx = 1\n{% endhighlight %} and more\n",
])  # fmt: skip
def test_code_among_words_stays_as_it_is(text: str) -> None:
    assert plain(text, "jekyll") == (text, [])


PIECES = st.lists(st.sampled_from([
    "Words of mine.", "\n", "\n\n", "```", "`", "{% raw %}", "{% endraw %}", "{{< highlight go >}}",
    "{{< /highlight >}}", "{{< youtube a >}}", "{% highlight c %}", "{% endhighlight %}", "<!--more-->", "{: #x}",
]), max_size=14)  # fmt: skip


@given(PIECES, st.sampled_from(["hugo", "jekyll", "docusaurus"]))
def test_words_are_never_lost(pieces: list[str], generator: str) -> None:
    text = "".join(pieces)
    assert plain(text, generator)[0].count("Words of mine.") == text.count("Words of mine.")

import pytest

SHAPES = {
    "tags alone, paired, with another branch": (
        '{% include fig.html src="a" %}\n\n{% if x %}\ntext\n{% else %}\nb\n{% endif %}',
        "opaque:liquid:include opaque:liquid:if[paragraph['text'] opaque:liquid:else paragraph['b']]",
    ),
    "raw holds text": (
        "{% raw %}\n{{ x }} *y*\n{% endraw %}", "opaque:liquid:raw[paragraph['{{ x }} ' emphasis('y')]]",
    ),
    "highlight is code": (
        "{% highlight python %}\na = 1\n\nb\n{% endhighlight %}", "code:liquid:python 'a = 1\\n\\nb\\n'",
    ),
    "comments and values": (
        "a {% comment %}x{% endcomment %} b [x]({{ site.url }}/p) {{ page.title | upcase }}",
        "paragraph['a ' comment 'x' ' b ' link:inline:{{ site.url }}/p('x') ' ' opaque:liquid:page.title | upcase]",
    ),
    "placeholders of note templates": (
        "{{date}}\n\n# {{title}}\n\non {{date:YYYY-MM-DD}}",
        "opaque:template-placeholder:date heading[opaque:template-placeholder:title] "
        "paragraph['on ' opaque:template-placeholder:date:YYYY-MM-DD]",
    ),
    "braces of a formula": ("$\\frac{{a}}{b}$", "paragraph[math '\\\\frac{{a}}{b}']"),
    "shown as code": ("`{{ x }}`\n\n````\n{% raw %}\n````", "paragraph[code '{{ x }}'] code:fenced '{% raw %}\\n'"),
    "a date in a destination": (
        "[x]({% post_url 2020-01-02-a %}) [y](/2020/01/02/b.html)",
        "paragraph[link:inline:{% post_url 2020-01-02-a %}('x') ' ' link:inline:/2020/01/02/b.html('y')]",
    ),
    "not closed": ("a {{ b and {% c", "paragraph['a {{ b and {% c']"),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(shape, name):
    text, wanted = SHAPES[name]
    assert shape(text) == wanted

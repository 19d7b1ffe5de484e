from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.mail.plain_part import WIDTH, plain_part
from inkwright.text.markdown import parse_text

POST = """# Caches

## Why

A *para* with **strong** `code` and [a link](https://x.example/y) that is long enough to be wrapped at the width.
See <https://a.example>, [mail](mailto:a@b.example) and [there](#top).

- one
- two
  - nested

1. first

   more
2. second

> quoted words

```py
def f():

    pass
```

| a | b |
|---|--:|
| 1 | 22 |

![A cat](x.png)

- [x] done

<div>Raw <b>words</b></div>

---

Line one\\
line two
"""
TEXT = """Caches
======

Why
---

A para with *strong* `code` and a link <https://x.example/y> that is
long enough to be wrapped at the width. See https://a.example, mail
<mailto:a@b.example> and there.

- one
- two
  - nested

1. first

   more

2. second

> quoted words

    def f():

        pass

    a  b
    -  --
    1  22

[Picture: A cat]

- [x] done

Raw words

* * *

Line one
line two
"""


def test_what_a_person_would_type():
    assert plain_part(parse_text(POST)) == TEXT
    assert plain_part(parse_text("")) == ""


def test_an_address_is_never_broken():
    url = "https://example.org/" + "a" * 100
    assert url in plain_part(parse_text(f"Words before [it]({url}).\n"))


@given(st.text(max_size=400))
def test_any_markdown_becomes_text(text):
    made = plain_part(parse_text(text))
    assert "\n\n\n" not in made and not any(line.endswith(" ") for line in made.split("\n"))


@given(st.lists(st.from_regex(r"[a-z]{1,12}", fullmatch=True), min_size=1, max_size=80))
def test_prose_keeps_its_words_within_the_width(words):
    made = plain_part(parse_text(" ".join(words) + "\n"))
    assert made.split() == words and all(len(line) <= WIDTH for line in made.split("\n"))

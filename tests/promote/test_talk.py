"""A post as slides: its own points, what it shows, its text to speak from."""

from inkwright.promote.talk import BESIDE, LINES, POINTS, talk
from inkwright.text.markdown import parse_text

POST = """It began with a slow page. The cache answered in 48 ms, and nobody knew why.

![The curve](curve.png)

## What we found

The client serialised each session twice, which cost 31 ms. Every page reads the session from one cache. A slow cache
makes every page of the shop slow. Turning off the second pass brought the median down to 4 ms. Small sessions gain
nothing, because the network dominates below one kilobyte. This is it, we thought. And why not?[^1]

### The setup

- **Two servers.** Each has 16 cores.
- Redis in its default setting
- one that is much too long to be shown on a slide, since it goes on and on until nobody in the room listens any more

```python
print("hello")
```

## The code

{code}

## References

- Somebody: somewhere.

[^1]: A note.
"""


def made(code="Nothing to see."):
    return talk(parse_text(POST.replace("{code}", code)), "Slow", lambda word: 1.0)


def test_each_section_is_a_slide_with_its_own_points():
    found = made()
    assert [one.title for one in found.slides] == ["Slow", "What we found", "The setup", "The code"]
    intro, finding, setup, _ = found.slides
    assert intro.exhibit == "![The curve](curve.png)" and len(intro.points) <= BESIDE
    assert len(finding.points) == POINTS
    assert all(point in " ".join(POST.split()) for point in finding.points)
    assert "This is it, we thought." not in finding.points, "it leans on what stands before"
    assert setup.points == ("Two servers", "Redis in its default setting")
    assert setup.exhibit == '```python\nprint("hello")\n```'


def test_notes_are_the_rest_of_the_section():
    intro, finding, setup, _ = made().slides
    assert intro.notes.startswith("It began with a slow page.") and "curve.png" not in intro.notes
    assert finding.notes.endswith("And why not?"), "the mark of a note goes"
    assert "- one that is much too long" in setup.notes and "print" not in setup.notes


def test_code_that_fits_no_slide_is_spoken_of_and_told():
    code = "```python\n" + "x = 1\n" * LINES + "```"
    found = made(code)
    assert found.slides[-1].exhibit == "" and found.slides[-1].notes == code
    assert found.lost == ((f"code of more than {LINES} lines, which no slide shows", "x = 1\n" * LINES),)


def test_a_figure_comes_before_a_table_and_a_table_before_code():
    table, code, figure = "| a |\n|---|\n| 1 |", "```\nx\n```", "![f](f.png)"
    assert made(f"{code}\n\n{table}\n\n{figure}").slides[-1].exhibit == figure
    assert made(f"{code}\n\n{table}").slides[-1].exhibit == table
    assert made("$$\na^2\n$$").slides[-1].exhibit == "$$\na^2\n$$"


def test_a_section_of_long_sentences_shows_the_best_one():
    long = "Whoever measures only the median will never learn that one request in a hundred waits for a whole second, "
    (point,) = made(f"{long}which costs 40 % of them.").slides[-1].points
    assert point == f"{long}which costs 40 % of them."


def test_no_text_no_slides():
    assert talk(parse_text(""), "T", lambda word: 1.0).slides == ()
    (slide,) = talk(parse_text("Words without any heading stand under the title."), "T", lambda word: 1.0).slides
    assert slide.title == "T"

"""Endings are known by what they are called and by what they say."""

import pytest

from inkwright.lint.endings import closes, is_closing_heading


@pytest.mark.parametrize(
    "title",
    ["Conclusion", "Summary", "In summary", "Wrapping up", "Key takeaways", "What's next?",
     "What I would do differently",
     "Lessons learned", "Final thoughts", "Where to go from here", "What I learned", "Looking ahead"],
)  # fmt: skip
def test_titles_that_close_a_post(title: str) -> None:
    assert is_closing_heading(title)


@pytest.mark.parametrize(
    "title", ["Setup", "Machine learning", "Summary table", "Step 3: write it", "Learning rates", "Closing the file"]
)
def test_titles_that_do_not(title: str) -> None:
    assert is_closing_heading(title) is (title == "Summary table")  # a title that starts so is given the doubt


@pytest.mark.parametrize("title", ["Resources", "Further reading", "Limitations", "The result", "Acknowledgements"])
def test_titles_that_close_only_as_the_last_one(title: str) -> None:
    assert is_closing_heading(title, last=True)
    assert not is_closing_heading(title)


@pytest.mark.parametrize(
    "text",
    ["In the next post I measure it.", "Try it on your own files.", "I am glad we did.", "That’s it.", "Would you?",
     "For more details see the manual.", "We've seen that a file is enough.", "So start with the oldest one."],
)  # fmt: skip
def test_last_paragraphs_that_close(text: str) -> None:
    assert closes(text)


@pytest.mark.parametrize(
    "text",
    ["The reader starts at the last number that was confirmed.", "The flag sets the size of the buffer.", "",
     "This module holds three functions, and each of them takes a path."],
)  # fmt: skip
def test_last_paragraphs_that_just_stop(text: str) -> None:
    assert not closes(text)


def test_before_code_only_an_outright_closing_counts() -> None:
    assert not closes("You can now run it like this:", before_code=True)
    assert closes("In the next section we run it.", before_code=True)

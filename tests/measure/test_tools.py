"""Which tools a post is about."""

from inkwright.measure.tools import MOST, tools_of

PROSE = "We ran SQLite from Python, and then Python alone. The evals of numpy ran on a GPU; the team met the Team."


def test_what_a_title_compares_comes_first_then_tags_and_modules():
    found = tools_of(("SQLite", "JSON Lines"), ("sqlite", "python", "evals"), PROSE, ("numpy", "json"))
    assert found == ("SQLite", "JSON Lines", "Python") and len(found) == MOST
    assert tools_of((), ("evals",), PROSE, ("numpy", "json")) == ("numpy",)


def test_themes_abbreviations_and_words_are_no_tools():
    assert tools_of((), ("evals", "gpu", "team"), PROSE, ("json",)) == ()
    assert tools_of((), (), "", ()) == ()


def test_a_tag_of_two_words_is_found_with_its_hyphen_gone():
    assert tools_of((), ("vllm",), "It runs on vLLM here.", ()) == ("vLLM",)

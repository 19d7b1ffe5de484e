"""Which article a word takes, by how it is said."""

import pytest

from inkwright.lint.article import article_for


@pytest.mark.parametrize(
    ("article", "words"),
    [
        (
            "an",
            "apple hour honest heir umbrella unimportant unintended uninstall undo update IDE API ORM LLM MLP HTML XML "
            "8 8-bit 80 11 18 18-month 11th 800 S3 M1 n-gram f-string x-axis F-score e-mail iPhone NVMe INSERT",
        ),
        (
            "a",
            "user university one once one-off European eulogy unique unit unidirectional URL UI UUID PDF CPU GPU "
            "100 1 110 9 house yearly usual utility python T5 B-tree UNION USB-C unanimous",
        ),
        ("", "SQL SQLite historic Ubuntu NASA herb LAN 1100 x ssh mlflow nbdev LLaMA 1800s éclair mRNA"),
    ],
)
def test_article_for(article: str, words: str) -> None:
    wrong = [word for word in words.split() if article_for(word) != article]
    assert wrong == []

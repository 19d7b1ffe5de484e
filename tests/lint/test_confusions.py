"""The table of confused words."""

from inkwright.lint.confusions import compiled, confusions


def test_every_confusion_compiles_and_means_another_word() -> None:
    for word in confusions():
        assert compiled(word)
        assert all(one.meant != word for one in compiled(word))

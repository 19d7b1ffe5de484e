from inkwright.flows.word_weights import UNKNOWN, word_weight


def test_words_that_everybody_uses_say_least():
    assert word_weight("people") < word_weight("kernel") <= word_weight("eviction") <= UNKNOWN
    assert word_weight("ragatouille") == UNKNOWN

"""What stays the same of a word that is misspelled by more than one slip: its sound, or its two ends."""

from inkwright.model.regex import regex

_SPELLED = (
    ("ph", "f"), ("ght", "t"), ("gh", "g"), ("kn", "n"), ("wr", "r"), ("rh", "r"), ("ck", "k"), ("sch", "sk"),
    ("tch", "ch"), ("dg", "g"), ("sc", "s"), ("ch", "k"), ("sh", "s"), ("qu", "kw"), ("th", "t"), ("wh", "w"),
)  # fmt: skip
_SOFT = regex(r"c(?=[eiy])")
_VOWELS = regex(r"[aeiouy]+")
_DOUBLED = regex(r"(.)\1+")
_LETTERS = str.maketrans("czjx", "ksgs")


def skeleton(word: str) -> str:
    """Letters by their sound, doubled ones once, every run of vowels as one, none at the end; "" for "".

    `word`: lower case. "neccesary" and "necessary" have the same one, so have "maintainance" and "maintenance".
    """
    for spelled, sound in _SPELLED:
        if spelled in word:
            word = word.replace(spelled, sound)
    word = _SOFT.sub("s", word).translate(_LETTERS)
    word = _DOUBLED.sub(r"\1", word)
    return _VOWELS.sub("a", word).rstrip("a")


def frame(word: str) -> str:
    """The first three and the last two letters, between which most slips happen."""
    return f"{word[:3]}-{word[-2:]}"


def letters(word: str) -> str:
    """Its letters in the order of the alphabet: what is left of a word whose letters are shuffled."""
    return "=" + "".join(sorted(word))

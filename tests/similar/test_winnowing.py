import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from inkwright.similar.winnowing import SIZE, WINDOW, fingerprints

WORDS = st.lists(st.sampled_from([f"word{n}" for n in range(50)]), max_size=40)
SHARED = st.lists(st.sampled_from([f"shared{n}" for n in range(9)]), min_size=SIZE + WINDOW - 1, max_size=20)


def test_short_and_empty() -> None:
    assert fingerprints([]) == frozenset()
    assert fingerprints(["cache", "miss"]) == frozenset()
    assert len(fingerprints(["cache", "miss", "rate"])) == 1


def test_stop_words_change_nothing() -> None:
    assert fingerprints(["the", "cache", "of", "a", "disk", "was", "full"]) == fingerprints(["cache", "disk", "full"])


@given(WORDS, SHARED, WORDS)
def test_what_two_texts_share_shares_a_fingerprint(before: list[str], shared: list[str], after: list[str]) -> None:
    assert fingerprints(shared) & fingerprints([*before, *shared, *after])


def test_the_same_in_every_process() -> None:
    code = "from inkwright.similar.winnowing import fingerprints as f; print(sorted(f('cold cache disk read'.split())))"
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == str(sorted(fingerprints(["cold", "cache", "disk", "read"])))

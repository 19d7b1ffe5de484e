from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from inkwright.model.delivery import Issue, Tally
from inkwright.newsletter.accounting import faults, remaining, share

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ISSUE = Issue(1, "post", "sending", NOW, NOW, None, None, "Hello", "", 10, "")
SOUND = Tally(10, queued=1, attempting=1, retry=1, sent=4, failed=1, skipped=1, uncertain=1)


def test_a_sound_account_has_no_faults() -> None:
    assert SOUND.adds_up
    assert (SOUND.open, SOUND.known) == (3, 10)
    assert list(faults(ISSUE, SOUND, body_is_whole=True)) == []


def test_each_fault_is_one_sentence() -> None:
    assert list(faults(ISSUE, replace(SOUND, sent=2), body_is_whole=True)) == [
        "post was frozen for 10 readers and accounts for 8: 2 are missing"
    ]
    assert list(faults(ISSUE, replace(SOUND, sent=5), body_is_whole=True)) == [
        "post was frozen for 10 readers and accounts for 11: 1 are too many"
    ]
    done = replace(ISSUE, state="sent")
    assert list(faults(done, SOUND, body_is_whole=False)) == [
        "post counts as sent, but 3 readers are still to be served",
        "the message of post is not the one that was frozen",
    ]


def test_how_far_it_is_and_how_long_it_takes() -> None:
    assert share(SOUND) == 0.7
    assert share(Tally(0)) == 1.0
    assert remaining(SOUND, 6, timedelta(minutes=1)) == timedelta(seconds=30)
    assert remaining(SOUND, 0, timedelta(minutes=1)) is None
    assert remaining(Tally(1, sent=1), 6, timedelta(minutes=1)) is None

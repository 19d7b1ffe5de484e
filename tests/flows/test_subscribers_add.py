from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.flows.newsletter_desk import NOW, desk, on

from inkwright.flows.ledger import ledger_for_reading
from inkwright.flows.subscribers_add import Added, Wanted, add_subscriber, vouch_for_imported
from inkwright.flows.subscribers_erase import erase_subscriber
from inkwright.flows.subscribers_import import Wanted as ImportWanted
from inkwright.flows.subscribers_import import import_subscribers
from inkwright.flows.subscribers_list import list_subscribers
from inkwright.ledger.consent import history
from inkwright.ledger.subscribers import find
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import Workspace


@pytest.fixture
def blog(tmp_path: Path, ledger_place: str | Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    on(ledger_place, monkeypatch)
    return desk(tmp_path / "blog")


def waiting(blog: Workspace) -> int:
    with ledger_for_reading(blog) as ledger, ledger.read() as connection:
        return connection.execute(text("SELECT count(*) FROM outbox WHERE kind = 'confirm'")).scalar_one()


def test_who_is_added_is_asked_first(blog: Workspace):
    done = add_subscriber(blog, Wanted("Ada L. <Ada@Example.com>", lists=("GPU",)), NOW)
    assert done == Added("Ada@example.com", "pending", "", True)
    (shown,) = list_subscribers(blog, None, "").subscribers
    assert (shown.email, shown.name, shown.status, shown.lists) == ("Ada@example.com", "Ada L.", "pending", ("gpu",))
    assert waiting(blog) == 1


def test_the_mail_goes_out_once_a_day_and_three_times_in_all(blog: Workspace):
    asked = [add_subscriber(blog, Wanted("ada@example.com"), NOW + timedelta(hours=13 * n)).asked for n in range(10)]
    assert asked == [True, False, True, False, True, False, False, False, False, False]
    assert waiting(blog) == 3


def test_who_agreed_elsewhere_is_a_reader_at_once_and_the_reason_is_kept(blog: Workspace):
    assert add_subscriber(blog, Wanted("ada@example.com", vouched="asked me at PyCon"), NOW).state == "active"
    assert add_subscriber(blog, Wanted("ada@example.com", name="Ada", lists=("llm",)), NOW).was == "active"
    with ledger_for_reading(blog) as ledger, ledger.read() as connection:
        found = find(connection, "ada@example.com")
        assert found is not None and (found.name, found.tags) == ("Ada", ("llm",))
        said = history(connection, found.id)
    assert [(one.kind, one.source) for one in said][:2] == [
        ("asked", "added by the owner"), ("declared", "asked me at PyCon"),
    ]  # fmt: skip
    assert waiting(blog) == 0


def test_who_left_comes_back_only_when_they_asked_for_it(blog: Workspace, tmp_path: Path):
    left = tmp_path / "left.csv"
    left.write_text("email,status\nada@example.com,unsubscribed\n")
    import_subscribers(blog, str(left), ImportWanted(), NOW)
    with pytest.raises(UsageError, match="has unsubscribed"):
        add_subscriber(blog, Wanted("ada@example.com"), NOW)
    assert waiting(blog) == 0
    assert add_subscriber(blog, Wanted("ada@example.com", vouched="wrote to me"), NOW).state == "active"


def test_who_is_suppressed_needs_to_be_lifted_and_a_complaint_never_is(blog: Workspace, tmp_path: Path):
    bad = tmp_path / "bad.csv"
    bad.write_text("email,status\nbounced@example.com,bounced\ncomplained@example.com,complained\n")
    import_subscribers(blog, str(bad), ImportWanted(), NOW)
    erase_subscriber(blog, "erased@example.com", NOW)
    for who, hint in (("bounced", "--lift"), ("complained", "for ever"), ("erased", "--lift")):
        with pytest.raises(UsageError, match=hint):
            add_subscriber(blog, Wanted(f"{who}@example.com", vouched="x"), NOW)
    assert add_subscriber(blog, Wanted("bounced@example.com", vouched="x", lift=True), NOW).state == "active"
    assert add_subscriber(blog, Wanted("erased@example.com", lift=True), NOW).state == "pending"
    with pytest.raises(UsageError, match="for ever"):
        add_subscriber(blog, Wanted("complained@example.com", vouched="x", lift=True), NOW)


def test_the_owner_vouches_for_a_whole_list_afterwards(blog: Workspace, tmp_path: Path):
    people = tmp_path / "list.csv"
    people.write_text("email\na@example.com\nb@example.com\n")
    import_subscribers(blog, str(people), ImportWanted(), NOW)
    add_subscriber(blog, Wanted("asked@example.com"), NOW)
    assert vouch_for_imported(blog, "double opt-in there", NOW) == 2
    assert list_subscribers(blog, None, "").counts == {"active": 2, "pending": 1, "unsubscribed": 0}


@pytest.mark.parametrize("wanted", [Wanted("no address"), Wanted("ada@example.com", lists=("cooking",))])
def test_what_is_wrong_is_said_and_nothing_changes(blog: Workspace, wanted: Wanted):
    with pytest.raises(UsageError):
        add_subscriber(blog, wanted, NOW)
    assert list_subscribers(blog, None, "").subscribers == ()

"""Lists as the services write them, made up here after their columns, and rubbish between the lines."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.errors import UnreadableError
from inkwright.model.subscriber import Person, Refused, Subscriber
from inkwright.newsletter.address import clean_name
from inkwright.newsletter.csv_people import read_people
from inkwright.newsletter.csv_write import table_of
from inkwright.newsletter.lists import plain_tags


def people(text: str | bytes, typed: str = "auto") -> dict[str, tuple[str, str | None]]:
    found = read_people(text if isinstance(text, bytes) else text.encode(), typed).people
    return {one.email: (one.said, one.stopped) for one in found if isinstance(one, Person)}


def one(text: str) -> Person:
    found = read_people(text.encode()).people
    (person,) = found
    assert isinstance(person, Person)
    return person


def test_substack():
    text = (
        "email,active_subscription,expiry,email_disabled,prefer_digests,created_at\n"
        "a@example.com,false,,false,false,2024-05-01T10:00:00.000Z\nb@example.com,true,,true,false,\n"
    )
    assert people(text) == {"a@example.com": ("subscribed", None), "b@example.com": ("unsubscribed", None)}


def test_kit():
    text = "id,first_name,email,state,created_at,tags\n" + "".join(
        f"{n},X,{state}@example.com,{state},2024-01-01T00:00:00Z,\n"
        for n, state in enumerate(("active", "inactive", "cancelled", "bounced", "complained", "cold"))
    )
    assert list(people(text).values()) == [
        ("subscribed", None), ("pending", None), ("unsubscribed", None), ("subscribed", "hard-bounce"),
        ("subscribed", "complaint"), ("subscribed", None),
    ]  # fmt: skip


def test_ghost():
    text = (
        "id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers\n"
        '1,a@example.com,"Ada ""L"" O&#39;Neil","two\nlines",true,false,,2023-01-02T03:04:05.000Z,,"VIP, Early Bird",\n'
        "2,b@example.com,,,false,false,,,,,\n3,c@example.com,,,true,false,,,2024-01-01T00:00:00.000Z,,\n"
    )
    found = list(read_people(text.encode()).people)
    assert found[0] == Person(
        2, "a@example.com", "a@example.com", 'Ada "L" O\'Neil', created=datetime(2023, 1, 2, 3, 4, 5, tzinfo=UTC),
        tags=("early-bird", "vip"),
    )  # fmt: skip
    assert [(one.line, one.said) for one in found[1:] if isinstance(one, Person)] == [
        (4, "unsubscribed"), (5, "unsubscribed"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [("LAST_CHANGED", "2024-01-01 00:00:00", ("subscribed", None)),
     ("UNSUB_TIME", "2024-01-01 00:00:00", ("unsubscribed", None)),
     ("CLEAN_TIME", "2024-01-01 00:00:00", ("subscribed", "hard-bounce"))],
)  # fmt: skip
def test_mailchimp(column: str, value: str, said: tuple[str, str | None]):
    head = f"Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,{column},LEID,EUID,NOTES,TAGS\n"
    text = head + f'a@example.com,Ada,L,2,2020-01-01 01:00:00,2020-01-01 02:00:00,{value},1,e,,"""Editors"",""Beta"""\n'
    assert people(text) == {"a@example.com": said}
    person = one(text)
    assert (person.name, person.tags, person.line) == ("Ada L", ("beta", "editors"), 2)
    assert person.created == datetime(2020, 1, 1, 1, tzinfo=UTC)
    assert person.confirmed == datetime(2020, 1, 1, 2, tzinfo=UTC)


def test_buttondown():
    text = "email_address,type,creation_date,tags,notes,unsubscription_date\n" + "".join(
        f"{kind}@example.com,{kind},2024-01-01,,,\n"
        for kind in ("regular", "premium", "unactivated", "unsubscribed", "removed", "undeliverable", "complained")
    )
    assert list(people(text).values()) == [
        ("subscribed", None), ("subscribed", None), ("pending", None), ("unsubscribed", None), ("unsubscribed", None),
        ("subscribed", "hard-bounce"), ("subscribed", "complaint"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a@example.com\n\nb@example.com\n", ["a@example.com", "b@example.com"]),
        ("E-Mail;Name\na@example.com;A\n", ["a@example.com"]),
        ("Name\tEmail Address\nA\ta@example.com\n", ["a@example.com"]),
        ("A,a@example.com\nB,b@example.com\n", ["a@example.com", "b@example.com"]),
        ('\ufeff"Email"\n\'+a@example.com\n', ["+a@example.com"]),
    ],
)
def test_any_table_with_addresses(text: str, found: list[str]):
    assert list(people(text)) == found


@pytest.mark.parametrize("text", ["", "\n\n", "name,town\nAda,London\n", "\x01\x02rubbish"])
def test_a_file_without_addresses_is_said(text: str):
    with pytest.raises(UnreadableError):
        read_people(text.encode())


@pytest.mark.parametrize(
    ("text", "taken", "others"),
    [
        ("email,Work Email\na@x.org,b@x.org\n", "email", ("Work Email",)),
        ("E-Mail,email\na@x.org,b@x.org\n", "email", ("E-Mail",)),
        ("Email,Name,email\na@x.org,Ada,b@x.org\n", "email", ("Email",)),
        ("Mail,Email Address\na@x.org,b@x.org\n", "Email Address", ("Mail",)),
        ("email,email_status,name\na@x.org,active,Ada\nb@x.org,active,c@x.org\nc@x.org,,Eve\n", "email", ()),
        ("Ada,a@x.org,b@x.org\nBob,c@x.org,\n", "column 2", ("column 3",)),
        ("a@x.org\nb@x.org\n", "column 1", ()),
        ("email,second\na@x.org\n", "email", ()),
    ],
)
def test_of_two_columns_with_addresses_one_is_taken_and_the_others_are_named(
    text: str, taken: str, others: tuple[str, ...]
):
    found = read_people(text.encode())
    assert (found.column, found.passed_over) == (taken, others)
    lines = len(text.splitlines()) - (not taken.startswith("column"))
    assert len([one for one in found.people if isinstance(one, Person)]) == lines


def test_a_zip_is_named_as_what_it_is():
    with pytest.raises(UnreadableError, match="Unpack it"):
        read_people(b"PK\x03\x04" + bytes(100))


def test_a_log_of_deliveries_is_no_list():
    with pytest.raises(UnreadableError, match="not who subscribes"):
        read_people(b"post_id,timestamp,email,post_type\n1.a,2024-01-01T00:00:00Z,left@example.com,newsletter\n")


def test_ten_percent_rubbish_is_refused_with_its_line_and_all_others_come_in():
    rubbish = ["not an address,x,active", ",,", '"open quote,x,active', "a@b@c.com,x,active", "ok@example.com,x,lodger"]
    lines = ["email,name,status"] + [
        rubbish[number // 10 % 5] if number % 10 == 0 else f"r{number}@example.com,R {number},active"
        for number in range(1, 1001)
    ]
    data = b"\xef\xbb\xbf" + "\r\n".join(lines).encode()
    found = list(read_people(data).people)
    refused = {one.line: one for one in found if isinstance(one, Refused)}
    assert len(found) - len(refused) == 900
    assert set(refused) == {number + 1 for number in range(10, 1001, 10) if number // 10 % 5 != 1}
    assert all(one.why and lines[line - 1] == one.text for line, one in refused.items())
    assert 'what "lodger" means in the column status is not known' in {one.why for one in refused.values()}


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("2023-03-24 10:23:10 UTC", datetime(2023, 3, 24, 10, 23, 10, tzinfo=UTC)),
        ("2023-03-24T12:23:10+02:00", datetime(2023, 3, 24, 10, 23, 10, tzinfo=UTC)),
        ("2023-03-24", datetime(2023, 3, 24, tzinfo=UTC)),
        ("03/04/2023", None), ("0001-01-01", None), ("soon", None), ("", None),
    ],
)  # fmt: skip
def test_a_time_is_read_for_certain_or_not_at_all(said: str, moment: datetime | None):
    assert one(f"email,created_at\na@example.com,{said}\n").created == moment


TIME = st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))
NAME = st.text(max_size=20).map(clean_name) | st.sampled_from(
    ["=1+1", "'=x", "''@x", "-", "+1", "@me", 'a,"b"', "&amp;"]
)
READER = st.builds(
    Subscriber,
    st.just(1),
    st.sampled_from(["Ada@example.com", "+x@example.com", "=x@example.com", "-@example.com", "o'neil@example.com"]),
    st.just(""),
    NAME,
    st.sampled_from(["pending", "active", "unsubscribed"]),
    TIME,
    st.none() | TIME,
    st.lists(st.text(max_size=8), max_size=3).map(plain_tags),
)
REASON = st.sampled_from(["", "hard-bounce", "soft-bounces", "complaint", "owner"])


@given(st.lists(st.tuples(READER, REASON), min_size=1, max_size=5))
def test_our_own_table_comes_back_as_it_was(readers: list[tuple[Subscriber, str]]):
    listing = read_people("".join(table_of(readers)).encode())
    how, found = listing.format, listing.people
    assert how.name == "inkwright"
    said = {"active": "subscribed"}
    for (was, reason), back in zip(readers, found, strict=True):
        assert isinstance(back, Person)
        assert (back.email, back.name, back.said) == (was.email, was.name, said.get(was.status, was.status))
        assert (back.tags, back.created, back.confirmed) == (was.tags, was.created, was.confirmed)
        assert back.stopped == (reason or None)


@given(st.binary(max_size=400))
def test_any_bytes_are_people_or_refused_or_unreadable(data: bytes):
    try:
        found = read_people(b"email,name,status\n" + data).people
    except UnreadableError:
        return
    for row in found:
        assert row.line >= 2
        assert isinstance(row, Refused) or "@" in row.email


@pytest.mark.corpus
def test_real_exports(corpus: Path):
    exports = corpus / "exports"
    expected = {
        "others/mg-beehiiv-members/src/test/fixtures/members.csv": ("beehiiv", 9, 0),
        "others/mg-mailchimp-members/src/test/fixtures/cleaned.csv": ("mailchimp", 5, 0),
        "others/mg-mailchimp-members/src/test/fixtures/subscribed.csv": ("mailchimp", 5, 0),
        "others/mg-mailchimp-members/src/test/fixtures/unsubscribed.csv": ("mailchimp", 5, 0),
        "substack/mg-substack-members-csv/test/fixtures/fixtures_signup_emails.csv": ("substack", 19, 2),
        "substack/mg-substack-members-csv/test/fixtures/fixtures_subscriber_emails.csv": ("substack", 15, 2),
        "medium/mg-medium-members/src/test/fixtures/members.txt": ("csv", 5, 0),
    }
    for name, (how, good, bad) in expected.items():
        listing = read_people((exports / name).read_bytes())
        found_how, found = listing.format, listing.people
        rows = list(found)
        refused = sum(isinstance(row, Refused) for row in rows)
        assert (found_how.name, len(rows) - refused, refused) == (how, good, bad), name

import pytest

from inkwright.model.errors import UsageError
from inkwright.newsletter.csv_formats import FORMATS, format_of


@pytest.mark.parametrize(
    ("columns", "name"),
    [
        ("email status suppressed name tags", "inkwright"),
        ("email_address first_name last_name member_rating optin_time euid tags", "mailchimp"),
        ("email_address type creation_date tags notes", "buttondown"),
        ("email name note subscribed_to_emails complimentary_plan labels tiers created_at", "ghost"),
        ("email active_subscription expiry email_disabled prefer_digests created_at", "substack"),
        ("email first_name last_name status tier created_at stripe_customer_id", "beehiiv"),
        ("id first_name email state created_at tags", "kit"),
        ("email name", "csv"),
        ("", "csv"),
    ],
)
def test_a_list_is_known_by_its_columns(columns: str, name: str):
    assert format_of(columns.split()).name == name
    assert format_of(columns.split(), "csv").name == "csv"


def test_an_unknown_format_is_said_with_the_known_ones():
    with pytest.raises(UsageError) as caught:
        format_of((), "listmonk")
    assert all(one.name in str(caught.value) for one in FORMATS)

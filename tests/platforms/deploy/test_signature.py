"""Signatures against the worked examples that the service publishes.

**Source:** docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, "GET Object" and "PUT Object" (read
2026-11; the key there is an example that opens nothing).
"""

from datetime import UTC, datetime

from inkwright.platforms.deploy.signature import Key, encoded, signed

KEY = Key("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
NOW = datetime(2013, 5, 24, tzinfo=UTC)
HOST = "https://examplebucket.s3.amazonaws.com/"


def signature(headers: dict[str, str]) -> str:
    return headers["authorization"].rpartition("Signature=")[2]


def test_get() -> None:
    made = signed("GET", HOST + "test.txt", {"Range": "bytes=0-9"}, b"", KEY, NOW)
    assert signature(made) == "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"


def test_put() -> None:
    headers = {"Date": "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY"}
    made = signed("PUT", HOST + encoded("test$file.text"), headers, b"Welcome to Amazon S3.", KEY, NOW)
    assert signature(made) == "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"


def test_get_with_a_query() -> None:
    made = signed("GET", HOST + "?max-keys=2&prefix=J", {}, b"", KEY, NOW)
    assert signature(made) == "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"


def test_the_secret_is_never_shown() -> None:
    key = Key("id", "CANARY", "CANARY-TOKEN")
    assert "CANARY" not in repr(key)
    assert "CANARY" not in signed("GET", HOST, {}, b"", KEY, NOW)["authorization"]
    assert signed("GET", HOST, {}, b"", key, NOW)["x-amz-security-token"] == "CANARY-TOKEN"

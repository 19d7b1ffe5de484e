"""Text that Obsidian's Excalidraw keeps packed: LZ78 codes of growing width, six bits in each Base64 character."""

import string
from collections.abc import Iterator

MAX_TEXT = 20_000_000
"""Characters of unpacked text beyond which it is refused."""
_ALPHABET = {
    letter: at for at, letter in enumerate(string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/")
}
_END = 2
"""The code that ends a text; 0 and 1 announce a new character of 8 or 16 bits."""


def unpack(packed: str) -> str:
    """The text that was packed; "" for an empty one. White space in between is left out.

    Raises ValueError for what was not packed so, and for a text of more than 20 million characters.
    **Source:** pieroxy.net/blog/pages/lz-string, "How does it work".
    """
    letters = "".join(packed.split()).rstrip("=")
    if not letters:
        return ""
    try:
        units = "".join(_texts(_Bits(letters)))
        return units.encode("utf-16", "surrogatepass").decode("utf-16")
    except (StopIteration, RuntimeError, KeyError, UnicodeError) as error:
        raise ValueError("the packed drawing is damaged") from error


class _Bits:
    """Numbers of any width out of a run of characters, the lowest bit first."""

    def __init__(self, letters: str) -> None:
        self._bits = (_ALPHABET[letter] >> shift & 1 for letter in letters for shift in range(5, -1, -1))

    def take(self, width: int) -> int:
        """The next number of so many bits."""
        return sum(next(self._bits) << at for at in range(width))


def _texts(bits: _Bits) -> Iterator[str]:
    """The pieces of the text, each the one before with a character more, or known from earlier."""
    known = ["", "", ""]
    width, room, length = 2, 1, 0
    last = ""
    while True:
        code = bits.take(width)
        if code == _END:
            return
        if code < _END:
            known.append(chr(bits.take(16 if code else 8)))
            code = len(known) - 1
            room -= 1
            if not last:
                width, room = 3, 4
            elif not room:
                room, width = 1 << width, width + 1
        if code > len(known) or (code == len(known) and not last):
            raise KeyError(code)
        piece = known[code] if code < len(known) else last + last[0]
        length += len(piece)
        if length > MAX_TEXT:
            raise ValueError("the packed drawing is too large")
        yield piece
        if last:
            known.append(last + piece[0])
            room -= 1
            if not room:
                room, width = 1 << width, width + 1
        last = piece

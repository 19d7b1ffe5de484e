"""What every drawing of numbers shares: the frame with its name, and text and coordinates that are fit for XML."""

from inkwright.model.regex import regex
from inkwright.render.escape import escape

WIDTH = 360
SIZE = 12
_FORBIDDEN = regex("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def framed(inside: str, height: float, alt: str, id_: str = "", told: str = "") -> str:
    """A drawing of `WIDTH` by `height` units that is one picture to those who cannot see it, named by `alt`.

    With an id the name, and what it tells besides, stand in it as its title and its description.
    """
    named, begins = f'aria-label="{clean(alt)}"', ""
    if id_:
        named, begins = f'aria-labelledby="{id_}-name"', f'<title id="{id_}-name">{clean(alt)}</title>\n'
    if id_ and told:
        named += f' aria-describedby="{id_}-told"'
        begins += f'<desc id="{id_}-told">{clean(told)}</desc>\n'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH} {unit(height)}" role="img" '
        f'{named} font-family="system-ui, sans-serif" font-size="{SIZE}" '
        f'fill="currentColor">\n{begins}{inside}\n</svg>\n'
    )


def clean(words: str) -> str:
    """Words as XML text or in an attribute. **Source:** XML 1.0, production 2 (Char)."""
    return escape(_FORBIDDEN.sub("\ufffd", words))


def unit(number: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{round(number, 1) + 0.0:.1f}".removesuffix(".0")

"""Colours that can be read, and a style for every class that the highlighter writes."""

from inkwright.render.code_style import (
    DARK_BACKGROUND,
    DARK_MARK,
    DARK_TEXT,
    LIGHT_BACKGROUND,
    LIGHT_MARK,
    LIGHT_TEXT,
    colours,
    stylesheet,
)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_has_enough_contrast():
    for group, light, dark in (*colours(), ("text", LIGHT_TEXT, DARK_TEXT)):
        for background in (LIGHT_BACKGROUND, LIGHT_MARK):
            assert contrast(light, background) >= 4.5, (group, background)
        for background in (DARK_BACKGROUND, DARK_MARK):
            assert contrast(dark, background) >= 4.5, (group, background)


def test_the_sheet_follows_the_system_and_a_switch():
    css = stylesheet()
    assert "@media (prefers-color-scheme:dark){:root{" in css
    switched = stylesheet('[data-theme="dark"]')
    assert '@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){' in switched
    assert '\n[data-theme="dark"]{' in switched
    assert css.count("{") == css.count("}")

"""The colours of highlighted code, light and dark, as one style sheet. Every colour reads at 4.5:1 or better."""

_GROUPS: tuple[tuple[str, str, str, str], ...] = (
    ("comment", "c c1 cm cp cpf cs ch", "#5f6874", "#9aa4b2"),
    ("keyword", "k kc kd kn kp kr ow", "#9d1c6b", "#ff8fc7"),
    ("type", "kt nc ne nn no", "#7a4a00", "#f2c078"),
    ("function", "nf fm nd", "#1f5fbf", "#8ab8ff"),
    ("builtin", "nb bp", "#006a75", "#6fd3de"),
    ("string", "s s1 s2 sa sb sc dl sd sh sx", "#1c6b33", "#97d59b"),
    ("escape", "se si sr ss", "#8f3d00", "#ffb27a"),
    ("number", "m mb mf mh mi mo il l ld", "#6b3fa0", "#c9a7ff"),
    ("name", "nt na nv vc vg vi vm py nl ni", "#1a5a8c", "#86c8f0"),
    ("prompt", "gp", "#5f6874", "#9aa4b2"),
    ("printed", "go gt gr", "#4a525c", "#b6c0cc"),
    ("deleted", "gd", "#a3122b", "#ff9aa5"),
    ("inserted", "gi", "#1c6b33", "#97d59b"),
    ("heading", "gh gu", "#1f5fbf", "#8ab8ff"),
)
"""Group, Pygments' short classes in it, colour on light, colour on dark."""

LIGHT_BACKGROUND, LIGHT_TEXT, LIGHT_MARK = "#f6f7f9", "#1f2328", "#fff1b8"
DARK_BACKGROUND, DARK_TEXT, DARK_MARK = "#161b22", "#e6e9ee", "#3a3413"


def groups() -> tuple[tuple[str, str, str, str], ...]:
    """Group, the short classes in it, light colour, dark colour, for whoever writes colours where no style sheet is."""
    return _GROUPS


def colours() -> tuple[tuple[str, str, str], ...]:
    """Group, light colour, dark colour, for whoever shows or measures them."""
    return tuple((group, light, dark) for group, _, light, dark in _GROUPS)


def stylesheet(dark_selector: str = "") -> str:
    """CSS for highlighted code. Dark follows the reader's system; `dark_selector` (for example
    `[data-theme="dark"]`) names an element state that asks for it too, and its counterpart `light` refuses it."""
    names = [(group, light, dark) for group, light, dark in colours()]
    light = "".join(f"--code-{group}:{colour};" for group, colour, _ in names)
    dark = "".join(f"--code-{group}:{colour};" for group, _, colour in names)
    light += f"--code-bg:{LIGHT_BACKGROUND};--code-fg:{LIGHT_TEXT};--code-mark:{LIGHT_MARK};"
    dark += f"--code-bg:{DARK_BACKGROUND};--code-fg:{DARK_TEXT};--code-mark:{DARK_MARK};"
    unless = f":root:not({dark_selector.replace('dark', 'light')})" if dark_selector else ":root"
    rules = [
        f":root{{{light}}}",
        f"@media (prefers-color-scheme:dark){{{unless}{{{dark}}}}}",
        f"{dark_selector}{{{dark}}}" if dark_selector else "",
        ".highlight{background:var(--code-bg);color:var(--code-fg)}",
        ".highlight pre{margin:0;padding:.8em 1em;overflow-x:auto;tab-size:4}",
        ".highlight .hll{display:block;margin:0 -1em;padding:0 1em;background:var(--code-mark);color:inherit}",
        ".highlight .ln{display:inline-block;min-width:2em;margin-right:1em;text-align:right;"
        "color:var(--code-comment);user-select:none}",
        ".highlight.output{border-left:.25em solid var(--code-comment)}",
        "figure.code{margin:1em 0}figure.code figcaption{font-family:monospace;font-size:.85em}",
        ".highlight .ge{font-style:italic}.highlight .gs{font-weight:bold}",
    ]
    rules += [_rule(group, classes) for group, classes, _, _ in _GROUPS]
    return "\n".join(rule for rule in rules if rule) + "\n"


def _rule(group: str, classes: str) -> str:
    selectors = ",".join(f".highlight .{name}" for name in classes.split())
    return f"{selectors}{{color:var(--code-{group})}}"

"""A goal as a row of boxes, one for each step: those that are done are filled and ticked, so that colour never tells
alone."""

from inkwright.render.chart_frame import SIZE, WIDTH, clean, framed, unit

FILL = "#0072b2"
"""**Source:** as in `charts`; white stands out from it at 5.2:1."""
MOST = 40
"""Boxes that can be told apart; a longer row becomes one bar."""
_HIGH, _GAP = 26, 3


def goal_bar(done: int, goal: int, alt: str, id_: str = "", told: str = "") -> str:
    """`done` of `goal` (1 or more) steps, with the words for it below; more than all are drawn as all."""
    filled = min(done, goal)
    parts = _boxes(filled, goal) if goal <= MOST else _bar(filled / goal)
    parts.append(f'<text x="0" y="{_HIGH + SIZE + 5}">{clean(f"{done} of {goal}")}</text>')
    return framed("\n".join(parts), _HIGH + SIZE + 12, alt, id_, told)


def _boxes(filled: int, goal: int) -> list[str]:
    step = (WIDTH - 2 + _GAP) / goal
    out = []
    for at in range(goal):
        x, wide = 1 + at * step, step - _GAP
        fill = FILL if at < filled else "none"
        out.append(
            f'<rect x="{unit(x)}" y="1" width="{unit(wide)}" height="{_HIGH - 2}" rx="3" fill="{fill}" '
            'stroke="currentColor" stroke-opacity=".75"/>'
        )
        if at < filled and wide >= SIZE:
            middle = x + wide / 2
            out.append(
                f'<path d="M{unit(middle - 5)} 13L{unit(middle - 1)} 17L{unit(middle + 5)} 9" fill="none" '
                'stroke="#fff" stroke-width="2"/>'
            )
    return out


def _bar(share: float) -> list[str]:
    return [
        f'<rect x="1" y="1" width="{unit((WIDTH - 2) * share)}" height="{_HIGH - 2}" rx="3" fill="{FILL}"/>',
        f'<rect x="1" y="1" width="{WIDTH - 2}" height="{_HIGH - 2}" rx="3" fill="none" stroke="currentColor" '
        'stroke-opacity=".75"/>',
    ]

"""The goal of posts: how many are out, when the others are due."""

from inkwright.measure.report.facts import Facts
from inkwright.measure.report.parts import Cell, Figure, Section, named, number, some, table
from inkwright.render.goal_bar import goal_bar


def section(facts: Facts) -> Section:
    """The bar of the goal, and its posts with their days."""
    goal = facts.goal
    span = f"{goal.begin} to {goal.end}"
    said = f"{goal.done} of {some(goal.goal, 'post')} from {span}."
    left = f"{goal.left} left; evenly spread, the next is due on {goal.due[0]}." if goal.due else "The goal is reached."
    out = sorted((post for post in facts.shown if goal.begin <= post.date <= goal.end), key=lambda p: p.date)
    rows = [(number(no), named(post.title), Cell(post.date)) for no, post in enumerate(out, 1)]
    rows += [(number(goal.done + no), Cell("still to come"), Cell(f"by {day}")) for no, day in enumerate(goal.due, 1)]
    bar = goal_bar(goal.done, goal.goal, f"{goal.done} of {goal.goal} posts are out", "goal-drawing", span)
    figure = Figure("goal-posts", "Posts of the goal", bar, table(f"Posts from {span}", ("No.", "Post", "Day"), rows))
    return Section("goal", "The goal", (said, left), (figure,))

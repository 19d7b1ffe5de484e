"""The public endpoints of the newsletter: sign up, confirm, leave, choose, web-hooks, counts. They go through flows."""

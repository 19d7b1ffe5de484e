"""Where a built site can be sent: one file per kind of target, found by its name; nothing is registered."""

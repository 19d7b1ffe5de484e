"""Files of readings, one format each, found by its file; nothing is registered.

`LABEL`, `SOURCE` (where its columns are documented), `WANTS` (for each column it cannot do without the names that it
may have), `TAKEN` (all columns it knows, where others may hold counts too), `ONE_OF` (those of which it takes the
first), `matches(file)`, and `read(file) -> Reading | Unread | Told, ...` or, where each row is one view,
`visits(file) -> Visit | Unread, ...`.
"""

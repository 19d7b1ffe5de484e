"""Files of readings, one format each: `LABEL`, `SOURCE` (where its columns are documented), `matches(file)` and
`read(file) -> Reading | Unread, ...`. A format is found by its file; nothing is registered."""

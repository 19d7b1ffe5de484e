"""Places that count readers and tell it by an API, one file each with a `COUNTER`: what is asked of them. What they
answer is handed on as the file that one could have exported there; `measure` reads it."""

"""A small post with its parts, for the tests of this room; written for them."""

POST = """---
title: Why our cache of sessions was slow
description: A cache of sessions got 12 times faster when we stopped serialising twice.
tags: [caching]
date: 2026-11-02
---

Our cache of sessions answered in 48 ms, and nobody knew why. A cache should answer in one or two milliseconds. This is
what we looked at first.

## Why it matters

Every page of the shop reads the session, so a slow cache makes every page slow. Customers left at the till because the
till reads the session nine times. However, no graph showed it.

## What we found

The client serialised each session twice, which cost 31 ms of the 48 ms. Turning off the second pass brought the cache
down to 4 ms at the median. As shown in Figure 2, the tail fell too. It fell by half for the largest sessions.

```python
answer = 42
```

The patch (`pool.take()`) is two lines long, see the table below.

## Limits

The gain does not hold for sessions below one kilobyte, where the network dominates. We cannot tell whether a newer
client does better.

## What to do

Measure the client before you blame the server. If your cache takes more than 5 ms for a small value, look at
serialisation first.

Have you ever found a cost that no graph had shown?
"""

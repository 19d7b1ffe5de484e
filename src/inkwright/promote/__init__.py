"""Telling people of a post: drafts cut from its own sentences, each network's rules, what is left to do."""

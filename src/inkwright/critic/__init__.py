"""The optional critic: a language model as a reader who asks and doubts. It has no way to put a word into a post."""

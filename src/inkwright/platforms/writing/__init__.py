"""What platforms are written to with: how a post looks there, and the requests that put it there."""

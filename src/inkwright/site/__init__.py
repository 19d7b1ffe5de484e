"""Posts to pages: build, feeds, themes."""

"""Text to Document and back, pure: parsing, front matter, prose, edits, and what a post says about itself."""

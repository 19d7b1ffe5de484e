"""Document -> the Markdown of another platform: what it writes otherwise is rewritten, all else stays as it stands."""

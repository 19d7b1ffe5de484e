"""What the reading sides of the platforms share: an export, HTML to clean Markdown, footnotes, embeds."""

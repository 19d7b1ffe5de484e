"""Document to HTML, e-mail, plain text and platform Markdown, pure."""

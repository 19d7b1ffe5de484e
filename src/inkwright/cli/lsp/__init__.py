"""The language server: the editor's findings where the writer writes."""

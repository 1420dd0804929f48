"""Turn answers and claims into text, Markdown and JSON; nothing here prints."""

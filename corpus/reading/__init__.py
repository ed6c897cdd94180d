"""From the bytes of a file to text with structure: HTML, Markdown and plain text."""

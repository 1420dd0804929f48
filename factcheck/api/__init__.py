"""What a program calls: corpora opened, and what they say, as values; nothing is printed."""

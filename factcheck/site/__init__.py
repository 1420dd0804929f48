"""A static site of a corpus: its pages as values, and the files that hold them."""

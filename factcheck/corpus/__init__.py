"""Read a corpus from its files, check it and prove its quotations."""

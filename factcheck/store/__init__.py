"""A corpus compiled for look-ups: how it is made, kept on disk and read back."""

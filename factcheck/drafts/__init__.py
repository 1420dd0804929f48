"""Drafts: what a person reads in a file, where it stands, and where it departs from sources."""

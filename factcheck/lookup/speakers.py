"""Tell whether a speaker is whom somebody names, by any of the names that a corpus knows."""

from factcheck.compare.profile import words_of
from factcheck.text.reading import Reader


def is_called(speaker: str, name: str, reader: Reader) -> bool:
    """Whether `name` is one for `speaker`: for the same person or body, or all of it is in theirs.

    So `the PM` is one for `Keir Starmer`, and `council` for `The council`.
    """
    meant = reader.read(name)
    if meant.names and meant.names == meant.terms:  # `Jane Cooper` isn't just any Cooper
        return not set(meant.names).isdisjoint(reader.read(speaker).names)
    said = set(words_of(name))
    return bool(said) and said <= set(words_of(speaker))

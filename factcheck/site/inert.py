"""Make any text one line that a page shows as it is."""

import re

from factcheck.show.escaping import UNSAFE

WHITE = re.compile(r"[\t\n\r]+")


def inert(text: str) -> str:
    """Return `text` on one line, its control and direction characters visible as `�`.

    It may hold anything that means something to HTML: whoever writes it there escapes it.
    """
    return UNSAFE.sub("�", WHITE.sub(" ", text))

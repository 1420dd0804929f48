"""Turn what people type or paste into plain lower-case text.

Links, retweet marks and emoji say nothing about a claim and go; a #HashTag or
@Handle is split at its capitals and stays, because dropping it loses words.
Patterns that few texts need are compiled when one does: compiling is slow.
"""

import re
import unicodedata

from factcheck.text.dates import MONTHS

MAX_CHARACTERS = 5_000
"""A query is read up to here; the longest sentence of any corpus is far shorter."""

CHATTER = frozenset(
    "i me my we lol imo imho tbh fwiw op edit lurker cheers lads mate folks".split()
)
DAY = re.compile(r"\b((?:19|20)\d\d)-(0[1-9]|1[0-2])-([0-2]\d|3[01])\b")
SENTENCE = 4
"""A text of so many words can stand without the tags behind it."""
PLAIN = str.maketrans("‘’‚‛´`“”„‟«»‐‑‒–—―−", "''''''\"\"\"\"\"\"-------")
FULL = {"won't": "will not", "can't": "can not", "cannot": "can not", "ain't": "is not"}
AUXILIARIES = "is are was were has have had do does did would should could".split()
FULL |= {f"{word[:-2]}dnt": f"{word} not" for word in ("would", "should", "could")}
FULL |= {f"{word}{ending}": f"{word} not" for word in AUXILIARIES for ending in ("n't", "nt")}
RAISED = re.compile(r"(?<=\S)[¹²³⁰⁴-⁹]+|(?<=\d)[₀-₉]+")
"""The mark of a note, or a power: no part of the number or the word before it."""
TAG = re.compile(r"#\w+\s*")
LONG = {"ll": "will", "ve": "have", "re": "are", "m": "am"}
QUOTED = re.compile(r"(?<!\w)'(?=\w)([^']*(?:(?<=\w)'(?=\w)[^']*)*)'(?!\w)")
"""What stands between single quotation marks; an apostrophe may be inside a word of it."""
SYMBOLS = frozenset("£€$%+~<>=")


def body(text: str) -> str:
    """Return the part of `text` that asserts something.

    That is without the tags at its end, which only name its subject, and without
    the sentences in which the writer speaks of himself. A text that is little
    else stays as it is.
    """
    kept = text = text[:MAX_CHARACTERS]
    while (at := kept.rfind("#")) >= 0 and TAG.fullmatch(kept, at):
        kept = kept[:at].rstrip()
    sentences = re.split(r"(?<=[.!?…])\s+", kept)
    if len(sentences) > 1:
        kept = " ".join(one for one in sentences if not _is_chatter(one))
    return kept if len(kept.split()) >= SENTENCE else text


def _is_chatter(sentence: str) -> bool:
    words = sentence.replace("’", "'").lower().replace("'", " ").split()
    quoted = any(mark in sentence for mark in '"“”')
    return not quoted and not CHATTER.isdisjoint(word.strip(".,:;!?") for word in words)


def clean(text: str) -> str:
    """Return `text` in lower case, without links, marks of a post, emoji or controls."""
    text = text[:MAX_CHARACTERS]
    if "@" in text or "#" in text or "/" in text:
        text = _without_marks(text)
    if DAY.search(text):
        text = DAY.sub(_day, text)
    if text.isascii():
        text = text.replace("`", "'").lower()
    else:
        text = unicodedata.normalize("NFKC", RAISED.sub("", text))[:MAX_CHARACTERS]
        text = text.translate(PLAIN).lower()
    if "'" in text:
        text = QUOTED.sub(r'"\1"', text)
    if not text.isascii() or not text.isprintable():
        text = "".join(map(_kept, text))
    return " ".join(map(_full, text.split()))


def _day(found: re.Match[str]) -> str:
    """Return an ISO date as people write it: its parts are no figures."""
    year, month, day = found.groups()
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def _without_marks(text: str) -> str:
    text = re.sub(r"(?i)(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+", " ", text)
    text = re.sub(r"^\s*RT\s+@\w+\s*:?\s*", "", text)
    return re.sub(r"[#@](\w+)", lambda tag: _split(tag[1]), text)


def _split(tag: str) -> str:
    return re.sub(
        r"_|(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\d)(?=[A-Za-z])", " ", tag
    )


def _kept(character: str) -> str:
    """Return a character that says something; an emoji ends a clause, anything else parts words.

    A digit of any script is put as 0 to 9, so that each one left can be counted with.
    """
    category = unicodedata.category(character)
    if category[0] == "N":
        digit = unicodedata.digit(character, None)
        return " " if digit is None else str(digit) if category == "Nd" else f" {digit} "
    if category[0] in "LPM" or character in SYMBOLS:
        return character
    return " . " if category == "So" else " "


def _full(word: str) -> str:
    """Write out `n't`, and set a possessive `'s` apart, and drop a shortened verb's ending."""
    if word.isalpha():
        return FULL.get(word, word)
    bare = word.rstrip('.,;:!?)"')
    if bare in FULL:
        return FULL[bare] + word[len(bare) :]
    if "'" in word:
        stem, _, ending = word.rpartition("'")
        end = ending.rstrip('.,;:!?)"')
        shortened = end in {"s", "ve", "re", "ll", "d", "m"} or (not end and stem.endswith("s"))
        if stem and end in LONG:
            return f"{stem} {LONG[end]}{ending[len(end) :]}"
        if stem and shortened:
            return f"{stem} 's{ending[len(end) :]}" if end == "s" else stem + ending[len(end) :]
    return word

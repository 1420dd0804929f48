"""The kinds of finding: what each is called, how grave it is, and what it means."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")
"""From the least grave on."""


class Kind(NamedTuple):
    """A kind of finding.

    Attributes:
        id: Its name in suppressions, in JSON and for `explain`; it never changes.
        headline: What it is called.
        severity: How grave it is.
        meaning: When a sentence is flagged.
        flagged: A sentence that is, with the built-in corpus.
        sound: One like it that isn't.
    """

    id: str
    headline: str
    severity: Severity
    meaning: str
    flagged: str
    sound: str


UNUSED = Kind(
    "unused",
    "unused suppression",
    "warning",
    "A comment that suppresses nothing: what it names isn't found, or it is misspelt.",
    "",
    "",
)
KINDS = (
    Kind(
        "number",
        "contradicted",
        "error",
        "The source gives another figure for what the sentence counts.",
        "Baroness Casey made 20 recommendations.",
        "Baroness Casey made 12 recommendations.",
    ),
    Kind(
        "date",
        "contradicted",
        "error",
        "The source gives another date.",
        "Alexis Jay published her Rotherham report in 2016.",
        "Alexis Jay published her Rotherham report in 2014.",
    ),
    Kind(
        "place",
        "contradicted",
        "error",
        "The source speaks of another place.",
        "The 1,400 children in the Jay report were exploited in Oldham.",
        "The 1,400 children in the Jay report were exploited in Rotherham.",
    ),
    Kind(
        "speaker",
        "contradicted",
        "error",
        "The source has somebody else say, write or find this.",
        "“The wrongs of the past have to be righted,” wrote Yvette Cooper.",
        "“The wrongs of the past have to be righted,” wrote Baroness Casey.",
    ),
    Kind(
        "person",
        "contradicted",
        "error",
        "The source has somebody else do this, or have it done to them.",
        "It was Jess Phillips who launched the Grooming Gangs Taskforce in 2023.",
        "It was Rishi Sunak who launched the Grooming Gangs Taskforce in 2023.",
    ),
    Kind(
        "direction",
        "contradicted",
        "error",
        "The source has it the other way round: what came first, or what led to what.",
        "Cooper announced money for local inquiries before the amendment was voted down.",
        "Cooper announced money for local inquiries after the amendment was voted down.",
    ),
    Kind(
        "negated",
        "contradicted",
        "error",
        "The sentence denies what the source states, or states what it denies.",
        "Phillips agreed to Oldham's request for a national inquiry.",
        "Phillips turned down Oldham's request for a national inquiry.",
    ),
    Kind(
        "overstated",
        "contradicted",
        "error",
        "The source says less: some and not all, alleged and not proved, planned and not done.",
        "Casey suggested evidence of all child sexual abuse cases involving asylum seekers.",
        "Casey suggested evidence of some child sexual abuse cases involving asylum seekers.",
    ),
    Kind(
        "close",
        "not as the source has it",
        "warning",
        "All words of the sentence are the record's, but of somebody or somewhere else, in "
        "another part, or with more certainty; the source doesn't exclude it.",
        "1,400 children were sexually exploited in Oldham.",
        "1,400 children were sexually exploited in Rotherham.",
    ),
    Kind(
        "misquoted",
        "misquoted",
        "error",
        "What stands in quotation marks is nearly the source's words, and not quite.",
        "Badenoch said: “This is not a triumph for politicians.”",
        "Badenoch said: “This is not a victory for politicians.”",
    ),
    Kind(
        "misattributed",
        "misattributed",
        "error",
        "The words in quotation marks are the source's, but somebody else's.",
        "Yvette Cooper said: “This is not a victory for politicians.”",
        "Kemi Badenoch said: “This is not a victory for politicians.”",
    ),
    Kind(
        "unattributed",
        "stated as fact",
        "warning",
        "The source reports this as what somebody alleges, and the sentence doesn't say so.",
        "Starmer failed to act when he was director of public prosecutions.",
        "Musk accused Starmer of failing to act when he was director of public prosecutions.",
    ),
    Kind(
        "reply",
        "reply left out",
        "warning",
        "The source reports a reply to this allegation, and the draft doesn't tell of it.",
        "Elon Musk called Jess Phillips an evil witch.",
        "Elon Musk called Jess Phillips an evil witch. It turned her world upside down, she said.",
    ),
    Kind(
        "superseded",
        "superseded",
        "warning",
        "The corpus had a claim that says this, and it was withdrawn or corrected.",
        "",
        "",
    ),
    Kind(
        "not-covered",
        "not covered",
        "note",
        "The sentence is near the corpus' subject, and nothing in the corpus settles it.",
        "The inquiry into grooming gangs will be chaired by a retired judge.",
        "The weather in Lisbon was fine.",
    ),
    UNUSED,
)
BY_ID = {kind.id: kind for kind in KINDS}
OF_REASON = {
    "number": "number",
    "rate": "number",
    "date": "date",
    "place": "place",
    "speaker": "speaker",
    "actor": "person",
    "role": "direction",
    "order": "direction",
    "negation": "negated",
    "quantity": "overstated",
    "hedge": "overstated",
    "mood": "overstated",
    "scope": "overstated",
}
"""Which kind of finding a reason gives that contradicts."""

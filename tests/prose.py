"""Ordinary prose on other subjects, put together from the word lists here."""

from random import Random

WHO = (
    "The mayor of Valletta|A baker in Ghent|Our neighbour Ingrid|The national orchestra|The union|"
    "Prime Minister Okafor|A report by the harbour board|The club's new captain|Police in Oslo|"
    "The minister for fisheries|Doctor Lindqvist|Thousands of cyclists|Two thirds of the growers|"
    "An audit of the railway|The opposition in Wellington|My aunt|The survivors of the storm|"
    "A former judge|Children at the school by the lake|The inquiry into the dam"
).split("|")
DID = (
    "said that {what} would {do}|did not {do} before {when}|promised to {do} {when}|"
    "has asked {whom} to {do}|voted to {do} by {n} to {m}|found that {n} of {m} {what} were late|"
    "called for {n} new {what} {when}|denied that {what} cost more than {n} pounds|"
    "apologised to {whom} for the {what}|recorded {n} {what} in {year}|wrote on {what} in {year}|"
    "refused to pay for the {what}|was accused by {whom} of hiding the {what}|"
    "spent {n} weeks with {whom}|never mentioned the {what} to {whom}"
).split("|")
WHAT = (
    "bridges|lighthouses|violins|apple trees|ferries|bus lanes|recipes|glaciers|libraries|"
    "maps of the coast|tunnels|broken windows|recommendations on noise|grants for theatres|"
    "school meals|cases of measles|prosecutions for fishing|committees|timetables|lost parcels"
).split("|")
DO = (
    "repair the roof|paint the hall|open the archive|close the market on Mondays|sing in Latin|"
    "plant {n} oaks|publish the accounts|count the swans|lower the fares|move the statue|"
    "investigate the flood|support the strike|change the law on parking|hold a public inquiry"
).split("|")
WHOM = "her brother|the passengers|Mr Abara|the union|a journalist|the parents|the bishop".split(
    "|"
)
WHEN = (
    "in May|last winter|by 2031|on Tuesday|after the harvest|in the spring|within two years".split(
        "|"
    )
)


def prose(count: int) -> list[str]:
    """Return `count` different sentences."""
    random = Random(count)  # noqa: S311 - nothing secret
    found: dict[str, None] = {}
    while len(found) < count:
        found[_sentence(random)] = None
    return list(found)


def _sentence(random: Random) -> str:
    lists = {"what": WHAT, "do": DO, "whom": WHOM, "when": WHEN}
    text = f"{random.choice(WHO)} {random.choice(DID)}."
    while "{" in text:
        values = {name: random.choice(words) for name, words in lists.items()}
        numbers = {"n": random.randint(2, 900), "m": random.randint(901, 2000)}
        text = text.format(**values, **numbers, year=random.randint(1950, 2030))
    return text

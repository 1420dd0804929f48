"""Each rule of the comparison, both ways: what it flags, and what is like it and sound.

The records are invented, a sentence each, on a harbour, a choir and an orchard.
"""

import pytest

from factcheck.compare.profiling import profile
from factcheck.compare.reason import Effect, Reason
from factcheck.compare.verdict import Judgement, judge
from factcheck.record import Claim, Lexicon, Name
from factcheck.text.lexicon import table
from factcheck.text.reading import Reader

NAMES = (
    Name("Ines Holt", "person", ("Holt", "the harbour master")),
    Name("Pavel Rusk", "person", ("Rusk",)),
    Name("Lena Dorn", "person", ("Dorn",)),
    Name("Mole Bay", "place", ()),
    Name("Norvik", "place", ()),
    Name("The Tribune", "body", ("Tribune",)),
    Name("Norvik Harbour Board", "body", ()),
)
READER = Reader(table(Lexicon(names=NAMES)))

FERRIES = "The Tribune reports that nine ferries were cancelled in Mole Bay in March 2031."
STRANDED = "Around 300 passengers were stranded in Mole Bay, Ines Holt said."
ORDERED = "Ines Holt ordered the crews to move some of the old boats."
TRIED = "Pavel Rusk tried to sell the lighthouse."
PLEDGED = "Ines Holt promised to repair the pier."
SANG = "The choir sang in Norvik before the storm because the church had been closed."
CHOIR = "Lena Dorn praised the choir of Norvik."
FEES = "Each singer of the choir paid £12 a month."
GIRLS = "Most of the singers were Danish girls, and the soloists were Irish men."
NEVER = "The choir did not record the concert."
PICKED = "Rusk's orchard picked 400 apples a year from 2028 to 2030."
SHARE = "Two-thirds of the apples in the orchard were bruised."
OFTEN = "The apples of the orchard were often bruised."
AUDIT = "Dorn's audit found a failure to prune the orchard."
TOLD = "Lena Dorn told Pavel Rusk that the pier had burned."
BEATEN = "The choir won the contest by a margin of over 20."
ROSE = "Norvik's catch rose to 900 tonnes while Mole Bay's fell to 40 tonnes."
PAID = "The choir paid £90 for two organs."
FOUND = "The Tribune found no evidence of a leak in the pier."
SHARED = "Ines Holt improved the sharing of tools among the crews."
PLANS = "Pavel Rusk made nine plans."
CATCH = "Norvik's catch was 900 tonnes."
UNNAMED = "Nine ferries do not have their crews named."
DROWNED = "Dorn said that nine singers fell in, and did not say that any of them drowned."
DENIED = "The Tribune found no evidence of any crew not sailing."
ACCEPTED = "Pavel Rusk made nine plans and Ines Holt accepted seven of them."
FELL = "Mole Bay's catch fell by 40 tonnes."
CATCH_ROSE = "Norvik's catch rose from 700 to 900 tonnes."
APART = "Norvik's catch fell to 40 tonnes, while Mole Bay's fell by 90 tonnes."
LATE = "Most night ferries were late in Mole Bay."
ASKED = "Ines Holt asked the crews to move the boats."
OFFER = "Pavel Rusk made nine plans for the council."
ALL = "Ines Holt accepted all nine plans."
CHOICE = "Ines Holt refused a trial in favour of a review."
AUDIT_BY = "£90 went to local choirs and an audit by Lena Dorn."
TRIAL = "Pavel Rusk was jailed during the same trial as that of a gang from Norvik."
KEPT = "The organ was kept by the choir, and Pavel Rusk laughed."
LOST = "Half of the lost boats had burned because of a storm in Norvik."
TWICE = "In 2031, after a storm in 2030, the pier was mended."
INSTEAD = "The choir chose song instead of dance."
SAILED = "The Tribune found no evidence of crews failing to sail."
SOUGHT = "Pavel Rusk sought in March to sell the lighthouse."
ESTIMATE = "Dorn's report estimates that 900 boats are likely to sink."
PAYS = "Dorn announced that the pier would be paid for by the council."
ROBBED = "The singers were robbed in Norvik by groups of mostly Danish men."
BOARD = "Norvik Harbour Board voted to close the pier."
BLIGHT = "The blight led to the loss of the harvest in the orchard."
NO_CHOIR = "None of the prizes went to the choir."
LEAK = "The leak was not recorded by the crews."
WANTED = "The crews wanted a trial in Norvik, and Ines Holt denied it."
BLAMED = "Ines Holt blamed the crews and said they had overslept."
BOARD_KEEPS = "Norvik Harbour Board voted to keep Pavel Rusk in his post."
PLANNED = "Pavel Rusk's nine plans were made."
TIRED = "Crews in sailing clubs were often tired."
SANK = "Boats sank in Norvik."
CALLED = "Pavel Rusk called Lena Dorn a bad sailor."
SHORT = "The concert was stopped by a shortage of singers."
TRIAL_OF = "Angry young crews stopped the trial."
SPLIT = "£90 was split between rehearsals and a concert conducted by Dorn."
AT = "Rusk sang at Mole Bay."
ASKED_FOR = "Holt refused Rusk's plea for a trial in favour of a review."
THIEVES = "Those who steal old boats are fined."
KEEPING = "All of Lena Dorn's recommendations will be implemented by the council."


def judged(record: str, said: str, accuser: str = "") -> Judgement:
    """Return what a record of one sentence, somebody's allegation if `accuser` is given, says."""
    kind = "allegation" if accuser else "event"
    claim = Claim("record", record, kind, accuser or "The Tribune", (), ("None.",))
    return judge(READER.read(said), profile(claim, READER))


FLAGGED = [
    ("number", "contradicted", FERRIES, "Ten ferries were cancelled in Mole Bay in March 2031."),
    ("number", "contradicted", PICKED, "Rusk's orchard picked 500 apples a year."),
    ("number", "contradicted", SHARE, "Half of the apples in the orchard were bruised."),
    ("rate", "contradicted", FEES, "Each singer of the choir paid £12 a year."),
    ("rate", "contradicted", PICKED, "Rusk's orchard picked 400 apples a month."),
    ("hedge", "close", STRANDED, "Ines Holt said 300 passengers were stranded in Mole Bay."),
    ("date", "contradicted", FERRIES, "Nine ferries were cancelled in Mole Bay in March 2032."),
    ("date", "contradicted", FERRIES, "Nine ferries were cancelled in Mole Bay before March 2031."),
    ("added", "close", FERRIES, "Nine rusty ferries were cancelled in Mole Bay in March 2031."),
    ("added", "close", CHOIR, "Lena Dorn praised the Catholic choir of Norvik."),
    ("added", "close", TRIED, "Pavel Rusk tried to sell the lighthouse for scrap."),
    ("actor", "close", CHOIR, "Pavel Rusk praised the choir of Norvik."),
    ("actor", "close", FERRIES, "Nine ferries were cancelled in Norvik in March 2031."),
    ("added", "close", GIRLS, "Most of the singers were middle-aged Danish girls."),
    ("number", "close", FERRIES, "Holt, 52, said nine ferries were cancelled in Mole Bay."),
    ("condition", "close", NEVER, "The choir would have recorded the concert."),
    ("attachment", "close", GIRLS, "Most of the singers were Irish girls."),
    ("attachment", "close", GIRLS, "The soloists were Danish men."),
    ("negation", "contradicted", NEVER, "The choir recorded the concert."),
    ("negation", "contradicted", CHOIR, "Lena Dorn did not praise the choir of Norvik."),
    (
        "negation",
        "contradicted",
        TRIED,
        "It is false that Rusk tried to sell the lighthouse.",
    ),
    ("negation", "contradicted", NEVER, "The choir never failed to record the concert."),
    ("negation", "contradicted", LEAK, "The crews did not fail to record the leak."),
    ("added", "close", "The crews need rest.", "The crews are getting rest."),
    ("quantity", "contradicted", ALL, "Some of the nine plans were accepted by Holt."),
    ("quantity", "close", SANK, "Most of the boats sank in Norvik."),
    ("role", "close", CALLED, "Lena Dorn is a bad sailor."),
    ("negation", "contradicted", "Entry was refused to Dorn.", "Entry was not refused to Dorn."),
    ("negation", "close", SHORT, "The concert was stopped by singers."),
    ("mood", "close", "Holt told the crews to sail.", "The crews sailed."),
    ("role", "close", "It is Dorn whom Holt saw sailing with Rusk.", "Dorn saw Rusk."),
    ("attachment", "close", TRIAL_OF, "Angry young crews were stopped by the trial."),
    (
        "scope",
        "close",
        "The keeper saw Pavel Rusk fall in March.",
        "The keeper saw it fall in March.",
    ),
    ("attachment", "close", SPLIT, "The rehearsals were conducted by Dorn."),
    ("role", "close", AT, "Rusk sang outside Mole Bay."),
    (
        "negation",
        "contradicted",
        "The harvests fell after the storm.",
        "Harvests up after the storm.",
    ),
    (
        "order",
        "contradicted",
        ASKED_FOR,
        "Holt refused Rusk's plea for a review in favour of a trial.",
    ),
    ("role", "close", "Rusk fed the cats of Dorn.", "Dorn did not feed the cats."),
    ("scope", "close", THIEVES, "Those who steal boats are fined."),
    ("mood", "close", WANTED, "The crews wanted a trial in Norvik."),
    ("role", "close", BLAMED, "Ines Holt blamed the crews and said she too had overslept."),
    ("attachment", "close", BOARD_KEEPS, "The board voted Rusk out of his post."),
    ("role", "close", "Pavel Rusk sacked Lena Dorn.", "Lena Dorn sacked Pavel Rusk."),
    ("role", "close", "The crews blamed the passengers.", "The passengers blamed the crews."),
    ("mood", "close", TRIED, "Pavel Rusk sold the lighthouse."),
    ("mood", "close", PLANS, "Pavel Rusk wanted nine plans."),
    ("mood", "close", PLEDGED, "Ines Holt repaired the pier."),
    ("mood", "close", ORDERED, "The crews moved some of the old boats."),
    ("condition", "close", CHOIR, "If Lena Dorn had praised the choir of Norvik."),
    (
        "quantity",
        "contradicted",
        ORDERED,
        "Holt ordered the crews to move all of the old boats.",
    ),
    ("quantity", "close", ORDERED, "Ines Holt ordered the crews to move the old boats."),
    ("quantity", "close", OFTEN, "The apples of the orchard were bruised."),
    ("quantity", "close", SHARE, "The apples in the orchard were bruised."),
    ("negation", "contradicted", "The choir won a big prize.", "The choir won a little prize."),
    ("place", "contradicted", "The choir of Norvik sang.", "The choir of Mole Bay sang."),
    ("actor", "contradicted", "Ines Holt sank the ferry.", "It was Lena Dorn who sank the ferry."),
    ("speaker", "contradicted", "Holt said: “The pier is done.”", "Dorn said: “The pier is done.”"),
    ("order", "contradicted", SANG, "The choir sang in Norvik after the storm."),
    ("order", "contradicted", BLIGHT, "The loss of the harvest in the orchard led to the blight."),
    ("role", "close", TOLD, "The pier had burned, Pavel Rusk told Lena Dorn."),
    ("speaker", "close", TOLD, "Pavel Rusk said that the pier had burned."),
    ("actor", "close", AUDIT, "The Rusk audit found a failure to prune the orchard."),
    ("negation", "contradicted", AUDIT, "Dorn's audit found the orchard pruned."),
    ("rate", "close", PAID, "The choir paid £90 each for two organs."),
    (
        "mood",
        "close",
        ORDERED,
        "Holt ordered the crews to move some of the old boats, and they did.",
    ),
    (
        "role",
        "close",
        ROSE,
        "Mole Bay's catch rose to 900 tonnes while Norvik's fell to 40 tonnes.",
    ),
    ("order", "close", CHOIR, "Lena Dorn praised the choir because of Norvik."),
    ("added", "close", CHOIR, "Lena Dorn praised the choir of Norvik on the radio."),
    ("added", "close", PLANS, "Pavel Rusk gave up nine plans."),
    ("added", "close", PLANS, "Pavel Rusk went through nine plans."),
    ("added", "close", PLANS, "Pavel Rusk is in charge of nine plans."),
    ("rate", "close", "Two organs got £90 from the choir.", "Each organ got £90 from the choir."),
    ("number", "contradicted", CATCH, "Norvik's catch was 700 tonnes."),
    ("number", "close", CATCH, "Norvik's catch was up from 700 tonnes."),
    ("number", "close", ACCEPTED, "Rusk made nine plans and Holt accepted nine of them."),
    ("date", "close", TWICE, "In 2031, after a storm in 2031, the pier was mended."),
    ("negation", "close", INSTEAD, "The choir chose dance instead of song."),
    (
        "negation",
        "close",
        SAILED,
        "The Tribune found no evidence that fog prevented the crews sailing.",
    ),
    ("mood", "close", SOUGHT, "Pavel Rusk sold the lighthouse."),
    (
        "actor",
        "close",
        ESTIMATE,
        "An estimated 900 boats are likely to sink, per the Rusk report.",
    ),
    ("role", "close", PAYS, "The pier would be paid for by Dorn, the council announced."),
    ("role", "close", ROBBED, "The singers robbed groups of mostly Danish men in Norvik."),
    ("quantity", "close", "Most crews robbed the choir.", "The crews mostly robbed the choir."),
    ("role", "close", AUDIT_BY, "£90 went to Lena Dorn."),
    ("attachment", "close", LOST, "Half of the boats were lost."),
    ("role", "close", "Dorn's notes led to Rusk's tour.", "Rusk's notes led to Dorn's tour."),
    ("role", "close", "Dorn was blamed by Rusk for refusing a boat.", "Rusk refused a boat."),
    ("attachment", "close", "Rusk won the vote on a boat by 20.", "Rusk won a boat by 20."),
    ("number", "close", ACCEPTED, "Rusk made seven plans."),
    ("attachment", "close", TRIAL, "Pavel Rusk was one of a gang from Norvik."),
    ("attachment", "close", "Dorn was jailed over a theft.", "A theft was jailed over Dorn."),
    ("attachment", "close", "Rusk tabled a change to the bill.", "Rusk tabled the bill."),
    ("attachment", "close", "Holt feared a loss of crews in fog.", "Holt feared crews of a loss."),
    (
        "attachment",
        "close",
        "The pier freed the crews from fog.",
        "Fog freed the crews of the pier.",
    ),
    (
        "attachment",
        "close",
        "The council voted against closing the hall at Norvik.",
        "The council voted against closing Norvik.",
    ),
    ("role", "close", "Dorn was accused by Rusk of being late.", "Rusk was late."),
    ("role", "close", KEPT, "Rusk kept the organ."),
    ("role", "close", "Dorn spoke in Norvik.", "Dorn spoke to Norvik."),
    ("negation", "close", "No sign of crews failing to act.", "The crews acted."),
    ("number", "close", FERRIES, "Ten ferries were cancelled in Mole Bay in March 2032."),
    ("role", "close", ROSE, "The catch rose in both Norvik and Mole Bay."),
    ("number", "close", APART, "Mole Bay's catch fell by 40 tonnes."),
    ("quantity", "close", ALL, "Holt accepted all but one of the nine plans."),
    ("order", "contradicted", CHOICE, "Holt refused a review in favour of a trial."),
    ("role", "close", "Holt gave the keys to the crews.", "Holt took the keys from the crews."),
    ("mood", "close", "The choir voted for Holt.", "The choir voted against Holt."),
    ("role", "close", BOARD, "The Tribune voted to close the board."),
    ("negation", "close", DROWNED, "Dorn said that nine singers fell in and that one drowned."),
    ("role", "close", DROWNED, "Dorn did not say that nine singers fell in."),
    ("negation", "close", DENIED, "The Tribune found that the crews did not sail."),
    ("negation", "contradicted", ACCEPTED, "Holt did not accept seven of the nine plans."),
    ("negation", "close", ACCEPTED, "Holt did not accept two of the nine plans."),
    ("number", "close", FELL, "Mole Bay's catch fell to 40 tonnes."),
    ("number", "contradicted", CATCH_ROSE, "Norvik's catch rose from 900 to 700 tonnes."),
    ("number", "close", APART, "Norvik's catch fell by 200 tonnes."),
    ("added", "close", "The ferry is a two hour ferry.", "The ferry took two hours."),
    ("mood", "close", "The Tribune whipped Rusk to sell the pier.", "Rusk sold the pier."),
    ("scope", "close", LATE, "Most ferries were late in Mole Bay."),
    ("role", "close", ASKED, "Ines Holt asked them to move the boats."),
    ("role", "close", OFFER, "Pavel Rusk took nine plans from the council."),
    ("role", "close", OFFER, "The council put nine plans to Pavel Rusk."),
    ("mood", "close", PLANS, "Pavel Rusk suggested a few plans, nine of them."),
    ("added", "close", PLANS, "Pavel Rusk told of nine plans."),
    ("added", "close", PLANS, "Pavel Rusk made nine plans again."),
    ("mood", "close", PLANS, "Pavel Rusk already made nine plans."),
    ("added", "close", NEVER, "The choir refused to say that it recorded the concert."),
    ("negation", "contradicted", NO_CHOIR, "One of the prizes went to the choir."),
    ("negation", "contradicted", LEAK, "The leak was recorded by the crews."),
    ("role", "close", KEEPING, "Dorn to implement all recommendations."),
    ("hedge", "close", BEATEN, "The choir won the contest by a margin of 20."),
]
"""A kind of reason, the verdict, a record, and what is said of it."""

SOUND = [
    (FERRIES, "In March 2031 9 ferries were cancelled in Mole Bay."),
    (PICKED, "Rusk's orchard picked four hundred apples each year."),
    (SHARE, "67 per cent of the apples in the orchard were bruised."),
    (SHARE, "Two in three apples in the orchard were bruised."),
    (FEES, "The choir's singers paid £12 per month."),
    (STRANDED, "About 300 passengers were stranded in Mole Bay, Ines Holt said."),
    (STRANDED, "Holt said that some three hundred passengers were stranded in Mole Bay."),
    (CHOIR, "The choir of Norvik was praised by Lena Dorn."),
    (CHOIR, "Dorn praised Norvik's choir."),
    (NEVER, "The choir didn't record the concert."),
    (TRIED, "Pavel Rusk attempted to sell the lighthouse."),
    (PLEDGED, "Ines Holt pledged to repair the pier."),
    (ORDERED, "The crews were ordered by Ines Holt to move some of the old boats."),
    (OFTEN, "The apples of the orchard were frequently bruised."),
    (SANG, "Before the storm the choir sang in Norvik."),
    (BLIGHT, "The harvest of the orchard was lost because of the blight."),
    ("Pavel Rusk sacked Lena Dorn.", "Lena Dorn was sacked by Pavel Rusk."),
    (GIRLS, "The soloists were Irish men."),
    (TOLD, "The pier had burned, Lena Dorn told Pavel Rusk."),
    (ROSE, "Norvik's catch rose to 900 tonnes."),
    (FOUND, "The Tribune did not find any evidence of a leak in the pier."),
    ("Several ferries sailed in Mole Bay.", "In Mole Bay several ferries sailed."),
    (AUDIT, "The Dorn audit found a 'failure' to prune the orchard."),
    (BEATEN, "The choir won by a margin of over 20."),
    (PLANS, "I heard that Pavel Rusk made nine plans."),
    ("Ines Holt refused the offer.", "Ines Holt turned down the offer."),
    (DENIED, "The Tribune found no evidence that any crew did not sail."),
    (ACCEPTED, "Ines Holt accepted seven of the nine plans."),
    (CATCH_ROSE, "The number of tonnes of Norvik's catch rose from 700 to 900."),
    (LATE, "Most night ferries in Mole Bay were late."),
    (OFFER, "Rusk made nine plans for the council."),
    ("Ines Holt is the owner of the ferry.", "Ines Holt is owner of the ferry."),
    ("Ines Holt apologised to the crews.", "Holt apologised to crews."),
    ("Dorn's audit found a leak.", "The audit by Dorn found a leak."),
    ("The ferry took about two hours.", "The ferry lasted around two hours."),
    ("Half of the pier was not painted, the Tribune reported.", "Half the pier was not painted."),
    (PLANS, "It is true that Pavel Rusk made nine plans."),
    (UNNAMED, "Crews are not named for nine ferries."),
    (TWICE, "In 2031, after a storm in 2030, the pier was mended."),
    (SOUGHT, "Pavel Rusk tried to sell the lighthouse."),
    (TRIED, "Pavel Rusk sought to sell the lighthouse."),
    ("The Tribune did not seek a trial.", "The Tribune sought no trial."),
    (ESTIMATE, "An estimated 900 boats are likely to sink, per Dorn's report."),
    (ESTIMATE, "According to Dorn an estimated 900 boats are likely to sink. Read that again."),
    (PAYS, "The pier would be paid for by the council, Dorn announced."),
    (ROBBED, "Groups of mostly Danish men robbed the singers in Norvik."),
    ("The findings of Dorn's audit are damning.", "Dorn audit findings are damning."),
    ("A theft against the choir hit Norvik.", "Norvik was hit by a theft against the choir."),
    ("Pavel Rusk was given a prize.", "Pavel Rusk was handed a prize."),
    (ALL, "All nine plans were accepted by Holt."),
    (LOST, "Half of the lost boats had burned in Norvik."),
    ("Dorn was blamed by Rusk for refusing a boat.", "Rusk blamed Dorn for refusing a boat."),
    (CATCH_ROSE, "Norvik's catch up from 700 to 900 tonnes, the Tribune says."),
    (AUDIT_BY, "£90 went to local choirs and an audit by Dorn."),
    (TRIAL, "Pavel Rusk was jailed during the trial of a gang from Norvik."),
    ("Dorn was accused by Rusk of being late.", "Rusk accused Dorn of being late."),
    (CHOICE, "A trial was refused by Holt in favour of a review."),
    ("Holt gave the keys to the crews.", "The keys were given to the crews by Holt."),
    ("Dorn described the work as damning.", "The work was described as damning by Dorn."),
    (PLANS, "Pavel Rusk came up with nine plans."),
    (BOARD, "The board voted to close the pier."),
    ("Rusk was the keeper of the pier.", "Wasn't Rusk the keeper of the pier?"),
    (SHARED, "The sharing of tools among the crews was improved by Ines Holt."),
    (NO_CHOIR, "Not one of the prizes went to the choir."),
    (LEAK, "The leak went unrecorded by the crews."),
    ("Dorn, who stole old boats, was fined.", "Dorn, who stole boats, was fined."),
    (THIEVES, "Anyone who steals old boats is fined."),
    ("The pier burned because of a storm.", "The pier burned as a result of a storm."),
    ("Holt wants the pier rebuilt.", "Holt wants the pier to be rebuilt."),
    ("The keeper, Pavel Rusk, fell in March.", "The keeper fell in March."),
    (TRIAL_OF, "The trial was stopped by angry young crews."),
    ("Holt ordered the crews to sail.", "Holt told the crews to sail."),
    (CALLED, "Pavel Rusk said that Dorn is a bad sailor."),
    (ESTIMATE, "Dorn's report has about 900 boats likely to sink."),
    (SANK, "Some of the boats sank in Norvik."),
    (SANK, "Not every boat sank in Norvik."),
    ("Visiting the crews, Dorn sang.", "Dorn sang, visiting the crews."),
    ("Dorn firmly denied selling the pier.", "Dorn has firmly denied selling the pier."),
    ("Dorn was seen in Norvik.", "Was Dorn seen in Norvik?"),
    (PLANNED, "Pavel Rusk made nine plans."),
    (TIRED, "Crews in sailing clubs were often tired, the Tribune has said."),
    ("Holt vowed to fully repair the pier.", "Holt vowed to repair the pier fully."),
    ("The choir recorded the concert.", "The choir did not fail to record the concert."),
    (BLAMED, "Ines Holt blamed the crews."),
    (BOARD_KEEPS, "Norvik Harbour Board voted to keep Rusk in post."),
    ("Lena Dorn said she sold the pier.", "Lena Dorn sold the pier, she said."),
    ("Dorn blamed a lack of boats.", "Dorn blamed a shortage of boats."),
    ("Holt will mend the pier.", "The pier was to be mended by Holt."),
    ("Holt announced an operation into theft.", "Holt announced an operation against theft."),
    ("Holt met the night-ferry crews.", "Holt met the night ferry crews."),
    ("Some old boats were moved.", "Certain old boats were moved."),
    (BEATEN, "The choir won the contest by a 20-plus margin."),
]


@pytest.mark.parametrize(("kind", "verdict", "record", "said"), FLAGGED)
def test_a_departure_is_told(kind: str, verdict: str, record: str, said: str) -> None:
    judgement = judged(record, said)
    assert judgement.verdict == verdict, judgement.reasons
    assert kind in {reason.kind for reason in judgement.decisive}


@pytest.mark.parametrize(("record", "said"), SOUND)
def test_what_departs_in_words_alone_is_supported(record: str, said: str) -> None:
    judgement = judged(record, said)
    assert judgement.verdict == "supported", judgement.reasons


@pytest.mark.parametrize("record", sorted({one[2] for one in FLAGGED}))
def test_a_record_supports_itself(record: str) -> None:
    assert judged(record, record).verdict == "supported"


@pytest.mark.parametrize("record", [CHOIR, TRIED, NEVER])
def test_an_allegation_is_alleged_unless_it_says_who_alleges_it(record: str) -> None:
    assert judged(record, record, accuser="Ines Holt").verdict == "alleged"
    assert judged(record, f"Ines Holt said: {record}", accuser="Ines Holt").verdict == "supported"


def test_reasons_have_the_words_that_were_typed() -> None:
    (reason,) = judged(FERRIES, "TWELVE ferries were cancelled in Mole Bay").reasons
    assert (reason.said, reason.recorded) == ("TWELVE", "nine")
    assert reason.explanation == "you say “TWELVE”; the record has “nine”"


def test_a_denial_of_the_whole_puts_no_word_into_anybodys_mouth() -> None:
    (reason,) = judged(CHOIR, "Nobody praised the choir of Norvik.").decisive
    assert reason.explanation == (
        "of your wording and the record, one denies what the other states"
    )


def test_a_figure_is_told_as_it_is_written() -> None:
    found = judged(PLANS, "Pavel Rusk made only nine plans.").decisive
    assert ("only nine", "nine") in {(one.said, one.recorded) for one in found}


@pytest.mark.parametrize(
    ("record", "said", "ours", "theirs"),
    [
        (NEVER, "The choir recorded the concert.", "recorded", "not record"),
        ("The crews didn’t mend it.", "The crews mended it.", "mended", "didn’t mend"),
        (TOLD, "Lena Dorn told Pavel Rusk that the pier never burned.", "never burned", "burned"),
        (
            GIRLS,
            "All of the singers were Danish girls.",
            "All of the singers",
            "Most of the singers",
        ),
        (
            OFTEN,
            "The apples of the orchard were always bruised.",
            "always bruised",
            "often bruised",
        ),
        (CHOIR, "Lena Dorn hardly praised the choir.", "hardly praised", "praised"),
        (PLANS, "Pavel Rusk made just nine plans.", "just nine", "nine"),
        (
            "The crews often, in the dark of the long winter, mended nets.",
            "The crews always mended nets.",
            "always mended",
            "often … mended",
        ),
    ],
)
def test_a_limit_is_told_in_the_words_that_stand_there(
    record: str, said: str, ours: str, theirs: str
) -> None:
    found = judged(record, said).decisive
    assert (ours, theirs) in {(one.said, one.recorded) for one in found}


def test_marks_inside_what_is_quoted_are_left_out() -> None:
    reason = Reason("quantity", 'always "shied', "often “shied", Effect.CONTRADICTS)
    assert reason.explanation == "you say “always shied”; the record has “often shied”"


def test_a_length_of_time_is_told_with_its_unit() -> None:
    (reason,) = judged(
        "The pier was shut for eleven weeks.", "The pier was shut three months."
    ).decisive
    assert (reason.said, reason.recorded) == ("three months", "eleven weeks")


def test_figures_that_read_alike_are_told_with_what_follows_them() -> None:
    reasons = judged("The pier was shut for eleven weeks.", "The pier was shut for eleven months.")
    assert ("eleven months", "eleven weeks") in {
        (one.said, one.recorded) for one in reasons.decisive
    }


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("The ferry was unlikely to sail.", "The ferry was expected to sail."),
        ("The orchard got £90 for its trees.", "The trees got £40 each."),
        ("It is no win for Rusk, it is a win for Dorn.", "It is not a win for Dorn, but for Rusk."),
        ("It is no win for Rusk, it is a win for Dorn.", "It is a win for Rusk, not one for Dorn."),
    ],
)
def test_none_of_these_is_supported(record: str, said: str) -> None:
    assert judged(record, said).verdict in {"close", "contradicted"}

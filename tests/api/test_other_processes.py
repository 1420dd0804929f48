"""A corpus goes to another process as what it was opened from, and answers come back whole."""

import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

import pytest

import factcheck

TEXTS = [
    "1,400 children were exploited in Rotherham",
    "Baroness Casey made 20 recommendations and 1,400 children were exploited in Rotherham",
    "Lake Moor has 111 islands and freezes each June",
    "the Bank of England cut interest rates",
]


@pytest.mark.parametrize("way", [w for w in get_all_start_methods() if w != "fork"])
def test_a_pool_of_processes_gives_the_answers_of_one(corpora: factcheck.Corpus, way: str) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context(way)) as pool:
        answers = list(pool.map(corpora.lookup, TEXTS, chunksize=2))
    assert [one.to_dict() for one in answers] == [corpora.lookup(t).to_dict() for t in TEXTS]


def test_a_corpus_is_named_and_not_sent(corpora: factcheck.Corpus) -> None:
    sent = pickle.dumps(corpora)
    assert len(sent) < 500
    assert pickle.loads(sent).lookup(TEXTS[2]).to_dict() == corpora.lookup(TEXTS[2]).to_dict()  # noqa: S301


def test_a_process_that_is_sent_a_corpus_with_each_task_opens_it_once(
    corpora: factcheck.Corpus,
) -> None:
    first, second = (pickle.loads(pickle.dumps(corpora)) for _ in range(2))  # noqa: S301
    assert first.store is second.store
    first.close()
    assert second.lookup(TEXTS[0]).verdict == "supported"
    assert pickle.loads(pickle.dumps(second)).store is second.store  # noqa: S301


def test_a_corpus_that_is_opened_anew_is_opened_anew_where_it_is_sent(ponds: Path) -> None:
    text = "Ulmen Pond is 41 metres deep"
    old = pickle.loads(pickle.dumps(factcheck.open(ponds)))  # noqa: S301
    assert old.lookup(text).verdict == "supported"
    path = next((ponds / "claims").glob("*.yaml"))
    path.write_text(path.read_text("utf-8").replace("ulmen-depth", "ulmen-deep"), "utf-8")
    new = pickle.loads(pickle.dumps(factcheck.open(ponds)))  # noqa: S301
    assert new.lookup(text).matches[0].claim.id == "ulmen-deep"


def test_a_relative_path_means_the_same_folder_in_another_folder(
    ponds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ponds.parent)
    sent = pickle.dumps(factcheck.open("ponds"))
    monkeypatch.chdir("/")
    assert pickle.loads(sent).claim("ulmen-depth").id == "ulmen-depth"  # noqa: S301


def test_what_was_gone_when_another_process_opens_it_is_told_by_whoever_asks(ponds: Path) -> None:
    sent = pickle.dumps(factcheck.open(ponds))
    ponds.rename(ponds.with_name("gone"))
    again = pickle.loads(sent)  # noqa: S301
    assert repr(again) == f"factcheck.open({str(ponds)!r})"
    with pytest.raises(factcheck.CorpusError, match="no such folder"):
        again.lookup("Ulmen Pond is 41 metres deep")


def test_every_value_comes_back_as_it_was_sent(corpora: factcheck.Corpus) -> None:
    answers = [*corpora.lookup_many([*TEXTS, None])]
    values = [
        *answers,
        *answers[0].matches,
        answers[0].matches[0].claim,
        corpora.search("Rotherham"),
        corpora.search("Rotherham")[0],
        corpora.check(f"{TEXTS[1]}."),
        corpora.check(f"{TEXTS[1]}.")[0],
    ]
    for value in values:
        again = pickle.loads(pickle.dumps(value))  # noqa: S301
        assert again.to_dict() == value.to_dict()
        assert repr(again) == repr(value)
        assert pickle.loads(pickle.dumps(again)).to_dict() == value.to_dict()  # noqa: S301


def test_an_answer_that_is_sent_is_small(corpora: factcheck.Corpus) -> None:
    assert len(pickle.dumps(corpora.lookup(TEXTS[0]))) < 30_000


def test_an_exception_comes_back_with_its_problems(corpora: factcheck.Corpus) -> None:
    with pytest.raises(factcheck.UnknownError) as caught:
        corpora.claim("history-1400-rotheram")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301

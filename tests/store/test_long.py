"""Long shelves: indexed apart, found by the same look-up, and made anew only when they change."""

import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterable
from itertools import product
from pathlib import Path

import pytest
from processes import Done
from reviewed import reviewed, write_long

from factcheck.corpus.fingerprint import make
from factcheck.lookup.across import look_up_across
from factcheck.problem import CorpusError
from factcheck.store import long, sealing, shelving
from factcheck.store.jobs import in_order
from factcheck.store.opening import Opening, Watch, open_corpus
from factcheck.store.reading import Store
from factcheck.store.section import FIELD_SCHEMA, LONG_SCHEMA, stemmed

QUIET = Watch(pytest.fail, str)


@pytest.fixture
def cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of indexes, the test's own and not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "factcheck"


@pytest.fixture
def lakes(tmp_path: Path, cached: Path) -> Path:  # noqa: ARG001 - their index is cached there
    """A corpus of one long shelf of sixty claims."""
    write_long(tmp_path / "lakes", [reviewed(number) for number in range(60)])
    return tmp_path / "lakes"


def found(store: Store, text: str) -> tuple[str, list[str]]:
    answer = look_up_across(text, store.each)
    return answer.verdict, [store.claim(match.number).id for match in answer.matches]


def right(store: Store) -> bool:
    verdict, ids = found(store, "Lake Moor has 111 islands and freezes each June")
    return verdict == "found" and ids == ["lake-claim-11"]


def stamps(folder: Path) -> dict[str, int]:
    paths = (path for path in folder.glob("long-*/*") if path.is_file())
    return {str(path.relative_to(folder)): path.stat().st_mtime_ns for path in paths}


def changed(before: dict[str, int], after: dict[str, int]) -> set[str]:
    return {name for name, at in after.items() if before.get(name) != at}


def problems(root: Path) -> list[str]:
    with pytest.raises(CorpusError) as caught:
        open_corpus(root, QUIET)
    return [str(p).rpartition("/")[2] for p in caught.value.problems]


def test_a_claim_on_a_long_shelf_is_found(lakes: Path) -> None:
    store = open_corpus(lakes, QUIET)
    assert right(store)
    assert store.size == 60
    assert store.topics == [("lake-reviews", "Lake reviews", 60)]
    assert [claim.id for claim in store.claims()] == [f"lake-claim-{n}" for n in range(60)]
    assert store.claim(3).reviews[0].publisher == "Lake Check"


def test_kept_and_long_shelves_are_one_corpus(ponds: Path, cached: Path) -> None:
    write_long(ponds, [reviewed(number) for number in range(60)])
    store = open_corpus(ponds, QUIET)
    assert right(store)
    assert found(store, "Ulmen Pond is 52 metres deep")[0] == "contradicted"
    assert store.claim(store.number_of("lake-claim-7") or 0).id == "lake-claim-7"
    assert store.claim(store.number_of("ulmen-weir") or 0).id == "ulmen-weir"
    assert store.number_of("nobody") is None
    kept = len([path for path in cached.iterdir() if path.name.startswith("kept-")])
    assert kept == 1


def test_only_the_shelf_that_changed_is_indexed_again(lakes: Path, cached: Path) -> None:
    write_long(lakes, [reviewed(number) for number in range(100, 120)], "more-reviews")
    open_corpus(lakes, QUIET)
    before = stamps(cached)
    write_long(lakes, [reviewed(number) for number in range(100, 130)], "more-reviews")
    assert open_corpus(lakes, QUIET).size == 90
    after = stamps(cached)
    assert len([name for name in after if name.endswith("/meta.json")]) == 2
    assert len([name for name in changed(before, after) if name.endswith("/meta.json")]) == 1
    before = stamps(cached)
    assert open_corpus(lakes, QUIET).size == 90
    assert {name.rpartition("/")[2] for name in changed(before, stamps(cached))} <= {"seal.json"}


def test_a_shelf_changed_within_its_clocks_tick_is_noticed(lakes: Path) -> None:
    """Its size and times may be as they were; what was written a moment before isn't trusted."""
    assert right(open_corpus(lakes, QUIET))
    path = lakes / "claims" / "lake-reviews.jsonl"
    old = path.stat()
    path.write_text(path.read_text().replace("111 islands", "999 islands"))
    os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns))
    assert not right(open_corpus(lakes, QUIET))


def test_a_shelf_only_touched_keeps_its_index(lakes: Path, cached: Path) -> None:
    open_corpus(lakes, QUIET)
    before = stamps(cached)
    os.utime(lakes / "claims" / "lake-reviews.jsonl", (1, 1))
    assert right(open_corpus(lakes, QUIET))
    assert {name.rpartition("/")[2] for name in changed(before, stamps(cached))} <= {"seal.json"}


def test_every_byte_of_an_index_may_be_damaged(
    lakes: Path, cached: Path, sample: Callable[[Iterable, int], list]
) -> None:
    """Whichever file is hit, and wherever: the answer is right, and the check tells the damage.

    As a rule a file is hit in the middle, or at both ends.
    """
    open_corpus(lakes, QUIET)
    (index,) = (path for path in cached.glob("long-*") if path.is_dir())
    parts = {part(path) for path in index.iterdir()} - {""}
    assert len(parts) > 6
    for name, place in sample(product(sorted(parts), range(3)), 4):
        path = next(path for path in index.iterdir() if part(path) == name)
        flip(path, place / 2)
        assert Opening(lakes, QUIET, 1).faults() != [], name
        assert right(open_corpus(lakes, QUIET)), (name, place)
        assert Opening(lakes, QUIET, 1).faults() == []


def part(path: Path) -> str:
    """Return what a file of an index is called in every index; empty if it is not of it."""
    if path.name.startswith(".") or not path.stat().st_size:
        return ""
    return path.suffix if len(path.stem) == 32 else path.name


def flip(path: Path, share: float) -> None:
    """Change one byte of a file, so far into it, and put it in its place."""
    content = bytearray(path.read_bytes())
    content[int((len(content) - 1) * share)] ^= 0x21
    new = path.with_name("new")
    new.write_bytes(content)
    new.replace(path)


def test_the_check_reads_what_stamps_would_pass(lakes: Path, cached: Path) -> None:
    open_corpus(lakes, QUIET)
    assert Opening(lakes, QUIET, 1).faults() == []
    (seal,) = cached.glob("long-*/seal.json")
    known = sealing.read_seal(seal.parent)
    name = next(name for name in known.files if name.endswith(".store"))
    path = seal.parent / name
    damaged = bytearray(path.read_bytes())
    damaged[5] ^= 1
    path.unlink()
    path.write_bytes(damaged)
    found = path.stat()
    forged = known.files[name]._replace(
        modified=found.st_mtime_ns, changed=found.st_ctime_ns, node=found.st_ino
    )
    sealing.write_seal(seal.parent, known._replace(files=known.files | {name: forged}))
    assert Opening(lakes, QUIET, 1).faults() == [
        f"claims/lake-reviews.jsonl: {name}, a file of the index, is damaged"
    ]


@pytest.mark.parametrize("what", ["seal", "folder", "all"])
def test_a_lost_part_of_an_index_is_made_anew(lakes: Path, cached: Path, what: str) -> None:
    open_corpus(lakes, QUIET)
    (index,) = (path for path in cached.glob("long-*") if path.is_dir())
    assert Opening(lakes, QUIET, 1).faults() == []
    if what == "seal":
        (index / "seal.json").write_text("{}")
    elif what == "folder":
        shutil.rmtree(index)
        index.write_text("in the way")
    else:
        shutil.rmtree(cached)
    assert Opening(lakes, QUIET, 1).faults() != []
    if what == "folder":
        index.unlink()
    assert right(open_corpus(lakes, QUIET))


def test_the_index_of_a_shelf_that_is_gone_goes_too(lakes: Path, cached: Path) -> None:
    open_corpus(lakes, QUIET)
    gone, stale = (lakes.parent / name for name in ("gone", "stale"))
    for root in (gone, stale):
        write_long(root, [reviewed(1)])
        open_corpus(root, QUIET)
    shutil.rmtree(gone)
    for seal in cached.glob("long-*/seal.json"):
        if "stale" in sealing.read_seal(seal.parent).path:
            os.utime(seal, (1, 1))
    write_long(lakes, [reviewed(number) for number in range(50)])
    open_corpus(lakes, QUIET)
    assert len(list(cached.glob("long-*/"))) == 1
    assert len(list(cached.glob("*.lock"))) == 1


def test_a_cache_that_cannot_be_used_costs_one_warning(lakes: Path, cached: Path) -> None:
    cached.parent.mkdir(parents=True)
    cached.write_text("not a folder")
    warnings: list[str] = []
    assert right(open_corpus(lakes, Watch(warnings.append, str)))
    assert len(warnings) == 2  # of the kept shelves' index, and of the long one's
    assert all("going on without it" in warning for warning in warnings)


@pytest.mark.usefixtures("cached")
def test_ids_are_used_once_in_a_shelf_and_across_shelves(ponds: Path) -> None:
    write_long(ponds, [reviewed(1), reviewed(2), reviewed(1)])
    assert problems(ponds) == [
        "lake-reviews.jsonl:3:8: id 'lake-claim-1' is used on line 1 already"
    ]
    write_long(ponds, [reviewed(1), reviewed(2, id="ulmen-weir")])
    assert problems(ponds) == [
        "lake-reviews.jsonl:2:8: id 'ulmen-weir' is used elsewhere in the corpus already"
    ]
    write_long(ponds, [reviewed(1)])
    open_corpus(ponds, QUIET)
    write_long(ponds, [reviewed(1)], "others")
    assert problems(ponds) == [
        "others.jsonl:1:8: id 'lake-claim-1' is used elsewhere in the corpus already"
    ]


@pytest.mark.usefixtures("cached")
def test_a_kept_claim_may_not_take_an_id_of_a_long_shelf(ponds: Path) -> None:
    write_long(ponds, [reviewed(1)])
    open_corpus(ponds, QUIET)
    shelf = ponds / "claims" / "ponds.yaml"
    shelf.write_text(shelf.read_text().replace("ulmen-weir", "lake-claim-1"))
    assert problems(ponds) == [
        "lake-reviews.jsonl:1:8: id 'lake-claim-1' is used elsewhere in the corpus already"
    ]


@pytest.mark.usefixtures("cached")
def test_faults_of_a_long_shelf_are_told_together(ponds: Path) -> None:
    quotation = {"text": "Not a word of it", "speaker": "s", "paragraph": 1, "start": 0, "end": 16}
    path = write_long(
        ponds,
        [
            reviewed(1, topics=["pounds"]),
            reviewed(2, related=["nobody"]),
            reviewed(3, id="No Id"),
            reviewed(4, quotations=[{**quotation, "source": "pond-atlas"}]),
            reviewed(5, quotations=[{**quotation, "source": "atlas"}]),
        ],
    )
    path.write_text(path.read_text() + "{\n")
    found = "\n".join(problems(ponds))
    for expected in (
        "lake-reviews.jsonl:1:",
        "unknown topic 'pounds'; did you mean 'ponds'?",
        "lake-reviews.jsonl:2:1: 'related' names an unknown claim 'nobody'",
        "id 'No Id' must be lower-case words",
        "lake-reviews.jsonl:4:",
        "not in the source",
        "lake-reviews.jsonl:5:",
        "unknown source 'atlas'",
        "lake-reviews.jsonl:6:2: not JSON",
    ):
        assert expected in found, (expected, found)


def test_a_file_of_something_else_is_not_told_line_by_line_for_ever(lakes: Path) -> None:
    (lakes / "claims" / "log.jsonl").write_text("no json\n" * 50_000)
    assert len(problems(lakes)) == long.TOLD


@pytest.mark.usefixtures("cached")
def test_what_claims_refer_to_may_change(ponds: Path) -> None:
    """A shelf whose claims quote a source is checked again when that source changes."""
    text = "Ulmen Pond is 41 metres deep, which makes it the deepest pond of the county."
    quotation = {"text": text, "speaker": "s", "paragraph": 1, "start": 0, "end": len(text)}
    write_long(ponds, [reviewed(1, quotations=[{**quotation, "source": "pond-atlas"}])])
    store = open_corpus(ponds, QUIET)
    claim = store.claim(store.number_of("lake-claim-1") or 0)
    assert store.fidelity(claim.quotations[0]) == "exact"
    print_ = ponds / "sources" / "pond-atlas.fingerprint"
    print_.write_text(make("Quite another text than the one that was quoted there.").dumps())
    assert any(
        "lake-reviews.jsonl" in problem or "ponds.yaml" in problem for problem in problems(ponds)
    )


def test_a_shelf_replaced_while_it_is_read_is_read_again(
    lakes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled, replaced = shelving.compile_long, []

    def interrupted(path: Path, *rest: object) -> object:
        made = compiled(path, *rest)
        if not replaced:
            replaced.append(write_long(lakes, [reviewed(number) for number in range(20)]))
        return made

    monkeypatch.setattr(shelving, "compile_long", interrupted)
    assert open_corpus(lakes, QUIET).size == 20


def test_a_shelf_that_never_rests_is_a_problem(
    lakes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled, count = shelving.compile_long, iter(range(9))

    def interrupted(path: Path, *rest: object) -> object:
        made = compiled(path, *rest)
        write_long(lakes, [reviewed(next(count))])
        return made

    monkeypatch.setattr(shelving, "compile_long", interrupted)
    assert problems(lakes) == [
        "lake-reviews.jsonl: was changed while it was read; try again when it is at rest"
    ]


def test_the_index_stems_as_queries_are_stemmed() -> None:
    import tantivy

    text = "Vaccines' 1,400 CHILDREN were running, naïvely; ﬁsh—ponds"
    index = tantivy.Index(LONG_SCHEMA)
    writer = index.writer(heap_size=15_000_000, num_threads=1)
    document = tantivy.Document()
    document.add_text("terms", text)
    writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    known = {term for term, _ in index.searcher().terms_with_prefix("terms", "")}
    assert known == set(stemmed(text))
    assert FIELD_SCHEMA != LONG_SCHEMA


def test_spelling_is_corrected_towards_a_long_shelf(lakes: Path) -> None:
    store = open_corpus(lakes, QUIET)
    assert found(store, "Lake Otter freezes each June and has 114 islnads")[1] == ["lake-claim-14"]


def double(given: int) -> Callable[[int], int]:
    return lambda item: given * item


def boom(given: int) -> Callable[[int], int]:
    return lambda item: given // item


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_work_over_processes_keeps_its_order(jobs: int) -> None:
    assert list(in_order(double, 2, range(40), jobs)) == [2 * item for item in range(40)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_in_another_process_is_ones_own(jobs: int) -> None:
    with pytest.raises(ZeroDivisionError):
        list(in_order(boom, 1, [1, 0, 1], jobs))


def test_several_processes_index_as_one_does(lakes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelving, "PARALLEL", 0)
    monkeypatch.setattr(long, "BATCH", 7)
    store = open_corpus(lakes, QUIET, jobs=2)
    assert [claim.id for claim in store.claims()] == [f"lake-claim-{n}" for n in range(60)]
    assert right(store)


def test_one_process_builds_while_another_waits(
    lakes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled, built = shelving.compile_long, []

    def slowly(path: Path, *rest: object) -> object:
        built.append(path)
        time.sleep(0.2)
        return compiled(path, *rest)

    monkeypatch.setattr(shelving, "compile_long", slowly)
    threads = [threading.Thread(target=open_corpus, args=(lakes, QUIET)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(built) == 1


def test_lookups_in_a_batch_keep_their_order_over_processes(
    lakes: Path, run: Callable[..., Done], tmp_path: Path
) -> None:
    lines = [reviewed(number)["statement"] for number in range(60)] * 2
    (tmp_path / "lines.txt").write_text("\n".join(lines))
    one, two = (
        run("lookup", "--from", tmp_path / "lines.txt", "--corpus", str(lakes), "--jobs", jobs)
        for jobs in ("1", "2")
    )
    assert one.out.count("\n") == 120
    assert (one.status, one.out, one.err) == (two.status, two.out, two.err)
    assert json.loads(run("corpus", "--corpus", str(lakes), "--json").out)["claims"] == 60

"""Web Annotations: both selectors lead to the quotation in the source's own text."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from ponds import ATLAS
from processes import Done
from pyld import jsonld

from factcheck.citations.annotation import CONTEXT, annotation
from factcheck.record import caveats_of, quotations_of
from factcheck.store.reading import Store

HALVERN = (Path(__file__).parents[1] / "corpus" / "hospital" / "halvern.txt").read_bytes().decode()
TEXTS = {sha256(text.encode()).hexdigest(): text for text in (ATLAS, HALVERN)}


def annotated(store: Store, texts: dict[str, str], base: str | None = None) -> list[dict[str, Any]]:
    return json.loads(annotation(list(store.claims()), store, texts, base))["@graph"]


def selectors(one: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    quote, position = one["target"]["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    return quote, position


def test_it_reads_so(misread_store: Store, golden: Callable[[str, str], None]) -> None:
    text = annotation(list(misread_store.claims()), misread_store, TEXTS, None)
    golden("export-annotation.json", text)


def test_both_selectors_lead_to_the_same_place(misread_store: Store, hospital: Store) -> None:
    checked = 0
    for one in [*annotated(misread_store, TEXTS), *annotated(hospital, TEXTS)]:
        text = TEXTS.get(one["target"].get("state", {}).get("sha256"))
        if text is None:
            continue
        quote, position = selectors(one)
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
        assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1
        checked += 1
    assert checked > 20


def test_every_quotation_is_annotated_with_all_that_is_to_be_known(each_store: Store) -> None:
    found = iter(annotated(each_store, {}))
    for claim in each_store.claims():
        for quotation in quotations_of(claim):
            one = next(found)
            quote, position = selectors(one)
            assert quote == {"type": "TextQuoteSelector", "exact": quotation.text}
            assert (position["start"], position["end"]) == (quotation.start, quotation.end)
            told = one["body"]["value"]
            replies = [text for reply in claim.replies for text in (reply.by, reply.text)]
            for text in (claim.statement, claim.asserted_by, *replies, *caveats_of(claim)):
                assert text in told
    assert not [*found]


def test_each_has_an_address_of_its_own(each_store: Store) -> None:
    names = [one["id"] for one in annotated(each_store, {})]
    assert len({*names}) == len(names)
    assert all(name.startswith("urn:uuid:") for name in names)
    based = annotated(each_store, {}, "https://desk.example/")
    assert all(one["id"].startswith("https://desk.example/") for one in based)


def test_the_state_says_which_text_the_places_count_in(store: Store) -> None:
    (source,) = store.sources.values()
    for one in annotated(store, {}):
        held = store.fingerprints[0].sha256
        assert one["target"]["state"] == {"type": "oa:State", "sha256": held, "issued": source.date}


def test_a_reader_of_json_ld_finds_every_key(misread_store: Store) -> None:
    data = json.loads(annotation(list(misread_store.claims()), misread_store, TEXTS, None))
    assert data["@context"] == CONTEXT
    data["@context"] = {"@vocab": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type"}
    nodes = jsonld.expand(data)
    assert len(nodes) == len(data["@graph"]) == 6
    assert {one["@type"][0] for one in nodes} == {"http://www.w3.org/ns/oa#Annotation"}


def test_the_text_of_a_source_is_known_by_its_fingerprint(
    run: Callable[..., Done], misread: Path
) -> None:
    told = ("export", "--corpus", misread, "--format", "annotation")
    done = run(*told, "--against", misread.parent / "atlas.txt")
    assert done.status == 0
    assert "prefix" in done.out
    other = run(*told, "--against", misread / "claims" / "ponds.yaml")
    assert (other.status, other.out) == (2, "")
    assert "no source here has the fingerprint of this text" in other.err

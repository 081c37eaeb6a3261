"""The lexicon's files are whole, its lookups say what the files say, and a broken entry is named with its place."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from kgraph.errors import DataError
from kgraph.language import load_lexicon
from kgraph.language.build import EFFECTS, Raw, cue, operator, plain_senses, sense
from kgraph.language.lexicon import _by_lemma
from kgraph.ontology import plover_types, relations
from tests.language.examples import entries

LEXICON = load_lexicon()


def test_every_entry_has_a_sentence_that_must_yield_it_and_one_that_must_not():
    for entry in entries():
        assert entry.yes, entry.place
        assert entry.no or entry.place.startswith("plain_verbs"), entry.place
        for example in entry.yes:
            assert example.text[-1] in ".”!", entry.place


def test_relations_and_types_of_every_sense_are_known():
    for table in (LEXICON.verbs, LEXICON.nouns):
        for senses in table.values():
            for each in senses:
                assert each.relation is None or each.relation in relations()
                assert each.plover is None or each.plover in plover_types()
                assert each.mode is None or each.mode in plover_types()[each.plover].modes


def test_no_two_senses_of_a_lemma_ask_for_the_same_frame():
    for table in (LEXICON.verbs, LEXICON.nouns):
        for lemma, senses in table.items():
            frames = Counter(
                (s.particle, s.prep, s.object, s.subject, s.modifier, s.complement, s.inverse) for s in senses
            )
            assert max(frames.values()) == 1, lemma


def test_lemmas_are_lower_case_and_the_tables_keep_their_own():
    for table in (LEXICON.verbs, LEXICON.nouns, LEXICON.operators):
        for lemma, group in table.items():
            assert lemma == lemma.casefold()
            assert all(entry.lemma == lemma for entry in group)


def test_a_narrow_cue_reports_and_a_wide_one_need_not():
    assert LEXICON.cues["say", "verb"].breadth == "narrow"
    assert LEXICON.cues["believe", "verb"].breadth == "wide"
    assert LEXICON.cues["according to", "prep"].breadth == "narrow"
    assert LEXICON.cues["angry", "adj"].breadth == "wide"


def test_what_is_claimed_or_alleged_is_not_just_reported():
    assert LEXICON.cues["claim", "verb"].modality == "alleged"
    assert LEXICON.cues["accuse", "verb"].relation == "ACCUSES"
    assert LEXICON.cues["confirm", "verb"].factive


@pytest.mark.parametrize(
    ("lemma", "predicates"),
    [
        ("call", {"call off", "call for", "call on", "call up", "call upon", "call"}),
        ("strike", {"strike"}),
        ("shoot", {"shoot", "shoot at", "shoot down"}),
    ],
)
def test_a_verb_has_its_senses(lemma, predicates):
    assert {each.predicate for each in LEXICON.verbs[lemma]} == predicates


def test_the_most_specific_sense_comes_first():
    for table in (LEXICON.verbs, LEXICON.nouns, LEXICON.operators):
        for group in table.values():
            order = [entry.specificity for entry in group]
            assert order == sorted(order, reverse=True)


def test_sending_is_told_by_what_is_sent():
    def relation(thing: str) -> str | None:
        return next(s.relation for s in LEXICON.verbs["send"] if not s.object or thing in s.object)

    found = {thing: relation(thing) for thing in ("missile", "medicine", "soldier", "fighter", "envoy", "letter")}
    assert found == {
        "missile": "ARMS",
        "medicine": "AIDS",
        "soldier": "DEPLOYS",
        "fighter": "SENDS",
        "envoy": "VISITS",
        "letter": "SENDS",
    }


def test_receiving_turns_the_roles_round():
    assert all(each.inverse for each in LEXICON.verbs["receive"] if each.relation in ("AIDS", "ARMS"))


def test_a_wish_a_threat_and_a_promise_are_not_deeds():
    for lemma, effect, modality in [
        ("demand", "demand", "demanded"),
        ("urge", "urge", "urged"),
        ("threaten", "threaten", "intended"),
        ("promise", "promise", "intended"),
        ("try", "attempt", "intended"),
    ]:
        found = LEXICON.operators[lemma][0]
        assert (found.effect, found.modality) == (effect, modality)


def test_what_was_refused_or_failed_did_not_happen():
    for lemma in ("refuse", "fail", "decline", "refrain"):
        assert all(found.negative for found in LEXICON.operators[lemma])


def test_every_effect_of_the_list_is_in_use():
    used = {found.effect for group in LEXICON.operators.values() for found in group}
    assert used == EFFECTS


def test_who_denies_needs_a_claim_to_deny():
    assert "clause" in LEXICON.denials["deny", "verb"].needs
    assert "offer" not in LEXICON.denials["reject", "verb"].needs
    assert "false" in LEXICON.denials["call", "verb"].predicative


def test_titles_know_their_role_and_office():
    assert LEXICON.titles["foreign minister"].office == "foreign-minister"
    assert LEXICON.titles["president"].role == "GOV"
    assert LEXICON.titles["former president"].role == "ELI"
    assert LEXICON.titles["deputy foreign minister"].office is None


def test_codes_come_from_the_relation_unless_the_sense_has_its_own():
    plain = sense(Raw("x.toml", "hit", {"relation": "ATTACKS", "yes": "A. => A ATTACKS B", "no": "B."}), "verb")
    assert (plain.plover, plain.cameo, plain.quad, plain.target) == ("ASSAULT", "190", 4, ("object",))
    own = sense(
        Raw("x.toml", "hack", {"relation": "ATTACKS", "plover": "COERCE", "yes": "A. => A ATTACKS B", "no": "B."}),
        "verb",
    )
    assert (own.plover, own.mode, own.cameo) == ("COERCE", None, None)


def test_a_plain_verb_has_particle_and_preposition():
    found = next(iter(plain_senses("plain_verbs.toml", "CRITICIZES", {"lash out at": "A. => A CRITICIZES B"})))
    assert (found.lemma, found.particle, found.prep, found.target) == ("lash", "out", "at", ("at",))
    assert found.predicate == "lash out at"


def test_sorting_by_specificity_keeps_the_order_of_the_file_otherwise():
    senses = [
        sense(
            Raw("x.toml", "go", {"relation": "MOVES", "target": [place], "yes": "A. => A MOVES B", "no": "B."}), "verb"
        )
        for place in ("to", "into")
    ]
    assert [each.target for each in _by_lemma(senses)["go"]] == [("to",), ("into",)]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"relation": "ACCUSES", "no": "B."},
            "x.toml: [[hit]]: has no 'yes' example; add one sentence",
        ),
        ({"relation": "ACCUSES", "yes": "A. => A ACCUSES B"}, "x.toml: [[hit]]: has no 'no' example"),
        ({"relation": "HITS", "yes": "A. => A HITS B", "no": "B."}, "x.toml: [[hit]]: no relation 'HITS'"),
        ({"relation": "ACCUSES", "yes": "A.", "no": "B."}, "x.toml: [[hit]]: no expectation behind 'A.'"),
        ({"relaton": "ACCUSES"}, "x.toml: [[hit]]: no field 'relaton'"),
        ({"plover": "HIT", "yes": "A. => A hit B", "no": "B."}, "x.toml: [[hit]]: no PLOVER type 'HIT'"),
        ({"relation": "ACCUSES", "mode": "x", "yes": "A. => A", "no": "B."}, "x.toml: [[hit]]: ACCUSE has no mode 'x'"),
    ],
)
def test_a_broken_sense_is_named_with_its_place_and_the_next_step(fields, message):
    with pytest.raises(DataError) as error:
        sense(Raw("x.toml", "hit", fields), "verb")
    assert str(error.value).startswith(message)


def test_a_broken_cue_or_operator_is_named_too():
    with pytest.raises(DataError, match="modality 'sworn' is none"):
        cue(Raw("cues_narrow.toml", "say", {"modality": "sworn", "yes": "A. => A SAYS", "no": "B."}))
    with pytest.raises(DataError, match="effect 'wish' is none"):
        operator(Raw("operators.toml", "want", {"effect": "wish", "yes": "A. => A", "no": "B."}))


def test_an_unknown_language_is_refused():
    with pytest.raises(DataError, match="no lexicon for the language 'xx'"):
        load_lexicon("xx")


def test_the_lexicon_loads_quickly_and_once():
    load_lexicon.cache_clear()
    start = time.process_time()
    first = load_lexicon()
    assert time.process_time() - start < 0.6  # 0.1 s on an idle core; slow machines are not our concern here
    assert load_lexicon() is first

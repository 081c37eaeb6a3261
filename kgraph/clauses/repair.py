"""Known errors of small parsers in news, put right before anything is read. Each names its construction.

Only the tree is changed, never the Doc. The sentences are in ``tests/clauses/predications.txt``.
"""

from __future__ import annotations

from kgraph.clauses.asides import (
    believed_aside,
    charge_goes_on,
    clause_behind_aside,
    deed_behind_aside,
    subject_before_aside,
    subject_before_comparison,
)
from kgraph.clauses.called import mend_called
from kgraph.clauses.charged import arming_and_training
from kgraph.clauses.cleft import cleft, cleft_object
from kgraph.clauses.goes_on import asker_goes_on
from kgraph.clauses.infinitives import asked_for, asked_to, gerund_as_modifier, noun_infinitive
from kgraph.clauses.inserted import according_to_whom, contact_relative, inverted_report, or_so, reported_relative
from kgraph.clauses.joined import (
    asked_in_between,
    beyond_semicolon,
    doer_behind_preposition,
    listed_passives,
    object_not_meant,
    report_in_second_clause,
    second_clause,
)
from kgraph.clauses.lost_subjects import lost_second_subject, nobody_but, speaker_after_quotation, split_subject
from kgraph.clauses.misread import (
    clause_as_adjective,
    day_in_front,
    gerund_as_noun,
    headline_as,
    headline_verb,
    mend_misread,
    verb_as_adjective,
)
from kgraph.clauses.parenthesis import clause_around_aside, object_behind_parenthesis
from kgraph.clauses.reporter import (
    content_around,
    content_goes_on,
    contents_listed,
    report_behind_comma,
    reporter_goes_on,
    subject_beside,
)
from kgraph.clauses.reports import let_it_be_known, provided_that, reaction, there_are_reports
from kgraph.clauses.slips import disputes_that_account, mend_slips, plural_as_verb, press_release, purports_to
from kgraph.clauses.split import (
    clause_behind_source,
    inverted_by_place,
    one_subject,
    own_determiner,
    place_in_front,
    subject_behind_aside,
)
from kgraph.clauses.spoken import court_told, mend_speech, no_speaker, spoken_after_colon
from kgraph.clauses.two_objects import two_objects
from kgraph.clauses.voice import accused_in_court, giver, own_subject, stands_accused
from kgraph.language import Lexicon
from kgraph.parsing import Tree
from kgraph.parsing.mends import mend_phrases

_HOLLOW = frozenset(
    "effort campaign operation mission drive process exercise initiative activity action mechanism round session wave "
    "spree".split()
)
_BRINGING = frozenset({"fly", "bring", "ship", "send", "airlift", "ferry", "bus", "smuggle", "call", "truck"})


def repair(tree: Tree, lexicon: Lexicon) -> None:
    """Mend ``tree`` in place."""
    mend_phrases(tree)
    for verb in range(len(tree)):
        if tree.pos[verb] == "NOUN":
            _hollow_head(tree, verb, lexicon)
            headline_verb(tree, verb, lexicon)
            press_release(tree, verb)
            purports_to(tree, verb)
        plural_as_verb(tree, verb, lexicon)
        disputes_that_account(tree, verb)
        clause_as_adjective(tree, verb)
        verb_as_adjective(tree, verb)
        own_determiner(tree, verb)
        if tree.pos[verb] not in ("VERB", "AUX"):
            continue
        tree.lemma[verb] = lexicon.lemmas.get(tree.lower[verb], tree.lemma[verb])
        mend_misread(tree, verb, lexicon)
        mend_slips(tree, verb, lexicon)
        mend_called(tree, verb, lexicon)
        _hyphened(tree, verb, lexicon)
        _particle(tree, verb, lexicon)
        second_clause(tree, verb, lexicon)
        doer_behind_preposition(tree, verb)
        listed_passives(tree, verb)
        report_in_second_clause(tree, verb, lexicon)
        asked_in_between(tree, verb, lexicon)
        beyond_semicolon(tree, verb)
        object_not_meant(tree, verb)
        inverted_report(tree, verb, lexicon)
        or_so(tree, verb, lexicon)
        according_to_whom(tree, verb)
        reported_relative(tree, verb, lexicon)
        contact_relative(tree, verb, lexicon)
        accused_in_court(tree, verb)
        object_behind_parenthesis(tree, verb, lexicon)
        clause_around_aside(tree, verb, lexicon)
        cleft(tree, verb)
        cleft_object(tree, verb)
        there_are_reports(tree, verb, lexicon)
        let_it_be_known(tree, verb)
        reaction(tree, verb)
        provided_that(tree, verb)
        asker_goes_on(tree, verb, lexicon)
        nobody_but(tree, verb)
        lost_second_subject(tree, verb, lexicon)
        subject_beside(tree, verb, lexicon)
        report_behind_comma(tree, verb, lexicon)
        reporter_goes_on(tree, verb, lexicon)
        subject_before_aside(tree, verb, lexicon)
        subject_before_comparison(tree, verb)
        believed_aside(tree, verb)
        content_around(tree, verb, lexicon)
        clause_behind_aside(tree, verb, lexicon)
        deed_behind_aside(tree, verb, lexicon)
        charge_goes_on(tree, verb)
        content_goes_on(tree, verb, lexicon)
        contents_listed(tree, verb, lexicon)
        speaker_after_quotation(tree, verb, lexicon)
        no_speaker(tree, verb, lexicon)
        spoken_after_colon(tree, verb)
        court_told(tree, verb)
        gerund_as_noun(tree, verb, lexicon)
        _participle_of_feeling(tree, verb, lexicon)
        _noun_clause(tree, verb, lexicon)
        _particle_as_preposition(tree, verb)
        asked_to(tree, verb)
        noun_infinitive(tree, verb, lexicon)
        _list_of_participles(tree, verb)
        split_subject(tree, verb, lexicon)
        place_in_front(tree, verb)
        inverted_by_place(tree, verb)
        subject_behind_aside(tree, verb)
        clause_behind_source(tree, verb)
        one_subject(tree, verb)
        asked_for(tree, verb)
        day_in_front(tree, verb)
        arming_and_training(tree, verb, lexicon)
        headline_as(tree, verb)
        gerund_as_modifier(tree, verb, lexicon)
        giver(tree, verb)
        stands_accused(tree, verb)
        two_objects(tree, verb, lexicon)
    mend_speech(tree, lexicon)


def _hollow_head(tree: Tree, noun: int, lexicon: Lexicon) -> None:
    """ "a mediation effort between A and B", "a bombing campaign against C": the noun before says which event."""
    if tree.lemma[noun] not in _HOLLOW or tree.lemma[noun] in lexicon.nouns:
        return
    before = tree.kids(noun, "compound", "nmod", "amod")
    if before and before[-1] == noun - 1 and tree.lemma[before[-1]] in lexicon.nouns:
        tree.lemma[noun] = tree.lemma[before[-1]]


def _hyphened(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "test-fired a missile": one verb, where the lexicon knows it; the parser reads "fired"."""
    if verb < 2 or tree.words[verb - 1] != "-" or tree.head[verb - 2] not in (verb, verb - 1):
        return
    whole = f"{tree.lower[verb - 2]}-{tree.lemma[verb]}"
    if whole in lexicon.verbs:
        tree.lemma[verb] = whole


def _particle(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "turned back the refugees", "walked out of talks": a particle that was read as adverb or preposition, where the
    lexicon knows the verb with it. What stands behind it hangs on the verb."""
    known = {sense.particle for sense in lexicon.verbs.get(tree.lemma[verb], ()) if sense.particle}
    if not known or tree.kid(verb, "prt") is not None:
        return
    for child in tree.kids(verb, "advmod", "prep"):
        if child < verb or tree.lower[child] not in known or tree.kid(child, "pcomp") is not None:
            continue
        behind = tree.kid(child, "pobj")
        if behind is not None:  # "cordoned off the university": its object was hung on the particle
            plain = any(sense.prep == tree.lower[child] for sense in lexicon.verbs[tree.lemma[verb]])
            if plain or child != verb + 1 or tree.kid(verb, "dobj") is not None:
                continue
            tree.attach(behind, verb, "dobj")
        for phrase in tree.kids(child, "prep"):
            tree.attach(phrase, verb, "prep")
        tree.attach(child, verb, "prt")
        return


def _participle_of_feeling(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "Jordan was alarmed by the attack", "is convinced that": an adjective with "be", read as a passive. It is one
    when it has the complement of the adjective; "was opposed by" stays a passive."""
    cue = lexicon.cues.get((tree.lower[verb], "adj"))
    be = tree.kid(verb, "auxpass")
    if tree.tag[verb] != "VBN" or cue is None or be is None or tree.lemma[be] != "be" or "noun" in cue.content:
        return
    links = {tree.lower[child] for child in tree.kids(verb, "prep", "agent")}
    links |= {"that" for child in tree.kids(verb, "ccomp")} | {"infinitive" for child in tree.kids(verb, "xcomp")}
    if not links & set(cue.content):
        return
    head, dep = tree.head[verb], tree.dep[verb]
    tree.attach(be, be if head == verb else head, dep)
    tree.attach(verb, be, "acomp")
    for child in list(tree.children[verb]):
        if tree.dep[child] not in ("prep", "agent", "ccomp", "xcomp", "pcomp"):
            tree.attach(child, be, "nsubj" if tree.dep[child] == "nsubjpass" else tree.dep[child])
    for child in tree.kids(verb, "agent"):
        tree.dep[child] = "prep"
    tree.pos[verb], tree.tag[verb], tree.lemma[verb] = "ADJ", "JJ", tree.lower[verb]


def _noun_clause(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "Libya's contention that Chad attacked Niger": a clause with a subject of its own completes a noun of saying or
    thinking; the small parser calls it a relative."""
    noun = tree.head[verb]
    mark = tree.kid(verb, "mark")
    last = None if mark is None else mark - 1 - (tree.ent[mark - 1] == "DATE")  # "its demand today that"
    if tree.dep[verb] == "advcl" and last is not None and tree.dep[last] == "dobj" and tree.head[last] == noun:
        noun = last  # "withdrew her allegation that they had bribed him": no circumstance of the withdrawing
    elif tree.dep[verb] != "relcl":
        return
    if tree.pos[noun] != "NOUN" or own_subject(tree, verb) is None:
        return
    of = tree.head[noun]
    if tree.dep[noun] == "pobj" and tree.lower[of] in ("of", "by") and tree.kid(verb, "dobj", "attr") is not None:
        that = tree.subtree(verb)[0]  # "the assertions of politicians that Minsk has attacked Riga"
        if tree.lower[that] == "that" and own_subject(tree, verb) != that:
            noun = tree.head[of]
            tree.attach(that, verb, "mark")
    known = (tree.lemma[noun], "noun") in lexicon.cues or (tree.lemma[noun], "noun") in lexicon.denials
    that = tree.subtree(verb)[0]  # "the rumour that Chad has attacked the rebels": a relative would lack its object
    filled = len(tree.kids(verb, "dobj")) > 1 or tree.dep[that] == "advmod" or tree.kid(verb, "auxpass") is not None
    if known and tree.lower[that] == "that" and tree.dep[that] in ("dobj", "advmod") and filled:
        tree.dep[that] = "mark"
    if known and any(tree.lower[child] == "that" for child in tree.kids(verb, "mark")):
        tree.attach(verb, noun, "acl")


def _particle_as_preposition(tree: Tree, verb: int) -> None:
    """ "accused X of flying in mercenaries": the word after a verb of transport is its particle, people are brought."""
    if tree.lemma[verb] not in _BRINGING or tree.kid(verb, "dobj", "prt") is not None or verb + 1 >= len(tree):
        return
    word = verb + 1
    noun = tree.kid(word, "pobj") if tree.dep[word] == "prep" and tree.lower[word] == "in" else None
    if noun is not None and tree.tag[noun] == "NNS" and tree.kid(noun, "det") is None:
        tree.attach(noun, verb, "dobj")
        tree.dep[word] = "prt"


def _list_of_participles(tree: Tree, verb: int) -> None:
    """ "have been spotted, filmed and identified": the middle one is a conjunct, no clause of circumstance."""
    if tree.dep[verb] != "advcl" or tree.tag[verb] not in ("VBN", "VBD") or own_subject(tree, verb) is not None:
        return
    first = tree.head[verb]
    listed = verb > first and tree.words[verb - 1] == "," and tree.kid(verb, "conj") is not None
    passive = tree.tag[first] == "VBN" and tree.kid(first, "auxpass") is not None
    if listed and passive and tree.kid(verb, "mark", "aux") is None:
        tree.dep[verb] = "conj"

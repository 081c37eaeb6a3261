"""A report set into what it reports, its speaker behind the verb: "The regime, say activists, used gas on the town".

Small parsers make the subject of the deed the speaker of it. Only the tree is changed. The sentences are in
``tests/claims/sentences_inserted.txt``.
"""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.clauses.phrases import NOMINAL
from kgraph.clauses.reporter import reporting
from kgraph.clauses.shared import takes_object
from kgraph.clauses.spoken import MARKS, TOLD
from kgraph.clauses.voice import own_subject
from kgraph.language import Lexicon
from kgraph.parsing import Tree

_DASHES = frozenset({",", "–", "—", "--", "-"})
_LONGEST = 12  # tokens of the speaker's phrase
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = ("nsubj", "nsubjpass")
_LOST = ("dobj", "npadvmod", "dep", "attr", "appos", "conj", "prep", "ROOT", "ccomp")
_MARKING = frozenset({"det", "poss", "nummod", "amod", "compound", "nmod"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_LISTED = frozenset({"and", "or"})  # "rose, said the prayer and left": what is said, in a list of deeds


def inverted_report(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """Hang ", say activists," on the clause around it, and give that clause its own subject."""
    cue = reporting(tree, verb, lexicon)
    start, end = tree.sentence(verb)
    if cue is None or tree.tag[verb] not in (*_FINITE, "VB") or tree.lemma[verb] in TOLD or "that" not in cue.content:
        return
    opening = verb - 1
    marked = tree.words[opening] in MARKS  # "“The army,” said the minister, “attacked them”"
    doubted = tree.lower[opening - 1 : verb] == ["or", "so"]  # "— or so say activists"
    opening -= 2 if doubted else int(marked)
    if opening <= start or tree.words[opening] not in _DASHES or tree.words[opening - 1] in MARKS:
        return
    closing = _closing(tree, verb, end)
    speaker = None if closing is None else _head(tree, range(verb + 1, closing))
    if closing is None or speaker is None:
        return
    ended = closing + 1 >= end or tree.words[closing] not in _DASHES
    if ended and not doubted:
        return  # ", says the minister.": see spoken.py
    _set_in(tree, verb, speaker, range(start, opening), closing, only_parted=marked)
    if doubted:
        _hang_or_so(tree, verb, verb - 1)


def or_so(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "Russia bombed the town, or so activists say": on their word alone."""
    start, end = tree.sentence(verb)
    if reporting(tree, verb, lexicon) is None:
        return
    so = next((t for t in range(verb - 1, max(start, verb - _LONGEST), -1) if tree.lower[t] == "so"), None)
    if so is None or so < start + 3 or tree.lower[so - 1] != "or" or tree.words[so - 2] not in _DASHES:
        return
    speaker = _head(tree, range(so + 1, verb))
    if speaker is None or verb + 1 >= end or tree.pos[verb + 1] != "PUNCT":
        return
    _set_in(tree, verb, speaker, range(start, so - 2), verb + 1)
    _hang_or_so(tree, verb, so)


def according_to_whom(tree: Tree, verb: int) -> None:
    """ "The minister, according to whom Togo did it, will resign": a clause about the minister, with a subject of its
    own."""
    subjects, above = tree.kids(verb, *_SUBJECTS), tree.head[verb]
    if len(subjects) != 2 or above == verb or own_subject(tree, above) is not None:
        return
    first, second = subjects
    if tree.lower[second - 3 : second] == ["according", "to", "whom"] and first < second < verb < above:
        tree.attach(first, above, "nsubj")
        tree.attach(verb, first, "relcl")


def reported_relative(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "The men, who police say robbed the bank": the pronoun is the robbers', and police say so."""
    cue = lexicon.cues.get((tree.lemma[verb], "verb"))  # "who they believe planned it" too
    if tree.dep[verb] != "relcl" or cue is None or "that" not in cue.content:
        return
    _participle_as_adjective(tree, verb)
    clause = next((c for c in tree.kids(verb, "ccomp", "xcomp") if c > verb and _is_finite(tree, c)), None)
    pronoun = next((c for c in tree.children[verb] if tree.lower[c] in _RELATIVE and c < verb), None)
    named = [c for c in tree.kids(verb, *_SUBJECTS) if c != pronoun and pronoun is not None and pronoun < c < verb]
    if clause is None or pronoun is None or not named:
        return
    if own_subject(tree, clause) is None:
        _give(tree, pronoun, clause)
        tree.dep[clause] = "ccomp"
        return
    filled = tree.kid(clause, "dobj", "attr", "acomp", "ccomp", "xcomp", "nsubjpass") is not None
    if not filled and (tree.dep[pronoun] != "mark" or takes_object(tree, clause, lexicon)):
        tree.attach(pronoun, clause, "dobj")


def _closing(tree: Tree, verb: int, end: int) -> int | None:
    """What closes the speaker's phrase: nothing but nouns and what stands with them before it."""
    for token in range(verb + 1, min(end, verb + _LONGEST)):
        if tree.words[token] in MARKS or tree.pos[token] in ("VERB", "AUX", "SCONJ"):
            return None
        if tree.pos[token] == "PUNCT" or tree.words[token] in _DASHES:
            return token if token > verb + 1 else None
    return None


def _head(tree: Tree, phrase: range) -> int | None:
    """The noun at the top of a phrase that is no date."""
    if not phrase or tree.pos[phrase[0]] in ("ADP", "PUNCT", "CCONJ", "PART"):
        return None
    nouns = [t for t in phrase if tree.pos[t] in NOMINAL]
    top = next((t for t in nouns if tree.head[t] not in phrase or tree.head[t] == t), None)
    if top is None or tree.ent[top] in ("DATE", "TIME"):
        return None
    bare = tree.tag[top] == "NN" and not any(tree.dep[t] in _MARKING for t in tree.children[top] if t < top)
    return None if bare else top  # "declared independence": nobody speaks


def _hang_or_so(tree: Tree, verb: int, so: int) -> None:
    for word in (so - 1, so):
        tree.attach(word, verb, "advmod")


def _set_in(tree: Tree, verb: int, speaker: int, before: range, closing: int, *, only_parted: bool = False) -> None:
    """Set the report into the clause that goes on behind it, or (not ``only_parted``) that ended before it."""
    behind = closing + 1
    main = _verb_behind(tree, behind + (behind < len(tree) and tree.words[behind] in MARKS))
    if main is not None and (subject := _subject_before(tree, verb, main, before)) is not None:
        _hang_beside(tree, verb, main, closing)
        _give(tree, subject, main)
    else:
        main, own = _verb_before(tree, verb, before), own_subject(tree, verb)
        if own is not None and own < verb:  # "Azawad, which is a part of Mali, declared its independence, and"
            return
        if behind < len(tree) and tree.pos[behind] in ("DET", "NOUN", "PROPN", "ADJ"):
            return  # "promised its chief, General Julio Pasos": his name
        if main is None or only_parted or _is_listed(tree, verb, main, speaker, behind):
            return
        _hang_beside(tree, verb, main, closing)
    tree.attach(speaker, verb, "nsubj")
    tree.tag[verb] = "VBP" if tree.tag[verb] == "VB" else tree.tag[verb]


def _is_listed(tree: Tree, verb: int, main: int, speaker: int, behind: int) -> bool:
    """ "Rose, said the prayer, and left"; of another tense, or with a name behind it, it is no deed in a list."""
    if behind >= len(tree) or tree.lower[behind] not in _LISTED or tree.tag[main] != tree.tag[verb]:
        return False
    return tree.pos[speaker] == "NOUN" and tree.tag[speaker] != "NNS"


def _verb_behind(tree: Tree, token: int) -> int | None:
    """The finite verb with which the clause goes on."""
    _, end = tree.sentence(token) if token < len(tree) else (0, 0)
    while token < end and tree.pos[token] == "ADV":
        token += 1
    if token >= end or tree.pos[token] not in ("VERB", "AUX") or tree.tag[token] not in (*_FINITE, "VBN"):
        return None
    main = tree.head[token] if tree.dep[token] in ("aux", "auxpass") else token
    if tree.tag[main] == "VBN" and tree.kid(main, "aux", "auxpass") is None:
        if tree.dep[main] not in ("ccomp", "ROOT", "conj"):
            return None
        tree.tag[main] = "VBD"
    return main


def _subject_before(tree: Tree, verb: int, main: int, before: range) -> int | None:
    """What acts in the clause around the report, wherever the parser hung it; nothing where that clause has ended."""
    own = own_subject(tree, main)
    if own is not None and own in before:
        return own
    loose = [t for t in before if tree.pos[t] in NOMINAL]
    loose = [t for t in loose if tree.head[t] in (verb, main, t) or tree.pos[tree.head[t]] == "PUNCT"]
    marked = [t for t in loose if tree.dep[t] in _SUBJECTS]
    found = marked or [t for t in loose if tree.dep[t] in _LOST]
    return found[-1] if found and not any(tree.tag[t] in _FINITE for t in range(found[-1], before.stop)) else None


def _verb_before(tree: Tree, verb: int, before: range) -> int | None:
    """The verb of the clause that stands before the report."""
    tops = [t for t in before if tree.pos[t] in ("VERB", "AUX") and own_subject(tree, t) in before]
    tops = [t for t in tops if tree.head[t] not in before or tree.head[t] == t]
    tops = [t for t in tops if tree.dep[t] not in ("relcl", "acl")]
    return tops[-1] if tops else None


def _hang_beside(tree: Tree, verb: int, main: int, closing: int) -> None:
    """Make the report a parenthesis of ``main``, which keeps what the parser hung on the report."""
    if verb in tree.ancestors(main) or tree.head[verb] == verb:
        tree.take_place(main, verb)
    tree.attach(verb, main, "parataxis")
    for child in list(tree.children[verb]):
        if child > closing or (child < verb and tree.pos[child] in ("VERB", "AUX", "ADP", "ADV", "SCONJ")):
            clause = tree.dep[child] == "ccomp" and tree.kid(child, "mark") is not None
            tree.attach(child, main, "advcl" if clause else tree.dep[child])


def _give(tree: Tree, noun: int, verb: int) -> None:
    tree.attach(noun, verb, "nsubjpass" if tree.kid(verb, "auxpass") is not None else "nsubj")
    _as_past_tense(tree, verb)


def _as_past_tense(tree: Tree, verb: int) -> None:
    """ "Who police say robbed it": without an auxiliary it is no participle, whatever the tagger says."""
    if tree.tag[verb] == "VBN" and tree.kid(verb, "aux", "auxpass") is None:
        tree.tag[verb] = "VBD"


def _is_finite(tree: Tree, verb: int) -> bool:
    words: Iterable[int] = (verb, *tree.kids(verb, "aux", "auxpass"))
    if any(tree.tag[word] in _FINITE for word in words):
        return True
    return tree.tag[verb] == "VBN" and tree.kid(verb, "aux") is None


def _participle_as_adjective(tree: Tree, verb: int) -> None:
    """ "Who they believe planned attacks": the verb was taken for an adjective of what it did."""
    noun = next((c for c in tree.kids(verb, "dobj") if c > verb), None)
    word = verb + 1
    if noun is None or tree.tag[word] != "VBN" or tree.dep[word] != "amod" or tree.head[word] != noun:
        return
    if len(tree.kids(verb, *_SUBJECTS)) == 2 and tree.subtree(noun)[0] == word:
        tree.attach(word, verb, "ccomp")
        tree.pos[word], tree.tag[word] = "VERB", "VBD"
        tree.attach(noun, word, "dobj")


def contact_relative(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "Hunting four men they say attacked a church": a relative clause without "who"; the men did, and they say so."""
    cue = lexicon.cues.get((tree.lemma[verb], "verb"))
    noun, deed = tree.head[verb], verb + 1
    if tree.dep[verb] != "relcl" or cue is None or "that" not in cue.content or deed >= len(tree):
        return
    while deed + 1 < len(tree) and tree.pos[deed] == "AUX" and tree.head[deed] > deed:
        deed += 1
    speaker = own_subject(tree, verb)
    if tree.pos[deed] != "VERB" or not _is_finite(tree, deed) or own_subject(tree, deed) is not None:
        return
    if speaker is None or speaker > verb or tree.tag[speaker] in ("WP", "WDT") or tree.lower[speaker] in _RELATIVE:
        return
    if tree.dep[deed] in ("conj", "xcomp", "ccomp", "ROOT", "advcl") and tree.subtree(speaker)[0] == noun + 1:
        tree.attach(deed, verb, "ccomp")
        _as_past_tense(tree, deed)

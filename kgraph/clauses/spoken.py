"""Reported speech that small parsers garble: who speaks behind the clause, and what is said where something stands
between.

Only the tree is changed. The sentences are in ``tests/claims/sentences.txt``.
"""

from __future__ import annotations

from kgraph.clauses.voice import own_subject
from kgraph.language import Lexicon
from kgraph.parsing import Tree

_LONGEST = 14  # tokens of the speaker's phrase
MARKS = frozenset({'"', "“", "”", "''", "``", "«", "»"})
TOLD = frozenset({"tell", "inform", "assure"})  # who is told stands behind: "two diplomats told reporters"
_PLEDGING = frozenset({"promise", "pledge", "vow", "threaten", "warn"})  # "will not answer, promised its chief"
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def mend_speech(tree: Tree, lexicon: Lexicon) -> None:
    """Mend the reported speech of ``tree`` in place."""
    for token in range(len(tree)):
        denying = (tree.lemma[token], "verb") in lexicon.denials and tree.lemma[
            token
        ] != "be"  # "there were reports that"
        if denying and tree.pos[token] == "VERB":
            _content_adrift(tree, token, lexicon)  # "denied in a statement that"
        cue = lexicon.cues.get((tree.lemma[token], "verb"))
        if cue is None or (cue.content and "that" not in cue.content and tree.lemma[token] not in _PLEDGING):
            continue
        if cue.breadth != "narrow" and tree.lemma[token] not in _PLEDGING:
            continue
        _speaker_behind(tree, token)
        if tree.pos[token] == "VERB":
            _copy_of_which(tree, token)
            _quoted_as_saying(tree, token)
            _speaker_inverted(tree, token)
            _content_adrift(tree, token, lexicon)
            _condition_of_content(tree, token)


# -- the speaker at the end ------------------------------------------------------------------------------------------


def _speaker_behind(tree: Tree, verb: int) -> None:
    """ "Troops entered the town, a commander said by telephone": a speaker that was taken into the clause before, as an
    apposition, a conjunct or an adverbial."""
    comma = _last_comma(tree, verb)
    if comma is None or not _ends_the_sentence(tree, verb) or not _is_finite(tree, verb, comma):
        return
    phrase = range(comma + 1, verb)
    own = own_subject(tree, verb)
    if own is not None and own > comma and tree.pos[verb] == "VERB":
        return  # the parser saw it
    tops = [t for t in phrase if tree.head[t] not in phrase and tree.pos[t] in ("NOUN", "PROPN", "PRON")]
    tops = [t for t in tops if tree.dep[t] != "poss"]
    if not tops or tree.pos[comma + 1] in ("CCONJ", "SCONJ", "ADP"):
        return
    host = _host(tree, verb, comma, own)
    if host is None:
        return
    if tree.pos[verb] != "VERB":
        tops = [top for top in tops if tree.head[top] != verb or not _take_its_place(tree, top, verb)]
        tree.pos[verb], tree.tag[verb] = "VERB", "VBP"
    for token in tops[1:]:
        tree.attach(token, tops[0], "conj")
    if host != tree.head[verb] and verb not in tree.ancestors(host):
        _hang_beside(tree, verb, host)
    elif tree.dep[verb] == "conj":
        tree.dep[verb] = "parataxis"
    tree.attach(tops[0], verb, "nsubj")


def _last_comma(tree: Tree, verb: int) -> int | None:
    start, _ = tree.sentence(verb)
    for token in range(verb - 1, max(start, verb - _LONGEST) - 1, -1):
        if tree.pos[token] in ("VERB", "AUX") or tree.words[token] in MARKS:
            return None
        if tree.words[token] == ",":
            return token
    return None


def _ends_the_sentence(tree: Tree, verb: int) -> bool:
    """Nothing behind the verb but a full stop or adverbials: "on Monday", "by telephone"."""
    if _acts_behind(tree, verb, "VERB", "AUX", "SCONJ"):
        return False
    if tree.lemma[verb] in TOLD:
        return True
    _, end = tree.sentence(verb)
    first = next((t for t in range(verb + 1, end) if tree.pos[t] not in ("PUNCT", "SPACE")), None)
    return first is None or tree.pos[first] in ("ADP", "ADV") or tree.ent[first] in ("DATE", "TIME")


def _acts_behind(tree: Tree, verb: int, *pos: str) -> bool:
    """Whether a word of these kinds stands between the verb and the end of its sentence."""
    _, end = tree.sentence(verb)
    return any(tree.pos[t] in pos for t in range(verb + 1, end))


def _is_finite(tree: Tree, verb: int, comma: int) -> bool:
    """ "officials said", or "economists at the institute estimate" where the verb was taken for a noun."""
    if tree.tag[verb] in _FINITE and tree.pos[verb] == "VERB":
        return True
    if tree.tag[verb] != "NN" or tree.words[verb] != tree.lemma[verb]:
        return False
    return tree.tag[comma + 1] == "NNS" or (verb - comma > 2 and tree.tag[comma + 2] == "NNS")


def _host(tree: Tree, verb: int, comma: int, own: int | None) -> int | None:
    """The verb of the clause that the speaker answers for, made the head of what it lost."""
    start, _ = tree.sentence(verb)
    if own is not None and own < comma:
        lost = _lost_verb(tree, own, comma)
        if lost is None:
            return None
        tree.attach(lost, verb, "ccomp")
        tree.attach(own, lost, "nsubj")
        tree.tag[lost] = "VBD"
        for child in [c for c in tree.children[verb] if c < lost and c != own]:
            tree.attach(child, lost, tree.dep[child])
        return lost
    if (clause := tree.kid(verb, "ccomp")) is not None and clause < comma:
        return clause
    root = next((up for up in (verb, *tree.ancestors(verb)) if tree.head[up] == up), verb)
    if root == verb or not start <= root < comma or tree.pos[root] not in ("VERB", "AUX"):
        return None
    return root if own_subject(tree, root) is not None else None


def _lost_verb(tree: Tree, noun: int, comma: int) -> int | None:
    """ "troops backed by brigades pushed into the town": the last participle without agent is the clause's verb."""
    below = [t for t in tree.subtree(noun) if noun < t < comma and tree.dep[t] in ("acl", "relcl")]
    below = [t for t in below if tree.tag[t] in ("VBN", "VBD")]
    below = [t for t in below if tree.kid(t, "agent", "aux", "auxpass", "nsubj", "nsubjpass") is None]
    return below[-1] if below else None


def _take_its_place(tree: Tree, noun: int, verb: int) -> bool:
    """ "the Institute for Trade estimate": the verb was the head of the name before it, which now ends without it."""
    up = tree.head[verb]
    if up == verb or up > noun:
        return False
    tree.attach(noun, up, tree.dep[verb])
    return True


def _hang_beside(tree: Tree, verb: int, host: int) -> None:
    for child in [c for c in tree.children[verb] if tree.dep[c] not in ("punct",)]:
        if child < verb and child != host:
            tree.attach(child, host, tree.dep[child])
    tree.attach(verb, host, "parataxis")


def _speaker_inverted(tree: Tree, verb: int) -> None:
    """ "The army will not answer, promised its chief.": a cue between a comma and its speaker is no second deed of the
    clause's subject: a second deed would have its "and"."""
    start, _ = tree.sentence(verb)
    host = tree.head[verb]
    said = tree.kid(verb, "ccomp")
    if said is not None and said < verb and own_subject(tree, verb) is None and tree.words[verb - 1] == ",":
        behind = tree.kid(verb, "dobj", "attr")  # the clause was seen, its speaker was taken for an object
        alone = own_subject(tree, said) is not None and not _acts_behind(tree, verb, "VERB", "AUX")
        if behind is not None and behind > verb and alone and not _goes_on(tree, verb):
            tree.dep[behind] = "nsubj"
        return
    if tree.dep[verb] != "conj" or own_subject(tree, verb) is not None or tree.tag[verb] not in _FINITE or host > verb:
        return
    if verb - 1 <= start or tree.words[verb - 1] != "," or tree.kid(host, "cc") is not None:
        return
    speaker = tree.kid(verb, "dobj", "attr")
    if speaker is None or speaker < verb or tree.pos[speaker] not in ("NOUN", "PROPN"):
        return
    if tree.kid(verb, "ccomp", "xcomp", "conj") is not None or _acts_behind(tree, verb, "VERB", "AUX"):
        return
    tree.dep[verb], tree.dep[speaker] = "parataxis", "nsubj"
    for child in tree.kids(verb, "npadvmod"):  # "promised its chief, General X"
        if child > speaker and tree.pos[child] == "PROPN":
            tree.attach(child, speaker, "appos")


def spoken_after_colon(tree: Tree, verb: int) -> None:
    """'Sir Alan hit back: "I never blamed Spain."': what stands before the colon is no clause of the quotation's."""
    inside = tree.head[verb]
    bare = tree.tag[verb] == "VB" and tree.kid(verb, "aux") is None  # "hit back", which looks like an infinitive
    if not (bare or tree.tag[verb] in _FINITE) or inside <= verb or tree.pos[inside] not in ("VERB", "AUX"):
        return
    if tree.dep[verb] not in ("ccomp", "advcl", "parataxis", "dep") or own_subject(tree, verb) is None:
        return
    at = verb + 1
    while at < inside and (tree.pos[at] == "ADV" or tree.dep[at] == "prt"):
        at += 1
    if tree.words[at] != ":" or at + 1 >= inside:
        return
    tree.tag[verb] = "VBD" if bare else tree.tag[verb]
    tree.take_place(verb, inside)
    tree.attach(inside, verb, "ccomp" if tree.words[at + 1] in MARKS else "parataxis")


def court_told(tree: Tree, verb: int) -> None:
    """ "A consul sold visas, a court was told on Monday": no second deed, but who heard of the first."""
    host, subject = tree.head[verb], tree.kid(verb, "nsubjpass")
    if tree.lemma[verb] not in TOLD or tree.dep[verb] != "conj" or subject is None or host > verb:
        return
    first = tree.subtree(subject)[0]
    if tree.words[first - 1] != "," or any(tree.pos[t] == "CCONJ" for t in tree.kids(host, "cc")):
        return
    tree.take_place(verb, host)
    tree.attach(host, verb, "ccomp")


def no_speaker(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "The rebels attacked the base, announced the ban and fled": a list of deeds; nobody says the first of them."""
    if (tree.lemma[verb], "verb") not in lexicon.cues or own_subject(tree, verb) is not None:
        return
    first = tree.kid(verb, "ccomp")
    if first is None or first > verb or tree.words[verb - 1] != "," or tree.tag[first] != tree.tag[verb]:
        return
    subject = own_subject(tree, first)
    listed = _goes_on(tree, verb) and tree.kid(verb, "dobj") is not None
    if subject is None or not listed or tree.kid(first, "mark") is not None:
        return
    tree.take_place(first, verb)
    tree.attach(verb, first, "conj")


def _goes_on(tree: Tree, verb: int) -> bool:
    """ "attacked the base, announced the ban and fled": a list of deeds, no speaker at its end."""
    return any(tree.dep[c] == "conj" and tree.pos[c] in ("VERB", "AUX") for c in tree.children[verb] if c > verb)


# -- content that hangs elsewhere ------------------------------------------------------------------------------------


def _quoted_as_saying(tree: Tree, verb: int) -> None:
    """ "Hungary will veto it, its minister was quoted as saying by the paper": what is said stands in front, and the
    paper quotes."""
    above = tree.head[verb]
    if tree.dep[verb] != "pcomp" or tree.lower[above] != "as" or tree.lemma[tree.head[above]] not in ("quote", "cite"):
        return
    quoting = tree.head[above]
    clause = tree.kid(quoting, "ccomp")
    if clause is not None and clause < quoting and tree.kid(verb, "ccomp") is None:
        tree.attach(clause, verb, "ccomp")
    for child in tree.kids(verb, "prep", "agent"):
        if tree.lower[child] == "by" and tree.kid(quoting, "agent") is None:
            tree.attach(child, quoting, "agent")


def _copy_of_which(tree: Tree, verb: int) -> None:
    """ "said in a statement, a copy of which Reuters has seen, that Iran had attacked": the copy is a parenthesis, and
    acts in nothing that is said."""
    clause = tree.kid(verb, "ccomp")
    if clause is None or clause < verb:
        return
    for noun in range(verb + 2, clause):
        if tree.head[noun] != clause or tree.words[noun + 1 : noun + 3] != ["of", "which"]:
            continue
        first = tree.subtree(noun)[0]
        opened = next((t for t in range(first - 1, verb, -1) if tree.pos[t] in ("NOUN", "PROPN")), None)
        if opened is not None and tree.words[first - 1] == "," and own_subject(tree, clause) != noun + 1:
            tree.attach(noun, opened, "appos")
        return


def _content_adrift(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "said in a statement, a copy of which we obtained, that ...", "replied at the time that ...": the that-clause is
    what is said and not a relative of the noun before it."""
    if tree.kid(verb, "ccomp") is not None or tree.tag[verb] not in (*_FINITE, "VBN"):
        return
    _, end = tree.sentence(verb)
    for that in range(verb + 2, end):
        if tree.lower[that] != "that" or tree.dep[that] not in ("mark", "advmod"):
            continue
        clause = tree.head[that]
        noun = tree.head[clause]
        adrift = tree.dep[clause] in ("relcl", "acl") and own_subject(tree, clause) not in (None, that)
        if (tree.lemma[noun], "noun") in lexicon.cues and tree.pos[tree.head[tree.head[noun]]] == "NOUN":
            return  # "called for an inquiry into claims that": those claim it, and nobody calls for it
        between = any(tree.pos[t] == "VERB" and tree.dep[t] != "relcl" for t in range(verb + 1, that))
        if (
            adrift
            and not between
            and verb in tree.ancestors(clause)
            and tree.dep[noun] not in ("dobj", "nsubj", "oprd")
        ):
            tree.attach(clause, verb, "ccomp")
            tree.dep[that] = "mark"
            return


def _condition_of_content(tree: Tree, verb: int) -> None:
    """ "If Canada left, she warned, others would not stay": the condition is of what she says and not of her saying."""
    subject = own_subject(tree, verb)
    if subject is None or subject > verb or verb + 1 >= len(tree) or tree.words[verb + 1] != ",":
        return
    if tree.words[tree.subtree(subject)[0] - 1] != ",":
        return
    content = tree.kid(verb, "ccomp")
    beside = tree.dep[verb] in ("parataxis", "ccomp", "advcl") and tree.kid(verb, "mark") is None
    if beside and tree.head[verb] > verb:
        content = tree.head[verb]
        tree.dep[verb] = "parataxis"
    for clause in tree.kids(verb, "advcl"):
        first = tree.subtree(clause)[0]
        conditional = tree.lower[first] in ("if", "unless", "when", "should", "had")
        if content is not None and content > verb and clause < subject and conditional and tree.dep[content] != "advcl":
            tree.attach(clause, content, "advcl")

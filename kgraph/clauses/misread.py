"""Words that small parsers take for something else: a month for part of a name, a verb for an adjective.

Only the tree is changed. The sentences are in ``tests/claims/sentences.txt``.
"""

from __future__ import annotations

from kgraph.clauses.charged import accused_of
from kgraph.clauses.voice import own_subject
from kgraph.language import Lexicon
from kgraph.parsing import Tree

# never said of a noun: "and blamed smugglers" is a second deed, "and jailed activists" may be people
_SPOKEN = frozenset("blamed criticised criticized denounced praised rebuked thanked urged warned".split())
_MARKS = frozenset({"'", "‘", '"', "“", "``"})
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_CALENDAR = _DAYS | frozenset(
    "january february march april may june july august september october november december".split()
)


def mend_misread(tree: Tree, token: int, lexicon: Lexicon) -> None:
    """Mend what stands with the verb ``token``."""
    if tree.pos[token] == "VERB":
        _calendar_name(tree, token)
        accused_of(tree, token, lexicon)
        _called_on(tree, token)
        _name_before_verb(tree, token)
        _adverb_as_name(tree, token)
        _heading_before_colon(tree, token)
        _only_verb(tree, token)
        _name_and_wish(tree, token, lexicon)
        _inverted_condition(tree, token)
        _asked_who(tree, token)
        _second_relative(tree, token)
        _bare_gerund(tree, token, lexicon)
        _told_somebody_that(tree, token, lexicon)


def _calendar_name(tree: Tree, verb: int) -> None:
    """ "In March Thailand closed its border": the month is the date, the country acts."""
    if tree.tag[verb] not in ("VBD", "VBZ", "VBP") or own_subject(tree, verb) is not None:
        return
    for preposition in tree.kids(verb, "prep"):
        name = tree.kid(preposition, "pobj")
        if preposition > verb or name is None or name > verb or tree.pos[name] != "PROPN":
            continue
        day = next((c for c in tree.kids(name, "compound", "nmod") if tree.lower[c] in _CALENDAR), None)
        if day is None or any(tree.pos[t] not in ("ADV", "AUX") for t in range(name + 1, verb)):
            continue
        tree.attach(day, preposition, "pobj")
        tree.attach(name, verb, "nsubj")
        return


def _name_and_wish(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "Demanded that London apologise and threatened to leave": the verb of the wish was taken for part of the name,
    and the asker's next deed for the wish."""
    above, wish = tree.head[verb], own_subject(tree, verb)
    if tree.dep[verb] != "ccomp" or tree.tag[verb] not in ("VBD", "VBN") or wish is None or wish > verb:
        return
    name = tree.kid(wish, "compound")
    joined = tree.kid(wish, "cc")
    if name != wish - 1 or joined != wish + 1 or verb != wish + 2 or tree.pos[name] != "PROPN":
        return
    asking = {sense.relation for sense in lexicon.verbs.get(tree.lemma[above], ())} & {"ASKS", "DEMANDS", "URGES"}
    that = any(tree.lower[mark] == "that" for mark in tree.kids(verb, "mark"))
    if not asking or not that or not tree.words[wish].islower() or tree.tag[wish] not in ("NN", "JJ", "VB"):
        return
    tree.pos[wish], tree.tag[wish] = "VERB", "VB"
    tree.attach(verb, above, "conj")
    tree.attach(wish, above, "ccomp")
    tree.attach(name, wish, "nsubj")
    tree.attach(joined, above, "cc")
    for mark in tree.kids(verb, "mark"):
        tree.attach(mark, wish, "mark")
    tree.tag[verb] = "VBD"


def _asked_who(tree: Tree, verb: int) -> None:
    """ "Asked by the prosecutor who had hired him": a question, and not what the prosecutor did."""
    if tree.dep[verb] != "relcl":
        return
    noun, who = tree.head[verb], tree.subtree(verb)[0]
    if tree.lower[who] not in ("who", "what") or who != noun + 1:
        return
    by = tree.head[noun]
    asked = tree.head[by]
    if tree.dep[noun] == "pobj" and tree.lower[by] == "by" and tree.lemma[asked] == "ask" and asked < noun:
        tree.attach(verb, asked, "ccomp")


def _bare_gerund(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "Jailed for spying for Chad": a verb that was taken for the noun behind "for"."""
    above = tree.head[verb]
    bare = tree.kid(verb, "det", "poss", "amod", "nummod") is None and tree.kid(verb, "prep", "dobj") is not None
    gerund = tree.tag[verb] == "VBG" and tree.dep[verb] == "pobj" and tree.lower[verb] not in lexicon.nouns
    if gerund and bare and tree.lower[above] == "for":
        tree.dep[verb] = "pcomp"


def _second_relative(tree: Tree, verb: int) -> None:
    """ "A mine, which set off a war in the 1990s that killed thousands": the war killed them, and not the mine."""
    if tree.dep[verb] != "relcl":
        return
    noun, that = tree.head[verb], tree.subtree(verb)[0]
    if tree.lower[that] != "that" or own_subject(tree, verb) != that:
        return
    between = [c for c in tree.kids(noun, "relcl") if noun < c < that]
    if not between or tree.words[that - 1] == ",":
        return
    inner = that - 1
    while tree.ent[inner] in ("DATE", "TIME") and tree.dep[inner] == "pobj" and tree.head[tree.head[inner]] < inner:
        inner = tree.head[tree.head[inner]]  # "in the 1990s" says when
    if tree.pos[inner] == "VERB":
        inner = max(tree.kids(inner, "dobj"), default=inner)
    if between[-1] < inner and tree.pos[inner] in ("NOUN", "PROPN"):
        tree.attach(verb, inner, "relcl")


def _inverted_condition(tree: Tree, verb: int) -> None:
    """ "Had the court asked, it said, the embassy would have answered": the condition was taken for the main clause."""
    subject, main = own_subject(tree, verb), tree.kid(verb, "ccomp")
    if subject is None or main is None or main < verb or tree.head[verb] != verb:
        return
    had = next((t for t in tree.kids(verb, "aux", "auxpass") if t < subject), None)
    first = next((t for t in range(*tree.sentence(verb)) if tree.words[t] not in _MARKS), None)
    would = any(tree.lower[t] in ("would", "could", "might") for t in tree.kids(main, "aux"))
    if had is None or had != first or tree.lower[had] not in ("had", "were", "should") or not would:
        return
    tree.attach(main, main, "ROOT")
    tree.attach(verb, main, "advcl")


def headline_as(tree: Tree, verb: int) -> None:
    """ "Panic as rebels enter the town": in a headline "as" opens a clause, and whoever stands behind it acts."""
    noun = own_subject(tree, verb)
    if noun is None or noun > verb or not tree.is_headline(verb):
        return
    for as_ in tree.kids(noun, "prep"):
        actor = tree.kid(as_, "pobj")
        gap = (
            []
            if actor is None
            else [t for t in range(tree.subtree(actor)[-1] + 1, verb) if tree.words[t] not in _MARKS]
        )
        if tree.lower[as_] == "as" and actor is not None and actor < verb and not gap:
            tree.attach(actor, verb, "nsubj")
            tree.attach(noun, verb, "dep")
            return


def gerund_as_noun(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "There was fighting between A and B", "fighting erupted": an -ing noun of event that was tagged a verb."""
    if tree.tag[verb] != "VBG" or tree.lower[verb] not in lexicon.nouns or tree.kid(verb, "aux", "dobj") is not None:
        return
    if tree.dep[verb] in ("attr", "nsubj", "nsubjpass", "dobj", "pobj"):
        tree.pos[verb], tree.lemma[verb] = "NOUN", tree.lower[verb]
    elif tree.dep[verb] in ("advcl", "xcomp") and tree.dep[verb - 1] == "pobj" and not tree.children[verb]:
        noun, preposition = verb - 1, tree.head[verb - 1]  # "rejects charge over border shelling"
        if preposition < noun and tree.pos[noun] == "NOUN" and not [c for c in tree.children[noun] if c > noun]:
            tree.attach(verb, preposition, "pobj")
            tree.attach(noun, verb, "compound")
            tree.pos[verb], tree.tag[verb], tree.lemma[verb] = "NOUN", "NN", tree.lower[verb]


def _only_verb(tree: Tree, verb: int) -> None:
    """ "Sudan, which borders both, offered to mediate", "The guest called it rubbish": the sentence has no other verb,
    so what was taken for a participle of its noun is its verb."""
    noun = tree.head[verb]
    finite = tree.tag[verb] == "VBD"
    if tree.dep[verb] != "acl" or not (finite or tree.tag[verb] == "VBN") or tree.dep[noun] != "ROOT":
        return
    if tree.is_headline(verb) or own_subject(tree, verb) is not None:
        return
    end = tree.sentence(verb)[1]
    if tree.words[end - 1] not in (".", '"', "”") or tree.pos[noun] not in ("NOUN", "PROPN"):
        return
    if not tree.lower[verb].endswith("ed") or tree.kid(verb, "agent", "aux", "auxpass", "mark") is not None:
        return
    completed = tree.kid(verb, "dobj", "xcomp", "ccomp", "oprd", *(("prep", "advcl") if finite else ())) is not None
    if not completed or tree.kids(noun, "conj", "cop"):
        return  # "A bridge destroyed in the war."
    tree.attach(verb, verb, "ROOT")
    for child in list(tree.children[noun]):
        if child > verb:
            tree.attach(child, verb, tree.dep[child])
    tree.attach(noun, verb, "nsubj")
    tree.tag[verb] = "VBD"


def day_in_front(tree: Tree, verb: int) -> None:
    """ "On Monday Mali sent troops": the day was taken for the first part of the subject behind it."""
    subject = own_subject(tree, verb)
    for preposition in tree.kids(verb, "prep"):
        day = preposition + 1
        if subject is None or day >= subject or tree.children[preposition] or tree.head[day] != subject:
            continue
        if tree.dep[day] == "compound" and tree.lower[day] in _DAYS:
            tree.attach(day, preposition, "pobj")
            tree.ent[day] = "DATE"


def headline_verb(tree: Tree, noun: int, lexicon: Lexicon) -> None:
    """ "Kabul rejects charge" in a headline: the verb was taken for a plural, and the noun behind it for the verb."""
    root = noun + 1
    if tree.tag[noun] != "NNS" or tree.dep[noun] != "nsubj" or tree.head[noun] != root or not tree.is_headline(noun):
        return
    name = tree.kid(noun, "compound")
    known = any((tree.lemma[noun], "verb") in table for table in (lexicon.denials, lexicon.cues))
    known = known or tree.lemma[noun] in lexicon.verbs
    noun_too = tree.lemma[root] in lexicon.nouns or (tree.lemma[root], "noun") in lexicon.cues
    if not known or not noun_too or name != noun - 1 or tree.tag[root] != "VBP":
        return
    if any(child > root for child in tree.kids(root, "dobj", "ccomp", "nummod", "npadvmod")):
        return  # "Kabul attacks kill nine"
    tree.take_place(noun, root)
    for child in list(tree.children[root]):
        tree.attach(child, noun, tree.dep[child])
    tree.attach(root, noun, "dobj")
    tree.attach(name, noun, "nsubj")
    tree.pos[noun], tree.tag[noun] = "VERB", "VBZ"
    tree.pos[root], tree.tag[root] = "NOUN", "NN"


def _name_before_verb(tree: Tree, verb: int) -> None:
    """ "Algiers rejects charge": a name right before a finite verb that has no subject."""
    name = verb - 1
    if tree.tag[verb] not in ("VBZ", "VBD") or own_subject(tree, verb) is not None or name < 0:
        return
    if tree.head[name] == verb and tree.dep[name] == "compound" and tree.pos[name] == "PROPN":
        tree.dep[name] = "nsubj"


def _adverb_as_name(tree: Tree, verb: int) -> None:
    """ "In May, USAID sent tents", "Rojas last night refused": a name, taken for an adverb or a call."""
    if tree.tag[verb] not in ("VBZ", "VBD") or own_subject(tree, verb) is not None or tree.dep[verb] in ("acl", "amod"):
        return
    before = [c for c in tree.kids(verb, "advmod", "amod", "intj", "npadvmod") if c < verb]
    for word in before:
        between = [t for c in before if c > word for t in tree.subtree(c)]
        named = tree.tag[word] in ("JJ", "NN", "NNP", "UH") or tree.words[word].isupper()
        alone = tree.words[word][:1].isupper() and named and not tree.children[word]
        if alone and sorted(between) == list(range(word + 1, verb)) and tree.lower[word] not in _CALENDAR:
            tree.attach(word, verb, "nsubj")
            tree.pos[word], tree.tag[word] = "PROPN", "NNP"
            return


def _heading_before_colon(tree: Tree, verb: int) -> None:
    """ "Correction: An earlier version said that": what stands before the colon was taken for the subject."""
    heading = own_subject(tree, verb)
    if heading is None or heading + 1 >= verb or tree.words[heading + 1] != ":":
        return
    behind = [*tree.kids(heading, "appos"), *tree.kids(verb, "nsubj", "nsubjpass")]
    noun = next((t for t in behind if heading + 1 < t < verb), None)
    if noun is not None:
        tree.attach(noun, verb, tree.dep[heading])
        tree.dep[heading] = "dep"


def _told_somebody_that(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "denied to a newspaper that Chad had paid him": the clause was hung on those who are told."""
    speaks = (tree.lemma[verb], "verb") in lexicon.cues or (tree.lemma[verb], "verb") in lexicon.denials
    if not speaks or tree.kid(verb, "ccomp", "dobj") is not None:
        return
    for to in tree.kids(verb, "prep", "dative"):
        told = tree.kid(to, "pobj") if tree.lower[to] == "to" and to > verb else None
        clause = None if told is None else tree.kid(told, "relcl")
        if told is None or clause is None or tree.lower[told + 1 : told + 2] != ["that"]:
            continue
        if any(c != told + 1 for c in tree.kids(clause, "nsubj", "nsubjpass")):
            tree.attach(clause, verb, "ccomp")
            tree.attach(told + 1, clause, "mark")
            tree.pos[told + 1], tree.tag[told + 1] = "SCONJ", "IN"
            return


def _called_on(tree: Tree, verb: int) -> None:
    """ "called on Interior Minister Samson Kiptanui to resign": a name that was taken for an object of calling."""
    name = tree.kid(verb, "dobj")
    if tree.lemma[verb] != "call" or name is None:
        return
    for preposition in tree.kids(verb, "prep", "prt"):
        if tree.lower[preposition] in ("on", "upon") and not tree.children[preposition]:
            if preposition == verb + 1 and tree.subtree(name)[0] == preposition + 1:
                tree.attach(name, preposition, "pobj")
                tree.dep[preposition] = "prep"
            return


def clause_as_adjective(tree: Tree, verb: int) -> None:
    """ "Said it had bombed camps": a verb with its subject and its "had", taken for an adjective of its object."""
    noun = tree.head[verb]
    above = tree.head[noun]
    subject = tree.kid(verb, "nsubj")
    if tree.dep[verb] != "amod" or tree.dep[noun] != "dobj" or subject is None or tree.kid(verb, "aux") is None:
        return
    if above < subject < verb < noun and tree.pos[above] == "VERB":
        tree.pos[verb] = "VERB"
        tree.attach(verb, above, "ccomp")
        tree.attach(noun, verb, "dobj")


def verb_as_adjective(tree: Tree, verb: int) -> None:
    """ "signed an accord but boycotted elections": a second verb that was taken for an adjective of its object."""
    noun = tree.head[verb]
    past = tree.tag[verb] == "VBD" or (
        tree.tag[verb] == "VBN" and tree.lower[verb] in _SPOKEN and tree.tag[noun] == "NNS"
    )
    if tree.dep[verb] != "amod" or not past or tree.dep[noun] != "conj" or verb > noun:
        return
    beside = tree.head[noun]  # the first verb, or its object
    first = beside if tree.pos[beside] == "VERB" else tree.head[beside]
    if tree.lower[verb] in _SPOKEN:  # "denied any part in the raid and blamed smugglers": however deep the noun
        finite = (up for up in tree.ancestors(beside) if tree.tag[up] == "VBD")
        first = beside if tree.tag[beside] == "VBD" else next(finite, first)
    if tree.pos[first] != "VERB" or tree.tag[first] != "VBD" or own_subject(tree, first) is None:
        return
    if tree.lower[verb - 1] not in ("but", "and", "yet", "then"):
        return
    tree.pos[verb], tree.tag[verb] = "VERB", "VBD"
    tree.attach(verb, first, "conj")
    tree.attach(noun, verb, "dobj")
    for child in tree.kids(noun, "npadvmod"):
        tree.attach(child, verb, "npadvmod")

"""All predications of an article, in text order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kgraph.clauses.control import RELATIVE, subject_of
from kgraph.clauses.naming import names_behind
from kgraph.clauses.nominal import nominal
from kgraph.clauses.phrases import NOMINAL, conjuncts, prepositional
from kgraph.clauses.predication import Complement, Predication
from kgraph.clauses.shared import fronted_noun, shared_object
from kgraph.clauses.voice import agents, gives_somebody, is_imperative, is_passive
from kgraph.language import Lexicon
from kgraph.parsing import Tree

Refuse = Callable[[int, str], None]

_STAYING = frozenset({"remain", "stand", "stay"})
_MODIFIER = frozenset({"amod", "compound", "nmod"})


def _nobody_asks(token: int, why: str) -> None:
    """Where no explanation is wanted, what was refused is not kept."""


def predications(tree: Tree, lexicon: Lexicon, *, refuse: Refuse = _nobody_asks) -> Iterator[Predication]:
    """Verbs, copulas with a noun or adjective, and the event nouns that the lexicon knows. ``refuse`` is told of words
    that only look like one."""
    for token in range(len(tree)):
        pos = tree.pos[token]
        if pos == "VERB" or (pos == "AUX" and tree.dep[token] not in ("aux", "auxpass")):
            if tree.dep[token] in _MODIFIER and tree.tag[token] != "VBG":
                refuse(token, "stands before a noun as an adjective does")  # "disputed Karabakh"
                continue
            if _is_to_blame(tree, token):
                refuse(token, "to blame: at fault, and blames nobody")
                continue
            if tree.lower[token] in ("according", "including"):
                refuse(token, "a preposition, whatever the tagger says")
                continue
            if pos == "AUX" or tree.lemma[token] == "be" or _stays_so(tree, token):
                yield _copula(tree, token)
            else:
                yield _verbal(tree, token, lexicon)
        elif pos == "NOUN" and tree.dep[token] not in _MODIFIER and _is_event(tree, token, lexicon):
            found = nominal(tree, token, lexicon)
            if found is not None:
                yield found


def _is_to_blame(tree: Tree, token: int) -> bool:
    above = tree.head[token]
    infinitive = tree.lower[token] == "blame" and tree.dep[token] in ("xcomp", "ccomp")
    return infinitive and tree.lemma[above] == "be" and tree.kid(token, "dobj") is None


def _stays_so(tree: Tree, verb: int) -> bool:
    """ "Remained ready to talk", "stands ready": a copula, whatever the tagger says."""
    return tree.lemma[verb] in _STAYING and tree.kid(verb, "acomp") is not None and tree.kid(verb, "dobj") is None


def _is_event(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    lemma = tree.lemma[noun]
    if lemma in lexicon.nouns or (lemma, "noun") in lexicon.denials:
        return True
    # "Lebanon's claim that Israel bombed Tyre": a reporting noun, when it has its clause
    return (lemma, "noun") in lexicon.cues and tree.kid(noun, "acl", "ccomp", "prep") is not None


def _verbal(tree: Tree, verb: int, lexicon: Lexicon) -> Predication:
    passive = is_passive(tree, verb)
    surface, construction = _surface_subject(tree, verb)
    direct = [child for child in tree.kids(verb, "dobj") if tree.lower[child] != "what"]  # "what he called a lie"
    objects = tuple(
        noun
        for child in direct or tree.kids(verb, "oprd")  # "called him a liar": him alone
        for noun in conjuncts(tree, child)
        if tree.pos[child] in NOMINAL
    )
    names = names_behind(tree, verb)
    objects = tuple(noun for noun in objects if noun not in names)
    dative = tuple(
        noun for child in tree.kids(verb, "dative") if tree.pos[child] in NOMINAL for noun in conjuncts(tree, child)
    )
    if gives_somebody(tree, verb):
        # "Mali was given rifles by Chad": Mali gets them, the rifles are given
        subject, dative = agents(tree, verb), surface
        construction = "passive" if subject else "passive-without-agent"
    elif passive:
        subject, objects = agents(tree, verb), surface + objects
        construction = "passive" if subject else "passive-without-agent"
    else:
        subject = surface
        objects = _relative_object(tree, verb, objects) or shared_object(tree, verb, lexicon)
    particle = tree.kid(verb, "prt")
    word = None if particle is None else tree.lower[particle]
    return Predication(
        head=verb,
        kind="verb",
        lemma=tree.lemma[verb],
        construction=construction,
        particle=word,
        subject=subject,
        object=objects,
        dative=dative,
        obliques=tuple((p, n) for p, n in prepositional(tree, verb) if n not in subject),
        complements=tuple(_complements(tree, verb)),
        passive=passive,
        under=_under(tree, verb),
    )


def _surface_subject(tree: Tree, verb: int) -> tuple[tuple[int, ...], str]:
    heads, construction = subject_of(tree, verb)
    return heads, construction or "no-subject"


def _relative_object(tree: Tree, verb: int, objects: tuple[int, ...]) -> tuple[int, ...]:
    # "the troops that Russia sent", "the fighters Ankara sent": the noun before is the object
    if tree.dep[verb] != "relcl":
        plain = tuple(noun for noun in objects if tree.lower[noun] != "what")  # "what he said": nobody
        return tuple(fronted_noun(tree, verb, noun) for noun in plain)
    kept = tuple(noun for noun in objects if tree.lower[noun] not in RELATIVE)
    pronoun_is_subject = any(tree.lower[c] in RELATIVE for c in tree.kids(verb, "nsubj", "nsubjpass"))
    if kept or pronoun_is_subject or tree.kid(verb, "nsubj") is None:
        return kept
    stranded = any(
        not tree.children[p] or tree.lower[c] in RELATIVE
        for p in tree.kids(verb, "prep")
        for c in tree.children[p] or [p]
    )
    fronted = any(tree.lower[t] in ("where", "when", "why") for t in tree.children[verb])
    return () if stranded or fronted or tree.kid(verb, "ccomp", "xcomp") is not None else (tree.head[verb],)


def _copula(tree: Tree, verb: int) -> Predication:
    surface, construction = _surface_subject(tree, verb)
    attribute = tree.kid(verb, "attr", "acomp")
    own = tree.lemma[verb] if tree.lemma[verb] in _STAYING else "be"
    lemma = own if attribute is None else f"{own} {tree.lemma[attribute]}"
    obliques = tuple(prepositional(tree, verb)) + (() if attribute is None else tuple(prepositional(tree, attribute)))
    clauses = tuple(_complements(tree, verb)) + (() if attribute is None else tuple(_complements(tree, attribute)))
    if attribute is not None and (inner := tree.kid(attribute, "xcomp", "ccomp")) is not None:
        kind = "infinitive" if tree.tag[inner] == "VB" else "that"
        if all(c.head != inner for c in clauses):
            clauses += (Complement(kind, inner),)
    return Predication(
        head=verb,
        kind="copula",
        lemma=lemma,
        construction="copula" if construction == "active" else f"copula-{construction}",
        subject=surface,
        object=() if attribute is None else (attribute,),
        obliques=obliques,
        complements=clauses,
        under=_under(tree, verb),
    )


def _complements(tree: Tree, verb: int) -> Iterator[Complement]:
    for child in tree.children[verb]:
        dep, tag = tree.dep[child], tree.tag[child]
        if dep in ("prep", "agent"):
            for clause in tree.kids(child, "pcomp"):
                yield Complement("gerund", clause, tree.lower[child])
        elif dep in ("xcomp", "ccomp", "advcl", "oprd", "dep") and tree.pos[child] in (
            "VERB",
            "AUX",
            "ADJ",
            "NOUN",
            "PROPN",
        ):
            if tree.pos[child] not in ("VERB", "AUX") and dep not in ("ccomp", "xcomp"):
                continue
            yield Complement(_clause_kind(tree, child, dep, tag), child)


def _clause_kind(tree: Tree, clause: int, dep: str, tag: str) -> str:
    if is_imperative(tree, clause):
        return "that"  # "Free them, Norway told Chile"
    marks = {tree.lower[m] for m in tree.kids(clause, "mark", "advmod", "aux")}
    if dep == "advcl":
        if marks & {"if", "unless"}:
            return "if"
        return "purpose" if "to" in marks else "adverbial"
    if "to" in marks:
        return "infinitive"
    if "that" in marks and dep == "ccomp":  # "claims that Paris not having a passport was normal"
        return "that"
    if tag == "VBG" and tree.kid(clause, "aux") is None:
        return "gerund"
    if marks & {"whether", "if", "why", "how", "when", "where"}:
        return "question"
    return "that" if dep == "ccomp" else "infinitive"


def _under(tree: Tree, verb: int) -> int | None:
    """The predicate that this clause completes, through prepositions and adjectives; conjuncts share it."""
    at = verb
    while tree.dep[at] == "conj" and tree.pos[tree.head[at]] in ("VERB", "AUX"):
        at = tree.head[at]
    up = tree.head[at]
    while tree.pos[up] in ("ADP", "ADJ", "SCONJ") and tree.head[up] != up:
        up = tree.head[up]
    return None if up == at else up

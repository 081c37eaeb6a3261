"""Active or passive: who acts in this clause, as the words stand.

Passive with agent: "Turkey was accused by Russia" – the by-phrase acts. Without: "A red line has been crossed".
"""

from __future__ import annotations

from kgraph.clauses.phrases import behind, conjuncts
from kgraph.parsing import Tree

_BEFORE_IMPERATIVE = frozenset({"do", "not", "n't", "n’t", "please", "never"})
_OPENING = frozenset({"“", '"', "``", "''", "‘", "'", ":"})

SUBJECT = ("nsubj", "csubj")
PASSIVE_SUBJECT = ("nsubjpass", "csubjpass")
# participles that describe a state and whose surface subject holds it: "Russia is opposed to", "is concerned about"
_STATIVE = frozenset(
    "concerned worried alarmed opposed committed prepared determined interested engaged involved angered outraged "
    "dedicated disappointed convinced pleased set united divided ready allied".split()
)

_ACCUSED = frozenset({"accuse", "charge", "condemn", "convict", "suspect"})
_BOUND = frozenset({"compel", "force", "oblige"})
_ASKED = frozenset({"ask", "press", "question", "quiz"})
DITRANSITIVE = frozenset(
    "allot allow assign award cede concede deal deny feed fine give grant guarantee hand issue leave lend loan offer "
    "owe pay permit promise refuse sell send show spare teach tell".split()
)
_TELLING = frozenset({"tell", "inform", "notify", "assure", "remind"})

# verbs whose past form stands for a passive in headlines
_HEADLINE = frozenset(
    "abduct accuse acquit appoint arrest ask attack ban bar behead blame bomb boot capture charge convict deport "
    "detain elect evacuate evict execute expect expel extradite fine force free halt hit hold impeach injure jail "
    "kidnap kill name order oust poison probe release rescue sack sanction seize sentence shell shoot shut stab "
    "summon suspect suspend tell urge warn wound".split()
)


def is_passive(tree: Tree, verb: int) -> bool:
    if tree.tag[verb] not in ("VBN", "VBD") or (tree.lower[verb] in _STATIVE and by_agent(tree, verb) is None):
        return False
    if any(tree.dep[child] in ("auxpass", *PASSIVE_SUBJECT) for child in tree.children[verb]):
        return True
    if _headline_participle(tree, verb):
        return True
    if tree.dep[verb] == "conj" and tree.tag[verb] == "VBD" and own_subject(tree, verb) is None:
        # "have been spotted, filmed and identified": a participle that was taken for a past tense
        bare = tree.kid(verb, "dobj", "ccomp", "xcomp", "aux") is None
        if tree.lemma[verb] in _TELLING:  # "was arrested and told that": somebody is told, so he is the one
            bare = tree.kid(verb, "dobj", "dative", "aux") is None
        return bare and tree.tag[tree.head[verb]] == "VBN" and is_passive(tree, tree.head[verb])
    if tree.tag[verb] == "VBD" and _asked_between_commas(tree, verb):
        return True
    if tree.tag[verb] != "VBN" or has_have(tree, verb):
        return False
    if tree.dep[verb] in ("advcl", "pcomp") and any(tree.lower[c] == "with" for c in tree.kids(verb, "mark", "prep")):
        return tree.kid(verb, "dobj", "aux") is None  # "with safety rules often ignored"
    if tree.dep[verb] == "acl":  # reduced relative: "fighters sent by Turkey"
        return True
    if tree.dep[verb] == "conj":  # "are known, tracked, and identified"
        return own_subject(tree, verb) is None and is_passive(tree, tree.head[verb])
    return tree.dep[verb] in ("advcl", "amod") and own_subject(tree, verb) is None


def _asked_between_commas(tree: Tree, verb: int) -> bool:
    """ "The spokeswoman, asked about the raid, said": a participle behind its noun, taken for a past tense."""
    if tree.lemma[verb] not in _ASKED or tree.dep[verb] not in ("acl", "relcl"):
        return False
    if tree.words[verb - 1] != "," or tree.head[verb] > verb:
        return False
    return own_subject(tree, verb) is None and tree.kid(verb, "dobj", "aux", "ccomp") is None


def _headline_participle(tree: Tree, verb: int) -> bool:
    """ "India accused of holding back water", "Two soldiers killed in raid": headlines tell in the present tense, so a
    past form without object or clause of its own is a participle whose auxiliary was dropped."""
    if tree.lemma[verb] not in _HEADLINE or tree.dep[verb] not in ("ROOT", "ccomp", "conj"):
        return False
    if not tree.is_headline(verb) or own_subject(tree, verb) is None:
        return False
    clause = tree.kid(verb, "xcomp")
    # "Engineer sold plans to Iran, court told": what was told stands in front
    told = [c for c in tree.kids(verb, "ccomp") if c > verb or tree.lemma[verb] not in _TELLING]
    return not told and tree.kid(verb, "dobj", "aux", "prt") is None and (clause is None or tree.tag[clause] == "VB")


def has_have(tree: Tree, verb: int) -> bool:
    return any(
        tree.dep[child] == "aux" and tree.lemma[child] in ("have", "'ve", "’ve") for child in tree.children[verb]
    )


def own_subject(tree: Tree, verb: int) -> int | None:
    """The subject that hangs on the verb itself, active or passive; not "there"."""
    return tree.kid(verb, *SUBJECT, *PASSIVE_SUBJECT)


def by_agent(tree: Tree, verb: int) -> int | None:
    """The preposition "by" whose noun acts. Small parsers hang it on a complement: "recognised as independent by any
    country"; it is looked for there too."""
    for child in tree.children[verb]:
        if tree.dep[child] == "agent" or (tree.dep[child] == "prep" and tree.lower[child] == "by"):
            return child
    for child in tree.children[verb]:
        if tree.dep[child] == "xcomp" and tree.kid(child, "auxpass") is not None:
            continue  # "are said to be armed by Chad": Chad arms them, and says nothing
        if tree.dep[child] in ("prep", "oprd", "acomp", "dobj", "xcomp") and child > verb:
            for token in tree.children[child]:
                for deep in (token, *tree.children[token]):
                    if tree.lower[deep] == "by" and tree.dep[deep] in ("prep", "agent") and deep > verb:
                        return deep
    return None


def agents(tree: Tree, verb: int) -> tuple[int, ...]:
    """Who acts in a passive clause."""
    by = by_agent(tree, verb)
    for beside in tree.kids(verb, "conj") if by is None else ():
        # "was struck and killed by a bomb": one agent behind both
        joined = set(tree.lower[verb + 1 : beside]) <= {"and", "or", ","}  # not "was elected in May and killed by"
        if joined and tree.tag[beside] == "VBN" and own_subject(tree, beside) is None:
            by = by_agent(tree, beside)
    if by is None:
        return ()
    return tuple(head for _, head in behind(tree, by, "by") if tree.ent[head] not in ("DATE", "TIME"))  # "by Friday"


def gives_somebody(tree: Tree, verb: int) -> bool:
    """ "Mali was given rifles (by Chad)": a passive whose subject gets what its object names."""
    return tree.lemma[verb] in DITRANSITIVE and tree.kid(verb, "dobj") is not None and is_passive(tree, verb)


def giver(tree: Tree, verb: int) -> None:
    """ "was refused a visa by Cuba": Cuba refuses it; the small parser makes it the visa's."""
    thing = tree.kid(verb, "dobj") if tree.lemma[verb] in DITRANSITIVE else None
    by = None if thing is None else next((c for c in tree.kids(thing, "prep") if tree.lower[c] == "by"), None)
    if by is not None and tree.kid(verb, "agent") is None and is_passive(tree, verb):
        tree.attach(by, verb, "agent")


def subjects(tree: Tree, verb: int) -> tuple[int, ...]:
    found = own_subject(tree, verb)
    return () if found is None else conjuncts(tree, found)


def is_imperative(tree: Tree, verb: int) -> bool:
    """ "Free the sailors", "“Do not attack Kenya,” he told them": a bare verb that opens a sentence, a quotation or
    what stands behind a colon, and the verbs beside it. Whoever says it does not do it."""
    while tree.dep[verb] == "conj" and tree.tag[verb] == "VB" and tree.pos[tree.head[verb]] in ("VERB", "AUX"):
        if own_subject(tree, verb) is not None or tree.kid(verb, "aux") is not None:
            return False
        verb = tree.head[verb]
    if tree.tag[verb] != "VB" or own_subject(tree, verb) is not None or tree.kid(verb, "mark") is not None:
        return False
    before = [child for child in tree.kids(verb, "aux", "neg", "intj") if child < verb]
    if any(tree.lower[word] not in _BEFORE_IMPERATIVE for word in before):
        return False
    first = min([verb, *before])
    return first == tree.sentence(verb)[0] or tree.words[first - 1] in _OPENING


def stands_accused(tree: Tree, verb: int) -> None:
    """ "Iran stands accused of it", "felt obliged to": a passive, whatever carries it."""
    standing = tree.lemma[verb] in ("stand", "feel") and tree.kid(verb, "dobj") is None
    participle = tree.kid(verb, "acomp", "xcomp", "oprd", "advcl", "ccomp") if standing else None
    if participle is None and tree.tag[verb] == "VBN" and (aux := tree.kid(verb, "aux")) is not None:
        subject = tree.kid(verb, "nsubj") or tree.kid(aux, "nsubj")
        if tree.lower[aux] in ("feel", "feels", "felt") and subject is not None:
            tree.attach(subject, verb, "nsubjpass")
            tree.dep[aux] = "auxpass"
            tree.lemma[verb] = "force" if tree.lemma[verb] in _BOUND else tree.lemma[verb]
        return
    if participle is None or tree.tag[participle] != "VBN" or tree.lemma[participle] not in _ACCUSED | _BOUND:
        return
    tree.take_place(participle, verb)
    for child in list(tree.children[verb]):
        if child != participle:
            tree.attach(child, participle, "nsubjpass" if tree.dep[child] == "nsubj" else tree.dep[child])
    tree.attach(verb, participle, "auxpass")
    tree.pos[participle], tree.pos[verb] = "VERB", "AUX"
    tree.lemma[participle] = "force" if tree.lemma[participle] in _BOUND else tree.lemma[participle]


def accused_in_court(tree: Tree, verb: int) -> None:
    """ "Appeared in court accused of it": whoever appears there is, and not the court."""
    court = tree.head[verb]
    place = tree.head[court]
    accused = tree.dep[verb] == "acl" and tree.tag[verb] == "VBN" and tree.lemma[verb] in _ACCUSED
    there = tree.lower[court] in ("court", "dock", "custody") and tree.dep[court] == "pobj"
    if accused and there and tree.kid(court, "det") is None and tree.pos[tree.head[place]] == "VERB":
        tree.attach(verb, tree.head[place], "advcl")

"""Who is the subject of a clause that names none: control, raising, coordination, relatives, participles, gerunds.

The question goes up the tree: "agreed to threaten" – the one who agreed; "urged NATO to act" – the one urged;
"accused Turkey of sending" – the one accused; "fighters who entered", "fighters backing" – the noun before.
"""

from __future__ import annotations

from kgraph.clauses.phrases import NOMINAL, conjuncts
from kgraph.clauses.voice import agents, is_imperative, is_passive, own_subject, subjects
from kgraph.parsing import Tree

RELATIVE = frozenset({"who", "which", "that", "whom", "what"})
# the one asked, made or sent does what the infinitive says (Rosenbaum's minimal distance; Levin 1993, sec. 2.13)
OBJECT_CONTROL = frozenset(
    "accuse advise airlift allow appeal ask authorise authorize beg beseech bring cajole call challenge coax coerce "
    "command compel condemn convict convince counsel deploy direct dispatch drive enable encourage entreat exhort "
    "expect ferry fly forbid force get help hire implore incite induce instruct invite lead lobby motivate nudge "
    "oblige order pay permit persuade petition plead pledge press pressure prompt push recruit remind request require "
    "send sentence ship signal smuggle summon tell train transport trust urge want warn".split()
)
# the one asked stands behind a preposition: "called on Turkey to"; "flew to Oman to meet him" has none
_ASKING = frozenset("appeal beckon call challenge command lobby petition plead pray press push shout signal".split())
SUBJECT_CONTROL_WITH_OBJECT = frozenset({"promise", "pledge", "threaten", "use", "vow"})
_WITH_GERUND = frozenset({"charge", "credit", "entrust", "task"})  # "charged the editor with insulting": the editor
# "a place to visit", "the time to act": nobody's, unlike "a decision to act" and "the first country to act"
_NOBODYS = frozenset("place spot destination time moment day year thing reason topic matter issue way".split())
# "foiled a plot to kidnap", "condemned the decision to attack": the plan of somebody else
_OTHERS_PLANS = frozenset(
    "applaud avert block condemn criticise criticize decry denounce disrupt expose foil frustrate hail oppose praise "
    "prevent reject slam stop support thwart uncover welcome".split()
)
_RANKS = frozenset("first second third last only latest next lone sole".split())
_PAPERS = frozenset(
    "appeal communique declaration decree letter manifesto memo memorandum motion note petition proclamation report "
    "resolution statement".split()
)
_PROTESTS = frozenset("campaign demonstration march petition protest rally sit-in strike vigil".split())
_STAGING = frozenset("begin hold join launch lead mount organise organize stage start".split())
_ISSUING = frozenset(
    "adopt approve circulate deliver endorse file issue pass publish put release send sign submit write".split()
)
_BOUND = frozenset("affiliated aligned allied associated connected linked tied".split())
# whoever is punished or praised "for taking bribes" took them
_FOR_A_DEED = frozenset(
    "arrest blame boot censure charge condemn convict criticise criticize denounce detain discipline dismiss execute "
    "expel fine fire hang honor honour imprison indict jail laud oust penalise penalize praise prosecute punish rebuke "
    "reprimand reward sack scold sentence slam sue suspend thank try".split()
)
_LAYING = frozenset("announce approve enact impose issue lay level levy order place put slap".split())
_BURDENS = frozenset("ban embargo fine measure penalty restriction sanction tariff".split())
# "summoned the envoy to complain": the host complains; "to explain": the envoy explains
_HOSTS_WORDS = frozenset(
    "complain condemn convey deliver demand denounce express hand lodge present protest register voice".split()
)
_MAX_STEPS = 12


def subject_of(tree: Tree, verb: int, steps: int = 0) -> tuple[tuple[int, ...], str]:
    """(heads of the noun phrases that are the surface subject of ``verb``, name of the construction)."""
    if own := subjects(tree, verb):
        if _is_relative_pronoun(tree, own[0]):
            return _antecedent(tree, verb, own[0]), "relative"
        return own, "active"
    if steps > _MAX_STEPS or is_imperative(tree, verb):
        return (), ""
    dep, head = tree.dep[verb], tree.head[verb]
    if head == verb:
        return (), ""
    if dep == "conj" and tree.pos[head] in ("VERB", "AUX"):
        return _shared(tree, verb, head, steps)
    if dep in ("acl", "relcl"):
        return _on_noun(tree, verb, head, steps)
    if dep in ("xcomp", "ccomp", "advcl", "dep", "conj") and tree.pos[head] in ("VERB", "AUX"):
        return _controlled(tree, verb, head, steps)
    if dep in ("pcomp", "xcomp", "advcl", "ccomp", "prep") and tree.pos[head] in (
        "ADP",
        "SCONJ",
        "ADJ",
        "NOUN",
        "PROPN",
        "ADV",
    ):
        return _through_preposition(tree, verb, head, steps)
    return (), ""


def deep_subject(tree: Tree, verb: int, steps: int = 0) -> tuple[int, ...]:
    """Who acts: the by-phrase of a passive, else the subject."""
    if is_passive(tree, verb):
        return agents(tree, verb)
    return subject_of(tree, verb, steps)[0]


def _shared(tree: Tree, verb: int, first: int, steps: int) -> tuple[tuple[int, ...], str]:
    # "Macron met Merkel and urged NATO": one subject for both; "was shot and died" keeps the surface subject too
    found, _ = subject_of(tree, first, steps + 1)
    return found, "coordinated-verb"


def _on_noun(tree: Tree, verb: int, noun: int, steps: int) -> tuple[tuple[int, ...], str]:
    if tree.dep[verb] == "acl" and tree.tag[verb] == "VB":
        # "a decision to attack", "Turkey's threat to invade": the one whose decision it is
        over = tree.head[noun]
        opposed = tree.lemma[over] in _OTHERS_PLANS or tree.lower[over] == "against"  # "protested against a plan to"
        if opposed and not tree.kids(noun, "poss", "prep", "agent"):
            return (), ""
        return _by_whom(tree, noun) or noun_agent(tree, noun, steps + 1), "noun-infinitive"
    if tree.tag[verb] == "VBN" and any(tree.lower[aux] == "to" for aux in tree.kids(verb, "aux")):
        return noun_agent(tree, noun, steps + 1), "noun-infinitive"  # "Russia's claim to have destroyed them"
    if tree.tag[verb] == "VBN" and tree.dep[verb] == "acl":
        return conjuncts(tree, noun)[:1], "reduced-relative"
    if tree.dep[verb] == "relcl" and tree.tag[verb] == "VB" and tree.kid(verb, "aux") is not None:
        # "discussions to resolve the conflict"
        return _by_whom(tree, noun) or noun_agent(tree, noun, steps + 1), "noun-infinitive"
    if tree.tag[verb] == "VBG" and (owner := tree.kid(noun, "poss")) is not None:
        return conjuncts(tree, owner), "participle"  # "Turkey's statements backing Azerbaijan": Turkey backs
    if tree.tag[verb] == "VBG" and (issuer := _issuer(tree, noun, steps)):
        return issuer, "participle"
    return (noun,), "participle" if tree.tag[verb] == "VBG" else "relative"


def _issuer(tree: Tree, noun: int, steps: int) -> tuple[int, ...]:
    """ "Chile issued a declaration demanding that": whoever issues a paper says what stands in it."""
    above = tree.head[noun]
    paper = tree.lemma[noun] in _PAPERS and tree.lemma[above] in _ISSUING
    protest = tree.lemma[noun] in _PROTESTS and tree.lemma[above] in _STAGING  # "staged a vigil demanding that"
    if not (paper or protest) or tree.pos[above] != "VERB":
        return ()
    issued = tree.dep[noun] in ("dobj", "nsubjpass") and steps <= _MAX_STEPS
    return deep_subject(tree, above, steps + 1) if issued else ()


def _by_whom(tree: Tree, noun: int) -> tuple[int, ...]:
    """ "a plot by rebels to attack": the infinitive was hung on those whose plot it is."""
    by = tree.dep[noun] == "pobj" and tree.lower[tree.head[noun]] == "by" and tree.dep[tree.head[noun]] == "prep"
    return conjuncts(tree, noun) if by else ()


def noun_agent(tree: Tree, noun: int, steps: int = 0) -> tuple[int, ...]:
    """Whose decision, threat or plan it is: possessor, by-phrase, else the subject of the verb that has the noun."""
    if (owner := tree.kid(noun, "poss")) is not None:
        return conjuncts(tree, owner)
    for child in tree.kids(noun, "prep", "agent"):
        if tree.lower[child] in ("by", "of"):
            found = [c for c in tree.kids(child, "pobj") if tree.pos[c] in ("PROPN", "NOUN", "PRON")]
            if found:
                return conjuncts(tree, found[0])
    governor = tree.head[noun]
    if tree.dep[noun] == "appos" and any(tree.lower[c] in _RANKS for c in tree.kids(noun, "amod")):
        return conjuncts(tree, governor)  # "Togo, the first state to have recognised Kosovo, condemned"
    if tree.lower[governor] in ("for", "over") and (punished := _punished(tree, governor)):
        return punished  # "expelled over a plot to kidnap"
    if tree.dep[noun] == "attr" and tree.lemma[noun] in _NOBODYS:
        return ()
    if steps <= _MAX_STEPS and tree.dep[noun] in ("dobj", "attr", "pobj") and governor != noun:
        verb = governor if tree.pos[governor] in ("VERB", "AUX") else tree.head[governor]
        if tree.pos[verb] in ("VERB", "AUX"):
            return deep_subject(tree, verb, steps + 1)
    return ()


def _controlled(tree: Tree, verb: int, matrix: int, steps: int) -> tuple[tuple[int, ...], str]:
    passive = is_passive(tree, matrix)
    if passive and tree.dep[verb] != "advcl":  # raising: "is said to have sent", "was urged to stop", "is set to"
        found, _ = subject_of(tree, matrix, steps + 1)
        return found, "raising"
    if tree.lemma[matrix] in _OTHERS_PLANS and _completes_object(tree, verb, matrix):
        return (), ""
    compared = any(tree.lower[mark] == "than" for mark in tree.kids(verb, "mark"))  # "would rather send them than talk"
    if not compared and (tree.dep[verb] in ("xcomp", "ccomp", "dep") or tree.tag[verb] == "VB"):
        wanted = _object_control(tree, matrix, verb)
        if wanted:
            return wanted, "object-control"
    if tree.dep[verb] == "ccomp" and _is_contact_relative(tree, matrix) and matrix < verb:
        return conjuncts(tree, tree.head[matrix])[:1], "relative"
    if tree.dep[verb] == "ccomp" and tree.tag[verb] != "VB":
        return (), ""  # a finite clause without subject is garbled; a guess would name the wrong actor
    if _judges_object(tree, verb, matrix):
        return (), ""
    found = deep_subject(tree, matrix, steps + 1) if passive else subject_of(tree, matrix, steps + 1)[0]
    return found, "purpose" if tree.dep[verb] == "advcl" and tree.tag[verb] == "VB" else "subject-control"


def _is_contact_relative(tree: Tree, verb: int) -> bool:
    """ "Men they say attacked a church": a relative clause without "who", of a report with a speaker."""
    if tree.dep[verb] != "relcl" or own_subject(tree, verb) is None:
        return False
    return all(tree.tag[child] not in ("WP", "WDT") for child in tree.children[verb])


def _judges_object(tree: Tree, verb: int, matrix: int) -> bool:
    """ "Rejected the account as invented": the account is said to be so, and nobody is seen to invent it."""
    bare = tree.tag[verb] in ("VBN", "VBD") and tree.kid(verb, "aux", "auxpass") is None
    judged = tree.dep[verb] == "advcl" and tree.kid(matrix, "dobj") is not None
    return bare and judged and any(tree.lower[mark] == "as" for mark in tree.kids(verb, "mark"))


def _completes_object(tree: Tree, verb: int, matrix: int) -> bool:
    """ "foiled a plot to kidnap": the infinitive right behind the object says what the plot was."""
    return tree.tag[verb] == "VB" and any(tree.lower[noun + 1] == "to" for noun in tree.kids(matrix, "dobj"))


def _object_control(tree: Tree, matrix: int, verb: int) -> tuple[int, ...]:
    lemma = tree.lemma[matrix]
    needed = tree.kid(matrix, "dobj") if lemma == "need" else None
    if needed is not None and tree.pos[needed] == "PROPN" and matrix < needed < verb:
        return conjuncts(tree, needed)  # "needs Sudan to open the border", not "needs money to open it"
    if lemma not in OBJECT_CONTROL or lemma in SUBJECT_CONTROL_WITH_OBJECT:
        return ()
    if lemma in ("summon", "call") and tree.lemma[verb] in _HOSTS_WORDS and _is_in(tree, matrix):
        return ()
    for child in tree.children[matrix]:
        if tree.dep[child] in ("dobj", "dative", "nsubj") and matrix < child < verb and tree.pos[child] in NOMINAL:
            return conjuncts(tree, child)
    for child in (
        tree.kids(matrix, "prep", "dative") if lemma in _ASKING else ()
    ):  # "called on Turkey to", "appealed to Iran to"
        if tree.lower[child] in ("on", "upon", "for", "to", "with") and matrix < child < verb:
            for noun in tree.kids(child, "pobj"):
                if tree.ent[noun] not in ("DATE", "TIME"):  # "requested on Friday that": nobody is asked
                    return conjuncts(tree, noun)
    return ()


def _is_in(tree: Tree, matrix: int) -> bool:
    """ "Summoned the envoy", "called in the envoy"; "called on the envoy to condemn it" asks him to."""
    return tree.lemma[matrix] == "summon" or any(tree.lower[p] == "in" for p in tree.kids(matrix, "prt"))


def _through_preposition(tree: Tree, verb: int, head: int, steps: int) -> tuple[tuple[int, ...], str]:
    # verb below a preposition (gerund) or an adjective ("ready to send", "set to meet")
    word, up = tree.lower[head], tree.head[head]
    if tree.pos[head] == "ADJ":
        if up == head:
            return (), ""
        if tree.pos[up] in ("VERB", "AUX"):
            return subject_of(tree, up, steps + 1)[0], "raising"
        return ((up,), "raising") if tree.pos[up] in NOMINAL else ((), "")
    if tree.pos[head] in ("NOUN", "PROPN"):
        return noun_agent(tree, head, steps + 1), "noun-infinitive"
    if tree.pos[up] in ("VERB", "AUX"):
        return _gerund(tree, verb, word, up, steps)
    if tree.pos[up] in ("NOUN", "PROPN"):  # "accusations of sending fighters", "its role in arming rebels"
        if word in ("for", "over") and (punished := _punished(tree, up)):
            return punished, "gerund-after-" + word
        return noun_agent(tree, up, steps + 1), "noun-gerund"
    if word == "of" and tree.lower[up] == "out" and tree.pos[tree.head[up]] == "VERB":
        return _gerund(tree, verb, word, tree.head[up], steps)  # "talked Kenya out of attacking"
    # "stopped short of criticising", "came close to attacking", "far from attacking", whatever the tagger says
    beside = tree.lower[up] in ("short", "close", "near", "far")
    if (tree.pos[up] == "ADJ" or beside) and tree.pos[tree.head[up]] in ("VERB", "AUX"):  # "responsible for killing"
        return subject_of(tree, tree.head[up], steps + 1)[0], "raising"
    return (), ""


def _punished(tree: Tree, noun: int) -> tuple[int, ...]:
    """ "jails a customs officer for spying", "sentenced him to two years in prison for taking bribes": the parser hangs
    the deed on the officer, on the years or on the prison; it is his who was sentenced."""
    at = tree.head[noun] if tree.dep[noun] == "prep" else noun
    while tree.dep[at] == "pobj" and tree.dep[tree.head[at]] == "prep":
        at = tree.head[tree.head[at]]
    verb = at if tree.pos[at] == "VERB" else tree.head[at]
    if tree.lemma[verb] not in _FOR_A_DEED or (at != verb and tree.dep[at] != "dobj"):
        return ()
    if is_passive(tree, verb):
        return conjuncts(tree, subjects(tree, verb)[0]) if subjects(tree, verb) else ()
    suffering = tree.kid(verb, "dobj")
    return () if suffering is None or tree.pos[suffering] not in NOMINAL else conjuncts(tree, suffering)


def _burdened(tree: Tree, matrix: int) -> tuple[int, ...]:
    """ "Imposed sanctions on Petrov for shelling": whom they are laid on."""
    burden = tree.kid(matrix, "dobj", "nsubjpass")
    if tree.lemma[matrix] not in _LAYING or burden is None or tree.lemma[burden] not in _BURDENS:
        return ()
    for on in [*tree.kids(burden, "prep"), *tree.kids(matrix, "prep")]:
        if tree.lower[on] in ("on", "upon", "against") and (borne := tree.kid(on, "pobj")) is not None:
            return conjuncts(tree, borne)
    return ()


def _gerund(tree: Tree, verb: int, word: str, matrix: int, steps: int) -> tuple[tuple[int, ...], str]:
    # "accused Turkey of sending", "prevented Iran from selling", "thanked Oman for hosting": the object does it
    if word in ("for", "over") and (burdened := _burdened(tree, matrix)):
        return burdened, "gerund-after-" + word
    if word in ("of", "for", "from", "into", "against") or (word == "with" and tree.lemma[matrix] in _WITH_GERUND):
        if is_passive(tree, matrix):  # "Turkey was accused of sending"
            return subject_of(tree, matrix, steps + 1)[0], "gerund-after-" + word
        objects = tree.kids(matrix, "dobj")
        objects = [c for c in objects if matrix < c < verb] or objects  # "rebels, whom it accused Chad of arming"
        for child in objects:
            if child < verb and tree.pos[child] in NOMINAL:
                relative = _is_relative_pronoun(tree, child)  # "Egypt, which Ethiopia accuses of arming them"
                found = _antecedent(tree, matrix, child) if relative else conjuncts(tree, child)
                return found, "gerund-after-" + word
    if word == "as" and tree.lemma[matrix] in ("quote", "cite", "report", "describe", "portray"):
        if is_passive(tree, matrix):  # "was quoted as saying"
            return subject_of(tree, matrix, steps + 1)[0], "gerund-after-as"
        for child in tree.kids(matrix, "dobj"):
            return conjuncts(tree, child), "gerund-after-as"
    if is_passive(tree, matrix) and word == "by":
        return agents(tree, matrix), "gerund-after-by"
    return subject_of(tree, matrix, steps + 1)[0], "gerund"


def _is_relative_pronoun(tree: Tree, token: int) -> bool:
    return (
        tree.lower[token] in RELATIVE
        and tree.tag[token] in ("WDT", "WP", "IN", "DT")
        and token_in_relative(tree, token)
    )


def token_in_relative(tree: Tree, token: int) -> bool:
    verb = _around_report(tree, tree.head[token], token)
    return tree.dep[verb] in ("relcl", "advcl", "acl") or (
        tree.dep[verb] == "conj" and tree.dep[tree.head[verb]] == "relcl"
    )


def _around_report(tree: Tree, verb: int, pronoun: int) -> int:
    """ "The missile, which Kyiv says killed thirty", "rebels, whom it accused Chad of arming": the relative clause is
    that of the saying."""
    while tree.dep[verb] in ("ccomp", "pcomp") and pronoun < tree.head[verb] < verb:
        verb = tree.head[verb]
        if tree.pos[verb] == "ADP":
            verb = tree.head[verb]
    return verb


def _somebody(tree: Tree, noun: int) -> int:
    """ "A diplomat in Quito, who said": a place is nobody, the noun before it is."""
    preposition = tree.head[noun]
    outer = tree.head[preposition]
    if tree.ent[noun] in ("GPE", "LOC", "FAC") and tree.dep[noun] == "pobj" and tree.pos[outer] in NOMINAL:
        return outer
    return noun


def _member(tree: Tree, noun: int, pronoun: int) -> int:
    """ "A woman linked to Al-Qaeda who shot at them": persons are "who", and a body's name right before it only says
    whose they are."""
    preposition = tree.head[noun]
    if tree.ent[noun] not in ("ORG", "GPE", "NORP") or tree.dep[noun] != "pobj" or tree.words[pronoun - 1] == ",":
        return noun
    above = tree.head[preposition]
    if tree.tag[above] in ("VBN", "VBD") and tree.lower[above] in _BOUND:
        # "a woman linked to": the participle, or what was taken for a verb
        above = tree.head[above] if tree.dep[above] == "acl" else next(iter(subjects(tree, above)), above)
        return above if tree.pos[above] == "NOUN" else noun
    return noun


def _antecedent(tree: Tree, verb: int, pronoun: int) -> tuple[int, ...]:
    """The noun that "who" or "which" stands for; nothing for a sentential "which"."""
    verb = _around_report(tree, verb, pronoun)
    while tree.dep[verb] == "conj":
        verb = tree.head[verb]
    noun = tree.head[verb]
    if tree.dep[verb] != "relcl" or tree.pos[noun] not in NOMINAL:
        return ()
    if tree.lower[pronoun] == "who":
        noun = _member(tree, _somebody(tree, noun), pronoun)
        # "a list of officials who": a person is meant, not a heap
        return conjuncts(tree, noun) if noun + 1 < len(tree) and not tree.kids(noun, "conj") else (noun,)
    return (noun,)

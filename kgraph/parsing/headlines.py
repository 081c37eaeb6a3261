"""Plural verbs that small parsers read as nouns in headlines: "Police *fire* tear gas", "Japan and Chile *voice*
alarm", "Rebels *attack* convoy".

A headline tells in the present tense, and the plural of a verb has the form of a noun; before it stands a plural,
behind it what it is done to. Only the tree is changed.
"""

from __future__ import annotations

from kgraph.parsing.tree import Tree

# verbs that are nouns as well
_VERBS = frozenset(
    "arrest attack ban bar battle block bomb boycott charge clash claim demand fight fire halt hail march mourn "
    "overrun pledge plan probe protest raid rally reject release rescue seize shell shoot shun slam storm strike "
    "target torch urge voice vote vow".split()
)
_SOURCE = 6  # tokens
_SWAPPING = frozenset({"exchange", "swap", "trade"})
_SWAPPED = frozenset(
    "accusations barbs blame blows charges fire gunfire insults jabs prisoners shots threats warnings".split()
)
_PLURALS = frozenset({"police", "people", "troops", "forces", "militia"})
_INSIDE = frozenset({"compound", "nmod", "amod"})
_BEHIND = frozenset({"prep", "advcl", "prt", "punct"})
_TOPS = frozenset({"ROOT", "dep", "ccomp"})


def mend_headlines(tree: Tree) -> None:
    """Mend ``tree`` in place."""
    for start, end in tree.paragraphs:
        if end - start > 3 and tree.is_headline(start):
            _source_behind_dash(tree, start, end)
            _listed_by_comma(tree, start)
    for word in range(1, len(tree)):
        verb = tree.lemma[word] in _VERBS or (word + 1 < len(tree) and _is_swap(tree, word))
        if verb and tree.dep[word] in _INSIDE and tree.is_headline(word):
            _headline_plural(tree, word)


def dash_of_source(tree: Tree, start: int, end: int) -> int | None:
    """The dash between spaces behind which a headline names who says so: "Chad attacked the camp - army chief"."""
    while end > start and tree.pos[end - 1] in ("SPACE", "PUNCT"):
        end -= 1
    dash = next((t for t in range(end - 2, max(start + 2, end - _SOURCE - 2), -1) if _is_apart(tree, t)), None)
    if (
        dash is None
        or tree.pos[dash - 1] == "PUNCT"
        or any(tree.pos[t] in ("VERB", "AUX", "PUNCT") for t in range(dash + 1, end))
    ):
        return None
    return dash if any(tree.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(start, dash)) else None


def _is_apart(tree: Tree, token: int) -> bool:
    before, behind = tree.idx[token - 1] + len(tree.words[token - 1]), tree.idx[token] + len(tree.words[token])
    return tree.words[token] in ("-", "–", "—", "--") and before < tree.idx[token] and behind < tree.idx[token + 1]


def _source_behind_dash(tree: Tree, start: int, end: int) -> None:
    """Part the source behind the dash from the words before it."""
    dash = dash_of_source(tree, start, end)
    if dash is None:
        return
    tail = [t for t in range(dash + 1, end) if tree.pos[t] != "SPACE"]
    top = next((t for t in tail if tree.head[t] not in range(dash + 1, end) or tree.head[t] == t), None)
    root = next((t for t in range(start, dash) if tree.dep[t] == "ROOT"), None)
    if top is None or root is None:
        return
    above, dep = tree.head[top], tree.dep[top]
    tree.attach(top, root, "meta")
    for word in [t for t in range(start, dash) if tree.head[t] > dash]:
        tree.attach(word, above if above < dash else root, dep)


def _listed_by_comma(tree: Tree, start: int) -> None:
    """ "Chad, Sudan agree truce": both of them."""
    second = start + 2
    verb = tree.head[second]
    if tree.words[start + 1] != "," or tree.pos[start] != "PROPN" or tree.pos[second] != "PROPN":
        return
    plural = tree.dep[second] == "nsubj" and tree.tag[verb] in ("VBP", "VB") and tree.head[start] == verb
    if plural and verb == second + 1:
        tree.attach(start, verb, "nsubj")
        tree.attach(second, start, "conj")


def _is_swap(tree: Tree, word: int) -> bool:
    """ "Serbia and Kosovo trade blame": by what is traded; a trade deal is none."""
    return tree.lemma[word] in _SWAPPING and tree.lower[word + 1] in _SWAPPED


def _headline_plural(tree: Tree, word: int) -> None:
    """Make ``word`` the verb of its headline where a plural stands right before it and its object behind."""
    if tree.pos[word] not in ("NOUN", "ADJ", "PROPN") or not tree.words[word].islower():
        return
    top, acting = tree.head[word], word - 1
    while tree.dep[top] in _INSIDE:
        top = tree.head[top]  # "police fire tear gas": hung on "tear" or on "gas"
    if top < word or tree.pos[top] not in ("NOUN", "PROPN") or tree.dep[top] not in _TOPS:
        return  # "Haitian police arrest warrant issued" has its verb
    near = (word, top)
    if tree.head[acting] not in near and tree.head[tree.head[acting]] not in near:
        return
    first = tree.subtree(top)[0]
    if _is_plural(tree, acting, first) and tree.kid(top, "det", "relcl", "acl") is None:
        _become_verb(tree, word, top, first)


def _is_plural(tree: Tree, noun: int, first: int) -> bool:
    if tree.tag[noun] in ("NNS", "NNPS") or tree.lower[noun] in _PLURALS:
        return True
    if tree.pos[noun] != "PROPN":
        return False
    joined = any(tree.lower[token] in ("and", "&") for token in range(first, noun))
    return joined or tree.lower[noun + 1] == "overrun"  # a name, and a word that no name has


def _become_verb(tree: Tree, verb: int, top: int, first: int) -> None:
    acting = verb - 1
    before = [token for token in range(first, acting) if not first <= tree.head[token] < verb]
    tree.pos[verb], tree.tag[verb] = "VERB", "VBP"
    tree.take_place(verb, top)
    if tree.head[verb] != verb:  # beside the verb of the next clause: "Rebels overrun post, Chad blames Togo"
        tree.dep[verb] = "parataxis"  # is nothing that Chad says
    tree.attach(top, verb, "dobj")
    listed = tree.kid(first, "conj") is not None
    for token in before:
        if not (listed and token == first):
            tree.attach(token, acting, "compound" if token == acting - 1 else tree.dep[token])
    tree.attach(first if listed else acting, verb, "nsubj")
    if tree.head[acting] in (verb, top) and listed:
        tree.attach(acting, tree.kids(first, "conj")[-1], "compound")
    for child in list(tree.children[top]):
        if child > top and tree.dep[child] in _BEHIND:
            tree.attach(child, verb, tree.dep[child])

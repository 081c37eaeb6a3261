"""What every mention rule reads: the tree of the article, its entities, its date, its cast and the mentions so far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokens import Doc

from kgraph.actors import Gazetteer
from kgraph.mentions.cast import Cast
from kgraph.mentions.spotted import MentionSet, Spotted
from kgraph.mentions.vessels import vessels
from kgraph.model import Actor, Article, MentionKind
from kgraph.parsing import Tree
from kgraph.parsing.charges import is_charge
from kgraph.parsing.mends import mend_phrases

if TYPE_CHECKING:
    from kgraph.mentions.matching import Match

_KEY = "kgraph.scene"
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_LEFT = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet", "npadvmod", "advmod"})
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "poss", "agent", "appos", "conj", "ROOT")


class Entity(NamedTuple):
    """An entity of the model: a guess that the gazetteer and the rules may overrule."""

    start: int
    end: int
    label: str


class Scene:
    """One article while its mentions are looked for."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer) -> None:
        article: Article | None = doc.user_data.get("kgraph.article")
        self.tree = Tree.of(doc)
        self.gazetteer = gazetteer
        self.day = article.published[:10] if article is not None and article.published else None
        self.article = article.id if article is not None else ""
        self.mentions = MentionSet()
        self.cast = Cast(gazetteer, self.article or doc.text, self.day)
        self.entities = [Entity(ent.start, ent.end, ent.label_) for ent in doc.ents]
        self.entity_at: dict[int, Entity] = {i: ent for ent in self.entities for i in range(ent.start, ent.end)}
        self.name_at: dict[int, Spotted] = {}  # tokens that belong to a name
        self.person_matches: list[Match] = []  # names of persons, kept for the rules of persons
        self.quoted = _quoted(self.tree)
        self.vessels = vessels(self.tree, self.entities)
        self.surnames = _surnames(self.tree, self.entities)
        if not self.tree.sentences:
            self.tree.sentences = [(0, len(self.tree))]
        mend_phrases(self.tree)

    @classmethod
    def of(cls, doc: Doc) -> Scene:
        """The scene that the first component opened on this Doc."""
        scene: Scene = doc.user_data[_KEY]
        return scene

    @classmethod
    def open(cls, doc: Doc, gazetteer: Gazetteer) -> Scene:
        scene = cls(doc, gazetteer)
        doc.user_data[_KEY] = scene
        return scene

    @staticmethod
    def close(doc: Doc) -> None:
        doc.user_data.pop(_KEY, None)

    def in_a_persons_name(self, token: int) -> bool:
        """Whether the article has a person's longer name with this word in it."""
        low = self.tree.lower[token]
        full = (e for e in self.entities if e.label == "PERSON" and e.end - e.start > 1)
        return any(low in self.tree.lower[e.start : e.end] for e in full)

    # -- writing ------------------------------------------------------------------------------------------------------

    def spot(
        self,
        start: int,
        end: int,
        kind: MentionKind,
        actor: Actor | None,
        method: str,
        score: float,
        *,
        head: int | None = None,
        role: str = "",
    ) -> Spotted:
        """Write a mention down. A name owns its tokens: no description is made of them."""
        found = Spotted(start, end, self.root(start, end) if head is None else head, kind, actor, method, score, role)
        self.mentions.add(found)
        if kind in (MentionKind.NAME, MentionKind.METONYM):
            for token in range(start, end):
                self.name_at[token] = found
        return found

    # -- reading ------------------------------------------------------------------------------------------------------

    def root(self, start: int, end: int) -> int:
        """The token of a range that the rest of it hangs on; of several the one that stands as an argument."""
        tree = self.tree
        roots = [i for i in range(start, end) if not start <= tree.head[i] < end or tree.head[i] == i]
        roots = [i for i in roots if tree.pos[i] not in ("PUNCT", "SPACE", "PART", "DET")] or roots or [end - 1]
        return next((i for i in reversed(roots) if tree.dep[i] in _ARGUMENTS), roots[-1])

    def left_edge(self, head: int) -> int:
        """Where the words before a noun begin that belong to it: "the two Syrian rebel sources"."""
        tree = self.tree
        first = head
        for child in reversed(tree.children[head]):
            if child > head:
                continue
            if child and is_charge(tree, child - 1):
                break  # "accused of arming rebels": a gerund that was taken for an adjective
            if child > 1 and self.tree.dep[child - 1] == "cc" and _is_gerund_beside(tree, child):
                break  # "of arming and training rebels"
            hyphen = tree.dep[child] == "punct" and tree.words[child] in ("-", "–", "'", '"', "“", "‘")
            if tree.dep[child] in _LEFT or hyphen:
                reach = min(tree.subtree(child))
                if first - child <= 12:
                    first = min(first, reach)
            elif tree.dep[child] not in ("case", "cc", "conj", "punct", "preconj"):
                break
        while first < head and _CLOCK.fullmatch(tree.words[first]):  # "16:30 The ministry says": a live blog
            first += 1
        while first < head and tree.words[first] in ("'", '"', "“", "‘", ",", "-", "–"):
            first += 1
        return first

    def modifiers(self, head: int) -> Iterator[int]:
        """Tokens before a noun inside its phrase that are not inside a relative or other clause."""
        yield from range(self.left_edge(head), head)

    def capital(self, token: int) -> bool:
        return self.tree.words[token][:1].isupper()

    def words(self, start: int, end: int) -> str:
        """The words of a token range as they stand, white space made one."""
        tree = self.tree
        while end - 1 > start and tree.pos[end - 1] == "SPACE":
            end -= 1
        return " ".join(tree.text[tree.idx[start] : tree.idx[end - 1] + len(tree.words[end - 1])].split())

    def shouted(self, token: int) -> bool:
        """Whether the token stands in a paragraph of capitals, where capitals tell nothing."""
        number = self.tree.paragraph_of[token]
        start, end = self.tree.paragraphs[number] if number >= 0 else (0, len(self.tree))
        letters = [word for word in self.tree.words[start:end] if word.isalpha() and len(word) > 2]
        return len(letters) > 2 and sum(word.isupper() for word in letters) > 0.7 * len(letters)


def _is_gerund_beside(tree: Tree, token: int) -> bool:
    return tree.lower[token].endswith("ing") and tree.tag[token - 2] == "VBG" and tree.pos[token] != "PROPN"


def _surnames(tree: Tree, entities: list[Entity]) -> frozenset[str]:
    """Last words of full persons' names: where an article is about Valeska Paris, "Paris" is no town."""
    full = [e for e in entities if e.label == "PERSON" and e.end - e.start > 1]
    return frozenset(tree.lower[e.end - 1] for e in full if tree.words[e.end - 1][:1].isupper())


def _quoted(tree: Tree) -> list[bool]:
    """Which tokens stand inside quotation marks; a mark that never closes ends with its paragraph."""
    inside = [False] * len(tree)
    for start, end in tree.paragraphs:
        opened = False
        for i in range(start, end):
            word = tree.words[i]
            if word in ("“", "``", "«", "„") or (word == '"' and not opened):
                opened = True
            elif word in ("”", "''", "»") or word == '"':
                opened = False
            else:
                inside[i] = opened
    return inside

"""Reported speech that goes on in sentences of their own: "The ministry said shells had fallen. It had asked for help."

Behind a past "said" the account goes on in the past perfect or with "would" (free indirect speech). The author's own
background looks alike where he dates it first, takes somebody's word for it or tells the speaker's career: that
is left his, as is a paragraph that opens with anything but a pronoun.
"""

from __future__ import annotations

from kgraph.claims.context import Context, Said
from kgraph.claims.quotations import Quotation
from kgraph.clauses.voice import subjects
from kgraph.model import ActorKind, MentionKind

# said once, it can be told on; what shows or finds something tells nothing further
_TELLING = frozenset(
    "add allege argue assert claim complain conclude confirm contend declare explain insist maintain recall reply "
    "report respond say state suggest tell testify".split()
)
_AUTHORS_TURN = frozenset({"but", "yet", "still", "however", "nevertheless", "nonetheless", "meanwhile", "actually"})
_BEFORE = frozenset({"earlier", "previously", "originally", "initially", "last", "ago"})
_CAREER = frozenset(
    "appoint arrive become bear come elect graduate head join lead marry meet move name nominate replace resign retire "
    "return serve speak stay succeed travel visit wait work".split()
)
_JUDGING = frozenset("allow be bring enable make mark mean represent seem".split())  # "It would be the first war"
_POINTING = frozenset({"this", "that", "these", "those", "such", "it"})


def continued_accounts(context: Context, found: list[Said], quotes: list[Quotation]) -> list[Said]:
    """``found``, with every sentence that goes on with a reported account given to its speaker."""
    telling: dict[int, Said] = {}  # sentence -> whose account it ends with
    for number, (start, end) in enumerate(context.tree.sentences):
        root = _root(context, start, end)
        if root is None:
            continue
        said = telling.get(number - 1)
        if said is not None and _goes_on(context, said, found, quotes, number, root):
            said.content.append((start, _last(context, start, end)))
            said.tokens |= set(range(start, end))
        else:
            said = _told(context, found, start, end, root)
        if said is not None:
            telling[number] = said
    return found


def _root(context: Context, start: int, end: int) -> int | None:
    return next((t for t in range(start, end) if context.tree.dep[t] == "ROOT"), None)


def _last(context: Context, start: int, end: int) -> int:
    while end > start + 1 and context.tree.pos[end - 1] in ("PUNCT", "SPACE"):
        end -= 1
    return end


def _told(context: Context, found: list[Said], start: int, end: int, root: int) -> Said | None:
    """The one account that the sentence gives in the past: "said that", or a parenthesis ", he said,"."""
    tree = context.tree
    here = [said for said in found if start <= said.head < end and said.sources]
    outer = [said for said in here if not any(said.head in other.tokens for other in here if other is not said)]
    if any(said.head == root for said in outer):  # "Asked whether it was so, he said": only he tells
        outer = [said for said in outer if tree.dep[said.head] != "advcl"]
    if not outer or len({_who(said) for said in outer}) > 1:
        return None
    said = outer[-1]
    told = said.relation != "ACCUSES" and said.whole and not said.quoted and tree.lemma[said.head] in _TELLING
    past = tree.tag[said.head] in ("VBD", "VBN") or any(tree.lower[aux] == "had" for aux in tree.kids(said.head, "aux"))
    goes_on = tree.head[said.head] == root and tree.dep[said.head] == "conj"
    main = said.head == root or root in said.tokens or goes_on
    return said if told and past and main and not tree.is_headline(start) else None


def _who(said: Said) -> str | int:
    source = said.sources[0]
    return source.actor.id if source.actor is not None else source.start


def _goes_on(
    context: Context, before: Said, found: list[Said], quotes: list[Quotation], number: int, root: int
) -> bool:
    tree = context.tree
    start, end = tree.sentences[number]
    if (
        any(quote.start < end and start < quote.end for quote in quotes)
        or tree.words[_last(context, start, end)] == "?"
    ):
        return False
    if any(root in said.tokens for said in found) or not _keeps_its_paragraph(context, before, start, root):
        return False
    words = [tree.lower[t] for t in range(start, end)]
    if words[0] in _AUTHORS_TURN or _is_dated(words) or tree.ent[start] in ("DATE", "TIME"):
        return False
    if any(word.isdigit() and len(word) == 4 for word in words) or "had since" in " ".join(words):
        return False  # "had invaded it in 2008"
    if tree.lower[start] in ("on", "in", "at", "by", "during", "after") and tree.dep[start] == "prep":
        return False  # "On Monday police had closed the square": the author dates it
    speaker = _is_speaker(context, before, root)
    if not speaker and _speaks_by_name(context, found, root):
        return False  # "The envoy, Ann Holm, had urged both": the author tells what she said
    if any(said.head == root and said.relation == "SAYS" for said in found) and (
        speaker or not _pronoun(context, root)
    ):
        return False  # "The agency had reported": another word on it
    helpers = {tree.lower[aux] for aux in tree.kids(root, "aux")}
    if helpers & {"had", "'d", "’d"} and tree.tag[root] in ("VBN", "VBD"):
        return not (speaker and tree.lemma[root] in _CAREER)
    if "would" in helpers and tree.tag[root] == "VB":
        pointing = any(tree.lower[t] in _POINTING for t in subjects(tree, root)) and not speaker
        return tree.lemma[root] not in _JUDGING and not pointing
    return False


def _speaks_by_name(context: Context, found: list[Said], root: int) -> bool:
    named = any(
        mention.kind is MentionKind.NAME or (mention.actor is not None and mention.actor.kind is ActorKind.PERSON)
        for head in subjects(context.tree, root)
        if context.tree.pos[head] != "PRON"
        for mention in context.at(head)
    )
    return named and any(said.head == root for said in found)


def _is_dated(words: list[str]) -> bool:
    """ "Last week", "two years ago", "earlier": but not "the last week of the war", which somebody tells of."""
    return any(word in _BEFORE and (word != "last" or words[n - 1] != "the") for n, word in enumerate(words))


def _keeps_its_paragraph(context: Context, before: Said, start: int, root: int) -> bool:
    tree = context.tree
    opens = tree.paragraph_of[start] != tree.paragraph_of[start - 1]
    return not opens or (_pronoun(context, root) and tree.paragraph_of[before.head] + 1 == tree.paragraph_of[start])


def _pronoun(context: Context, root: int) -> bool:
    return any(context.tree.pos[t] == "PRON" for t in subjects(context.tree, root))


def _is_speaker(context: Context, before: Said, root: int) -> bool:
    """Whether the clause is about the speaker himself."""
    actors = {source.actor.id for source in before.sources if source.actor is not None}
    return any(
        mention.actor is not None and mention.actor.id in actors and mention.kind is not MentionKind.ADJECTIVE
        for head in subjects(context.tree, root)
        for mention in context.at(head)
    )

"""The pipeline in order: parse, mentions, clauses, claims. The only place that knows the order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kgraph._version import __version__
from kgraph.actors import Gazetteer, load_gazetteer
from kgraph.claims import Context, Draft, Said, Writer, explained, read_claims, standing_alone
from kgraph.explanation import Explanation
from kgraph.language import load_lexicon
from kgraph.mentions import MentionSet, add_mention_pipes, mentions_of
from kgraph.model import Actor, Article, Extraction, ExtractorInfo, Mention, Note, Sentence
from kgraph.parsing import Parser, Tree
from kgraph.settings import DEFAULT_MODEL

NAME = "kgraph-rules"


class SpacyExtractor:
    """Reads English news with spaCy and rules.

    Args: model, an installed spaCy package or folder; gazetteer, who is known (the packaged one, else the user's);
    attribution, "narrow" (clauses and quotations, said or thought) or "wide" (what is judged or asked for too);
    everything: verse, tables, lines in capitals and other languages are read too, as if they were English prose.
    Raises: UsageError when the model is not there.
    """

    def __init__(
        self,
        *,
        model: str = DEFAULT_MODEL,
        gazetteer: Gazetteer | None = None,
        actors: Path | None = None,
        attribution: str = "narrow",
        everything: bool = False,
    ) -> None:
        self.parser = Parser(model, everything=everything)
        self.gazetteer = gazetteer if gazetteer is not None else load_gazetteer(actors)
        self.wide = attribution == "wide"
        self.lexicon = load_lexicon("en")
        self.reader = Language(self.parser.nlp.vocab)
        add_mention_pipes(self.reader, self.gazetteer)
        self.version = __version__ + ("+wide" if self.wide else "") + ("+everything" if everything else "")
        # Another list of the user's is another extractor: what was read without it is read again.
        own = self.gazetteer.own_digest
        self.info = ExtractorInfo(NAME, f"{self.version}+actors.{own}" if own else self.version, self.parser.model)

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """One extraction for each article, in order."""
        for doc in self.parser.docs(articles):
            yield self.read(doc)

    def explain(self, articles: Iterable[Article]) -> Iterator[Explanation]:
        """As ``extract``, with the tree of every sentence, and with what was refused in it and why."""
        for doc in self.parser.docs(articles):
            if not len(doc):
                yield Explanation(self.read(doc))
                continue
            context = self._context(doc)
            context.refused = []
            parsed = list(zip(context.tree.head, context.tree.dep, strict=True))
            drafts, saids = read_claims(context)
            yield explained(context, parsed, drafts, self._written(context, drafts, saids))

    def read(self, doc: Doc) -> Extraction:
        """Mentions and claims of one parsed article."""
        if not len(doc):
            article: Article = doc.user_data["kgraph.article"]
            return Extraction(self.info, article, notes=tuple(_left_out(doc)) or (_NO_TEXT,))
        context = self._context(doc)
        return self._written(context, *read_claims(context))

    def _context(self, doc: Doc) -> Context:
        article: Article = doc.user_data["kgraph.article"]
        doc = self.reader(doc)
        return Context(
            tree=Tree.of(doc, article.text),
            mentions=mentions_of(doc),
            lexicon=self.lexicon,
            article=article,
            wide=self.wide,
            notes=list(_left_out(doc)),
        )

    def _written(self, context: Context, drafts: list[Draft], saids: list[Said]) -> Extraction:
        writer = Writer(context, f"{NAME}/{self.version}")
        claims = tuple(writer.claim(draft) for draft in drafts)
        attributions = tuple(writer.attribution(said) for said in standing_alone(saids, drafts, wide=self.wide))
        mentions, actors = _mentions(context.mentions, writer)
        return Extraction(
            extractor=self.info,
            article=context.article,
            sentences=_sentences(context.tree, writer),
            actors=actors,
            mentions=mentions,
            claims=claims,
            attributions=attributions,
            notes=tuple(context.notes),
        )


_NO_TEXT = Note("no-text", "the article has no words")


def _left_out(doc: Doc) -> Iterator[Note]:
    for part in doc.user_data["kgraph.left_out"]:
        yield Note(part.code, part.message, part.start, part.end)


def _mentions(found: MentionSet, writer: Writer) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    mentions: dict[str, Mention] = {}
    actors: dict[str, Actor] = {}
    for spotted in found:
        mention = writer.mention(spotted)
        mentions.setdefault(mention.id, mention)
        # a government's country stands beside it
        for actor in (spotted.actor, writer.actor(spotted)):
            if actor is not None:
                actors.setdefault(actor.id, actor)
    ordered = sorted(mentions.values(), key=lambda m: (m.start, m.end, m.id))
    return tuple(ordered), tuple(sorted(actors.values(), key=lambda a: a.id))


def _sentences(tree: Tree, writer: Writer) -> tuple[Sentence, ...]:
    out = []
    for number, (start, end) in enumerate(tree.sentences):
        a, b = writer.offsets(start, end)
        out.append(Sentence(number, a, b))
    return tuple(out)

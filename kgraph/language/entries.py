"""The entries of a lexicon as frozen values. Every entry carries sentences that must and that must not yield it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what must be read in it, one expectation or several parted by "; ".

    ``Russia ACCUSES Turkey``, ``Russia SENDS Libya [intended]``, ``Russia ACCUSES Turkey [negated]``,
    ``Turkey ATTACKS Syria [reported] < officials`` (on whose word), ``Russia ATTACKS Syria [denied by Russia]``.
    """

    text: str
    expect: str

    @property
    def expectations(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.expect.split(";"))


@dataclass(frozen=True, slots=True)
class NounClass:
    """Nouns that a frame names together: ``object = ["@weapon"]``. ``no``: the same verb with a noun that is none."""

    name: str
    words: frozenset[str]
    yes: tuple[Example, ...]
    no: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a verb or event noun, with its frame.

    Positions ("object", "to", "on", "with", "possessive" ...) name where in the clause somebody stands:
    a preposition, "object", "subject", "possessive", "adjective" ("Turkish" strikes), "compound", or "agent-of-object"
    ("condemned Turkey's statements").
    """

    lemma: str
    pos: str  # "verb" or "noun"
    relation: str | None
    plover: str | None
    mode: str | None
    cameo: str | None
    quad: int | None
    particle: str | None  # "off" in "call off"
    prep: str | None  # "for" in "call for": without it, another sense
    object: frozenset[str]  # head lemmas, one of which must be the object: "concern" in "express concern"
    subject: frozenset[str]  # head lemmas, one of which must be the subject: "fighting" in "fighting erupted"
    modifier: frozenset[str]  # words, one of which must stand before a noun: "air" in "air strike"
    complement: frozenset[str]  # words, one of which completes the verb: hold "responsible", take to "court", let "go"
    target: tuple[str, ...]  # where the target stands, best first; () the nearest actor below
    agent: tuple[str, ...]  # where the one who acts stands, best first; () the subject
    inverse: bool  # "receive arms from": the subject is the target, the oblique acts
    mutual: bool  # several subjects without a target act on each other
    theme: str | None  # which argument is the thing: "object" in "send arms to B", "with" in "supply B with arms"
    yes: tuple[Example, ...]
    no: tuple[str, ...]
    place: str  # "verbs_talk.toml: [[meet]]"

    @property
    def predicate(self) -> str:
        """The lemma as a claim shows it.

        >>> [sense.predicate for sense in load_lexicon().verbs["call"] if sense.particle == "off"]
        ['call off']
        """
        words = [min(self.modifier)] if len(self.modifier) == 1 else []
        words += [word for word in (self.lemma, self.particle, self.prep) if word]
        return " ".join(words)

    @property
    def specificity(self) -> int:
        """How much the frame asks for; the sense that asks for most is tried first."""
        asked = (self.object, self.subject, self.modifier, self.complement, self.particle, self.prep)
        return 2 * bool(self.object or self.complement) + bool(self.subject) + sum(map(bool, asked))


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that gives somebody's word for something.

    ``relation`` is that of the speech act itself; ``content`` the complements it takes ("that", "quote", "infinitive",
    "noun", "of", "about"); ``addressee`` where the one who is told stands; ``factive``: the content is taken for true
    ("confirm", "reveal"); ``holder_stance`` how certain the holder is (CT+, PR+, PS+, CT-).
    """

    lemma: str
    pos: str  # verb, noun, adj, prep, phrase
    modality: str
    relation: str | None
    breadth: str  # "narrow": reporting; "wide": attitude, knowledge, emotion
    addressee: tuple[str, ...]
    content: tuple[str, ...]
    factive: bool
    holder_stance: str
    yes: tuple[Example, ...]
    no: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A verb whose complement is what somebody speaks of, judges or asks for, without being their words.

    ``takes``: "noun" (the object with what is said of it), "infinitive", or a preposition.
    """

    lemma: str
    takes: frozenset[str]
    yes: tuple[Example, ...]
    no: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class DenialCue:
    """A word that says that a claim is not true. ``needs``: what must be denied for it to be one: head lemmas of the
    object ("claim", "report"), "clause" (a that-clause, gerund or infinitive), or "any". ``predicative``: complements
    ("false", "untrue") without which the verb denies nothing: "called the report false"."""

    lemma: str
    pos: str
    needs: frozenset[str]
    predicative: frozenset[str]
    change: str | None  # "retracted" or "corrected": it takes back what was said instead of denying it
    yes: tuple[Example, ...]
    no: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Operator:
    """What a word does to the event in its complement.

    ``effect``: demand, urge, ask, intend, promise, threaten, refuse, fail, reverse, pass, force, allow, light, future,
    possible, obligation, conditional, purpose, attempt. ``modality``: of the event in the complement, None where it
    stays what it is. ``negative``: the event did not happen ("failed to"). ``control``: who acts in the complement.
    ``yields``: relation of the word itself (THREATENS in "threatened to attack"). ``takes``: "infinitive", "gerund",
    "noun" (event nouns), "that", and a preposition ("from" in "refrain from", "of" in "capable of").
    """

    lemma: str
    pos: str
    effect: str
    modality: str | None
    negative: bool
    control: str | None
    yields: str | None
    takes: tuple[str, ...]
    object: frozenset[str]  # event nouns it is bound to; empty: any
    particle: str | None
    yes: tuple[Example, ...]
    no: tuple[str, ...]
    place: str

    @property
    def specificity(self) -> int:
        """Entries bound to a particle or to certain nouns are tried first."""
        return bool(self.particle) + bool(self.object)


@dataclass(frozen=True, slots=True)
class Title:
    """A noun before or instead of a person's name. ``office`` is a key of dated office holders, or None."""

    lemma: str
    role: str
    office: str | None

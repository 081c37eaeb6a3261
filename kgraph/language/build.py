"""From a table of a TOML file to an entry: defaults filled in, every field checked against what it may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from kgraph.errors import DataError
from kgraph.language.entries import Cue, DenialCue, Example, NounClass, Operator, Sense, Title, Topic
from kgraph.model import Modality, StanceValue
from kgraph.ontology import Relation, plover_types, quad_of, relations

ARROW = " => "
PARTICLES = frozenset({"apart", "aside", "away", "back", "down", "forward", "off", "out", "together", "up"})
EFFECTS = frozenset(
    [
        "allow",
        "ask",
        "attempt",
        "conditional",
        "demand",
        "fail",
        "force",
        "future",
        "intend",
        "light",
        "obligation",
        "pass",
        "possible",
        "promise",
        "purpose",
        "refuse",
        "reverse",
        "threaten",
        "urge",
    ]
)
EFFECT_MODALITY: Mapping[str, str] = {
    "allow": "intended",
    "ask": "urged",
    "attempt": "intended",
    "conditional": "conditional",
    "demand": "demanded",
    "future": "intended",
    "intend": "intended",
    "obligation": "demanded",
    "possible": "conditional",
    "promise": "intended",
    "purpose": "purpose",
    "threaten": "intended",
    "urge": "urged",
}
NEGATIVE_EFFECTS = frozenset({"fail", "refuse"})
OBJECT_CONTROL = frozenset({"allow", "ask", "demand", "force", "urge"})
NOUN_AGENTS = ("possessive", "adjective", "by", "compound")  # "Turkey's", "Turkish", "by Turkey", "Turkey" + noun

NounClasses = Mapping[str, NounClass]

_FRAME = frozenset(
    [
        "relation",
        "plover",
        "mode",
        "cameo",
        "quad",
        "particle",
        "prep",
        "object",
        "subject",
        "modifier",
        "complement",
        "target",
        "agent",
        "inverse",
        "mutual",
        "theme",
    ]
)
_SENSE = _FRAME | {"yes", "no"}
_CUE = frozenset(
    ["pos", "modality", "relation", "addressee", "content", "factive", "holder_stance", "yes", "no", "breadth"]
)
_TOPIC = frozenset(["takes", "yes", "no"])
_DENIAL = frozenset(["pos", "needs", "predicative", "change", "yes", "no"])
_CHANGES = frozenset({"retracted", "corrected"})
_OPERATOR = frozenset(
    ["pos", "effect", "modality", "negative", "control", "yields", "takes", "object", "particle", "yes", "no"]
)


@dataclass(frozen=True, slots=True)
class Raw:
    """A table as it stands in a file."""

    file: str
    lemma: str
    fields: Mapping[str, Any]

    @property
    def place(self) -> str:
        return f"{self.file}: [[{self.lemma}]]"


def sense(raw: Raw, pos: str, classes: NounClasses = MappingProxyType({})) -> Sense:
    """A verb or noun sense; codes come from its relation unless it has its own. ``classes``: what "@weapon" means."""
    _check_names(raw, _SENSE)
    fields = raw.fields
    relation = _relation(raw, fields.get("relation"))
    plover = fields.get("plover", relation.plover if relation else None)
    if plover is not None and plover not in plover_types():
        raise DataError(f"no PLOVER type {plover!r}", place=raw.place, hint="plover.toml lists them")
    own_codes = "plover" in fields and relation is not None and fields["plover"] != relation.plover
    default = None if own_codes else relation  # another type does not inherit mode and CAMEO code
    mode = fields.get("mode", default.mode if default else None)
    if mode is not None and (plover is None or mode not in plover_types()[plover].modes):
        raise DataError(f"{plover} has no mode {mode!r}", place=raw.place, hint="plover.toml lists them")
    mutual = fields.get("mutual", relation.mutual if relation else False)
    return Sense(
        lemma=raw.lemma,
        pos=pos,
        relation=relation.name if relation else None,
        plover=plover,
        mode=mode,
        cameo=fields.get("cameo", default.cameo if default else None),
        quad=fields.get("quad", quad_of(plover)),
        particle=fields.get("particle"),
        prep=fields.get("prep"),
        object=_nouns(raw, "object", classes),
        subject=_nouns(raw, "subject", classes),
        modifier=frozenset(_words(raw, "modifier")),
        complement=frozenset(_words(raw, "complement")),
        target=_words(raw, "target") if "target" in fields else _default_target(fields, pos, mutual),
        agent=_words(raw, "agent") if "agent" in fields else (NOUN_AGENTS if pos == "noun" else ()),
        inverse=fields.get("inverse", False),
        mutual=mutual,
        theme=fields.get("theme"),
        yes=_examples(raw),
        no=_counterexamples(raw),
        place=raw.place,
    )


def noun_class(raw: Raw) -> NounClass:
    """A class of nouns that frames name; its sentences show a frame that takes it."""
    _check_names(raw, frozenset({"words", "yes", "no"}))
    return NounClass(raw.lemma, frozenset(_words(raw, "words")), _examples(raw), _counterexamples(raw), raw.place)


def _default_target(fields: Mapping[str, Any], pos: str, mutual: bool) -> tuple[str, ...]:
    if pos == "noun":
        return ("with", "between", "to") if mutual else ("on", "against", "to", "of")
    if prep := fields.get("prep"):
        return (prep,)
    if fields.get("theme") == "object":  # "send arms to B"
        return ("to", "dative", "for")
    if "object" in fields:  # "impose sanctions on B"
        return ("on", "against", "with", "to", "from", "object")
    return ("object", "with") if mutual else ("object",)


def plain_senses(file: str, section: str, entries: Mapping[str, str]) -> Iterator[Sense]:
    """The lean table: a section is a relation or a PLOVER type, a line is a verb with its sentence.

    ``lash out at`` has the particle "out" and its target behind "at"; other words behind the verb are prepositions.
    """
    for phrase, example in entries.items():
        head, *rest = phrase.split()
        particle = next((word for word in rest if word in PARTICLES), None)
        prep = next((word for word in rest if word != particle), None)
        kind = "relation" if section in relations() else "plover"
        fields: dict[str, Any] = {kind: section, "particle": particle, "prep": prep, "yes": example, "no": []}
        yield sense(Raw(file, head, {name: value for name, value in fields.items() if value is not None}), "verb")


def cue(raw: Raw) -> Cue:
    """A reporting cue; its file's name says how wide it is ("cues_wide.toml")."""
    _check_names(raw, _CUE)
    fields = raw.fields
    relation = _relation(raw, fields.get("relation"))
    return Cue(
        lemma=raw.lemma,
        pos=fields.get("pos", "verb"),
        modality=_one_of(raw, "modality", fields.get("modality", "reported"), {value.value for value in Modality}),
        relation=relation.name if relation else None,
        breadth="wide" if "wide" in raw.file else "narrow",
        addressee=_words(raw, "addressee"),
        content=_words(raw, "content") or ("that", "quote"),
        factive=fields.get("factive", False),
        holder_stance=_one_of(raw, "holder_stance", fields.get("holder_stance", "CT+"), {v.value for v in StanceValue}),
        yes=_examples(raw),
        no=_counterexamples(raw),
        place=raw.place,
    )


def topic(raw: Raw) -> Topic:
    _check_names(raw, _TOPIC)
    return Topic(
        lemma=raw.lemma,
        takes=frozenset(_words(raw, "takes") or ("noun",)),
        yes=_examples(raw),
        no=_counterexamples(raw),
        place=raw.place,
    )


def denial(raw: Raw) -> DenialCue:
    _check_names(raw, _DENIAL)
    return DenialCue(
        lemma=raw.lemma,
        pos=raw.fields.get("pos", "verb"),
        needs=frozenset(_words(raw, "needs") or ("any",)),
        predicative=frozenset(_words(raw, "predicative")),
        change=None if "change" not in raw.fields else _one_of(raw, "change", raw.fields["change"], _CHANGES),
        yes=_examples(raw),
        no=_counterexamples(raw),
        place=raw.place,
    )


def operator(raw: Raw) -> Operator:
    """An operator; the effect gives modality, polarity and control unless the entry has its own."""
    _check_names(raw, _OPERATOR)
    fields = raw.fields
    effect = _one_of(raw, "effect", fields.get("effect", ""), EFFECTS)
    yields = _relation(raw, fields.get("yields"))
    return Operator(
        lemma=raw.lemma,
        pos=fields.get("pos", "verb"),
        effect=effect,
        modality=fields.get("modality", EFFECT_MODALITY.get(effect)) or None,
        negative=fields.get("negative", effect in NEGATIVE_EFFECTS),
        control=fields.get("control", "object" if effect in OBJECT_CONTROL else "subject"),
        yields=yields.name if yields else None,
        takes=_words(raw, "takes") or (("noun",) if effect in ("light", "reverse") else ("infinitive",)),
        object=frozenset(_words(raw, "object")),
        particle=fields.get("particle"),
        yes=_examples(raw),
        no=_counterexamples(raw),
        place=raw.place,
    )


def title(file: str, section: str, fields: Mapping[str, Any]) -> Iterator[Title]:
    """The titles of a section; a section with a role and, where it has one, an office with dated holders."""
    for lemma in fields["titles"]:
        yield Title(lemma, fields["role"], fields.get("office"))


def _relation(raw: Raw, name: str | None) -> Relation | None:
    if name is None:
        return None
    if name not in relations():
        raise DataError(f"no relation {name!r}", place=raw.place, hint="relations.toml lists them")
    return relations()[name]


def _one_of(raw: Raw, field: str, value: str, allowed: set[str] | frozenset[str]) -> str:
    if value not in allowed:
        raise DataError(f"{field} {value!r} is none", place=raw.place, hint=f"use one of {', '.join(sorted(allowed))}")
    return value


def _check_names(raw: Raw, allowed: frozenset[str]) -> None:
    if unknown := sorted(set(raw.fields) - allowed):
        known = ", ".join(sorted(allowed))
        raise DataError(f"no field {unknown[0]!r}", place=raw.place, hint=f"known fields: {known}")


def _words(raw: Raw, field: str) -> tuple[str, ...]:
    value = raw.fields.get(field, ())
    return (value,) if isinstance(value, str) else tuple(value)


def _nouns(raw: Raw, field: str, classes: NounClasses) -> frozenset[str]:
    """Lemmas, with those of a class for each "@class"."""
    out: set[str] = set()
    for word in _words(raw, field):
        if not word.startswith("@"):
            out.add(word)
        elif word[1:] in classes:
            out |= classes[word[1:]].words
        else:
            hint = f"noun_classes.toml has {', '.join(sorted(classes))}"
            raise DataError(f"no class of nouns {word!r}", place=raw.place, hint=hint)
    return frozenset(out)


def _examples(raw: Raw) -> tuple[Example, ...]:
    found = []
    for line in _words(raw, "yes"):
        text, arrow, expect = line.partition(ARROW)
        if not arrow:
            raise DataError(f"no expectation behind {text!r}", place=raw.place, hint="write 'Sentence. => A ACCUSES B'")
        found.append(Example(text.strip(), expect.strip()))
    if not found:
        wanted = raw.fields.get("relation") or raw.fields.get("effect") or raw.lemma
        raise DataError("has no 'yes' example", place=raw.place, hint=f"add one sentence that must yield {wanted}")
    return tuple(found)


def _counterexamples(raw: Raw) -> tuple[str, ...]:
    if "no" not in raw.fields:
        raise DataError("has no 'no' example", place=raw.place, hint="add one sentence that must not yield it")
    return _words(raw, "no")

"""The style sheet: a colour for each kind of actor and for each group of relations, captions that can be read.

Browser takes the style of a node from its most specific label, so ``:Actor:Country`` is drawn as a Country.
"""

from __future__ import annotations

from kgraph.graph.schema import EDGE_TYPES, KIND_LABELS
from kgraph.ontology import relations

# Told apart in light and dark, and by the colour-blind: the scheme of Okabe and Ito (2008), its shades widened.
_KINDS = {
    "Country": "#0072B2",
    "Person": "#E69F00",
    "Office": "#F0C75E",
    "Organisation": "#56B4E9",
    "ArmedGroup": "#D55E00",
    "Igo": "#009E73",
    "Media": "#CC79A7",
    "Ngo": "#7FBF7B",
    "Company": "#8C6BB1",
    "People": "#C9B18B",
    "Place": "#9DB8A0",
    "Unnamed": "#A0A0A0",
}
_NODES = {"Article": ("#DDD6C8", "{title}"), "Claim": ("#F6E8C3", "{predicate}"), "Sentence": ("#ECECEC", "{text}")}
_GROUPS = {
    "hostile": "#C1272D",
    "cooperative": "#2E8B57",
    "speech": "#5B6C8F",
    "demand": "#D98E04",
    "neutral": "#8A8A8A",
}
_WIDTHS = {"hostile": "3px", "cooperative": "3px", "demand": "3px"}
_DARK = frozenset(("#0072B2", "#D55E00", "#009E73", "#8C6BB1", "#C1272D"))


def style() -> str:
    """The text of a ``.grass`` file."""
    blocks = [
        _block(
            "node", ("diameter", "50px"), ("color", "#A5ABB6"), ("border-color", "#9AA1AC"), ("border-width", "2px")
        ),
        _block("relationship", ("color", "#A5ABB6"), ("shaft-width", "1px"), ("font-size", "8px"), ("padding", "3px")),
        _node("Actor", "#A0A0A0", "{name}", "60px"),
        *(_node(label, _KINDS[label], "{name}", "60px") for label in KIND_LABELS.values()),
        *(_node(label, colour, caption, "40px") for label, (colour, caption) in _NODES.items()),
        _node("Mention", "#F2F2F2", "{text}", "30px"),
        *(_relation(type_, _GROUPS["neutral"], "1px") for type_ in EDGE_TYPES),
        *(_relation(r.name, _GROUPS[r.group], _WIDTHS.get(r.group, "2px")) for r in relations().values()),
    ]
    return "\n\n".join(blocks) + "\n"


def _node(label: str, colour: str, caption: str, size: str) -> str:
    return _block(
        f"node.{label}",
        ("color", colour),
        ("border-color", colour),
        ("text-color-internal", "#FFFFFF" if colour in _DARK else "#2A2C34"),
        ("diameter", size),
        ("defaultCaption", f"'{caption}'"),
        ("caption", f"'{caption}'"),
    )


def _relation(type_: str, colour: str, width: str) -> str:
    return _block(
        f"relationship.{type_}",
        ("color", colour),
        ("shaft-width", width),
        ("text-color-external", "#2A2C34"),
        ("text-color-internal", "#FFFFFF"),
        ("caption", "'<type>'"),
    )


def _block(selector: str, *properties: tuple[str, str]) -> str:
    return "\n".join([f"{selector} {{", *(f"  {name}: {value};" for name, value in properties), "}"])

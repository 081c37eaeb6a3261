"""Names and predicates as they are compared with a careful reading: loosely, so that wording does not decide."""

from __future__ import annotations

import re

_POSSESSIVE = re.compile(r"[’']s\b")
_IRREGULAR = {
    "are": "be", "been": "be", "broke": "break", "denied": "deny", "denies": "deny", "fought": "fight",
    "gave": "give", "has": "have", "held": "hold", "is": "be", "led": "lead", "met": "meet", "said": "say",
    "sent": "send", "spoke": "speak", "told": "tell", "took": "take", "was": "be",
}  # fmt: skip
_ENDINGS = (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"))
_EMPTY_HEADS = frozenset(["be", "have", "show", "express", "make", "face"])
LIGHT_VERBS = _EMPTY_HEADS | {"take", "give", "voice", "raise"}
FUNCTION_WORDS = frozenset(
    ["the", "a", "an", "of", "in", "and", "for", "to", "on", "its", "their", "his", "s", "that", "what"]
)
_DETERMINERS = frozenset(["the", "a", "an", "all"])


def words_of(text: str) -> list[str]:
    """Lower-case words without possessive endings.

    >>> words_of("Vareno’s Foreign-Minister")
    ['vareno', 'foreign', 'minister']
    """
    return re.sub(r"[^\w ]", " ", _POSSESSIVE.sub("", text.lower())).split()


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name without determiners."""
    return tuple(word for word in words_of(text) if word not in _DETERMINERS)


def stem(word: str) -> str:
    """A rough lemma.

    >>> stem("Denies"), stem("attacked"), stem("sending"), stem("pass")
    ('deny', 'attack', 'send', 'pass')
    """
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, replacement in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + replacement
    if word.endswith("ss"):
        return word
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def same_stem(left: str, right: str) -> bool:
    """Whether two words are forms of one: "accusing" and "accuse", "negotiate" and "negotiation"."""
    left, right = stem(left), stem(right)
    if left in (right, right.rstrip("e")) or right == left.rstrip("e"):
        return True
    return min(len(left), len(right)) > 4 and (left.startswith(right) or right.startswith(left))


def heads(predicate: str) -> list[str]:
    """The words of a predicate that carry its meaning: "express concern" is about "concern"."""
    words = [word for word in re.split(r"[\s_()/]+", predicate) if word]
    return [word for word in words if stem(word) not in _EMPTY_HEADS] or words

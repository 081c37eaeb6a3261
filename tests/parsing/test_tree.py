"""The tree: what hangs where, and that it stays a tree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kgraph.parsing import Tree


def _chain(length: int) -> Tree:
    """Each word hangs on the word before it."""
    words = [f"w{n}" for n in range(length)]
    return Tree(
        " ".join(words),
        words,
        idx=[text.index(word) for text in [" ".join(words)] for word in words],
        lemma=words,
        pos=["NOUN"] * length,
        tag=["NN"] * length,
        dep=["dep"] * length,
        head=[max(0, n - 1) for n in range(length)],
        ent=[""] * length,
        sentences=[(0, length)],
        paragraphs=[(0, length)],
    )


def test_a_word_is_hung_under_another() -> None:
    tree = _chain(4)
    tree.attach(3, 1, "conj")
    assert (tree.head[3], tree.dep[3], tree.children[1]) == (1, "conj", [2, 3])


def test_nothing_is_hung_below_itself() -> None:
    tree = _chain(4)
    tree.attach(1, 3, "conj")
    assert (tree.head[1], tree.dep[1]) == (0, "dep")


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30))
def test_whatever_is_hung_anywhere_there_is_no_ring(moves: list[tuple[int, int]]) -> None:
    tree = _chain(8)
    for token, head in moves:
        tree.attach(token, head, "x")
    for token in range(8):
        top = [token, *tree.ancestors(token)][-1]
        assert tree.head[top] == top  # the way up ends at a root
        assert len(tree.subtree(token)) == len(set(tree.subtree(token)))

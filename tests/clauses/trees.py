"""Trees written by hand: one token a line, "word lemma POS TAG dep head", as ``tools/freeze_tree.py`` prints them."""

from kgraph.parsing import Tree


def tree(lines: str) -> Tree:
    """One sentence, one paragraph; words are joined by spaces, marks hang on the word before."""
    rows = [line.split() for line in lines.strip().splitlines()]
    text, idx = "", []
    for word, *_ in rows:
        if text and word not in (",", ".", ":", "?", "'s", "’s", "”", "n't"):
            text += " "
        idx.append(len(text))
        text += word
    return Tree(
        text,
        [row[0] for row in rows],
        idx=idx,
        lemma=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        tag=[row[3] for row in rows],
        dep=[row[4] for row in rows],
        head=[int(row[5]) for row in rows],
        ent=[""] * len(rows),
        sentences=[(0, len(rows))],
        paragraphs=[(0, len(rows))],
    )

"""Attributions as one line each, for tables of tests: ``source: cue: content``, several parts parted by " … "."""

from kgraph.model import Attribution, Extraction


def said(extraction: Extraction) -> list[str]:
    """Each attribution once, in text order, whether a claim carries it or it stands alone."""
    found = [*extraction.attributions, *(one for claim in extraction.claims for one in claim.attribution)]
    found.sort(key=lambda one: (one.cue.start if one.cue else 0, one.content))
    return list(dict.fromkeys(_line(extraction, one) for one in found))


def _line(extraction: Extraction, attribution: Attribution) -> str:
    words = {mention.id: mention.text for mention in extraction.mentions}
    text = extraction.article.text
    sources = " + ".join(words[source] for source in attribution.sources)
    cue = attribution.cue.text if attribution.cue else "-"
    content = " … ".join(" ".join(text[start:end].split()) for start, end in attribution.content)
    return f"{sources or '-'}: {cue}: {content}"

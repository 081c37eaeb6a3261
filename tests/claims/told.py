"""Claims as one line each, for tables of tests.

``Turkey send fighters -> Libya [alleged] < Armenia``: subject, predicate, object (or theme in quotation marks,
unless it is a clause whose claim is listed), recipient, "not" where negative, modality unless asserted, sources
innermost last, ``/denied by`` its deniers. A government is called by its country.
"""

from kgraph.graph import with_governments_as_countries
from kgraph.model import Claim, Extraction, Modality, Polarity


def told(extraction: Extraction) -> list[str]:
    extraction = with_governments_as_countries(extraction)
    return [line(extraction, claim) for claim in extraction.claims]


def line(extraction: Extraction, claim: Claim) -> str:
    actors = {actor.id: actor for actor in extraction.actors}
    mentions = {mention.id: mention for mention in extraction.mentions}

    def names(ids) -> str:
        out = []
        for i in ids:
            actor = actors.get(mentions[i].actor or "")
            named = actor is not None and not actor.id.startswith("unnamed:")
            out.append(actor.name if named else mentions[i].text)
        return " + ".join(out)

    words = [names(claim.subject), "not" if claim.polarity is Polarity.NEGATIVE else "", claim.predicate]
    nobody = all(mentions[i].actor is None for i in claim.object)
    themed = claim.theme and nobody and (claim.object or not _retold(extraction, claim))
    words.append(f"'{claim.theme.text}'" if themed else names(claim.object))
    words.append(f"-> {names(claim.recipient)}" if claim.recipient else "")
    words.append(f"[{claim.modality}]" if claim.modality is not Modality.ASSERTED else "")
    words.append("".join(f" < {names(a.sources)}" for a in claim.attribution).strip())
    denied = [names([d.by]) + (" (inferred)" if d.inferred else "") for d in claim.denied_by]
    words.append(f"/denied by {' + '.join(denied)}" if denied else "")
    words += [f"({one.how})" for one in claim.superseded_by[:1]]
    return " ".join(word for word in words if word)


def _retold(extraction: Extraction, claim: Claim) -> bool:
    """Whether a claim of its content begins as the theme does: the words would stand there twice."""
    theme = claim.theme
    inner = [other.evidence for other in extraction.claims if other.id in claim.content]
    return theme is not None and any(e.start <= theme.start < e.end for e in inner)

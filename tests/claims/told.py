"""Claims as one line each, for tables of tests.

``Turkey send fighters -> Libya [alleged] < Armenia``: subject, predicate, object (or theme in quotation marks),
recipient, "not" where negative, modality unless asserted, sources innermost last, ``/denied by`` its deniers.
"""

from kgraph.model import Claim, Extraction, Modality, Polarity


def told(extraction: Extraction) -> list[str]:
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
    words.append(f"'{claim.theme.text}'" if claim.theme and nobody else names(claim.object))
    words.append(f"-> {names(claim.recipient)}" if claim.recipient else "")
    words.append(f"[{claim.modality}]" if claim.modality is not Modality.ASSERTED else "")
    words.append("".join(f" < {names(a.sources)}" for a in claim.attribution).strip())
    denied = [names([d.by]) + (" (inferred)" if d.inferred else "") for d in claim.denied_by]
    words.append(f"/denied by {' + '.join(denied)}" if denied else "")
    return " ".join(word for word in words if word)

"""Labels of speakers in transcripts and interviews: "PUTIN: We ...", "MR. PRICE: The ...", "Interviewer: Did ...".

One label proves nothing ("MUMBAI: The navy said", "BREAKING: Iran ..."). A text is a transcript when several speakers
take turns, or when a label begins with a title.
"""

from __future__ import annotations

import re
from collections import Counter

_LABEL = re.compile(r"^((?:[A-Z][\w.'’-]*)(?: [A-Z][\w.'’-]*){0,4}):(?=\s)", re.MULTILINE)
_TITLED = re.compile(r"(?:MR|MS|MRS|DR|SEN|REP|GEN|AMBASSADOR|SECRETARY|THE (?:PRESIDENT|CHAIR|SPEAKER))\b")
_HEADINGS = frozenset(
    """analysis author background breaking by contact correction credit date developing editing editor exclusive
    factbox headline image images interactive keywords key live location map more note notes opinion outlet photo
    photos picture pictures place published reporting source sources summary tags time timeline title topics transcript
    update updated url video watch""".split()
)


def speaker_labels(text: str) -> dict[int, int]:
    """Start -> end (behind the colon) of every label of a transcript; empty for any other text.

    >>> speaker_labels("PUTIN: No.\\nMERKEL: Yes.\\nPUTIN: No.")
    {0: 6, 11: 18, 24: 30}
    """
    found = [match for match in _LABEL.finditer(text) if match[1].split()[0].casefold() not in _HEADINGS]
    if not found:
        return {}
    turns = Counter(match[1] for match in found)
    shouted = [name for name in turns if name == name.upper()]
    repeated = [name for name in turns if turns[name] > 1]
    alternate = len(shouted) > 1 and sum(turns[name] for name in shouted) > 2
    titled = any(_TITLED.match(name) for name in shouted)
    speakers = {*(shouted if alternate or titled else ()), *(repeated if len(repeated) > 1 else ())}
    return {match.start(): match.end() for match in found if match[1] in speakers}

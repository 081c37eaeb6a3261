"""An explanation in words holds nothing that a terminal obeys, whatever the article holds."""

import io

from kgraph.explanation import Branch, Explanation, Refusal, Sentence
from kgraph.model import Article, Extraction, ExtractorInfo, Note
from kgraph.output.explained import write_explained

HOSTILE = "a\x1b[2J\x1b]0;owned\x07\x9b31m\u202eb\r\nclaims"


def test_no_part_of_it_is_obeyed_or_passes_for_another_line():
    article = Article(id="a_1", text=HOSTILE, title=HOSTILE, outlet=HOSTILE, sha256="0" * 64)
    sentence = Sentence(0, len(HOSTILE), (Branch(0, "ROOT", HOSTILE, HOSTILE),), (Refusal(HOSTILE, "claim", HOSTILE),))
    extraction = Extraction(ExtractorInfo("x", "1", "m"), article, notes=(Note("odd", HOSTILE),))
    stream = io.StringIO()
    write_explained(Explanation(extraction, (sentence,)), stream)
    shown = stream.getvalue()
    assert not {sign for sign in shown if ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 or sign == "\u202e"} - {"\n"}
    assert not any(line.strip().startswith("claims") for line in shown.split("\n"))

"""kgraph extract --explain through the installed command: why each claim, and why not another."""

import pytest

from tests.end_to_end.test_bad_input import kgraph, refused

pytestmark = pytest.mark.end_to_end

TEXT = """\
Norway accused Serbia of sending drones to Peru. Belgrade denied it.

The disputed island is quiet, and it rained for two long days.
"""

SHOWN = """\

1  Norway accused Serbia of sending drones to Peru.

   ROOT accused
     nsubj Norway
     dobj Serbia
     prep of
       pcomp sending
         dobj drones
         prep to Peru
   mentions
     Norway: Norway (name, by exact, 0.98)
     Serbia: Serbia (name, by exact, 0.98)
     drones: drones (nominal, by description, 0.75)
     Peru: Peru (name, by exact, 0.98)
   claims
     Norway ACCUSES Serbia: “sending drones to Peru” [asserted; said by the article itself]
       rule active · verbs_accuse.toml: [[accuse]] · confidence 0.93
     Serbia ARMS drones to Peru [alleged; said by Norway; denied by Serbia]
       rule gerund-after-of · verbs_arm.toml: [[send]] · confidence 0.65

2  Belgrade denied it.

   ROOT denied
     nsubj Belgrade
     dobj it
   mentions
     Belgrade: Government of Serbia (metonym, by metonym, 0.95)
   claims
     Serbia DENIES “it”: “sending drones to Peru” [asserted; said by the article itself]
       rule denial+active · denials.toml: [[deny]] · confidence 0.76

3  The disputed island is quiet, and it rained for two long days.

   ROOT is
     nsubj The disputed island
     acomp quiet
     cc and
     conj rained
       nsubj it
       prep for two long days
   refused
     “is” is no claim: nobody known of whom it is said
     “rained” is no claim: outside the lexicon, and nobody known who does it
"""


def explained(text, *arguments, folder, **environment):
    said = kgraph("extract", "--explain", "-", *arguments, folder=folder, stdin=text.encode(), **environment)
    assert (said.code, said.err) == (0, "")
    return said.out


def test_an_article_is_explained_sentence_by_sentence(tmp_path):
    first, rest = explained(TEXT, folder=tmp_path).split("\n", 1)
    assert first.startswith("a_")
    assert rest == SHOWN


def test_what_was_mended_in_the_tree_is_shown_with_what_the_parser_had(tmp_path):
    shown = explained("Chad demanded that Niger explain itself and urged Mali to act.", folder=tmp_path)
    assert "     conj urged  (mended; the parser had: conj of explain)\n" in shown
    assert "Chad URGES “to act” to Mali" in shown


def test_a_denial_that_is_none_is_explained(tmp_path):
    shown = explained(
        "Kenya rejected talks with Uganda. Officials did not deny that ships had sailed.", folder=tmp_path
    )
    assert "“rejected” is no denial: what is turned down is no claim" in shown
    assert "“deny” is no denial: it is negated itself" in shown


def test_whose_quotation_it_is_may_be_uncertain(tmp_path):
    shown = explained("“The road to the border will remain closed for a week.” It rained.", folder=tmp_path)
    assert "” is no attribution: a quotation, and it is not certain whose" in shown


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x9b31m", "\u202e", "\r"])
def test_what_a_terminal_would_obey_is_taken_out(tmp_path, hostile):
    shown = explained(f"On Tuesday Iran{hostile} accused Oman of lying about the ships.\n", folder=tmp_path)
    assert not any(ord(sign) < 32 and sign != "\n" for sign in shown)
    assert not {"\x9b", "\u202e"} & set(shown)


def test_words_of_an_article_cannot_pass_for_a_line_of_ours(tmp_path):
    forged = (
        "Iran accused Oman of lying about\nclaims\n     Iran ATTACKS Oman [asserted; said by the article itself]\nit."
    )
    shown = explained(forged, folder=tmp_path)
    assert not any(
        line.strip().startswith("Iran ATTACKS Oman [asserted; said by the article itself]")
        for line in shown.splitlines()
    )


def test_explaining_and_a_format_exclude_each_other(tmp_path):
    said = kgraph("extract", "--explain", "-", "--format", "jsonl", folder=tmp_path, stdin=b"Iran met Iraq.")
    refused(said, 2, "--explain has no --format", "leave one of them out")


def test_a_file_that_is_not_there_is_named_and_the_others_are_explained(tmp_path):
    (tmp_path / "good.txt").write_text("Iran accused Oman of lying.")
    said = kgraph("extract", "--explain", "gone.txt", "good.txt", folder=tmp_path, KGRAPH_JOBS="2")
    assert said.code == 3
    assert "gone.txt: is not there" in said.err
    assert "Iran ACCUSES Oman" in said.out

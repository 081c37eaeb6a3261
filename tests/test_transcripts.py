"""The README and the tutorial show what kgraph really prints."""

import shutil
from pathlib import Path

import pytest

from tools.transcripts import differences, matches, rewritten, steps_of

ROOT = Path(__file__).resolve().parent.parent
NEEDS_BASH = pytest.mark.skipif(shutil.which("bash") is None, reason="no bash on this machine")


@NEEDS_BASH
@pytest.mark.end_to_end
@pytest.mark.parametrize("name", ["README.md", "docs/tutorial.md"])
def test_a_document_shows_what_is_really_printed(name, tmp_path):
    assert not differences(ROOT / name, folder=tmp_path)


DOCUMENT = """Say it:

```console
$ cat > a.txt <<END
> one
> two
> END
$ cat a.txt
one
...
```

```sh
not-run
```
"""


def test_commands_are_read_with_their_lines_and_outputs():
    first, second = steps_of(DOCUMENT)
    assert (first.command, first.expected, first.line) == ("cat > a.txt <<END\none\ntwo\nEND", (), 4)
    assert (second.command, second.expected, second.line) == ("cat a.txt", ("one", "..."), 8)


@NEEDS_BASH
def test_a_false_transcript_is_found_and_can_be_put_right(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(DOCUMENT)
    assert not differences(path, folder=tmp_path)
    path.write_text(DOCUMENT.replace("one\n...", "one\nthree"))
    (difference,) = differences(path, folder=tmp_path)
    assert difference == "a.md:8: $ cat a.txt\n  really prints\n    one\n    two"
    assert rewritten(path, folder=tmp_path) == DOCUMENT.replace("...", "two")


@pytest.mark.parametrize(
    ("expected", "shown", "same"),
    [
        (["a", "...", "c"], ["a", "b", "b", "c"], True),
        (["a", "...", "c"], ["a", "c"], True),
        (["a", "..."], ["a"], True),
        (["a", "...", "c"], ["a", "b"], False),
        (["a"], ["a", "b"], False),
        ([], [], True),
    ],
)
def test_three_dots_stand_for_any_lines(expected, shown, same):
    assert matches(expected, shown) is same

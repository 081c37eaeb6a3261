"""Compressed files and archives: what is in them is read, and nothing in them can reach or fill the machine."""

import gzip
import zipfile

import pytest

from tests.reading import files
from tests.reading.heard import Heard

WHOLE = f"{files.TITLE}\n\n{files.TEXT}"


@pytest.fixture(autouse=True)
def inbox(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("suffix", files.PACKERS)
def test_a_compressed_file_is_read_by_the_name_within_its_own(inbox, suffix):
    (inbox / f"a.jsonl{suffix}").write_bytes(
        files.PACKERS[suffix](files.json_line() + b"\n" + files.json_line(text="Two."))
    )
    assert Heard(f"a.jsonl{suffix}").texts == [WHOLE, f"{files.TITLE}\n\nTwo."]
    assert Heard("-", stdin=files.PACKERS[suffix](files.TEXT.encode())).texts == [files.TEXT]


@pytest.mark.parametrize("suffix", files.PACKERS)
def test_of_a_damaged_file_what_stands_before_the_damage_is_read(inbox, suffix):
    lines = b"\n".join(files.json_line(text=f"Number {n} {n * n} {n**9}.") for n in range(12_000))
    packed = files.PACKERS[suffix](lines)
    (inbox / f"a.jsonl{suffix}").write_bytes(packed[: len(packed) * 3 // 4])
    heard = Heard(f"a.jsonl{suffix}")
    assert heard.articles
    assert heard.lines[-1].startswith(f"a.jsonl{suffix}: is damaged (")


def test_a_file_that_is_not_what_its_name_says_is_named(inbox):
    (inbox / "a.txt.gz").write_text("This is no gzip file at all.")
    assert Heard("a.txt.gz").lines[0].startswith("a.txt.gz: is damaged (Not a gzipped file")
    (inbox / "a.zip").write_text("This is no zip file at all.")
    assert Heard("a.zip").lines == [
        "a.zip: is damaged (File is not a zip file); get the archive again; what came before was read"
    ]


def test_a_bomb_is_let_go_of_long_before_it_is_unpacked(inbox):
    (inbox / "bomb.jsonl.gz").write_bytes(gzip.compress(b"0" * 150_000_000))
    heard = Heard("bomb.jsonl.gz")
    assert heard.lines[-1] == (
        "bomb.jsonl.gz: unpacks to more than 200 times its size; if it is meant to be so, raise the limit with "
        "--limit ratio=2000"
    )
    (inbox / "bomb.txt.gz").write_bytes(gzip.compress(b"0" * 150_000_000))
    assert Heard("bomb.txt.gz").lines[0].startswith("bomb.txt.gz: is more than 10 MB for one article")


def test_many_members_that_unpack_to_much_share_one_budget(inbox, monkeypatch):
    monkeypatch.setattr("kgraph.reading.limits.FREE", 1_000_000)
    line = files.json_line(text="x" * 90_000)
    (inbox / "a.zip").write_bytes(files.zipped({f"{n}.jsonl": line for n in range(30)}))
    heard = Heard("a.zip")
    assert 5 <= len(heard.articles) < 30
    assert "unpacks to more than 200 times its size" in heard.lines[0]


def test_archives_in_archives_are_read_to_a_depth(inbox):
    inner = files.zipped({"a.txt": files.TEXT.encode()})
    for n in range(3):
        inner = files.zipped({f"{n}.zip": inner}) if n % 2 else files.tarred({f"{n}.zip": inner})
    (inbox / "deep.tar").write_bytes(inner)
    heard = Heard("deep.tar")
    assert not heard.articles
    assert any("lies in more than 3 archives or compressed files; unpack it" in line for line in heard.lines)
    assert Heard("deep.tar", limits={"depth": "9"}).texts == [files.TEXT]


@pytest.mark.parametrize("pack", [files.zipped, files.tarred])
def test_no_name_in_an_archive_leads_out_of_it(inbox, pack):
    members = {
        "../up.txt": b"x",
        "/etc/x.txt": b"x",
        "C:\\x.txt": b"x",
        "a/../../x.txt": b"x",
        "a/b.txt": files.TEXT.encode(),
    }
    (inbox / "a").write_bytes(pack(members))
    heard = Heard("a")
    assert heard.texts == [files.TEXT]
    assert len(heard.lines) == 4
    assert all("names a place outside of the archive; it was left out" in line for line in heard.lines)


def test_links_and_devices_are_left_out(inbox):
    (inbox / "secret.txt").write_text("The password is swordfish.")
    links = {"a.txt": str(inbox / "secret.txt"), "loop.txt": "loop.txt"}
    (inbox / "a.tar").write_bytes(files.tarred({"b.txt": files.TEXT.encode()}, links=links))
    heard = Heard("a.tar")
    assert (heard.texts, heard.errors) == ([files.TEXT], [])
    assert heard.notes[0].startswith("a.tar: 2 other files left out")


def test_an_archive_of_too_many_files_says_so(inbox):
    (inbox / "a.zip").write_bytes(files.zipped({f"{n}.txt": b"Ankara denied it." for n in range(20)}))
    heard = Heard("a.zip", limits={"members": 5})
    assert len(heard.articles) == 5
    assert heard.lines == [
        "a.zip: has more than 5 files in it; the others were left out, or if it is meant to be so, raise the limit "
        "with --limit members=50"
    ]


def test_a_name_cannot_speak_to_the_terminal(inbox):
    (inbox / "a.zip").write_bytes(files.zipped({"\x1b[2Jx.txt": b""}))
    assert Heard("a.zip").lines == ["a.zip/?[2Jx.txt: is empty; give a file with an article in it"]


def test_hidden_files_and_other_kinds_are_left_out(inbox):
    members = {"__MACOSX/a.txt": b"x", ".x/a.txt": b"x", "a.docx": b"x", "a.txt": files.TEXT.encode()}
    (inbox / "a.zip").write_bytes(files.zipped(members))
    heard = Heard("a.zip")
    assert (heard.texts, heard.errors) == ([files.TEXT], [])
    assert heard.notes[0].startswith("a.zip: 1 other file left out")


def test_documents_that_are_zip_files_and_locked_ones_are_named(inbox):
    (inbox / "a.docx").write_bytes(files.zipped({"[Content_Types].xml": b"x", "word/document.xml": b"x"}))
    assert Heard("a.docx").lines == ["a.docx: is a Word, OpenDocument or EPUB file; save its text as .txt or .html"]
    data = bytearray(files.zipped({"a.txt": files.TEXT.encode()}))
    for at in (6, data.index(b"PK\x01\x02") + 8):
        data[at] |= 1  # the flag of an encrypted member
    (inbox / "a.zip").write_bytes(data)
    assert any("is locked with a password" in line for line in Heard("a.zip").lines)


def test_a_zip_file_comes_through_a_pipe(inbox):
    class Pipe:
        """Cannot go back, and gives little at a time."""

        def __init__(self, data):
            self.data = data

        def seekable(self):
            return False

        def read(self, size=-1):
            part, self.data = self.data[: min(size, 100)], self.data[min(size, 100) :]
            return part

    from kgraph.reading import read

    found = list(read(["-"], stdin=Pipe(files.zipped({"a.txt": files.TEXT.encode()}))))
    assert [one.text for one in found] == [files.TEXT]
    assert zipfile.is_zipfile  # the standard library's, which wants to go back

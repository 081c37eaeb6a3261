"""What a server says of a page's encoding, and whether it is true."""

from __future__ import annotations

_NOT_BELIEVED = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"})


def fits(charset: str | None, data: bytes) -> bool:
    """Whether the bytes can be read in that encoding.

    >>> fits("utf-8", b"caf\\xe9"), fits("cp1252", b"caf\\xe9"), fits("klingon", b"x")
    (False, True, False)
    """
    if not charset or charset.lower() in _NOT_BELIEVED:  # browsers do not believe these, and neither do we
        return False
    try:
        data.decode(charset)
    except (LookupError, UnicodeError):
        return False
    return True

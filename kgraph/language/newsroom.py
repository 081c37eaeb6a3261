"""What newsrooms write around a report: datelines, bylines, who edited it, teasers and buttons of the page.

None of it is a claim of the article. Datelines and bylines say where the report came from.
"""

from __future__ import annotations

import re

# "ADEN, Yemen (Continental Press) —", "MOSCOW, May 3 (Agency) -", "Tehran, March 15, IRNA -", "ANKARA –": where and
# from whom the report came is no part of its first sentence
_CITY = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}"
_REGION = r"(?:, (?:the )?[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,2})"
_DAY = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:, \d{4})?)"
_AGENCY = r"(?: ?\([A-Z][^()\n]{1,40}\))"
_DASH = r"(?: (?:--?|—|–|―) | ?(?:--|—|―) ?)"
DATELINE = re.compile(
    rf"(?:{_CITY}{_REGION}{{0,2}}{_DAY}?{_AGENCY}?{_DASH}|{_CITY}{_REGION}{{0,2}}{_DAY}?{_AGENCY} ?[:.]? "
    rf"|[A-Z][\w'’-]{{2,20}}(?: [A-Z][\w'’-]{{1,20}}){{0,2}}{_REGION}{{0,1}}{_DAY}(?:{_AGENCY}|, ?[A-Z]{{2,10}}){_DASH}"
    rf"|{_AGENCY[3:-1]}{_DASH})(?=[\"“'‘A-Z0-9])"
)

_NAME = r"[A-Z][\w.'’-]{0,25}(?: (?:(?:al|bin|de|da|del|di|van|von|der|ter|el|la|le)[ -])?[A-Z][\w.'’-]{0,25}){1,4}"
# "By Ada Lind, Tom Roe and Jo Ek, Continental Press"
_NAMES = rf"{_NAME}(?:, {_NAME}(?=[^\n]{{1,150}} and )){{0,4}}(?: and {_NAME}| & {_NAME})?"
_BYLINE = re.compile(rf"(?:By|BY) ({_NAMES})(?:(?:,| \||,? for| of) ([A-Z].{{1,40}}))?\.?")
_AGENCY_IN = re.compile(r"\(([A-Z][^()\n]{1,40})\)|, ?([A-Z]{2,10})(?=\W*$)")

# "(Reporting by A; Editing by B)" at the end of a paragraph or as one
_HANDS = r"(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated)"
SIGN_OFF = re.compile(rf"[(\[]?(?:Additional )?{_HANDS} by [A-Z][^()\[\]\n]{{2,400}}[)\]]?\.?\s*\Z")
_SIGN_OFF_BEHIND = re.compile(rf"(?<=[.!?\"”’)] )[(\[](?:Additional )?{_HANDS} by ")
_CONTRIBUTED = re.compile(
    r"[A-Z(][^.!?]{3,300} contributed (?:to this (?:report|story|article)|reporting)(?: from [^.]{2,80})?\.?\)?"
)


def _any_of(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


# Teasers tell another story; what they say is not said here.
_TEASER = _any_of(
    r"(?:(?:also )?read(?: also| more| more on this| next| this| the full story)?|see also|also see|explainer"
    r"|related(?: articles?| stor(?:y|ies)| news)?|watch(?: live| now| more)?|listen(?: now| more)?|recommended"
    r"|more(?: on this| from [^:|]{2,40})|don['’]t miss|in pictures|editor['’]s picks?|most read|up next|trending"
    r") ?[:|»►▶→] ?\S.{2,250}",
    r"list \d{1,2} of \d{1,2}.{0,250}",
    r".{0,250}\bend of list",
    r"the post .{3,250} appeared first on .{2,100}",
)
_SITES = r"(?:tweet|e-?mail|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|print|copy link|x)"
_BUTTON = _any_of(
    r"(?:show|read|load|see|view|learn) (?:more|less|all)(?: (?:articles?|stories|comments|posts|news))?",
    r"(?:related|recommended|popular|trending|latest|similar) (?:articles?|stor(?:y|ies)|news|posts?|topics?)",
    r"most (?:read|popular|viewed)|you (?:may|might) also like|more (?:on this story|stories|from .{2,40})",
    r"(?:scroll )?back to (?:the )?top(?: button)?|skip to .{2,30}|advertisement|story continues below.{0,30}",
    r"share(?: (?:this|on|via|to)\b.{0,60})?|(?:click|tap) here\b.{0,120}|print(?: this)?(?: (?:page|article))?",
    rf"{_SITES}(?:[ ,|/·•]+{_SITES}){{0,8}}",
    r"(?:log|sign) in(?: to (?:leave|post|write|comment|continue|read|your)\b.{0,80})?|leave a (?:comment|reply)",
    r"listen to this (?:article|story)|\d{1,3} min(?:ute)?s? read|comments? ?\(?\d{0,5}\)?",
)
_HOUSE = _any_of(
    r"(?:we|this (?:web)?site) uses? (?:our own |own |some )?cookies.{0,400}|accept (?:all )?cookies.{0,60}",
    r"by (?:continuing|clicking|using|browsing)\b.{0,60}\byou (?:agree|accept|consent).{0,300}",
    r"(?:read |see )?(?:our )?\b(?:privacy policy|terms of (?:use|service)|cookie policy)\b.{0,120}",
    r"sign up (?:here|for|to)\b.{0,200}|subscribe (?:to|for|now|here|today)\b.{0,200}|follow us\b.{0,150}",
    r"get the (?:latest|day['’]s|best|top) .{0,80}\b(?:inbox|newsletters?|app)\b.{0,80}",
    r"(?:copyright|©|\(c\)) .{0,300}|all rights reserved.{0,300}|our standards: .{0,100}",
    r"(?:image|photo|picture|video)s?(?: credits?| by| source)?: .{2,100}",
    r"(?:getty images|reuters|afp|ap photo)(?:/.{1,60})?",
)
_LONGEST = 600  # characters


def is_furniture(paragraph: str) -> bool:
    """Whether a paragraph is part of the page and not of the report.

    >>> [is_furniture(text) for text in ("Show More", "Read more: Oslo denies it", "Share prices fell in Oslo.")]
    [True, True, False]
    """
    line = paragraph.strip()
    if len(line) > _LONGEST or "\n" in line:
        return False
    return any(pattern.fullmatch(line) is not None for pattern in (_TEASER, _BUTTON, _HOUSE, SIGN_OFF, _CONTRIBUTED))


def sign_off(text: str, start: int, end: int) -> int | None:
    """Where "(Reporting by ...)" begins behind the last sentence of a paragraph."""
    for match in _SIGN_OFF_BEHIND.finditer(text, start, end):
        if SIGN_OFF.match(text, match.start(), end):
            return match.start()
    return None


def is_byline(line: str) -> bool:
    """Whether a line only says who wrote it.

    >>> [is_byline(line) for line in ("By Ada Lind, Harbour News", "By Friday it was over.")]
    [True, False]
    """
    return len(line) < 200 and _BYLINE.fullmatch(line) is not None


def byline(text: str) -> tuple[str | None, str | None]:
    """Who wrote it and from where, as the first lines say: "By Ada Lind, Harbour News".

    >>> byline("A denial\\n\\nBy Ada Lind and Tom Roe\\n\\nOSLO (Continental Press) - Norway denied it.")
    ('Ada Lind and Tom Roe', 'Continental Press')
    """
    author = origin = None
    for paragraph in text[:3_000].split("\n")[:8]:
        line = paragraph.strip()
        if author is None and len(line) < 200 and (found := _BYLINE.fullmatch(line)):
            author, origin = found[1], origin or found[2]
        if dateline := DATELINE.match(line):
            named = _AGENCY_IN.search(dateline[0].rstrip(" -–—―:."))
            words = (named[1] or named[2]) if named else None
            return author, (words if words and not re.search(r"\d", words) else None) or origin
    return author, origin

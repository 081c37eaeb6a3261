"""The guide: pages of HTML that Neo4j Browser shows beside its editor. A click on a statement puts it there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from kgraph.output.browser.favourites import with_values
from kgraph.output.browser.pictures import PICTURES, Picture
from kgraph.query.template import Template

SLIDES: Mapping[str, tuple[str, Sequence[str]]] = {
    "What is in this graph": (
        "Articles were read, and what they say is kept as claims: who says or does what, to whom, on whose word, who "
        "denies it. An arrow between two actors counts such claims; it is never more certain than they are.",
        ("stats", "actor"),
    ),
    "Who accuses whom": (
        "Every accusation with its words, the newest first. What somebody is accused of is alleged, never fact.",
        ("who-accuses-whom", "most-accused"),
    ),
    "Follow a claim to its sentence": (
        "Take the id of a claim from any table and ask for its evidence: the sentence, the article, the rule.",
        ("evidence", "attribution-chain"),
    ),
    "Contradictions": (
        "What one says and another denies, or what is told both ways.",
        ("contradictions", "who-denies-what"),
    ),
    "Who says so": (
        "Chains of word: the paper cites an official, who cites a report. And what rests on a single source.",
        ("unnamed-sources", "single-source", "corroborated"),
    ),
    "Timelines and sides": (
        "What happened when, in the order of the days that the claims speak of, and who stands with whom.",
        ("timeline", "allies-and-rivals", "demands-and-threats"),
    ),
}
OWN = """\
MATCH (who:Actor)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(whom:Actor)
WHERE c.polarity = '+' AND NOT c.modality IN ['demanded', 'urged', 'intended', 'conditional']
RETURN who.name AS who, c.relation AS relation, whom.name AS whom, c.text AS quote, c.published AS published
ORDER BY published DESC, c.id
LIMIT 25"""


def guide(templates: Mapping[str, Template], *, style_url: str | None = None) -> str:
    """The HTML of the guide. ``style_url`` is where the style sheet is served, if it is."""
    pages = [_page(title, text, names, templates) for title, (text, names) in SLIDES.items()]
    slides = "\n".join([_welcome(style_url), *pages, _own()])
    return (
        '<article class="guide">\n<title>kgraph: who says what about whom</title>\n'
        f'<carousel class="deck container-fluid">\n{slides}\n</carousel>\n</article>\n'
    )


def _welcome(style_url: str | None) -> str:
    text = "This is a graph of who says what about whom. Go through these pages with the arrows; click a statement to "
    text += "put it into the editor, and run it."
    style = [f"<p>Its colours:</p>{_statement(':style ' + style_url)}"] if style_url else []
    return _slide("kgraph", [f"<p>{escape(text)}</p>", *style, *_pictures("What is in this graph")])


def _page(title: str, text: str, names: Sequence[str], templates: Mapping[str, Template]) -> str:
    pictures = _pictures(title) if title != "What is in this graph" else []
    tables = [_table(templates[name]) for name in names if name in templates]
    return _slide(title, [f"<p>{escape(text)}</p>", *pictures, *tables])


def _own() -> str:
    text = (
        "An Actor is the SUBJECT, OBJECT or RECIPIENT of a Claim; a Claim is SAID_BY and DENIED_BY actors, has other "
        "claims as CONTENT, and stands in a Sentence (EVIDENCE) of an Article. Show polarity, modality and speaker "
        "beside its words: a demand is no deed."
    )
    return _slide("Write your own", [f"<p>{escape(text)}</p>", _statement(OWN), _statement(":schema")])


def _pictures(slide: str) -> list[str]:
    return [_picture(picture) for picture in PICTURES if picture.slide == slide]


def _picture(picture: Picture) -> str:
    return f"<p><strong>{escape(picture.title)}.</strong> {escape(picture.told)}</p>{_statement(picture.cypher)}"


def _table(template: Template) -> str:
    title = f"<p><strong>{escape(template.title)}.</strong> {escape(template.description)}</p>"
    return title + _statement(f"// {template.title}\n{with_values(template)}")


def _slide(title: str, parts: Sequence[str]) -> str:
    body = "\n".join(parts)
    return f'<slide class="row-fluid">\n<div class="col-sm-12">\n<h3>{escape(title)}</h3>\n{body}\n</div>\n</slide>'


def _statement(cypher: str) -> str:
    return f'<pre class="pre-scrollable code runnable">{escape(cypher, quote=False)}</pre>'

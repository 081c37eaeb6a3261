"""Statements whose answer Browser draws: they return nodes and relationships. The default picture is of actors and the
derived relations between them; claims and sentences come in where a claim is followed to its words.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """``slide`` names the page of the guide it stands on; ``told`` says what is to be seen."""

    name: str
    title: str
    told: str
    slide: str
    cypher: str


PICTURES = (
    Picture(
        "picture-all",
        "The strongest relations",
        "Everybody who does something to somebody, those with most claims first. Red is hostile, green cooperative, "
        "amber a demand, blue speech.",
        "What is in this graph",
        "MATCH p = (a:Actor)-[r]->(b:Actor)\nWHERE r.derived\nRETURN p\nORDER BY r.claims DESC, a.id, b.id\nLIMIT 60",
    ),
    Picture(
        "picture-accusations",
        "Who accuses whom, drawn",
        "An arrow for everybody who accuses somebody. Click one: claims, denied and outlets are counted on it.",
        "Who accuses whom",
        "MATCH p = (a:Actor)-[r:ACCUSES]->(b:Actor)\nRETURN p\nORDER BY r.claims DESC, a.id, b.id\nLIMIT 60",
    ),
    Picture(
        "picture-claim",
        "From an accusation to its words",
        "One accusation: who makes it, against whom, what it holds, who denies that, and the sentence it stands in.",
        "Follow a claim to its sentence",
        "MATCH (c:Claim {relation: 'ACCUSES'})-[:CONTENT]->(what:Claim)\n"
        "WITH c, what\n"
        "ORDER BY what.denied DESC, c.published DESC, c.id\n"
        "LIMIT 1\n"
        "MATCH p = (c)-[:SUBJECT|OBJECT|SAID_BY|CONTENT|EVIDENCE]->()\n"
        "OPTIONAL MATCH q = (what)-[:SUBJECT|OBJECT|RECIPIENT|DENIED_BY]->()\n"
        "RETURN p, q",
    ),
    Picture(
        "picture-denials",
        "What is denied, and by whom",
        "Claims with those who make them and those who deny them.",
        "Contradictions",
        "MATCH p = (c:Claim)-[:DENIED_BY]->(:Actor)\n"
        "WITH c, p\n"
        "ORDER BY c.published DESC, c.id\n"
        "LIMIT 20\n"
        "OPTIONAL MATCH q = (c)-[:SUBJECT|OBJECT|SAID_BY]->(:Actor)\n"
        "RETURN p, q",
    ),
    Picture(
        "picture-unnamed",
        "What stands on unnamed sources",
        "Claims of sources that the articles do not name, with their words.",
        "Who says so",
        "MATCH (c:Claim)-[:SAID_BY]->(who:Unnamed)\n"
        "WITH c, who\n"
        "ORDER BY c.published DESC, c.id\n"
        "LIMIT 15\n"
        "MATCH p = (c)-[:SAID_BY]->(who)\n"
        "MATCH q = (c)-[:SUBJECT|OBJECT|EVIDENCE]->()\n"
        "RETURN p, q",
    ),
    Picture(
        "picture-allies-and-rivals",
        "Two sides",
        "Only what is done to help or to harm: hostile and cooperative relations, without what is only said.",
        "Timelines and sides",
        "MATCH p = (a:Actor)-[r:ATTACKS|BOMBS|KILLS|FIGHTS|ARMS|AIDS|SUPPORTS|ALLY_OF|SANCTIONS|THREATENS]->(b:Actor)\n"
        "RETURN p\nORDER BY r.claims DESC, a.id, b.id\nLIMIT 60",
    ),
)

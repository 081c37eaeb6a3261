// Whether the graph holds together
//
// One row for each check, with how many nodes or relationships break it and one of them. All zeros is as it should
// be. kgraph verify checks more: every quote and offset against the texts.
//
// Parameters
//   limit (integer = 50): at most so many rows
//
// Columns
//   check (string): what should hold
//   broken (integer): how many break it
//   example (string): id of one that does
//
// Example
//   kgraph query integrity

CALL {
  MATCH (c:Claim) WHERE NOT EXISTS { MATCH (c)-[:EVIDENCE]->(:Sentence) }
  WITH count(c) AS number, min(c.id) AS example
  RETURN 'every claim has its evidence' AS check, number, example
  UNION ALL
  MATCH (c:Claim)
  WITH c.article AS id, count(c) AS claims, min(c.id) AS claim
  OPTIONAL MATCH (a:Article {id: id})
  WITH claims, claim, a
  WHERE a IS NULL
  WITH coalesce(sum(claims), 0) AS number, min(claim) AS example
  RETURN 'every claim belongs to an article' AS check, number, example
  UNION ALL
  MATCH (c:Claim) WHERE c.end <= c.start OR size(c.text) <> c.end - c.start
  WITH count(c) AS number, min(c.id) AS example
  RETURN 'a claim is as long as its words' AS check, number, example
  UNION ALL
  MATCH (c:Claim)-[e:EVIDENCE]->(s:Sentence) WHERE e.start < s.start OR e.end > s.end OR s.article <> c.article
  WITH count(c) AS number, min(c.id) AS example
  RETURN 'evidence lies within its sentence' AS check, number, example
  UNION ALL
  MATCH (c:Claim)-[e:EVIDENCE]->(s:Sentence)
  WHERE NOT c.text CONTAINS substring(s.text, e.start - s.start, e.end - e.start)
  WITH count(c) AS number, min(c.id) AS example
  RETURN 'the words of a claim stand in its sentence' AS check, number, example
  UNION ALL
  MATCH (c:Claim)-[:DENIED_BY]->(:Actor) WHERE NOT c.denied
  WITH count(c) AS number, min(c.id) AS example
  RETURN 'a claim with a denial is marked as denied' AS check, number, example
  UNION ALL
  MATCH (c:Claim)-[s:SUPERSEDED_BY]->(k:Claim) WHERE c.superseded IS NULL OR c.article <> k.article
  WITH count(c) AS number, min(c.id) AS example
  RETURN 'a claim that was taken back is marked, and by a claim of its article' AS check, number, example
  UNION ALL
  MATCH (c:Claim)-[d:DENIED_BY]->(:Actor)
  WITH c, d.claim AS id
  OPTIONAL MATCH (k:Claim {id: id})
  WITH c, k
  WHERE k IS NULL
  WITH count(c) AS number, min(c.id) AS example
  RETURN 'a denial names the claim that denies' AS check, number, example
  UNION ALL
  MATCH (c:Claim)-[:SAID_BY]->(:Actor) WHERE NOT c.attributed
  WITH count(c) AS number, min(c.id) AS example
  RETURN 'a claim with a source is marked as attributed' AS check, number, example
  UNION ALL
  MATCH (c:Claim)-[:CONTENT]->(k:Claim) WHERE c.article <> k.article
  WITH count(c) AS number, min(c.id) AS example
  RETURN 'the content of a claim is of the same article' AS check, number, example
  UNION ALL
  MATCH (s:Sentence) WHERE NOT EXISTS { MATCH (s)-[:OF]->(a:Article) WHERE a.id = s.article }
  WITH count(s) AS number, min(s.id) AS example
  RETURN 'every sentence belongs to its article' AS check, number, example
  UNION ALL
  MATCH (m:Mention) WHERE NOT EXISTS { MATCH (m)-[:IN]->(s:Sentence) WHERE s.article = m.article }
  WITH count(m) AS number, min(m.id) AS example
  RETURN 'every mention stands in a sentence of its article' AS check, number, example
  UNION ALL
  MATCH (a:Actor) WHERE NOT EXISTS { MATCH (a)<-[:NAMES]-(:Article) }
  WITH count(a) AS number, min(a.id) AS example
  RETURN 'every actor is named by an article' AS check, number, example
  UNION ALL
  MATCH (a:Actor)-[r]->(b:Actor) WHERE a.id = b.id
  WITH count(r) AS number, min(a.id) AS example
  RETURN 'no relation from an actor to itself' AS check, number, example
  UNION ALL
  MATCH (a:Actor)-[r]->(:Actor) WHERE r.claims < 1 OR r.asserted + r.attributed <> r.claims OR r.denied > r.claims
  WITH count(r) AS number, min(a.id) AS example
  RETURN 'the counts of a relation add up' AS check, number, example
  UNION ALL
  CALL {
    MATCH (a:Actor)-[r]->(b:Actor)
    RETURN a.id AS start, type(r) AS relation, b.id AS end, 1 AS edges
    UNION ALL
    MATCH (c:Claim)-[:SUBJECT]->(a:Actor)
    MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT]->(b:Actor)
    WHERE c.polarity = '+'
      AND NOT c.modality IN ['demanded', 'urged', 'intended', 'conditional', 'purpose', 'evaluation']
    RETURN DISTINCT a.id AS start, c.relation AS relation, b.id AS end, 0 AS edges
  }
  WITH start, relation, end, sum(edges) AS edges, count(*) AS both
  WHERE edges > 0 AND both = edges
  WITH count(*) AS number, min(start) AS example
  RETURN 'every relation rests on a claim' AS check, number, example
}
RETURN check, number AS broken, example
ORDER BY broken DESC, check
LIMIT $limit

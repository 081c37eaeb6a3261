// What is in the graph
//
// How many articles, sentences, mentions, claims and actors there are, and what kinds of them.
//
// Parameters
//   limit (integer = 100): at most so many rows
//
// Columns
//   part (string): articles, claims, actors or relations
//   what (string): which of them
//   count (integer): how many
//   first (date): first published
//   last (date): last published
//
// Example
//   kgraph query stats

CALL {
  MATCH (a:Article)
  WITH count(a) AS number, min(a.published) AS first, max(a.published) AS last
  RETURN 1 AS place, 'articles' AS part, 'all' AS what, number, first, last
  UNION ALL
  MATCH (a:Article)
  WITH sum(CASE WHEN a.published IS NULL THEN 1 ELSE 0 END) AS number
  RETURN 1 AS place, 'articles' AS part, 'without a date' AS what, number, null AS first, null AS last
  UNION ALL
  MATCH (a:Article)
  WITH count(DISTINCT a.outlet) AS number
  RETURN 1 AS place, 'articles' AS part, 'outlets' AS what, number, null AS first, null AS last
  UNION ALL
  MATCH (a:Article)
  WITH count(DISTINCT a.story) AS number
  RETURN 1 AS place, 'articles' AS part, 'stories' AS what, number, null AS first, null AS last
  UNION ALL
  MATCH (s:Sentence)
  WITH count(s) AS number
  RETURN 2 AS place, 'sentences' AS part, 'all' AS what, number, null AS first, null AS last
  UNION ALL
  MATCH (m:Mention)
  WITH count(m) AS number
  RETURN 3 AS place, 'mentions' AS part, 'all' AS what, number, null AS first, null AS last
  UNION ALL
  MATCH (c:Claim)
  WITH count(c) AS number, min(c.published) AS first, max(c.published) AS last
  RETURN 4 AS place, 'claims' AS part, 'all' AS what, number, first, last
  UNION ALL
  MATCH (c:Claim)
  WHERE c.attributed
  WITH count(c) AS number, min(c.published) AS first, max(c.published) AS last
  RETURN 4 AS place, 'claims' AS part, 'on the word of somebody' AS what, number, first, last
  UNION ALL
  MATCH (c:Claim)
  WHERE c.denied
  WITH count(c) AS number, min(c.published) AS first, max(c.published) AS last
  RETURN 4 AS place, 'claims' AS part, 'denied' AS what, number, first, last
  UNION ALL
  MATCH (c:Claim)
  WHERE c.polarity = '-'
  WITH count(c) AS number, min(c.published) AS first, max(c.published) AS last
  RETURN 4 AS place, 'claims' AS part, 'negated' AS what, number, first, last
  UNION ALL
  MATCH (c:Claim)
  WITH c.modality AS what, count(c) AS number, min(c.published) AS first, max(c.published) AS last
  RETURN 5 AS place, 'claims by modality' AS part, what, number, first, last
  UNION ALL
  MATCH (a:Actor)
  WITH count(a) AS number
  RETURN 6 AS place, 'actors' AS part, 'all' AS what, number, null AS first, null AS last
  UNION ALL
  MATCH (a:Actor)
  WITH a.kind AS what, count(a) AS number
  RETURN 7 AS place, 'actors by kind' AS part, what, number, null AS first, null AS last
  UNION ALL
  MATCH (:Actor)-[r]->(:Actor)
  WITH count(r) AS number, min(r.first) AS first, max(r.last) AS last
  RETURN 8 AS place, 'relations' AS part, 'all' AS what, number, first, last
  UNION ALL
  MATCH (:Actor)-[r]->(:Actor)
  WITH type(r) AS what, count(r) AS number, min(r.first) AS first, max(r.last) AS last
  RETURN 9 AS place, 'relations by type' AS part, what, number, first, last
}
RETURN part, what, number AS count, first, last
ORDER BY place, CASE what WHEN 'all' THEN 0 ELSE 1 END, count DESC, what
LIMIT $limit

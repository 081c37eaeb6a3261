// Who is named together
//
// Actors that stand in the same sentence, those with most sentences first. It says that they are named together and
// nothing about what is between them: for that there is claims-between. Without an actor: in the newest articles.
//
// Parameters
//   actor (actor): only together with this actor
//   min_sentences (integer = 1): in at least so many sentences
//   newest (integer = 200): without an actor, look through so many of the newest articles
//   limit (integer = 25): at most so many rows
//
// Columns
//   actor (string): one of the two
//   other (string): the other
//   sentences (integer): in how many sentences
//   articles (integer): in how many articles
//   outlets (integer): of how many outlets
//   origins (integer): of how many origins: outlets that print the same report are one
//   first (date): first published
//   last (date): last published
//
// Example
//   kgraph query co-mentions --actor NATO

CALL {
  MATCH (a:Actor)
  WHERE a.id = $actor OR a.name = $actor
  MATCH (a)<-[:REFERS_TO]-(:Mention)-[:IN]->(s:Sentence)
  RETURN DISTINCT a, s
  UNION
  MATCH (article:Article)
  WHERE $actor IS NULL
  WITH article
  ORDER BY article.published IS NULL, article.published DESC, article.id
  LIMIT $newest
  MATCH (article)<-[:OF]-(s:Sentence)<-[:IN]-(:Mention)-[:REFERS_TO]->(a:Actor)
  RETURN DISTINCT a, s
}
MATCH (s)<-[:IN]-(:Mention)-[:REFERS_TO]->(b:Actor)
WHERE a.id <> b.id AND ($actor IS NOT NULL OR a.id < b.id)
WITH DISTINCT a, b, s
MATCH (s)-[:OF]->(article:Article)
WITH a, b,
  count(s) AS sentences,
  count(DISTINCT article.id) AS articles,
  count(DISTINCT article.outlet) AS outlets,
  count(DISTINCT article.storyOrigin) AS origins,
  min(article.published) AS first,
  max(article.published) AS last
WHERE sentences >= $min_sentences
RETURN
  a.name AS actor,
  b.name AS other,
  sentences,
  articles,
  outlets,
  origins,
  first,
  last
ORDER BY sentences DESC, articles DESC, actor, other, a.id, b.id
LIMIT $limit

// Sentences with these words
//
// The sentences that hold all of the words, those of the newest articles first, with the claims that were read in
// each. Without words: sentences that hold a claim, of this actor or of the newest 200 articles.
//
// Parameters
//   text (string): words that the sentence holds, in any order
//   actor (actor): only sentences that mention this actor
//   since (date): published on this day or later
//   until (date): published on this day or earlier
//   outlet (string): only what this outlet published
//   limit (integer = 25): at most so many rows
//
// Columns
//   sentence (string): the whole sentence
//   claims (list): what was read in it: who, what, whom, and how it stands
//   title (string): of the article
//   outlet (string): who published it
//   published (date): when
//   article_id (string): id of the article
//   number (integer): which sentence of the article, from 0
//
// Example
//   kgraph query search --text "gas prospecting"

CALL {
  UNWIND CASE WHEN $text IS NULL THEN [] ELSE [split(toLower($text), ' ')] END AS words
  MATCH (s:Sentence)
  WHERE all(word IN words WHERE toLower(s.text) CONTAINS word)
  MATCH (s)-[:OF]->(article:Article)
  RETURN s, article
  UNION
  UNWIND CASE WHEN $text IS NULL AND $actor IS NULL THEN [1] ELSE [] END AS anybody
  MATCH (article:Article)
  WHERE ($since IS NULL OR article.published >= date($since))
    AND ($until IS NULL OR article.published <= date($until))
    AND ($outlet IS NULL OR toLower(article.outlet) = toLower($outlet))
  WITH article
  ORDER BY article.published IS NULL, article.published DESC, article.id
  LIMIT 200
  MATCH (article)<-[:OF]-(s:Sentence)
  WHERE EXISTS { MATCH (s)<-[:EVIDENCE]-(:Claim) }
  RETURN s, article
  UNION
  UNWIND CASE WHEN $text IS NULL AND $actor IS NOT NULL THEN [1] ELSE [] END AS somebody
  MATCH (x:Actor)
  WHERE x.id = $actor OR x.name = $actor
  MATCH (x)<-[:REFERS_TO]-(:Mention)-[:IN]->(s:Sentence)-[:OF]->(article:Article)
  WHERE EXISTS { MATCH (s)<-[:EVIDENCE]-(:Claim) }
  RETURN DISTINCT s, article
}
WITH s, article
WHERE ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND ($outlet IS NULL OR toLower(article.outlet) = toLower($outlet))
  AND ($actor IS NULL OR EXISTS {
    MATCH (s)<-[:IN]-(:Mention)-[:REFERS_TO]->(x:Actor) WHERE x.id = $actor OR x.name = $actor
  })
WITH s, article
ORDER BY article.published IS NULL, article.published DESC, article.id, s.index
LIMIT $limit
RETURN
  s.text AS sentence,
  COLLECT {
    MATCH (s)<-[:EVIDENCE]-(c:Claim)
    WITH c,
      COLLECT { MATCH (c)-[:SUBJECT]->(n:Actor) RETURN n.name ORDER BY n.name, n.id } AS subjects,
      COLLECT { MATCH (c)-[:OBJECT]->(n:Actor) RETURN n.name ORDER BY n.name, n.id }
        + COLLECT { MATCH (c)-[:RECIPIENT]->(n:Actor) RETURN n.name ORDER BY n.name, n.id } AS targets,
      COLLECT {
    MATCH (c)-[by:SAID_BY]->(n:Actor)
    RETURN {order: by.order, name: n.name} ORDER BY by.order, n.name, n.id
  } AS said
    WITH c, subjects, targets,
      CASE WHEN c.modality = 'asserted' AND c.attributed THEN 'reported' ELSE c.modality END
    + CASE WHEN c.polarity = '-' THEN ', negated' ELSE '' END
    + CASE WHEN c.denied THEN ', denied' ELSE '' END
    + CASE WHEN c.superseded IS NOT NULL THEN ', ' + c.superseded ELSE '' END AS status,
      CASE
    WHEN size(said) > 0 THEN
      CASE WHEN said[0].order > 0 THEN 'somebody, citing ' ELSE '' END + reduce(
        words = said[0].name, i IN range(1, size(said) - 1) |
        words + CASE WHEN said[i].order = said[i - 1].order THEN ' and ' ELSE ', citing ' END + said[i].name)
    WHEN c.attributed THEN 'somebody'
  END AS speaker
    RETURN reduce(t = '', name IN subjects | t + CASE WHEN t = '' THEN '' ELSE ', ' END + name)
      + ' ' + coalesce(c.relation, c.predicate)
      + CASE WHEN size(targets) = 0 THEN '' ELSE ' ' END
      + reduce(t = '', name IN targets | t + CASE WHEN t = '' THEN '' ELSE ', ' END + name)
      + ' (' + status + CASE WHEN speaker IS NULL THEN '' ELSE ': ' + speaker END + ')'
    ORDER BY c.start, c.id
  } AS claims,
  article.title AS title,
  article.outlet AS outlet,
  article.published AS published,
  article.id AS article_id,
  s.index AS number
ORDER BY article.published IS NULL, article.published DESC, article.id, s.index

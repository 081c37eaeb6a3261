// The exact words of a claim and where they stand
//
// For each claim its words, the sentence around them, and their place: characters of the article's text, counted
// from 0.
//
// Parameters
//   claim (string): id of a claim
//   actor (actor): only claims in which this actor acts, is acted upon or speaks
//   article (string): id of an article
//   limit (integer = 25): at most so many rows
//
// Columns
//   claim (string): id of the claim
//   subject (list): who does it
//   relation (string): what, one of kgraph's relations, or the verb where none fits
//   object (list): to whom, or the words of the text where no actor is meant
//   recipient (list): who receives it
//   status (string): asserted (by the article itself), reported, alleged, demanded, intended ...; negated; denied
//   speaker (string): on whose word, outermost first; empty when it is the article's own
//   denied_by (list): who denies it; (of another telling): told elsewhere in the article
//   quote (string): the exact words
//   start (integer): where they begin in the article's text
//   end (integer): where they end
//   sentences (list): the whole sentences
//   title (string): of the article
//   outlet (string): who published it
//   published (date): when
//   url (string): where
//   article (string): id of the article
//   rule (string): the construction by which the claim was read
//   confidence (number): how sure the reading is, 0 to 1
//
// Example
//   kgraph query evidence --actor Erdogan

CALL {
  MATCH (c:Claim {id: $claim})
  RETURN c
  UNION ALL
  MATCH (c:Claim {article: $article})
  WHERE $claim IS NULL
  RETURN c
  UNION ALL
  MATCH (x:Actor)<-[:SUBJECT|OBJECT|RECIPIENT|SAID_BY]-(c:Claim)
  WHERE $claim IS NULL AND $article IS NULL AND (x.id = $actor OR x.name = $actor)
  RETURN DISTINCT c
  UNION ALL
  UNWIND CASE WHEN $claim IS NULL AND $article IS NULL AND $actor IS NULL THEN [1] ELSE [] END AS anything
  MATCH (c:Claim)
  RETURN c
}
WITH c
WHERE ($article IS NULL OR c.article = $article)
  AND ($actor IS NULL OR EXISTS {
    MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT|SAID_BY]->(x:Actor) WHERE x.id = $actor OR x.name = $actor
  })
WITH c
ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id
LIMIT $limit
WITH c, c.article AS article_id
OPTIONAL MATCH (article:Article {id: article_id})
WITH c, article,
  COLLECT { MATCH (c)-[:SUBJECT]->(n:Actor) RETURN n.name ORDER BY n.name, n.id } AS subjects,
  COLLECT { MATCH (c)-[:OBJECT]->(n:Actor) RETURN n.name ORDER BY n.name, n.id } AS objects,
  COLLECT { MATCH (c)-[:RECIPIENT]->(n:Actor) RETURN n.name ORDER BY n.name, n.id } AS recipients,
  COLLECT {
    MATCH (c)-[by:SAID_BY]->(n:Actor)
    RETURN {order: by.order, name: n.name} ORDER BY by.order, n.name, n.id
  } AS said,
  COLLECT {
    MATCH (c)-[by:DENIED_BY]->(n:Actor)
    RETURN DISTINCT n.name + CASE WHEN by.inferred THEN ' (of another telling)' ELSE '' END AS name ORDER BY name
  } AS deniers,
  COLLECT { MATCH (c)-[:EVIDENCE]->(s:Sentence) RETURN s.text ORDER BY s.start } AS sentences
RETURN
  c.id AS claim,
  subjects AS subject,
  coalesce(c.relation, c.predicate) AS relation,
  CASE WHEN size(objects) = 0 THEN c.what ELSE objects END AS object,
  recipients AS recipient,
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
  END AS speaker,
  CASE WHEN c.denied AND size(deniers) = 0 THEN ['somebody'] ELSE deniers END AS denied_by,
  c.text AS quote,
  c.start AS start,
  c.end AS end,
  sentences,
  article.title AS title,
  c.outlet AS outlet,
  c.published AS published,
  article.url AS url,
  c.article AS article,
  c.rule AS rule,
  c.confidence AS confidence
ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id

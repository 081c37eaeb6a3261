// Claims on the word of somebody who is not named
//
// Claims that rest on "two officials", "intelligence reports", or on somebody whom the text does not tell ("it was
// reported that"), the newest first.
//
// Parameters
//   about (actor): only claims in which this actor acts or is acted upon
//   since (date): published on this day or later
//   until (date): published on this day or earlier
//   outlet (string): only what this outlet published
//   limit (integer = 25): at most so many rows
//
// Columns
//   source (list): how the text calls the source; empty when it does not
//   subject (list): who is said to do it
//   relation (string): what, one of kgraph's relations, or the verb where none fits
//   object (list): to whom, or the words of the text where no actor is meant
//   recipient (list): who receives it
//   status (string): asserted (by the article itself), reported, alleged, demanded, intended ...; negated; denied
//   speaker (string): on whose word, outermost first; empty when it is the article's own
//   denied_by (list): who denies it; (of another telling): told elsewhere in the article
//   quote (string): the exact words
//   outlet (string): who published it
//   published (date): when
//   claim (string): id of the claim; kgraph query evidence --claim shows where it stands
//
// Example
//   kgraph query unnamed-sources --about Turkey

CALL {
  MATCH (:Unnamed)<-[:SAID_BY]-(c:Claim)
  RETURN c
  UNION
  MATCH (c:Claim)
  WHERE c.attributed AND NOT EXISTS { MATCH (c)-[:SAID_BY]->(:Actor) }
  RETURN c
}
WITH c
WHERE ($since IS NULL OR c.published >= date($since))
  AND ($until IS NULL OR c.published <= date($until))
  AND ($outlet IS NULL OR toLower(c.outlet) = toLower($outlet))
  AND ($about IS NULL OR EXISTS {
    MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT]->(x:Actor) WHERE x.id = $about OR x.name = $about
  })
WITH c
ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id
LIMIT $limit
WITH c,
  COLLECT { MATCH (c)-[u:SAID_BY]->(a:Unnamed) RETURN coalesce(u.as, a.name) ORDER BY u.order, a.id } AS source,
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
  } AS deniers
RETURN
  source,
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
  c.outlet AS outlet,
  c.published AS published,
  c.id AS claim
ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id

// What is said to go on between two actors
//
// Every claim in which one of the two acts and the other is acted upon, either way round, the newest first. With one
// actor: between it and anybody; with none: between any two.
//
// Parameters
//   actor (actor): one of the two
//   other (actor): the other
//   relation (string): only claims of this relation (ACCUSES, SENDS ...)
//   since (date): published on this day or later
//   until (date): published on this day or earlier
//   limit (integer = 25): at most so many rows
//
// Columns
//   subject (list): who does it
//   relation (string): what, one of kgraph's relations, or the verb where none fits
//   object (list): to whom, or the words of the text where no actor is meant
//   recipient (list): who receives it
//   status (string): asserted (by the article itself), reported, alleged, demanded, intended ...; negated; denied
//   speaker (string): on whose word, outermost first; empty when it is the article's own
//   denied_by (list): who denies it; (of another telling): told elsewhere in the article
//   quote (string): the exact words
//   tellings (integer): how many claims of the article say this, where it is more than one
//   outlet (string): who published it
//   published (date): when
//   claim (string): id of the claim; kgraph query evidence --claim shows where it stands
//
// Example
//   kgraph query claims-between --actor Armenia --other Turkey

CALL {
  MATCH (one:Actor)<-[:SUBJECT|OBJECT|RECIPIENT]-(c:Claim)
  WHERE one.id = coalesce($actor, $other) OR one.name = coalesce($actor, $other)
  WITH DISTINCT one, c
  MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT]->(two:Actor)
  WHERE two.id <> one.id
    AND ($actor IS NULL OR $other IS NULL OR two.id = $other OR two.name = $other)
    AND EXISTS { MATCH (c)-[:SUBJECT]->(acts:Actor) WHERE acts.id IN [one.id, two.id] }
  RETURN DISTINCT c
  UNION ALL
  UNWIND CASE WHEN coalesce($actor, $other) IS NULL THEN [1] ELSE [] END AS anybody
  MATCH (one:Actor)<-[:SUBJECT]-(c:Claim)-[:SUBJECT|OBJECT|RECIPIENT]->(two:Actor)
  WHERE two.id <> one.id
  RETURN DISTINCT c
}
WITH c
WHERE c.repeats IS NULL
  AND ($relation IS NULL OR c.relation = toUpper($relation))
  AND ($since IS NULL OR c.published >= date($since))
  AND ($until IS NULL OR c.published <= date($until))
WITH c
ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id
LIMIT $limit
WITH c,
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
  CASE WHEN c.tellings > 1 THEN c.tellings END AS tellings,
  c.outlet AS outlet,
  c.published AS published,
  c.id AS claim
ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id

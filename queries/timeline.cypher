// What happened when, and on whose word
//
// Claims in the order of the days they speak of: the time that the text gives, else the day of publication.
// Everything has its status: what is demanded, intended or denied stands there as that. Claims without any date are
// left out.
//
// Parameters
//   actor (actor): only claims in which this actor acts or is acted upon
//   other (actor): and this one too
//   relation (string): only claims of this relation (ACCUSES, SENDS ...)
//   since (date): on this day or later
//   until (date): on this day or earlier
//   outlet (string): only what this outlet published
//   limit (integer = 50): at most so many rows
//
// Columns
//   day (date): the first day that the claim speaks of
//   until_day (date): the last day, where the text gives a time
//   dated_by (string): text: by words like "on Monday"; publication: by the day of the article
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
//   kgraph query timeline --actor Azerbaijan --since 2020-09

CALL {
  MATCH (x:Actor)<-[:SUBJECT|OBJECT|RECIPIENT]-(c:Claim)
  WHERE x.id = $actor OR x.name = $actor
  RETURN DISTINCT c
  UNION ALL
  UNWIND CASE WHEN $actor IS NULL THEN [1] ELSE [] END AS anybody
  MATCH (c:Claim)
  RETURN c
}
WITH c
WHERE c.repeats IS NULL
  AND ($relation IS NULL OR c.relation = toUpper($relation))
  AND ($outlet IS NULL OR toLower(c.outlet) = toLower($outlet))
  AND ($other IS NULL OR EXISTS {
    MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT]->(y:Actor) WHERE y.id = $other OR y.name = $other
  })
WITH c, coalesce(c.timeStart, c.timeEnd, c.published) AS day
WHERE day IS NOT NULL
  AND ($since IS NULL OR coalesce(c.timeEnd, day) >= date($since))
  AND ($until IS NULL OR day <= date($until))
WITH c, day
ORDER BY day, c.published, c.article, c.start, c.id
LIMIT $limit
WITH c, day,
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
  day,
  c.timeEnd AS until_day,
  CASE WHEN c.timeStart IS NULL AND c.timeEnd IS NULL THEN 'publication' ELSE 'text' END AS dated_by,
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
ORDER BY day, c.published, c.article, c.start, c.id

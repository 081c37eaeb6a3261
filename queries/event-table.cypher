// Events with their codes, for a spreadsheet
//
// One row for each source and target of a claim, with PLOVER and CAMEO codes, the newest first. Only what is said to
// have happened; --all true adds what is negated, demanded, intended or conditional, and the columns polarity and
// modality tell it apart.
//
// Parameters
//   actor (actor): only with this actor as source or target
//   plover (string): only this PLOVER event type (ACCUSE, THREATEN ...)
//   all (boolean = false): also what is negated, demanded, urged, intended, conditional, of purpose or evaluation
//   since (date): published on this day or later
//   until (date): published on this day or earlier
//   outlet (string): only what this outlet published
//   limit (integer = 50): at most so many rows
//
// Columns
//   day (date): the first day that the claim speaks of, else the day of publication
//   source (string): who acts
//   source_code (string): country and role
//   target (string): who is acted upon
//   target_code (string): country and role
//   relation (string): what, one of kgraph's relations, or the verb where none fits
//   plover (string): PLOVER event type
//   mode (string): PLOVER mode
//   cameo (string): CAMEO code
//   quad (integer): 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
//   polarity (string): + or -
//   modality (string): asserted, reported, alleged, quoted, presupposed, demanded, intended ...
//   status (string): both in words, with the denial
//   speaker (string): on whose word, outermost first; empty when it is the article's own
//   denied_by (list): who denies it; (of another telling): told elsewhere in the article
//   quote (string): the exact words
//   outlet (string): who published it
//   published (date): when
//   claim (string): id of the claim; kgraph query evidence --claim shows where it stands
//
// Example
//   kgraph query event-table --since 2020 --limit 1000 --format csv

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
WHERE ($plover IS NULL OR c.plover = toUpper($plover))
  AND ($since IS NULL OR c.published >= date($since))
  AND ($until IS NULL OR c.published <= date($until))
  AND ($outlet IS NULL OR toLower(c.outlet) = toLower($outlet))
  AND ($all OR c.plover IS NOT NULL AND
    c.polarity = '+' AND NOT c.modality IN ['demanded', 'urged', 'intended', 'conditional', 'purpose', 'evaluation'])
WITH c
ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id
LIMIT $limit
OPTIONAL MATCH (c)-[:SUBJECT]->(a:Actor)
OPTIONAL MATCH (c)-[:RECIPIENT]->(recipient:Actor)
OPTIONAL MATCH (c)-[:OBJECT]->(object:Actor)
// "Lavrov and Kerry met": each is the other's target
OPTIONAL MATCH (c)-[:SUBJECT]->(other:Actor)
WHERE other.id <> a.id
  AND c.relation IN ['AGREES', 'ALLY_OF', 'CALLS', 'COOPERATES', 'FIGHTS', 'MEETS', 'NEGOTIATES', 'SIGNS', 'TRADES']
WITH DISTINCT c, a, coalesce(recipient, object, other) AS b
ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id, a.id, b.id
LIMIT $limit
WITH c, a, b,
  COLLECT {
    MATCH (c)-[by:SAID_BY]->(n:Actor)
    RETURN {order: by.order, name: n.name} ORDER BY by.order, n.name, n.id
  } AS said,
  COLLECT {
    MATCH (c)-[by:DENIED_BY]->(n:Actor)
    RETURN DISTINCT n.name + CASE WHEN by.inferred THEN ' (of another telling)' ELSE '' END AS name ORDER BY name
  } AS deniers
RETURN
  coalesce(c.timeStart, c.timeEnd, c.published) AS day,
  a.name AS source,
  a.code AS source_code,
  b.name AS target,
  b.code AS target_code,
  coalesce(c.relation, c.predicate) AS relation,
  c.plover AS plover,
  c.mode AS mode,
  c.cameo AS cameo,
  c.quad AS quad,
  c.polarity AS polarity,
  c.modality AS modality,
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
ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id, a.id, b.id

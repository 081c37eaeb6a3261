// What rests on one report alone
//
// Relations between two actors that have one origin: one outlet alone claims them, or several that print the same
// report. The newest first, with the latest of these claims. Negated, demanded, intended and conditional claims do not
// count.
//
// Parameters
//   actor (actor): only relations of this actor
//   relation (string): only this relation (ACCUSES, SENDS ...)
//   outlet (string): only what this outlet published
//   limit (integer = 25): at most so many rows
//
// Columns
//   subject (string): who does it
//   relation (string): what
//   object (string): to whom
//   claims (integer): how many claims, all of the same origin
//   origin (string): whose report it likely is; empty when nobody can know
//   outlets (list): which outlets printed it
//   status (string): asserted (by the article itself), reported, alleged, demanded, intended ...; negated; denied
//   speaker (string): on whose word, outermost first; empty when it is the article's own
//   denied_by (list): who denies it; (of another telling): told elsewhere in the article
//   quote (string): the exact words of the latest of these claims
//   outlet (string): who published that claim
//   published (date): when
//   claim (string): id of that claim
//
// Example
//   kgraph query single-source --actor Turkey --relation sends

MATCH (one:Actor)-[r]->(two:Actor)
WHERE r.derived AND r.origins <= 1
  AND ($actor IS NULL OR $actor IN [one.id, one.name, two.id, two.name])
  AND ($relation IS NULL OR type(r) = toUpper($relation))
  AND ($outlet IS NULL OR EXISTS {
    MATCH (one)<-[:SUBJECT]-(o:Claim)-[:SUBJECT|OBJECT|RECIPIENT]->(two)
    WHERE o.relation = type(r) AND toLower(o.outlet) = toLower($outlet)
  })
WITH one, r, two
ORDER BY r.last IS NULL, r.last DESC, one.name, type(r), two.name, one.id, two.id
LIMIT $limit
WITH one, r, two,
  head(COLLECT {
    MATCH (one)<-[:SUBJECT]-(c:Claim)-[:SUBJECT|OBJECT|RECIPIENT]->(two)
    WHERE c.relation = type(r)
      AND c.polarity = '+'
      AND NOT c.modality IN ['demanded', 'urged', 'intended', 'conditional', 'purpose', 'evaluation']
    RETURN c ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id LIMIT 1
  }) AS c
WITH one, r, two, c,
  COLLECT {
    MATCH (c)-[by:SAID_BY]->(n:Actor)
    RETURN {order: by.order, name: n.name} ORDER BY by.order, n.name, n.id
  } AS said,
  COLLECT {
    MATCH (c)-[by:DENIED_BY]->(n:Actor)
    RETURN DISTINCT n.name + CASE WHEN by.inferred THEN ' (of another telling)' ELSE '' END AS name ORDER BY name
  } AS deniers
RETURN
  one.name AS subject,
  type(r) AS relation,
  two.name AS object,
  r.claims AS claims,
  head(coalesce(r.originNames, [])) AS origin,
  coalesce(r.outletNames, []) AS outlets,
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
ORDER BY r.last IS NULL, r.last DESC, subject, relation, object, one.id, two.id

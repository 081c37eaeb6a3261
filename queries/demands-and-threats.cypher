// Who demands, threatens and promises what
//
// Demands (also urging and asking), threats (also warnings) and promises, each apart, the newest first, with what is
// wanted or announced in the words of the text: it has not happened. Demands that were not made are left out.
//
// Parameters
//   actor (actor): only what this actor demands, threatens or promises, or is told
//   kind (string): only demand, threat or promise
//   since (date): published on this day or later
//   until (date): published on this day or earlier
//   outlet (string): only what this outlet published
//   limit (integer = 25): at most so many rows
//
// Columns
//   kind (string): demand, threat or promise
//   who (list): who makes it
//   relation (string): DEMANDS, URGES, ASKS, THREATENS, WARNS or PROMISES
//   to (list): to whom
//   what (list): what is wanted or announced, in the words of the text
//   status (string): of the demand, threat or promise: asserted when the article itself says that it was made; denied
//   speaker (string): on whose word we have it, outermost first; empty when it is the article's own
//   denied_by (list): who denies it; (of another telling): told elsewhere in the article
//   quote (string): the exact words
//   tellings (integer): how many claims of the article say this, where it is more than one
//   outlet (string): who published it
//   published (date): when
//   claim (string): id of the claim; kgraph query evidence --claim shows where it stands
//
// Example
//   kgraph query demands-and-threats --actor Turkey --kind demand

MATCH (c:Claim)
WHERE c.relation IN ['DEMANDS', 'URGES', 'ASKS', 'THREATENS', 'WARNS', 'PROMISES']
  AND c.repeats IS NULL AND c.polarity = '+'
  AND NOT c.modality IN ['demanded', 'urged', 'intended', 'conditional', 'purpose', 'evaluation']
  AND ($since IS NULL OR c.published >= date($since))
  AND ($until IS NULL OR c.published <= date($until))
  AND ($outlet IS NULL OR toLower(c.outlet) = toLower($outlet))
  AND ($actor IS NULL OR EXISTS {
    MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT]->(x:Actor) WHERE x.id = $actor OR x.name = $actor
  })
WITH c,
  CASE
    WHEN c.relation IN ['DEMANDS', 'URGES', 'ASKS'] THEN 'demand'
    WHEN c.relation = 'PROMISES' THEN 'promise'
    ELSE 'threat'
  END AS kind
WHERE $kind IS NULL OR kind = toLower($kind)
WITH c, kind
ORDER BY kind, c.published IS NULL, c.published DESC, c.article, c.start, c.id
LIMIT $limit
WITH c, kind,
  COLLECT { MATCH (c)-[:SUBJECT]->(n:Actor) RETURN n.name ORDER BY n.name, n.id } AS subjects,
  COLLECT { MATCH (c)-[:OBJECT|RECIPIENT]->(n:Actor) RETURN DISTINCT n.name AS name ORDER BY name } AS targets,
  COLLECT {
    MATCH (c)-[by:SAID_BY]->(n:Actor)
    RETURN {order: by.order, name: n.name} ORDER BY by.order, n.name, n.id
  } AS said,
  COLLECT {
    MATCH (c)-[by:DENIED_BY]->(n:Actor)
    RETURN DISTINCT n.name + CASE WHEN by.inferred THEN ' (of another telling)' ELSE '' END AS name ORDER BY name
  } AS deniers
RETURN
  kind,
  subjects AS who,
  c.relation AS relation,
  targets AS to,
  c.what AS what,
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
ORDER BY kind, c.published IS NULL, c.published DESC, c.article, c.start, c.id

// Who sends what to whom
//
// Arms, aid, troops and goods that are said to go from one actor to another, the newest first, with what they are
// called in the text. Shipments that are only demanded, intended or conditional, or said not to have taken place,
// are left out.
//
// Parameters
//   actor (actor): only what this actor sends or receives
//   since (date): published on this day or later
//   until (date): published on this day or earlier
//   outlet (string): only what this outlet published
//   limit (integer = 25): at most so many rows
//
// Columns
//   sender (list): who sends
//   relation (string): SENDS, ARMS, AIDS, TRADES or DEPLOYS
//   what (list): what, in the words of the text
//   receiver (list): to whom
//   status (string): asserted (by the article itself), reported, alleged, quoted; denied
//   speaker (string): on whose word, outermost first; empty when it is the article's own
//   denied_by (list): who denies it; (of another telling): told elsewhere in the article
//   quote (string): the exact words
//   tellings (integer): how many claims of the article say this, where it is more than one
//   outlet (string): who published it
//   published (date): when
//   claim (string): id of the claim; kgraph query evidence --claim shows where it stands
//
// Example
//   kgraph query who-sends-what --actor Azerbaijan

MATCH (c:Claim)
WHERE c.relation IN ['SENDS', 'ARMS', 'AIDS', 'TRADES', 'DEPLOYS']
  AND c.repeats IS NULL AND c.polarity = '+'
  AND NOT c.modality IN ['demanded', 'urged', 'intended', 'conditional', 'purpose', 'evaluation']
  AND ($since IS NULL OR c.published >= date($since))
  AND ($until IS NULL OR c.published <= date($until))
  AND ($outlet IS NULL OR toLower(c.outlet) = toLower($outlet))
  AND ($actor IS NULL OR EXISTS {
    MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT]->(x:Actor) WHERE x.id = $actor OR x.name = $actor
  })
WITH c
ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id
LIMIT $limit
WITH c,
  COLLECT { MATCH (c)-[:SUBJECT]->(n:Actor) RETURN n.name ORDER BY n.name, n.id } AS subjects,
  COLLECT { MATCH (c)-[o:OBJECT]->(a:Actor) RETURN coalesce(o.as, a.name) AS name ORDER BY name, a.id } AS words,
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
  subjects AS sender,
  c.relation AS relation,
  CASE
    WHEN size(words) = 0 OR (size(recipients) = 0 AND c.relation IN ['ARMS', 'AIDS', 'TRADES']) THEN c.what
    ELSE words
  END AS what,
  CASE
    WHEN size(recipients) = 0 AND c.relation IN ['ARMS', 'AIDS', 'TRADES'] THEN objects
    ELSE recipients
  END AS receiver,
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

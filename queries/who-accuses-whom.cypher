// Who accuses whom, and of what
//
// Every accusation, the newest first: who accuses, who is accused, of what in the words of the text, and who denies
// it. What somebody is accused of is alleged, never fact. Accusations that were not made (negated, only demanded or
// conditional) are left out.
//
// Parameters
//   actor (actor): only accusations by or against this actor
//   accuser (actor): only accusations by this actor
//   accused (actor): only accusations against this actor
//   since (date): published on this day or later
//   until (date): published on this day or earlier
//   outlet (string): only what this outlet published
//   limit (integer = 25): at most so many rows
//
// Columns
//   accuser (list): who accuses
//   accused (list): who is accused
//   of (list): of what, in the words of the text
//   status (string): of the accusation: asserted when the article itself says that it was made; reported ...
//   speaker (string): on whose word we have the accusation, outermost first; empty when it is the article's own
//   denied_by (list): who denies what is alleged; (of another telling): told elsewhere in the article
//   quote (string): the exact words
//   tellings (integer): how many claims of the article say this, where it is more than one
//   outlet (string): who published it
//   published (date): when
//   claim (string): id of the claim; kgraph query evidence --claim shows where it stands
//
// Example
//   kgraph query who-accuses-whom --accused Ankara

MATCH (c:Claim {relation: 'ACCUSES'})
WHERE c.repeats IS NULL AND c.polarity = '+'
  AND NOT c.modality IN ['demanded', 'urged', 'intended', 'conditional', 'purpose', 'evaluation']
  AND ($since IS NULL OR c.published >= date($since))
  AND ($until IS NULL OR c.published <= date($until))
  AND ($outlet IS NULL OR toLower(c.outlet) = toLower($outlet))
  AND ($actor IS NULL OR EXISTS {
    MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT]->(x:Actor) WHERE x.id = $actor OR x.name = $actor
  })
  AND ($accuser IS NULL OR EXISTS { MATCH (c)-[:SUBJECT]->(x:Actor) WHERE x.id = $accuser OR x.name = $accuser })
  AND ($accused IS NULL OR EXISTS {
    MATCH (c)-[:OBJECT|RECIPIENT]->(x:Actor) WHERE x.id = $accused OR x.name = $accused
  })
WITH c
ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id
LIMIT $limit
WITH c,
  COLLECT { MATCH (c)-[:SUBJECT]->(n:Actor) RETURN n.name ORDER BY n.name, n.id } AS subjects,
  COLLECT { MATCH (c)-[:OBJECT|RECIPIENT]->(n:Actor) RETURN DISTINCT n.name AS name ORDER BY name } AS targets,
  COLLECT {
    MATCH (c)-[by:SAID_BY]->(n:Actor)
    RETURN {order: by.order, name: n.name} ORDER BY by.order, n.name, n.id
  } AS said,
  COLLECT {
    MATCH (c)-[:CONTENT*0..1]->(:Claim)-[d:DENIED_BY]->(a:Actor)
    RETURN DISTINCT a.name + CASE WHEN d.inferred THEN ' (of another telling)' ELSE '' END AS name ORDER BY name
  } AS deniers
RETURN
  subjects AS accuser,
  targets AS accused,
  c.what AS of,
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
  deniers AS denied_by,
  c.text AS quote,
  CASE WHEN c.tellings > 1 THEN c.tellings END AS tellings,
  c.outlet AS outlet,
  c.published AS published,
  c.id AS claim
ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id

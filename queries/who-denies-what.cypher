// Who denies what
//
// Every denial, the newest first: who denies, what is denied in the words of the text, and on whose word we have
// what is denied. Denials that were not made ("did not deny") are left out.
//
// Parameters
//   actor (actor): only denials by this actor
//   since (date): published on this day or later
//   until (date): published on this day or earlier
//   outlet (string): only what this outlet published
//   limit (integer = 25): at most so many rows
//
// Columns
//   denier (list): who denies
//   denied (list): what, in the words of the text
//   said_by (list): who had said it, outermost first in each chain; empty when it was the article itself
//   status (string): of the denial: asserted when the article itself says that it was made, reported when somebody does
//   speaker (string): on whose word we have the denial, outermost first; empty when it is the article's own
//   quote (string): the exact words
//   tellings (integer): how many claims of the article say this, where it is more than one
//   outlet (string): who published it
//   published (date): when
//   claim (string): id of the claim; kgraph query evidence --claim shows where it stands
//
// Example
//   kgraph query who-denies-what --actor Baku

MATCH (c:Claim {relation: 'DENIES'})
WHERE c.repeats IS NULL AND c.polarity = '+'
  AND NOT c.modality IN ['demanded', 'urged', 'intended', 'conditional', 'purpose', 'evaluation']
  AND ($since IS NULL OR c.published >= date($since))
  AND ($until IS NULL OR c.published <= date($until))
  AND ($outlet IS NULL OR toLower(c.outlet) = toLower($outlet))
  AND ($actor IS NULL OR EXISTS { MATCH (c)-[:SUBJECT]->(x:Actor) WHERE x.id = $actor OR x.name = $actor })
WITH c
ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id
LIMIT $limit
WITH c,
  COLLECT { MATCH (c)-[:SUBJECT]->(n:Actor) RETURN n.name ORDER BY n.name, n.id } AS subjects,
  COLLECT { MATCH (c)-[:OBJECT]->(n:Actor) RETURN n.name ORDER BY n.name, n.id } AS objects,
  COLLECT {
    MATCH (c)-[:CONTENT]->(:Claim)-[s:SAID_BY]->(a:Actor)
    WITH a.name AS name, min(s.order) AS place
    RETURN name ORDER BY place, name
  } AS said_by,
  COLLECT {
    MATCH (c)-[by:SAID_BY]->(n:Actor)
    RETURN {order: by.order, name: n.name} ORDER BY by.order, n.name, n.id
  } AS said
RETURN
  subjects AS denier,
  CASE WHEN size(c.what) = 0 THEN objects ELSE c.what END AS denied,
  said_by,
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
  c.text AS quote,
  CASE WHEN c.tellings > 1 THEN c.tellings END AS tellings,
  c.outlet AS outlet,
  c.published AS published,
  c.id AS claim
ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id

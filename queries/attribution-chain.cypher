// By whose mouth a claim reaches us
//
// Claims that come on somebody's word, those with the longest chain first: "Macron, citing intelligence reports".
// The outlet prints the whole chain and never stands in it.
//
// Parameters
//   actor (actor): only chains in which this actor speaks
//   min_links (integer = 1): only chains of at least so many links
//   since (date): published on this day or later
//   until (date): published on this day or earlier
//   outlet (string): only what this outlet published
//   limit (integer = 25): at most so many rows
//
// Columns
//   chain (string): who says so, outermost first
//   links (integer): how many links
//   words (list): the words of the text that give each link: "claimed", "had affirmed"
//   subject (list): who is said to do it
//   relation (string): what, one of kgraph's relations, or the verb where none fits
//   object (list): to whom, or the words of the text where no actor is meant
//   recipient (list): who receives it
//   status (string): reported, alleged, quoted, demanded, intended ...; negated; denied
//   denied_by (list): who denies it; (of another telling): told elsewhere in the article
//   quote (string): the exact words
//   outlet (string): who published it
//   published (date): when
//   claim (string): id of the claim; kgraph query evidence --claim shows where it stands
//
// Example
//   kgraph query attribution-chain --actor Macron

CALL {
  MATCH (x:Actor)<-[:SAID_BY]-(c:Claim)
  WHERE x.id = $actor OR x.name = $actor
  RETURN DISTINCT c
  UNION ALL
  UNWIND CASE WHEN $actor IS NULL THEN [1] ELSE [] END AS anybody
  MATCH (c:Claim)
  WHERE c.attributed
  RETURN c
}
WITH c
WHERE ($since IS NULL OR c.published >= date($since))
  AND ($until IS NULL OR c.published <= date($until))
  AND ($outlet IS NULL OR toLower(c.outlet) = toLower($outlet))
MATCH (c)-[l:SAID_BY]->(:Actor)
WITH c, max(l.order) + 1 AS links
WHERE links >= $min_links
WITH c, links
ORDER BY links DESC, c.published IS NULL, c.published DESC, c.article, c.start, c.id
LIMIT $limit
WITH c, links,
  COLLECT { MATCH (c)-[:SUBJECT]->(n:Actor) RETURN n.name ORDER BY n.name, n.id } AS subjects,
  COLLECT { MATCH (c)-[:OBJECT]->(n:Actor) RETURN n.name ORDER BY n.name, n.id } AS objects,
  COLLECT { MATCH (c)-[:RECIPIENT]->(n:Actor) RETURN n.name ORDER BY n.name, n.id } AS recipients,
  COLLECT {
    MATCH (c)-[s:SAID_BY]->(:Actor)
    WITH s.order AS place, s.cue AS cue
    WHERE cue IS NOT NULL
    WITH DISTINCT place, cue
    RETURN cue ORDER BY place, cue
  } AS words,
  COLLECT {
    MATCH (c)-[by:SAID_BY]->(n:Actor)
    RETURN {order: by.order, name: n.name} ORDER BY by.order, n.name, n.id
  } AS said,
  COLLECT {
    MATCH (c)-[by:DENIED_BY]->(n:Actor)
    RETURN DISTINCT n.name + CASE WHEN by.inferred THEN ' (of another telling)' ELSE '' END AS name ORDER BY name
  } AS deniers
RETURN
  CASE WHEN said[0].order > 0 THEN 'somebody, citing ' ELSE '' END + reduce(
    words = said[0].name, i IN range(1, size(said) - 1) |
    words + CASE WHEN said[i].order = said[i - 1].order THEN ' and ' ELSE ', citing ' END + said[i].name) AS chain,
  links,
  words,
  subjects AS subject,
  coalesce(c.relation, c.predicate) AS relation,
  CASE WHEN size(objects) = 0 THEN c.what ELSE objects END AS object,
  recipients AS recipient,
  CASE WHEN c.modality = 'asserted' AND c.attributed THEN 'reported' ELSE c.modality END
    + CASE WHEN c.polarity = '-' THEN ', negated' ELSE '' END
    + CASE WHEN c.denied THEN ', denied' ELSE '' END
    + CASE WHEN c.superseded IS NOT NULL THEN ', ' + c.superseded ELSE '' END AS status,
  CASE WHEN c.denied AND size(deniers) = 0 THEN ['somebody'] ELSE deniers END AS denied_by,
  c.text AS quote,
  c.outlet AS outlet,
  c.published AS published,
  c.id AS claim
ORDER BY links DESC, c.published IS NULL, c.published DESC, c.article, c.start, c.id

// What is said and denied, or said both ways
//
// Two tellings that cannot both hold, the newest first: a claim and its denial, or two claims of the same subject,
// relation and target of which one is negated. What is only demanded, intended or conditional can be denied (see its
// status) and is never one side of what is said both ways.
//
// Parameters
//   actor (actor): only where this actor acts, is acted upon, speaks or denies
//   since (date): one of the two published on this day or later
//   until (date): one of the two published on this day or earlier
//   limit (integer = 25): at most so many rows
//
// Columns
//   how (string): denied, denied (of another telling), or said both ways
//   subject (list): who is said to do it
//   relation (string): what, one of kgraph's relations, or the verb where none fits
//   target (list): to whom
//   status (string): of the claim: asserted (by the article itself), reported, alleged, intended ...; denied
//   speaker (string): on whose word, outermost first; empty when it is the article's own
//   against (string): who denies it, or who says the opposite; the outlet when it is the article's own word
//   quote (string): the exact words
//   counter_quote (string): the exact words against it
//   outlet (string): who published the claim
//   published (date): when
//   counter_outlet (string): who published what is against it
//   counter_published (date): when
//   claim (string): id of the claim
//   counter_claim (string): id of the claim against it
//
// Example
//   kgraph query contradictions --actor Turkey

CALL {
  MATCH (c:Claim)-[d:DENIED_BY]->(who:Actor)
  WITH c, d.claim AS denial, who.name AS against,
    CASE WHEN d.inferred THEN 'denied (of another telling)' ELSE 'denied' END AS how
  OPTIONAL MATCH (k:Claim {id: denial})
  RETURN c, k, against, how
  UNION
  // one pass over what is said to be so or not so, by subject, relation, target and words
  MATCH (c:Claim)-[:SUBJECT]->(a:Actor)
  MATCH (c)-[:OBJECT|RECIPIENT]->(t:Actor)
  WHERE c.relation IS NOT NULL
    AND NOT c.modality IN ['demanded', 'urged', 'intended', 'conditional', 'purpose', 'evaluation']
  WITH a.id AS subject, c.relation AS relation, t.id AS target, coalesce(toLower(c.theme), '') AS words,
    collect(CASE WHEN c.polarity = '-' THEN c END) AS negated,
    collect(CASE WHEN c.polarity = '+' THEN c END) AS told
  WHERE size(negated) > 0 AND size(told) > 0
  UNWIND told AS c
  UNWIND negated AS k
  WITH DISTINCT c, k
  RETURN c, k,
    CASE
      WHEN NOT k.attributed THEN k.outlet
      ELSE coalesce(
        head(COLLECT { MATCH (k)-[s:SAID_BY]->(b:Actor) RETURN b.name ORDER BY s.order, b.name, b.id }), 'somebody')
    END AS against,
    'said both ways' AS how
}
WITH c, k, against, how
WHERE c.repeats IS NULL
  AND ($actor IS NULL OR EXISTS {
    MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT|SAID_BY|DENIED_BY]->(x:Actor) WHERE x.id = $actor OR x.name = $actor
  })
  AND ($since IS NULL OR c.published >= date($since) OR k.published >= date($since))
  AND ($until IS NULL OR c.published <= date($until) OR k.published <= date($until))
WITH c, k, against, how
ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id, how, against, k.id
LIMIT $limit
WITH c, k, against, how,
  COLLECT { MATCH (c)-[:SUBJECT]->(n:Actor) RETURN n.name ORDER BY n.name, n.id } AS subjects,
  COLLECT { MATCH (c)-[:OBJECT|RECIPIENT]->(n:Actor) RETURN DISTINCT n.name AS name ORDER BY name } AS targets,
  COLLECT {
    MATCH (c)-[by:SAID_BY]->(n:Actor)
    RETURN {order: by.order, name: n.name} ORDER BY by.order, n.name, n.id
  } AS said
RETURN
  how,
  subjects AS subject,
  coalesce(c.relation, c.predicate) AS relation,
  targets AS target,
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
  against,
  c.text AS quote,
  k.text AS counter_quote,
  c.outlet AS outlet,
  c.published AS published,
  k.outlet AS counter_outlet,
  k.published AS counter_published,
  c.id AS claim,
  k.id AS counter_claim
ORDER BY c.published IS NULL, c.published DESC, c.article, c.start, c.id, how, against, k.id

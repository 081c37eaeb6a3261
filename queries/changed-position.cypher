// Who has changed sides
//
// Two ways to turn, the newest turn first: an actor that was for another (supports, praises, recognises ...) and
// later is against it (criticises, rejects, threatens ...), or the other way round; and an actor that denied
// something in one article and says it in a later one. Each with both wordings, to be judged by eye.
//
// Parameters
//   actor (actor): only turns of this actor
//   toward (actor): only turns toward this actor
//   limit (integer = 25): at most so many rows
//
// Columns
//   actor (string): who turned
//   toward (string): toward whom; empty for something denied and then said
//   turn (string): for, then against; against, then for; denied, then said; said, then denied
//   before (string): the relation at first
//   before_status (string): of that claim: asserted (by the article itself), reported, alleged, quoted; negated; denied
//   before_quote (string): its exact words
//   before_outlet (string): who published it
//   before_published (date): when
//   after (string): the relation later
//   after_status (string): of that claim
//   after_quote (string): its exact words
//   after_outlet (string): who published it
//   after_published (date): when
//   before_claim (string): id of the first claim
//   after_claim (string): id of the later claim
//
// Example
//   kgraph query changed-position --actor Borland

CALL {
  // the same actor toward the same other, with claims of both signs
  MATCH (c:Claim)
  WHERE c.relation IN [
      'AGREES', 'AIDS', 'ALLY_OF', 'APOLOGIZES', 'COOPERATES', 'PRAISES', 'RECOGNIZES', 'SIGNS', 'SUPPORTS',
      'ACCUSES', 'ATTACKS', 'CRITICIZES', 'EXPELS', 'PROTESTS', 'REJECTS', 'SANCTIONS', 'THREATENS', 'VETOES'
    ]
    AND c.polarity = '+' AND NOT c.modality IN ['demanded', 'urged', 'intended', 'conditional', 'purpose', 'evaluation']
    AND c.published IS NOT NULL
  MATCH (c)-[:SUBJECT]->(a:Actor)
  MATCH (c)-[:OBJECT|RECIPIENT]->(b:Actor)
  WHERE ($actor IS NULL OR a.id = $actor OR a.name = $actor)
    AND ($toward IS NULL OR b.id = $toward OR b.name = $toward)
  WITH DISTINCT a, b, c,
    CASE
      WHEN c.relation IN ['AGREES', 'AIDS', 'ALLY_OF', 'APOLOGIZES', 'COOPERATES', 'PRAISES', 'RECOGNIZES',
        'SIGNS', 'SUPPORTS']
      THEN 'for' ELSE 'against'
    END AS side
  ORDER BY c.published, c.article, c.start, c.id
  WITH a, b, collect({claim: c, side: side}) AS told
  UNWIND range(1, size(told) - 1) AS i
  WITH a, b, told[i - 1] AS before, told[i] AS after
  WHERE before.side <> after.side
  RETURN a, b.name AS toward, before.side + ', then ' + after.side AS turn, before.claim AS c1, after.claim AS c2
  UNION
  // denied by the actor in one article, and on the actor's word in another
  MATCH (a:Actor)<-[d:DENIED_BY]-(:Claim)
  WHERE NOT d.inferred AND $toward IS NULL AND ($actor IS NULL OR a.id = $actor OR a.name = $actor)
  WITH DISTINCT a
  MATCH (a)<-[r:DENIED_BY|SAID_BY]-(c:Claim)
  WHERE c.relation IS NOT NULL AND c.published IS NOT NULL
    AND (type(r) = 'DENIED_BY' AND NOT r.inferred OR type(r) = 'SAID_BY' AND NOT c.denied AND c.polarity = '+'
      AND NOT c.modality IN ['demanded', 'urged', 'intended', 'conditional', 'purpose', 'evaluation'])
  MATCH (c)-[:SUBJECT]->(x:Actor)
  MATCH (c)-[:OBJECT|RECIPIENT]->(t:Actor)
  WITH a, x.id AS subject, c.relation AS relation, t.id AS target,
    collect(DISTINCT CASE WHEN type(r) = 'DENIED_BY' THEN c END) AS denials,
    collect(DISTINCT CASE WHEN type(r) = 'SAID_BY' THEN c END) AS tellings
  UNWIND denials AS denied
  UNWIND tellings AS said
  WITH DISTINCT a, denied, said
  WHERE denied.article <> said.article AND denied.published <> said.published
  RETURN a, null AS toward,
    CASE WHEN denied.published < said.published THEN 'denied, then said' ELSE 'said, then denied' END AS turn,
    CASE WHEN denied.published < said.published THEN denied ELSE said END AS c1,
    CASE WHEN denied.published < said.published THEN said ELSE denied END AS c2
}
WITH a, toward, turn, c1, c2
ORDER BY c2.published DESC, a.name, toward, c1.id, c2.id, a.id
LIMIT $limit
RETURN
  a.name AS actor,
  toward,
  turn,
  c1.relation AS before,
  CASE WHEN c1.modality = 'asserted' AND c1.attributed THEN 'reported' ELSE c1.modality END
    + CASE WHEN c1.polarity = '-' THEN ', negated' ELSE '' END
    + CASE WHEN c1.denied THEN ', denied' ELSE '' END
    + CASE WHEN c1.superseded IS NOT NULL THEN ', ' + c1.superseded ELSE '' END AS before_status,
  c1.text AS before_quote,
  c1.outlet AS before_outlet,
  c1.published AS before_published,
  c2.relation AS after,
  CASE WHEN c2.modality = 'asserted' AND c2.attributed THEN 'reported' ELSE c2.modality END
    + CASE WHEN c2.polarity = '-' THEN ', negated' ELSE '' END
    + CASE WHEN c2.denied THEN ', denied' ELSE '' END
    + CASE WHEN c2.superseded IS NOT NULL THEN ', ' + c2.superseded ELSE '' END AS after_status,
  c2.text AS after_quote,
  c2.outlet AS after_outlet,
  c2.published AS after_published,
  c1.id AS before_claim,
  c2.id AS after_claim
ORDER BY c2.published DESC, actor, toward, c1.id, c2.id, a.id

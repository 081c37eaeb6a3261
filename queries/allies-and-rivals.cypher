// Who is with whom, and who against
//
// Pairs of actors with the claims that speak of friendly dealings and of hostile ones, either way round, those with
// most claims first. Negated, demanded, intended and conditional claims do not count; how many rest on an article's
// own word and how many are denied is counted apart.
//
// Parameters
//   actor (actor): only pairs with this actor
//   min_claims (integer = 1): only pairs with at least so many claims
//   limit (integer = 25): at most so many rows
//
// Columns
//   actor (string): one of the two
//   other (string): the other
//   stance (string): allies: two thirds friendly or more; rivals: two thirds hostile or more; mixed; or alleged
//   friendly (integer): claims of support, aid, trade, meetings, agreements ...
//   hostile (integer): claims of accusations, threats, sanctions, force ...
//   asserted (integer): of both, those in an article's own voice; the rest is on somebody's word
//   denied (integer): of both, those that somebody denies
//   relations (list): which relations, by name
//   first (date): first published
//   last (date): last published
//
// Example
//   kgraph query allies-and-rivals --actor Azerbaijan

CALL {
  MATCH (a:Actor)-[r]->(b:Actor)
  WHERE r.derived
    AND type(r) IN [
      'AGREES', 'AIDS', 'ALLY_OF', 'APOLOGIZES', 'ARMS', 'CALLS', 'CONCEDES', 'COOPERATES', 'HOSTS', 'MEDIATES',
      'MEETS', 'NEGOTIATES', 'PRAISES', 'PROMISES', 'RECOGNIZES', 'RELEASES', 'SIGNS', 'SUPPORTS', 'TRADES', 'VISITS',
      'WITHDRAWS',
      'ABDUCTS', 'ACCUSES', 'ARRESTS', 'ATTACKS', 'BOMBS', 'CONVICTS', 'CRITICIZES', 'DEPLOYS', 'EXPELS', 'FIGHTS',
      'INVESTIGATES', 'KILLS', 'PROTESTS', 'REJECTS', 'RESTRICTS', 'SANCTIONS', 'SEIZES', 'SUES', 'THREATENS', 'VETOES'
    ]
  RETURN a, b, type(r) AS relation, r.claims AS claims, r.asserted AS asserted, r.denied AS denied, r.first AS first,
    r.last AS last
  UNION ALL
  // "Lavrov and Kerry met" stands on an edge each way and is one claim
  MATCH (c:Claim)
  WHERE c.relation IN ['AGREES', 'ALLY_OF', 'CALLS', 'COOPERATES', 'FIGHTS', 'MEETS', 'NEGOTIATES', 'SIGNS', 'TRADES']
    AND c.polarity = '+' AND NOT c.modality IN ['demanded', 'urged', 'intended', 'conditional', 'purpose', 'evaluation']
    AND NOT EXISTS { MATCH (c)-[:OBJECT|RECIPIENT]->(:Actor) }
  MATCH (c)-[:SUBJECT]->(a:Actor)
  MATCH (c)-[:SUBJECT]->(b:Actor)
  WHERE a.id < b.id
  RETURN a, b, c.relation AS relation, -1 AS claims,
    CASE WHEN NOT c.attributed AND c.modality IN ['asserted', 'presupposed'] THEN -1 ELSE 0 END AS asserted,
    CASE WHEN c.denied THEN -1 ELSE 0 END AS denied, c.published AS first, c.published AS last
}
WITH a, b, relation, claims, asserted, denied, first, last,
  CASE WHEN $actor IN [b.id, b.name] OR (NOT coalesce($actor IN [a.id, a.name], false) AND b.id < a.id) THEN [b, a]
    ELSE [a, b] END AS pair,
  relation IN [
    'ABDUCTS', 'ACCUSES', 'ARRESTS', 'ATTACKS', 'BOMBS', 'CONVICTS', 'CRITICIZES', 'DEPLOYS', 'EXPELS', 'FIGHTS',
    'INVESTIGATES', 'KILLS', 'PROTESTS', 'REJECTS', 'RESTRICTS', 'SANCTIONS', 'SEIZES', 'SUES', 'THREATENS', 'VETOES'
  ] AS against
WHERE $actor IS NULL OR $actor IN [a.id, a.name, b.id, b.name]
WITH pair[0] AS one, pair[1] AS two, relation, claims, asserted, denied, first, last, against
ORDER BY relation
WITH one, two,
  sum(CASE WHEN against THEN 0 ELSE claims END) AS friendly,
  sum(CASE WHEN against THEN claims ELSE 0 END) AS hostile,
  sum(asserted) AS asserted,
  sum(denied) AS denied,
  collect(DISTINCT relation) AS types,
  min(first) AS first,
  max(last) AS last
WHERE friendly + hostile >= $min_claims
WITH one, two, friendly, hostile, asserted, denied, types, first, last
ORDER BY friendly + hostile DESC, one.name, two.name, one.id, two.id
LIMIT $limit
RETURN
  one.name AS actor,
  two.name AS other,
  CASE
    WHEN friendly >= 2 * hostile THEN 'allies'
    WHEN hostile >= 2 * friendly THEN 'rivals'
    ELSE 'mixed'
  END + CASE WHEN asserted = 0 THEN ', alleged' ELSE '' END AS stance,
  friendly,
  hostile,
  asserted,
  denied,
  COLLECT { UNWIND types AS name RETURN name ORDER BY name } AS relations,
  first,
  last
ORDER BY friendly + hostile DESC, actor, other, one.id, two.id

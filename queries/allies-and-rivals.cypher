// Who is with whom, and who against
//
// Pairs of actors with the claims that speak of friendly dealings and of hostile ones, either way round, those with most
// claims first. Negated, demanded, intended and conditional claims do not count; how many rest on an article's own word
// and how many are denied is counted apart.
//
// Parameters
//   actor (actor): only pairs with this actor
//   min_claims (integer = 1): only pairs with at least so many claims
//   limit (integer = 25): at most so many rows
//
// Columns
//   actor (string): one of the two
//   other (string): the other
//   stance (string): allies: at least two thirds friendly; rivals: at least two thirds hostile; mixed
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

MATCH (a:Actor)-[r]->(b:Actor)
WHERE r.derived
  AND type(r) IN [
    'AGREES', 'AIDS', 'ALLY_OF', 'APOLOGIZES', 'ARMS', 'CALLS', 'CONCEDES', 'COOPERATES', 'HOSTS', 'MEETS', 'NEGOTIATES',
    'PRAISES', 'PROMISES', 'RECOGNIZES', 'RELEASES', 'SIGNS', 'SUPPORTS', 'TRADES', 'VISITS',
    'ABDUCTS', 'ACCUSES', 'ARRESTS', 'ATTACKS', 'BOMBS', 'CONVICTS', 'CRITICIZES', 'EXPELS', 'FIGHTS',
    'INVESTIGATES', 'KILLS', 'PROTESTS', 'REJECTS', 'RESTRICTS', 'SANCTIONS', 'SEIZES', 'SUES', 'THREATENS', 'VETOES'
  ]
  AND ($actor IS NULL OR $actor IN [a.id, a.name, b.id, b.name])
WITH r,
  CASE
    WHEN $actor IN [a.id, a.name] THEN a
    WHEN $actor IN [b.id, b.name] THEN b
    WHEN a.id < b.id THEN a
    ELSE b
  END AS one, a, b,
  type(r) IN [
    'ABDUCTS', 'ACCUSES', 'ARRESTS', 'ATTACKS', 'BOMBS', 'CONVICTS', 'CRITICIZES', 'EXPELS', 'FIGHTS',
    'INVESTIGATES', 'KILLS', 'PROTESTS', 'REJECTS', 'RESTRICTS', 'SANCTIONS', 'SEIZES', 'SUES', 'THREATENS', 'VETOES'
  ] AS against
WITH r, one, CASE WHEN one.id = a.id THEN b ELSE a END AS two, against
ORDER BY one.id, two.id, type(r)
WITH one, two,
  sum(CASE WHEN against THEN 0 ELSE r.claims END) AS friendly,
  sum(CASE WHEN against THEN r.claims ELSE 0 END) AS hostile,
  sum(r.asserted) AS asserted,
  sum(r.denied) AS denied,
  collect(DISTINCT type(r)) AS types,
  min(r.first) AS first,
  max(r.last) AS last
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
  END AS stance,
  friendly,
  hostile,
  asserted,
  denied,
  COLLECT { UNWIND types AS name RETURN name ORDER BY name } AS relations,
  first,
  last
ORDER BY friendly + hostile DESC, actor, other, one.id, two.id

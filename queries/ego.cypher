// The circle around an actor
//
// The relations between an actor, those nearest to it, and among these. Without an actor: around the one with most
// claims. Negated, demanded, intended and conditional claims do not count.
//
// Parameters
//   actor (actor): who stands in the middle
//   neighbours (integer = 15): how many of those nearest to it, by claims
//   limit (integer = 50): at most so many rows
//
// Columns
//   subject (string): who does it
//   relation (string): what
//   object (string): to whom
//   distance (integer): 1: with the actor in the middle; 2: among those around it
//   status (string): asserted when at least one article says so itself, else alleged; denied when any claim is
//   claims (integer): how many claims
//   asserted (integer): of them in an article's own voice
//   denied (integer): of them denied by somebody
//   outlets (integer): how many outlets
//   origins (integer): of how many origins: outlets that print the same report are one
//   first (date): first published
//   last (date): last published
//
// Example
//   kgraph query ego --actor Erdogan --neighbours 8

CALL {
  MATCH (a:Actor)
  WHERE a.id = $actor OR a.name = $actor
  RETURN a AS middle
  ORDER BY a.id
  LIMIT 1
  UNION
  MATCH (a:Actor)-[r]->(:Actor)
  WHERE $actor IS NULL AND r.derived
  WITH a, sum(r.claims) AS claims
  RETURN a AS middle
  ORDER BY claims DESC, a.id
  LIMIT 1
}
MATCH (middle)-[r:ABDUCTS|ACCUSES|AGREES|AIDS|ALLY_OF|APOLOGIZES|ARMS|ARRESTS|ASKS|ATTACKS|BOMBS|CALLS
    |CLAIMS_RESPONSIBILITY|CONCEDES|CONVICTS|COOPERATES|CRITICIZES|DEMANDS|DENIES|DEPLOYS|EXPELS
    |FIGHTS|HOSTS|INVESTIGATES|KILLS|MEDIATES|MEETS|MEMBER_OF|MOVES|NEGOTIATES|PRAISES|PROMISES
    |PROTESTS|RECOGNIZES|REJECTS|RELEASES|RESTRICTS|RETRACTS|SANCTIONS|SAYS|SEIZES|SENDS|SIGNS|SUES
    |SUPPORTS|THREATENS|TRADES|URGES|VETOES|VISITS|WARNS|WITHDRAWS|WORRIES]-(near:Actor)
WITH middle, near, sum(r.claims) AS claims
ORDER BY claims DESC, near.id
LIMIT $neighbours
WITH middle, collect(near) + [middle] AS ring
UNWIND ring AS a
MATCH (a)-[r:ABDUCTS|ACCUSES|AGREES|AIDS|ALLY_OF|APOLOGIZES|ARMS|ARRESTS|ASKS|ATTACKS|BOMBS|CALLS
    |CLAIMS_RESPONSIBILITY|CONCEDES|CONVICTS|COOPERATES|CRITICIZES|DEMANDS|DENIES|DEPLOYS|EXPELS
    |FIGHTS|HOSTS|INVESTIGATES|KILLS|MEDIATES|MEETS|MEMBER_OF|MOVES|NEGOTIATES|PRAISES|PROMISES
    |PROTESTS|RECOGNIZES|REJECTS|RELEASES|RESTRICTS|RETRACTS|SANCTIONS|SAYS|SEIZES|SENDS|SIGNS|SUES
    |SUPPORTS|THREATENS|TRADES|URGES|VETOES|VISITS|WARNS|WITHDRAWS|WORRIES]->(b:Actor)
WHERE b IN ring
WITH a, r, b, CASE WHEN middle.id IN [a.id, b.id] THEN 1 ELSE 2 END AS distance
RETURN
  a.name AS subject,
  type(r) AS relation,
  b.name AS object,
  distance,
  CASE WHEN r.asserted > 0 THEN 'asserted' ELSE 'alleged' END
    + CASE WHEN r.denied > 0 THEN ', denied' ELSE '' END AS status,
  r.claims AS claims,
  r.asserted AS asserted,
  r.denied AS denied,
  r.outlets AS outlets,
  r.origins AS origins,
  r.first AS first,
  r.last AS last
ORDER BY distance, claims DESC, subject, relation, object, a.id, b.id
LIMIT $limit

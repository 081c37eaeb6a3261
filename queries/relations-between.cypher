// How two actors stand to each other, counted
//
// One row for each relation between the two, either way round, with how many claims say so, how many of them in an
// article's own voice, and how many are denied. Negated, demanded, intended and conditional claims do not count.
// With one actor: between it and anybody; with none: between any two.
//
// Parameters
//   actor (actor): one of the two
//   other (actor): the other
//   limit (integer = 25): at most so many rows
//
// Columns
//   subject (string): who does it
//   relation (string): what
//   object (string): to whom
//   status (string): asserted when at least one article says so itself, else alleged; denied when any claim is
//   claims (integer): how many claims
//   asserted (integer): of them in an article's own voice
//   attributed (integer): of them on somebody's word
//   denied (integer): of them denied by somebody
//   outlets (integer): how many outlets
//   origins (integer): of how many origins: outlets that print the same report are one
//   first (date): first published
//   last (date): last published
//
// Example
//   kgraph query relations-between --actor France --other Turkey

MATCH (a:Actor)-[r]->(b:Actor)
WHERE r.derived
  AND ($actor IS NULL OR $actor IN [a.id, a.name, b.id, b.name])
  AND ($other IS NULL OR $other IN [a.id, a.name, b.id, b.name])
RETURN
  a.name AS subject,
  type(r) AS relation,
  b.name AS object,
  CASE WHEN r.asserted > 0 THEN 'asserted' ELSE 'alleged' END
    + CASE WHEN r.denied > 0 THEN ', denied' ELSE '' END AS status,
  r.claims AS claims,
  r.asserted AS asserted,
  r.attributed AS attributed,
  r.denied AS denied,
  r.outlets AS outlets,
  r.origins AS origins,
  r.first AS first,
  r.last AS last
ORDER BY claims DESC, subject, relation, object, a.id, b.id
LIMIT $limit

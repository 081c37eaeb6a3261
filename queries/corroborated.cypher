// What several sources tell independently
//
// Relations between two actors that several origins report, those with most origins first. Outlets that print the same
// report are one origin: the agency that their dateline or byline names, else whoever had it first. Origins that tell
// of the same denied allegation agree only in that it was made: see asserted and denied. Negated, demanded, intended
// and conditional claims do not count.
//
// Parameters
//   actor (actor): only relations of this actor
//   relation (string): only this relation (ACCUSES, SENDS ...)
//   min_origins (integer = 2): at least so many origins
//   limit (integer = 25): at most so many rows
//
// Columns
//   subject (string): who does it
//   relation (string): what
//   object (string): to whom
//   status (string): asserted when at least one article says so itself, else alleged; denied when any claim is
//   origins (integer): how many reports of different origin
//   of (list): whose reports they likely are
//   outlets (list): which outlets printed them
//   claims (integer): how many claims
//   asserted (integer): of them in an article's own voice
//   denied (integer): of them denied by somebody
//   first (date): first published
//   last (date): last published
//
// Example
//   kgraph query corroborated --actor Turkey --min-origins 3

MATCH (a:Actor)-[r]->(b:Actor)
WHERE r.derived AND r.origins >= $min_origins
  AND ($actor IS NULL OR $actor IN [a.id, a.name, b.id, b.name])
  AND ($relation IS NULL OR type(r) = toUpper($relation))
WITH a, r, b
ORDER BY r.origins DESC, r.claims DESC, a.name, type(r), b.name, a.id, b.id
LIMIT $limit
RETURN
  a.name AS subject,
  type(r) AS relation,
  b.name AS object,
  CASE WHEN r.asserted > 0 THEN 'asserted' ELSE 'alleged' END
    + CASE WHEN r.denied > 0 THEN ', denied' ELSE '' END AS status,
  r.origins AS origins,
  coalesce(r.originNames, []) AS of,
  coalesce(r.outletNames, []) AS outlets,
  r.claims AS claims,
  r.asserted AS asserted,
  r.denied AS denied,
  r.first AS first,
  r.last AS last
ORDER BY origins DESC, claims DESC, subject, relation, object, a.id, b.id

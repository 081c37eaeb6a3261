// Who is accused most
//
// Actors by the number of accusations against them: how many, by how many accusers, printed by how many outlets, and
// how many of them somebody denies. Accusations that were not made are left out.
//
// Parameters
//   accuser (actor): only accusations by this actor
//   since (date): published on this day or later
//   until (date): published on this day or earlier
//   outlet (string): only what this outlet published
//   limit (integer = 25): at most so many rows
//
// Columns
//   accused (string): who is accused
//   kind (string): what the actor is: country, person, organisation ...
//   accusations (integer): how many
//   accusers (list): who accuses, by name
//   outlets (integer): how many outlets have printed one
//   origins (integer): of how many origins: outlets that print the same report are one
//   denied (integer): accusations of something that somebody denies
//   first (date): first published
//   last (date): last published
//
// Example
//   kgraph query most-accused --since 2020

MATCH (c:Claim {relation: 'ACCUSES'})
WHERE c.polarity = '+' AND NOT c.modality IN ['demanded', 'urged', 'intended', 'conditional', 'purpose', 'evaluation']
  AND ($since IS NULL OR c.published >= date($since))
  AND ($until IS NULL OR c.published <= date($until))
  AND ($outlet IS NULL OR toLower(c.outlet) = toLower($outlet))
  AND ($accuser IS NULL OR EXISTS { MATCH (c)-[:SUBJECT]->(x:Actor) WHERE x.id = $accuser OR x.name = $accuser })
MATCH (c)-[:OBJECT|RECIPIENT]->(who:Actor)
WITH DISTINCT who, c
WITH who, c, c.denied OR EXISTS { MATCH (c)-[:CONTENT]->(k:Claim) WHERE k.denied } AS denied
WITH who,
  count(c) AS accusations,
  count(DISTINCT c.outlet) AS outlets,
  sum(CASE WHEN denied THEN 1 ELSE 0 END) AS denied,
  min(c.published) AS first,
  max(c.published) AS last,
  collect(c) AS made
ORDER BY accusations DESC, who.name, who.id
LIMIT $limit
RETURN
  who.name AS accused,
  who.kind AS kind,
  accusations,
  COLLECT {
    UNWIND made AS c
    MATCH (c)-[:SUBJECT]->(a:Actor)
    RETURN DISTINCT a.name AS name ORDER BY name
  } AS accusers,
  outlets,
  size(COLLECT {
    UNWIND made AS c
    WITH DISTINCT c.article AS id
    MATCH (a:Article {id: id})
    WHERE a.storyOrigin IS NOT NULL
    RETURN DISTINCT a.storyOrigin AS name
  }) AS origins,
  denied,
  first,
  last
ORDER BY accusations DESC, accused, who.id

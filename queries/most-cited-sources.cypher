// On whose word the claims rest
//
// Sources by the number of claims that reach us through them, with how many of these somebody denies, and how far
// they are spread.
//
// Parameters
//   about (actor): only claims in which this actor acts or is acted upon
//   since (date): published on this day or later
//   until (date): published on this day or earlier
//   outlet (string): only what this outlet published
//   limit (integer = 25): at most so many rows
//
// Columns
//   source (string): who says so
//   kind (string): what the source is: person, country, unnamed ...
//   claims (integer): how many claims reach us through it
//   cited_by_others (integer): of them those where somebody else cites it
//   denied (integer): of them those that somebody denies
//   articles (integer): in how many articles
//   outlets (integer): of how many outlets
//   origins (integer): of how many origins: outlets that print the same report are one
//   first (date): first published
//   last (date): last published
//
// Example
//   kgraph query most-cited-sources --about Turkey

MATCH (who:Actor)<-[s:SAID_BY]-(c:Claim)
WHERE ($since IS NULL OR c.published >= date($since))
  AND ($until IS NULL OR c.published <= date($until))
  AND ($outlet IS NULL OR toLower(c.outlet) = toLower($outlet))
  AND ($about IS NULL OR EXISTS {
    MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT]->(x:Actor) WHERE x.id = $about OR x.name = $about
  })
WITH who, c, min(s.order) AS place
WITH who,
  count(c) AS claims,
  sum(CASE WHEN place > 0 THEN 1 ELSE 0 END) AS cited_by_others,
  sum(CASE WHEN c.denied THEN 1 ELSE 0 END) AS denied,
  collect(DISTINCT c.article) AS ids,
  count(DISTINCT c.outlet) AS outlets,
  min(c.published) AS first,
  max(c.published) AS last
ORDER BY claims DESC, who.name, who.id
LIMIT $limit
RETURN
  who.name AS source,
  who.kind AS kind,
  claims,
  cited_by_others,
  denied,
  size(ids) AS articles,
  outlets,
  size(COLLECT {
    UNWIND ids AS id
    MATCH (a:Article {id: id})
    WHERE a.storyOrigin IS NOT NULL
    RETURN DISTINCT a.storyOrigin AS name
  }) AS origins,
  first,
  last
ORDER BY claims DESC, source, who.id

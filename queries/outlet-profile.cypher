// How an outlet tells it
//
// For each outlet: how much it published, and how much of what it tells is on somebody's word, on the word of nobody
// named, in direct speech, denied, or only demanded, intended or conditional.
//
// Parameters
//   outlet (string): only this outlet
//   since (date): published on this day or later
//   until (date): published on this day or earlier
//   limit (integer = 25): at most so many rows
//
// Columns
//   outlet (string): who published
//   articles (integer): how many articles
//   claims (integer): how many claims
//   attributed (integer): claims on somebody's word
//   attributed_share (number): as a share of the claims, 0 to 1
//   unnamed (integer): claims on the word of somebody who is not named
//   quoted (integer): claims in somebody's own words
//   denied (integer): claims that somebody denies
//   unreal (integer): claims only demanded, urged, intended, conditional, of purpose or evaluation
//   first (date): first published
//   last (date): last published
//
// Example
//   kgraph query outlet-profile --outlet Reuters

CALL {
  MATCH (article:Article)
  WHERE ($outlet IS NULL OR toLower(article.outlet) = toLower($outlet))
    AND ($since IS NULL OR article.published >= date($since))
    AND ($until IS NULL OR article.published <= date($until))
  RETURN article.outlet AS outlet, 1 AS article, article.published AS published, null AS c
  UNION ALL
  MATCH (c:Claim)
  WHERE ($outlet IS NULL OR toLower(c.outlet) = toLower($outlet))
    AND ($since IS NULL OR c.published >= date($since))
    AND ($until IS NULL OR c.published <= date($until))
  RETURN c.outlet AS outlet, 0 AS article, null AS published, c
}
WITH outlet, article, published, c,
  CASE
    WHEN c IS NULL OR NOT c.attributed THEN 0
    WHEN EXISTS { MATCH (c)-[:SAID_BY]->(:Unnamed) } THEN 1
    WHEN NOT EXISTS { MATCH (c)-[:SAID_BY]->(:Actor) } THEN 1
    ELSE 0
  END AS unnamed
WITH outlet,
  sum(article) AS articles,
  count(c) AS claims,
  sum(CASE WHEN c.attributed THEN 1 ELSE 0 END) AS attributed,
  sum(unnamed) AS unnamed,
  sum(CASE WHEN c.modality = 'quoted' THEN 1 ELSE 0 END) AS quoted,
  sum(CASE WHEN c.denied THEN 1 ELSE 0 END) AS denied,
  sum(CASE
    WHEN c.modality IN ['demanded', 'urged', 'intended', 'conditional', 'purpose', 'evaluation'] THEN 1
    ELSE 0
  END) AS unreal,
  min(published) AS first,
  max(published) AS last
RETURN
  outlet,
  articles,
  claims,
  attributed,
  CASE WHEN claims = 0 THEN null ELSE round(toFloat(attributed) / claims, 3) END AS attributed_share,
  unnamed,
  quoted,
  denied,
  unreal,
  first,
  last
ORDER BY articles DESC, outlet
LIMIT $limit

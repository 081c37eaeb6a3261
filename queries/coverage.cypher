// How much was read, by outlet and day
//
// Articles and claims for each outlet and day of publication, the newest first: where the graph has nothing, nobody
// looked.
//
// Parameters
//   since (date): published on this day or later
//   until (date): published on this day or earlier
//   outlet (string): only what this outlet published
//   limit (integer = 50): at most so many rows
//
// Columns
//   outlet (string): who published
//   published (date): the day
//   articles (integer): how many articles
//   claims (integer): how many claims were read in them
//   attributed (integer): of them on somebody's word
//   denied (integer): of them denied by somebody
//
// Example
//   kgraph query coverage --since 2020-09 --until 2020-10

MATCH (article:Article)
WHERE ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND ($outlet IS NULL OR toLower(article.outlet) = toLower($outlet))
WITH article.outlet AS outlet, article.published AS published, collect(article.id) AS ids
ORDER BY published IS NULL, published DESC, outlet
LIMIT $limit
RETURN
  outlet,
  published,
  size(ids) AS articles,
  COUNT { UNWIND ids AS id MATCH (c:Claim {article: id}) } AS claims,
  COUNT { UNWIND ids AS id MATCH (c:Claim {article: id}) WHERE c.attributed } AS attributed,
  COUNT { UNWIND ids AS id MATCH (c:Claim {article: id}) WHERE c.denied } AS denied
ORDER BY published IS NULL, published DESC, outlet

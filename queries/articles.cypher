// The articles
//
// What was read, the newest first, with the number of claims in each.
//
// Parameters
//   actor (actor): only articles that mention this actor
//   title (string): only titles with these words
//   since (date): published on this day or later
//   until (date): published on this day or earlier
//   outlet (string): only what this outlet published
//   story (string): only articles that tell this story (id; kgraph query stories lists them)
//   limit (integer = 25): at most so many rows
//
// Columns
//   title (string): of the article
//   outlet (string): who published it
//   published (date): when
//   claims (integer): how many claims were read in it
//   attributed (integer): of them on somebody's word
//   denied (integer): of them denied by somebody
//   sentences (integer): how many sentences
//   author (string): who wrote it
//   origin (string): whose report it likely is: an agency, the outlet that had it first, or its own outlet
//   story (string): id of the story that it tells
//   url (string): where
//   article_id (string): id of the article; kgraph query evidence --article shows its claims
//
// Example
//   kgraph query articles --actor NATO --since 2020

MATCH (article:Article)
WHERE ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND ($outlet IS NULL OR toLower(article.outlet) = toLower($outlet))
  AND ($story IS NULL OR article.story = $story)
  AND ($title IS NULL OR toLower(article.title) CONTAINS toLower($title))
  AND ($actor IS NULL OR EXISTS { MATCH (article)-[:NAMES]->(x:Actor) WHERE x.id = $actor OR x.name = $actor })
WITH article, article.id AS id
ORDER BY article.published IS NULL, article.published DESC, article.outlet, article.title, article.id
LIMIT $limit
RETURN
  article.title AS title,
  article.outlet AS outlet,
  article.published AS published,
  COUNT { MATCH (c:Claim {article: id}) } AS claims,
  COUNT { MATCH (c:Claim {article: id}) WHERE c.attributed } AS attributed,
  COUNT { MATCH (c:Claim {article: id}) WHERE c.denied } AS denied,
  COUNT { (article)<-[:OF]-(:Sentence) } AS sentences,
  article.author AS author,
  article.storyOrigin AS origin,
  article.story AS story,
  article.url AS url,
  article.id AS article_id
ORDER BY article.published IS NULL, article.published DESC, article.outlet, article.title, article.id

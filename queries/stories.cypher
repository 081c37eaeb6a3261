// One story, once: which articles print the same report
//
// Stories that several articles tell, those with most articles first: whole copies, cut ones, and those that were half
// rewritten. The origin is whose report it likely is: the agency that a dateline or byline names, else the outlet that
// had it first.
//
// Parameters
//   article (string): only the story of this article (id or URL), even if no other tells it
//   outlet (string): only stories that this outlet printed
//   since (date): printed on this day or later
//   until (date): printed on this day or earlier
//   min_articles (integer = 2): told by at least so many articles
//   limit (integer = 25): at most so many rows
//
// Columns
//   story (string): id of the story; kgraph query articles --story shows its articles
//   articles (integer): how many articles tell it
//   outlets (list): which outlets printed it
//   origin (string): whose report it likely is; empty when nobody can know
//   first (date): first published
//   last (date): last published
//   title (string): of its first article
//
// Example
//   kgraph query stories --since 2020 --min-articles 5

CALL {
  MATCH (one:Article)
  WHERE one.id = $article OR one.url = $article
  WITH DISTINCT one.story AS story
  MATCH (told:Article {story: story})
  RETURN told
  UNION ALL
  UNWIND CASE WHEN $article IS NULL THEN [1] ELSE [] END AS every
  MATCH (told:Article)
  RETURN told
}
WITH told.story AS story,
  count(told) AS articles,
  sum(CASE WHEN toLower(told.outlet) = toLower($outlet) THEN 1 ELSE 0 END) AS printed,
  min(told.storyOrigin) AS origin,
  min(told.published) AS first,
  max(told.published) AS last
WHERE ($article IS NOT NULL OR articles >= $min_articles)
  AND ($outlet IS NULL OR printed > 0)
  AND ($since IS NULL OR last >= date($since))
  AND ($until IS NULL OR first <= date($until))
WITH story, articles, origin, first, last
ORDER BY articles DESC, first IS NULL, first DESC, story
LIMIT $limit
RETURN
  story,
  articles,
  COLLECT {
    MATCH (a:Article {story: story})
    WHERE a.outlet IS NOT NULL
    RETURN DISTINCT a.outlet AS name ORDER BY name
  } AS outlets,
  origin,
  first,
  last,
  head(COLLECT {
    MATCH (a:Article {story: story})
    RETURN a.title ORDER BY a.published IS NULL, a.published, a.id LIMIT 1
  }) AS title
ORDER BY articles DESC, first IS NULL, first DESC, story

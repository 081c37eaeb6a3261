// Who somebody is in this graph
//
// An actor, what it is called, and how often it acts, is acted upon, speaks and denies. Without an actor: those with
// most claims.
//
// Parameters
//   actor (actor): only this actor
//   kind (string): only actors of this kind: country, person, organisation, armed-group, igo, media ...
//   limit (integer = 25): at most so many rows
//
// Columns
//   name (string): the actor
//   kind (string): country, person, office, organisation, armed-group, igo, media, ngo, company, people, place, unnamed
//   country (string): the country it belongs to, as three letters
//   code (string): country and role: TURGOV, SYRREB ...
//   roles (list): what the texts call its offices
//   aliases (list): its other names
//   claims (integer): claims in which it takes any part
//   acts (integer): claims in which it acts, however they stand (also demanded, denied ...)
//   acted_upon (integer): claims in which it is acted upon
//   says (integer): claims on its word
//   denies (integer): claims that it denies
//   articles (integer): articles that mention it
//   first (date): first mentioned
//   last (date): last mentioned
//   id (string): id of the actor
//
// Example
//   kgraph query actor --actor Ankara

MATCH (a:Actor)
WHERE ($actor IS NULL OR a.id = $actor OR a.name = $actor)
  AND ($kind IS NULL OR a.kind = toLower($kind))
WITH a, COUNT { (a)<-[:SUBJECT|OBJECT|RECIPIENT|SAID_BY|DENIED_BY]-() } AS parts
ORDER BY parts DESC, a.name, a.id
LIMIT $limit
WITH a, parts,
  head(COLLECT {
    MATCH (a)<-[:SUBJECT|OBJECT|RECIPIENT|SAID_BY|DENIED_BY]-(c:Claim)
    RETURN count(DISTINCT c)
  }) AS claims,
  head(COLLECT {
    MATCH (a)<-[:NAMES]-(article:Article)
    RETURN {articles: count(article), first: min(article.published), last: max(article.published)}
  }) AS named
RETURN
  a.name AS name,
  a.kind AS kind,
  a.country AS country,
  a.code AS code,
  coalesce(a.roles, []) AS roles,
  coalesce(a.aliases, []) AS aliases,
  claims,
  COUNT { (a)<-[:SUBJECT]-(:Claim) } AS acts,
  COUNT { (a)<-[:OBJECT|RECIPIENT]-(:Claim) } AS acted_upon,
  COUNT { (a)<-[:SAID_BY]-(:Claim) } AS says,
  COUNT { (a)<-[:DENIED_BY]-(:Claim) } AS denies,
  named.articles AS articles,
  named.first AS first,
  named.last AS last,
  a.id AS id
ORDER BY parts DESC, name, id

// What somebody is called, and by whom
//
// The words by which the claims call an actor ("mercenaries", "rebel fighters", "proxies"): a label belongs to
// whoever uses it. Its names, pronouns and what is said in the first person are left out; --names true shows the
// names too.
//
// Parameters
//   actor (actor): what this actor is called
//   names (boolean = false): also its names, capitals and adjectives
//   since (date): published on this day or later
//   until (date): published on this day or earlier
//   outlet (string): only what this outlet published
//   limit (integer = 50): at most so many rows
//
// Columns
//   actor (string): who is called so
//   label (string): the words
//   claims (integer): in how many claims
//   used_by (list): on whose word: the innermost speaker, or the outlet when the article says it itself
//   outlets (list): which outlets printed it
//   status (list): of these claims: asserted, reported, alleged, demanded ...; negated; denied
//   first (date): first published
//   last (date): last published
//
// Example
//   kgraph query labels-used --actor Turkey --names true

MATCH (a:Actor)<-[r:SUBJECT|OBJECT|RECIPIENT]-(c:Claim)
WHERE r.as IS NOT NULL AND ($actor IS NULL OR a.id = $actor OR a.name = $actor)
  AND ($since IS NULL OR c.published >= date($since))
  AND ($until IS NULL OR c.published <= date($until))
  AND ($outlet IS NULL OR toLower(c.outlet) = toLower($outlet))
WITH a, c, r.as AS words, r.mention AS mention
MATCH (m:Mention {id: mention})
WHERE m.kind = 'nominal' OR ($names AND m.kind IN ['name', 'metonym', 'adjective'])
WITH DISTINCT a, c, toLower(words) AS label
WITH a, label, count(c) AS claims, min(c.published) AS first, max(c.published) AS last, collect(c) AS used
ORDER BY claims DESC, label, a.id
LIMIT $limit
RETURN
  a.name AS actor,
  label,
  claims,
  COLLECT {
    UNWIND used AS c
    WITH c,
      head(COLLECT {
        MATCH (c)-[by:SAID_BY]->(n:Actor)
        RETURN n.name ORDER BY by.order DESC, n.name, n.id
      }) AS speaker
    WITH CASE WHEN c.attributed THEN coalesce(speaker, 'somebody') ELSE c.outlet END AS speaker
    WHERE speaker IS NOT NULL
    RETURN DISTINCT speaker ORDER BY speaker
  } AS used_by,
  COLLECT {
    UNWIND used AS c
    WITH c
    WHERE c.outlet IS NOT NULL
    RETURN DISTINCT c.outlet AS outlet ORDER BY outlet
  } AS outlets,
  COLLECT {
    UNWIND used AS c
    WITH CASE WHEN c.modality = 'asserted' AND c.attributed THEN 'reported' ELSE c.modality END
    + CASE WHEN c.polarity = '-' THEN ', negated' ELSE '' END
    + CASE WHEN c.denied THEN ', denied' ELSE '' END
    + CASE WHEN c.superseded IS NOT NULL THEN ', ' + c.superseded ELSE '' END AS status
    RETURN DISTINCT status ORDER BY status
  } AS status,
  first,
  last
ORDER BY claims DESC, label, a.id

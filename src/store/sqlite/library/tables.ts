// The migrations that add what is stored about libraries. Never edit one, only append another.

/**
 * Times are ISO 8601. Libraries are stored by name.
 * - `articles.since`: when this version became visible.
 * - `article_records.words` is null for articles of earlier versions until it is first asked for.
 * - `claimed_until`: another process is working on this row until then.
 * - `article_versions`: articles that were replaced or removed (`removed = 1`). `record` is JSON, for restoring it.
 * - `answer_articles`: which articles an answer cites.
 * - `answer_cache.libraries`: JSON, the libraries that a cached answer may quote.
 */
export const LIBRARY_TABLES = `
  ALTER TABLE articles ADD COLUMN since TEXT NOT NULL DEFAULT '';
  UPDATE articles SET since = strftime('%Y-%m-%dT%H:%M:%fZ', 'now');

  CREATE TABLE article_records (
    library TEXT NOT NULL,
    article TEXT NOT NULL,
    origin TEXT NOT NULL,
    origin_key TEXT, source_url TEXT, feed TEXT, added_by TEXT,
    added_at TEXT NOT NULL,
    refreshed_at TEXT, changed_at TEXT, refresh_every TEXT, refresh_at TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    problem TEXT, edited TEXT, claimed_until TEXT,
    words INTEGER,
    characters INTEGER NOT NULL,
    PRIMARY KEY (library, article)
  ) WITHOUT ROWID;
  CREATE INDEX refreshes_due ON article_records (refresh_at) WHERE refresh_at IS NOT NULL;
  CREATE INDEX records_by_person ON article_records (added_by) WHERE added_by IS NOT NULL;
  INSERT INTO article_records (library, article, origin, added_at, characters)
    SELECT l.name, a.id, CASE l.name WHEN 'corpus' THEN 'folder' ELSE 'text' END, a.since, length(a.text)
    FROM articles a JOIN libraries l ON l.key = a.library WHERE a.visible = 1;

  CREATE TABLE article_versions (
    key INTEGER PRIMARY KEY,
    library TEXT NOT NULL,
    article TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    body_start INTEGER NOT NULL,
    structure TEXT,
    language TEXT NOT NULL,
    digest TEXT NOT NULL,
    url TEXT, author TEXT, published TEXT,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    removed INTEGER NOT NULL,
    record TEXT
  );
  CREATE INDEX versions_by_article ON article_versions (article, until);
  CREATE INDEX versions_by_library ON article_versions (library);
  CREATE INDEX versions_by_age ON article_versions (until);

  CREATE TABLE answer_articles (
    article TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (article, answer)
  ) WITHOUT ROWID;
  CREATE INDEX answer_articles_by_answer ON answer_articles (answer);
  INSERT OR IGNORE INTO answer_articles (article, answer)
    SELECT j.value, a.id
    FROM answers a, json_tree(CASE WHEN json_valid(a.answer) THEN a.answer ELSE '{}' END) j
    WHERE j.key = 'articleId' AND j.type = 'text';
  CREATE TRIGGER answers_deleted AFTER DELETE ON answers BEGIN
    DELETE FROM answer_articles WHERE answer = old.id;
  END;
  CREATE INDEX answers_by_library ON answers (library);
  CREATE INDEX answers_by_person ON answers (user) WHERE user IS NOT NULL;

  DELETE FROM answer_cache;
  ALTER TABLE answer_cache ADD COLUMN libraries TEXT NOT NULL DEFAULT '[]';

  CREATE TABLE library_settings (
    library TEXT PRIMARY KEY,
    default_article TEXT,
    manager_role TEXT
  ) WITHOUT ROWID;
  CREATE TABLE channel_defaults (
    library TEXT NOT NULL,
    channel TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (library, channel)
  ) WITHOUT ROWID;
  CREATE TABLE hidden_articles (
    library TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (library, article)
  ) WITHOUT ROWID;

  CREATE TABLE library_changes (
    id INTEGER PRIMARY KEY,
    library TEXT NOT NULL,
    at TEXT NOT NULL,
    user TEXT,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    article TEXT
  );
  CREATE INDEX changes_by_library ON library_changes (library, at);
  CREATE INDEX changes_by_person ON library_changes (user) WHERE user IS NOT NULL;
  CREATE INDEX changes_by_age ON library_changes (at);

  CREATE TABLE feeds (
    library TEXT NOT NULL,
    id TEXT NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    added_by TEXT,
    added_at TEXT NOT NULL,
    check_every TEXT NOT NULL,
    max_articles INTEGER NOT NULL,
    max_age_days INTEGER NOT NULL,
    checked_at TEXT,
    due_at TEXT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    problem TEXT, revision TEXT, claimed_until TEXT,
    PRIMARY KEY (library, id)
  ) WITHOUT ROWID;
  CREATE INDEX feeds_due ON feeds (due_at);
  CREATE TABLE feed_items (
    library TEXT NOT NULL,
    feed TEXT NOT NULL,
    id TEXT NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    published TEXT,
    state TEXT NOT NULL,
    article TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL,
    PRIMARY KEY (library, feed, id)
  ) WITHOUT ROWID;

  CREATE TABLE planned_deletions (
    library TEXT PRIMARY KEY,
    planned_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    user TEXT, claimed_until TEXT
  ) WITHOUT ROWID;
`;

/**
 * - `library_bots`: the bot that was last in the library's server. Earlier versions stored the bot of the last start, which
 *   doesn't say in which servers it was.
 */
export const BOT_TABLE = `
  CREATE TABLE library_bots (library TEXT PRIMARY KEY, bot TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX libraries_by_bot ON library_bots (bot);
  DELETE FROM meta WHERE key = 'setting:discord/bot';
`;

/**
 * - `answer_libraries`: libraries whose articles an answer of another library names or lists without citing them. Answers of
 *   earlier versions are read: those that list articles have their ids.
 */
export const NAMED_LIBRARIES_TABLE = `
  CREATE TABLE answer_libraries (
    library TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (library, answer)
  ) WITHOUT ROWID;
  CREATE INDEX answer_libraries_by_answer ON answer_libraries (answer);
  INSERT OR IGNORE INTO answer_libraries (library, answer)
    SELECT o.library, a.id
    FROM answers a
      JOIN json_tree(CASE WHEN json_valid(a.answer) THEN a.answer ELSE '{}' END) j
        ON j.key = 'articleId' AND j.type = 'text'
      JOIN (SELECT library, article FROM article_records UNION SELECT library, article FROM article_versions) o
        ON o.article = j.value
    WHERE json_extract(CASE WHEN json_valid(a.answer) THEN a.answer ELSE '{}' END, '$.kind')
      IN ('reply', 'choose-article') AND o.library NOT IN (a.library, 'corpus');
  CREATE TRIGGER answers_deleted_named AFTER DELETE ON answers BEGIN
    DELETE FROM answer_libraries WHERE answer = old.id;
  END;
`;

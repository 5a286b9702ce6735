// What the managers of libraries have chosen.
import type { LibrarySettings } from '../../../core/library/ports.js';
import type { Connection } from '../database.js';

export function createLibrarySettings(database: Connection) {
  const select = database.prepare(
    'SELECT default_article, manager_role FROM library_settings WHERE library = ?',
  );
  const selectDefaults = database
    .prepare('SELECT channel, article FROM channel_defaults WHERE library = ? ORDER BY channel')
    .raw();
  const selectHidden = database
    .prepare('SELECT article FROM hidden_articles WHERE library = ? ORDER BY article')
    .pluck();
  const clear = ['library_settings', 'channel_defaults', 'hidden_articles'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE library = ?`),
  );
  const insert = database.prepare(
    'INSERT INTO library_settings (library, default_article, manager_role) VALUES (?, ?, ?)',
  );
  const insertDefault = database.prepare(
    'INSERT INTO channel_defaults (library, channel, article) VALUES (?, ?, ?)',
  );
  const insertHidden = database.prepare(
    'INSERT OR IGNORE INTO hidden_articles (library, article) VALUES (?, ?)',
  );

  return {
    listHidden: (library: string) => selectHidden.all(library) as string[],
    get(library: string): LibrarySettings {
      const row = select.get(library) as
        | { default_article: string | null; manager_role: string | null }
        | undefined;
      return {
        ...(row?.default_article ? { defaultArticle: row.default_article } : {}),
        channelDefaults: Object.fromEntries(selectDefaults.all(library) as [string, string][]),
        hidden: selectHidden.all(library) as string[],
        ...(row?.manager_role ? { managerRole: row.manager_role } : {}),
      };
    },
    /** Must run in a transaction. */
    put(library: string, { defaultArticle, channelDefaults, hidden, managerRole }: LibrarySettings): void {
      for (const statement of clear) statement.run(library);
      insert.run(library, defaultArticle ?? null, managerRole ?? null);
      for (const [channel, article] of Object.entries(channelDefaults))
        insertDefault.run(library, channel, article);
      for (const article of hidden) insertHidden.run(library, article);
    },
  };
}

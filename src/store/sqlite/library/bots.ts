// Which bot was last seen in the server of a library.
import type { LibraryBots } from '../../../core/library/library-store.js';
import type { Connection } from '../database.js';

export function createLibraryBots(database: Connection): LibraryBots {
  const insert = database.prepare('INSERT OR REPLACE INTO library_bots (library, bot) VALUES (?, ?)');
  const select = database.prepare('SELECT bot FROM library_bots WHERE library = ?').pluck();
  const remove = database.prepare('DELETE FROM library_bots WHERE library = ?');
  const selectLibraries = database
    .prepare('SELECT library FROM library_bots WHERE bot = ? ORDER BY library')
    .pluck();

  return {
    putBot: (library, botId) => void insert.run(library, botId),
    getBot: (library) => select.get(library) as string | undefined,
    removeBot: (library) => void remove.run(library),
    listLibrariesOf: (botId) => selectLibraries.all(botId) as string[],
  };
}

// The limits of a library: articles, characters and additions per day. Additions that are still running count too.
import type { LibraryLimits } from '../../manager.js';
import { libraryErrors } from '../errors.js';
import { DAY_MS, HOUR_MS, type ManagerParts, timeFromNow } from '../parts.js';

/** Default limits. */
export const LIBRARY_LIMITS: LibraryLimits = {
  articles: 200,
  characters: 20_000_000,
  additionsPerDay: 50,
  feeds: 20,
};

interface Reserved {
  articles: number;
  characters: number;
  additions: number;
}

/** What an addition needs. */
export interface Addition {
  /** Whether the library doesn't have the article yet. */
  readonly isNew: boolean;
  /** How many more characters the library has afterwards. May be negative. */
  readonly characters: number;
  /** Whether it counts as an addition. A refresh and a restored article don't. */
  readonly isCounted: boolean;
}

export type LimitChecks = ReturnType<typeof createLimitChecks>;

export function createLimitChecks(parts: Pick<ManagerParts, 'store' | 'clock' | 'limits'>) {
  const { store, clock, limits } = parts;
  const running = new Map<string, Reserved>();

  function check(library: string, { isNew, characters, isCounted }: Addition): void {
    const stored = store.measureLibrary(library);
    const reserved = running.get(library) ?? { articles: 0, characters: 0, additions: 0 };
    if (isNew && stored.articles + reserved.articles >= limits.articles)
      throw libraryErrors.tooManyArticles(limits.articles);
    if (characters > 0 && stored.characters + reserved.characters + characters > limits.characters)
      throw libraryErrors.tooManyCharacters(limits.characters);
    if (!isCounted) return;
    const dayAgo = timeFromNow(parts, -DAY_MS);
    const additions = store.listAdditions(library, dayAgo, limits.additionsPerDay);
    if (additions.length + reserved.additions < limits.additionsPerDay) return;
    const oldest = Date.parse(additions[0] ?? clock.now().toISOString());
    const hours = Math.ceil((oldest + DAY_MS - clock.now().getTime()) / HOUR_MS);
    throw libraryErrors.tooManyToday(limits.additionsPerDay, Math.max(1, hours));
  }

  return {
    /** Whether one more article could be added. @throws AppError `library/full`, `library/too-many-today` */
    checkRoom(library: string): void {
      check(library, { isNew: true, characters: 1, isCounted: true });
    },
    /**
     * Reserves room until the returned function is called.
     * @throws AppError `library/full`, `library/too-many-today`
     */
    reserve(library: string, addition: Addition): () => void {
      check(library, addition);
      const change = {
        articles: addition.isNew ? 1 : 0,
        characters: Math.max(0, addition.characters),
        additions: addition.isCounted ? 1 : 0,
      };
      const apply = (sign: 1 | -1) => {
        const now = running.get(library) ?? { articles: 0, characters: 0, additions: 0 };
        now.articles += sign * change.articles;
        now.characters += sign * change.characters;
        now.additions += sign * change.additions;
        if (now.articles + now.characters + now.additions === 0) running.delete(library);
        else running.set(library, now);
      };
      apply(1);
      return () => apply(-1);
    },
  };
}

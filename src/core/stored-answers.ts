// Stores answers with who asked for them, and finds them again.
import { randomUUID } from 'node:crypto';
import type { AskOptions } from './assistant.js';
import type { LibraryVisibility } from './library/library-store.js';
import type { Clock } from './ports.js';
import type { AnswerStore, StoredAnswer } from './store-ports.js';
import { BUILT_IN_LIBRARY } from './text/article.js';

/** Who asked, in which library, and where. */
interface Asker extends Pick<AskOptions, 'userId' | 'previousAnswerId' | 'isPrivate' | 'place'> {
  readonly library: string;
}

export function createStoredAnswers({
  store,
  libraries,
  clock,
}: {
  readonly store: AnswerStore;
  readonly libraries: LibraryVisibility | undefined;
  readonly clock: Clock;
}) {
  /** Answers of a library that is about to be deleted aren't found any more. */
  function find(answerId: string, { library }: { readonly library: string }): StoredAnswer | undefined {
    const stored = store.getAnswer(answerId);
    if (stored?.library !== library) return undefined;
    const deletion = libraries?.findDeletion(library);
    return deletion && stored.createdAt <= deletion.plannedAt ? undefined : stored;
  }

  return {
    /**
     * @param named libraries whose articles it may name without citing them
     * @returns the answer's id
     */
    save(
      question: string,
      answer: StoredAnswer['answer'],
      { library, userId, previousAnswerId: previousId, isPrivate, place }: Asker,
      named: readonly string[] = [],
    ): string {
      const id = randomUUID();
      const createdAt = clock.now().toISOString();
      store.putAnswer({
        ...{ id, library, question, answer, createdAt, userId, previousId, isPrivate, place },
        namedLibraries: named.filter((other) => other !== library && other !== BUILT_IN_LIBRARY),
      });
      return id;
    },

    find,

    /** Lets others see an answer, if it is this person's. */
    share(
      answerId: string,
      { library, userId }: { readonly library: string; readonly userId: string },
    ): StoredAnswer | undefined {
      const stored = find(answerId, { library });
      if (stored?.userId !== userId) return undefined;
      const shared = { ...stored, isPrivate: false };
      if (stored.isPrivate) store.putAnswer(shared);
      return shared;
    },
  };
}

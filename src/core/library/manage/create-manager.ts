// Puts the library manager together from its parts.
import type { LibraryLimits, LibraryManager } from '../manager.js';
import { createArticleMethods } from './articles/articles.js';
import { createLimitChecks, LIBRARY_LIMITS } from './articles/limits.js';
import { createPreviews } from './articles/previews.js';
import { createTransferMethods } from './articles/transfer.js';
import { createChoiceMethods } from './choices.js';
import { createDeletionMethods } from './data-deletion.js';
import { createFeedMethods } from './feeds.js';
import { createInterruptible } from './interruptible.js';
import { createKeyLock } from './key-lock.js';
import type { ManagerParts } from './parts.js';
import { createReadingLimit } from './reading-limit.js';

/** What {@link createLibraryManager} needs. */
export interface ManagerDependencies
  extends Omit<ManagerParts, 'limits' | 'lock' | 'interruptible' | 'limitReading'> {
  readonly limits?: Partial<LibraryLimits> | undefined;
}

/** Acquires nothing, so there is nothing to close. */
export function createLibraryManager(dependencies: ManagerDependencies): LibraryManager {
  const limits = { ...LIBRARY_LIMITS, ...dependencies.limits };
  const parts: ManagerParts = {
    ...{ ...dependencies, limits },
    ...{ lock: createKeyLock(), interruptible: createInterruptible(), limitReading: createReadingLimit() },
  };
  const previews = createPreviews(parts);
  return {
    limits,
    ...createArticleMethods(parts, { previews, limits: createLimitChecks(parts) }),
    ...createChoiceMethods(parts),
    ...createFeedMethods(parts),
    ...createDeletionMethods(parts, previews),
    ...createTransferMethods(parts),
  };
}

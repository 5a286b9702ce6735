// What the scheduled work needs.
import type { Clock } from '../../ports.js';
import type { ManagerStore } from '../manage/parts.js';
import type { LibraryManager } from '../manager.js';
import type { ArticleSources } from '../ports.js';

export interface WorkParts {
  readonly manager: LibraryManager;
  readonly store: ManagerStore;
  readonly sources: ArticleSources;
  readonly clock: Clock;
  /** Called with errors that aren't expected. The work goes on. */
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

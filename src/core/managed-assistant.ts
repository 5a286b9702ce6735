// Everything that a user interface needs, in one value.
import type { Assistant } from './assistant.js';
import type { DigestManager } from './digest/digests.js';
import type { LibraryManager } from './library/manager.js';

/** An assistant together with what manages its articles and its digests. */
export interface ManagedAssistant extends Assistant {
  readonly library: LibraryManager;
  readonly digests: DigestManager;
}

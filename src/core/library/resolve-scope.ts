// Decides which articles the libraries of a request show. The assistant and the library manager both ask here.
import type { Scope } from '../ports.js';
import { BUILT_IN_LIBRARY } from '../text/article.js';
import type { LibraryVisibility } from './library-store.js';

/**
 * The scope of one or several libraries: their own articles and the built-in ones that the first of them doesn't hide. A
 * library that will be deleted shows nothing of its own.
 */
export function resolveLibraries(
  library: string | readonly string[],
  visibility: LibraryVisibility | undefined,
): Scope {
  const named = typeof library === 'string' ? [library] : library;
  const [primary = ''] = named;
  const hidden = visibility?.listHidden(primary) ?? [];
  const shown = named.filter((one) => visibility?.findDeletion(one) === undefined);
  return {
    libraries: [...new Set([...shown, BUILT_IN_LIBRARY])],
    ...(hidden.length === 0 ? {} : { hidden }),
  };
}

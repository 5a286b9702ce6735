import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { EditMap } from 'micromark-util-edit-map';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/sources/markdown/apply-edits.js';
import { parseMarkdown } from '../../../src/sources/markdown/parse-markdown.js';

type Events = Parameters<EditMap['consume']>[0];

/** The library's own, before anything replaces it. */
const { consume } = EditMap.prototype;

/** Events that tests can tell apart. */
const eventsOf = (names: readonly (string | number)[]) => names as unknown as Events;

describe('edits of events', () => {
  it('give the same as the library', () => {
    const edit = fc.record({
      at: fc.nat({ max: 40 }),
      removed: fc.nat({ max: 5 }),
      added: fc.array(fc.string({ maxLength: 3 }), { maxLength: 4 }),
      isBefore: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        const [ours, theirs] = [applyEdits, consume].map((apply) => {
          const events = eventsOf(Array.from({ length: 50 }, (_, index) => index));
          const map = new EditMap();
          for (const { at, removed, added, isBefore } of edits)
            map[isBefore ? 'addBefore' : 'add'](at, removed, eventsOf([...added]));
          apply.call(map, events);
          return { events, map };
        });

        expect(ours).toEqual(theirs);
      }),
    );
  });

  it('are applied this way by the parser', () => {
    const { resolve } = createRequire(import.meta.url);
    const parser = dirname(resolve('micromark'));

    parseMarkdown('- ferry');

    expect(EditMap.prototype.consume).toBe(applyEdits);
    // A second copy of the package would be another class.
    expect(resolve('micromark-util-edit-map', { paths: [parser] })).toBe(resolve('micromark-util-edit-map'));
  });

  it("don't touch what stands before the first one", () => {
    const events = eventsOf(['a', 'b', 'c']);
    Object.defineProperty(events, 0, { get: () => expect.unreachable('read the first event') });
    const map = new EditMap();
    map.add(2, 1, eventsOf(['d', 'e']));

    applyEdits.call(map, events);

    expect(events.slice(1)).toEqual(['b', 'd', 'e']);
  });
});

// A fake engine whose writer repeats the evidence sentence by sentence, when the test lets it.
import type { Engine } from '../../src/core/ports.js';
import { NOT_IN_ARTICLE } from '../../src/core/writing-ports.js';
import { createBuiltinEngine } from '../../src/engines/builtin/engine.js';

/** @param before awaited before each sentence, counted from 0, and once more at the end. It can delay the writer or throw. */
export function createStreamingEngine(
  before: (sentence: number, signal: AbortSignal | undefined) => Promise<unknown> | undefined,
): Engine {
  return {
    ...createBuiltinEngine(),
    name: 'stand-in',
    writer: {
      async *write(_question, evidence, { signal }) {
        if (evidence.length === 0) yield NOT_IN_ARTICLE;
        for (const [index, { text, number }] of evidence.entries()) {
          await before(index, signal);
          yield `${text} [${number}] `;
        }
        await before(evidence.length, signal);
      },
    },
  };
}

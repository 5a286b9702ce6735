// A fake model engine that answers with the best sentence of the evidence and counts tokens.
import type { Engine } from '../../src/core/ports.js';
import { NOT_IN_ARTICLE } from '../../src/core/writing-ports.js';
import { createBuiltinEngine } from '../../src/engines/builtin/engine.js';

/** The usage that each call reports. */
export const CALL_COST = { inputTokens: 900, outputTokens: 100 };

export interface CountingEngine {
  readonly engine: Engine;
  /** The questions that reached the writer, in order. */
  readonly asked: readonly string[];
}

export interface CountingOptions {
  /** Awaited before each answer, so that a test can delay it or make it fail. */
  readonly onWrite?:
    | ((question: string, signal: AbortSignal | undefined) => Promise<void> | void)
    | undefined;
  /** A fixed answer to every question. */
  readonly reply?: string | undefined;
}

export function createCountingEngine({ onWrite, reply }: CountingOptions = {}): CountingEngine {
  const asked: string[] = [];
  const builtin = createBuiltinEngine();
  const engine: Engine = {
    ...builtin,
    fallback: builtin,
    name: 'stand-in',
    writer: {
      async *write(question, evidence, { signal, onUsage }) {
        asked.push(question.text);
        onUsage?.(CALL_COST);
        await onWrite?.(question.text, signal);
        const [best] = evidence;
        yield reply ?? (best ? `${best.text} [${best.number}]` : NOT_IN_ARTICLE);
      },
    },
  };
  return { engine, asked };
}

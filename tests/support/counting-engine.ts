// A stand-in for a model at the engine's port: it answers with the evidence itself, and bills for it.
import { type Engine, NOT_IN_ARTICLE } from '../../src/core/ports.js';
import { createBuiltinEngine } from '../../src/engines/builtin/engine.js';

/** What every call of the stand-in costs. */
export const CALL_COST = { inputTokens: 900, outputTokens: 100 };

export interface CountingEngine {
  readonly engine: Engine;
  /** Questions that reached the writer, in order. */
  readonly asked: readonly string[];
}

export interface CountingOptions {
  /** Awaited before a question is answered: holds it, or throws in its place. */
  readonly onWrite?:
    | ((question: string, signal: AbortSignal | undefined) => Promise<void> | void)
    | undefined;
  /** Said to every question in place of the evidence. */
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

// The contract of every writer.
import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/core/ranking-ports.js';
import type { Evidence, Usage, Writer } from '../../src/core/writing-ports.js';
import { harbourEvidence } from '../support/evidence.js';

const QUESTION: Question = { text: 'When will the harbour close?', language: 'en' };

/** @param open opens a writer that answers, or one that finds no answer in the evidence */
export function writerContract(
  name: string,
  open: (can: 'answer' | 'refuse') => Promise<{ readonly writer: Writer; readonly callsModel: boolean }>,
): void {
  describe(`${name} as a writer`, () => {
    it('writes markers with numbers of the evidence', async () => {
      const { writer } = await open('answer');
      const evidence = harbourEvidence();

      const text = await readAll(writer, evidence);

      const markers = [...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number));
      expect(markers.length).toBeGreaterThan(0);
      expect(evidence.map(({ number }) => number)).toEqual(expect.arrayContaining(markers));
    });

    it('returns only NOT_IN_ARTICLE if it finds no answer', async () => {
      const { writer } = await open('refuse');

      expect((await readAll(writer, harbourEvidence(), { confidence: 0 })).trim()).toBe('NOT_IN_ARTICLE');
    });

    it('reports the usage of a model call, and nothing without one', async () => {
      const { writer, callsModel } = await open('answer');
      const reported: Usage[] = [];

      await readAll(writer, harbourEvidence(), { onUsage: (usage) => reported.push(usage) });

      expect(reported.length).toBe(callsModel ? 1 : 0);
      for (const { inputTokens, outputTokens } of reported) {
        expect(inputTokens).toBeGreaterThan(0);
        expect(outputTokens).toBeGreaterThan(0);
      }
    });

    it('can be stopped halfway', async () => {
      const { writer } = await open('answer');

      for await (const _piece of writer.write(QUESTION, harbourEvidence(), { confidence: 1 })) break;
    });

    it('writes again after it was stopped', async () => {
      const { writer } = await open('answer');
      for await (const _piece of writer.write(QUESTION, harbourEvidence(), { confidence: 1 })) break;

      expect(await readAll(writer, harbourEvidence())).toMatch(/\[\d+\]/);
    });
  });
}

async function readAll(
  writer: Writer,
  evidence: readonly Evidence[],
  options: { confidence?: number; onUsage?: (usage: Usage) => void } = {},
): Promise<string> {
  let text = '';
  for await (const piece of writer.write(QUESTION, evidence, { confidence: 1, ...options })) text += piece;
  return text;
}

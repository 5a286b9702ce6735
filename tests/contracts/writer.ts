// What every writer owes the core. Run by each implementation.
import { describe, expect, it } from 'vitest';
import type { Evidence, Question, Usage, Writer } from '../../src/core/ports.js';
import { harbourEvidence } from '../support/evidence.js';

const QUESTION: Question = { text: 'When will the harbour close?', language: 'en' };

/** @param open a writer that finds the answer in the evidence, and one that does not; each in a test of its own */
export function writerContract(
  name: string,
  open: (can: 'answer' | 'refuse') => Promise<{ readonly writer: Writer; readonly callsModel: boolean }>,
): void {
  describe(`${name} as a writer`, () => {
    it('marks what it writes with numbers of the evidence', async () => {
      const { writer } = await open('answer');
      const evidence = harbourEvidence();

      const text = await readAll(writer, evidence);

      const markers = [...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number));
      expect(markers.length).toBeGreaterThan(0);
      expect(evidence.map(({ number }) => number)).toEqual(expect.arrayContaining(markers));
    });

    it('says that the article does not say, and nothing else', async () => {
      const { writer } = await open('refuse');

      expect((await readAll(writer, harbourEvidence(), { confidence: 0 })).trim()).toBe('NOT_IN_ARTICLE');
    });

    it('tells what a call to a model cost, and nothing where there was none', async () => {
      const { writer, callsModel } = await open('answer');
      const told: Usage[] = [];

      await readAll(writer, harbourEvidence(), { onUsage: (usage) => told.push(usage) });

      expect(told.length).toBe(callsModel ? 1 : 0);
      for (const { inputTokens, outputTokens } of told) {
        expect(inputTokens).toBeGreaterThan(0);
        expect(outputTokens).toBeGreaterThan(0);
      }
    });

    it('can be left in the middle', async () => {
      const { writer } = await open('answer');

      for await (const _piece of writer.write(QUESTION, harbourEvidence(), { confidence: 1 })) break;
    });

    it('writes again after it was left', async () => {
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

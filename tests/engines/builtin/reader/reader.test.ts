import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/core/errors.js';
import { createBuiltinEngine } from '../../../../src/engines/builtin/engine.js';
import { checkReader } from '../../../../src/engines/builtin/reader/check-reader.js';
import { createReader, type ReaderModel } from '../../../../src/engines/builtin/reader/reader.js';
import { createWordTokenizer } from '../../../../src/engines/builtin/reader/word-tokens.js';
import { openEngine } from '../../../../src/engines/open.js';
import { createGate } from '../../../support/gate.js';
import { rankingOf } from '../../../support/rankings.js';
import { HARBOUR } from '../../../support/small-article.js';

const QUESTION = { text: 'Which pier will be used?', language: 'en' };
const RANKING = rankingOf(HARBOUR.text, { title: HARBOUR.title });
const NO_RUNTIME = new AppError({ code: 'engine/no-runtime', message: 'Not here.', advice: 'None.' });

/** A model that finds its answer at the end of every window, and counts its runs. */
function createFakeModel(wait?: Promise<unknown>) {
  let runs = 0;
  const model: ReaderModel = {
    tokenize: createWordTokenizer((word) => [word.length]),
    special: { start: 1, separator: 2 },
    model: {
      async run([sequence], { signal } = {}) {
        runs += 1;
        signal?.throwIfAborted();
        if (wait) {
          const stopped = new Promise((_, reject) => {
            signal?.addEventListener('abort', () => reject(signal.reason));
          });
          await Promise.race([wait, stopped]);
        }
        const length = sequence?.ids.length ?? 0;
        const data = Float32Array.from({ length }, (_, at) => at / length);
        return { start_logits: { data, shape: [1, length] }, end_logits: { data, shape: [1, length] } };
      },
    },
    close: async () => {},
  };
  return { model, countRuns: () => runs };
}

describe('createReader', () => {
  it('changes the order and the confidence', async () => {
    const { model, countRuns } = createFakeModel();
    const reader = createReader({ open: async () => model });

    const read = await reader.read(QUESTION, RANKING);

    expect(countRuns()).toBeGreaterThan(0);
    expect(read.confidence).not.toBe(RANKING.confidence);
    expect(read.threshold).toBeGreaterThan(0);
    expect(read.sentences).toHaveLength(RANKING.sentences.length);
  });

  it('returns the ranking as it is when the time is over', async () => {
    const gate = createGate();
    const controller = new AbortController();
    const { model } = createFakeModel(gate.opened);
    const reader = createReader({ open: async () => model, timeout: () => controller.signal });

    const read = reader.read(QUESTION, RANKING);
    controller.abort(new Error('time is over'));

    expect(await read).toBe(RANKING);
    gate.open();
  });

  it('stops with the question', async () => {
    const gate = createGate();
    const controller = new AbortController();
    const { model } = createFakeModel(gate.opened);
    const reader = createReader({ open: async () => model });

    const read = reader.read(QUESTION, RANKING, { signal: controller.signal });
    controller.abort(new Error('stopped'));

    await expect(read).rejects.toThrow('stopped');
    gate.open();
  });

  it.each([
    ['a question in another script', { text: 'Какой причал?', language: 'ru' }, RANKING],
    ['an article in a language without a lexicon', QUESTION, rankingOf(HARBOUR.text, { language: 'it' })],
    ['no sentences', QUESTION, { sentences: [], paragraphs: [], confidence: 0 }],
  ])('does not read %s', async (_name, question, ranking) => {
    const { model, countRuns } = createFakeModel();
    const reader = createReader({ open: async () => model });

    expect(await reader.read(question, ranking)).toBe(ranking);
    expect(countRuns()).toBe(0);
  });

  it('leaves the ranking as it is on platforms that can’t run it, and tries only once', async () => {
    let tries = 0;
    const reader = createReader({
      open() {
        tries += 1;
        return Promise.reject(NO_RUNTIME);
      },
    });

    expect(await reader.read(QUESTION, RANKING)).toBe(RANKING);
    expect(await reader.read(QUESTION, RANKING)).toBe(RANKING);
    expect(tries).toBe(1);
  });
});

describe('FOOTNOTE_READER', () => {
  it('leaves the reader out', async () => {
    expect(createBuiltinEngine(undefined, { reader: false }).reader).toBeUndefined();
    const [on, off] = [await openEngine({}), await openEngine({ reader: false })];
    expect([on.reader === undefined, off.reader]).toEqual([false, undefined]);
    await Promise.all([on.close(), off.close()]);
  });
});

describe('checkReader', () => {
  it.each([
    ['works', async () => createFakeModel().model, true, { ok: true, detail: 'built in' }],
    [
      'is off',
      async () => createFakeModel().model,
      false,
      { ok: true, detail: expect.stringContaining('off') },
    ],
    [
      'has no runtime',
      () => Promise.reject(NO_RUNTIME),
      true,
      { ok: true, detail: expect.stringContaining('ranker works alone. Not here.') },
    ],
    [
      'is broken',
      () =>
        Promise.reject(new AppError({ code: 'engine/bad-model', message: 'Broken.', advice: 'Reinstall.' })),
      true,
      { ok: false, detail: 'Broken.', advice: 'Reinstall.' },
    ],
  ])('says that the reader %s', async (_name, open, isOn, expected) => {
    expect(await checkReader(isOn, open)).toMatchObject({ name: 'reader', ...expected });
  });
});

const GERMAN =
  'Das Bad öffnet um neun Uhr. Es hat drei Becken. Kinder und Rentner bekommen eine Ermäßigung. Hunde müssen draußen bleiben.';
const SPANISH =
  'La piscina abre a las nueve. Tiene tres vasos. Los niños y los jubilados tienen un descuento. Los perros se quedan fuera.';
const FRENCH =
  'La piscine ouvre à neuf heures. Elle a trois bassins. Les enfants et les retraités ont une réduction. Les chiens restent dehors.';

describe.runIf(existsSync('src/engines/builtin/models/reader.onnx'))('the reader that ships', () => {
  it.each([
    ['Which pier will the boats use instead?', 'northern pier'],
    ['How long does the work take?', 'nineteen weeks'],
    ['Who leads the union?', 'Tomas Reyle'],
  ])('reads for “%s” the phrase “%s”', async (text, expected) => {
    const reader = createReader({ limitMs: Number.POSITIVE_INFINITY });

    const { sentences } = await reader.read({ text, language: 'en' }, RANKING);

    const [best] = sentences;
    expect(HARBOUR.text.slice(best?.start, best?.end)).toContain(expected);
    if (best?.phrase) expect(HARBOUR.text.slice(best.phrase.start, best.phrase.end)).toContain(expected);
  });

  it.each([
    ['de', 'Wer zahlt weniger?', 'Kinder und Rentner bekommen eine Ermäßigung.'],
    ['es', '¿Quién paga menos?', 'Los niños y los jubilados tienen un descuento.'],
    ['fr', 'Qui paie moins ?', 'Les enfants et les retraités ont une réduction.'],
  ])('understands a question in %s that shares no word with its answer', async (language, text, expected) => {
    const reader = createReader({ limitMs: Number.POSITIVE_INFINITY });
    const article = { de: GERMAN, es: SPANISH, fr: FRENCH }[language] ?? '';

    const { sentences } = await reader.read({ text, language }, rankingOf(article, { language }));

    const [best] = sentences;
    expect(article.slice(best?.start, best?.end)).toBe(expected);
  });

  it('gives the same result each time', async () => {
    const reader = createReader({ limitMs: Number.POSITIVE_INFINITY });
    const [first, second] = [await reader.read(QUESTION, RANKING), await reader.read(QUESTION, RANKING)];

    expect(second).toEqual(first);
  });
});

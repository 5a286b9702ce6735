// Sentence splitters to compare: Footnote's, ICU's through `Intl.Segmenter`, and packages from npm.
import { canonicalText } from '../../../src/core/text/article.js';
import { splitIntoSentences } from '../../../src/core/text/split-sentences.js';

/** A sentence splitter under one interface. */
export interface Splitter {
  readonly name: string;
  /** The text's sentences, in order. */
  split(text: string, language: string): readonly string[];
}

const footnote: Splitter = {
  name: 'Footnote',
  split(raw, language) {
    const text = canonicalText(raw);
    return splitIntoSentences(text, language).map(({ start, end }) => text.slice(start, end));
  },
};

const icu: Splitter = {
  name: 'Intl.Segmenter',
  split(text, language) {
    const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    return [...segmenter.segment(text)].map(({ segment }) => segment);
  },
};

/**
 * Loads a package if it's installed. `sentencex` is native, `wink-nlp` needs a model, so neither is a dependency:
 * `npm install --no-save sentencex wink-nlp wink-eng-lite-web-model`.
 */
const PACKAGES: Readonly<Record<string, () => Promise<Splitter['split']>>> = {
  async sentencex() {
    const { segment } = await load<{ segment(language: string, text: string): string[] }>('sentencex');
    return (text, language) => segment(language, text);
  },
  async 'sentence-splitter'() {
    const { split } = await import('sentence-splitter');
    return (text) =>
      split(text)
        .filter(({ type }) => type === 'Sentence')
        .map(({ raw }) => raw);
  },
  async 'wink-nlp'() {
    interface Wink {
      readonly its: { readonly value: unknown };
      readDoc(text: string): { sentences(): { out(of: unknown): string[] } };
    }
    const { default: createWink } = await load<{ default(model: unknown, pipes: string[]): Wink }>(
      'wink-nlp',
    );
    const { default: model } = await load<{ default: unknown }>('wink-eng-lite-web-model');
    const wink = createWink(model, ['sbd']);
    return (text) => wink.readDoc(text).sentences().out(wink.its.value);
  },
};

/** The splitters that are installed, Footnote's first. */
export async function openSplitters(): Promise<readonly Splitter[]> {
  const opened = await Promise.all(
    Object.entries(PACKAGES).map(async ([name, open]) => {
      try {
        return [{ name, split: await open() }];
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    }),
  );
  return [footnote, icu, ...opened.flat()];
}

async function load<T>(name: string): Promise<T> {
  return (await import(name)) as T;
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
}

// The built-in engine. It needs no key and no network and always gives the same answer.
import type { Embedder, Engine } from '../../core/ports.js';
import { createEmbedder } from './embedder.js';
import { highlight } from './highlighter.js';
import { createLister } from './listing/lister.js';
import { createMessageClassifier } from './message-kinds/classifier.js';
import { createRanker } from './ranker.js';
import { createReader, type ReaderOptions } from './reader/reader.js';
import { glossQuestion } from './translation/translate-question.js';
import { createAnalyzer } from './words/analyzer.js';
import { createWriter } from './writing/writer.js';

/** Options for {@link createBuiltinEngine}. */
export interface BuiltinEngineOptions {
  /** False: the ranker works alone. Default: the reader with its own defaults. */
  readonly reader?: ReaderOptions | false | undefined;
}

/** @param embedder default: the lexical one, which needs no model */
export function createBuiltinEngine(
  embedder: Embedder = createEmbedder(),
  { reader = {} }: BuiltinEngineOptions = {},
): Engine {
  return {
    name: 'builtin',
    embedder,
    analyzer: { ...createAnalyzer(), translate: glossQuestion },
    ranker: createRanker(),
    ...(reader === false ? {} : { reader: createReader(reader) }),
    messageClassifier: createMessageClassifier(embedder),
    writer: createWriter(),
    highlighter: { highlight },
    lister: createLister(),
  };
}

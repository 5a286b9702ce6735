// The built-in engine. It needs no key and no network and always gives the same answer.
import type { Embedder, Engine } from '../../core/ports.js';
import { createEmbedder } from './embedder.js';
import { highlight } from './highlighter.js';
import { createRanker } from './ranker.js';
import { createAnalyzer } from './words/analyzer.js';
import { createWriter } from './writing/writer.js';

/** @param embedder default: the lexical one, which needs no model */
export function createBuiltinEngine(embedder: Embedder = createEmbedder()): Engine {
  return {
    name: 'builtin',
    embedder,
    analyzer: createAnalyzer(),
    ranker: createRanker(),
    writer: createWriter(),
    highlighter: { highlight },
  };
}

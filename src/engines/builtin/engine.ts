// The built-in engine. It needs no key and no network and always gives the same answer.
import type { Engine } from '../../core/ports.js';
import { createEmbedder } from './embedder.js';
import { highlight } from './highlighter.js';
import { createRanker } from './ranker.js';
import { createAnalyzer } from './words/analyzer.js';
import { createWriter } from './writing/writer.js';

export function createBuiltinEngine(): Engine {
  return {
    name: 'builtin',
    embedder: createEmbedder(),
    analyzer: createAnalyzer(),
    ranker: createRanker(),
    writer: createWriter(),
    highlighter: { highlight },
  };
}

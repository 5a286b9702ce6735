// The built-in engine: no key, no network, the same answer every time.
import type { Engine } from '../../core/ports.js';
import { createEmbedder } from './embedder.js';
import { highlight } from './highlighter.js';
import { createRanker } from './ranker.js';
import { createAnalyzer } from './words/analyzer.js';
import { createWriter } from './writer.js';

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

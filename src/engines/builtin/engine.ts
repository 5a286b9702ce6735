// The built-in engine: no key, no network, the same answer every time.
import type { Engine } from '../../core/ports.js';
import { createAnalyzer } from './analyze.js';
import { createEmbedder } from './embedder.js';
import { highlight } from './highlight.js';
import { createRanker } from './ranker.js';
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

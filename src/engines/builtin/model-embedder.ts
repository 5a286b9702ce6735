// The built-in embedder where ONNX Runtime works: a sentence-embedding model for English, and lexical vectors for other
// languages.
import type { Embedder, EmbeddingOptions, VectorSpace } from '../../core/ports.js';
import { packagePath } from '../../package-path.js';
import { type OpenEmbedder, openSentenceEmbedder } from '../onnx/sentence-embedder.js';
import { createEmbedder, LEXICAL_SPACE } from './embedder.js';
import { shareBuiltinTokenizer } from './tokenizer.js';

/** all-MiniLM-L6-v2 with 8-bit weights. NOTICE has its source and licence. */
const MODEL = {
  modelFile: packagePath('src/engines/builtin/models/embedder.onnx'),
  openTokenizer: shareBuiltinTokenizer,
  maxTokens: 256,
  pooling: 'mean',
} as const;
const VERSION = 1;
/** Questions of this many people at a time. */
const REMEMBERED_VECTORS = 32;

/** What the model was trained on. In other languages, lexical vectors find more: docs/retrieval.md. */
const READABLE_LANGUAGE = 'en';
const SEMANTIC_SPACE: VectorSpace = { name: 'semantic', weight: 0.5, isClustered: true };

/**
 * Opens the model in a worker thread. Both kinds of vectors have the same dimension, so one store holds both, and the
 * article's language decides.
 * @throws AppError `engine/no-runtime` if this platform has no ONNX Runtime, `engine/bad-model`
 */
export async function openBuiltinEmbedder(): Promise<OpenEmbedder> {
  const lexical = createEmbedder();
  const semantic = await openSentenceEmbedder({ ...MODEL, name: `minilm-l6-int8-${VERSION}` });
  const choose = ({ language = READABLE_LANGUAGE }: EmbeddingOptions = {}) =>
    language === READABLE_LANGUAGE ? semantic : lexical;
  return {
    ...semantic,
    fingerprint: `builtin+${lexical.fingerprint}+${semantic.fingerprint}`,
    spaceOf: (language) => (language === READABLE_LANGUAGE ? SEMANTIC_SPACE : LEXICAL_SPACE),
    embedDocuments: (texts, options) => choose(options).embedDocuments(texts, options),
    embedQuery: rememberVectors((text, options) => choose(options).embedQuery(text, options)),
  };
}

let shared: Promise<OpenEmbedder> | undefined;

/**
 * The embedder with one thread for all engines of a process. An idle model doesn't keep the process alive.
 * @throws AppError as {@link openBuiltinEmbedder} does
 */
export async function shareBuiltinEmbedder(): Promise<Embedder> {
  shared ??= openBuiltinEmbedder();
  return await shared;
}

/** Remembers the latest vectors, because a question is embedded to tell what it is, and again to search for it. */
function rememberVectors(embedQuery: Embedder['embedQuery']): Embedder['embedQuery'] {
  const vectors = new Map<string, number[]>();
  return async (text, options) => {
    const key = `${options?.language ?? READABLE_LANGUAGE} ${text}`;
    const known = vectors.get(key);
    if (known) return known;
    const vector = await embedQuery(text, options);
    vectors.set(key, vector);
    const [oldest] = vectors.keys();
    if (vectors.size > REMEMBERED_VECTORS && oldest !== undefined) vectors.delete(oldest);
    return vector;
  };
}

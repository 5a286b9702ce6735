// The engine, which is the core's largest port, and what it has for text and messages. `ranking-ports.ts` has its ranker
// and reader, `writing-ports.ts` its writer, and `store-ports.ts` has what is stored.
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { MetadataField, ReplyIntent } from './answer.js';
import type { ReplyRequest } from './conversation/last-reply/reply-requests.js';
import type { Reader, SentenceRanker } from './ranking-ports.js';
import type { ClaimChecker, Highlighter, Lister, Rewriter, Writer } from './writing-ports.js';

/** An embedder, a ranker and a writer that belong together. */
export interface Engine {
  /** Shown to people and stored with answers: `builtin` or the model's name. */
  readonly name: string;
  readonly embedder: Embedder;
  readonly analyzer: Analyzer;
  readonly ranker: SentenceRanker;
  /** Without one, the ranker's order and confidence stand. */
  readonly reader?: Reader | undefined;
  readonly writer: Writer;
  /** Without one, no phrase is highlighted. */
  readonly highlighter?: Highlighter | undefined;
  /** Without one, questions for everything of a kind are answered like others. */
  readonly lister?: Lister | undefined;
  /** Without one, rules resolve follow-up questions. */
  readonly rewriter?: Rewriter | undefined;
  /** Without one, rules check claims. */
  readonly claimChecker?: ClaimChecker | undefined;
  readonly messageClassifier: MessageClassifier;
  /**
   * Answers if the writer fails with an AppError `engine/*`, or if a budget is used up. Shares embedder and analyzer
   * with this engine.
   */
  readonly fallback?: Engine | undefined;
}

/** Vectors that can be compared with each other. */
export interface VectorSpace {
  /** Identifies the space within its embedder. */
  readonly name: string;
  /** Weight of the vector score in the fused score, 0 to 1. The full-text score has the rest. */
  readonly weight: number;
  /**
   * Whether similar texts have vectors so close together that an approximate index finds them. If not, every vector is
   * compared.
   */
  readonly isClustered: boolean;
}

/** The space of an embedder that has only one. Weights are measured in docs/retrieval.md. */
export const ONLY_SPACE: VectorSpace = { name: 'only', weight: 0.3, isClustered: true };

/** Options for embedding. */
export interface EmbeddingOptions {
  readonly signal?: AbortSignal | undefined;
  /**
   * ISO 639-1 code of the article's language, which decides in which space its passages and questions about it are
   * embedded. Default: English.
   */
  readonly language?: string | undefined;
}

/** Turns text into unit vectors: LangChain embeddings plus what a vector index must know about them. */
export interface Embedder extends EmbeddingsInterface {
  /** Identifies the model and its settings. Vectors with different fingerprints are never compared. */
  readonly fingerprint: string;
  readonly dimensions: number;
  /** Whether a call costs time or money. If so, the vectors of an article are cached until it is stored. */
  readonly isRemote?: boolean | undefined;
  /** Whether a passage takes so long that an article is searchable by full text before it has vectors. */
  readonly isSlow?: boolean | undefined;
  /** Preferred number of texts per call. If unset, callers use small batches. */
  readonly batchSize?: number | undefined;
  /** Maximum number of concurrent calls. Default 1. */
  readonly concurrency?: number | undefined;
  /** The space of articles in a language. Default: {@link ONLY_SPACE} for all. */
  spaceOf?(language: string): VectorSpace;
  embedDocuments(texts: string[], options?: EmbeddingOptions): Promise<number[][]>;
  embedQuery(text: string, options?: EmbeddingOptions): Promise<number[]>;
}

/** A question translated word by word. */
export interface Gloss {
  readonly text: string;
  /** All terms that its words may stand for. */
  readonly terms: readonly string[];
}

/** Turns text into the terms that full-text search compares. */
export interface Analyzer {
  /** Changes whenever the same text would give different terms. The store then analyzes all passages again. */
  readonly fingerprint: string;
  /** ISO 639-1 code of the text's most likely language; `und` if unknown. */
  detectLanguage(text: string): string;
  /**
   * Translates a question word by word. The languages are ISO 639-1 codes.
   * @returns undefined if one of the languages has no lexicon, or if both are the same language
   */
  translate?(question: string, from: string, to: string): Gloss | undefined;
  /** Folded and stemmed words in order, without stop words. */
  terms(text: string, language: string): readonly string[];
  /** The terms of `vocabulary` that `term` may be a misspelling of, closest first. */
  similarTerms(term: string, vocabulary: readonly string[]): readonly string[];
}

/** What a search may see: some libraries, or one article in them. Nothing outside the scope is ever returned. */
export interface Scope {
  readonly libraries: readonly string[];
  readonly articleId?: string | undefined;
  /** Ids of articles that it doesn't include after all. */
  readonly hidden?: readonly string[] | undefined;
}

/** What a message can be: a kind of chat, a question about the article as a whole, or one about what it says. */
export type MessageKind = Exclude<ReplyIntent, 'metadata'> | MetadataField | 'summary' | 'question';

/** Options for {@link MessageClassifier.classify}. */
interface ClassifyOptions {
  /** Whether the articles have a word. A message with such words is more likely to ask about them. Default: none. */
  readonly isKnownWord?: ((word: string) => boolean) | undefined;
  /** Whether the message before was a question about the text, which this one may continue. Default: no. */
  readonly continuesQuestion?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Tells what kind of message it is, in English, German, Spanish or French. Deterministic. */
export interface MessageClassifier {
  /**
   * @returns the probability of each kind and of each language (ISO 639-1), 0 to 1. Each group adds up to 1
   * @throws only the signal's reason
   */
  classify(
    message: string,
    options?: ClassifyOptions,
  ): Promise<{
    readonly kinds: ReadonlyMap<MessageKind, number>;
    readonly languages: ReadonlyMap<string, number>;
  }>;
  /**
   * For a message that comes after a reply.
   * @returns the probability of each thing that it may want of that reply; `other`: it isn't about the reply. Adds up to 1
   */
  classifyRequest(message: string): Promise<ReadonlyMap<ReplyRequest | 'other', number>>;
}

/** The current time. Tests pass in their own. */
export interface Clock {
  now(): Date;
}

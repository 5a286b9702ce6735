// The core's ports for engines: everything that finds, ranks, reads and writes. The other rooms implement these interfaces.
// `store-ports.ts` has those of what is stored.
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { MetadataField, ReplyIntent, Turn, Verdict } from './answer.js';
import type { Article, Span } from './text/article.js';
import type { Passage } from './text/passage.js';

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
   * @returns undefined if there is no lexicon of one of the languages, or if both are the same
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

/** How well a passage matched. */
export interface Scored {
  /** Cosine similarity of question and passage by the index's embedder, 0 to 1. 0 if there is no vector. */
  readonly similarity: number;
  /** The {@link VectorSpace} in which they were compared. Undefined if one of them has no vector (yet). */
  readonly space?: string | undefined;
  /** BM25 score divided by the best passage's, 0 to 1; 0 if no term is shared. */
  readonly textScore: number;
}

/** A stored passage and how well it matched. */
export interface Match extends Scored {
  readonly article: Article;
  readonly passage: Passage;
}

/** Document frequencies over all stored passages. */
export interface TermFrequencies {
  /** Number of stored passages. */
  readonly passages: number;
  /** Number of passages that contain the term. */
  count(term: string): number;
}

/** A question that can be understood without its conversation. */
export interface Question {
  /** The question, with references to earlier turns resolved where possible. */
  readonly text: string;
  /**
   * The question resolved by rules only, without a model's words. Grounding trusts only this one. If unset, `text` is
   * trusted.
   */
  readonly trustedText?: string | undefined;
  /** The question as it was typed, cleaned. */
  readonly typed?: string | undefined;
  /** Translations into the other languages of the articles. Retrieval searches for them too. */
  readonly translations?: readonly string[] | undefined;
  /** ISO 639-1; `und` if unknown. */
  readonly language: string;
}

/** A sentence and its relevance to the question. */
export interface RankedSentence extends Span {
  readonly match: Match;
  /** 0 to 1: how likely it is that this sentence answers the question. */
  readonly relevance: number;
  /** What the relevance rests on, for rules that build on it. Unset if the ranker can't tell. */
  readonly signals?: RelevanceSignals | undefined;
  /** The exact phrase that answers, inside the sentence, if the engine's reader is certain of it. */
  readonly phrase?: Span | undefined;
}

/** How a sentence matches a question, apart from its relevance. */
export interface RelevanceSignals {
  /** Whether it has the kind of thing that is asked for, such as a date. Unset if the question asks for no such thing. */
  readonly hasAnswerType?: boolean | undefined;
  /** Whether it certainly can't be the answer, because an age, a price or a length is asked for and it has none. */
  readonly lacksAnswer?: boolean | undefined;
  /** 0 to 1: share of the question's terms, weighted by rarity, that it and its heading have. */
  readonly coverage: number;
  /** Like `coverage`, also counting similar words and the sentences around it. */
  readonly looseCoverage: number;
  /** Whether it has the opposite of a word of the question, and not that word. */
  readonly hasAntonym: boolean;
}

/** The result of ranking a question's matches. */
export interface Ranking {
  /** Every sentence of every match, best first. */
  readonly sentences: readonly RankedSentence[];
  /**
   * The best sentence of each paragraph, best paragraph first. Paragraphs are scored as a whole, so the order can differ
   * from that of the sentences.
   */
  readonly paragraphs: readonly RankedSentence[];
  /** Answerability, 0 to 1: the calibrated probability that the best sentences answer the question. */
  readonly confidence: number;
  /** Confidence below which the question counts as unanswered. Unset: the built-in writer's own threshold. */
  readonly threshold?: number | undefined;
  /** The question in the words of the articles' language, if the ranker translated it word by word. */
  readonly translation?: string | undefined;
}

/** Ranks the sentences of retrieved passages by how well they answer the question. Deterministic. */
export interface SentenceRanker {
  rank(question: Question, matches: readonly Match[], frequencies: TermFrequencies): Ranking;
}

/**
 * Reads the best candidates together with the question, improves their order and the confidence, and finds the phrases
 * that answer. Much slower than a ranker, so it reads only a few paragraphs.
 */
export interface Reader {
  /**
   * @returns the ranking unchanged if the reader isn't available, can't read the language or doesn't have the time
   * @throws only the signal's reason
   */
  read(
    question: Question,
    ranking: Ranking,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<Ranking>;
}

/** A numbered sentence that a writer may use and cite. */
export interface Evidence extends Span {
  /** The number in its marker `[n]`, from 1. */
  readonly number: number;
  readonly article: Article;
  /** The sentence on one line, without the article's own reference marks. */
  readonly text: string;
  /** 0 to 1, from the ranker or the reader. */
  readonly relevance: number;
  /** See {@link RankedSentence.phrase}. */
  readonly phrase?: Span | undefined;
}

/** What a writer returns, and nothing else, when the evidence doesn't answer the question. */
export const NOT_IN_ARTICLE = 'NOT_IN_ARTICLE';

/**
 * A piece that takes back everything a writer has written so far, because it turned out not to be part of the answer, such
 * as a model's thoughts. What follows is the answer.
 */
export const RESTART = '\u001E';

/** The tokens that a model call used. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What a summary should be like. */
export interface SummaryRequest {
  readonly maxSentences: number;
  readonly maxWords: number;
  /** ISO 639-1 code of the reader's language; `und` for the language of the articles. */
  readonly language: string;
  /** A list of separate points, or sentences that read as one paragraph. */
  readonly form: 'list' | 'paragraph';
  /** The evidence is one section of a longer article, or sentences from all of it. Default `whole`. */
  readonly scope?: 'section' | 'whole' | undefined;
}

/** Options for {@link Writer.write}. */
export interface WriteOptions {
  /** If set, the evidence is summarized, and the question is ignored. Writers without a token budget never get it. */
  readonly summary?: SummaryRequest | undefined;
  /** Answerability, 0 to 1: the probability that the evidence answers the question. */
  readonly confidence: number;
  /** See {@link Ranking.threshold}. */
  readonly threshold?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called once per model call, and never if there was none. */
  readonly onUsage?: ((usage: Usage) => void) | undefined;
}

/** Writes an answer from evidence as text with `[n]` markers, streamed in pieces of any size. {@link RESTART} is a piece of its own. */
export interface Writer {
  /** How much evidence it takes, in estimated tokens. If unset, it gets a fixed number of sentences. */
  readonly evidenceTokens?: number | undefined;
  write(question: Question, evidence: readonly Evidence[], options: WriteOptions): AsyncIterable<string>;
}

/** A question rewritten so that it can be understood without its conversation. */
interface RewrittenQuestion {
  /** The rewritten question, in its own language. */
  readonly standalone: string;
  /** The question in each of the articles' other languages. */
  readonly translations?: readonly string[] | undefined;
  /** ISO 639-1 code of the question's language, which is also the answer's; `und` if unknown. */
  readonly language: string;
}

/** Rewrites a follow-up question so that it stands alone. Without a rewriter, rules do this. */
export interface Rewriter {
  rewrite(
    question: string,
    turns: readonly Turn[],
    options: Pick<WriteOptions, 'signal' | 'onUsage'> & { readonly articleLanguages: readonly string[] },
  ): Promise<RewrittenQuestion>;
}

/** What a message can be: a kind of chat, a question about the article as a whole, or one about what it says. */
export type MessageKind = Exclude<ReplyIntent, 'metadata'> | MetadataField | 'summary' | 'question';

/** Options for {@link MessageClassifier.classify}. */
interface ClassifyOptions {
  /** Whether the articles have a word. A message with such words is more likely to ask about them. Default: none. */
  readonly isKnownWord?: ((word: string) => boolean) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Tells what kind of message an English message is by its meaning, where rules find nothing. Deterministic. */
export interface MessageClassifier {
  /**
   * @returns the probability of each kind, 0 to 1. They add up to 1
   * @throws AppError `engine/*` if the embedding model fails; the signal's reason
   */
  classify(message: string, options?: ClassifyOptions): Promise<ReadonlyMap<MessageKind, number>>;
}

/** A claim checker's verdict on one claim of a message. */
export interface ProposedVerdict {
  /** Copied word for word from the message. */
  readonly claim: string;
  readonly verdict: Verdict;
  /** Numbers of the evidence behind the verdict. */
  readonly evidence: readonly number[];
}

/** Splits a message into claims and proposes verdicts. The core shows only verdicts that its own check confirms. */
export interface ClaimChecker {
  /** The model's name. */
  readonly name: string;
  check(
    message: string,
    evidence: readonly Evidence[],
    options: Pick<WriteOptions, 'signal' | 'onUsage'>,
  ): Promise<readonly ProposedVerdict[]>;
}

/** Finds the phrase in a sentence that answers the question, such as a number, a date or a name, if no reader did. */
interface Highlighter {
  /** A span of the article, inside the sentence; undefined if no phrase is certain enough. */
  highlight(question: Question, evidence: Evidence): Span | undefined;
}

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
  /** Without one, rules resolve follow-up questions. */
  readonly rewriter?: Rewriter | undefined;
  /** Without one, rules check claims. */
  readonly claimChecker?: ClaimChecker | undefined;
  /** Without one, rules alone tell what kind of message it is. */
  readonly messageClassifier?: MessageClassifier | undefined;
  /**
   * Answers if the writer fails with an AppError `engine/*`, or if a budget is used up. Shares embedder and analyzer
   * with this engine.
   */
  readonly fallback?: Engine | undefined;
}

/** The current time. Tests pass in their own. */
export interface Clock {
  now(): Date;
}

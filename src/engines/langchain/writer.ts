// Writes answers with a chat model: streams the text within limits of time and tokens, and checks how the
// stream ended.

import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { AIMessageChunk, UsageMetadata } from '@langchain/core/messages';
import type { ChatConfig } from '../../config/models.js';
import { estimateTokens } from '../../core/text/estimate-tokens.js';
import type { Evidence, Usage, Writer } from '../../core/writing-ports.js';
import type { CircuitBreaker } from './circuit-breaker.js';
import { type ModelHabits, readAnswer } from './output/answer-text.js';
import { type Prompt, writeAnswerPrompt, writeSummaryPrompt } from './prompt.js';
import {
  badResponse,
  ContextOverflow,
  type Endpoint,
  explainProviderError,
  isAboutRequest,
  ProviderError,
  timedOut,
} from './provider-error.js';
import { BAD_RESPONSE, ERROR_TEXT } from './text.js';

/** Anything longer isn't an answer, so we stop reading. */
const MAX_ANSWER_CHARS = 20_000;
/** Reasons to stop that mean that the answer is longer than allowed. */
const TOO_LONG = ['length', 'max_tokens', 'max_output_tokens', 'model_length'];
/** Reasons to stop that mean that the provider took the answer away. */
const FILTERED = [
  'content_filter',
  'safety',
  'recitation',
  'blocklist',
  'prohibited_content',
  'refusal',
  'error',
];
/** The end of a sentence, with its markers and closing quotation marks. */
const WHOLE_SENTENCE = /(?:[.!?…。！？।؟]["'”’»)\]]*|\])(?:\s*\[[\d\s,]+\])*\s*$/u;
/** A retry with less evidence takes this share of it. */
const LESS_EVIDENCE = 0.5;

export interface ModelParts {
  readonly model: BaseChatModel;
  readonly config: ChatConfig;
  readonly endpoint: Endpoint;
  readonly circuitBreaker: CircuitBreaker;
}

export function createModelWriter(parts: ModelParts): Writer {
  const habits: ModelHabits = { hasUnopenedThoughts: false };
  return {
    evidenceTokens: parts.config.evidenceTokens,
    async *write(question, evidence, { summary, signal, onUsage }) {
      let isOnlyThoughts = false;
      const promptFor = (sentences: readonly Evidence[]) =>
        summary ? writeSummaryPrompt(summary, sentences) : writeAnswerPrompt(question.text, sentences);
      const pieces = streamFitting(promptFor, evidence, parts, signal, onUsage);
      yield* readAnswer(pieces, habits, () => {
        isOnlyThoughts = true;
      });
      if (isOnlyThoughts) throw badResponse(parts.endpoint, BAD_RESPONSE.onlyThoughts);
    },
  };
}

/** Streams the model's text. If the prompt doesn't fit the model's context, it is sent once more with less evidence. */
async function* streamFitting(
  promptFor: (evidence: readonly Evidence[]) => Prompt,
  evidence: readonly Evidence[],
  parts: ModelParts,
  signal: AbortSignal | undefined,
  onUsage: ((usage: Usage) => void) | undefined,
): AsyncGenerator<string> {
  const prompt = promptFor(evidence);
  try {
    yield* streamAnswer(prompt, parts, signal, onUsage);
  } catch (error) {
    const less = error instanceof ContextOverflow ? reduceEvidence(evidence, prompt, error) : [];
    if (less.length === 0) throw error;
    yield* streamAnswer(promptFor(less), parts, signal, onUsage);
  }
}

/** The most relevant evidence, as much as may fit. Empty if it can't fit, because evidence isn't what fills the prompt. */
function reduceEvidence(
  evidence: readonly Evidence[],
  { system, user }: Prompt,
  { excessTokens }: ContextOverflow,
): readonly Evidence[] {
  const tokens = evidence.reduce((sum, { text }) => sum + estimateTokens(text), 0);
  const budget = Math.min(tokens * LESS_EVIDENCE, tokens - (excessTokens ?? 0) * 1.1);
  if (tokens < estimateTokens(system + user) / 2) return [];
  const kept = new Set<Evidence>();
  let used = 0;
  for (const sentence of evidence.toSorted((a, b) => b.relevance - a.relevance)) {
    used += estimateTokens(sentence.text);
    if (used > budget) break;
    kept.add(sentence);
  }
  return evidence.filter((sentence) => kept.has(sentence));
}

/**
 * Streams the model's text. Failures before the first chunk are retried; later ones end the stream.
 * @throws AppError `engine/*`, also if the model stopped early or said nothing, or the signal's reason
 */
async function* streamAnswer(
  prompt: Prompt,
  { model, config, endpoint, circuitBreaker }: ModelParts,
  signal: AbortSignal | undefined,
  onUsage: ((usage: Usage) => void) | undefined,
): AsyncGenerator<string> {
  const { firstTokenTimeoutMs, answerTimeoutMs } = config;
  const done = new AbortController();
  const answerTimeout = AbortSignal.timeout(answerTimeoutMs);
  const limits = [done.signal, answerTimeout, ...(signal ? [signal] : [])];
  const tokenCounter = createTokenCounter(prompt);
  let text = '';
  let finishReason: string | undefined;
  let isStreaming = false;
  try {
    const { first, rest } = await circuitBreaker.call(async () => {
      const firstToken = new AbortController();
      const timer = setTimeout(() => firstToken.abort(), firstTokenTimeoutMs);
      try {
        tokenCounter.start();
        const stop = AbortSignal.any([...limits, firstToken.signal]);
        const stream = await model.stream(toMessages(prompt), { signal: stop });
        const chunks = stream[Symbol.asyncIterator]();
        return { first: await chunks.next(), rest: chunks };
      } catch (error) {
        if (firstToken.signal.aborted) throw timedOut(endpoint, 'start', firstTokenTimeoutMs);
        if (answerTimeout.aborted) throw timedOut(endpoint, 'finish', answerTimeoutMs);
        throw error;
      } finally {
        clearTimeout(timer);
      }
    }, signal);
    isStreaming = true;
    for (let step = first; !step.done; step = await rest.next()) {
      const chunk = step.value as AIMessageChunk;
      tokenCounter.add(chunk);
      finishReason = readFinishReason(chunk) ?? finishReason;
      text += chunk.text;
      if (chunk.text !== '') yield chunk.text;
      if (text.length > MAX_ANSWER_CHARS) throw tooLong(endpoint);
    }
    signal?.throwIfAborted();
    // An aborted stream ends without an error, so the timeout has to be checked here.
    if (answerTimeout.aborted) throw timedOut(endpoint, 'finish', answerTimeoutMs);
    const failure = explainStop(finishReason?.toLowerCase(), text, endpoint, config);
    if (failure) {
      // Otherwise the last sentence would be lost with the failure, even if it is whole.
      if (WHOLE_SENTENCE.test(text)) yield '\n';
      throw failure;
    }
  } catch (error) {
    signal?.throwIfAborted();
    const explained = answerTimeout.aborted
      ? timedOut(endpoint, 'finish', answerTimeoutMs)
      : explainProviderError(error, endpoint);
    if (isStreaming && !isAboutRequest(explained)) await circuitBreaker.recordFailure(explained);
    throw explained;
  } finally {
    done.abort();
    tokenCounter.stop(text, onUsage);
  }
}

export function toMessages({ system, user }: Prompt): [role: string, content: string][] {
  return [
    ['system', system],
    ['user', user],
  ];
}

/** Counts tokens as the model reports them, or else by estimate. Counts nothing if no request was made. */
export function createTokenCounter({ system, user }: Prompt) {
  let isStarted = false;
  let inputTokens = 0;
  let outputTokens = 0;
  return {
    start(): void {
      isStarted = true;
    },
    /** Some providers report usage in parts that have to be added up. */
    add({ usage_metadata: usage }: { readonly usage_metadata?: UsageMetadata | undefined }): void {
      inputTokens += usage?.input_tokens ?? 0;
      outputTokens += usage?.output_tokens ?? 0;
    },
    stop(text: string, onUsage: ((usage: Usage) => void) | undefined): void {
      if (!isStarted) return;
      const isReported = inputTokens + outputTokens > 0;
      onUsage?.(
        isReported
          ? { inputTokens, outputTokens }
          : { inputTokens: estimateTokens(system + user), outputTokens: estimateTokens(text) },
      );
    },
  };
}

/** Why the answer isn't whole; undefined if it is. */
function explainStop(
  reason: string | undefined,
  text: string,
  endpoint: Endpoint,
  config: ChatConfig,
): ProviderError | undefined {
  if (reason !== undefined && TOO_LONG.includes(reason)) return tooLong(endpoint);
  if (reason !== undefined && FILTERED.includes(reason)) return filtered(endpoint, reason);
  if (text.trim() === '') return badResponse(endpoint, BAD_RESPONSE.emptyAnswer);
  // A stream that just ends may have been cut off.
  const isCut = reason === undefined && usesOpenAiProtocol(config) && !WHOLE_SENTENCE.test(text);
  return isCut ? cutShort(endpoint) : undefined;
}

/** Why the model stopped, in the provider's words. */
function readFinishReason({ response_metadata: metadata }: AIMessageChunk): string | undefined {
  const { finish_reason, stop_reason, done_reason } = metadata as Record<string, unknown>;
  return [finish_reason, stop_reason, done_reason].find((one): one is string => typeof one === 'string');
}

/** Only this protocol guarantees a finish reason at the end of a complete answer. */
function usesOpenAiProtocol({ model, baseUrl }: ChatConfig): boolean {
  return baseUrl !== undefined || model.startsWith('openai:');
}

function filtered(endpoint: Endpoint, reason: string): ProviderError {
  return new ProviderError({
    ...{ code: 'engine/filtered', ...ERROR_TEXT.filtered(endpoint, reason) },
    isTransient: false,
  });
}

function cutShort(endpoint: Endpoint): ProviderError {
  return new ProviderError({
    ...{ code: 'engine/cut-short', ...ERROR_TEXT.cutShort(endpoint) },
    isTransient: true,
  });
}

function tooLong(endpoint: Endpoint): ProviderError {
  return new ProviderError({
    ...{ code: 'engine/too-long', ...ERROR_TEXT.tooLong(endpoint) },
    isTransient: false,
  });
}

// Writes answers with a chat model: streams the text within limits of time and tokens, and checks how the
// stream ended.

import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { AIMessageChunk, UsageMetadata } from '@langchain/core/messages';
import type { ChatConfig } from '../../config.js';
import type { Usage, Writer } from '../../core/ports.js';
import { estimateTokens } from '../../core/text/estimate-tokens.js';
import type { CircuitBreaker } from './circuit-breaker.js';
import { type Prompt, writeAnswerPrompt } from './prompt.js';
import {
  badResponse,
  type Endpoint,
  explainProviderError,
  ProviderError,
  timedOut,
} from './provider-error.js';
import { BAD_RESPONSE, ERROR_TEXT } from './text.js';

/** Anything longer isn't an answer, so we stop reading. */
const MAX_ANSWER_CHARS = 20_000;
/** Some models print their reasoning between these tags before they answer. */
const THINKING_START = '<think>';
const THINKING_END = '</think>';

export interface ModelParts {
  readonly model: BaseChatModel;
  readonly config: ChatConfig;
  readonly endpoint: Endpoint;
  readonly circuitBreaker: CircuitBreaker;
}

export function createModelWriter(parts: ModelParts): Writer {
  return {
    evidenceTokens: parts.config.evidenceTokens,
    write: (question, evidence, { signal, onUsage }) =>
      removeThinking(streamAnswer(writeAnswerPrompt(question.text, evidence), parts, signal, onUsage)),
  };
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
    if (finishReason === 'length' || finishReason === 'max_tokens') throw tooLong(endpoint);
    if (text.trim() === '') throw badResponse(endpoint, BAD_RESPONSE.emptyAnswer);
    if (finishReason === undefined && usesOpenAiProtocol(config)) throw cutShort(endpoint);
  } catch (error) {
    signal?.throwIfAborted();
    const failure = answerTimeout.aborted
      ? timedOut(endpoint, 'finish', answerTimeoutMs)
      : explainProviderError(error, endpoint);
    if (isStreaming && failure.code !== 'engine/too-long') await circuitBreaker.recordFailure(failure);
    throw failure;
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

/** Removes the reasoning that a model prints before its answer. */
async function* removeThinking(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let buffer = '';
  let state: 'unknown' | 'thinking' | 'answering' = 'unknown';
  for await (const piece of pieces) {
    if (state === 'answering') {
      yield piece;
      continue;
    }
    buffer += piece;
    if (state === 'unknown') {
      const start = buffer.trimStart();
      if (start.startsWith(THINKING_START)) state = 'thinking';
      else if (!THINKING_START.startsWith(start)) state = 'answering';
    }
    const end = state === 'thinking' ? buffer.indexOf(THINKING_END) : -1;
    if (end >= 0) {
      buffer = buffer.slice(end + THINKING_END.length);
      state = 'answering';
    }
    if (state === 'answering' && buffer !== '') yield buffer;
  }
  if (state === 'unknown' && buffer !== '') yield buffer;
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

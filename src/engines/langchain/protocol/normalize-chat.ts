// Rewrites responses of OpenAI-compatible servers to the letter of the protocol, so that the client library
// reads them all: https://platform.openai.com/docs/api-reference/chat/streaming

/** A choice of a response or of a chunk, as servers send it. */
interface LooseChoice {
  readonly message?: { readonly content?: unknown } | null;
  readonly delta?: { readonly content?: unknown } | null;
  /** From servers that answer as for plain completions. */
  readonly text?: unknown;
  readonly finish_reason?: unknown;
}

interface LooseResponse {
  readonly choices?: readonly LooseChoice[] | null;
  readonly usage?: unknown;
  readonly error?: unknown;
}

const DONE = '[DONE]';

/** A whole response, with its content as one text. */
export function normalizeWhole(response: LooseResponse): object {
  const choices = (response.choices ?? []).map((choice) => ({
    ...choice,
    message: { role: 'assistant', ...choice.message, content: contentOf(choice) },
    finish_reason: finishReasonOf(choice) ?? 'stop',
  }));
  return { ...response, choices };
}

/** A whole response as the stream that was asked for. */
export function toEventStream(response: LooseResponse): string {
  const [choice] = response.choices ?? [];
  const chunk = { object: 'chat.completion.chunk', ...response, usage: undefined };
  const choices = choice
    ? [
        {
          index: 0,
          delta: { role: 'assistant', content: contentOf(choice) },
          finish_reason: finishReasonOf(choice) ?? 'stop',
        },
      ]
    : [];
  const events = [
    { ...chunk, choices },
    ...(response.usage ? [{ ...chunk, choices: [], usage: response.usage }] : []),
  ];
  return `${events.map(toEvent).join('')}data: ${DONE}\n\n`;
}

/**
 * Rewrites a stream: content as text, the usage once and last, and a finish reason if the stream ends as
 * agreed. Lines that aren't JSON stay as they are.
 */
export function createStreamNormalizer(): TransformStream<string, string> {
  let rest = '';
  let usage: unknown;
  let hasFinished = false;

  function normalizeLine(line: string): string {
    const [, data] = /^data:\s*(.*)$/u.exec(line) ?? [];
    if (data === undefined) return `${line}\n`;
    if (data.trim() === DONE) return endOfStream();
    try {
      return `data: ${JSON.stringify(normalizeChunk(JSON.parse(data) as LooseResponse))}\n`;
    } catch {
      return `${line}\n`;
    }
  }

  function normalizeChunk(chunk: LooseResponse): object {
    if (typeof chunk !== 'object' || chunk === null || chunk.error) return chunk;
    if (chunk.usage) usage = chunk.usage;
    const choices = (chunk.choices ?? []).map((choice) => {
      const finishReason = finishReasonOf(choice);
      hasFinished ||= finishReason !== null;
      const delta = { ...(choice.delta ?? choice.message), content: contentOf(choice) };
      return { index: 0, ...choice, delta, finish_reason: finishReason };
    });
    return { ...chunk, choices, usage: undefined };
  }

  /** The end says that the answer is complete, even if no chunk said so. */
  function endOfStream(): string {
    const last = hasFinished ? '' : toEvent({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
    hasFinished = true;
    return `${last}${usageEvent()}data: ${DONE}\n`;
  }

  function usageEvent(): string {
    const event = usage ? toEvent({ choices: [], usage }) : '';
    usage = undefined;
    return event;
  }

  return new TransformStream<string, string>({
    transform(text, controller) {
      const lines = (rest + text).split(/\r\n|\n|\r(?!$)/u);
      rest = lines.pop() ?? '';
      for (const line of lines) controller.enqueue(normalizeLine(line));
    },
    flush(controller) {
      if (rest !== '') controller.enqueue(`${normalizeLine(rest)}\n`);
      controller.enqueue(usageEvent());
    },
  });
}

function toEvent(value: object): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

/** Content comes as a text, in parts, or not at all. Parts with thoughts are left out. */
function contentOf({ delta, message, text }: LooseChoice): string {
  return textOf((delta ?? message)?.content ?? text);
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (Array.isArray(content)) return content.map(textOf).join('');
  const { type = 'text', text } = (content ?? {}) as { readonly type?: unknown; readonly text?: unknown };
  return String(type).includes('text') ? textOf(text ?? '') : '';
}

function finishReasonOf({ finish_reason: reason }: LooseChoice): string | null {
  return typeof reason === 'string' && reason !== '' && reason !== 'null' ? reason : null;
}

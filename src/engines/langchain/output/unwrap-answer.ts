// Takes an answer out of a code fence or out of JSON, which some models put around it.

const FENCE = /^\s*(?:```|~~~)[^\n]*\n/u;
const CLOSING_FENCE = /\n?[ \t]*(?:```|~~~)[ \t]*(?:\n|$)/u;
/** An array starts with an object or a string. `[1]` is a marker. */
const JSON_START = /^\s*(?:\{|\[\s*[{"])/u;
/** Enough of the start to recognize a fence or JSON. */
const START_CHARS = 4;

/** Keys of the text, in order of preference. */
const TEXT_KEYS = [
  'answer',
  'final_answer',
  'response',
  'text',
  'sentence',
  'content',
  'output',
  'message',
  'result',
];
const LIST_KEYS = ['sentences', 'answers', 'claims', 'statements', 'parts'];
/** Keys of the evidence numbers. */
const MARKER_KEYS = [
  'citations',
  'citation',
  'markers',
  'numbers',
  'evidence',
  'sources',
  'references',
  'refs',
];

export interface AnswerUnwrapper {
  /** Adds text and returns what is certain to belong to the answer. */
  push(text: string): string;
  end(): string;
}

/** Streams an answer that isn't wrapped. A wrapped one comes at its end. */
export function createAnswerUnwrapper(): AnswerUnwrapper {
  let buffer = '';
  let mode: 'start' | 'fenced' | 'json' | 'plain' = 'start';

  function drain(isEnd: boolean): string {
    if (mode === 'start') {
      const start = buffer.trimStart();
      if (start.length < START_CHARS && !isEnd) return '';
      if (/^(?:```|~~~)/u.test(start)) {
        if (!FENCE.test(buffer)) return isEnd ? buffer : '';
        buffer = buffer.replace(FENCE, '');
        mode = 'fenced';
      } else mode = JSON_START.test(buffer) ? 'json' : 'plain';
    }
    if (mode === 'fenced') {
      const close = CLOSING_FENCE.exec(buffer);
      if (!close && !isEnd) return '';
      const inside = close ? buffer.slice(0, close.index) : buffer;
      const after = close ? buffer.slice(close.index + close[0].length) : '';
      buffer = '';
      mode = 'plain';
      return `${unwrapJson(inside)}\n${after}`;
    }
    if (mode === 'json' && !isEnd) return '';
    const text = mode === 'json' ? unwrapJson(buffer) : buffer;
    buffer = '';
    return text;
  }

  return {
    push(text) {
      buffer += text;
      return drain(false);
    },
    end: () => drain(true),
  };
}

/** The answer in a JSON text, or the text itself if it isn't JSON. */
function unwrapJson(text: string): string {
  if (!JSON_START.test(text)) return text;
  try {
    return textOf(JSON.parse(text)) ?? text;
  } catch {
    return text;
  }
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.flatMap((one) => textOf(one) ?? []).join(' ') || undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(fields);
  const find = (names: readonly string[]) =>
    names.flatMap((name) => keys.find((key) => key.toLowerCase() === name) ?? [])[0];
  const key = find(TEXT_KEYS) ?? find(LIST_KEYS) ?? keys.find((name) => typeof fields[name] === 'string');
  const text = key === undefined ? undefined : textOf(fields[key]);
  const markers = fields[find(MARKER_KEYS) ?? ''];
  if (text === undefined || /\[\d+\]/u.test(text)) return text;
  return `${text} ${[markers].flat().flatMap(markerOf).join('')}`.trimEnd();
}

function markerOf(value: unknown): readonly string[] {
  const [number] = /^\[?\d{1,4}\]?$/u.test(String(value)) ? (/\d+/u.exec(String(value)) ?? []) : [];
  return number === undefined ? [] : [`[${number}]`];
}

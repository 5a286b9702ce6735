// Removes what a chat model prints besides its answer: thoughts, channel marks, tags around the answer, and
// the special tokens of its template.
import { RESTART } from '../../../core/writing-ports.js';

/** Names of tags that enclose thoughts, in any case. */
const THOUGHT = 'think(?:ing)?|thoughts?|reasoning|reflection|analysis|scratchpad|antthinking|seed:think';
/** Names of tags that enclose the answer. */
const ANSWER = 'answer|final[_ ]?answer|final|response|output';

/**
 * Every mark, by what it does. Templates differ in spelling, so each kind lists all the ones in use.
 * - `open` and `close`: around thoughts
 * - `header`: starts a header such as `<|channel|>final<|message|>`, which says what follows
 * - `stop`: the end of the answer; a model that prints it may go on to invent the next question
 * - `skip`: removed
 */
const MARKS = [
  [
    'open',
    String.raw`<(?:${THOUGHT})\b[^<>]{0,80}>|\[THINK\]|◁think▷|<\|(?:begin_of_thought|START_THINKING|think)\|>|<\|channel>thought\b`,
  ],
  ['open', 'assistant(?:analysis|commentary)'],
  [
    'close',
    String.raw`<\/(?:${THOUGHT})\s*>|\[\/THINK\]|◁\/think▷|<\|(?:end_of_thought|END_THINKING|\/think)\|>|<channel\|>`,
  ],
  ['close', 'assistantfinal'],
  ['header', String.raw`<\|(?:channel|start|im_start|start_header_id)\|>|<start_of_turn>`],
  [
    'stop',
    String.raw`<\|(?:im_end|eot_id|eom_id|endoftext|end_of_text|end|return|call|user|system|END_OF_TURN_TOKEN)\|>`,
  ],
  ['stop', String.raw`<(?:eos|end_of_turn|\/s)>|<｜end▁of▁sentence｜>|<｜User｜>|\[INST\]`],
  ['skip', String.raw`<\/?(?:${ANSWER})>|<(?:s|bos)>|\[\/INST\]|<[|｜][\p{L}\p{N}_▁/-]{1,40}[|｜]>`],
] as const;

type MarkKind = (typeof MARKS)[number][0];
type Mode = 'start' | 'held' | 'answer' | 'thoughts' | 'header' | 'stopped';

const MARK = new RegExp(MARKS.map(([, pattern]) => `(${pattern})`).join('|'), 'iu');
const CLOSE = new RegExp(
  MARKS.flatMap(([kind, pattern]) => (kind === 'close' ? [pattern] : [])).join('|'),
  'iu',
);
const MAX_HEADER_CHARS = 80;
/** A header ends where its text starts. */
const HEADER_END = /<\|(?:message|end_header_id|channel)\|>|\n/iu;
/** A mark that isn't complete yet. */
const UNFINISHED_MARK = /(?:<[^<>]{0,80}|\[\/?[a-z]{0,8}|◁[^▷]{0,10})$/iu;
/** Some servers remove special tokens and leave their names glued to the text: `analysisWe need…assistantfinalIt…`. */
const GLUED_START = /^\s*(?:analysis|commentary)(?=\p{L})/iu;
const GLUED_START_CHARS = 'commentary'.length + 1;
const GLUED_MARKS = ['assistantfinal', 'assistantanalysis', 'assistantcommentary'];

export interface StrippedAnswer {
  /** Adds text. Returns the pieces that belong to the answer; {@link RESTART} takes back all before it. */
  push(text: string): readonly string[];
  /** Returns the last pieces. */
  end(): readonly string[];
  /** Whether the text was nothing but thoughts. */
  readonly isOnlyThoughts: boolean;
  /** Whether thoughts ended that never began, because the server's template writes their opening tag itself. */
  readonly hasUnopenedThoughts: boolean;
}

/**
 * @param startsInThoughts holds the text back until its thoughts end. If they never do, all of it is the answer
 */
export function createAnswerStripper({ startsInThoughts = false } = {}): StrippedAnswer {
  let buffer = '';
  let mode: Mode = 'start';
  /** The mode to go back to after a header. */
  let outerMode: Mode = 'answer';
  let hasAnswer = false;
  let hasThoughts = false;
  let hasUnopenedThoughts = false;

  /** Takes `length` characters of the buffer. */
  function take(length: number): readonly string[] {
    const text = buffer.slice(0, length);
    buffer = buffer.slice(length);
    if (mode !== 'answer' || text === '') return [];
    hasAnswer ||= text.trim() !== '';
    return [text];
  }

  function endThoughts(): readonly string[] {
    const isUnopened = mode === 'answer' && hasAnswer;
    mode = 'answer';
    hasThoughts = true;
    if (!isUnopened) return [];
    hasUnopenedThoughts = true;
    hasAnswer = false;
    return [RESTART];
  }

  function startThoughts(): void {
    mode = 'thoughts';
    hasThoughts = true;
  }

  function readMark(kind: MarkKind): readonly string[] {
    if (kind === 'close') return endThoughts();
    if (kind === 'open') startThoughts();
    else if (kind === 'header') [outerMode, mode] = [mode, 'header'];
    else if (kind === 'stop' && mode === 'answer' && hasAnswer) mode = 'stopped';
    return [];
  }

  /** @returns undefined if the header isn't complete */
  function readHeader(): readonly string[] | undefined {
    const end = HEADER_END.exec(buffer);
    if (!end && buffer.length <= MAX_HEADER_CHARS) return undefined;
    mode = outerMode;
    if (!end || end.index > MAX_HEADER_CHARS) return [];
    const name = buffer.slice(0, end.index).trim().toLowerCase();
    buffer = buffer.slice(end.index + end[0].length);
    if (/^(?:user|system|tool|human)\b/u.test(name)) {
      if (hasAnswer) mode = 'stopped';
    } else if (end[0].toLowerCase() === '<|channel|>') mode = 'header';
    else if (name.startsWith('final')) return endThoughts();
    else if (/^(?:analysis|commentary|thought)/u.test(name)) startThoughts();
    return [];
  }

  function readStart(): void {
    mode = startsInThoughts ? 'held' : 'answer';
    const glued = GLUED_START.exec(buffer);
    if (!glued) return;
    buffer = buffer.slice(glued[0].length);
    startThoughts();
  }

  /** Reads the marks in the buffer, and keeps what may become one. */
  function drain(isEnd: boolean): readonly string[] {
    const pieces: string[] = [];
    if (mode === 'start') {
      if (!isEnd && buffer.trimStart().length < GLUED_START_CHARS) return [];
      readStart();
    }
    if (mode === 'held') {
      const close = CLOSE.exec(buffer);
      if (!close && !isEnd) return [];
      if (close) buffer = buffer.slice(close.index + close[0].length);
      hasThoughts ||= close !== null;
      mode = 'answer';
    }
    for (;;) {
      if (mode === 'header') {
        const read = readHeader();
        if (!read) return pieces;
        pieces.push(...read);
        continue;
      }
      const mark = MARK.exec(buffer);
      if (!mark || mode === 'stopped') break;
      const kind = MARKS[mark.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? 'skip';
      pieces.push(...take(mark.index));
      buffer = buffer.slice(mark[0].length);
      pieces.push(...readMark(kind));
    }
    pieces.push(...take(buffer.length - (isEnd ? 0 : countUnfinished(buffer))));
    return pieces;
  }

  return {
    push(text) {
      buffer += text;
      return drain(false);
    },
    end: () => drain(true),
    get isOnlyThoughts() {
      return hasThoughts && !hasAnswer;
    },
    get hasUnopenedThoughts() {
      return hasUnopenedThoughts;
    },
  };
}

/** Removes everything besides the answer from a whole text. */
export function stripThoughts(text: string): string {
  const stripper = createAnswerStripper();
  const pieces = [...stripper.push(text), ...stripper.end()];
  return pieces.slice(pieces.lastIndexOf(RESTART) + 1).join('');
}

/** How many characters at the end may become a mark. */
function countUnfinished(text: string): number {
  const mark = UNFINISHED_MARK.exec(text)?.[0].length ?? 0;
  const glued = GLUED_MARKS.flatMap((name) =>
    Array.from({ length: name.length - 1 }, (_, index) => name.length - 1 - index).filter((length) =>
      text.toLowerCase().endsWith(name.slice(0, length)),
    ),
  );
  return Math.max(mark, 0, ...glued);
}

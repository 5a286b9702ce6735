// Builds an article's text from markup, with white space as a reader sees it, and notes the structure.
import type { StructureSpan } from '../core/text/article.js';

/** What was built. Offsets point into `text`. */
export interface BuiltText {
  readonly text: string;
  /** In order of `start`; an outer span before those inside it. */
  readonly structure: readonly StructureSpan[];
}

/** Scripts that don't put spaces between words: a line end between two of their characters means nothing. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/** What separates two pieces of text, from weak to strong. A line end is a space, except between unspaced scripts. */
const SEPARATORS = ['', 'line end', ' ', '\n', '\n\n'] as const;
type Separator = (typeof SEPARATORS)[number];

/** Collects text from start to end. Keeps pieces, because appending to one long string and reading its end is slow. */
export class TextBuilder {
  readonly #pieces: string[] = [];
  readonly #structure: StructureSpan[] = [];
  #length = 0;
  /** What separates what was written from what comes next. */
  #pending: Separator = '';
  #lineDepth = 0;
  readonly #pages: { readonly label: string; start: number }[] = [];
  #nextPage: string | undefined;

  /** What is written from now on stands on the page with this label, or on no page if it's empty. */
  startPage(label: string): void {
    this.#nextPage = label;
  }

  /** Adds text and collapses its white space. */
  write(text: string): void {
    for (const [part] of text.matchAll(/[ \t\n\f\r]+|[^ \t\n\f\r]+/gu)) {
      if (/^[ \t\n\f\r]/u.test(part)) this.#separate(part.includes('\n') ? 'line end' : ' ');
      else this.#append(part);
    }
  }

  /** Adds text with its line ends and spaces. */
  writeVerbatim(text: string): void {
    if (text !== '') this.#append(text);
  }

  /** Starts a new line or, with `'\n\n'`, a new paragraph. Inside a single line, both are spaces. */
  break(separator: '\n' | '\n\n'): void {
    this.#separate(this.#lineDepth > 0 ? ' ' : separator);
  }

  /** Like {@link break}, but makes a pending paragraph break a line break. */
  breakLine(): void {
    if (this.#pending === '\n\n') this.#pending = '';
    this.break('\n');
  }

  /** Drops the white space that was due before what comes next. */
  dropSpace(): void {
    this.#pending = '';
  }

  /** Runs `work` and notes what it writes, if anything. */
  mark(span: Pick<StructureSpan, 'kind' | 'level' | 'url'>, work: () => void): void {
    const [spanIndex, pieceIndex, from] = [this.#structure.length, this.#pieces.length, this.#length];
    work();
    const written = this.#pieces.slice(pieceIndex).join('');
    const start = from + (written.length - written.trimStart().length);
    if (written.trim() !== '') this.#structure.splice(spanIndex, 0, { ...span, start, end: this.#length });
  }

  /** Runs `work` and keeps everything that it writes on one line. */
  onOneLine(work: () => void): void {
    this.#lineDepth += 1;
    work();
    this.#lineDepth -= 1;
  }

  build(): BuiltText {
    const pages = this.#pages.map(({ label, start }, index): StructureSpan => {
      const end = this.#pages[index + 1]?.start ?? this.#length;
      return { kind: 'page', label, start, end };
    });
    const labelled = pages.filter(({ label }) => label !== '');
    const structure = [...labelled, ...this.#structure].sort((a, b) => a.start - b.start || b.end - a.end);
    return { text: this.#pieces.join(''), structure: pages.length === 0 ? this.#structure : structure };
  }

  #separate(separator: Separator): void {
    const isStronger = SEPARATORS.indexOf(separator) > SEPARATORS.indexOf(this.#pending);
    const isNeeded = separator.startsWith('\n') ? this.#length > 0 : /\S/u.test(this.#lastCharacter);
    if (isStronger && isNeeded) this.#pending = separator;
  }

  #append(text: string): void {
    const isInsideUnspaced =
      this.#pending === 'line end' && UNSPACED.test(this.#lastCharacter) && UNSPACED.test(text[0] ?? '');
    const separator = isInsideUnspaced ? '' : this.#pending === 'line end' ? ' ' : this.#pending;
    this.#pending = '';
    if (this.#nextPage !== undefined) {
      this.#pages.push({ label: this.#nextPage, start: this.#length + separator.length });
      this.#nextPage = undefined;
    }
    this.#pieces.push(separator + text);
    this.#length += separator.length + text.length;
  }

  get #lastCharacter(): string {
    return this.#pieces.at(-1)?.at(-1) ?? '';
  }
}

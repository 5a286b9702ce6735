// Interprets the tokens of an RTF file: groups save and restore what applies to the text, and some hold no text at all.
import type { Element, ElementContent } from 'hast';
import { decodePage, pageOfCharset } from './code-pages.js';
import { createRtfWriter, type RtfWriter } from './rtf-writer.js';
import { tokenizeRtf } from './tokenize-rtf.js';

/** What an RTF file says about itself. */
export interface RtfInfo {
  title?: string;
  author?: string;
  /** ISO 8601. */
  date?: string;
}

export interface RtfContent {
  readonly blocks: readonly Element[];
  readonly notes: readonly (readonly ElementContent[])[];
  readonly info: RtfInfo;
}

/** What applies to the text of a group. */
interface State {
  /** Where the text goes. `none`: it isn't text of the document. */
  target: 'text' | 'none' | 'title' | 'author' | 'date' | 'font' | 'style' | 'marker' | 'link' | 'note';
  page: number;
  /** Characters after `\u` that repeat it for old programs. */
  skip: number;
  isHidden: boolean;
  isBold: boolean;
  isSuperscript: boolean;
  /** Inside a field, such as a link. */
  isField: boolean;
}

/** Groups without text of the document. Those that start with `\*` are skipped as well, unless they are known. */
const NO_TEXT = new Set(
  'colortbl pict object objdata header headerl headerr headerf footer footerl footerr footerf info listtable listoverridetable rsidtbl revtbl generator themedata colorschememapping latentstyles datastore xmlnstbl mmathPr annotation atnid atnauthor atndate atnref filetbl private nonshppict shpinst sp bkmkstart bkmkend template operator keywords comment doccomm company manager category subject'.split(
    ' ',
  ),
);
const TARGETS: ReadonlyMap<string, State['target']> = new Map([
  ...([
    ['title', 'title'],
    ['author', 'author'],
    ['creatim', 'date'],
    ['fonttbl', 'font'],
    ['stylesheet', 'style'],
  ] as const),
  ...([
    ['pntext', 'marker'],
    ['listtext', 'marker'],
    ['fldinst', 'link'],
    ['footnote', 'note'],
  ] as const),
]);
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...([
    ['tab', ' '],
    ['~', '\u00A0'],
    ['_', '\u2011'],
    ['emdash', '—'],
    ['endash', '–'],
    ['bullet', '•'],
  ] as const),
  ...([
    ['lquote', '‘'],
    ['rquote', '’'],
    ['ldblquote', '“'],
    ['rdblquote', '”'],
    ['emspace', ' '],
  ] as const),
  ...([
    ['enspace', ' '],
    ['qmspace', ' '],
    ['\\', '\\'],
    ['{', '{'],
    ['}', '}'],
    ['zwj', '\u200D'],
    ['zwnj', '\u200C'],
  ] as const),
]);
const DEFAULT_PAGE = 1252;

export function convertRtf(bytes: Uint8Array): RtfContent {
  const writer = createRtfWriter();
  const info: RtfInfo = {};
  const stack: State[] = [];
  const fonts = new Map<number, number>();
  const styles = new Map<number, number>();
  let state: State = {
    ...{
      target: 'text',
      page: DEFAULT_PAGE,
      skip: 1,
      isHidden: false,
      isBold: false,
      isSuperscript: false,
      isField: false,
    },
  };
  let filePage = DEFAULT_PAGE;
  let font = 0;
  let style = 0;
  let isStarred = false;
  let toSkip = 0;
  let pending: number[] = [];
  let pendingPage = DEFAULT_PAGE;

  function flush(): void {
    if (pending.length === 0) return;
    const text = decodePage(Uint8Array.from(pending), pendingPage);
    pending = [];
    write(text);
  }

  function write(text: string): void {
    if (state.isHidden) return;
    const { target } = state;
    if (target === 'title' || target === 'author') info[target] = (info[target] ?? '') + text;
    else if (target === 'style') readStyleName(text);
    else if (target === 'marker') writer.addMarker(text);
    else if (target === 'link') writer.addInstruction(text);
    else if (target === 'text' || target === 'note')
      writer.write(text, { isBold: state.isBold, isSuperscript: state.isSuperscript });
  }

  /** "heading 2;" in the style sheet. */
  function readStyleName(text: string): void {
    const level = /^\s*heading (\d)/iu.exec(text)?.[1];
    if (level !== undefined) styles.set(style, Number(level));
    if (/^\s*title;/iu.test(text)) styles.set(style, 1);
  }

  function close(): void {
    const closed = state;
    state = stack.pop() ?? state;
    if (closed.target === 'link' && state.target !== 'link') writer.closeInstruction();
    if (closed.isField && !state.isField) writer.closeField();
    if (closed.target === 'note' && state.target !== 'note') writer.closeNote();
  }

  function control(name: string, value: number | undefined): void {
    const isOn = value !== 0;
    if (name === 'u') {
      const code = (value ?? 0) < 0 ? (value ?? 0) + 0x10000 : (value ?? 0);
      write(String.fromCharCode(code & 0xffff));
      toSkip = state.skip;
      return;
    }
    const character = CHARACTERS.get(name);
    if (character !== undefined) {
      write(character);
      return;
    }
    if (name === 'field') state.isField = true;
    const target = TARGETS.get(name);
    if (
      target !== undefined &&
      (state.target === 'text' || name === 'title' || name === 'author' || name === 'creatim')
    ) {
      if (target === 'note') writer.openNote();
      state.target = target;
    } else if (NO_TEXT.has(name) || isStarred) state.target = 'none';
    applyFormat(name, value, isOn);
  }

  function applyFormat(name: string, value: number | undefined, isOn: boolean): void {
    switch (name) {
      case 'ansicpg':
        filePage = value || DEFAULT_PAGE;
        state.page = filePage;
        break;
      case 'mac':
        state.page = 10000;
        break;
      case 'uc':
        state.skip = Math.min(8, Math.max(0, value ?? 1));
        break;
      case 'f':
        font = value ?? 0;
        if (state.target !== 'font') state.page = fonts.get(font) ?? filePage;
        break;
      case 'fcharset':
        fonts.set(font, pageOfCharset(value ?? 0) ?? filePage);
        break;
      case 's':
        style = value ?? 0;
        if (state.target === 'text') writer.setHeading(styles.get(style));
        break;
      case 'outlinelevel':
        if (state.target === 'style') styles.set(style, (value ?? 9) + 1);
        else if (state.target === 'text') writer.setHeading((value ?? 9) + 1);
        break;
      case 'b':
        state.isBold = isOn;
        break;
      case 'super':
        state.isSuperscript = isOn;
        break;
      case 'nosupersub':
        state.isSuperscript = false;
        break;
      case 'v':
      case 'deleted':
        state.isHidden = isOn;
        break;
      case 'plain':
        Object.assign(state, { isBold: false, isHidden: false, isSuperscript: false });
        break;
      case 'yr':
      case 'mo':
      case 'dy':
        if (state.target === 'date') addDatePart(info, value ?? 0);
        break;
      default:
        if (state.target === 'text' || state.target === 'note') layOut(writer, name);
    }
  }

  for (const token of tokenizeRtf(bytes)) {
    if (token.kind === 'text') {
      if (state.page !== pendingPage) flush();
      pendingPage = state.page;
      for (const byte of token.bytes) {
        if (toSkip > 0) toSkip -= 1;
        else if (state.target !== 'none' && state.target !== 'font') pending.push(byte);
      }
      continue;
    }
    flush();
    if (token.kind === 'open') {
      stack.push({ ...state });
      isStarred = false;
    } else if (token.kind === 'close') close();
    else if (token.name === '*') isStarred = true;
    else {
      // A control word also counts as one of the characters to skip.
      if (toSkip > 0) toSkip -= 1;
      control(token.name, token.value);
      isStarred = false;
    }
  }
  flush();
  return { ...writer.end(), info };
}

function layOut(writer: RtfWriter, name: string): void {
  if (name === 'par' || name === '\n' || name === '\r' || name === 'page' || name === 'sect')
    writer.endParagraph();
  else if (name === 'pard') writer.setHeading(undefined);
  else if (name === 'line') writer.breakLine();
  else if (name === 'cell' || name === 'nestcell') writer.endCell();
  else if (name === 'row' || name === 'nestrow') writer.endRow();
  else if (name === 'intbl') writer.enterTable();
  if (name === 'pard') writer.leaveTable();
}

function addDatePart(info: RtfInfo, value: number): void {
  const part = String(value).padStart(2, '0');
  info.date = info.date === undefined ? part : `${info.date}-${part}`;
}

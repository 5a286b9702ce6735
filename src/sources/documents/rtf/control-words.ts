// What the control words of RTF mean: groups that hold no text of the document, and special characters.

/** Where the text of a group goes. `none`: it isn't text of the document. */
export type Target =
  | 'text'
  | 'none'
  | 'title'
  | 'author'
  | 'date'
  | 'font'
  | 'style'
  | 'marker'
  | 'link'
  | 'note';

/** Groups without text of the document. Those that start with `\*` are skipped as well, unless they are known. */
export const NO_TEXT: ReadonlySet<string> = new Set(
  'colortbl pict object objdata header headerl headerr headerf footer footerl footerr footerf info listtable listoverridetable rsidtbl revtbl generator themedata colorschememapping latentstyles datastore xmlnstbl mmathPr annotation atnid atnauthor atndate atnref filetbl private nonshppict shpinst sp bkmkstart bkmkend template operator keywords comment doccomm company manager category subject'.split(
    ' ',
  ),
);
/** Groups whose text goes elsewhere. */
export const TARGETS: ReadonlyMap<string, Target> = new Map([
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
/** Control words and symbols that stand for a character. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
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

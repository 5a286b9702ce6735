// Classifies what type of answer a question asks for.

import type { AnswerType } from './answer-types.js';
import { QUESTION_WORDS, UNSPACED_LANGUAGES } from './question-words.js';

type Patterns = readonly (readonly [AnswerType, RegExp])[];

const wholeWord = (list: string) =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${list})(?![\\p{L}\\p{M}\\p{N}])`, 'iu');

/**
 * The first match wins, so specific patterns come first: "how many" before the "who" in "who said how many".
 */
const ENGLISH: Patterns = [
  ['percent', wholeWord('(?:what|which) (?:percent|percentage|share|fraction|proportion)|what % of')],
  [
    'money',
    wholeWord(
      'how much (?:money|did .{1,40} (?:cost|pay|spend|earn|raise)|does .{1,40} cost|(?:is|was|were) .{1,40} (?:worth|paid|spent|sold))|how expensive|what (?:price|cost)',
    ),
  ],
  [
    'duration',
    wholeWord(
      'how long (?:did|does|do|has|have|had|is|was|were|will|would|can|could|until|after|before|ago)|how many (?:years|days|months|weeks|hours|minutes|decades|centuries)|how old|at what age',
    ),
  ],
  ['measure', wholeWord('how (?:far|large|big|tall|high|wide|deep|heavy|fast|hot|cold)|how long')],
  ['number', wholeWord('how (?:many|much|often)|(?:what|which) (?:number|amount)')],
  [
    'event',
    wholeWord(
      'what (?:did|do|does|will|would|can|could|should|must|had|has|have|was|were|is|are) .{1,60} (?:do|doing|done)|what (?:had |has |have |will |would )?happen\\p{L}*',
    ),
  ],
  [
    'feeling',
    wholeWord(
      'how (?:did|does|do|has|have|had|is|are|was|were|will|would|must|might) .{1,80} (?:feel|felt|feeling)|(?:what|which) (?:feelings?|emotions?|mood)',
    ),
  ],
  [
    'why',
    wholeWord(
      'why|how come|(?:what|which) (?:caused|causes|(?:is|was|were) the (?:reasons?|causes?)|reasons?|caused?)|what (?:led|made)|for what reason|what (?:do|does|did|is|are|was|were) .{1,80} for(?=\\W*$)',
    ),
  ],
  [
    'when',
    wholeWord(
      '(?:what|which) (?:\\p{L}+ )?(?:years?|dates?|days?|months?|decades?|centur(?:y|ies)|season|time|era|period)|when|since when|how recently',
    ),
  ],
  [
    'where',
    wholeWord(
      'where|(?:what|which) (?:\\p{L}+ )?(?:city|cities|country|countries|state|states|place|places|town|region|regions|location|continent|county|river|island|area|province|district|nation|village|street|ocean|sea)',
    ),
  ],
  [
    'group',
    wholeWord(
      '(?:what|which) (?:\\p{L}+ )?(?:company|companies|organi[sz]ations?|groups?|team|teams|party|band|university|college|school|agency|church|network|league|club|institution|publication|newspaper|magazine|tribe|people|ethnic group|dynasty|army)',
    ),
  ],
  [
    'quote',
    wholeWord(
      '(?:what|how) (?:did|does|do|has|have|had|was|is) .{1,60}(?:say|said|call|called|describe|described|tell|told|assert|remark|claim)|quote',
    ),
  ],
  [
    'who',
    wholeWord(
      "who|whos|who's|whom|whose|(?:what|which) (?:\\p{L}+ )?(?:person|president|man|woman|actor|actress|singer|artist|king|queen|emperor|leader|author|writer|scientist|player|character|minister|architect|name|scholar|philosopher|director|general|pope|physicist|mathematician|quarterback|coach|ruler|governor|family|brother|sister)|(?:what|which) .{1,40} names?|name",
    ),
  ],
  ['how', wholeWord('how')],
  ['definition', wholeWord("what(?:['’]s| is| are| was| were)|define|meaning of")],
  ['action', wholeWord('what (?:did|does|do|has|have|had|can|could|will|would|should|must|may)')],
  ['which', wholeWord('which')],
  ['what', wholeWord('what|whats')],
];

/** Question words that often only open a clause: "What did he say when …". */
const CLAUSE_OPENER =
  /^(?:who|whom|whose|when|where|why|how|wer|wo|wie|qui|quand|où|comment|chi|quando|dove|come|quem|onde|como|wie|waar|hoe|кто|когда|где|как|cine|când|unde|cum)$/iu;
/** A clause before the question: "When Cyprus was conquered, who led …". */
const CLAUSE_BEFORE =
  /^\W*(?:when|where|while|if|as|after|before|once|since)(?! (?:did|do|does|is|are|was|were|will|would|can|could|has|have|had|should|must|may|might)(?![\p{L}]))[^,]*,(?=.*(?:who|wh[aeoy]\w*|how)(?!\p{L}))/iu;

/** Question patterns of one language. Compiled when they are needed, because compiling all takes 0.1 seconds. */
interface QuestionPatterns {
  /** Matches if any of the patterns does, so that most languages are ruled out by one expression. */
  readonly any: () => RegExp;
  readonly patterns: () => Patterns;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const OTHER_LANGUAGES: ReadonlyMap<string, QuestionPatterns> = new Map(
  Object.entries(QUESTION_WORDS).map(([language, patternsByType]) => {
    const compile = UNSPACED_LANGUAGES.has(language) ? (list: string) => new RegExp(list, 'u') : wholeWord;
    const lists = Object.entries(patternsByType) as [AnswerType, string][];
    const any = once(() => compile(lists.map(([, list]) => list).join('|')));
    const patterns = once(() => lists.map(([type, list]) => [type, compile(list)] as const));
    return [language, { any, patterns }];
  }),
);

/**
 * Classifies the question by its question words.
 * @param language ISO 639-1 code of the question, or `und`
 */
export function classifyAnswerType(question: string, language = 'und'): AnswerType {
  const text = question.replace(CLAUSE_BEFORE, '');
  const own = findType(text, OTHER_LANGUAGES.get(language)?.patterns() ?? []) ?? findType(text, ENGLISH);
  if (own || language === 'en') return own ?? 'other';
  // The detected language of a short question is unreliable, so the other languages are tried too.
  for (const [other, { any, patterns }] of OTHER_LANGUAGES)
    if (other !== language && any().test(text)) return findType(text, patterns()) ?? 'other';
  return 'other';
}

/**
 * The first type that matches. A word that may only open a clause counts if no other type matches before it.
 */
function findType(text: string, patterns: Patterns): AnswerType | undefined {
  let opener: { readonly type: AnswerType; readonly index: number } | undefined;
  for (const [type, pattern] of patterns) {
    const found = pattern.exec(text);
    if (!found || (opener && found.index >= opener.index)) continue;
    if (!CLAUSE_OPENER.test(found[0])) return type;
    opener = { type, index: found.index };
  }
  return opener?.type;
}

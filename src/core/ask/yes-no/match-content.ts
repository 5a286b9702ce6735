// Compares the content words of a question and a clause: they must say the same, word by word.
import type { Analyzer } from '../../ports.js';
import type { Clause, ContentWord } from './read-clause.js';
import type { YesNoWords } from './words.js';

/** A shorter common beginning doesn't mean that two words are related. */
const MIN_SHARED = 3;
const FORMS = [/.{3}ed$/u, /.{3}ing$/u];
const BRING_WORDS = new Set(['bring', 'take', 'mitbringen', 'bringen', 'mitnehmen', 'traer', 'llevar']);

/** How two clauses match. */
export interface ContentMatch {
  /** Whether one of them has a word and the other has its opposite: "open" and "closed". */
  readonly isOpposite: boolean;
  /** Whether a verb is in the past in the clause and plain in the question: "did … close", "closed". */
  readonly hasPastVerb: boolean;
}

/** Options for {@link matchContent}. */
export interface MatchOptions {
  readonly analyzer: Analyzer;
  readonly language: string;
  readonly words: YesNoWords;
  /** Whether a word's place in the clause tells who does what to whom. */
  readonly isOrdered: (word: string) => boolean;
  /** Whether "bring" and "use" may be missing on one side, and "smoke" may be "smoking" on the other. */
  readonly dropsLight: boolean;
  /** Whether a plain verb of the question may be in the past in the clause. */
  readonly asksPast: boolean;
}

/**
 * Pairs each content word of the question with one of the clause. None may be left over, except other items of a list.
 * Words without a preposition must be in the same order, because "dogs chase cats" isn't "cats chase dogs".
 * @returns undefined if a word is left over
 */
export function matchContent(
  question: Clause,
  clause: Clause,
  options: MatchOptions,
): ContentMatch | undefined {
  const light = [question, clause].map(({ content }) => content.filter(({ isLight }) => isLight));
  if (options.dropsLight && !agreeOnLight(light[0] ?? [], light[1] ?? [])) return undefined;
  const keep = ({ isLight }: ContentWord) => !isLight || !options.dropsLight;
  const asked = question.content.filter(keep);
  const said = clause.content.filter(keep);
  if (asked.length === 0) return undefined;
  const pairs = pairWords(asked, said, options);
  if (!pairs) return undefined;
  const matchedLists = new Set(pairs.map(({ to }) => to.list));
  const isListed = ({ list }: ContentWord) => matchedLists.has(list) && !clause.describingLists.has(list);
  const rest = said.filter((word) => !pairs.some(({ to }) => to === word));
  if (!rest.every(isListed)) return undefined;
  const inOrder = pairs.flatMap(({ to }) =>
    to.preposition === undefined && options.isOrdered(to.word) ? [said.indexOf(to)] : [],
  );
  if (inOrder.some((place, at) => at > 0 && place < (inOrder[at - 1] ?? 0))) return undefined;
  return {
    isOpposite: pairs.filter(({ kind }) => kind === 'opposite').length === 1,
    hasPastVerb: pairs.some(({ kind }) => kind === 'past'),
  };
}

interface Pair {
  readonly to: ContentWord;
  readonly kind: 'same' | 'past' | 'opposite';
}

function pairWords(
  asked: readonly ContentWord[],
  said: readonly ContentWord[],
  options: MatchOptions,
): readonly Pair[] | undefined {
  const pairs: Pair[] = [];
  for (const word of asked) {
    const found = said.flatMap((to): Pair[] => {
      if (to.preposition !== word.preposition || pairs.some((pair) => pair.to === to)) return [];
      const kind = compareWords(word.word, to.word, options);
      return kind ? [{ to, kind }] : [];
    });
    const [pair] = found;
    if (!pair) return undefined;
    pairs.push(pair);
  }
  return pairs.filter(({ kind }) => kind === 'opposite').length > 1 ? undefined : pairs;
}

/** Whether a word of the clause means the same as one of the question, or the opposite. */
function compareWords(
  asked: string,
  said: string,
  { analyzer, language, words, dropsLight, asksPast }: MatchOptions,
): Pair['kind'] | undefined {
  if (asked === said) return 'same';
  if (words.opposites.some((pair) => pair.includes(asked) && pair.includes(said))) return 'opposite';
  if (!isFormOf(asked, said, words) || !haveSameTerms(asked, said, analyzer, language)) return undefined;
  if (language !== 'en') return 'same';
  const [isPast, isIng] = FORMS.map((form) => form.test(said) !== form.test(asked));
  if (isPast) return asksPast && FORMS[0]?.test(said) ? 'past' : undefined;
  return isIng && !dropsLight ? undefined : 'same';
}

function haveSameTerms(a: string, b: string, analyzer: Analyzer, language: string): boolean {
  return analyzer.terms(a, language).join(' ') === analyzer.terms(b, language).join(' ');
}

/** Whether two words differ only by an ending: "dog" and "dogs", "stop" and "stopped". */
function isFormOf(a: string, b: string, { endings }: YesNoWords): boolean {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  const ends = [a.slice(shared), b.slice(shared)].map((end) =>
    end[0] === a[shared - 1] && end.length > 2 ? end.slice(1) : end,
  );
  return shared >= MIN_SHARED && ends.every((end) => endings.has(end));
}

/** "Can I use …" isn't answered by "You may bring …". */
function agreeOnLight(asked: readonly ContentWord[], said: readonly ContentWord[]): boolean {
  const isSame = (a: string, b: string) => a === b || (BRING_WORDS.has(a) && BRING_WORDS.has(b));
  return asked.every((one) => said.every((other) => isSame(one.word, other.word)));
}

// Turns an English sentence into questions that it answers.
import { isVague, readClause } from './english-clause.js';
import { askAboutClause } from './english-clause-questions.js';
import { askByPattern } from './english-patterns.js';
import type { QuestionDraft as Draft } from './generated-question.js';

const POINTING =
  /(?<![\p{L}'-])(?:he|she|it|they|him|them|this|these|those|both|we|us|i|you|your|my|our|his|her|there|here|former|latter|respectively|also|however)(?![\p{L}'-])/iu;
const MAX_CHARS = 100;

/** What is known about the names in an article. */
export interface NameTests {
  readonly isPerson: (name: string) => boolean;
  /** Whether a capitalized word is a name, wherever it stands. */
  readonly isName: (word: string) => boolean;
}

/**
 * @param sentence what is shown, which may be trimmed
 * @param whole the same sentence with all its clauses
 */
export function askEnglish(
  sentence: string,
  whole: string,
  article: { readonly language: string },
  { isPerson, isName }: NameTests,
): readonly Draft[] {
  const drafts = [
    ...askRelative(whole, isPerson),
    ...askReported(sentence, isName),
    ...askAge(whole, isPerson),
    ...askByPattern(whole, isPerson, isName),
  ];
  const clause = readClause(sentence, isName);
  if (clause && !isVague(clause)) drafts.push(...askAboutClause(clause, article, isPerson));
  return (
    drafts
      // "Why does … contend with?" loses its last word.
      .filter(([kind, text]) => kind !== 'why' || tidy(text) === tidySpaces(text))
      .map(([kind, text]): Draft => [kind, kind === 'about' ? tidySpaces(text) : tidy(text)])
      .filter(([, text]) => text.length <= MAX_CHARS && text.split(' ').length > 3 && !POINTING.test(text))
  );
}

/** "Tammy Meyers, 44, was …" → "How old is Tammy Meyers?" */
function askAge(sentence: string, isPerson: (name: string) => boolean): readonly Draft[] {
  const [, name = ''] = /(\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+), (?:aged )?\d{1,2},/u.exec(sentence) ?? [];
  return name !== '' && isPerson(name) ? [['howOld', `How old is ${name}?`]] : [];
}

/** "Engineers warn that the wall will not be enough" → "What do engineers say about the wall?" */
function askReported(sentence: string, isName: (word: string) => boolean): readonly Draft[] {
  const [, speech = '', reported = ''] =
    /^([^,"“”]{3,60}? (?:said|says|say|warned|warns|warn|argued|argues|argue|believes?|fears?|explained|insisted)) (?:that )?(.+)$/u.exec(
      sentence.replace(/[[\]]/gu, ''),
    ) ?? [];
  const speaker = readClause(`${speech} so.`, isName);
  const clause = readClause(capitalize(reported), isName);
  const topic = clause?.subjectWords[0];
  if (
    !speaker ||
    !clause ||
    clause.subjectWords.length > 5 ||
    (topic?.pos !== 'PROPN' && topic?.text.toLowerCase() !== 'the')
  )
    return [];
  const auxiliary =
    /s$/u.test(speaker.verb) ||
    isName(speaker.subject.split(' ')[0] ?? '') ||
    /^(?:the|an?) \p{Ll}+[^s]$/u.test(speaker.subject)
      ? 'does'
      : 'do';
  return [['says', `What ${auxiliary} ${speaker.subject} say about ${clause.subject}?`]];
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Ana Brandt, who leads the volunteers" → "Who leads the volunteers?" */
function askRelative(sentence: string, isPerson: (name: string) => boolean): readonly Draft[] {
  const found =
    /(\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)+), who ((?:has |was |is )?\p{Ll}+ [^,.;"“”]{4,60})(?=[,.;]|$)/u.exec(
      sentence,
    );
  const [, name = '', clause = ''] = found ?? [];
  if (
    !found ||
    !isPerson(name.split(' ').slice(-2).join(' ')) ||
    /^(?:said|says|did not|has not|was not)\b/u.test(clause)
  )
    return [];
  return [['who', `Who ${clause}?`]];
}

/** One space between words, none in front of punctuation, no loose preposition or conjunction at the end. */
function tidy(text: string): string {
  return tidySpaces(text)
    .replace(
      /(?: (?:and|or|but|about|around|only|just|back|of|for|the|a|an|by|with|from|early|late|over|more than|at least|up to))+\?$/iu,
      '?',
    )
    .replace(/\s+\?/u, '?');
}

function tidySpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/ ([,?.;:%]|['’]s\b)/gu, '$1');
}

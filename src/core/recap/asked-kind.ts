// What kind of thing a question asks for, by its question word in English, German, Spanish or French.

/** `what` and `which` ask for any kind, so they have none. */
export type AskedKind = 'person' | 'time' | 'place' | 'reason' | 'amount' | 'manner';

const AMOUNTS =
  'much|many|long|old|far|big|large|tall|high|wide|deep|heavy|fast|often|viele?|lange?|alt|weit|groß|hoch|breit|tief|schwer|schnell|oft';
const TIMES =
  'time|day|date|year|month|week|uhrzeit|tag|jahr|monat|woche|hora|día|fecha|año|mes|semana|heure|jour|date|année|mois|semaine';

/** In the order in which they are tried at the same word. The languages don't contradict each other. */
const QUESTION_WORDS: readonly (readonly [AskedKind | undefined, string])[] = [
  ['person', 'who|whom|whose|wer|wen|wem|wessen|quién|quiénes|quien|quienes|qui'],
  ['time', `when|wann|cuándo|cuando|quand|(?:what|which|welche[mnrs]?|qué|quel(?:le)?) (?:${TIMES})`],
  ['place', 'where|wo|wohin|woher|dónde|donde|adónde|où'],
  ['reason', 'why|how come|warum|wieso|weshalb|weswegen|por qué|por que|pourquoi'],
  ['amount', `(?:how|wie) (?:${AMOUNTS})|wieviele?|cuánt[oa]s?|cuant[oa]s?|combien`],
  // “How soon” asks for a time.
  [undefined, 'how (?:soon|late|early)|wie (?:bald|spät|früh)'],
  ['manner', 'how|wie|cómo|como|comment'],
  [undefined, 'what|which|was|welche[mnrs]?|que|qué|cuál(?:es)?|quoi|quel(?:le)?s?'],
];
const FIRST = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${QUESTION_WORDS.map(([, words]) => `(${words})`).join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** By the first question word. Undefined if there is none, or if it asks for any kind of thing. */
export function readAskedKind(question: string): AskedKind | undefined {
  const [, ...words] = FIRST.exec(question.normalize().replace(/\s+/gu, ' ')) ?? [];
  const at = words.findIndex((word) => word !== undefined);
  return QUESTION_WORDS[at]?.[0];
}

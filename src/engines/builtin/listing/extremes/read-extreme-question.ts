// Recognizes questions for the row with the highest or lowest value: "cheapest bike?", "who is the oldest?"
import { isQuestionWord } from '../../question/asking-words.js';
import { tokenize } from '../../words/analyzer.js';
import { findSuperlatives, type Superlative } from './superlatives.js';

export interface ExtremeQuestion extends Pick<Superlative, 'property' | 'sign'> {
  /** Other terms: what the rows or the columns have to have. */
  readonly terms: readonly string[];
  readonly asksWho: boolean;
}

/** Asks for a yes, a reason, or for something other than a row. */
const OTHER_QUESTION =
  /^[\s¿¡"“]*(?:(?:and|und|y|et|so|ok|but) )?(?:is|are|was(?! (?:ist|sind|war|waren|wird|hat|kostet)(?!\p{L}))|were|do|does|did|can|could|has|have|will|would|should|may|why|how (?:come|do|can|to)|ist|sind|war|waren|hat|haben|kann|können|gibt|warum|wieso|weshalb|es|son|era|hay|tiene|puede|puedo|por qu[eé]|est(?!-ce qu[ei])|est-ce que|y a-t-il|a-t-|peut-|peux|pourquoi)(?![\p{L}-])/iu;
/** Compares two things that it names. */
const NAMES_BOTH = /(?<!\p{L})(?:or|than|vs\.?|versus|oder|als|o|que|ou)(?!\p{L})/iu;
const WHICH_OPENS =
  /^[\s¿]*(?:which|who|welche[rsn]?|wer|cuál|cual|quién|quien|quel(?:le)?s?|lequel|laquelle|qui)(?!\p{L})/iu;
const COMPARATIVE = /^(?:\p{L}+er|(?:more|less) \p{L}+)$/iu;
const WHO = /(?<!\p{L})(?:who|whos|who[’']s|wer|quién|quien|qui)(?!\p{L})/iu;
/** Words that say nothing about which table. */
const FILLER = new Set(
  `one ones option options available offer offers offered choice have take takes cost costs price prices priced pay rent hire buy
  list table here there leave leaves leaving depart departs start starts go goes run runs person someone all
  ein eine gibt es ihr habt kostet kosten preis fährt abfährt startet beginnt geht person aller liste tabelle
  opción opciones hay tenéis cuesta precio sale salen empieza comienza persona lista tabla todos
  option options coûte prix part partent commence personne liste tableau avez tous`.split(/\s+/u),
);

/**
 * @param language of the question; the superlative is looked for in this language, then in the article's and in English
 * @returns undefined if it has no superlative, or more than one
 */
export function readExtremeQuestion(
  text: string,
  language: string,
  articleLanguage: string,
): ExtremeQuestion | undefined {
  if (OTHER_QUESTION.test(text)) return undefined;
  for (const one of new Set([language, articleLanguage, 'en'])) {
    const found = findSuperlatives(text, one);
    const [superlative] = found;
    if (!superlative) continue;
    if (found.length > 1) return undefined;
    const word = text.slice(superlative.start, superlative.end);
    const compares = COMPARATIVE.test(word) && ['en', 'de'].includes(one);
    if (compares && !/est\p{L}{0,2}$/iu.test(word) && !mayCompareAll(text)) return undefined;
    const rest = `${text.slice(0, superlative.start)} ${text.slice(superlative.end)}`;
    const terms = tokenize(rest, articleLanguage).flatMap(({ term, surface, isStop }) =>
      isStop || isQuestionWord(surface, articleLanguage) || FILLER.has(surface.toLowerCase()) ? [] : [term],
    );
    const { property, sign } = superlative;
    return { property, sign, terms: [...new Set(terms)], asksWho: WHO.test(text) };
  }
  return undefined;
}

/** "Which one is faster?", but not "is a boat faster than a bike?" */
function mayCompareAll(text: string): boolean {
  return WHICH_OPENS.test(text) && !NAMES_BOTH.test(text.replace(WHICH_OPENS, ' '));
}

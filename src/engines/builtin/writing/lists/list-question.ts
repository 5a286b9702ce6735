// Whether a question asks for several things, and for which.
import type { Question } from '../../../../core/ranking-ports.js';
import { isQuestionWord } from '../../question/asking-words.js';
import { everydayWordsFor } from '../../question/everyday-words.js';
import { tokenize } from '../../words/analyzer.js';
import { isSimilar } from '../sentences.js';

/** "what are the rules", "which things", "name all", "wer alles", "qué hay". */
const SEVERAL =
  /^\W*(?:and |so |ok )?(?:(?:what|which|whose|name|names|list|give|show|tell)(?! (?:time|is|was|does it|does that|kind|sort|day|year|about)\b)|what (?:is|was) (?:not )?(?:in|on|included|allowed|forbidden|prohibited|banned|needed|required|available|provided|missing|planned|he|she|they)\b|what['’]?s (?:on|in|included|allowed|forbidden|needed|planned) |who (?:are|were|else)|was (?!ist\b|war\b|kostet\b|heißt\b|bedeutet\b)|was kostet\b|was (?:ist|war|wird) (?:\p{L}+ )*(?:verboten|erlaubt|nötig|inbegriffen|enthalten|geplant|dabei|drin|untersagt)|welche[rsn]? |wer (?:alles|sind|waren)|all(?:e|en|es)? (?:the |of the |die |der )?\p{L}|nenn|zähl|qué (?!es\b|hora\b|día\b|año\b)|que (?:necesit|hay|tengo que|debo|cuest)|cu[aá]les|quiénes|todos? l|toutes? les |tous les |quels|quelles|qu(?:el|ell)e?s? sont|que (?:faut|doit|dois|peut|puis|propose|contient)|qu['’]est-ce qu|qui sont)/iu;
const ENGLISH_WAS = /^\W*(?:and |so |ok )?was /iu;
/** Asks for one thing after all: "which medal did …", "what did she call …". */
const ONE =
  /^\W*(?:and |so |ok )?(?:(?:what|which) (?:(?!of |people |are |were |do |does |did |is |was |has |have |had |can |could |will |would |should |must )\p{L}+ )?\p{L}*[^s\s\W] (?:is|was|does|did|do|has|have|had|will|can|could|should|would)(?!\p{L})|tell me(?! all| every)|(?:what|which) .*(?<!\p{L})(?:call|called|mean|means|say|said|weigh|happened|cost|costs)(?!\p{L})|welche[rsn]? \p{L}+ (?:ist|war|hat|hatte|wird|kann|darf)(?!\p{L})|was (?:sagt|meint|heißt|bedeutet|passiert|kostet)|qué (?:pasa|dice|dijo|opina|significa|cuesta)|que (?:dit|cuesta)|quel(?:le)? )/iu;
/** Asks for the steps of something: then a numbered list answers. */
const STEPS =
  /^\W*(?:and |so |ok )?(?:how (?:do|can|should|must) (?:i|we|you|one) |how to |wie (?:\p{L}+ )?(?:ich|man|wir) |cómo se |cómo (?:puedo|hago) |comment (?:faire|puis-je|on |\p{L}+(?:er|ir|re)(?!\p{L})))/iu;
/** Words that only ask for a list. */
const ASKING = /^(?:list|name|names|give|show|tell|all|every|nenne?|zähle?|alle|todos|todas|tous|toutes)$/iu;

/** What a list has to match. */
export interface ListQuestion {
  /** Then a list answers if there is one. */
  readonly asksForSeveral: boolean;
  /** Whether it surely asks for several things, so that sentences without the marks of a list may answer together. */
  readonly asksForMany: boolean;
  readonly asksForSteps: boolean;
  /** Its content words. Empty if it has none. */
  readonly terms: readonly string[];
  /** Also words that only ask, such as "happen". */
  readonly allTerms: readonly string[];
  readonly language: string;
}

/** @param language ISO 639-1 code of the article's language */
export function readListQuestion({ text }: Pick<Question, 'text'>, language: string): ListQuestion {
  const content = tokenize(text, language).filter(({ surface, isStop }) => !isStop && !ASKING.test(surface));
  const words = content.filter(({ surface }) => !isQuestionWord(surface, language));
  // "What happens next?" has no other words.
  const terms = (words.length > 0 ? words : content).map(({ term }) => term);
  // "Was the pool flooded?" isn't the German "was".
  const asksForSeveral = SEVERAL.test(text) && !(language === 'en' && ENGLISH_WAS.test(text));
  return {
    ...{ asksForSeveral, asksForMany: asksForSeveral && !ONE.test(text), asksForSteps: STEPS.test(text) },
    ...{ terms: [...new Set(terms)], allTerms: content.map(({ term }) => term), language },
  };
}

/** Whether one of the terms is the asked one, a form of it or an everyday word for it. */
export function hasTerm(terms: readonly string[], asked: string, language: string): boolean {
  const alike = everydayWordsFor(asked, language);
  return terms.some((term) => isSimilar(term, asked) || alike.includes(term));
}

/** The share of the question's terms that a text has, 0 to 1. */
export function coverageOf({ terms, language }: ListQuestion, own: readonly string[]): number {
  if (terms.length === 0) return 0;
  return terms.filter((term) => hasTerm(own, term, language)).length / terms.length;
}

/** As {@link coverageOf}, without everyday words. */
export function exactCoverageOf({ terms }: Pick<ListQuestion, 'terms'>, own: readonly string[]): number {
  if (terms.length === 0) return 0;
  return terms.filter((term) => own.some((other) => isSimilar(term, other))).length / terms.length;
}

/** Whether the question has a term that some of the texts have, but not all, and not what names them. */
export function asksForOneOf(
  { terms, language }: ListQuestion,
  names: readonly string[],
  texts: readonly (readonly string[])[],
): boolean {
  return terms.some((term) => {
    const count = texts.filter((text) => hasTerm(text, term, language)).length;
    return count > 0 && count < texts.length && !hasTerm(names, term, language);
  });
}

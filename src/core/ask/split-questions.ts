// Splits a message with several questions: "How long is it, and is it free?"
import { splitIntoSentences } from '../text/split-sentences.js';

/** More questions than this in one message are answered as one. */
const MAX_QUESTIONS = 3;
const MIN_WORDS_BEFORE = 3;
const MIN_WORDS_AFTER = 2;
/** Words that open a question, by language. Prepositions may come before them. */
const OPENERS: Readonly<Record<string, string>> = {
  en: "(?:(?:at|in|on|for|from|to|by|with) )?(?:what|who|whom|whose|when|where|why|how|which)(?:['’]?s|['’]?re)?|is|are|was|were|do|does|did|can|could|will|would|should|has|have|may|must|am",
  de: '(?:(?:in|an|auf|mit|von|zu|für|bei|seit|bis|aus|um) )?(?:was|wer|wem|wen|wessen|wann|wo|woher|wohin|warum|wieso|weshalb|wie|welche[rsnm]?|womit|wofür|wozu|worüber)|ist|sind|war|kann|können|darf|muss|gibt|hat|haben|wird|kostet|bekommt|braucht|geht|dürfen|müssen',
  es: '(?:(?:a|en|de|con|por|para|desde|hasta) )?(?:qué|quién|quiénes|cuál|cuáles|cuándo|dónde|adónde|cómo|cuánto|cuánta|cuántos|cuántas|que|quien|cual|cuando|donde|como|cuanto|cuantos|cuantas)|es|son|está|hay|puedo|puede|se puede|tiene|tengo',
  fr: "(?:(?:à|en|de|avec|pour|par|depuis|dans) )?(?:que|qui|quand|où|comment|pourquoi|combien|quel(?:le)?s?|qu['’]est-ce|est-ce)|peut-on|faut-il|y a-t-il|est-il|est-elle|est ce",
};
const CONJUNCTIONS: Readonly<Record<string, string>> = {
  en: 'and(?: also)?|&|plus',
  de: 'und(?: auch)?|sowie',
  es: 'y|e|y también',
  fr: 'et(?: aussi)?',
};

/** Joins two things. */
const CONJUNCTION = /(?<!\p{L})(?:and|und|y|e|et|plus)(?!\p{L})|&/iu;

/** The questions of a message, in order. A message with one question, or with none, stays as it is. */
export function splitQuestions(message: string, language: string): readonly string[] {
  const known = OPENERS[language] === undefined ? 'en' : language;
  const opener = new RegExp(`^[\\s¿"“]*(?:${OPENERS[known]})(?![\\p{L}])`, 'iu');
  const segments = message
    .split(/\n+/u)
    .flatMap((line) => splitIntoSentences(line, known).map(({ start, end }) => line.slice(start, end)))
    .flatMap((sentence) => sentence.split(/(?<=\?)\s+/u))
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');
  const questions = segments.filter((segment) => opener.test(segment) || /[?？]\W*$/u.test(segment));
  const chosen = questions.length > 0 && segments.length > 1 ? questions : [message.trim()];
  const split = chosen.flatMap((question) => splitAtConjunction(question, known, opener));
  return split.length > MAX_QUESTIONS ? [message.trim()] : split;
}

/** Splits "A and B" if both are questions with a verb of their own. */
function splitAtConjunction(question: string, language: string, opener: RegExp): readonly string[] {
  if (!opener.test(question)) return [question];
  const joint = new RegExp(
    `(?:,\\s*|\\s+)(?:${CONJUNCTIONS[language]})\\s+(?=[¿]?(?:${OPENERS[language]})(?![\\p{L}]))`,
    'giu',
  );
  for (const { index, 0: words } of question.matchAll(joint)) {
    const before = question.slice(0, index).trim();
    const after = question.slice(index + words.length).trim();
    const isWhole = countWords(before) >= MIN_WORDS_BEFORE && countWords(after) >= MIN_WORDS_AFTER;
    if (isWhole) return [before, ...splitAtConjunction(after, language, opener)];
  }
  return [question];
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** Whether the question may ask for two things: "When is it open and what does it cost?" */
export function mayAskForTwo(question: string): boolean {
  return CONJUNCTION.test(question);
}

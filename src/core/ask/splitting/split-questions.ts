// Splits a message with several questions: "How long is it, and is it free?"
import { splitIntoSentences } from '../../text/split-sentences.js';
import { type QuestionOpeners, questionOpenersFor } from './question-openers.js';

/** More questions than this in one message are answered as one. */
const MAX_QUESTIONS = 5;
const MIN_WORDS = 2;
/** This many words in front of a question may stand for another one: "Opening hours and where is it?" */
const MAX_KEYWORDS = 4;
/** Opens a statement, which belongs to the question after it: "I lost my card and where do I get a new one?" */
const STATEMENT =
  /^\W*(?:i|i['’]?m|i['’]?ve|he['’]?s|she['’]?s|we|my|our|if|when|since|because|after|before|there|ich|wir|mein|meine|wenn|falls|weil|nachdem|yo|mi|si|cuando|je|j['’]\p{L}+|nous|mon|ma|si|quand)(?!\p{L})/iu;
/** Separates questions inside a sentence. */
const SEMICOLON = /(?<=\S);\s+/u;

/** Joins two things. */
const CONJUNCTION = /(?<!\p{L})(?:and|und|y|e|et|plus)(?!\p{L})|&/iu;

/** The questions of a message, in order. A message with one question, or with none, stays as it is. */
export function splitQuestions(message: string, language: string): readonly string[] {
  const openers = questionOpenersFor(language);
  const segments = message
    .split(/\n+/u)
    .flatMap((line) => splitIntoSentences(line, language).map(({ start, end }) => line.slice(start, end)))
    .flatMap((sentence) => sentence.split(/(?<=[?？])\s+/u))
    .flatMap((sentence) => splitAtSemicolons(sentence, openers))
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');
  const questions = segments.filter((segment) => openers.opens.test(segment) || /[?？]\W*$/u.test(segment));
  const chosen = questions.length > 0 && segments.length > 1 ? questions : [message.trim()];
  const split = chosen.flatMap((question) => splitQuestion(question, openers));
  return split.length > MAX_QUESTIONS ? [message.trim()] : split;
}

function splitAtSemicolons(sentence: string, { opens }: QuestionOpeners): readonly string[] {
  const parts = sentence.split(SEMICOLON);
  return parts.every((part) => opens.test(part)) ? parts : [sentence];
}

/** Splits "A and B" if both are questions, and "when and where is it?" into two. */
function splitQuestion(question: string, openers: QuestionOpeners): readonly string[] {
  const [, first, second, rest] = openers.coordinated.exec(question) ?? [];
  if (first !== undefined && second !== undefined && rest !== undefined)
    return [`${first} ${rest}`, ...splitQuestion(`${second} ${rest}`, openers)];
  for (const { index, 0: words } of question.matchAll(openers.joint)) {
    const before = question.slice(0, index).trim();
    const after = question.slice(index + words.length).trim();
    const isJoined = /[\p{L}&]/u.test(words);
    if (
      mayStandAlone(before, isJoined ? after : undefined, openers) &&
      isAnotherQuestion(before, after, openers)
    )
      return [before, ...splitQuestion(after, openers)];
  }
  return [question];
}

/**
 * Whether the first part is a question, or names in a few words what it asks for.
 * @param after the part after "and"; undefined after a comma: "For a child, how much is it?"
 */
function mayStandAlone(before: string, after: string | undefined, openers: QuestionOpeners): boolean {
  const { opens, opensWithVerb, isUnfinished, endsWithQuestionWord, opensSurely } = openers;
  // "C'est combien et c'est où ?" has its question word at the end.
  const isCutOff = endsWithQuestionWord.test(before) && !opensWithVerb.test(before);
  if (isUnfinished.test(before) || isCutOff) return false;
  const words = countWords(before);
  if (opens.test(before)) return words >= MIN_WORDS;
  return after !== undefined && words <= MAX_KEYWORDS && !STATEMENT.test(before) && opensSurely.test(after);
}

/** Whether the part after "and" is a separate question and doesn't continue the one before. */
function isAnotherQuestion(before: string, after: string, openers: QuestionOpeners): boolean {
  const { opensWithVerb, opensSurely, isSubjectQuestion, opensWithSureSubject, firstQuestionWord } = openers;
  if (opensWithVerb.test(after)) {
    if (countWords(after) < MIN_WORDS || !opensSurely.test(after)) return false;
    return !isSubjectQuestion.test(before) || opensWithSureSubject.test(after);
  }
  const [, word] = firstQuestionWord.exec(after) ?? [];
  return opensSurely.test(after) || word === undefined || !isRelative(word, before, openers);
}

/** Whether a clause in front opens with the same word: "the man who lives there and who sells bread". */
function isRelative(word: string, before: string, { asking }: QuestionOpeners): boolean {
  const place = before.toLowerCase().lastIndexOf(` ${word.toLowerCase()} `);
  return place > 0 && !asking.test(before.slice(0, place).replace(/,$/u, ''));
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** Whether the question may ask for two things: "When is it open and what does it cost?" */
export function mayAskForTwo(question: string): boolean {
  return CONJUNCTION.test(question);
}

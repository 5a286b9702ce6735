// Finds who speaks in an interview. An answer says "I" and doesn't name the guest.
import type { Article, Span } from '../text/article.js';
import { findQuestionParagraphs } from '../text/headings.js';
import { findFullName, findGuest } from './find-guest.js';
import { addressesSomebody, speaksOfSelf, withoutQuotations } from './first-person.js';
import { findLabelledTurns } from './labelled-turns.js';

type Readable = Pick<Article, 'text' | 'bodyStart' | 'structure' | 'language' | 'author'>;

/** Somebody's own words, outside quotation marks: a paragraph of an answer. */
export interface Speech extends Span {
  /** Where the article names the speaker, in full if it does so anywhere. */
  readonly speaker: Span;
  /** "Ada Brandt:", if the paragraph starts with it. */
  readonly label?: Span | undefined;
  /** Whether it asks: the speaker is the interviewer. */
  readonly isAsking: boolean;
}

/** Fewer questions don't make an interview. */
const MIN_QUESTIONS = 3;
/** The share of questions that are put to somebody, and of answers in which somebody speaks of themselves. */
const MIN_ADDRESSED_SHARE = 0.3;
const MIN_PERSONAL_SHARE = 0.3;
/** Labels that name nobody: question and answer. */
const ANSWER_LABEL = /^(?:A|R|Answer|Antwort|Respuesta|Réponse|Risposta)\.?$/u;
const QUESTION_LABEL = /^(?:Q|F|P|D|Question|Frage|Pregunta|Domanda|Interviewer(?:in)?)\.?$/u;
/** Third person without a name: the interviewer tells what the guest does. "He" may be somebody else in an answer. */
const TOLD_FROM_OUTSIDE = /^["“„«]?(?:she|he|sie|er|ella|él|elle|il)(?!\p{L})/iu;
const QUOTATION_MARK = /["“”„«»]/u;

const known = new WeakMap<object, readonly Speech[]>();

/** In order, without overlap. Empty if the article isn't an interview, or if it isn't certain who speaks. */
export function listSpeeches(article: Readable): readonly Speech[] {
  const found = known.get(article) ?? readSpeeches(article);
  known.set(article, found);
  return found;
}

/** The speech that an offset is in; undefined if it isn't certain whose words they are. */
export function findSpeech(article: Readable, offset: number): Speech | undefined {
  const speeches = listSpeeches(article);
  let [low, high] = [0, speeches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((speeches[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const speech = speeches[low - 1];
  return speech && offset < speech.end ? speech : undefined;
}

function readSpeeches(article: Readable): readonly Speech[] {
  const turns = findLabelledTurns(article);
  return turns.length > 0 ? readTurns(article) : readAnswers(article);
}

/** With labels in front. Later paragraphs of a turn count only if they say "I". */
function readTurns(article: Readable): readonly Speech[] {
  const { text } = article;
  const turns = findLabelledTurns(article);
  const introduction = { start: 0, end: turns[0]?.start ?? 0 };
  const speakers = new Map<string, Span | undefined>();
  const speakerOf = (label: Span): Span | undefined => {
    const name = text.slice(label.start, label.end);
    if (!speakers.has(name)) {
      const isAnswer = ANSWER_LABEL.test(name);
      const found = isAnswer
        ? findGuest(article, introduction)?.name
        : QUESTION_LABEL.test(name)
          ? undefined
          : (findFullName(article, name, introduction) ??
            findFullName(article, name, { start: 0, end: text.length }) ??
            label);
      speakers.set(name, found);
    }
    return speakers.get(name);
  };
  return turns.flatMap(({ start, end, label, isAsking }) => {
    const speaker = speakerOf(label);
    if (!speaker) return [];
    return listParagraphs(text, { start, end }).flatMap((paragraph, at): readonly Speech[] => {
      const words = text.slice(paragraph.start, paragraph.end);
      if (at === 0) return [{ ...paragraph, speaker, label, isAsking }];
      return isOwnWords(article, words, speaker) ? [{ ...paragraph, speaker, isAsking }] : [];
    });
  });
}

/** Without labels: a question as a heading or a paragraph, and below it the answer. */
function readAnswers(article: Readable): readonly Speech[] {
  const { text, language, structure = [] } = article;
  const headings = [
    ...structure.filter(({ kind }) => kind === 'heading'),
    ...findQuestionParagraphs(article).map((span) => ({ ...span, level: undefined })),
  ].sort((a, b) => a.start - b.start);
  const isAsked = ({ start, end }: Span) => /[?？]\s*$/u.test(text.slice(start, end));
  const asked = headings.filter(isAsked);
  const [first] = asked;
  if (!first || asked.length < MIN_QUESTIONS) return [];
  const addressed = asked.filter(({ start, end }) => addressesSomebody(text.slice(start, end), language));
  if (addressed.length < asked.length * MIN_ADDRESSED_SHARE) return [];
  const levels = new Set(asked.map(({ level }) => level));
  const answers = headings.flatMap((heading, at) => {
    const end = headings[at + 1]?.start ?? text.length;
    // "Tell me about the flood." among the questions.
    const isQuestion = heading.start >= first.start && levels.has(heading.level);
    return isQuestion ? [{ start: heading.end, end }] : [];
  });
  const personal = answers.filter(({ start, end }) => speaksOfSelf(text.slice(start, end), language));
  if (personal.length < answers.length * MIN_PERSONAL_SHARE) return [];
  const speaker = findGuest(article, { start: 0, end: first.start })?.name;
  if (!speaker) return [];
  return answers.flatMap((answer) =>
    listParagraphs(text, answer).flatMap((paragraph, at): readonly Speech[] => {
      const label = findLabel(text, paragraph, speaker);
      if (label) return [{ ...paragraph, speaker, label, isAsking: false }];
      const words = text.slice(paragraph.start, paragraph.end);
      const isDirect = at === 0 && isAnswer(article, words, speaker);
      return isDirect || isOwnWords(article, words, speaker)
        ? [{ ...paragraph, speaker, isAsking: false }]
        : [];
    }),
  );
}

/** "Ada Brandt:" in front of a single answer. */
function findLabel(text: string, { start, end }: Span, speaker: Span): Span | undefined {
  const name = text.slice(speaker.start, speaker.end);
  const isLabelled = text.startsWith(`${name}:`, start) && start + name.length + 1 < end;
  return isLabelled ? { start, end: start + name.length } : undefined;
}

/** The first paragraph of an answer is the guest's own, unless it tells about the guest or quotes somebody. */
function isAnswer(article: Readable, words: string, speaker: Span): boolean {
  return (
    !QUOTATION_MARK.test(words) && !TOLD_FROM_OUTSIDE.test(words) && !namesSpeaker(article, words, speaker)
  );
}

/** Whether a paragraph says "I", and nothing in it shows that it is the interviewer who does. */
function isOwnWords(article: Readable, words: string, speaker: Span): boolean {
  const plain = withoutQuotations(words);
  return (
    speaksOfSelf(plain, article.language) &&
    !TOLD_FROM_OUTSIDE.test(words) &&
    !namesSpeaker(article, plain, speaker)
  );
}

/** Few people call themselves by their names. */
function namesSpeaker({ text }: Readable, words: string, speaker: Span): boolean {
  const name = text.slice(speaker.start, speaker.end).split(' ');
  return [name[0], name.at(-1)].some((word = '') => word.length > 1 && words.includes(word));
}

function listParagraphs(text: string, { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  for (const { 0: paragraph, index } of text.slice(start, end).matchAll(/\S(?:(?!\n[^\S\n]*\n)[\s\S])*/gu)) {
    const from = start + index;
    found.push({ start: from, end: from + paragraph.trimEnd().length });
  }
  return found;
}

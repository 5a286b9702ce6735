// Suggests questions about an article: built from its most frequent names, and kept only if the article answers them.

import { findNames } from '../ask/follow-up.js';
import { readQuestion } from '../ask/read-question.js';
import { retrieve } from '../ask/retrieve.js';
import type { Engine, PassageIndex, Scope } from '../ports.js';
import type { Article } from '../text/article.js';
import { listSentences } from '../text/article-sentences.js';
import { QUESTION_TEMPLATES } from './question-templates.js';

/** How much of an article is searched for names. The beginning says what it is about. */
const MAX_READ_CHARS = 20_000;
const MAX_NAME_CHARS = 60;
/** How many people, and how many other names, are tried. */
const MAX_NAMES_TRIED = 12;
/** A question is suggested if it is more likely answered than not. */
const MIN_ANSWERABILITY = 0.5;
const MAX_CACHED_ARTICLES = 200;

/**
 * Creates a function that finds up to `count` questions that an article answers, each with a different sentence, most
 * interesting first. Results are cached per article. A search isn't aborted, because others may be waiting for it.
 */
export function createSuggester(
  parts: { readonly engine: Engine; readonly index: PassageIndex },
  count: number,
) {
  const { index } = parts;
  // Dozens of questions are tried, so nothing slow may run for each.
  const engine: Engine = { ...parts.engine, reader: undefined };
  const cache = new Map<string, Promise<readonly string[]>>();

  async function find(article: Article, scope: Scope): Promise<readonly string[]> {
    // A remote embedder would be slow and costly, so only full text is used.
    const localIndex: PassageIndex = index.embedder?.isRemote ? { ...index, embedder: undefined } : index;
    const questions: string[] = [];
    const usedSentences = new Set<number>();
    for (const question of generateQuestions(article)) {
      if (questions.length >= count) break;
      const parsedQuestion = readQuestion(question, [], engine);
      const { confidence, sentences } = await retrieve(parsedQuestion, scope, { engine, index: localIndex });
      const [best] = sentences;
      if (confidence < MIN_ANSWERABILITY || !best || usedSentences.has(best.start)) continue;
      usedSentences.add(best.start);
      questions.push(question);
    }
    return questions;
  }

  return (article: Article, scope: Scope): Promise<readonly string[]> => {
    const cached = cache.get(article.digest);
    if (cached) return cached;
    const questions = find(article, scope);
    for (const oldest of cache.keys()) {
      if (cache.size < MAX_CACHED_ARTICLES) break;
      cache.delete(oldest);
    }
    cache.set(article.digest, questions);
    questions.catch(() => cache.delete(article.digest));
    return questions;
  };
}

/** How often a name occurs, and whether it is near a verb of speech. */
interface NameCount {
  readonly name: string;
  count: number;
  isSpeaker: boolean;
}

function generateQuestions(article: Article): readonly string[] {
  const { text, bodyStart, language } = article;
  const templates = QUESTION_TEMPLATES[language];
  const end = Math.min(text.length, bodyStart + MAX_READ_CHARS);
  const sentences = listSentences(article, { start: bodyStart, end }).map((span) =>
    text.slice(span.start, span.end),
  );
  const monthsAndWeekdays = templates ? monthAndWeekdayNames(language) : new Set();
  const namesBySentence = sentences.map((sentence) => [
    ...new Set(findNames(sentence).filter((name) => !monthsAndWeekdays.has(name))),
  ]);
  const singleWordNames = new Set(namesBySentence.flat().filter((name) => !name.includes(' ')));
  const personNames = new Map<string, NameCount>();
  const nonPersonNames = new Map<string, NameCount>();
  for (const [index, names] of namesBySentence.entries()) {
    const isSpeech = templates?.speech.test(sentences[index] ?? '') ?? false;
    for (const fullName of names) {
      const words = fullName.split(/\s+/u);
      const last = words.at(-1) ?? fullName;
      // News gives a person's full name once ("President Ada Lovelace"), and only the last name after that.
      const isPerson = words.length > 1 && singleWordNames.has(last);
      const name = isPerson ? words.slice(-2).join(' ') : fullName;
      if (name.length > MAX_NAME_CHARS) continue;
      const counts = isPerson ? personNames : nonPersonNames;
      const entry = counts.get(name) ?? { name, count: 0, isSpeaker: false };
      entry.count += isPerson ? namesBySentence.filter((one) => one.includes(last)).length + 1 : 1;
      entry.isSpeaker ||= isSpeech;
      counts.set(name, entry);
    }
  }
  const surnames = new Set([...personNames.keys()].map((name) => name.split(' ').at(-1)));
  const sortedPeople = mostFrequent(personNames);
  const otherNames = mostFrequent(nonPersonNames).filter(({ name }) => !surnames.has(name));
  if (!templates) return [...sortedPeople, ...otherNames].map(({ name }) => name);
  const said = sortedPeople.filter(({ isSpeaker }) => isSpeaker).map(({ name }) => templates.said(name));
  const about = [...otherNames.slice(0, 2), ...sortedPeople, ...otherNames.slice(2)].map(({ name }) =>
    templates.about(name),
  );
  const [first] = sortedPeople;
  return [...said.slice(0, 1), ...(first ? [templates.who(first.name)] : []), ...said.slice(1, 2), ...about];
}

/** Month and weekday names, which would give questions such as "What is said about May?". */
function monthAndWeekdayNames(language: string): ReadonlySet<string> {
  const year = Array.from({ length: 365 }, (_, day) => Date.UTC(2029, 0, 1 + day));
  const formats = [{ month: 'long' }, { weekday: 'long' }] as const;
  return new Set(
    formats.flatMap((format) => {
      const { format: nameOf } = new Intl.DateTimeFormat(language, { ...format, timeZone: 'UTC' });
      return year.map((day) => nameOf(day));
    }),
  );
}

function mostFrequent(counts: ReadonlyMap<string, NameCount>): readonly NameCount[] {
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, MAX_NAMES_TRIED);
}

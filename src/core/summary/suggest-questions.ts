// Questions to begin with: made of the names that an article keeps coming back to, and kept only where it answers them.

import { findNames } from '../ask/follow-up.js';
import { readQuestion } from '../ask/read-question.js';
import { retrieve } from '../ask/retrieve.js';
import type { Engine, PassageIndex, Scope } from '../ports.js';
import type { Article } from '../text/article.js';
import { splitIntoSentences } from '../text/split-sentences.js';

/** How questions are put, by language; others are asked for by name alone, which any engine understands. */
const QUESTION_TEMPLATES: Readonly<Record<string, QuestionTemplates>> = {
  en: {
    said: (name) => `What does ${name} say?`,
    who: (name) => `Who is ${name}?`,
    about: (name) => `What is said about ${name}?`,
    speech: /\b(?:said|says|told|warn\w*|assert\w*|stress\w*|argu\w*|added|noted|explain\w*|announc\w*)\b/iu,
  },
  de: {
    said: (name) => `Was sagt ${name}?`,
    who: (name) => `Wer ist ${name}?`,
    about: (name) => `Was steht über ${name} da?`,
    speech: /\b(?:sagt\w*|erklär\w*|warn\w*|beton\w*|meint\w*|berichtet\w*|kündigt\w*)\b/iu,
  },
  fr: {
    said: (name) => `Que dit ${name} ?`,
    who: (name) => `Qui est ${name} ?`,
    about: (name) => `Que dit-on de ${name} ?`,
    speech: /\b(?:dit|déclar\w*|affirm\w*|expliqu\w*|annonc\w*|ajout\w*)/iu,
  },
  es: {
    said: (name) => `¿Qué dice ${name}?`,
    who: (name) => `¿Quién es ${name}?`,
    about: (name) => `¿Qué se dice de ${name}?`,
    speech: /\b(?:dijo|dice|declar\w*|afirm\w*|explic\w*|anunci\w*|añad\w*)/iu,
  },
};

interface QuestionTemplates {
  readonly said: (name: string) => string;
  readonly who: (name: string) => string;
  readonly about: (name: string) => string;
  /** Words of speech: a sentence with one quotes whom it names. */
  readonly speech: RegExp;
}

/** An article's beginning says what it is about; more is not read. */
const MAX_READ_CHARS = 20_000;
const MAX_NAME_CHARS = 60;
/** Names tried before it is given up to find more that the article answers. */
const MAX_NAMES_TRIED = 12;
/** A question is worth suggesting where it is likelier answered than not. */
const MIN_ANSWERABILITY = 0.5;
const MAX_CACHED_ARTICLES = 200;

/**
 * @returns what finds questions that an article answers, by different sentences, the likeliest interest first; as
 * many as there are up to `count`. They are kept, and found to the end whoever stops waiting.
 */
export function createSuggester(
  parts: { readonly engine: Engine; readonly index: PassageIndex },
  count: number,
) {
  const { engine, index } = parts;
  const cache = new Map<string, Promise<readonly string[]>>();

  async function find(article: Article, scope: Scope): Promise<readonly string[]> {
    // Dozens of questions are tried: an embedding model is not asked for each of them.
    const localIndex: PassageIndex = index.embedder?.isRemote ? { ...index, embedder: undefined } : index;
    const questions: string[] = [];
    const usedSentences = new Set<number>();
    for (const question of generateQuestions(article)) {
      if (questions.length >= count) break;
      const asked = readQuestion(question, [], engine);
      const { confidence, sentences } = await retrieve(asked, scope, { engine, index: localIndex });
      const [by] = sentences;
      if (confidence < MIN_ANSWERABILITY || !by || usedSentences.has(by.start)) continue;
      usedSentences.add(by.start);
      questions.push(question);
    }
    return questions;
  }

  return (article: Article, scope: Scope): Promise<readonly string[]> => {
    const known = cache.get(article.digest);
    if (known) return known;
    const namesBySentence = find(article, scope);
    for (const oldest of cache.keys()) {
      if (cache.size < MAX_CACHED_ARTICLES) break;
      cache.delete(oldest);
    }
    cache.set(article.digest, namesBySentence);
    namesBySentence.catch(() => cache.delete(article.digest));
    return namesBySentence;
  };
}

/** A name of the text: how often it stands there, and whether it is a person's who speaks. */
interface NameCount {
  readonly name: string;
  count: number;
  isSpeaker: boolean;
}

function generateQuestions({ text, bodyStart, language }: Article): readonly string[] {
  const templates = QUESTION_TEMPLATES[language];
  const end = Math.min(text.length, bodyStart + MAX_READ_CHARS);
  const sentences = splitIntoSentences(text, language, { start: bodyStart, end }).map((span) =>
    text.slice(span.start, span.end),
  );
  const monthsAndWeekdays = templates ? monthAndWeekdayNames(language) : new Set();
  const found = sentences.map((sentence) => [
    ...new Set(findNames(sentence).filter((name) => !monthsAndWeekdays.has(name))),
  ]);
  const singleWordNames = new Set(found.flat().filter((name) => !name.includes(' ')));
  const personNames = new Map<string, NameCount>();
  const nonPersonNames = new Map<string, NameCount>();
  for (const [index, names] of found.entries()) {
    const isSpeech = templates?.speech.test(sentences[index] ?? '') ?? false;
    for (const full of names) {
      const words = full.split(/\s+/u);
      const last = words.at(-1) ?? full;
      // News gives a person's whole name once, "President Ada Lovelace", and the last name from then on.
      const isPerson = words.length > 1 && singleWordNames.has(last);
      const name = isPerson ? words.slice(-2).join(' ') : full;
      if (name.length > MAX_NAME_CHARS) continue;
      const kind = isPerson ? personNames : nonPersonNames;
      const known = kind.get(name) ?? { name, count: 0, isSpeaker: false };
      known.count += isPerson ? found.filter((one) => one.includes(last)).length + 1 : 1;
      known.isSpeaker ||= isSpeech;
      kind.set(name, known);
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

/** Months and weekdays: "What is said about May?" is no question that anybody has. */
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

function mostFrequent(named: ReadonlyMap<string, NameCount>): readonly NameCount[] {
  return [...named.values()].sort((a, b) => b.count - a.count).slice(0, MAX_NAMES_TRIED);
}

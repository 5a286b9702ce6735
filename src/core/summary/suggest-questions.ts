// Questions to begin with: made of the names that an article keeps coming back to, and kept only where it answers them.

import { findNames } from '../ask/follow-up.js';
import { readQuestion } from '../ask/read-question.js';
import { retrieve } from '../ask/retrieve.js';
import type { Engine, PassageIndex, Scope } from '../ports.js';
import type { Article } from '../text/article.js';
import { splitIntoSentences } from '../text/split-sentences.js';

/** How questions are put, by language; others are asked for by name alone, which any engine understands. */
const FORMS: Readonly<Record<string, Forms>> = {
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

interface Forms {
  readonly said: (name: string) => string;
  readonly who: (name: string) => string;
  readonly about: (name: string) => string;
  /** Words of speech: a sentence with one quotes whom it names. */
  readonly speech: RegExp;
}

/** An article's beginning says what it is about; more is not read. */
const READ_CHARS = 20_000;
const MAX_NAME_CHARS = 60;
/** Names tried before it is given up to find more that the article answers. */
const MAX_TRIED = 12;
/** A question is worth suggesting where it is likelier answered than not. */
const LIKELY_ANSWERED = 0.5;
const ARTICLES_KEPT = 200;

/**
 * @returns what finds questions that an article answers, by different sentences, the likeliest interest first; as
 * many as there are up to `count`. They are kept, and found to the end whoever stops waiting.
 */
export function createSuggester(
  parts: { readonly engine: Engine; readonly index: PassageIndex },
  count: number,
) {
  const { engine, index } = parts;
  const kept = new Map<string, Promise<readonly string[]>>();

  async function find(article: Article, scope: Scope): Promise<readonly string[]> {
    // Dozens of questions are tried: an embedding model is not asked for each of them.
    const cheap: PassageIndex = index.embedder?.isRemote ? { ...index, embedder: undefined } : index;
    const questions: string[] = [];
    const taken = new Set<number>();
    for (const question of candidatesOf(article)) {
      if (questions.length >= count) break;
      const asked = readQuestion(question, [], engine);
      const { confidence, sentences } = await retrieve(asked, scope, { engine, index: cheap });
      const [by] = sentences;
      if (confidence < LIKELY_ANSWERED || !by || taken.has(by.start)) continue;
      taken.add(by.start);
      questions.push(question);
    }
    return questions;
  }

  return (article: Article, scope: Scope): Promise<readonly string[]> => {
    const known = kept.get(article.digest);
    if (known) return known;
    const found = find(article, scope);
    for (const oldest of kept.keys()) {
      if (kept.size < ARTICLES_KEPT) break;
      kept.delete(oldest);
    }
    kept.set(article.digest, found);
    found.catch(() => kept.delete(article.digest));
    return found;
  };
}

/** A name of the text: how often it stands there, and whether it is a person's who speaks. */
interface Named {
  readonly name: string;
  count: number;
  speaks: boolean;
}

function candidatesOf({ text, bodyStart, language }: Article): readonly string[] {
  const forms = FORMS[language];
  const end = Math.min(text.length, bodyStart + READ_CHARS);
  const sentences = splitIntoSentences(text, language, { start: bodyStart, end }).map((span) =>
    text.slice(span.start, span.end),
  );
  const times = forms ? namesOfTimes(language) : new Set();
  const found = sentences.map((sentence) => [
    ...new Set(findNames(sentence).filter((name) => !times.has(name))),
  ]);
  const alone = new Set(found.flat().filter((name) => !name.includes(' ')));
  const people = new Map<string, Named>();
  const others = new Map<string, Named>();
  for (const [index, names] of found.entries()) {
    const isSpeech = forms?.speech.test(sentences[index] ?? '') ?? false;
    for (const full of names) {
      const words = full.split(/\s+/u);
      const last = words.at(-1) ?? full;
      // News gives a person's whole name once, "President Ada Lovelace", and the last name from then on.
      const isPerson = words.length > 1 && alone.has(last);
      const name = isPerson ? words.slice(-2).join(' ') : full;
      if (name.length > MAX_NAME_CHARS) continue;
      const kind = isPerson ? people : others;
      const known = kind.get(name) ?? { name, count: 0, speaks: false };
      known.count += isPerson ? found.filter((one) => one.includes(last)).length + 1 : 1;
      known.speaks ||= isSpeech;
      kind.set(name, known);
    }
  }
  const surnames = new Set([...people.keys()].map((name) => name.split(' ').at(-1)));
  const persons = byCount(people);
  const things = byCount(others).filter(({ name }) => !surnames.has(name));
  if (!forms) return [...persons, ...things].map(({ name }) => name);
  const said = persons.filter(({ speaks }) => speaks).map(({ name }) => forms.said(name));
  const about = [...things.slice(0, 2), ...persons, ...things.slice(2)].map(({ name }) => forms.about(name));
  const [first] = persons;
  return [...said.slice(0, 1), ...(first ? [forms.who(first.name)] : []), ...said.slice(1, 2), ...about];
}

/** Months and weekdays: "What is said about May?" is no question that anybody has. */
function namesOfTimes(language: string): ReadonlySet<string> {
  const year = Array.from({ length: 365 }, (_, day) => Date.UTC(2029, 0, 1 + day));
  const formats = [{ month: 'long' }, { weekday: 'long' }] as const;
  return new Set(
    formats.flatMap((format) => {
      const { format: nameOf } = new Intl.DateTimeFormat(language, { ...format, timeZone: 'UTC' });
      return year.map((day) => nameOf(day));
    }),
  );
}

function byCount(named: ReadonlyMap<string, Named>): readonly Named[] {
  return [...named.values()].sort((a, b) => b.count - a.count).slice(0, MAX_TRIED);
}

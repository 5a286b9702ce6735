// Lists everything of one kind that an article mentions, as its own sentences: all people, prices, dates, times or places.
// Also finds steps of numbered lists and rows with the highest or lowest value.

import type { Article, Span } from '../../../core/text/article.js';
import { listSentences } from '../../../core/text/article-sentences.js';
import { findHeadings } from '../../../core/text/headings.js';
import type { Lister } from '../../../core/writing-ports.js';
import { findPlaces, hasDate, hasPrice, hasTime } from '../entities/values.js';
import { hasTerm } from '../writing/lists/list-question.js';
import { termsOf } from '../writing/sentences.js';
import { type ListedKind, readAllQuestion } from './all-question.js';
import { findExtremes } from './extremes/find-extremes.js';
import { createPeopleFinder, type NamedPerson } from './find-people.js';
import { findSteps } from './steps/find-steps.js';

/** More sentences, or longer ones, don't fit into a reply. */
const MAX_SENTENCES = 16;
const MAX_CHARS = 2_400;
/** If this share of its rows has the thing, the whole table is listed: "free" is a price, too. */
const MIN_TABLE_SHARE = 0.5;
/** Longer articles aren't read to the end. */
const MAX_READ_SENTENCES = 3_000;
const SPEECH =
  /["“”„«»]|(?<!\p{L})(?:said|says|told|added|explained|called|promised|warned|argued|asked|thinks|recalled|claimed|insisted|replied|admitted|denied|announced|according to|sagte?|erklärte?|meinte?|laut|dice|dijo|explica|explicó|según|dit|explique|selon)(?!\p{L})/iu;
const PRONOUN_SPEAKER =
  /(?<!\p{L})(?:she|he|sie|er|ella|él|elle|il) (?:said|says|told|added|explained|thinks|recalled|sagte?|dijo|dice|dit|explique)|(?:said|says|sagte?|dit) (?:she|he|sie|er|elle|il)(?!\p{L})/iu;

export function createLister(): Lister {
  return {
    list(question, article, shown = []) {
      const body = { start: article.bodyStart, end: article.text.length };
      const read = () => listSentences(article, body).slice(0, MAX_READ_SENTENCES);
      const entries =
        findSteps(question, article, { sentences: read, shown }) ??
        findExtremes(question, article, { sentences: read, shown });
      if (entries) return { sentences: fitIn(entries), isCertain: true };
      const asked = readAllQuestion(question.text, question.language, article.language);
      if (!asked) return undefined;
      const found = findAll(asked.kind, article, read());
      const narrowed = narrow(found, asked.terms, article);
      return { sentences: fitIn(narrowed), isCertain: asked.isCertain };
    },
  };
}

function findAll(kind: ListedKind, article: Article, sentences: readonly Span[]): readonly Span[] {
  const textOf = ({ start, end }: Span) => article.text.slice(start, end);
  switch (kind) {
    case 'people':
      return introduce(sentences, createPeopleFinder(article, sentences));
    case 'speakers':
      return findSpeakers(article, sentences);
    case 'places': {
      const isPerson = createPeopleFinder(article, sentences);
      return firstMentions(sentences, (sentence) => {
        const people = isPerson(sentence).map(({ key }) => key);
        return findPlaces(textOf(sentence)).filter(
          (name) => !people.some((key) => name.includes(key)) && !hasDate(`in ${name}`, article.language),
        );
      });
    }
    case 'prices':
      return withWholeTables(article, sentences, (sentence) => hasPrice(textOf(sentence)));
    case 'times':
      return withWholeTables(article, sentences, (sentence) => hasTime(textOf(sentence)));
    case 'dates':
      return sentences.filter((sentence) => hasDate(textOf(sentence), article.language));
  }
}

/** The sentence that introduces each person: the first one with the full name. */
function introduce(
  sentences: readonly Span[],
  findPeople: (sentence: Span) => readonly NamedPerson[],
  keys?: ReadonlySet<string>,
): readonly Span[] {
  return firstMentions(sentences, (sentence) =>
    findPeople(sentence).flatMap(({ key, isFull }) => (isFull && (keys?.has(key) ?? true) ? [key] : [])),
  );
}

/** Sentences with something that no sentence before them has. */
function firstMentions(
  sentences: readonly Span[],
  namesIn: (sentence: Span) => readonly string[],
): readonly Span[] {
  const known = new Set<string>();
  return sentences.filter((sentence) => {
    const fresh = namesIn(sentence).filter((name) => !known.has(name));
    for (const name of fresh) known.add(name);
    return fresh.length > 0;
  });
}

/** Introduces everyone who is quoted, even if the sentence with the quotation says only "she said". */
function findSpeakers(article: Article, sentences: readonly Span[]): readonly Span[] {
  const findPeople = createPeopleFinder(article, sentences);
  const speakers = new Set<string>();
  let last: string | undefined;
  for (const sentence of sentences) {
    const text = article.text.slice(sentence.start, sentence.end);
    const people = findPeople(sentence).map(({ key }) => key);
    if (SPEECH.test(text)) {
      for (const key of people) speakers.add(key);
      if (people.length === 0 && last !== undefined && PRONOUN_SPEAKER.test(text)) speakers.add(last);
    }
    last = people.at(-1) ?? last;
  }
  return introduce(sentences, findPeople, speakers);
}

/** The sentences that have it, and all rows of tables in which most rows have it. */
function withWholeTables(
  article: Article,
  sentences: readonly Span[],
  has: (sentence: Span) => boolean,
): readonly Span[] {
  const rows = new Set(
    (article.structure ?? []).flatMap(({ kind, start }) => (kind === 'row' ? [start] : [])),
  );
  const chosen = new Set<Span>();
  let table: Span[] = [];
  const close = () => {
    const having = table.filter(has);
    const isPriced = having.length >= table.length * MIN_TABLE_SHARE;
    for (const row of isPriced ? table : having) chosen.add(row);
    table = [];
  };
  for (const [at, sentence] of sentences.entries()) {
    const before = sentences[at - 1];
    const follows = before && article.text.slice(before.end, sentence.start).trim() === '';
    if (!rows.has(sentence.start) || !follows) close();
    if (rows.has(sentence.start)) table.push(sentence);
    else if (has(sentence)) chosen.add(sentence);
  }
  close();
  return sentences.filter((sentence) => chosen.has(sentence));
}

/** Keeps sentences that have the question's other words, in them or in a heading. Ignores words of the title. */
function narrow(found: readonly Span[], terms: readonly string[], article: Article): readonly Span[] {
  const { language, text } = article;
  const title = termsOf(article.title, language);
  const particular = terms.filter((term) => !hasTerm(title, term, language));
  if (particular.length === 0) return found;
  return found.filter((sentence) => {
    const headings = findHeadings(article, sentence.start).map(({ start, end }) => text.slice(start, end));
    const own = termsOf([...headings, text.slice(sentence.start, sentence.end)].join('\n'), language);
    return particular.every((term) => hasTerm(own, term, language));
  });
}

function fitIn(sentences: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  let chars = 0;
  for (const sentence of sentences.slice(0, MAX_SENTENCES)) {
    chars += sentence.end - sentence.start;
    if (chars > MAX_CHARS && kept.length > 0) break;
    kept.push(sentence);
  }
  return kept;
}

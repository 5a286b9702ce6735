// Generates questions about an article: from headings, from sentences of common forms and from names.
import { findNames } from '../ask/follow-up/follow-up.js';
import type { Article, Span } from '../text/article.js';
import { listSentences } from '../text/article-sentences.js';
import { findQuestionParagraphs } from '../text/headings.js';
import { QUESTION_TEMPLATES, type QuestionTemplates } from './question-templates.js';

/** How much of an article is searched for names. The beginning says what it is about. */
const MAX_READ_CHARS = 20_000;
const MAX_NAME_CHARS = 60;
/** How many people, and how many other names, are tried. */
const MAX_NAMES_TRIED = 12;
const MAX_HEADING_CHARS = 80;
const MAX_TOPIC_WORDS = 3;
/** Headings that aren't noun phrases: "What comes next", "Helpers wanted", "Removed". */
const NO_TOPIC =
  /^(?:what|how|why|when|where|who|other|more|was|wie|warum|wo|wer|wann|qué|cómo|por|quién|que|comment|pourquoi|qui)(?!\p{L})|ed$/iu;
/** Opens something else than a name at the start of a sentence or title. */
const FUNCTION_WORD =
  /^(?:the|a|an|is|are|was|do|does|if|von|der|die|das|ist|el|la|los|es|le|les|est|de|of)$/iu;
const SECOND_PERSON =
  /(?<!\p{L})(?:you|your|yours|du|dir|dich|dein\p{L}*|sie|ihnen|ihr\p{L}*|usted|tú|tu|tus|te|vous|votre|vos|toi)(?!\p{L})/iu;
/** Questions from headings and sentences that are tried, each. */
const MAX_TRIED = 12;

/** How often a name occurs, and whether it is near a verb of speech. */
interface NameCount {
  readonly name: string;
  count: number;
  isSpeaker: boolean;
}

/** Questions that may suit the article, most interesting first. Whether it answers them is for the caller to find out. */
export function generateQuestions(article: Article): readonly string[] {
  const templates = QUESTION_TEMPLATES[article.language];
  const fromHeadings = readHeadings(article, templates);
  const names = readNames(article);
  const fromSentences = templates ? readForms(article, templates) : [];
  // In turn, so that the questions are of different kinds.
  const lists = [fromHeadings.asked, fromSentences, names, fromHeadings.topics];
  const longest = Math.max(...lists.map(({ length }) => length));
  return [
    ...new Set(Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat()),
  ];
}

/** Questions about the names in the article. */
function readNames(article: Article): readonly string[] {
  const { text, bodyStart, language } = article;
  const templates = QUESTION_TEMPLATES[language];
  const end = Math.min(text.length, bodyStart + MAX_READ_CHARS);
  const rows = (article.structure ?? []).filter(({ kind }) => kind === 'row' || kind === 'list-marker');
  // Tables and lists capitalize words that are no names.
  const sentences = listSentences(article, { start: bodyStart, end })
    .filter(({ start }) => !rows.some((row) => row.start === start))
    .map((span) => text.slice(span.start, span.end));
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
      // "The Owl" and "on Weir Island" are things and places, "Is Tallow" opens a question.
      if (!/^\p{Lu}/u.test(fullName) || FUNCTION_WORD.test(words[0] ?? '')) continue;
      const isPerson = words.length > 1 && singleWordNames.has(last) && !isThing(fullName, text);
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
  // German capitalizes every noun, so one word alone is no name there. Elsewhere it may open a quotation.
  const isName = ({ name, count }: NameCount) =>
    name.includes(' ') || (language !== 'de' && count > 1 && !surnames.has(name));
  const otherNames = mostFrequent(nonPersonNames).filter(isName);
  if (!templates) return [];
  const said = sortedPeople.filter(({ isSpeaker }) => isSpeaker).map(({ name }) => templates.said(name));
  const about = [...otherNames.slice(0, 2), ...sortedPeople, ...otherNames.slice(2)].map(({ name }) =>
    templates.about(withArticle(name, text, language)),
  );
  const [first] = sortedPeople;
  return [...said.slice(0, 1), ...(first ? [templates.who(first.name)] : []), ...said.slice(1, 2), ...about];
}

/** Whether a name stands after an article or a preposition of place, as names of people rarely do. */
function isThing(name: string, text: string): boolean {
  return new RegExp(
    `(?<!\\p{L})(?:the|on|in|at|der|die|das|den|dem|im|am|auf|bei|el|la|en|le|à|dans|\\p{N}+) ${escapeRegExp(name)}`,
    'iu',
  ).test(text);
}

/** "Harrow Tide Machine" → "the Harrow Tide Machine", if the article writes it so. */
function withArticle(name: string, text: string, language: string): string {
  const isDefinite =
    language === 'en' && new RegExp(`(?<!\\p{L})the ${escapeRegExp(name)}(?! \\p{L})`, 'iu').test(text);
  return isDefinite ? `the ${name}` : name;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
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

/** Headings that are questions, and questions about what stands under the others. */
function readHeadings(
  article: Article,
  templates: QuestionTemplates | undefined,
): { readonly asked: readonly string[]; readonly topics: readonly string[] } {
  const { text, structure = [], language } = article;
  const headings = structure
    .filter(({ kind }) => kind === 'heading')
    .map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, ' ').trim())
    .filter(({ length }) => length > 2 && length <= MAX_HEADING_CHARS);
  const asked = headings.filter((heading) => /[?？]$/u.test(heading));
  // Questions to the reader or to a guest ("How did you …?") read oddly when somebody else asks them.
  const inText = findQuestionParagraphs(article)
    .map(({ start, end }) => text.slice(start, end))
    .filter(
      (question) =>
        !SECOND_PERSON.test(question) && !/^(?:and|but|so|und|aber|y|pero|et|mais)\b|:/iu.test(question),
    );
  const topics = headings.filter(
    (heading) =>
      /^\p{L}[\p{L}\p{N} '’-]*$/u.test(heading) &&
      heading.split(' ').length <= MAX_TOPIC_WORDS &&
      !NO_TOPIC.test(heading),
  );
  return {
    asked: [...asked, ...inText].slice(0, MAX_TRIED),
    topics: templates
      ? topics.slice(0, MAX_TRIED).map((topic) => templates.topic(toTopic(topic, language)))
      : [],
  };
}

/** A heading inside a question: without its capital in English, unless it is a name or an abbreviation. */
function toTopic(heading: string, language: string): string {
  const [first = '', second = ''] = heading.split(' ');
  const isDefinite = /^(?:the|a|an)$/iu.test(first);
  const isName = !isDefinite && (/\p{Lu}.*\p{Lu}/u.test(first) || /^\p{Lu}/u.test(second));
  return language === 'en' && !isName ? heading.charAt(0).toLowerCase() + heading.slice(1) : heading;
}

/** Questions that sentences of a common form answer: "The lift was built in 1954" → "When was the lift built?" */
function readForms(article: Article, { forms }: QuestionTemplates): readonly string[] {
  const { text, bodyStart } = article;
  const end = Math.min(text.length, bodyStart + MAX_READ_CHARS);
  return listSentences(article, { start: bodyStart, end })
    .flatMap(({ start, end: to }: Span) => {
      const sentence = text.slice(start, to);
      const form = forms.find((one) => one.sentence.test(sentence));
      const found = form?.sentence.exec(sentence);
      if (!form || !found) return [];
      const subject = (found[1] ?? '').charAt(0).toLowerCase() + (found[1] ?? '').slice(1);
      const question = form.question
        .replace('$1', subject)
        .replace('$2', found[2] ?? '')
        .replace('$3', found[3] ?? '');
      return [question];
    })
    .slice(0, MAX_TRIED);
}

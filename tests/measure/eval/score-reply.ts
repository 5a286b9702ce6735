// Decides whether a reply is right, by the rules in tests/measure/conversation/README.md.
import type { Answer, Reply } from '../../../src/core/answer.js';
import type { Article, Span } from '../../../src/core/text/article.js';
import { BOLD_QUESTION_LEVEL } from '../../../src/core/text/headings.js';
import type { Expectation } from './conversation-set.js';

const CHAT_INTENTS: Readonly<Record<string, readonly Reply['intent'][]>> = {
  greeting: ['greeting'],
  thanks: ['thanks'],
  smalltalk: ['small-talk', 'reaction', 'complaint', 'goodbye'],
  help: ['help'],
  articles: ['articles'],
  nothing: ['nothing'],
};
/** "Yes." or "No." in the languages that have reply texts. */
const POLARITY = { yes: /^(?:yes|ja|sí|oui)$/iu, no: /^(?:no|nein|non)$/iu };
const MAX_LENGTH_ERROR = 0.15;
/** Names of languages as an answer may write them. */
const LANGUAGE_NAMES: Readonly<Record<string, readonly string[]>> = {
  en: ['English', 'Englisch', 'inglés', 'anglais'],
  de: ['German', 'Deutsch', 'alemán', 'allemand'],
  es: ['Spanish', 'Spanisch', 'español', 'espagnol'],
  fr: ['French', 'Französisch', 'francés', 'français'],
};

/** Whether the reply is right. */
export function isRight(expected: Expectation, answer: Answer, article: Article): boolean {
  const { kind, asker } = expected;
  const intents = CHAT_INTENTS[kind];
  if (intents) {
    return answer.kind === 'reply' && intents.includes(answer.intent) && isInLanguage(answer, asker);
  }
  if (kind === 'meta') return isRightMetadata(expected, answer);
  if (kind === 'summary') {
    return answer.kind === 'answered' && answer.citations.length >= 2 && answer.intent === 'summary';
  }
  if (kind === 'cross-language') {
    const names = LANGUAGE_NAMES[article.language] ?? [article.language];
    const isExplained =
      answer.kind === 'not-in-article' &&
      isInLanguage(answer, asker) &&
      names.some((name) => answer.message?.includes(name));
    return isExplained || citesGold(expected, answer, article);
  }
  if (expected.refuse) return answer.kind === 'not-in-article' && isInLanguage(answer, asker);
  return (
    citesGold(expected, answer, article) && !contradicts(expected, answer) && isComplete(expected, answer)
  );
}

/** Whether it is no longer than expected, and says whether a part isn't answered, where the set expects something of it. */
function isComplete({ partUnanswered, atMost }: Expectation, answer: Answer): boolean {
  if (answer.kind !== 'answered') return false;
  const leavesOut = answer.remark?.kind === 'part-unanswered';
  if (partUnanswered !== undefined && partUnanswered !== leavesOut) return false;
  return atMost === undefined || answer.citations.length <= atMost;
}

function isInLanguage(
  answer: { readonly language?: string | undefined },
  asker: string | undefined,
): boolean {
  return asker === undefined || answer.language === asker;
}

function isRightMetadata({ field, value, also = [], words, asker }: Expectation, answer: Answer): boolean {
  if (answer.kind !== 'reply' || !answer.metadata || !isInLanguage(answer, asker)) return false;
  if (answer.metadata.field !== field) return false;
  if (words !== undefined) {
    const [said = '0'] = answer.text.replace(/(?<=\d)[.,\s](?=\d{3})/g, '').match(/\d+/) ?? [];
    return Math.abs(Number(said) - words) <= words * MAX_LENGTH_ERROR;
  }
  if (value === null) return answer.metadata.value === undefined;
  return [value ?? '', ...also].some((wanted) => wanted !== '' && answer.text.includes(wanted));
}

function contradicts({ polarity }: Expectation, answer: Answer): boolean {
  if (polarity === undefined || answer.kind !== 'answered') return false;
  const [first = ''] = /^[^.!,]+/.exec(answer.remark?.text ?? '') ?? [];
  return POLARITY[polarity === 'yes' ? 'no' : 'yes'].test(first);
}

function citesGold({ gold, all }: Expectation, answer: Answer, article: Article): boolean {
  if (answer.kind !== 'answered') return false;
  const isCited = (text: string) => {
    const span = findSpan(text, article);
    return answer.citations.some(
      ({ articleId, start, end }) => articleId === article.id && start < span.end && end > span.start,
    );
  };
  return all ? all.every(isCited) : (gold ?? []).some(isCited);
}

/** Where a gold text stands in the article: as a whole word, in the body, not in a column name. */
function findSpan(text: string, { text: whole, bodyStart, structure = [] }: Article): Span {
  // What an interviewer says in bold before a question is a sentence.
  const columns = structure.filter(
    ({ kind, level }) => kind === 'column-name' || (kind === 'heading' && level !== BOLD_QUESTION_LEVEL),
  );
  for (let at = whole.indexOf(text, bodyStart); at >= 0; at = whole.indexOf(text, at + 1)) {
    const end = at + text.length;
    const isWord = !/[\p{L}\p{N}]/u.test(whole[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(whole[end] ?? ' ');
    if (isWord && !columns.some((column) => at >= column.start && end <= column.end))
      return { start: at, end };
  }
  throw new Error(`The article has no "${text}".`);
}

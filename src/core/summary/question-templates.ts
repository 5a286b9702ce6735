// Templates for suggested questions, by language.

/** Builds questions about an article. */
export interface QuestionTemplates {
  readonly said: (name: string) => string;
  readonly who: (name: string) => string;
  readonly about: (name: string) => string;
  /** About what stands under a heading. */
  readonly topic: (heading: string) => string;
  /** Verbs of speech. A sentence with one of them probably quotes the person it names. */
  readonly speech: RegExp;
  /** Turn a sentence of a common form into the question that it answers. */
  readonly forms: readonly { readonly sentence: RegExp; readonly question: string }[];
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** A short subject, such as "The new carriages". */
const SUBJECT = "((?:The|A|An|Our|Its|Their) (?:[\\p{L}'’-]+ ){0,3}?[\\p{L}'’-]+)";
const DATE = `(?:on|in|at|until|by|since) (?:\\d{1,2} (?:${MONTHS})|(?:${MONTHS})|\\d{4}|\\d{1,2}[:.]\\d{2})`;

/** Question templates by language. In other languages, there are only headings that are questions themselves. */
export const QUESTION_TEMPLATES: Readonly<Record<string, QuestionTemplates>> = {
  en: {
    said: (name) => `What does ${name} say?`,
    who: (name) => `Who is ${name}?`,
    about: (name) => `What does the article say about ${name}?`,
    topic: (heading) => `What does it say about ${heading}?`,
    speech: /\b(?:said|says|told|warn\w*|assert\w*|stress\w*|argu\w*|added|noted|explain\w*|announc\w*)\b/iu,
    forms: [
      {
        sentence: new RegExp(
          `^${SUBJECT} (will|is|are|was|were) ((?:[a-z]+ ){0,2}[a-z]+(?:ed|en|n|se|d|t)) ${DATE}`,
          'u',
        ),
        question: 'When $2 $1 $3?',
      },
      {
        sentence: new RegExp(`^${SUBJECT} (end|start|begin|open|close)s ${DATE}`, 'u'),
        question: 'When does $1 $2?',
      },
      {
        sentence: new RegExp(`^${SUBJECT} costs? (?:about |only |between )?[£$€]?\\d`, 'u'),
        question: 'How much does $1 cost?',
      },
      {
        sentence: new RegExp(`^${SUBJECT} (is|are|was|were) ((?:[a-z]+ ){0,2}[a-z]+) because `, 'u'),
        question: 'Why $2 $1 $3?',
      },
    ],
  },
  de: {
    said: (name) => `Was sagt ${name}?`,
    who: (name) => `Wer ist ${name}?`,
    about: (name) => `Was steht im Artikel über ${name}?`,
    topic: (heading) => `Was steht im Artikel zum Thema „${heading}“?`,
    speech: /\b(?:sagt\w*|erklär\w*|warn\w*|beton\w*|meint\w*|berichtet\w*|kündigt\w*)\b/iu,
    forms: [],
  },
  fr: {
    said: (name) => `Que dit ${name} ?`,
    who: (name) => `Qui est ${name} ?`,
    about: (name) => `Que dit l’article de ${name} ?`,
    topic: (heading) => `Que dit l’article sur « ${heading} » ?`,
    speech: /\b(?:dit|déclar\w*|affirm\w*|expliqu\w*|annonc\w*|ajout\w*)/iu,
    forms: [],
  },
  es: {
    said: (name) => `¿Qué dice ${name}?`,
    who: (name) => `¿Quién es ${name}?`,
    about: (name) => `¿Qué dice el artículo de ${name}?`,
    topic: (heading) => `¿Qué dice el artículo sobre «${heading}»?`,
    speech: /\b(?:dijo|dice|declar\w*|afirm\w*|explic\w*|anunci\w*|añad\w*)/iu,
    forms: [],
  },
};

// Templates for suggested questions, by language.

/** Builds questions about a name. */
export interface QuestionTemplates {
  readonly said: (name: string) => string;
  readonly who: (name: string) => string;
  readonly about: (name: string) => string;
  /** Verbs of speech. A sentence with one of them probably quotes the person it names. */
  readonly speech: RegExp;
}

/** Question templates by language. In other languages, the name alone is the question. */
export const QUESTION_TEMPLATES: Readonly<Record<string, QuestionTemplates>> = {
  en: {
    said: (name) => `What does ${name} say?`,
    who: (name) => `Who is ${name}?`,
    about: (name) => `What does the article say about ${name}?`,
    speech: /\b(?:said|says|told|warn\w*|assert\w*|stress\w*|argu\w*|added|noted|explain\w*|announc\w*)\b/iu,
  },
  de: {
    said: (name) => `Was sagt ${name}?`,
    who: (name) => `Wer ist ${name}?`,
    about: (name) => `Was steht im Artikel über ${name}?`,
    speech: /\b(?:sagt\w*|erklär\w*|warn\w*|beton\w*|meint\w*|berichtet\w*|kündigt\w*)\b/iu,
  },
  fr: {
    said: (name) => `Que dit ${name} ?`,
    who: (name) => `Qui est ${name} ?`,
    about: (name) => `Que dit l’article de ${name} ?`,
    speech: /\b(?:dit|déclar\w*|affirm\w*|expliqu\w*|annonc\w*|ajout\w*)/iu,
  },
  es: {
    said: (name) => `¿Qué dice ${name}?`,
    who: (name) => `¿Quién es ${name}?`,
    about: (name) => `¿Qué dice el artículo de ${name}?`,
    speech: /\b(?:dijo|dice|declar\w*|afirm\w*|explic\w*|anunci\w*|añad\w*)/iu,
  },
};

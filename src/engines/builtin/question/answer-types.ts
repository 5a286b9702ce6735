// The types of answer that a question can ask for.
/** In the order in which the learned table of kinds has its rows. */
export const ANSWER_TYPES = [
  'who',
  'when',
  'where',
  'number',
  'money',
  'percent',
  'duration',
  'measure',
  'group',
  'why',
  'how',
  'quote',
  'define',
  'act',
  'which',
  'what',
  'other',
  'feel',
  'deed',
] as const;

export type AnswerType = (typeof ANSWER_TYPES)[number];

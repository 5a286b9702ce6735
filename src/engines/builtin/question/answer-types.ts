// The types of answer that a question can ask for.
/** In the order of the rows of the learned weight table, so the order must not change. */
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
  'definition',
  'action',
  'which',
  'what',
  'other',
  'feeling',
  'event',
] as const;

export type AnswerType = (typeof ANSWER_TYPES)[number];

/** Types of answer that show by their form: without a number, nothing says how many. */
export const EVIDENT_TYPES: ReadonlySet<AnswerType> = new Set([
  ...(['who', 'when', 'number', 'money', 'percent', 'measure', 'duration'] as const),
]);

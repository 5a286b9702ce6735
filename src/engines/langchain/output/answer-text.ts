// From what a chat model prints to its answer, for streams and for whole texts.
import { RESTART } from '../../../core/writing-ports.js';
import { createAnswerStripper, stripThoughts } from './strip-thoughts.js';
import { createAnswerUnwrapper } from './unwrap-answer.js';

/** What earlier answers of a model have shown about it. */
export interface ModelHabits {
  /** It prints thoughts without an opening tag, so nothing can be shown before they end. */
  hasUnopenedThoughts: boolean;
}

/**
 * Yields the answer in a stream of text. A piece that is {@link RESTART} takes back everything before it.
 * @param onOnlyThoughts called at the end if the text was nothing but thoughts
 */
export async function* readAnswer(
  pieces: AsyncIterable<string>,
  habits: ModelHabits,
  onOnlyThoughts: () => void,
): AsyncGenerator<string> {
  const stripper = createAnswerStripper({ startsInThoughts: habits.hasUnopenedThoughts });
  let unwrapper = createAnswerUnwrapper();
  function* unwrap(stripped: readonly string[]): Iterable<string> {
    for (const piece of stripped) {
      if (piece === RESTART) unwrapper = createAnswerUnwrapper();
      const text = piece === RESTART ? RESTART : unwrapper.push(piece);
      if (text !== '') yield text;
    }
  }
  for await (const piece of pieces) yield* unwrap(stripper.push(piece));
  yield* unwrap(stripper.end());
  const rest = unwrapper.end();
  if (rest !== '') yield rest;
  habits.hasUnopenedThoughts ||= stripper.hasUnopenedThoughts;
  if (stripper.isOnlyThoughts) onOnlyThoughts();
}

/** The answer in a whole text. */
export function readWholeAnswer(text: string): string {
  const unwrapper = createAnswerUnwrapper();
  return unwrapper.push(stripThoughts(text)) + unwrapper.end();
}

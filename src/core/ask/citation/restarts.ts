// A writer may take back what it wrote and start again, for example with less evidence.
import { RESTART } from '../../writing-ports.js';

/** What a writer wrote between two restarts. */
interface DraftText {
  readonly pieces: AsyncIterable<string>;
  /** Whether a restart has ended it. */
  isTakenBack(): boolean;
}

/** Splits a writer's text where it starts again. Each part must be read before the next. */
export async function* splitAtRestarts(pieces: AsyncIterable<string>): AsyncGenerator<DraftText> {
  const iterator = pieces[Symbol.asyncIterator]();
  let isRestarted = true;
  async function* readDraft(): AsyncGenerator<string> {
    for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
      isRestarted = step.value === RESTART;
      if (isRestarted) return;
      yield step.value;
    }
  }
  try {
    while (isRestarted) {
      isRestarted = false;
      yield { pieces: readDraft(), isTakenBack: () => isRestarted };
    }
  } finally {
    await iterator.return?.();
  }
}

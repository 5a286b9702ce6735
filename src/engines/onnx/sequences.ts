// Token sequences as model inputs.
import type { InputTensor } from './protocol.js';

/** The tokens of one row, special tokens included. */
export interface TokenSequence {
  readonly ids: readonly number[];
  /** One per token. Default: all 0. */
  readonly typeIds?: readonly number[] | undefined;
}

/**
 * Pads the sequences to the longest. A position that is padding has 0 in every input.
 * @param inputNames the model's inputs. Only these are made
 */
export function createInputs(
  sequences: readonly TokenSequence[],
  inputNames: readonly string[],
): Readonly<Record<string, InputTensor>> {
  const rows = sequences.length;
  const columns = Math.max(1, ...sequences.map(({ ids }) => ids.length));
  const makers: Readonly<Record<string, (sequence: TokenSequence, at: number) => number>> = {
    input_ids: ({ ids }, at) => ids[at] ?? 0,
    attention_mask: () => 1,
    token_type_ids: ({ typeIds }, at) => typeIds?.[at] ?? 0,
    position_ids: (_, at) => at,
  };
  const inputs: Record<string, InputTensor> = {};
  for (const name of inputNames) {
    const make = makers[name];
    if (!make) continue;
    const data = new BigInt64Array(rows * columns);
    for (const [row, sequence] of sequences.entries()) {
      for (let at = 0; at < sequence.ids.length; at += 1)
        data[row * columns + at] = BigInt(make(sequence, at));
    }
    inputs[name] = { data, rows, columns };
  }
  return inputs;
}

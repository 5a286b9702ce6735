// Opens a tokenizer.json. Truncation and padding settings in the file are ignored.
import { readFile } from 'node:fs/promises';
import { Tokenizer as HuggingFaceTokenizer } from '@huggingface/tokenizers';
import { AppError } from '../../core/errors.js';
import type { TokenSequence } from './sequences.js';
import { ONNX_TEXT } from './text.js';

/** No token is this long, so longer texts are cut before they are tokenized. */
const MAX_CHARS_PER_TOKEN = 32;

/** Turns text into token ids. Both functions block for about 0.5 ms per 100 words. */
export interface Tokenizer {
  /** The tokens of the text alone. */
  encode(text: string): readonly number[];
  /** The text with the model's special tokens around it, as in `[CLS] text [SEP]`. Cut at the end to `maxTokens`. */
  encodeSequence(text: string, maxTokens: number): TokenSequence;
  /** The id of a token such as `[SEP]`; undefined if the model has none of this name. */
  idOf(token: string): number | undefined;
}

/**
 * Reads the file, which blocks for 0.1 seconds if it has 30,000 tokens.
 * @throws AppError `engine/bad-model` if it can't be read
 */
export async function openTokenizer(file: string): Promise<Tokenizer> {
  let tokenizer: HuggingFaceTokenizer;
  try {
    tokenizer = new HuggingFaceTokenizer(JSON.parse(await readFile(file, 'utf8')) as object, {});
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError({ code: 'engine/bad-model', ...ONNX_TEXT.cannotOpen(file, reason), cause: error });
  }
  const encode = (text: string): readonly number[] =>
    tokenizer.encode(text, { add_special_tokens: false }).ids as number[];
  // The special tokens before and after any text.
  const bare = encode('a');
  const wrapped: readonly number[] = tokenizer.encode('a').ids as number[];
  const start = wrapped.findIndex((_, at) => bare.every((id, next) => wrapped[at + next] === id));
  const before = wrapped.slice(0, Math.max(0, start));
  const after = wrapped.slice(before.length + bare.length);
  return {
    encode,
    encodeSequence(text, maxTokens) {
      const room = Math.max(0, maxTokens - before.length - after.length);
      return {
        ids: [...before, ...encode(text.slice(0, room * MAX_CHARS_PER_TOKEN)).slice(0, room), ...after],
      };
    },
    idOf: (token) => tokenizer.token_to_id(token),
  };
}

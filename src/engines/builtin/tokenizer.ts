// The tokenizer of the built-in models: the embedder and the reader have the same vocabulary.
import { packagePath } from '../../package-path.js';
import { openTokenizer, type Tokenizer } from '../onnx/tokenizer.js';

let shared: Promise<Tokenizer> | undefined;

/**
 * Opens the tokenizer once for the whole process, because that blocks for 0.1 seconds.
 * @throws AppError `engine/bad-model` if its file can't be read
 */
export function shareBuiltinTokenizer(): Promise<Tokenizer> {
  shared ??= openTokenizer(packagePath('src/engines/builtin/models/tokenizer.json'));
  return shared;
}

// Shared by the rewrites of word order.
import type { Token } from '../parse/token.js';

export const isNominal = ({ pos, key }: Token): boolean =>
  pos === 'NOUN' ||
  pos === 'PROPN' ||
  pos === 'PRON' ||
  pos === 'NUM' ||
  pos === 'ADJ' ||
  pos === 'DET' ||
  key === "'s";
/** Its punctuation replaced; empty for no token. */
export const withMark = (token: Token | undefined, mark: string): readonly Token[] =>
  token ? [{ ...token, mark }] : [];

// "the chair of the committee" for "the committee's chair".
import type { Token } from '../parse/token.js';
import { withMark } from './word-order.js';

/** The sentence with each "X's N" as "the N of X"; the same tokens where there is none. */
export function spellOutGenitives(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findLastIndex(({ key }) => key === "'s");
  if (at < 1) return tokens;
  let start = at - 1;
  while (start > 0 && tokens[start]?.mark === '' && isInOwner(tokens, start)) start -= 1;
  let end = at + 1;
  while (
    end < tokens.length &&
    /^(?:NOUN|PROPN|ADJ|NUM)$/.test(tokens[end]?.pos ?? '') &&
    tokens[end]?.mark === ''
  )
    end += 1;
  const [owner, thing] = [tokens.slice(start, at), tokens.slice(at + 1, end)];
  const [first, head] = [owner[0], thing[0]];
  if (!first || !head) return tokens;
  const of: Token = {
    ...first,
    text: 'of',
    key: 'of',
    pos: 'ADP',
    mark: '',
    article: undefined,
    verb: undefined,
  };
  return [
    ...spellOutGenitives(tokens.slice(0, start)),
    { ...head, mark: first.mark, article: 'the' },
    ...thing.slice(1),
    of,
    ...withMark(first, ''),
    ...owner.slice(1),
    ...tokens.slice(end),
  ];
}

/** "a year" for "per year" */
export const spellOutRates = (tokens: readonly Token[]): readonly Token[] =>
  tokens.flatMap((token, index) => {
    if (token.key === 'per' && tokens[index + 1]?.pos === 'NOUN') return [];
    return tokens[index - 1]?.key === 'per' && token.pos === 'NOUN'
      ? [{ ...token, article: 'a' as const }]
      : [token];
  });

/** Whether the owner goes on in front of a token. */
function isInOwner(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!before || token?.article !== undefined) return false;
  return token?.pos === 'PROPN' ? before.pos === 'PROPN' : /^(?:NOUN|ADJ|NUM|PROPN)$/.test(before.pos);
}

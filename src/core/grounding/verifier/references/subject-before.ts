// Whom or what a pronoun behind "and" or "but" means: the subject in front, where nothing else fits.
import type { Token } from '../parse/token.js';

/** "A fire must never be left alone, and | it …": the subject, where the first clause names nothing else of its number. */
export function subjectBefore(tokens: readonly Token[], place: number): readonly Token[] | undefined {
  const [join, pronoun, next] = tokens.slice(place - 1, place + 2);
  if (join?.pos !== 'CCONJ' || !/^(?:it|they)$/.test(pronoun?.key ?? '') || !next?.verb) return undefined;
  const verb = tokens.findIndex((token) => token.verb);
  const subject = tokens.slice(0, Math.max(0, verb));
  const isNominal = subject.length > 0 && subject.every(({ pos }) => /^(?:NOUN|PROPN|ADJ|NUM)$/.test(pos));
  const isWanted = (token: Token) => isPluralForm(token) === (pronoun?.key === 'they');
  const others = tokens.slice(verb, place).filter(({ pos }) => pos === 'NOUN' || pos === 'PROPN');
  const head = subject.at(-1);
  return isNominal && head && isWanted(head) && !others.some(isWanted) ? subject : undefined;
}

const isPluralForm = ({ pos, text, key }: Token): boolean =>
  pos === 'NOUN' && /s$|^(?:children|people|men|women)$/i.test(text) && text.toLowerCase() !== key;

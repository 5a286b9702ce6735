// People and organizations: the sentence that says best who each is, or what they say or do.
import { attributeSpeech } from '../../excerpt/attribute-speech.js';
import { renderExcerpt } from '../../excerpt/excerpt.js';
import { makeStandalone } from '../../excerpt/make-excerpt.js';
import type { Article, Span } from '../../text/article.js';
import type { Candidate, ReadArticle } from '../candidates.js';
import { type DraftLine, makeLine, toLine } from '../line.js';
import { findNamedEntities, type NamedEntity } from './names.js';

/** "Ada Brandt, who …", "Ada Brandt, the …", "Ada Brandt, 44, …": says who somebody is. */
const ROLE_BEHIND =
  /^,? (?:\(?\d{1,3}\)?,|who |whose |the |an? |is |was |der |die |das |ein |eine |ist |war |el |la |un |una |es |que |le |qui |est )/u;
const ROLE_IN_FRONT =
  /(?:\p{Ll}{3,},?|President|Minister|Mayor|Councillor|Senator|Judge|Chief|Dr\.?|Professor|\p{Lu}\p{Ll}+(?:in|er)) $/u;

/** The label is the full name. */
export function whosWhoLines({ article, candidates }: ReadArticle, maxLines: number): readonly DraftLine[] {
  const entities = findNamedEntities(
    article,
    candidates.map(({ sentence }) => sentence),
  );
  const used = new Set<Candidate>();
  const lines: DraftLine[] = [];
  for (const entity of entities) {
    if (lines.length === maxLines) break;
    const best = candidates
      .filter((one) => one.isStandalone && one.needs.length === 0 && !used.has(one) && says(one, entity))
      .map((one) => ({ one, value: one.score + roleValue(one, entity) }))
      .toSorted((a, b) => b.value - a.value)[0]?.one;
    if (!best) {
      const role = findRole(article, entity);
      if (role) lines.push(makeLine(article, [role], entity.name));
      continue;
    }
    used.add(best);
    // The untrimmed sentence, because an aside may be what says who somebody is.
    const made = makeStandalone(article, best.sentence, { isTrimmed: false });
    const whole = made && { ...made, parts: attributeSpeech(article, made.parts) };
    lines.push(
      toLine(
        whole ? { ...best, ...whole, text: renderExcerpt(article.text, whole.parts) } : best,
        entity.name,
      ),
    );
  }
  return lines;
}

/** "the city's chief engineer" in "said Marek Oduya, the city's chief engineer." */
function findRole({ text }: Article, { first }: NamedEntity): Span | undefined {
  const found =
    /^, ((?:the|an?|(?:der|die|das)(?! (?:d(?:er|ie|as|e[nms])|eine?[nmrs]?|sich|selbst|nicht|seit|i[nm]|a[nm]|auf|mit|von|zu|für)(?!\p{L}))|ein|eine|el|la|un|una|le|une) [^,.;:"“”()]{4,80})[,.;]/u.exec(
      text.slice(first.end, first.end + 100),
    );
  return found?.[1] === undefined
    ? undefined
    : { start: first.end + 2, end: first.end + 2 + found[1].length };
}

/** In the sentence as it is written: what is trimmed may be what says who somebody is. */
function roleValue({ article, sentence, parts }: Candidate, { name, shortName }: NamedEntity): number {
  const text = article.text.slice(sentence.start, sentence.end);
  const isFull = text.includes(name);
  const at = isFull ? text.indexOf(name) : text.indexOf(shortName);
  // Only named in brackets.
  if (at < 0) return -0.1;
  const end = at + (isFull ? name.length : shortName.length);
  return (
    (isFull && ROLE_BEHIND.test(text.slice(end, end + 12)) ? 0.3 : 0) +
    (isFull && ROLE_IN_FRONT.test(text.slice(0, at)) ? 0.15 : 0) +
    (isFull ? 0.1 : 0) +
    (at < 3 ? 0.1 : 0) -
    (parts.some(({ bracket }) => bracket) ? 0.1 : 0)
  );
}

/** Of an organization, only what it is or does: it stands at the start. */
function says({ article, parts }: Candidate, { kind, shortName }: NamedEntity): boolean {
  // Without the speaker's name: what a guest says is seldom who the guest is.
  const text = renderExcerpt(
    article.text,
    parts.filter(({ bracket }) => bracket !== 'speaker'),
  );
  const at = text.indexOf(shortName);
  return kind === 'person'
    ? at >= 0
    : at >= 0 && /^(?:(?:The|Die|Der|Das|El|La|Le|L['’]) ?)?$/u.test(text.slice(0, at));
}

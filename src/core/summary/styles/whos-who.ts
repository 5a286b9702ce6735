// People and organizations: the sentence that says best who each is, or what they say or do.
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
      .filter(
        (one) =>
          one.isStandalone && one.needs.length === 0 && !used.has(one) && one.text.includes(entity.shortName),
      )
      .map((one) => ({ one, value: one.score + roleValue(one, entity) }))
      .toSorted((a, b) => b.value - a.value)[0]?.one;
    if (!best) {
      const role = findRole(article, entity);
      if (role) lines.push(makeLine(article, [role], entity.name));
      continue;
    }
    used.add(best);
    // The untrimmed sentence, because an aside may be what says who somebody is.
    const whole = makeStandalone(article, best.sentence, { isTrimmed: false });
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
  const found = /^, ((?:the|an?|der|die|das|ein|eine|el|la|un|una|le|une) [^,.;:"“”()]{4,80})[,.;]/u.exec(
    text.slice(first.end, first.end + 100),
  );
  return found?.[1] === undefined
    ? undefined
    : { start: first.end + 2, end: first.end + 2 + found[1].length };
}

function roleValue({ text }: Candidate, { name, shortName }: NamedEntity): number {
  const at = text.indexOf(name) >= 0 ? text.indexOf(name) : text.indexOf(shortName);
  const end = at + (text.startsWith(name, at) ? name.length : shortName.length);
  const isFull = text.includes(name);
  return (
    (isFull && ROLE_BEHIND.test(text.slice(end, end + 12)) ? 0.3 : 0) +
    (isFull && ROLE_IN_FRONT.test(text.slice(0, at)) ? 0.15 : 0) +
    (isFull ? 0.1 : 0) +
    (at < 3 ? 0.1 : 0)
  );
}

// Who says what a quotation says: the person next to the verb of speech.
import { findSpeakerName } from '../../excerpt/editor-brackets.js';
import type { Article, Span } from '../../text/article.js';
import type { NamedEntity } from './names.js';

/** The person in front of the verb or right behind it speaks. */
const SAYING =
  'said|says|say|adds|added|asserts|asserted|remarks|remarked|noted|notes|recalls|recalled|joked|jokes|insisted|insists|stated|states|testified|commented|continued|concluded|replied|answered|explained|explains|announced|argued|argues|complained|wrote|writes|tweeted|declared|claimed|admitted|sagte|sagt|erklärte|erklärt|betonte|betont|warnte|warnt|meinte|meint|ergänzte|ergänzt|fügte|dijo|dice|afirmó|afirma|explicó|explica|declaró|declara|señaló|señala|recuerda|recordó|cuenta|contó|asegura|aseguró|añade|añadió|calcula|lamenta|lamentó|insiste|insistió|dit|déclare|déclaré|affirme|affirmé|explique|expliqué|assure|assuré|ajoute|ajouté|raconte';
/** Only the person in front of the verb speaks: "told the council". */
const ADDRESSING =
  'told|tells|asked|asks|warned|warns|called|calls|described|describes|dubbed|labelled|labeled|branded|nannte|nennt|bezeichnete|llamó|calificó';
const VERB = new RegExp(`(?<!\\p{L})(?:(${ADDRESSING})|${SAYING})(?!\\p{L})|(?<=[,"“”] )so(?= \\p{Lu})`, 'u');
/** Between a name and the verb: an aside and a few words, "Finch, 58, has also". */
const IN_FRONT = /^(?:,[^,]{1,80},| \([^)]{1,40}\))?\s+(?:\p{Ll}+ ){0,2}$/u;
/** Between the verb and a name: a title or a role, "the president, ". */
const BEHIND = /^ (?:[\p{L}.'’-]+,? ){0,5}$/u;

/**
 * @param outside the sentence with blanks for its quotations
 * @returns the full name; undefined if that isn't certain
 */
export function findSpeaker(
  article: Article,
  sentence: Span,
  outside: string,
  entities: readonly NamedEntity[],
): string | undefined {
  const verb = VERB.exec(outside);
  if (!verb) return undefined;
  const people = entities.filter(({ kind }) => kind === 'person');
  const [start, end] = [verb.index, verb.index + verb[0].length];
  const named = people.filter(({ name, shortName }) => {
    const places = [name, shortName].flatMap((word) => findWord(outside, word));
    return places.some(
      (place) =>
        (place.end <= start && IN_FRONT.test(outside.slice(place.end, start))) ||
        (verb[1] === undefined && place.start >= end && BEHIND.test(outside.slice(end, place.start))),
    );
  });
  const [only] = named;
  if (only) return named.length === 1 ? only.name : undefined;
  const pronoun = /(?<!\p{L})(?:he|she)(?= (?:\p{Ll}+ )?$)/iu.test(outside.slice(0, start));
  const isBehind = /^ (?:he|she)(?!\p{L})/u.test(outside.slice(end));
  if ((!pronoun && !isBehind) || article.language !== 'en') return undefined;
  const found = findSpeakerName(article, sentence, (last) =>
    people.some(({ shortName }) => shortName === last),
  );
  if (!found) return undefined;
  const name = article.text.slice(found.start, found.end);
  return people.find(({ shortName }) => name.endsWith(shortName))?.name ?? name;
}

function findWord(text: string, word: string): readonly Span[] {
  const pattern = new RegExp(`(?<!\\p{L})${word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?!\\p{L})`, 'gu');
  return [...text.matchAll(pattern)].map(({ index }) => ({ start: index, end: index + word.length }));
}

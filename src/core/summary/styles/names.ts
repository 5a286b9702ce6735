// Names of people and organizations in an article, by capital letters and how they are used.
import type { Article, Span } from '../../text/article.js';
import type { SummarySentence } from '../sentences/read-sentences.js';

/** A name and where it stands. */
export interface NamedEntity {
  /** As it is written when it is given in full. */
  readonly name: string;
  readonly kind: 'person' | 'organization';
  readonly count: number;
  /** Where the full name stands first. */
  readonly first: Span;
  /** What it is called later on: the last name, or the whole name. */
  readonly shortName: string;
}

const RUN =
  /(?<![\p{L}\p{N}@#.’'-])\p{Lu}[\p{L}\p{M}’'-]*(?:\.(?= \p{Lu}))?(?: (?:(?:of|de|la|von|van|der|den|bin|al|du|di|da|del|&|für|des) )?\p{Lu}[\p{L}\p{M}’'-]*(?:\.(?= \p{Lu}))?){0,5}/gu;
const ORGANIZATION =
  /(?<!\p{L})(?:Council|University|College|School|Hospital|Corporation|Corp|Inc|Ltd|LLC|Company|Co|GmbH|AG|Ministry|Ministerium|Department|Agency|Bank|Party|Partei|Union|Association|Society|Foundation|Institute|Institut|Commission|Committee|Court|Museum|Club|Group|Police|Service|Authority|Office|Board|Parliament|Senate|Congress|Church|League|Federation|Community|Press|Times|News|Center|Centre|Laboratory|Universität|Verein|Verband|Stiftung|Gericht|Rat|Amt|Universidad|Ministerio|Consejo|Banco|Université|Ministère|Conseil|Banque|Sons|Brothers)(?!\p{L})|^\p{Lu}{2,6}$/u;
const PLACE =
  /(?<!\p{L})(?:Street|Road|Avenue|Bridge|River|Lake|Island|Islands|Mountain|Valley|Park|Square|Station|Airport|Bay|Beach|Hall|House|Tower|Hotel|City|County|State|States|Ocean|Sea|Act|Bill|Day|Week|War|Cup|Award|Prize|Game|Games|Festival|Market|Church|Straße|Platz|Brücke|See|Fluss|Insel|Calle|Plaza|Puente|Río|Rue|Pont|Place|Lac)$/u;
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Prof|Professor|President|Prime|Minister|Chancellor|Senator|Sen|Rep|Gov|Governor|Mayor|Councillor|Councilor|Judge|Chief|Captain|Capt|General|Gen|Lt|Sgt|Officer|Inspector|Detective|King|Queen|Prince|Princess|Pope|Rev|Former|Vice|Secretary|Attorney|Director|Coach|Bürgermeister(?:in)?|Kanzler(?:in)?|Präsident(?:in)?|Minister(?:in)?|Frau|Herr|Señor|Señora|Monsieur|Madame)\.?$/u;
const SPEECH =
  /(?<!\p{L})(?:said|says|told|added|asked|warned|argued|explained|announced|wrote|tweeted|sagte|sagt|erklärte|erklärt|betonte|warnte|berichtete|dijo|afirmó|explicó|declaró|dit|déclaré|affirmé|expliqué|annoncé)(?!\p{L})/u;
/** "the councillor ", "la conseillère ": a role in front of a name, by its ending. */
const ROLE_BEFORE =
  /(?<!\p{L})(?!(?:after|over|under|for|per|or|nor|in|her|other|another|older|younger|newer|larger|smaller|bigger|higher|lower|earlier|later|longer|better|ever|never|whether|por|ayer|hier|pour|leur|sur|dans|plein|enfin|entre) $)\p{Ll}+(?:er|or|ist|ian|man|woman|ère|eur|euse|ien|ienne|jala?|dora?|era|ista|iste|rin) $/u;
/** Words that open a sentence in front of a name. */
const OPENER =
  /^(?:The|A|An|But|And|In|On|At|For|From|With|When|While|As|After|Before|If|Since|Of|To|By|It|He|She|They|We|I|You|This|That|These|Those|Its|His|Her|Their|Our|My|Not|No|So|Then|Now|According|Der|Die|Das|Den|Dem|Des|Ein|Eine|Einen|Einer|Und|Aber|Im|In|Am|Auf|Für|Mit|Bei|Nach|Vor|Seit|Wer|Was|Wie|El|La|Los|Las|Un|Una|En|Le|Les|Une|Des|Dans|Pour|Il|Elle)$/u;

/** Most frequent first: people, then organizations. */
export function findNamedEntities(
  article: Article,
  sentences: readonly SummarySentence[],
): readonly NamedEntity[] {
  const { text, language } = article;
  const runs = sentences.flatMap((sentence) => runsIn(text, sentence));
  const alone = new Map<string, number>();
  for (const { words } of runs)
    if (words.length === 1) alone.set(words[0] ?? '', (alone.get(words[0] ?? '') ?? 0) + 1);
  const found = new Map<
    string,
    { kind: NamedEntity['kind']; name: string; count: number; first: Span; shortName: string }
  >();
  for (const { words, start } of runs) {
    const name = words.join(' ');
    const last = words.at(-1) ?? '';
    const isOrganization = ORGANIZATION.test(name);
    const person = words.filter((word) => !TITLE.test(word));
    const personName = shortenName(person);
    const isPerson =
      !isOrganization &&
      !PLACE.test(name) &&
      person.length >= 2 &&
      person.length <= 4 &&
      isPersonName(text, start, words, alone, language);
    if (!isPerson && !isOrganization) continue;
    const shown = isPerson ? personName : name;
    const key = isPerson ? last : name;
    const place = text.indexOf(shown, start);
    const entry = found.get(key) ?? {
      ...{ kind: isPerson ? ('person' as const) : ('organization' as const), name: shown, count: 0 },
      first: { start: place, end: place + shown.length },
      shortName: key,
    };
    entry.count += 1 + (entry.count === 0 && isPerson ? (alone.get(last) ?? 0) : 0);
    found.set(key, entry);
  }
  const all = [...found.values()].filter(
    // "Council", "Amt": which one?
    ({ kind, name, count }) =>
      kind === 'person' || name.includes(' ') || (count > 1 && /^\p{Lu}{2,6}$/u.test(name)),
  );
  const rank = ({ kind }: NamedEntity) => (kind === 'person' ? 0 : 1);
  return all.sort((a, b) => rank(a) - rank(b) || b.count - a.count || a.first.start - b.first.start);
}

/** First and last name, with what belongs to the last name: "Volodymyr Zelensky", "Ursula von der Leyen". */
function shortenName(words: readonly string[]): string {
  let from = Math.max(0, words.length - 2);
  while (from > 0 && /^\p{Ll}|^\p{Lu}\.?$/u.test(words[from] ?? '')) from -= 1;
  return words.slice(from).join(' ');
}

function runsIn(text: string, { start, end }: Span): readonly { words: readonly string[]; start: number }[] {
  return [...text.slice(start, end).matchAll(RUN)].flatMap(({ 0: run, index }) => {
    let words = run.replace(/['’]s?$/u, '').split(' ');
    let offset = start + index;
    while (words.length > 0 && OPENER.test(words[0] ?? '')) {
      offset += (words[0]?.length ?? 0) + 1;
      words = words.slice(1);
    }
    return words.length === 0 || (words[0]?.length ?? 0) < 2 ? [] : [{ words, start: offset }];
  });
}

function isPersonName(
  text: string,
  start: number,
  words: readonly string[],
  alone: ReadonlyMap<string, number>,
  language: string,
): boolean {
  const last = words.at(-1) ?? '';
  const end = start + words.join(' ').length;
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 40);
  // "the Weir Island", "die Neue Brücke"
  if (
    /(?<!\p{L})(?:the|der|die|das|den|dem|des|ein|eine|einen|einer|el|la|los|las|le|les|un|une|in|at|im|am|auf|en|à|dans) $/iu.test(
      before,
    )
  )
    return false;
  // "the journal Arid Earth", "the older Wriggle One"
  if (/(?<!\p{L})(?:the|an?) (?:\p{Ll}+ ){1,2}$/iu.test(before) && !ROLE_BEFORE.test(before)) return false;
  // "Rollos Truppen", "Novell's NetWare"
  if (words.slice(0, -1).some((word) => /['’]s$/u.test(word))) return false;
  if (language === 'de' && !isGermanName(text, words, after)) return false;
  const hasTitle = TITLE.test(words[0] ?? '') || ROLE_BEFORE.test(before);
  const isSpeaker = SPEECH.test(before.slice(-14)) || SPEECH.test(after.slice(0, 16));
  // Not if the name itself stands between commas: "In one valley, Wadi Senn, the dunes …"
  const hasRole =
    /^, (?:\d{1,3}[,.]|(?:the|a|an|who|whose|der|die|ein|eine|el|la|un|une|le) )/u.test(after) &&
    !/, $/u.test(before);
  // German nouns have the form of names, so only people who speak or have a title are certain.
  if (language === 'de') return TITLE.test(words[0] ?? '') || isSpeaker;
  if (hasTitle || isSpeaker || hasRole) return true;
  // "in Wadi Senn"
  if (
    new RegExp(`(?<!\\p{L})(?:in|at|near|on|en|à) ${escapeRegExp(words.join(' '))}(?!\\p{L})`, 'u').test(text)
  )
    return false;
  // News uses the last name alone later on. German capitalizes every noun, so that says nothing there.
  return (
    (alone.get(last) ?? 0) > 0 &&
    !new RegExp(`(?<!\\p{L})(?:the|a) ${escapeRegExp(last)}(?!\\p{L})`, 'u').test(text)
  );
}

/** German capitalizes every noun, but nouns stand after articles, and names don't. */
function isGermanName(text: string, words: readonly string[], after: string): boolean {
  const nouns = words.filter((word) => !TITLE.test(word)).map(escapeRegExp);
  const asNoun = new RegExp(
    `(?<!\\p{L})(?:der|die|das|des|dem|den|ein|eine|einen|einem|einer|eines|im|zum|zur|am|vom|beim|\\p{N}+) (?:${nouns.join('|')})(?!\\p{L})`,
    'u',
  );
  // A relative clause says nothing, an apposition does: ", der Chefingenieur", but not ", die am Fluss".
  const isRelative = /^, (?:der|die) \p{Ll}/u.test(after) && !/^, der seit|^, die seit/u.test(after);
  return !asNoun.test(text.replace(/(?:Frau|Herr) /gu, '')) && !isRelative;
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

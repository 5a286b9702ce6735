// Names of people and organizations in an article, by capital letters and how they are used.
import { listSpeeches } from '../../interview/speakers.js';
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
  /(?<![\p{L}\p{N}@#.’'-])\p{Lu}[\p{L}\p{M}’'-]*(?:\.(?= \p{Lu}))?(?: (?:(?:of|de|de la|la|von|van|von der|van der|van den|bin|al|du|di|da|del|&|für) )?\p{Lu}[\p{L}\p{M}’'-]*(?:\.(?= \p{Lu}))?){0,5}/gu;
const ORGANIZATION =
  /(?<!\p{L})(?:Council|University|College|School|Hospital|Corporation|Corp|Inc|Ltd|LLC|Company|Co|GmbH|AG|Ministry|Ministerium|Department|Agency|Bank|Party|Partei|Union|Association|Society|Foundation|Institute|Institut|Commission|Committee|Court|Museum|Club|Group|Police|Service|Authority|Office|Board|Parliament|Senate|Congress|Church|League|Federation|Community|Press|Times|News|Center|Centre|Laboratory|Universität|Verein|Verband|Stiftung|Gericht|Rat|Amt|Universidad|Ministerio|Consejo|Banco|Université|Ministère|Conseil|Banque|Sons|Brothers|\p{Lu}\p{Ll}+(?:verein|verband|stiftung|gesellschaft|ministerium|rat|amt))(?!\p{L})|^\p{Lu}{2,6}$/u;
const PLACE =
  /(?<!\p{L})(?:Street|Road|Avenue|Bridge|River|Lake|Island|Islands|Mountain|Valley|Park|Square|Station|Airport|Bay|Beach|Hall|House|Tower|Hotel|City|County|State|States|Ocean|Sea|Act|Bill|Day|Week|War|Cup|Award|Prize|Game|Games|Festival|Market|Church|Straße|Platz|Brücke|See|Fluss|Insel|Calle|Plaza|Puente|Río|Rue|Pont|Place|Lac)$/u;
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Prof|Professor|President|Prime|Minister|Chancellor|Senator|Sen|Rep|Gov|Governor|Mayor|Councillor|Councilor|Judge|Chief|Captain|Capt|General|Gen|Lt|Sgt|Officer|Inspector|Detective|King|Queen|Prince|Princess|Pope|Rev|Former|Vice|Secretary|Attorney|Director|Coach|Bürgermeister(?:in)?|Kanzler(?:in)?|Präsident(?:in)?|Minister(?:in)?|Frau|Herr|Señor|Señora|Monsieur|Madame)\.?$/u;
const SPEECH =
  /(?<!\p{L})(?:said|says|told|added|asked|warned|argued|explained|announced|wrote|tweeted|sagte|sagt|erklärte|erklärt|betonte|warnte|berichtete|dijo|afirmó|explicó|declaró|dit|déclaré|affirmé|expliqué|annoncé)(?!\p{L})/u;
/** "Tierärztin Leonie Asmussen": a German role in front of a first and a last name, by its ending. */
const GERMAN_ROLE =
  /^\p{Lu}\p{Ll}{2,}(?:in|er|ist|ent|ant|at|eur|wart|chef|mann|frau|vorsitzende[rn]?|beauftragte[rn]?)$|^(?:Vorsitzende[rn]?|Chef|Wirt|Arzt|Koch|Pastor|Pfarrer|Bauer)$/u;
/** Other people, in front of a name or before the comma in front of it. */
const PERSON_NOUN =
  /(?<!\p{L})(?:élève|maire|alcalde(?:sa)?|chef|élu|élue|nurse|vet|pilot|cook|chap|lad|girl|boy|friend|neighbou?r|colleague|apprentice|\p{Ll}+(?:rice|er[oa]|dora?|eur|ante?|isto|logue))(?!\p{L})/u;
const PERSON_BEFORE = new RegExp(`${PERSON_NOUN.source} $`, 'u');
/** "called Ted Brannigan". */
const CALLED = /(?<!\p{L})(?:called|named|namens|heißt|hieß|llamad[oa]|se llama|appelée?|nommée?) $/u;
/** A noun phrase at the start of a sentence, up to the comma: "Die jüngste Musikerin, Lotte Baumann, …". */
const APPOSED =
  /(?:^|[.!?]["”»“]?\s+|\n)["“„«]?(?:(?:The|A|An|Der|Die|Ein|Eine|El|La|Un|Una|Le|Une) |L['’])(?<noun>[^,.;:!?]{3,50}), $/u;
/** "What I'd", "She's": no name. */
const CONTRACTION = /^(?:I|You|He|She|It|We|They|What|Who|That|There|Here|Where|How)['’]/u;
/** "the councillor ", "la conseillère ": a role in front of a name, by its ending. */
const ROLE_BEFORE =
  /(?<!\p{L})(?!(?:after|over|under|for|per|or|nor|in|her|other|another|older|younger|newer|larger|smaller|bigger|higher|lower|earlier|later|longer|better|ever|never|whether|por|ayer|hier|pour|leur|sur|dans|plein|enfin|entre) $)\p{Ll}+(?:er|or|ist|ian|man|woman|ère|eur|euse|ien|ienne|jala?|dora?|era|ista|iste|rin) $/u;
/** Words that open a sentence in front of a name. */
const OPENER =
  /^(?:The|A|An|But|And|In|On|At|For|From|With|When|While|As|After|Before|If|Since|Of|To|By|It|He|She|They|We|I|You|This|That|These|Those|Its|His|Her|Their|Our|My|Not|No|So|Then|Now|According|Der|Die|Das|Den|Dem|Des|Ein|Eine|Einen|Einer|Und|Aber|Im|In|Am|Auf|Für|Mit|Bei|Nach|Vor|Seit|Wer|Was|Wie|El|La|Los|Las|Un|Una|En|Le|Les|Une|Des|Dans|Pour|Il|Elle|What|Who|Where|Why|How|Which|Whether|Though|Although|Because|Once|Until|Even|Only|Just|Some|Most|Many|All|Both|Each|Every|One|Two|Three|There|Here|Yes|Today|Yesterday|Nobody|Everybody|Ob|Als|Wenn|Weil|Dass|Wo|Wann|Warum|Wieso|Ohne|Dafür|Damals|Gegen|Bis|Zum|Zur|Beim|Vom|Unter|Über|Während|Nachdem|Bevor|Damit|Denn|Doch|Jetzt|Nun|Heute|Gestern|Nur|Auch|Noch|Schon|Alle|Kein|Keine|Er|Sie|Es|Wir|Ich|Cuando|Donde|Como|Si|Que|Quien|Ayer|Hoy|Por|Para|Con|Sin|Desde|Hasta|Su|Sus|Quand|Où|Comme|Qui|Hier|Avec|Sans|Depuis|Son|Sa|Ses)$/u;

/** Most frequent first: people, then organizations. */
export function findNamedEntities(
  article: Article,
  sentences: readonly SummarySentence[],
): readonly NamedEntity[] {
  const { text, language } = article;
  const guests = new Set(listSpeeches(article).map(({ speaker }) => text.slice(speaker.start, speaker.end)));
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
    const person = withoutTitles(words, language);
    const personName = shortenName(person);
    const isPerson =
      !isOrganization &&
      !PLACE.test(name) &&
      person.length >= 2 &&
      person.length <= 4 &&
      (guests.has(personName) || isPersonName(text, start, words, alone, language));
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
    while (words.length > 0 && (OPENER.test(words[0] ?? '') || CONTRACTION.test(words[0] ?? ''))) {
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
  const person = withoutTitles(words, language);
  const hasTitle = person.length < words.length || ROLE_BEFORE.test(before) || PERSON_BEFORE.test(before);
  // "the Weir Island", "die Neue Brücke"
  if (
    !hasTitle &&
    /(?<!\p{L})(?:the|der|die|das|den|dem|des|ein|eine|einen|einer|el|la|los|las|le|les|un|une|in|at|im|am|auf|en|à|dans) $/iu.test(
      before,
    )
  )
    return false;
  // "the journal Arid Earth", "the older Wriggle One"
  if (
    /(?<!\p{L})(?:the|an?) (?:(?!(?:is|was|are|were|called|named) )\p{Ll}+ ){1,2}$/iu.test(before) &&
    !ROLE_BEFORE.test(before)
  )
    return false;
  // "Rollos Truppen", "Novell's NetWare"
  if (words.slice(0, -1).some((word) => /['’]s$/u.test(word))) return false;
  if (language === 'de' && !isGermanName(text, words, after, hasTitle)) return false;
  const isSpeaker =
    SPEECH.test(before.slice(-14).replace(/^.*[.!?]/su, '')) || SPEECH.test(after.slice(0, 16));
  // Not if the name itself stands between commas: "In one valley, Wadi Senn, the dunes …"
  const hasRole =
    /^, (?:\d{1,3}[,.]|(?:the|a|an|who|whose|der|die|ein|eine|el|la|un|une|le) )/u.test(after) &&
    !/, $/u.test(before);
  const noun = APPOSED.exec(text.slice(Math.max(0, start - 80), start))?.groups?.['noun'] ?? '';
  const isApposed = after.startsWith(',') && (PERSON_NOUN.test(noun) || ROLE_BEFORE.test(`${noun} `));
  const isAged = /^(?:, \d{1,3}(?! ?\p{L}+ (?:of|from))[, ]| \(\d{1,3}\))/u.test(after);
  const isCertain = CALLED.test(before) || isAged || isApposed;
  // German nouns have the form of names, so only people are certain who speak, have a title or an age, or are called by
  // their last name, too.
  if (language === 'de') {
    const isPerson = noun.split(' ').some((word) => GERMAN_ROLE.test(word)) && after.startsWith(',');
    const isAlone = (alone.get(last) ?? 0) > 0 && isUsedLikeName(text, last);
    return hasTitle || isSpeaker || isCertain || isPerson || isAlone;
  }
  if (hasTitle || isSpeaker || hasRole || isCertain) return true;
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

/** Without titles and German roles in front. */
function withoutTitles(words: readonly string[], language: string): readonly string[] {
  const kept = words.filter((word) => !TITLE.test(word));
  const hasRole = language === 'de' && kept.length > 2 && GERMAN_ROLE.test(kept[0] ?? '');
  return hasRole ? kept.slice(1) : kept;
}

/** Whether a German word never stands after an article, as nouns do. */
function isUsedLikeName(text: string, word: string): boolean {
  return !new RegExp(
    `(?<!\\p{L})(?:der|die|das|des|dem|den|ein|eine[nmrs]?|im|zum|zur|am|vom|beim|kein|keine[nmrs]?) ${escapeRegExp(word)}(?!\\p{L})`,
    'u',
  ).test(text);
}

/** German capitalizes every noun, but nouns stand after articles, and names don't. */
function isGermanName(text: string, words: readonly string[], after: string, hasTitle: boolean): boolean {
  const nouns = withoutTitles(words, 'de').map(escapeRegExp);
  const asNoun = new RegExp(
    `(?<!\\p{L})(?:der|die|das|des|dem|den|ein|eine|einen|einem|einer|eines|im|zum|zur|am|vom|beim|\\p{N}+) (?:${nouns.join('|')})(?!\\p{L})`,
    'u',
  );
  // A relative clause says nothing, an apposition does: ", der Chefingenieur", but not ", die am Fluss".
  const isRelative =
    !hasTitle && /^, (?:der|die) \p{Ll}/u.test(after) && !/^, der seit|^, die seit/u.test(after);
  return !asNoun.test(text.replace(/(?:Frau|Herr) /gu, '')) && !isRelative;
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

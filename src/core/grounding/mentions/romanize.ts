// Romanizes names, so that they can be compared across accents and scripts: "Зеленский" and "Zelenskyy".

const CYRILLIC =
  'а=a б=b в=v г=g ґ=g д=d е=e ё=e є=ie ж=zh з=z и=i і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f х=h ц=ts ч=ch ш=sh щ=sh ъ= ы=i ь= э=e ю=iu я=ia ђ=dj ј=i љ=l њ=n ћ=c џ=dz';
const GREEK =
  'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=ks ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f χ=h ψ=ps ω=o';
const LATIN = 'ß=ss ł=l ø=o æ=ae œ=oe đ=d ı=i þ=th ð=d ə=a';

const LATIN_BY_LETTER: ReadonlyMap<string, string> = new Map(
  `${CYRILLIC} ${GREEK} ${LATIN}`.split(' ').map((entry): [string, string] => {
    const [sign = '', latin = ''] = entry.split('=');
    return [sign, latin];
  }),
);
/** Spellings of the same sound. The order matters. */
const SOUND_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/sch/g, 'sh'],
  [/tz|cz/g, 'ts'],
  [/ph/g, 'f'],
  [/kh/g, 'h'],
  [/ou/g, 'u'],
  [/x/g, 'ks'],
  [/ck|q/g, 'k'],
  [/c(?![ehiy])/g, 'k'],
  [/w/g, 'v'],
  [/[yj]/g, 'i'],
  [/mp(?=[aeiou])/g, 'b'],
  [/(.)\1+/g, '$1'],
];

/** Lower-cases a word and removes accents. Keeps its script. */
export function foldName(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßłøæœđı]/g, (sign) => LATIN_BY_LETTER.get(sign) ?? sign);
}

/** Romanizes Cyrillic and Greek, and spells each sound the same way. Other scripts stay as they are. */
export function phoneticKey(word: string): string {
  const latin = [...foldName(word)].map((sign) => LATIN_BY_LETTER.get(sign) ?? sign).join('');
  return SOUND_SPELLINGS.reduce((text, [spelling, sound]) => text.replace(spelling, sound), latin);
}

/** The script of a word, as far as romanization is concerned. */
export function scriptOf(word: string): 'latin' | 'cyrillic' | 'greek' | 'other' {
  if (/\p{sc=Latin}/u.test(word)) return 'latin';
  if (/\p{sc=Cyrillic}/u.test(word)) return 'cyrillic';
  return /\p{sc=Greek}/u.test(word) ? 'greek' : 'other';
}

/** Length of the longest common prefix. */
export function sharedPrefix(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

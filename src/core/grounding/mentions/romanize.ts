// One spelling for names across cases, accents and scripts, so that "Зеленский" and "Zelenskyy" can be compared.

const CYRILLIC =
  'а=a б=b в=v г=g ґ=g д=d е=e ё=e є=ie ж=zh з=z и=i і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f х=h ц=ts ч=ch ш=sh щ=sh ъ= ы=i ь= э=e ю=iu я=ia ђ=dj ј=i љ=l њ=n ћ=c џ=dz';
const GREEK =
  'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=ks ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f χ=h ψ=ps ω=o';
const LATIN = 'ß=ss ł=l ø=o æ=ae œ=oe đ=d ı=i þ=th ð=d ə=a';

const SIGNS: ReadonlyMap<string, string> = new Map(
  `${CYRILLIC} ${GREEK} ${LATIN}`.split(' ').map((entry): [string, string] => {
    const [sign = '', latin = ''] = entry.split('=');
    return [sign, latin];
  }),
);
/** Spellings of one sound, in the order in which they are replaced. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
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

/** Lower case, without accents, in its own script. */
export function foldName(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßłøæœđı]/g, (sign) => SIGNS.get(sign) ?? sign);
}

/** Latin letters for Cyrillic and Greek, one spelling a sound; other scripts stay as they are. */
export function phoneticKey(word: string): string {
  const latin = [...foldName(word)].map((sign) => SIGNS.get(sign) ?? sign).join('');
  return SOUNDS.reduce((text, [spelling, sound]) => text.replace(spelling, sound), latin);
}

/** The script that a word is written in, as far as spellings differ by it. */
export function scriptOf(word: string): 'latin' | 'cyrillic' | 'greek' | 'other' {
  if (/\p{sc=Latin}/u.test(word)) return 'latin';
  if (/\p{sc=Cyrillic}/u.test(word)) return 'cyrillic';
  return /\p{sc=Greek}/u.test(word) ? 'greek' : 'other';
}

/** How many letters two words begin with together. */
export function sharedPrefix(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

// Words that join the label, column names and cells of a table row to a sentence, and add nothing to them.

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** By language of the article. */
export const ROW_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: set(
    'be have score hold contain measure weigh reach cost pay take need require get receive last stand amount come use run operate is are was were has had you we it they there for of on in at from to by and with per each a an the while but total year euro dollar',
  ),
  de: set(
    'im in der die das den dem des am an um und für von vom bis zum zur mit ein eine einen kostet kosten fährt fahren zahlt zahlen gilt gelten ist sind liegt liegen beträgt betragen braucht brauchen dauert dauern man es sie er',
  ),
  es: set(
    'el la los las de del en y a al por para con un una cuesta cuestan es son está están hay dura duran',
  ),
  fr: set(
    'le la les de du des en et à au aux pour par avec un une coûte coûtent est sont il y a dure durent',
  ),
};

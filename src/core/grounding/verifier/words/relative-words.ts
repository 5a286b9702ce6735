// Words that open a relative clause, by language.

const list = (words: string): readonly string[] => words.split(' ');

export const RELATIVE_WORDS: Readonly<Record<string, readonly string[]>> = {
  de: list('der die das den dem dessen deren denen welcher welche welches wo'),
  fr: list('qui que dont où lequel laquelle lesquels lesquelles'),
  es: list('que quien quienes cuyo cuya donde cual'),
  it: list('che cui dove quale'),
  pt: list('que quem cujo cuja onde'),
  nl: list('die dat wie waar'),
};

/** Conjunctions behind a comma, by language, after which a clause may be left out. */
export const TRAILING_WORDS: Readonly<Record<string, readonly string[]>> = {
  de: list('aber und doch denn weil obwohl während'),
  fr: list('mais et car tandis'),
  es: list('pero y porque aunque mientras'),
  it: list('ma e perché mentre'),
  pt: list('mas e porque enquanto'),
  nl: list('maar en want omdat terwijl'),
};

/** Adverbs that may be left out, by language. */
export const OPTIONAL_WORDS: Readonly<Record<string, readonly string[]>> = {
  de: list('auch dagegen jedoch allerdings zudem außerdem ebenfalls nun inzwischen'),
  fr: list('aussi également toutefois cependant désormais'),
  es: list('también además ahora embargo'),
  it: list('anche inoltre tuttavia ora'),
  pt: list('também além agora porém'),
  nl: list('ook echter bovendien nu'),
};

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

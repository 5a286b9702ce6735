// Words that join the label, column names and cells of a table row to a sentence, and add nothing to them.

export const ROW_WORDS: ReadonlySet<string> = new Set(
  'be have cost pay take need require get receive last use is are was were has had you we it they there for of on in at from to by and with per each a an the while but , amount total number value version row column percent'.split(
    ' ',
  ),
);

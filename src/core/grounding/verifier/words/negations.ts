// Words that deny, by language.

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

export const NEGATIONS: Readonly<Record<string, readonly string[]>> = {
  en: list('not no never none nobody nothing neither nor without cannot'),
  de: list('nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder'),
  fr: list('pas jamais aucun aucune rien ni sans non'),
  es: list('no nunca jamás ningún ninguna ninguno nadie nada sin ni tampoco'),
  it: list('non mai nessun nessuno nessuna niente nulla senza né'),
  pt: list('não nunca jamais nenhum nenhuma ninguém nada sem nem'),
  nl: list('niet geen nooit niemand niets zonder noch'),
  ru: list('не нет ни никогда никто ничего без нельзя'),
  uk: list('не ні немає ніколи ніхто нічого без'),
  pl: list('nie nigdy nikt nic bez żaden żadna'),
  ro: list('nu niciodată nimeni nimic fără niciun nicio'),
  tr: list('değil yok asla hiç'),
  el: list('δεν δε μην όχι ποτέ κανένας κανείς τίποτα χωρίς'),
  sv: list('inte ingen inget inga aldrig utan'),
  da: list('ikke ingen intet aldrig uden'),
  no: list('ikke ingen intet aldri uten'),
  ar: list('لا لم لن ليس ليست بدون'),
  hi: list('नहीं न मत बिना'),
  vi: list('không chưa chẳng'),
};

// Negation words and antonyms by language, for compare-polarity.ts.

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Negation words by language. */
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
/** Other words that deny what follows them, such as "refused". */
export const DENIAL_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: list(
    'deny denies denied denying refuse refuses refused refusing fail fails failed failing reject rejects rejected rejecting lack lacks lacked lacking unable decline declined declines avoid avoided prevent prevented prevents',
  ),
  de: list(
    'bestreitet bestritt dementierte dementiert verweigerte verweigert weigerte scheiterte verhinderte',
  ),
  fr: list('nie nié refuse refusé refusa échoue échoué manque empêché'),
  es: list('niega negó rechaza rechazó falló carece impidió evitó'),
  ru: list('отрицает отрицал отверг отказался отказывается отказалась'),
};
/** Antonyms by language: one pair per line, with its two sides separated by a bar. */
export const ANTONYMS: Readonly<Record<string, string>> = {
  en: `rise rises rose risen rising increase increases increased increasing grew grow grows grown climb climbed climbs soared | fall falls fell fallen falling decrease decreases decreased decreasing decline declined declines dropped drop drops shrank shrunk plunged
    more most | less fewer least fewest
    before | after
    above over exceeding | below under
    win wins won winning victory | lose loses lost losing defeat
    accept accepts accepted approve approves approved | reject rejects rejected refuse refused
    support supports supported supporting backed backs | oppose opposes opposed opposing
    agree agrees agreed | disagree disagrees disagreed
    allow allows allowed permit permits permitted | ban bans banned forbid forbids forbidden prohibit prohibits prohibited
    open opens opened opening reopen | close closes closed closing shut
    begin begins began begun start starts started | end ends ended finish finished stop stopped
    buy buys bought | sell sells sold
    first | last
    high higher highest | low lower lowest
    large larger largest big bigger biggest | small smaller smallest
    old older oldest | young younger youngest
    early earlier earliest | late later latest
    north northern | south southern
    east eastern | west western
    best better | worst worse
    strong stronger strongest | weak weaker weakest
    cheap cheaper cheapest | expensive costly dear
    guilty | innocent
    alive survived survive | dead died killed
    success successful succeeded succeed | failure unsuccessful failed fail
    male man men boy boys | female woman women girl girls
    positive | negative
    possible | impossible
    legal | illegal
    long longer longest | short shorter shortest
    fast faster fastest | slow slower slowest
    gain gains gained profit profits | loss losses
    always | never
    left | right
    public | private
    include includes included | exclude excludes excluded
    likely | unlikely
    arrive arrives arrived | leave leaves leaving departed`,
  de: `stieg stiegen steigt gestiegen steigen wuchs zugenommen | fiel fielen fällt gefallen sank sanken sinken sinkt gesunken abgenommen
    mehr | weniger
    vor | nach
    über | unter
    gewann gewonnen gewinnt sieg | verlor verloren verliert niederlage
    unterstützt unterstützte | ablehnt lehnte
    höher hoch höchste | niedriger niedrig niedrigste
    größer groß größte | kleiner klein kleinste
    erste ersten | letzte letzten
    öffnet geöffnet öffnete | schließt geschlossen schloss
    norden nördlich | süden südlich
    osten östlich | westen westlich`,
  fr: `augmente augmenté augmentation hausse | baisse baissé diminue diminué diminution
    plus | moins
    avant | après
    gagné gagne victoire | perdu perd défaite
    premier première | dernier dernière
    nord | sud
    est | ouest
    grand grande | petit petite`,
  es: `aumentó aumenta aumento subió sube | disminuyó disminuye bajó baja cayó
    más | menos
    antes | después
    ganó gana victoria | perdió pierde derrota
    primero primera | último última
    norte | sur
    este oriental | oeste occidental
    mayor grande | menor pequeño pequeña`,
  ru: `вырос выросла выросли растёт растет увеличился увеличилась | упал упала упали снизился снизилась снизились уменьшился
    больше более | меньше менее
    до перед | после
    победил победила выиграл выиграла победа | проиграл проиграла поражение
    первый первая | последний последняя
    северный север | южный юг
    восточный восток | западный запад`,
};

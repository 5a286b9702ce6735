// Number words by language, for numbers.ts. Lists count up from 0; a slash separates forms of the same number.

interface NumberWordLists {
  /** From 0 to 19 or higher, as far as the language has separate words. */
  readonly small: string;
  /** 20, 30 to 90. 20 may also be in `small`. */
  readonly tens: string;
  /** Hundred, thousand, million and so on, as `word=value`. */
  readonly scales: string;
  /** First, second and so on. An underscore skips a number. */
  readonly ordinals?: string;
  /** Other words with a fixed value, as `word=value`. */
  readonly others?: string;
}

/** Without words that usually mean something else, such as Italian “secondo” and Portuguese “segundo” (according to). */
const LANGUAGES: Readonly<Record<string, NumberWordLists>> = {
  en: {
    small:
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
    tens: 'twenty thirty forty fifty sixty seventy eighty ninety',
    scales:
      'hundred=1e2 hundreds=1e2 thousand=1e3 thousands=1e3 million=1e6 millions=1e6 billion=1e9 billions=1e9 trillion=1e12 lakh=1e5 crore=1e7 bn=1e9 mn=1e6 tn=1e12',
    ordinals:
      '_ first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
    others:
      'thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90 hundredth=100 twice=2 both=2 couple=2 pair=2 thrice=3 dozen=12 twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90',
  },
  de: {
    small:
      'null ein/eins/eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
    tens: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
    scales:
      'hundert=1e2 tausend=1e3 million=1e6 millionen=1e6 mio=1e6 milliarde=1e9 milliarden=1e9 mrd=1e9 billion=1e12 billionen=1e12',
    ordinals:
      '_ erste/ersten/erster zweite/zweiten/zweiter dritte/dritten/dritter vierte/vierten fünfte/fünften sechste/sechsten siebte/siebten achte/achten neunte/neunten zehnte/zehnten elfte/elften zwölfte/zwölften dreizehnte/dreizehnten vierzehnte/vierzehnten fünfzehnte/fünfzehnten sechzehnte/sechzehnten siebzehnte/siebzehnten achtzehnte/achtzehnten neunzehnte/neunzehnten zwanzigste/zwanzigsten',
    others: 'beide=2 beiden=2 zweimal=2 dutzend=12',
  },
  fr: {
    small:
      'zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt',
    tens: 'vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante',
    scales: 'cent=1e2 cents=1e2 mille=1e3 million=1e6 millions=1e6 milliard=1e9 milliards=1e9',
    ordinals:
      '_ premier/première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième _ _ _ vingtième',
    others: 'douzaine=12',
  },
  es: {
    small:
      'cero un/uno/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno/veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
    tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    scales: 'cien=1e2 ciento=1e2 cientos=1e2 mil=1e3 millón=1e6 millones=1e6 billón=1e12 billones=1e12',
    ordinals:
      '_ primero/primera/primer segundo/segunda tercero/tercera/tercer cuarto/cuarta quinto/quinta sexto/sexta séptimo/séptima octavo/octava noveno/novena décimo/décima',
    others: 'doscientos=200 trescientos=300 quinientos=500 ambos=2 ambas=2 docena=12',
  },
  it: {
    small:
      'zero un/uno/una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti',
    tens: 'venti/vent trenta/trent quaranta/quarant cinquanta/cinquant sessanta/sessant settanta/settant ottanta/ottant novanta/novant',
    scales: 'cento=1e2 mille=1e3 mila=1e3 milione=1e6 milioni=1e6 miliardo=1e9 miliardi=1e9',
    ordinals:
      '_ primo/prima seconda terzo/terza quarto/quarta quinto/quinta sesto/sesta settimo/settima ottavo/ottava nono/nona decimo/decima',
  },
  pt: {
    small:
      'zero um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove vinte',
    tens: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    scales: 'cem=1e2 cento=1e2 mil=1e3 milhão=1e6 milhões=1e6 bilhão=1e9 bilhões=1e9',
    ordinals:
      '_ primeiro/primeira segunda terceiro/terceira quarto/quarta quinto/quinta sexto/sexta sétimo/sétima oitavo/oitava nono/nona décimo/décima',
  },
  nl: {
    small:
      'nul een/één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig',
    tens: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    scales: 'honderd=1e2 duizend=1e3 miljoen=1e6 mln=1e6 miljard=1e9 mld=1e9',
    ordinals: '_ eerste tweede derde vierde vijfde zesde zevende achtste negende tiende',
  },
  ru: {
    small:
      'ноль один/одна/одно/одного/одной два/две/двух/двум/двумя/двое три/трёх/трех/трём/трем/трое четыре/четырёх/четырех пять/пяти/пятью шесть/шести семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать/одиннадцати двенадцать/двенадцати тринадцать/тринадцати четырнадцать/четырнадцати пятнадцать/пятнадцати шестнадцать/шестнадцати семнадцать/семнадцати восемнадцать/восемнадцати девятнадцать/девятнадцати двадцать/двадцати',
    tens: 'двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти семьдесят/семидесяти восемьдесят/восьмидесяти девяносто',
    scales:
      'сто=1e2 ста=1e2 тысяча=1e3 тысячи=1e3 тысяч=1e3 тыс=1e3 миллион=1e6 миллиона=1e6 миллионов=1e6 млн=1e6 миллиард=1e9 миллиарда=1e9 миллиардов=1e9 млрд=1e9',
    ordinals:
      '_ первый/первая/первое/первого/первой/первом второй/вторая/второе/второго/втором третий/третья/третье/третьего/третьей четвёртый/четвертый/четвёртого/четвертого пятый/пятая/пятого шестой/шестого седьмой/седьмого восьмой/восьмого девятый/девятого десятый/десятого',
    others: 'двести=200 триста=300 четыреста=400 пятьсот=500',
  },
  ro: {
    small:
      'zero un/unu/una/o doi/două trei patru cinci șase șapte opt nouă zece unsprezece doisprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece nouăsprezece douăzeci',
    tens: 'douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci',
    scales: 'sută=1e2 sute=1e2 mie=1e3 mii=1e3 milion=1e6 milioane=1e6 miliard=1e9 miliarde=1e9',
  },
  tr: {
    small: 'sıfır bir iki üç dört beş altı yedi sekiz dokuz on',
    tens: 'yirmi otuz kırk elli altmış yetmiş seksen doksan',
    scales: 'yüz=1e2 bin=1e3 milyon=1e6 milyar=1e9',
    ordinals: '_ birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu',
  },
  el: {
    small:
      'μηδέν ένας/ένα/μία/μια δύο/δυο τρεις/τρία τέσσερις/τέσσερα πέντε έξι επτά/εφτά οκτώ/οχτώ εννέα/εννιά δέκα έντεκα δώδεκα',
    tens: 'είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα',
    scales: 'εκατό=1e2 χίλια=1e3 χιλιάδες=1e3 εκατομμύριο=1e6 εκατομμύρια=1e6 δισεκατομμύρια=1e9',
  },
};

/** The value of a number word, and how it combines with others. */
export interface NumberWord {
  readonly value: number;
  readonly kind: 'small' | 'ten' | 'scale' | 'whole';
}

const tables = new Map<string, ReadonlyMap<string, NumberWord>>();

/** Lower-case number words of a language, or the English ones if there is no list. */
export function numberWordsOf(language: string): ReadonlyMap<string, NumberWord> {
  const key = LANGUAGES[language] ? language : 'en';
  const cached = tables.get(key);
  if (cached) return cached;
  const table = new Map<string, NumberWord>();
  const lists = LANGUAGES[key];
  const count = (list: string, kind: NumberWord['kind'], read: (place: number) => number) => {
    for (const [place, forms] of list.split(/\s+/).entries()) {
      for (const form of forms.split('/'))
        if (!table.has(form)) table.set(form, { kind, value: read(place) });
    }
  };
  const assign = (list: string, kind: NumberWord['kind']) => {
    for (const entry of list.split(/\s+/)) {
      const [word = '', value] = entry.split('=');
      table.set(word, { kind, value: Number(value) });
    }
  };
  if (lists) {
    // "Twenty" is in both lists. The tens come first, because "twenty" combines like a ten.
    count(lists.tens, 'ten', (place) => 20 + place * 10);
    count(lists.small, 'small', (place) => place);
    assign(lists.scales, 'scale');
    if (lists.ordinals) count(lists.ordinals, 'small', (place) => place);
    if (lists.others) assign(lists.others, 'whole');
    table.delete('_');
  }
  tables.set(key, table);
  return table;
}

// Serbian: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const serbian: LanguageData = {
  neverFinal: `
    г гђа гђица др проф доц акад инж св нпр тј тзв ул бр стр чл изд прев ур енгл нем фр лат грч цца рођ ген
    пук мр npr tj tzv dr prof ul br str čl sv inž`,
  beforeNumber: 'бр стр чл ст т тел § br str čl st',
  afterNumber: 'г год км кг цм мм дин мил млрд хиљ мин сек km kg din',
  oftenFinal: 'итд и.сл сл н.е п.н.е др и.др itd dr',
  sometimesFinal: 'д.о.о а.д мл ст co inc ltd',
  openers: `
    а и али или па те ни но док кад када ако јер иако у на из с са до од по при пред над под за о без кроз
    међу током према он она оно они ја ти ми ви то тај та овај ова ово његов њен њихов мој наш ко шта где
    зашто како је су био била било били није нису не нико ништа никад увек често такође затим после касније
    раније сада данас јуче сутра тамо ту овде сви све многи неки неколико сваки други`,
  prepositions: 'у на од до око за пре после након',
  months: `
    јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра`,
  hasDottedOrdinals: true,
  syllabic: 'рr',
};

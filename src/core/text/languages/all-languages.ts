// Every language's data, by ISO 639-1 code. Languages without abbreviations need none.
import { arabic } from './arabic.js';
import { armenian } from './armenian.js';
import { bulgarian } from './bulgarian.js';
import { catalan } from './catalan.js';
import { croatian } from './croatian.js';
import { czech } from './czech.js';
import { danish } from './danish.js';
import { dutch } from './dutch.js';
import { english } from './english.js';
import { estonian } from './estonian.js';
import { finnish } from './finnish.js';
import { french } from './french.js';
import { german } from './german.js';
import { greek } from './greek.js';
import { hebrew } from './hebrew.js';
import { hindi } from './hindi.js';
import { hungarian } from './hungarian.js';
import { indonesian } from './indonesian.js';
import { italian } from './italian.js';
import { kazakh } from './kazakh.js';
import type { LanguageData } from './language-data.js';
import { latvian } from './latvian.js';
import { lithuanian } from './lithuanian.js';
import { marathi } from './marathi.js';
import { norwegian } from './norwegian.js';
import { persian } from './persian.js';
import { polish } from './polish.js';
import { portuguese } from './portuguese.js';
import { romanian } from './romanian.js';
import { russian } from './russian.js';
import { serbian } from './serbian.js';
import { slovak } from './slovak.js';
import { slovenian } from './slovenian.js';
import { spanish } from './spanish.js';
import { swedish } from './swedish.js';
import { turkish } from './turkish.js';
import { ukrainian } from './ukrainian.js';
import { urdu } from './urdu.js';
import { vietnamese } from './vietnamese.js';

export const LANGUAGES: Readonly<Record<string, LanguageData>> = {
  ar: arabic,
  bg: bulgarian,
  ca: catalan,
  cs: czech,
  da: danish,
  de: german,
  el: greek,
  en: english,
  es: spanish,
  et: estonian,
  fa: persian,
  fi: finnish,
  fr: french,
  he: hebrew,
  hi: hindi,
  hr: croatian,
  hu: hungarian,
  hy: armenian,
  id: indonesian,
  it: italian,
  kk: kazakh,
  lt: lithuanian,
  lv: latvian,
  mr: marathi,
  nl: dutch,
  no: norwegian,
  pl: polish,
  pt: portuguese,
  ro: romanian,
  ru: russian,
  sk: slovak,
  sl: slovenian,
  sr: serbian,
  sv: swedish,
  tr: turkish,
  uk: ukrainian,
  ur: urdu,
  vi: vietnamese,
};

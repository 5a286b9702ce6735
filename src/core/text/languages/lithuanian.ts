// Lithuanian: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const lithuanian: LanguageData = {
  neverFinal: `
    p dr prof doc inž akad šv pvz t.y žr plg vad vid g pr al nr psl red vert angl vok rus lot gim mir a.a
    kun gen plk mjr`,
  beforeNumber: 'nr p psl tel § t str',
  afterNumber: 'km kg cm mm eur lt mln mlrd tūkst min sek a m d val',
  oftenFinal: 'kt pan t.t ir.t.t pr.kr po.kr m d',
  sometimesFinal: 'uab ab co inc ltd jr sr',
  openers: `
    tai tas ta tie tos jis ji jie jos aš tu mes jūs ir bet ar arba nes jei kai kad nors taip pat ne nėra yra
    buvo bus ten čia dabar vėliau anksčiau tačiau pagaliau visi daug kurie kiekvienas kas kur kodėl kaip šis
    ši šie po prieš nuo į su apie prie iš`,
  months: `
    sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio`,
};

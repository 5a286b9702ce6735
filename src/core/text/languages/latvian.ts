// Latvian: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const latvian: LanguageData = {
  neverFinal: `
    k kga kdze dr prof doc inž akad sv piem t.i t.s resp sal skat iel bulv nr lpp red tulk angļ vāc kr lat
    apm dzim mir plkst`,
  beforeNumber: 'nr lpp tel § sēj plkst',
  afterNumber: 'km kg cm mm eur milj mljrd tūkst min sek gs g',
  oftenFinal: 'utt u.c u.tml uc p.m.ē m.ē',
  sometimesFinal: 'sia a/s co inc ltd jr sr',
  openers: `
    tas tā tie tās viņš viņa viņi viņas es tu mēs jūs un bet vai jo ja kad lai gan arī ne nav ir bija būs
    tur šeit tagad vēlāk agrāk tomēr beidzot visi daudzi daži katrs kas kur kāpēc kā šis šī šie pēc pirms no
    uz ar par pie`,
  months: `
    janvāris janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī`,
  hasDottedOrdinals: true,
};

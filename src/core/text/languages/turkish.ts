// Turkish: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const turkish: LanguageData = {
  neverFinal: `
    bn av dr prof doç yrd öğr gör arş uzm op müh mim alb yb tğm gen org korg tümg bşk bkz krş örn sn hz st
    çev ed haz mah cad sok apt no tel fax ing alm fr ar lat yun sf s cilt m.ö m.s i.ö i.s yzb t.c ltd.şti`,
  beforeNumber: 'no s sf cilt c tel kat blok d md mad § bkz m.ö m.s i.ö i.s',
  afterNumber: 'km kg cm mm tl dk sn yy',
  oftenFinal: 'vb vs vd yy ş a.ş şti ltd.şti vesaire',
  sometimesFinal: 'co inc ltd jr sr oca şub nis haz tem ağu eyl eki a.b.d',
  openers: `
    bu şu o bir biz siz ben sen onlar bunlar şunlar ve ama fakat ancak çünkü eğer hem ya ile için gibi kadar
    sonra önce daha en çok her bazı birçok bütün tüm hiç kimse hiçbir şey ne kim nerede nasıl neden niçin
    hangi değil var yok evet hayır bugün dün yarın şimdi artık yine ayrıca böylece bunun onun onu ona burada
    orada son ilk iki`,
  prepositions: 'saat',
  labels: `
    plan vitamini vitamin grup grubu tip tipi sınıf bölüm şekil ek parça takım madde sürüm model kategori
    seviye hat seri aşama salon sayfa makale numara soru`,
  months: 'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  hasDottedOrdinals: true,
};

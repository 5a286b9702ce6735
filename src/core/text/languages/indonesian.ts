// Indonesian: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const indonesian: LanguageData = {
  neverFinal: `
    dr drs dra ir prof h hj tn ny sdr sdri bpk yth jl jln gg hlm mis spt ttg dgn yg pd kpd a.n u.b d.a s.d
    r.a r.m k.h st gub`,
  beforeNumber: 'no hlm hal jil tel psl ayat rp',
  afterNumber: 'km kg cm mm jt rb',
  oftenFinal: 'dll dsb dst dkk s.m m',
  sometimesFinal: `
    s.h s.e s.t m.m m.si ph.d pt cv tbk jr sr jan feb mar apr mei jun jul agu sep okt nov des`,
  openers: `
    ini itu dia ia mereka saya aku kami kita anda dan tetapi tapi atau namun jika kalau ketika saat karena
    sebab meskipun walaupun di ke dari pada dalam oleh untuk dengan tanpa setelah sebelum selama menurut
    sejak hingga sampai para sebuah seorang suatu apa siapa mana mengapa bagaimana tidak bukan tak semua
    banyak beberapa setiap lain juga lalu kemudian sekarang hari kini akhirnya selain bahkan ada adalah
    sudah telah akan`,
  prepositions: 'pada di sejak hingga pukul sekitar',
  months: `
    januari februari maret april mei juni juli agustus september oktober november desember`,
};

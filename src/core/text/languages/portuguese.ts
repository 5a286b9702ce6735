// Portuguese: abbreviations, words that open sentences, and spelling habits.
import type { LanguageData } from './language-data.js';

export const portuguese: LanguageData = {
  neverFinal: `
    sr sra srta srs sras dr dra drs dras prof profa profª eng engª arq exmo exma ilmo ilma revmo rev d dª fr
    pe st sto sta s v.ex v.exa v.s v.sª p.ex ex i.e e.g cf vs aprox ed eds org orgs trad coord máx mín av
    avª r pç pça al trav rod est cap cel ten sgt gen gal maj alm des min dep sen pres gov ref adm depto obs
    dir sec bel mons cônego`,
  beforeNumber: `
    n n° nº n.º no núm nr pág págs p pp art arts vol vols cap caps fig figs t inc § tel km al séc`,
  afterNumber: 'km kg cm mm h hs min seg hab mi bi',
  oftenFinal: 'etc a.c d.c a.m p.m',
  sometimesFinal: `
    cia ltda s.a s/a inc co corp jr jun e.u.a eua jan fev abr mai jul ago set out nov`,
  openers: `
    o a os as um uma uns umas ele ela eles elas eu tu você vocês nós se mas e ou nem quando enquanto porque
    pois como em no na nos nas num numa por para pelo pela pelos pelas com sem sobre entre desde até segundo
    após durante ante sob contra de do da dos das ao à aos às este esta isto estes estas esse essa isso
    esses essas aquele aquela seu sua seus suas meu minha nosso nossa que quem onde qual quais quanto não
    sim também além porém contudo todavia entretanto depois antes agora hoje ontem amanhã então assim embora
    já ainda todo todos toda todas cada muitos muitas alguns algumas vários ninguém nada alguém outro outra
    outros é são era foi foram há havia tem está finalmente ali aqui lá sempre nunca mais menos`,
  prepositions: `
    a à às ao em no na por para desde até de do da após antes durante com sobre pelas`,
  labels: `
    plano vitamina grupo tipo classe seção secção figura anexo parte equipe equipa bloco ponto opção versão
    modelo categoria nível porta linha série fase sala hepatite página capítulo artigo número pergunta`,
  months: `
    janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezember dezembro`,
};

// German cues, see cues.ts.
import { asksFor, type Cues, wants } from './cues.js';

export const GERMAN_CUES: Cues = {
  article:
    'artikel text seite beitrag bericht geschichte dokument interview dings sache zeitung meldung aufsatz anleitung handbuch faq post nachricht newsletter ding artickel',
  articles: 'artikel texte dokumente beitrage berichte themen quellen dateien bibliothek',
  neutral:
    'lieben herzlichen zusammen alle dir euch bitte bot mal so ok okay also na ja hm doch denn eigentlich ungefahr genau jetzt schnell kurz kurze kurzer kurzes knapp einfach einfachen paar wenigen zwei drei ein eine einen einem einer worte worten satz satze satzen zeilen stichpunkten stichworten mir mich uns ich du dir dich sie ihnen man wir gib gebt geben sag sagen zeig zeige nenn nenne sagt steht stehen drin darin drinne dadrin hier da dort dazu davon das dies diese dieser diesen diesem dem den der die des es was wer wie wo wann woher warum welche welcher welches welchen von vom zu zum zur in im an am auf aus fur uber mit ohne und oder kann kannst konntest konnen konnte soll sollte muss musst muss will willst mochte mochtest wurde gibt gibts ist sind war wars wird hat hats habe hab hast habt haben gehts geht los alles ganze ganzen gesamte gesamten noch andere anderen anderes mehr sonst wichtig wichtige wichtigste wichtigsten erklar erklare erzahl erzahle beschreib beschreibe mach mache fass fasse zusammen wissen weisst verstehen lesen zeit deutsch original bevor komme gerne gern eben halt deine dein deinen hey hi hallo sorry ganz sehr gut guten schonen wunsche lieb nett freundlich dabei dazu hinter kenn kenne nen sachen',
  others: 'er ihm ihn ihr seine sein ihre',
  reactions:
    'haha hehe lol wow super toll klasse spitze prima cool nice gut sehr echt wirklich schon interessant spannend perfekt genial stark krass geil hammer lustig witzig hilfreich ok okay ja nein nee genau stimmt alles klar verstanden achso ach aha gemacht arbeit antwort bot du bist das ist war der die beste bester so ganz na dann jo jep gerne schade mega wahnsinn danke top einwandfrei passt',
  asking: 'was wer wie wo wann warum wieso weshalb welche welcher welches kann ist sind hat gibt woher wohin',
  rules: [
    {
      ...wants('help', 'hilfe helfen hilf hilfst anleitung befehle optionen funktionen'),
      without: 'da dort',
    },
    { ...wants('help', 'was', 'muss soll kann', 'ich', 'machen tun'), isAmbiguous: true },
    wants('help', 'was wie', 'fragen frag benutze nutze bediene benutzen', 'ich man dich hier kann'),
    wants(
      'articles',
      '{articles}',
      'welche alle andere anderen liste zeig zeige nenn mehr weitere gibt hast kennst',
      'gibt gibts hast alle kennst andere weitere liste zeig zeige anderen hier du',
    ),
    wants('articles', 'was', 'lesen', 'hast habt gibt gibts'),
    wants('articles', 'bibliothek', 'was welche'),
    asksFor(
      'author',
      'autor autorin verfasser verfasserin autoren journalist journalistin redakteur redakteurin schreiber urheber',
    ),
    asksFor('author', 'wer wem', 'geschrieben verfasst schrieb veroffentlicht geschriebn'),
    asksFor('author', 'wer', 'steckt', '{article} dahinter'),
    asksFor(
      'published',
      'wann datum tag jahr',
      'geschrieben veroffentlicht erschienen publiziert verfasst aktualisiert stand erscheinungsdatum',
    ),
    asksFor('published', 'datum wann alt aktuell', '{article}'),
    asksFor('published', 'erscheinungsdatum veroffentlichungsdatum veroffentlichung'),
    asksFor('url', 'link url quelle webadresse internetadresse quellenangabe website webseite'),
    asksFor('url', 'wo woher', 'online netz internet web', 'artikel text original finde das es ich den'),
    asksFor('language', 'sprache sprachen'),
    asksFor('title', 'titel uberschrift schlagzeile'),
    asksFor('title', '{article}', 'heisst nennt name'),
    asksFor('length', 'lange lang lesezeit lesedauer', 'lesen lesezeit lesedauer {article}'),
    asksFor('length', 'lange', 'lese liest'),
    asksFor('length', 'viel', '{article} lesen', 'ist wie'),
    asksFor('length', 'viele', 'worter seiten minuten zeichen satze'),
    asksFor('length', 'lange wortzahl textlange', '{article} wortzahl textlange'),
    wants(
      'summary',
      'zusammenfassung zusammenfassen zusammengefasst zusammen kurzfassung kurzversion uberblick ubersicht tldr kernaussage kernaussagen hauptpunkte kernpunkte inhalt inhaltsangabe fazit quintessenz kurzform',
    ),
    wants(
      'summary',
      'wichtigste wichtigsten wichtiges wesentliche wesentlichen wichtig',
      'was das die punkte hier drin steht nenn sag',
    ),
    wants('summary', 'worum wovon', 'geht gehts handelt hier {article}'),
    wants('summary', 'was', 'steht steht sagt drin drinsteht', '{article} drin hier alles drinne'),
    wants('summary', 'erklar erklare erklaren beschreib', '{article} worten satzen'),
    wants('summary', 'wissen', 'was', 'muss sollte soll'),
    wants('summary', 'kurz', 'knapp'),
    {
      ...wants('thanks', 'danke dank dankeschon geholfen merci dankee dankeschoen thx thanks bedanke'),
      without: 'was wer wann wo warum wie welche',
    },
    wants('thanks', 'lieb nett freundlich', 'von', 'dir euch ihnen'),
    wants('greeting', 'guten schonen', 'tag morgen abend', 'wunsche'),
    {
      ...wants(
        'greeting',
        'hallo hi hey moin servus gruezi griasdi hallochen huhu morgen abend tach gruss hallöchen na',
      ),
      without: 'was wer wann wo warum wie welche am in',
    },
    wants('small-talk', 'witz witze', 'erzahl erzahle sag'),
    wants(
      'small-talk',
      'wer was',
      'dein deine dich',
      'schopfer entwickler chef vater mutter erfinder besitzer programmiert gemacht erschaffen lieblingsfarbe lieblingsessen',
    ),
  ],
  toBot:
    'was machst du(?: so| gerade| heute)?$|(?:magst|liebst|hasst|traumst|schlafst|glaubst|trinkst|isst|fuhlst|tanzt|singst) du|hast du (?:gefuhle|freunde|familie|hobbys|angst|hunger|einen namen|schon mal)|was ist dein lieblings\\w+|wie fuhlst du',
};

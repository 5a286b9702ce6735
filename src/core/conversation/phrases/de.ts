// German phrases, see phrases.ts.
import type { Phrases } from './phrases.js';

export const GERMAN: Phrases = {
  articleNouns:
    'artikel text seite beitrag bericht geschichte dokument interview dings sache zeitung meldung aufsatz anleitung handbuch faq post nachricht newsletter ding artickel',
  functionWords:
    'der die das den dem des ein eine einen einer und oder aber ist sind war wie was wer wo wann warum wieso wem wen welche welcher welches kann kannst konnen darf man ich du er wir ihr sie es mit von zu zum zur im am auf aus bei fur nach nicht kein keine gibt hat haben habt muss wird werden wurde auch noch so dann mein meine meinen sich uber viel viele lange alt kostet bitte mal hier da dort geht ja doch immer oft nie schon genug genau wirklich eigentlich denn damit davon darum dazu dafür wieder nur alles etwas was jemand passiert dann danach jetzt heute mag hallo moin servus guten danke tschuss tschau nein',
  filler:
    'bitte|mal|bot|footnote|denn|eigentlich|also|so|ok|okay|na|ah|ach|oh|kurz|schnell|du|ihr|halt|doch|danke|hey|hi|hallo|jetzt|alle|mir|uns|leute|eine frage|kurze frage|fur mich|hm+|nochmal|noch mal|ganz|auch|sorry|entschuldigung|auf deutsch',
  more: '(?:bitte )?(?:erzahl|erzahle|sag|sage|berichte|gib|zeig)(?: (?:mir|uns|mal|bitte|noch))* (?:mehr|weiter|etwas mehr|noch mehr|noch was|was noch)(?: (?:daruber|davon|dazu|details|infos))*|mehr(?: (?:details|infos?|informationen|dazu|daruber|davon|bitte))*|weiter|noch (?:was|mehr|etwas)(?: (?:dazu|daruber))?|und (?:dann|weiter|danach|sonst|was noch|sonst noch|jetzt)|was (?:noch|sonst|sonst noch|passiert dann|kam dann|geschah dann|passierte dann|kommt danach|passierte danach)|(?:gibt es )?(?:weitere|mehr) (?:details|infos|informationen)(?: (?:dazu|daruber))?|details|genauer|naheres|ist das alles|sonst noch (?:was|etwas)|und|dann|danach|und nun|mach weiter|fahr fort|langer|(?:mach|mache) (?:es|das) langer|(?:etwas )?(?:ausfuhrlicher|detaillierter)|(?:eine )?(?:langere|ausfuhrlichere) (?:antwort|version|fassung)|(?:mit )?mehr (?:einzelheiten|details)|(?:kannst du|konnten sie|geht) (?:das|es)(?: auch)?(?: etwas)? (?:genauer|ausfuhrlicher|langer)(?: (?:erklaren|machen|ausfuhren|sagen))?',
  why: '(?:und |aber )?(?:warum|wieso|weshalb|weswegen|wozu|wofur|warum nicht|wieso nicht|warum das|wieso das|warum denn|wieso denn|warum ist das so|warum so|aus welchem grund|was ist der grund|der grund|grund|wieso ist das so|woran liegt das|weshalb nicht|warum denn das|warum denn nicht|wie kommt das|wie kommts|wozu das)',
  whoSaid:
    '(?:und )?wer (?:hat|sagt|sagte|behauptet|meint|meinte|behauptete|erklarte)(?: ?(?:das|es|so|dies|so etwas|denn|gesagt|behauptet|erzahlt|gemeint|erklart))*|von wem (?:ist|stammt|kommt) (?:das|dieses|die|diese)(?: (?:zitat|aussage|worte))?|wessen (?:worte|zitat|meinung)(?: (?:sind|ist) das)?|wer spricht(?: (?:da|hier))?',
  check:
    '(?:und )?(?:stimmt|passt) (?:das|dies|es)(?: (?:so|wirklich|denn|auch|uberhaupt))*|(?:ist|war) (?:das|dies|es)(?: (?:denn|wirklich|so|auch))* (?:wahr|richtig|korrekt|so|echt)|stimmts|wirklich|(?:fakten ?check|faktencheck)(?: bitte)?|(?:pruf|prufe|check|checke)(?: mal)? das(?: bitte)?(?: nach)?|(?:kannst|konntest) du das (?:prufen|uberprufen|checken|bestatigen)',
  continuation:
    'und|aber|auch|oder|dann|was ist mit|wie ist es mit|wie sieht es mit|wie siehts mit|und was ist mit|nur|immer|sogar|ausser|statt|stattdessen|wie stehts mit|noch|seit|bis|ab|fur|also|nie|wirklich',
  backward:
    'er|sie|ihm|ihn|ihr|ihnen|es|sein|seine|seinen|seiner|ihre|ihren|ihrer|dessen|deren|das|dies|diese|dieser|dieses|diesen|die|da|dort|dann|damit|davon|daran|darauf|daruber|darum|dafur|dabei|dazu|dagegen|dahin|welche|beide|beides|einer|eins|so|auch|dieser|jener|stattdessen|noch|dem|den|denen|selbst',
  ellipsis: 'was ist mit|und|und was ist mit|wie ist es mit|wie sieht es mit',
};

// French phrases, see phrases.ts.
import type { Phrases } from './phrases.js';

export const FRENCH: Phrases = {
  articleNouns:
    'article texte page histoire document interview reportage billet papier rapport recit guide manuel post chose truc entretien',
  functionWords:
    'le la les l un une des du de d et ou mais est sont etait ont dans en sur pour par avec sans au aux ce cet cette ces qui que qu quoi quel quelle quels quelles quand ou comment pourquoi combien je tu il elle on nous vous ils elles ne pas plus y a t se sa son ses leur peut peux puis faut fait ete etre avoir c est si mon ma mes coute dit toujours jamais souvent assez aussi alors puis apres exactement vraiment encore longtemps passe maintenant aime bonjour bonsoir salut merci revoir oui non',
  filler:
    's il te plait|s il vous plait|stp|svp|bot|footnote|alors|bon|ben|euh|ok|okay|bonjour|salut|merci|maintenant|donc|dis|dites|eh|ah|oh|pardon|excuse moi|excusez moi|tous|moi|une question|vite|rapidement|en francais|donc|et',
  more: '(?:(?:dis|dites|raconte|racontez|donne|parle)(?: (?:moi|nous|m en|en))* (?:plus|davantage|encore)(?: (?:sur|a ce sujet|la dessus|de details|en))*|plus(?: (?:de details|d infos|d informations|d info))?|(?:continue|continuez|et (?:apres|ensuite|puis|alors|quoi d autre|maintenant))|et|quoi d autre|autre chose|la suite|ensuite|apres|en savoir plus|j aimerais en savoir plus|encore|c est tout|que s est il passe (?:apres|ensuite)|qu est ce qui s est passe (?:apres|ensuite)|des details|details|developpe|(?:fais )?plus long(?:ue)?|(?:avec )?plus de details?|(?:en )?plus detaillee?|en detail|plus d infos|(?:une )?(?:reponse|version) plus (?:longue|detaillee|complete)|(?:tu peux|peux tu|pouvez vous|pourriez vous) detailler|peux tu m en dire plus)',
  why: '(?:et |mais )?(?:pourquoi|pour quoi|pourquoi pas|pour quelle raison|comment ca se fait|pourquoi ca|pourquoi (?:donc|cela)|quelle (?:en )?est la raison|quelle est la cause|la raison|comment cela se fait il|et pourquoi)',
  whoSaid:
    '(?:et )?qui (?:a dit|dit|l a dit|a declare|affirme|pense|dit il|est ce qui dit|a affirme)(?: ?(?:ca|cela|ceci|dit))*|(?:c est|de) qui(?: (?:cette|ces|la))? ?(?:citation|phrase|paroles|mots)?(?: .*)?|qui parle|selon qui|d apres qui',
  check:
    '(?:et )?(?:c est|est ce) (?:vraiment )?(?:vrai|exact|correct|juste)|est ce que c est (?:vrai|exact|correct|juste)|vraiment|(?:verifie|confirme)(?: (?:ca|cela|ceci|s il te plait|stp))*|(?:peux|pourrais) tu (?:le )?(?:verifier|confirmer)(?: (?:ca|cela|ceci))?',
  continuation:
    'et|mais|ou|aussi|alors|puis|qu en est il de|qu en est il|et pour|meme|seulement|toujours|jamais|sauf|depuis|jusqu|pour|quant a|ni|encore|donc|pareil pour',
  backward:
    'il|elle|ils|elles|lui|leur|leurs|le|la|les|son|sa|ses|ca|cela|ceci|ce|cet|cette|ces|celui|celle|ceux|celles|la bas|y|en|alors|aussi|meme|autre|autres|deux|ainsi|sien|sienne',
  ellipsis: 'qu en est il de|et|et pour|qu en est il du|qu en est il des',
};

// French phrases, see phrases.ts. Without accents, because messages are compared without them. Apostrophes are spaces.
import type { Phrases } from './phrases.js';

export const FRENCH: Phrases = {
  article:
    'articles?|textes?|page|histoire|entretien|interview|document|rapport|bulletin|manuel|guide|reportage|post|billet|brochure|fichier|publication|essai|source|recette|discours|chapitre|papier|depeche|info|infolettre|notice',
  determiner: 'le|la|les|l|ce|cet|cette|ces|du|de l|de la|de|un|une|ton|votre|d',
  this: 'ca|cela|ceci|c|tout ca|tout cela|ici',
  filler:
    's il te plait|s il vous plait|stp|svp|bot|footnote|alors|bon|ben|euh|ok|okay|bonjour|salut|merci|maintenant|donc|dis|dites|eh|ah|oh|pardon|excuse moi|excusez moi|tous|moi|une question|vite|rapidement|en francais|donc|et',
  intents: {
    greeting: [
      '(?:bonjour|bonsoir|salut|coucou|allo|hello|hey|hi|yo|re|bonne journee|bon matin|salutations|slt|bjr|bien le bonjour|enchante|enchantee)(?: (?:bonjour|salut|a tous|tout le monde|bot|toi|vous|l ami|mon ami|les amis|a toi|ca va|il y a quelqu un|quelqu un|y a quelqu un|footnote))*',
      '(?:il )?y a (?:t il )?quelqu un(?: ici)?|quelqu un|tu es la|vous etes la|t es la|test|es tu la',
    ],
    thanks: [
      '(?:(?:ok|super|parfait|genial|bien|tres bien|ah|oui|non|d accord|excellent|cool|top|c est parfait|ca m aide|tres utile|chouette|impeccable|nickel|bravo|c est tres utile) )*(?:mille |grand |un grand |tres )?(?:merci|mercii+|thx|thanks|mci|remerciements|je (?:te|vous) remercie|gracias|danke)(?: (?:beaucoup|bien|a toi|a vous|pour (?:tout|ton|votre|la|l|les|ca|le)(?: \\w+){0,3}|bot|infiniment|encore|d avance|enormement|l ami|mille fois|footnote|tout|au revoir|(?:c est )?(?:super |tres |vraiment |trop )?(?:gentil|sympa)))*',
      'ca (?:aide|m aide|m a aide)(?: beaucoup)?|(?:c est |c etait )?(?:tres |super )?utile|tu m as (?:bien |beaucoup )?aide',
    ],
    'small-talk': [
      '(?:es tu|tu es|t es|etes vous|vous etes|est ce que tu es|est ce que vous etes) (?:un |une |le |la )?(?:vrai |vraie )?(?:humain|humaine|personne|robot|bot|machine|ia|ai|programme|reel|reelle|chat ?gpt|homme|femme|bete|intelligent|intelligente|content|contente|intelligence artificielle|etre humain|chatbot)(?: (?:ou (?:un |une )?\\w+|reelle|vrai))*|(?:qui|qu) (?:es tu|etes vous|est ce que tu es|est tu)|tu es qui|t es qui|vous etes qui|c est qui|comment (?:tu t appelles|t appelles tu|vous appelez vous|vous vous appelez|t appelle tu)|(?:quel est |c est quoi )?(?:ton|votre) (?:nom|prenom|age)|(?:as tu|tu as|t as|avez vous) (?:des |un |une )?(?:sentiments|nom|amis|famille|emotions|ame|faim|copine|copain)|quel age as tu|tu as quel age|d ou viens tu|ou habites tu',
      '(?:comment )?(?:ca va|ca roule|vas tu|allez vous|tu vas|vous allez|va tu|ca se passe|te sens tu|tu te sens)(?: (?:bien|aujourd hui|toi|vous|et toi|et vous))*|quoi de neuf|et toi|et vous|tu fais quoi|que fais tu|qui (?:t a|vous a) (?:fait|cree|programme|concu|developpe|invente|construit)|(?:raconte|dis|fais|connais tu)(?: (?:moi|nous))? (?:une |un |quelque chose de )?(?:blague|histoire|poeme|drole|rire|devinette)|chante(?: moi)?(?: (?:une chanson|quelque chose))?|(?:je suis|je m|j ai|je me sens) (?:tres |si |un peu |trop )?(?:ennuie|fatigue|fatiguee|triste|heureux|heureuse|content|contente|seul|seule|de retour|malade|faim|perdu de vue|sommeil)|je (?:t aime|te deteste|t adore)|tu (?:me plais|veux m epouser)|(?:aimes tu|tu aimes) .{1,30}',
      '(?:tu es|t es|vous etes|c est|quel|quelle|c etait) (?:tres |si |trop |vraiment |un |une |le |la |assez )*(?:utile|inutile|gentil|gentille|genial|geniale|super|bon|bonne|nul|bete|intelligent|drole|cool|marrant|interessant|interessante|beau|belle|dommage|mauvais|meilleur|fort|chouette|triste|bizarre|vrai|faux|top|incroyable|joli|sympa|dingue|honte|amusant)(?: (?:bot|robot|musee|histoire|lieu|idee|endroit|\\w+))?|bon (?:bot|robot|travail)|bien joue|bravo|mauvais bot',
      '(?:au revoir|a (?:bientot|plus|demain|la prochaine|tout a l heure|plus tard|tout de suite)|ciao|bye|bonne (?:nuit|soiree|journee|continuation)|adieu|salut|tchao|je m en vais|je dois y aller|prends soin de toi)(?: (?:bot|a tous|et merci|l ami|alors))*|(?:lol|mdr|ptdr|haha\\w*|hihi|ok|okay|d accord|oui|non|bien|tres bien|super|genial|parfait|cool|interessant|tres interessant|je vois|compris|j ai compris|ah bon|ah|wow|ouah|dommage|tant pis|peu importe|laisse tomber|desole|desolee|pardon|je ne sais pas|peut etre|exact|exactement|c est vrai|bien sur|chouette|top|de rien|pas de souci|pas mal|ca marche|entendu|hourra|vraiment|ah oui|sympa|marrant|mouais|bof|ouais|nan|si|excellent|magnifique)(?: (?:ok|alors|bien|super|haha\\w*|merci|bot|oui|non|cool|parfait|donc|d accord))*',
    ],
    help: [
      'aide(?: moi)?|a l aide|besoin d aide|j ai besoin d aide|(?:peux tu|pouvez vous|tu peux|est ce que tu peux) (?:m aider|aider)|commandes|instructions|menu|mode d emploi|options|fonctions|exemples?|(?:que|qu est ce que|quoi|en quoi|a quoi|comment|que sais|qu) ?(?:peux tu|tu peux|sais tu|tu sais|pouvez vous|vous pouvez|fais tu|tu fais|sers tu|tu sers|peut|sait|est ce que tu sais|est ce que tu peux)(?: (?:faire|m aider|aider|pour moi|pour nous|ici|repondre|dire|me dire|le bot|ce bot))*|tu (?:peux|sais) faire quoi|tu sers a quoi|(?:que|qu est ce que|quelles questions|quoi|quelle question)(?: (?:puis je|je peux|je dois|peut on|on peut|dois je|pourrais je|est ce que je peux))+(?: (?:te |vous )?(?:demander|faire|poser|ecrire|dire|te demander|vous demander))*(?: (?:ici|a toi))*|je peux te demander quoi|comment (?:ca marche|ca fonctionne|cela fonctionne|tu fonctionnes|t utiliser|l utiliser|utiliser|faire|est ce que ca marche|fonctionne|marche|je t utilise|ca s utilise|fonctionnes tu)(?: (?:ce bot|le bot|ici|ca|cela|ce truc|tout ca))*|a quoi (?:tu sers|sers tu|ca sert|sert)(?: (?:ce bot|le bot))?|quel est ton (?:but|role|travail)|quelles (?:sont (?:les|tes) )?commandes(?: .*)?',
      '(?:donne|donnez|montre|propose|dis|as tu|tu as|y a t il)(?: (?:moi|nous|un|une|des|quelques|d autres))* (?:exemples?|questions?|suggestions?|idees?|exemple de question|exemples de questions)(?: (?:de questions?|a poser|que je peux poser))*|(?:je ne sais pas|je sais pas|aucune idee de|jsp)(?: (?:quoi|comment|par ou|ce que je peux))+ ?(?:demander|faire|commencer|dire|poser)(?: .*)?|je suis (?:perdu|perdue|nouveau|nouvelle)(?: ici)?|par ou commencer|presente toi|suggestions?|que me conseilles tu',
    ],
    articles: [
      '(?:quels?|quelles|combien d|combien de)(?: (?:sont les|autres|sont))* (?:{article}|articles|textes|documents|sources|sujets|histoires|themes|fichiers|pages)(?: (?:as tu|tu as|avez vous|y a t il|connais tu|tu connais|puis je|sont|est ce que tu as|est ce qu il y a|il y a|vous avez|peut on|je peux|existent))*(?: ?(?:lire|lus?|disponibles|ici|consulter|dans la bibliotheque|la|interroger|que tu as|demander|sur lesquels))*|(?:montre|liste|donne|affiche|cite|voir|enumere|montrez)(?: (?:moi|nous|tous|toutes|les|la|ta|tes|liste|des|une))* (?:articles|textes|documents|sources|sujets|bibliotheque|titres|liste)(?: (?:disponibles|que tu as|ici))*|(?:les )?(?:articles|textes|bibliotheque|sources|documents|sujets)|liste des (?:articles|textes)|(?:que|qu est ce que|qu) (?:puis je|je peux|y a t il a|peut on|il y a a)(?: (?:d autre a|encore))? ?lire(?: (?:ici|d autre|encore))*|(?:que|qu) (?:as tu|avez vous)(?: .{1,20})?|tu as (?:quoi|d autres articles)|(?:y a t il|as tu|il y a) (?:d autres|plus d) (?:articles|textes)',
    ],
    summary: [
      '(?:de quoi|a propos de quoi|sur quoi)(?: (?:ca|cela|il|elle|on|est ce que|est ce qu|se))* ?(?:parle|parlent|traite|s agit|s agit il|agit il|est il question|porte|il s agit|ont ils parle|parle t on|il est question|parle t il|cause)(?: ?(?:t il|cet?|cette|le|la|l|ca|cela|ici|dans|il|au juste|exactement|en gros|{article}))*|(?:que|qu est ce que|qu est ce qui|quoi|qu)(?: (?:est ce que|c est))? ?(?:dit|raconte|contient|explique|se passe|se passe t il|y a t il|il y a|est ce|c est|decrit|annonce|y a|il est dit|on apprend|faut il retenir|retenir)(?: ?(?:ce|cet|cette|le|la|l|dans|ici|ca|que|de|d important|dedans|en|t il|gros|resume|{article}))+|c est quoi(?: (?:ca|cet|cette|ce|l|le|la|sujet|theme|idee|{article}|resume|essentiel))+|ca parle de quoi(?: (?:ici|cet {article}|en gros))?|(?:quel|quels|quelle|quelles)(?: (?:est|sont|le|la|les|l))* ?(?:sujet|theme|idee|idees|message|essentiel|points?|propos|contenu|conclusion|but|informations)(?: (?:principale?s?|principaux|cles?|important(?:e?s)?|de|du|cet|cette|ce|l|la|le|ici|essentielles|central|centrale|{article}))*|qu est ce que c est|que faut il (?:savoir|retenir)(?: .*)?',
      '(?:(?:peux tu|tu peux|pouvez vous|pourrais tu|je veux|j aimerais|donne|donnez|fais|faites|il me faut|as tu|ecris|est ce que tu peux) ?)*(?:(?:moi|nous|me|faire|donner|un|une|le|la|les|l|ca|cela|petit|petite|court|rapide|bref|en|cet|cette|ce|de|version|brievement|{article}) ?)*(?:resume|resumer|resumez|resumes|resumee|synthese|synthetiser|tldr|tl dr|apercu|grandes lignes|points (?:cles|principaux|essentiels|importants)|idees? (?:principales?|cles?|generales?)|l essentiel|essentiel|version courte|vue d ensemble|le plus important|recapitulatif|recap|condense|abrege|sommaire|points forts)(?: (?:moi|nous|ca|cela|cet|cette|ce|le|la|l|de|du|d|en|bref|court|rapide|svp|stp|pour|tout|ici|deux|trois|quelques|phrases|mots|rapidement|s il te plait|s il vous plait|d ensemble|{article}))*|en (?:bref|resume|gros|quelques mots|un mot|deux mots|une phrase|somme|deux phrases|peu de mots|deux trois mots)|pour (?:resumer|faire court)|(?:trop long|pas le temps de (?:tout )?lire|je n ai pas le temps de (?:tout )?lire|flemme de (?:tout )?lire)(?: .*)?|(?:explique|raconte|dis)(?: moi)? (?:en (?:bref|gros|quelques mots)|de quoi (?:ca parle|il s agit)|l essentiel|cet {article}|ce {article})',
    ],
    'new-conversation': [
      '(?:une )?(?:autre|nouvelle) (?:question|conversation|chose)|(?:un )?(?:nouveau|autre) sujet|chang(?:eons|er|e) de sujet|(?:recommen\\w+|on recommence|repart\\w+)(?: (?:a zero|du debut))?|oublie(?: (?:ca|cela|tout))?|question suivante|autre chose',
    ],
  },
  metadata: {
    author: [
      '(?:qui|par qui)(?: (?:est ce qui|a|est|l|c est|en est|etait|a t il ete|fut))* ?(?:ecrit|redige|publie|fait|signe|ecrivit|mene|envoye|realise|conduit|produit|cree)(?: ?(?:ca|cela|ceci|ce|cet|cette|le|la|l|par|{article}))*|(?:qui|quel|c est qui)(?: (?:est|en est|sont|etait))?(?: (?:l|le|la|les))* ?(?:auteur|auteure|autrice|auteurs|journaliste|redacteur|redactrice|ecrivain|intervieweur|nom de l auteur)(?: (?:de|du|cet|cette|ce|ca|l|la|le|d|{article}))*|(?:l )?(?:auteur|auteure|autrice|auteurs|journaliste|nom de l auteur)(?: (?:de|du|cet|cette|ce|l|{article}))*|(?:c est|ca vient|est ce) de qui|de qui (?:est|vient)(?: (?:ca|cela|cet|cette|ce|l|le|la|{article}))+',
    ],
    published: [
      '(?:quand|de quand|a quelle date|en quelle annee|quel jour|depuis quand)(?: (?:est ce que|a t il|a t elle|ca|est|date|c|a|est ce qu il|cet|cette|ce|l|le|la|ete|il|a ete|fut|t il|t elle|{article}))*(?: ?(?:publie|publiee|ecrit|ecrite|paru|parue|sorti|sortie|date|mis en ligne|mis a jour|redige))+(?: ?(?:ca|cela|cet|cette|ce|l|le|{article}))*|de quand (?:date|est|c est|ca date)(?: ?(?:cet|cette|ce|l|le|la|ca|t il|{article}))*|(?:quelle est |donne moi |c est quoi )?(?:la )?date(?: (?:de|du|publication|parution|l|cet|cette|ce|la|d|{article}))*|c est de quand|ca date de quand|quand ca a ete (?:publie|ecrit)|(?:est ce |c est )(?:recent|actuel|vieux|ancien|a jour)|(?:cet|cette|ce|l) ?{article} est (?:il |elle )?(?:recent|actuel|vieux|ancien)e?|quel age a (?:cet|ce|l|cette) ?{article}',
    ],
    title: [
      '(?:(?:quel est|quel etait|c est quoi|donne moi|dis moi|rappelle moi|quel) )?(?:(?:le|son|l) )*(?:titre|intitule|gros titre|manchette)(?: (?:de|du|cet|cette|ce|l|la|le|ca|deja|{article}))*|comment (?:s appelle|s intitule|se nomme)(?: (?:cet|cette|ce|l|le|la|ca|{article}))+|quel (?:article|texte) est ce|qu est ce que je lis',
    ],
    url: [
      '(?:(?:as tu|tu as|avez vous|y a t il|donne moi|donne|peux tu me donner|je veux|quelle est|quel est|envoie moi|envoie|ou est|c est quoi|il y a|t as|je peux avoir|puis je avoir|vous avez) )?(?:(?:le|la|l|un|une|un lien|son|d|des) )*(?:lien|liens|url|source|adresse web|adresse|site|site web|page web|original|version originale|article original|texte original|origine|source originale)(?: (?:vers|de|du|pour|l|la|le|cet|cette|ce|original|originale|internet|web|d|svp|stp|{article}))*|(?:ou|d ou|sur quel site|dans quel journal)(?: (?:est ce que|puis je|peut on|je peux|est|a t il|a|ca|on peut|se trouve|trouver|vient|c|as tu|il|sort))*(?: ?(?:trouver|lire|le lire|publie|paru|trouve|ete|en ligne|vient|original|sorti|ca|cela|cet|cette|ce|l|le|la|en entier|trouve ca|{article}))+|(?:est ce|c est|c est dispo) en ligne|ca vient d ou',
    ],
    language: [
      '(?:(?:en|dans|quelle est la|c est quoi la|c est) )?(?:quelle |la )?langue(?: (?:est|a t il ete|originale|de|du|c est|d|utilise|t il|il|elle))*(?: ?(?:ecrit|ecrite|ce|ca|cet|cette|l|le|la|redige|originale|{article}))*|(?:est ce|c est|est il) (?:ecrit )?en (?:francais|anglais|allemand|espagnol)',
    ],
    length: [
      '(?:combien de|quel nombre de|nombre de) (?:mots|minutes|pages|caracteres|phrases|paragraphes|lignes|temps)(?: (?:fait|y a t il|il y a|a|faut il|pour|le|lire|contient|faut|ca|prend|dans|cet|cette|ce|l|la|de|lecture|fait il|t il|il|comporte|met on|{article}))*|(?:quelle|c est quoi la|c est quelle) (?:est )?(?:la )?(?:longueur|duree de lecture|taille)(?: (?:de|du|cet|cette|ce|l|{article}))*|(?:longueur|temps de lecture|nombre de mots|duree de lecture)(?: (?:de|du|cet|cette|ce|l|{article}))*|(?:c est|est ce|cet {article} est|il est) (?:il )?(?:long|longue|court|tres long)(?: a lire)?|(?:quel est )?(?:le )?temps de lecture(?: .*)?|ca fait combien de mots|combien de temps (?:pour|faut il pour|ca prend (?:pour|a|de)|prend)(?: (?:le|la|l|cet|cette|ce|lire|a|lecture|{article}))+',
    ],
  },
  ambiguous: {
    length: ['c est long|combien de temps|quelle longueur'],
    published: ['c etait quand|c est quand|quand'],
    summary: [
      'qu est ce que c est|c est quoi|que se passe t il|sujet|explique(?: moi)?|qu est ce qui s est passe|que s est il passe',
    ],
    help: ['comment ca (?:marche|fonctionne)|et maintenant|je fais quoi|que faire'],
  },
  functionWords:
    'le la les l un une des du de d et ou mais est sont etait ont dans en sur pour par avec sans au aux ce cet cette ces qui que qu quoi quel quelle quels quelles quand ou comment pourquoi combien je tu il elle on nous vous ils elles ne pas plus y a t se sa son ses leur peut peux puis faut fait ete etre avoir c est si mon ma mes coute dit toujours jamais souvent assez aussi alors puis apres exactement vraiment encore longtemps passe maintenant aime',
  followUp: {
    more: [
      '(?:(?:dis|dites|raconte|racontez|donne|parle)(?: (?:moi|nous|m en|en))* (?:plus|davantage|encore)(?: (?:sur|a ce sujet|la dessus|de details|en))*|plus(?: (?:de details|d infos|d informations|d info))?|(?:continue|continuez|et (?:apres|ensuite|puis|alors|quoi d autre|maintenant))|et|quoi d autre|autre chose|la suite|ensuite|apres|en savoir plus|j aimerais en savoir plus|encore|c est tout|que s est il passe (?:apres|ensuite)|qu est ce qui s est passe (?:apres|ensuite)|des details|details|developpe|peux tu m en dire plus)',
    ],
    why: [
      '(?:et |mais )?(?:pourquoi|pour quoi|pourquoi pas|pour quelle raison|comment ca se fait|pourquoi ca|pourquoi (?:donc|cela)|quelle (?:en )?est la raison|quelle est la cause|la raison|comment cela se fait il|et pourquoi)',
    ],
    whoSaid: [
      '(?:et )?qui (?:a dit|dit|l a dit|a declare|affirme|pense|dit il|est ce qui dit|a affirme)(?: ?(?:ca|cela|ceci|dit))*|(?:c est|de) qui(?: (?:cette|ces|la))? ?(?:citation|phrase|paroles|mots)?(?: .*)?|qui parle|selon qui|d apres qui',
    ],
    check: [
      '(?:et )?(?:c est|est ce) (?:vraiment )?(?:vrai|exact|correct|juste)|est ce que c est (?:vrai|exact|correct|juste)|vraiment|(?:verifie|confirme)(?: (?:ca|cela|ceci|s il te plait|stp))*|(?:peux|pourrais) tu (?:le )?(?:verifier|confirmer)(?: (?:ca|cela|ceci))?',
    ],
    continuation:
      'et|mais|ou|aussi|alors|puis|qu en est il de|qu en est il|et pour|meme|seulement|toujours|jamais|sauf|depuis|jusqu|pour|quant a|ni|encore|donc|pareil pour',
    backward:
      'il|elle|ils|elles|lui|leur|leurs|le|la|les|son|sa|ses|ca|cela|ceci|ce|cet|cette|ces|celui|celle|ceux|celles|la bas|y|en|alors|aussi|meme|autre|autres|deux|ainsi|sien|sienne',
    question: 'qu en est il de|et|et pour|qu en est il du|qu en est il des',
  },
};

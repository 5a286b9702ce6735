// French cues, see cues.ts.
import { asksFor, type Cues, wants } from './cues.js';

export const FRENCH_CUES: Cues = {
  article:
    'article texte page histoire document interview reportage billet papier rapport recit guide manuel post chose truc entretien',
  articles: 'articles textes documents histoires sujets sources pages fichiers bibliotheque',
  neutral:
    'svp stp s il te plait vous plait bot ok alors bon ben euh bah donc et ou en de du des d le la les l un une a au aux ce c ca cela cet cette ces ceci ici la que qu qui quoi quel quelle quels quelles comment ou quand combien pourquoi est sont etait es as a ai avez peux peut pouvez pourrais pourriez puis je j tu on nous moi me m te t il se fais fait faire faites donne donnez donner dis dire dit dites raconte racontez explique expliquez expliquer decris montre montrez y dans sur pour par avec sans sont veux voudrais aimerais besoin bref brievement court courte rapide rapidement simple simples simplement peu quelques deux trois mots phrases phrase lignes gros principal principale principaux principales plus important importants importantes cle cles essentiel tout toute tous toutes entier entiere autre autres quelque savoir dois faut il original originale lire avant vraiment exactement parle parler va version petit petite francais mille gentil gentille sympa interroger encore toujours',
  others: 'elle ils elles lui leur leurs son sa ses',
  reactions:
    'haha hihi mdr lol ptdr wow ouah genial super top parfait excellent cool bien tres trop bravo chouette interessant incroyable drole marrant utile pratique ok oui non ouais d accord compris exact vrai c est ca tu es le la meilleur meilleure bot travail reponse joli beau fort merci nickel impec genial formidable magnifique sympa ah oh tiens dommage',
  asking: 'que qui quoi quel quelle quand comment ou pourquoi combien est',
  rules: [
    {
      ...wants('help', 'aide aider aidez aides instructions commandes options fonctions'),
      without: 'merci mercis la bas',
    },
    wants(
      'help',
      'que quoi comment qu',
      'demander utiliser marche fonctionne fonctionnes',
      'je puis peux tu ca te on t',
    ),
    wants(
      'articles',
      '{articles}',
      'quels quelles interroger liste autres tous toutes montre combien as a avez y',
    ),
    asksFor('author', 'auteur auteure autrice auteurs journaliste redacteur redactrice ecrivain'),
    asksFor('author', 'qui', 'ecrit ecrite redige publie signe ecrivit'),
    asksFor(
      'published',
      'quand date jour annee',
      'publie publiee ecrit ecrite paru parue sorti sortie publication parution',
    ),
    asksFor('published', 'date recent ancien vieux quand', '{article} publication'),
    asksFor('published', 'actualite actuel', 'encore toujours'),
    { ...asksFor('published', 'date'), isAmbiguous: true },
    asksFor('url', 'lien liens url source site adresse'),
    asksFor('url', 'ou', 'ligne internet web publie'),
    asksFor('language', 'langue'),
    asksFor('language', 'francais anglais allemand espagnol', 'en', 'original {article}'),
    asksFor('title', 'titre intitule'),
    asksFor('title', '{article}', 'appelle intitule nom'),
    asksFor('length', 'temps long longue longueur duree minutes', 'lire lecture {article}'),
    asksFor('length', 'combien', 'mots pages minutes phrases paragraphes'),
    wants(
      'summary',
      'resume resumer resumez resumes synthese tldr apercu essentiel recap recapitulatif grandes',
    ),
    wants(
      'summary',
      'principal principale principaux principales important importants cle cles essentiels',
      'points idee idees message choses infos point',
    ),
    wants('summary', 'courte court bref gros deux trois quelques peu', 'version en phrases mots'),
    wants('summary', 'parle traite agit sujet', 'quoi de'),
    wants('summary', 'que qu quoi', 'dit raconte contient', '{article} ici'),
    wants('summary', 'explique expliquez expliquer decris', '{article} mots phrases'),
    wants('summary', 'savoir', 'que qu', 'dois faut'),
    {
      ...wants('thanks', 'merci mercis remercie mercii mci thx thanks'),
      without: 'qui quand comment pourquoi combien quel',
    },
    {
      ...wants('greeting', 'bonjour salut bonsoir coucou bjr slt hello hey hi'),
      without: 'qui quand comment pourquoi combien quel',
    },
    wants('small-talk', 'qui', 'cree createur fabrique programme invente patron', 't ton te a'),
  ],
  toBot:
    '(?:est ce que )?tu (?:aimes|detestes|preferes|dors|reves|manges|bois|chantes|danses)|(?:aimes|detestes|preferes|dors|reves|manges) tu|(?:as tu|tu as) (?:des sentiments|des amis|une famille|faim|peur|sommeil)|(?:quel|quelle) est (?:ta|ton) (?:\\w+ )?prefere\\w*',
};

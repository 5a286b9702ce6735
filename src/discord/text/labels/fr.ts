// French labels.
import type { Labels } from './labels.js';

export const FRENCH_LABELS: Labels = {
  language: 'fr',
  quoted: '-# Avec les mots de l’article',
  writtenBy: (model) => `-# Écrit par ${model} ; chaque phrase est comparée à celle qu’elle cite`,
  replaced: (count) =>
    count === 1
      ? '-# Une phrase est citée, car la formulation du modèle n’a pas pu être confirmée.'
      : `-# ${count} phrases sont citées, car la formulation du modèle n’a pas pu être confirmée.`,
  notices: {
    'model-unavailable': 'Le modèle de langage est injoignable ; le moteur intégré a répondu.',
    'budget-reached': 'Le budget du jour pour le modèle de langage est épuisé ; le moteur intégré a répondu.',
    'cut-short': 'Le modèle de langage s’est arrêté trop tôt ; la réponse est peut-être incomplète.',
  },
  askedBy: (userId) => `-# <@${userId}> a demandé :`,
  about: (title) => `-# À propos de ${title}, l’article par défaut ici`,
  fromServer: (server) => `-# D’après les articles de ${server}. D’autres correspondent aussi :`,
  chooseServer: 'Répondre depuis un autre serveur…',
  notInArticle: '**L’article ne le dit pas.**',
  closest: 'Ces passages s’en rapprochent le plus :',
  noClosest: 'Essayez d’autres mots, ou consultez les articles avec `/article list`.',
  buttons: {
    sources: 'Sources',
    closest: 'Passages les plus proches',
    followUp: 'Poser une autre question',
    share: 'Partager dans le salon',
    askAll: 'Chercher dans tous les articles',
    openList: 'Voir les articles',
    more: 'Plus',
    less: 'Moins',
    post: 'Publier dans un salon',
    back: 'Retour',
    next: (page, pages) => `Suite (${page} sur ${pages})`,
    openArticle: 'Ouvrir l’article',
  },
  followUp: {
    title: 'Poser une autre question',
    label: 'Votre question',
    description: 'Vous pouvez revenir sur la dernière réponse : « Et pourquoi ? »',
  },
  articles: (count) => (count === 1 ? '### 1 article' : `### ${count} articles`),
  moreArticles: (count) => `-# et ${count} de plus`,
  openArticle: 'Lire un article…',
  chooseArticle: 'Choisir un article…',
  chooseStyle: 'Afficher autre chose…',
  styles: {
    oneLine: 'Une phrase',
    brief: 'En bref',
    keyPoints: 'Points clés',
    timeline: 'Chronologie',
    whosWho: 'Qui est qui',
    quotes: 'Citations',
    qa: 'Questions et réponses',
    numbers: 'Chiffres',
  },
  summary: {
    heading: (articles) => `### D’après ${articles} articles`,
    nothingOf: {
      oneLine: '',
      brief: '',
      keyPoints: '',
      timeline: '-# Je n’ai trouvé aucun événement daté ; voici donc les points clés.',
      whosWho:
        '-# Je n’ai trouvé ni personnes ni organisations décrites dans l’article ; voici donc les points clés.',
      quotes: '-# Je n’ai trouvé aucune citation dont l’auteur soit clair ; voici donc les points clés.',
      qa: '-# Je n’ai trouvé aucune question à laquelle l’article réponde bien ; voici donc les points clés.',
      numbers: '-# Je n’ai trouvé aucun chiffre ; voici donc les points clés.',
    },
    leftOut: (left, of, { read, hasMore }) =>
      [
        `-# Ce résumé laisse de côté ${left} des ${of} articles.`,
        ...(read < of ? [`Je n’ai lu que les ${read} premiers.`] : []),
        hasMore ? '**Plus** en affiche un plus long.' : 'Pour résumer l’un d’eux, nommez-le dans `/summary`.',
      ].join(' '),
    postedBy: (userId) => `-# Publié par <@${userId}>`,
  },
  sources: {
    heading: (marker) => `### Source [${marker}]`,
    closestHeading: '### Passages les plus proches',
    changed: '-# L’article a changé ou a été supprimé. Voici ce qu’il disait au moment de la réponse.',
    empty: 'Cette réponse n’a pas de sources.',
    page: (page) => `p. ${page}`,
  },
};

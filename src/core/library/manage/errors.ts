// What the library manager tells people when it can't do something.
import { AppError } from '../../errors.js';

const count = (number: number, noun: string) =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;

export const libraryErrors = {
  noSuchArticle: () =>
    new AppError({
      code: 'core/no-such-article',
      message: "I can't find that article. It may have been removed.",
      advice: 'Pick another one from the list of articles.',
    }),
  previewGone: () =>
    new AppError({
      code: 'library/preview-gone',
      message:
        'This preview is no longer available. Previews last 15 minutes, and only for the person who made them.',
      advice: 'Start again with the link, file or text.',
    }),
  tooLargeToPreview: () =>
    new AppError({
      code: 'library/too-large',
      message: 'This article is too large to add here.',
      advice: 'Split it into parts and add each one.',
    }),
  tooManyArticles: (limit: number) =>
    new AppError({
      code: 'library/full',
      message: `This library is full: it already has ${count(limit, 'article')}.`,
      advice: 'Remove an article first.',
    }),
  tooManyCharacters: (limit: number) =>
    new AppError({
      code: 'library/full',
      message: `This article doesn't fit: all articles together may have ${count(limit, 'character')}.`,
      advice: 'Remove an article first, or add a shorter one.',
    }),
  tooManyToday: (limit: number, hours: number) =>
    new AppError({
      code: 'library/too-many-today',
      message: `${count(limit, 'article')} were added here in the last 24 hours, and that is the limit.`,
      advice: hours <= 1 ? 'Try again in an hour.' : `Try again in ${hours} hours.`,
    }),
  beingDeleted: () =>
    new AppError({
      code: 'library/being-deleted',
      message: 'This library is going to be deleted, so nothing can be changed in it.',
      advice: 'Cancel the deletion first.',
    }),
  deletedMeanwhile: () =>
    new AppError({
      code: 'library/deleted',
      message: 'All data here was deleted in the meantime, so nothing was added.',
      advice: 'Start again if you still want to add it.',
    }),
  builtIn: () =>
    new AppError({
      code: 'library/built-in',
      message: "The built-in articles can't be deleted here.",
      advice: 'The operator manages them in the corpus folder.',
    }),
  notRestorable: () =>
    new AppError({
      code: 'library/not-restorable',
      message:
        "This article can't be restored: it was removed more than an hour ago, or it has been added again.",
      advice: 'If it is missing, add it again.',
    }),
  noLink: () =>
    new AppError({
      code: 'library/no-link',
      message: "This article didn't come from a link, so it can't be read again.",
      advice: 'Add the new version. It replaces this one if it has the same title.',
    }),
  tooSlow: () =>
    new AppError({
      code: 'library/too-slow',
      message: 'Reading it took too long.',
      advice: 'It will be tried again later.',
    }),
  tooManyFeeds: (limit: number) =>
    new AppError({
      code: 'library/too-many-feeds',
      message: `This library already follows ${count(limit, 'feed')}, and that is the limit.`,
      advice: 'Stop following one first.',
    }),
  noSuchFeed: () =>
    new AppError({
      code: 'library/no-such-feed',
      message: "This library doesn't follow that feed.",
      advice: 'Pick another one from the list.',
    }),
} as const;

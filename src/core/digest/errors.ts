// What people are told if a digest can't be added or found.
import { AppError } from '../errors.js';

export const digestErrors = {
  noSuchDigest: () =>
    new AppError({
      code: 'digest/no-such-digest',
      message: "I can't find that digest. It may have been removed.",
      advice: 'See what there is with /digest list.',
    }),
  tooMany: (limit: number) =>
    new AppError({
      code: 'digest/too-many',
      message: `There are already ${limit} digests here, and that is the limit.`,
      advice: 'Remove one first.',
    }),
  invalidTime: (time: string) =>
    new AppError({
      code: 'digest/invalid-time',
      message: `“${time.slice(0, 50)}” isn't a time of day.`,
      advice: 'Use a time such as 09:00 or 5:30 pm.',
    }),
  invalidTimeZone: (name: string) =>
    new AppError({
      code: 'digest/invalid-time-zone',
      message: `I don't know the time zone “${name.slice(0, 50)}”.`,
      advice: 'Pick one from the list, such as Europe/Berlin or America/New_York.',
    }),
  invalidDay: (day: string) =>
    new AppError({
      code: 'digest/invalid-day',
      message: `“${day.slice(0, 50)}” isn't a day of the month.`,
      advice: 'Use a number from 1 to 31. In shorter months, 31 means the last day.',
    }),
  nothingChosen: () =>
    new AppError({
      code: 'digest/nothing-chosen',
      message: 'What you chose is no longer there.',
      advice: 'Start again with /digest add.',
    }),
} as const;

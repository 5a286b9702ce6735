// What people read when something doesn't work. A person's mistake has a message and the next step. Our own faults have a
// sentence that reveals nothing about the machine, and a reference.
import { AppError } from '../../core/errors.js';

export const errorText = {
  fault:
    'Something went wrong on our side. Please try again. If it happens again, give this reference to the people who run this bot.',
  tooLate: 'This took too long, so I gave up. Please try again, perhaps with a shorter question.',
  reference: (reference: string) => `-# Reference: ${reference}`,
  /** @param botId the bot's user id */
  roleMentioned: (botId: string) =>
    `You mentioned my role, and then Discord doesn't show me your message. Mention me instead (<@${botId}>, the one with a picture), or use \`/ask\`.`,
  /** @param permissions names as Discord's settings show them, at least one */
  missingPermissions: (channelId: string, permissions: readonly string[]) =>
    `I can't answer in <#${channelId}>. I need ${permissions.map((name) => `**${name}**`).join(' and ')} there. Ask a server manager to grant this, or use \`/ask\`, which doesn't need it.`,
} as const;

/** Mistakes and interruptions that a person is told about; each makes an error to throw. */
export const userErrors = {
  emptyQuestion: () =>
    new AppError({
      code: 'discord/empty-question',
      message: 'Your question is empty.',
      advice: 'Type what you want to know, in your own words.',
    }),
  noMessage: () =>
    new AppError({
      code: 'discord/no-message',
      message: "Discord didn't say which message to check.",
      advice: 'Open the menu of the message again.',
    }),
  notYours: () =>
    new AppError({
      code: 'discord/not-yours',
      message: 'This answer is private.',
      advice: 'Only the person who asked can use it. Ask the question yourself with /ask.',
    }),
  notAllowed: () =>
    new AppError({
      code: 'discord/not-allowed',
      message: 'Only people who manage this server can see its usage.',
      advice: 'Ask someone with the permission Manage Server.',
    }),
  emptyQuery: () =>
    new AppError({
      code: 'discord/empty-query',
      message: 'There is nothing to search for.',
      advice: 'Type a few words.',
    }),
  articleGone: () =>
    new AppError({
      code: 'discord/article-gone',
      message: 'This article is no longer available here.',
      advice: 'See what there is with /article list.',
    }),
  noArticles: () =>
    new AppError({
      code: 'discord/no-articles',
      message: 'There are no articles here yet.',
      advice: 'People who manage this server can add some with /article add.',
    }),
  nothingToRefresh: () =>
    new AppError({
      code: 'discord/nothing-to-refresh',
      message: 'No article here was added from a link, so there is nothing to refresh.',
      advice: 'To replace a file or a text, add it again with /article add.',
    }),
  /** @param title as it is: errors are escaped */
  noLinkToRefresh: (title: string) =>
    new AppError({
      code: 'discord/nothing-to-refresh',
      message: `“${title}” has no link to refresh it from.`,
      advice:
        'Add the new version with /article add. It replaces this one if it has the same title, and the same file name if it was a file.',
    }),
  notRefreshedHere: (title: string) =>
    new AppError({
      code: 'discord/nothing-to-refresh',
      message: `“${title}” wasn't added here, so it can't be refreshed here.`,
      advice:
        'An article of a server is refreshed in that server. The people who run this bot change the built-in ones.',
    }),
  nothingToRemove: () =>
    new AppError({
      code: 'discord/nothing-to-remove',
      message: 'No articles were added here, so there is nothing to remove.',
      advice: 'To hide a built-in article, open it with /article show.',
    }),
  notRemovedHere: (title: string) =>
    new AppError({
      code: 'discord/nothing-to-remove',
      message: `“${title}” wasn't added here, so it can't be removed here.`,
      advice:
        'An article of a server is removed in that server. To hide a built-in one, open it with /article show.',
    }),
  answerGone: () =>
    new AppError({
      code: 'discord/answer-gone',
      message: 'This answer is no longer available.',
      advice: 'Ask again with /ask.',
    }),
  alreadyShared: () =>
    new AppError({
      code: 'discord/already-shared',
      message: 'This answer is already shared in the channel.',
      advice: 'Scroll up to find it.',
    }),
  channelGone: () =>
    new AppError({
      code: 'discord/channel-gone',
      message: "I can't find that channel in this server.",
      advice: 'Choose another one that I can see.',
    }),
  cannotPost: (channelId: string) =>
    new AppError({
      code: 'discord/cannot-post',
      message: `I can't write in <#${channelId}>.`,
      advice: 'Ask a server manager to give me View Channel and Send Messages there.',
    }),
  mayNotPost: (channelId: string) =>
    new AppError({
      code: 'discord/may-not-post',
      message: `You can't write in <#${channelId}>, so I won't post there for you.`,
      advice: 'Choose a channel that you can write in.',
    }),
  notYourSummary: () =>
    new AppError({
      code: 'discord/not-your-summary',
      message: 'Only the person who asked for this summary can change it.',
      advice: 'Use /summary to get your own.',
    }),
  menuExpired: () =>
    new AppError({
      code: 'discord/menu-expired',
      message: 'This menu has expired.',
      advice: 'Use the command again.',
    }),
  notYourMenu: () =>
    new AppError({
      code: 'discord/not-your-menu',
      message: 'Only the person who asked can choose here.',
      advice: 'Ask your own question with /ask.',
    }),
  notManager: () =>
    new AppError({
      code: 'discord/not-manager',
      message: 'Only people who manage the articles here can do this.',
      advice:
        'Ask someone with the permission Manage Server. They can also choose a role for it with /article access.',
    }),
  notAdmin: () =>
    new AppError({
      code: 'discord/not-admin',
      message: 'Only people with the permission Manage Server can do this.',
      advice: 'Ask one of them.',
    }),
  onlyInServers: () =>
    new AppError({
      code: 'discord/only-in-servers',
      message: 'This only makes sense in a server.',
      advice: 'Your own articles are yours alone.',
    }),
  nothingToAdd: () =>
    new AppError({
      code: 'discord/nothing-to-add',
      message: "There's no link, file or text to add.",
      advice: 'Use /article add and fill in one of them.',
    }),
  /** @param word what had to be typed */
  notConfirmed: (word: string) =>
    new AppError({
      code: 'discord/not-confirmed',
      message: `You didn't type “${word}”, so nothing was deleted.`,
      advice: 'Try again if you still want to.',
    }),
  fileTooLarge: (name: string, maxBytes: number) =>
    new AppError({
      code: 'discord/file-too-large',
      message: `“${name}” is too large. A file can have at most ${Math.floor(maxBytes / 1024 / 1024)} MB.`,
      advice: 'Split it, or add a link to it instead.',
    }),
  fileGone: (name: string) =>
    new AppError({
      code: 'discord/file-gone',
      message: `I can't download “${name}” from Discord.`,
      advice: 'Attach it again.',
    }),
  questionGone: () =>
    new AppError({
      code: 'discord/question-gone',
      message: 'The article has changed since this question was suggested.',
      advice: 'Ask your own question with /ask.',
    }),
  outdated: () =>
    new AppError({
      code: 'discord/outdated',
      message: 'This belongs to an older version of Footnote.',
      advice: 'Ask again with /ask.',
    }),
  restarting: () =>
    new AppError({
      code: 'discord/restarting',
      message: 'Footnote is restarting.',
      advice: 'Please try again in a minute.',
    }),
  interrupted: () =>
    new AppError({
      code: 'discord/interrupted',
      message: 'Footnote is restarting, so your request was interrupted.',
      advice: 'Please try again in a minute.',
    }),
} as const;

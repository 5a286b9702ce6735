// What people read in `/privacy`. It must be true of every installation: whatever depends on the configuration is a value.

export const privacyText = {
  description: 'What Footnote reads, stores and shares',
  reads: {
    heading: '### What Footnote reads',
    lines: [
      '- Commands, messages that mention it, and direct messages. If such a message is a reply, also the message it replies to.',
      '- In a direct message, your question is answered from the articles of the servers that you and Footnote are both in. To find out which these are, Footnote asks Discord whether you are a member, and remembers that for up to five minutes.',
      '- Messages that someone runs **Check against article** or **Add linked article** on, whoever wrote them.',
      '- Files and pages that someone adds as articles.',
    ],
  },
  stores: {
    heading: '### What it stores',
    answers: (days: number) =>
      `- Questions and checked messages, each with the answer, who asked and in which channel, for ${inDays(days)}. Buttons and follow-ups need them. \`/recap\` shows people who can read a channel which questions were asked there for everyone to see, without names.`,
    usage: (days: number) =>
      `- A record of each question, claim check and summary for ${inDays(days)}: who, when, which command, the outcome, the time it took and the tokens it used. Server managers only see totals.`,
    cache: (days: number) =>
      `- With a language model: answers to reuse for the same question, without names, for ${inDays(days)}.`,
    digests:
      '- Digests, with who added them, until they are removed. If one can no longer be posted, that person gets a direct message.',
    articles:
      '- Articles and feeds that were added here, with who added them and when, until they are removed. A removed one can be restored for an hour, and stays as long as an answer cites it. So does a replaced version, or for 90 days, so that you can see what has changed.',
    changes: '- Who changed what about the articles, for a year. People who manage them can see it.',
    access:
      '- All of this belongs to this server, or to you if you use Footnote outside a server. Other servers never see it. The people who run this bot can.',
    log: '- The log notes who made a request and when, but not questions, messages or answers.',
  },
  sends: {
    heading: '### What it shares',
    nothing:
      '- Nothing. The built-in engine answers on this machine, and the bot contacts nobody but Discord and the pages and feeds that are added.',
    /** @param models escaped, at least one */
    models: (models: readonly string[]) =>
      `- Questions, the recent conversation, messages to check and passages from the articles go to ${models.join(' and ')}.`,
    model: (model: string, host: string) => `${model} at ${host}`,
    pages:
      '- To read a page or a feed that someone adds, the bot requests it from its server, which sees the address of the bot but not who asked.',
    tracing: '- For debugging, all of that and the answers also go to LangSmith.',
  },
  buttons: { mine: 'My data', deleteServer: "Delete this server's data…", keepServer: 'Keep the data' },
  confirm: { word: 'delete', label: 'Type “delete” to confirm' },

  mine: {
    heading: '### What is stored about you',
    none: 'Nothing is stored about you.',
    articles: (count: number) => `- ${counted(count, 'article')} in your own library`,
    answers: (count: number) =>
      `- ${counted(count, 'question or checked message', 'questions and checked messages')} with the answers`,
    usage: (count: number) => `- ${counted(count, 'record', 'records')} of how you used the bot`,
    /** @param time Discord's timestamp */
    since: (time: string) => `-# The oldest is from ${time}.`,
    alsoId: '-# Servers also keep your id with the articles and digests that you added or changed there.',
    delete: 'Delete my data…',
    title: 'Delete my data',
    warning:
      "This deletes your own articles, and your questions with their answers in all servers. Articles that you added to servers stay there without your name, and so do counts of what you used there. **It happens at once and can't be undone.**",
    deleted: '### Your data was deleted',
    /** Of records in servers. */
    counted: '-# Counts of what you used in servers stay there, without your name.',
  },
  server: {
    title: "Delete this server's data",
    warning:
      'This deletes everything that is stored about this server: articles, questions, answers, usage, settings, digests and the list of changes. The articles disappear from answers at once, and everything is deleted after seven days. Until then, you can change your mind.',
    /** @param due Discord's timestamps */
    planned: (due: string, relative: string) =>
      `### This server's data will be deleted\nIt will be gone on ${due} (${relative}). Its articles are no longer used for answers.`,
    kept: "This server's data stays, and its articles are used for answers again.",
    notKept: 'No deletion is planned, or it has already begun. See `/privacy` for how it stands.',
    removedBot: "-# If Footnote is removed from this server, the server's data is deleted as well.",
  },
} as const;

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}

function inDays(count: number): string {
  return count === 1 ? 'one day' : `${count} days`;
}

// What people read in `/privacy`. It must be true of every installation: whatever depends on the configuration is a value.

export const privacyText = {
  description: 'What Footnote reads, stores and shares',
  reads: {
    heading: '### What Footnote reads',
    lines: [
      '- Commands, messages that mention it, and direct messages. If such a message is a reply, also the message it replies to.',
      '- Messages that someone runs **Check against article** on, whoever wrote them.',
    ],
  },
  stores: {
    heading: '### What it stores',
    answers: (days: number) =>
      `- Questions and checked messages, each with the answer and who asked, for ${inDays(days)}. Buttons and follow-ups need them.`,
    usage: (days: number) =>
      `- A record of each question, claim check and summary for ${inDays(days)}: who, when, which command, the outcome, the time it took and the tokens it used. Server managers only see totals.`,
    cache: (days: number) =>
      `- With a language model: answers to reuse for the same question, without names, for ${inDays(days)}.`,
    articles: '- Articles that were added here, until they are removed.',
    access:
      '- All of this belongs to this server, or to you if you use Footnote outside a server. Other servers never see it. The people who run this bot can.',
    log: '- The log notes who made a request and when, but not questions, messages or answers.',
  },
  sends: {
    heading: '### What it shares',
    nothing:
      '- Nothing. The built-in engine answers on this machine, and the bot contacts nobody but Discord.',
    /** @param models escaped, at least one */
    models: (models: readonly string[]) =>
      `- Questions, the recent conversation, messages to check and passages from the articles go to ${models.join(' and ')}.`,
    model: (model: string, host: string) => `${model} at ${host}`,
    tracing: '- For debugging, all of that and the answers also go to LangSmith.',
  },
} as const;

function inDays(count: number): string {
  return count === 1 ? 'one day' : `${count} days`;
}

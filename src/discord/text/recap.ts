// What people read in `/recap`.

export const recapText = {
  description: 'See what people asked in a channel, and what the articles answered. Nobody is named.',
  options: {
    channel: 'Which channel or thread (default: this one)',
    since: 'How far back (default: a week)',
  },
  since: { day: 'a day', week: 'a week', month: 'a month' },
  heading: (channelId: string) => `### What people asked in <#${channelId}>`,
  /** @param from Discord's timestamps */
  period: (from: string, to: string) => `-# ${from} to ${to}`,
  counts: (questions: number, people: number) =>
    `${counted(questions, 'question')} by ${people === 1 ? '1 person' : `${people} people`}`,
  allAnswered: 'The articles answered all of them.',
  noneAnswered: 'The articles answered none of them.',
  answered: (answered: number) => `The articles answered ${answered} of them.`,
  none: 'Nobody asked a question there in this time.',
  partial: (questions: number) => `-# There were more questions. This covers the latest ${questions}.`,

  topics: '**What was asked**',
  unanswered: "**What the articles couldn't answer**",
  articles: '**Articles behind the answers**',
  /** @param question escaped */
  topic: (question: string, count: number) => `- ${question}${count > 1 ? ` (${count} times)` : ''}`,
  partlyAnswered: (answered: number, count: number) => ` · answered ${answered} of ${count} times`,
  /** @param title escaped, maybe a link */
  article: (title: string, answers: number) => `- ${title}: ${counted(answers, 'answer')}`,
  more: (count: number) => `-# …and ${count} more`,
  privacy: '-# Only questions that everyone there could see are counted. Similar ones are grouped.',
  postHere: 'Post here',
  /** @param url of the message */
  posted: (url: string) => `Posted: [open the message](${url})`,
} as const;

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

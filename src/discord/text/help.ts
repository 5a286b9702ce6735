// What people read in `/help`, and when they mention the bot without a question.

export const helpText = {
  description: 'How to ask questions and check the answers',
  heading: '### How to use Footnote',
  lines: [
    '- **Ask** with `/ask`, mention me, or send me a direct message, where I use the articles of all the servers we share. Everyone here sees the answer to `/ask`, unless you set `share` to *only me*.',
    '- **Check the answer.** Every sentence has a numbered citation. **Sources** shows the quoted sentence in its paragraph. If the article is on the web, the number takes you there.',
    '- **Follow up** with the button, or reply to an answer and mention me: “And why?” In a direct message, just go on, or say “new question”. Mention me in a reply to any message to ask about it.',
    '- **Explore.** `/search` finds passages, `/summary` sums up one or all articles, `/recap` says what people asked in a channel, and `/article list` and `/article show` let you browse.',
    '- **Add articles** with `/article add`: a link, a file, or text. Or open the menu of a message, then choose **Apps** and **Add linked article**. In a server, this is for people who manage it, and for a role they choose with `/article access`. In a direct message, you have your own articles.',
    '- **Post digests.** With `/digest add`, people who manage the articles can have summaries of what is new posted in a channel: every day, week or month, or when something changes.',
    '- **Check a message.** Open its menu, then choose **Apps** and **Check against article**.',
    '- `/privacy` says what I store, and lets you see and delete your data. `/usage` shows server managers how many requests there were and what they cost, but not what anyone asked.',
  ],
  refusal:
    "If the articles don't answer your question, I'll say so, and show you the closest passages if there are any.",
} as const;

// What people read around questions and answers.
//
// All text that people read in Discord is in this folder, one file per feature: plain strings, and functions where a
// value goes into a sentence. Errors from the core carry their own text. Strings may use Discord's Markdown. Values are
// escaped by the caller where a function's comment says so. A translation replaces these objects.
export const askText = {
  description: 'Ask a question about the articles. Every sentence of the answer has a citation.',
  options: {
    question: 'Your question, in your own words',
    article: 'Use only this article',
    share: 'Who can see the answer (default: everyone)',
  },
  share: { everyone: 'everyone', onlyMe: 'only me' },

  queued: (position: number) => `-# You're number ${position} in the queue.`,
  writing: '-# Writing…',
  hiddenMessage:
    "Discord doesn't show me that message, because it doesn't mention me. Ask your question here in your own words. To check what the message says, open its menu and choose **Apps** and **Check against article**.",
} as const;

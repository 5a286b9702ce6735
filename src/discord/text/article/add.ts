// What people read when they add an article: the form, the preview, the progress and the result.

export const addText = {
  description: 'Add an article: a link, a file, or text (without options, a form opens)',
  options: {
    link: 'The address of a web page or a file',
    file: 'A Markdown, text, HTML, PDF, Word, EPUB, OpenDocument or RTF file',
  },
  /** In the menu of a message, under Apps. At most 32 characters. */
  menu: 'Add linked article',
  chooseSource: 'This message has several links and files. Which one is the article?',
  choose: 'Choose a link or a file…',
  otherSources: (count: number) => `-# and ${count} more, which don't fit into the menu`,

  form: {
    title: 'Add an article',
    intro:
      "Fill in **one** of these. If you add a link to a file or a text, citations open that link. You'll see a preview before anything is added.",
    link: { label: 'Link', placeholder: 'https://example.org/article' },
    file: { label: 'File', description: 'Markdown, text, HTML, PDF, Word, EPUB, OpenDocument or RTF' },
    text: { label: 'Text', description: 'Paste it here. The first line is the title. Markdown is fine.' },
  },

  reading: 'Reading…',
  adding: 'Adding…',
  /** @param step escaped */
  progress: (step: string, percent: number) => `**${step}** ${percent} %`,

  preview: '-# Preview. Nothing has been added yet.',
  unknownLanguage: 'unknown language',
  /** @param problem with something that was typed; not escaped */
  correct: (problem: string) => `${problem} To correct it, click Edit details.`,
  /** @param warning escaped */
  warning: (warning: string) => `⚠ ${warning}`,
  /** @param title escaped */
  replaces: (title: string) => `This replaces **${title}**, which is already here.`,
  unchanged: 'This article is already here, and nothing has changed.',
  buttons: { add: 'Add', replace: 'Replace', edit: 'Edit details', cancel: 'Cancel', read: 'Read it' },
  cancelled: 'Nothing was added.',

  details: {
    title: 'Edit details',
    fields: {
      title: { label: 'Title', description: '' },
      author: { label: 'Author', description: '' },
      published: { label: 'Date', description: 'Such as 3 March 2031 or 2031-03-03' },
      language: { label: 'Language', description: 'A name such as German, or a code such as de' },
      url: { label: 'Link', description: 'Citations open this page' },
    },
  },

  added: '✓ **Added.** You can ask about it now.',
  replaced: '✓ **Replaced.** Answers now come from the new version.',
  notChanged: 'This article was already here, so nothing has changed.',
  tryAsking: '-# Try asking:',
  post: 'Post in channel',
  /** @param userId who posted the card */
  newArticle: (userId: string) => `-# New article, added by <@${userId}>`,
  ask: '-# Ask about it with `/ask`, or start with one of these:',
} as const;

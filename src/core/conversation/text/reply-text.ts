// What the bot says in its own words: the shape of a language's texts.

/** The sentences of one language. Titles and names are inserted as they are: user interfaces escape them. */
export interface ReplyText {
  readonly greeting: string;
  readonly thanks: string;
  readonly reaction: string;
  readonly complaint: string;
  readonly goodbye: string;
  readonly smallTalk: string;
  readonly help: string;
  readonly newConversation: string;
  /** @param title the article that is being asked about, if there is only one */
  readonly nothing: (title: string | undefined) => string;
  /** @param titles the first of them; `count` is how many there are */
  readonly articles: (titles: readonly string[], count: number) => string;
  readonly noArticles: string;
  readonly chooseArticle: string;
  readonly author: (name: string) => string;
  readonly noAuthor: string;
  readonly published: (date: string) => string;
  readonly noDate: string;
  readonly title: (title: string) => string;
  readonly url: (url: string) => string;
  readonly noUrl: string;
  readonly language: (name: string) => string;
  readonly noLanguage: string;
  readonly length: (words: string, minutes: string, minuteCount: number) => string;
  readonly doesNotSay: string;
  /** @param titles at most three; empty if the articles are too many to name */
  readonly notFound: (titles: readonly string[], count: number) => string;
  /** Added to a refusal if the article is in another language. @param name of the article's language */
  readonly otherLanguage: (name: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly sameSentence: string;
  /** Before the cited sentences, where they stand in the article. */
  readonly saysHere: string;
  /** Says that the articles surely don't answer a part of the message. */
  readonly partUnanswered: (question: string) => string;
  /** Says that nothing was found for a part of the message. */
  readonly partNotFound: (question: string) => string;
}

// Everything this folder says to people about models: what went wrong, and what to do next.

/** The parts of an error that people read. */
interface ErrorText {
  readonly message: string;
  readonly advice: string;
}

/** The model as configured, and the host or provider that serves it. */
interface ModelAndHost {
  readonly model: string;
  readonly host: string;
}

/** What a model didn't do before its timeout. */
export type MissedStep = 'start' | 'finish' | 'rewrite' | 'embed' | 'answer';

const MISSED_STEPS: Readonly<Record<MissedStep, string>> = {
  start: "didn't start to answer",
  finish: "didn't finish its answer",
  rewrite: "didn't rewrite the question",
  embed: "didn't return any vectors",
  answer: "didn't answer",
};

/** Reasons why a response can't be used, for {@link ERROR_TEXT.badResponse}. */
export const BAD_RESPONSE = {
  emptyAnswer: 'the answer is empty',
  onlyThoughts: 'it consists of thoughts, without an answer',
  notJson: (contentType: string) => `the server sent something else (${contentType || 'without a type'})`,
  wrongVectorCount: (vectors: number, texts: number) => `it gave ${vectors} vectors for ${texts} texts`,
  noVector: "it isn't a list of numbers",
  noDirection: 'a vector has the same number everywhere',
  badLength: 'the numbers of a vector are too large or too small',
  noQuestion: "it isn't a rewritten question",
} as const;

export const ERROR_TEXT = {
  unauthorized: ({ model, host }: ModelAndHost, status: number) => ({
    message: `${host} rejected the API key for ${model} (HTTP ${status}).`,
    advice: 'Check the API key.',
  }),
  noSuchModel: ({ model, host }: ModelAndHost) => ({
    message: `${host} doesn't have a model called ${model} (HTTP 404).`,
    advice: "Check the model's name and the base URL, which often ends in /v1.",
  }),
  rateLimited: ({ model, host }: ModelAndHost) => ({
    message: `${host} isn't accepting more requests for ${model} right now (HTTP 429).`,
    advice: "Try again later, or raise the account's limit or credit.",
  }),
  refused: ({ model, host }: ModelAndHost, status: number, detail: string) => ({
    message: `${host} rejected a request to ${model} (HTTP ${status}: ${detail}).`,
    advice: 'Check that the model supports the configured length, dimensions and temperature.',
  }),
  contextOverflow: ({ model, host }: ModelAndHost, detail: string) => ({
    message: `The request is too long for ${model} at ${host} (${detail}).`,
    advice: 'Lower CHAT_EVIDENCE_TOKENS and CHAT_ANSWER_TOKENS, or raise the context length of the server.',
  }),
  tooLarge: ({ model, host }: ModelAndHost, detail: string) => ({
    message: `The request is too large for ${model} at ${host} (${detail}).`,
    advice: 'Lower EMBEDDING_BATCH.',
  }),
  unavailable: ({ model, host }: ModelAndHost, status: number | undefined, detail: string) => ({
    message:
      status === undefined
        ? `Can't reach ${model} at ${host}: ${detail}.`
        : `${model} at ${host} failed (HTTP ${status}): ${detail}.`,
    advice: 'Check that the server is running and the base URL is right.',
  }),
  circuitOpen: ({ model, host }: ModelAndHost) => ({
    message: `${model} at ${host} failed several times in a row, so Footnote has paused calls to it.`,
    advice: 'It will be tried again automatically in a moment.',
  }),
  badResponse: ({ model, host }: ModelAndHost, reason: string) => ({
    message: `The response of ${model} at ${host} can't be used: ${reason}.`,
    advice: 'Check that the base URL belongs to an OpenAI-compatible server.',
  }),
  timedOut: ({ model, host }: ModelAndHost, missed: MissedStep, ms: number) => ({
    message: `${model} at ${host} ${MISSED_STEPS[missed]} within ${(ms / 1_000).toLocaleString('en')} seconds.`,
    advice:
      missed === 'start' || missed === 'finish'
        ? 'If the model is slow, raise CHAT_FIRST_TOKEN_SECONDS and CHAT_ANSWER_SECONDS.'
        : "Check that the server is running and isn't overloaded.",
  }),
  filtered: ({ model, host }: ModelAndHost, reason: string) => ({
    message: `${model} at ${host} stopped its answer (${reason}).`,
    advice: "The provider's content filter may have stopped it. Ask again in other words.",
  }),
  cutShort: ({ model, host }: ModelAndHost) => ({
    message: `The answer of ${model} at ${host} was cut off.`,
    advice: 'Ask again.',
  }),
  tooLong: ({ model, host }: ModelAndHost) => ({
    message: `The answer of ${model} at ${host} is longer than CHAT_ANSWER_TOKENS allows.`,
    advice: 'Raise CHAT_ANSWER_TOKENS. Reasoning models use many tokens before they answer.',
  }),
  noKey: (model: string, variables: string) => ({
    message: `${model} needs an API key.`,
    advice: `Set ${variables}, or the base URL of your own server.`,
  }),
  missingPackage: (model: string, packageName: string) => ({
    message: `${model} needs the package ${packageName}, which isn't installed.`,
    advice: `Run “npm install ${packageName}”, or set a base URL if the model's server is OpenAI-compatible.`,
  }),
  cannotOpen: (model: string, variable: string, reason: string) => ({
    message: `Can't open ${model}: ${reason}`,
    advice: `Check ${variable} and the provider's own variables.`,
  }),
  unknownProvider: (model: string, variable: string) => ({
    message: `“${model}” doesn't name a known provider.`,
    advice: `Write ${variable} as provider:model, such as openai:gpt-5-mini, or set its base URL too.`,
  }),
  wrongDimensions: (model: string, actual: number, configured: number) => ({
    message: `${model} returns vectors with ${actual} dimensions, but EMBEDDING_DIMENSIONS is ${configured}.`,
    advice: "Leave EMBEDDING_DIMENSIONS empty, because this model can't shorten its vectors.",
  }),
} satisfies Readonly<Record<string, (...values: never[]) => ErrorText>>;

/** Results of `npm run doctor`. */
export const CHECK_TEXT = {
  chatModel: 'chat model',
  embeddingModel: 'embedding model',
  builtIn: 'built in',
  local: (model: string, dimensions: number) => `${model} works, with ${dimensions} dimensions`,
  lexical: (reason: string) => `built in, by words alone. ${reason}`,
  works: ({ model, host }: ModelAndHost, detail: string) => `${model} at ${host} ${detail}`,
  answers: 'answers',
  vectors: (dimensions: number) => `returns vectors with ${dimensions} dimensions`,
  available: (models: readonly string[]) => `The server has ${models.join(', ')}.`,
} as const;

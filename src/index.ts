// The package's main export, for programs that embed Footnote. The terminal uses it too.
export { type App, type AppOptions, openApp, type Progress, readRelease } from './app.js';
export type { ChatConfig, EmbeddingConfig, ModelsConfig } from './config/models.js';
export type {
  Answer,
  Answered,
  ArticleReference,
  CheckedClaim,
  CheckedMessage,
  ChooseArticle,
  Citation,
  ClosestPassage,
  MetadataField,
  NotInArticle,
  Notice,
  QuestionAnswer,
  Remark,
  Reply,
  ReplyIntent,
  Summary,
  SummaryLength,
  SummaryLine,
  SummaryStyle,
  Turn,
  Verdict,
} from './core/answer.js';
export { SUMMARY_LENGTHS, SUMMARY_STYLES } from './core/answer.js';
export { highlightedPhrase } from './core/ask/citation/cite.js';
export { turnOf } from './core/ask/follow-up/follow-up.js';
export type { SearchResult, SearchResults } from './core/ask/retrieval/search-passages.js';
export type {
  AskOptions,
  Assistant,
  CheckOptions,
  LibraryOptions,
  SearchOptions,
  SuggestOptions,
  SummarizeOptions,
} from './core/assistant.js';
export { readItemChoice } from './core/conversation/last-reply/read-item-choice.js';
export type { Digest, DigestSchedule, DigestSubject, Frequency } from './core/digest/digest.js';
export type { DigestManager, DigestRequest } from './core/digest/digests.js';
export type { DigestContent, DigestPublisher, Published } from './core/digest/ports.js';
export type { DigestRuns } from './core/digest/run-digests.js';
export { AppError, explainError } from './core/errors.js';
export type { ArticleDraft, IngestOptions, IngestResult } from './core/library/ingest.js';
export type {
  Actor,
  Added,
  Details,
  ExportedArticle,
  LibraryLimits,
  LibraryManager,
  PersonalData,
  Preview,
  Refreshed,
  Source,
} from './core/library/manager.js';
export type {
  ArticleRecord,
  ArticleSources,
  Feed,
  FeedItem,
  FollowedFeed,
  LibraryChange,
  LibrarySettings,
  ManagedArticle,
  ReadOptions,
  RefreshInterval,
  SourceDraft,
  SourceFile,
} from './core/library/ports.js';
export type { Retention } from './core/limits/retention.js';
export type { Limits } from './core/limits/usage-limits.js';
export type { Prices, UsageReport, UsageTotals } from './core/limits/usage-report.js';
export type { ManagedAssistant } from './core/managed-assistant.js';
export type { Clock, Embedder, Engine } from './core/ports.js';
export type { Question } from './core/ranking-ports.js';
export type { Recap, RecapArticle } from './core/recap/recap.js';
export type { StoredAnswer } from './core/store-ports.js';
export {
  type Article,
  BUILT_IN_LIBRARY,
  type ListedArticle,
  type Span,
  type StructureSpan,
} from './core/text/article.js';
export type { Evidence, Rewriter, Usage, WriteOptions, Writer } from './core/writing-ports.js';
export type { CorpusReport } from './corpus.js';

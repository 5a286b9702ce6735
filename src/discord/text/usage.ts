// What server managers read in `/usage`.
import type { UsageOutcome } from '../../core/store-ports.js';

export const usageText = {
  description: 'Requests and costs in this server, today and in the last 30 days',
  heading: '### Usage',
  today: '**Today**',
  lastDays: (days: number) => `**Last ${days} days**`,
  none: 'no requests',
  requests: (count: number, shown: string) => `${shown} ${count === 1 ? 'request' : 'requests'}`,
  fromCache: (count: string) => `${count} from the cache`,
  tokens: (count: string) => `${count} tokens`,
  tokensOfBudget: (count: string, budget: string) => `${count} of ${budget} tokens`,
  cost: (amount: string) => `about ${amount}`,
  seconds: (seconds: string) => `${seconds} s on average`,
  chart: (first: string, last: string, most: string) => `${first} to ${last}, up to ${most} requests a day`,
  columns: { command: 'command', outcome: 'outcome', requests: 'requests', tokens: 'tokens' },
  outcomes: {
    answered: 'answered',
    'not-in-article': "article doesn't say",
    reply: 'chat',
    'choose-article': 'asked which article',
    checked: 'message checked',
    failed: 'failed',
    stopped: 'interrupted',
  } satisfies Record<UsageOutcome, string>,
  days: 'Days start at 00:00 UTC.',
  estimate: 'Costs are estimated at the currently configured prices.',
} as const;

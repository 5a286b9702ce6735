import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Digest, FREQUENCIES } from '../../../src/core/digest/digest.js';
import type { Recap } from '../../../src/core/recap/recap.js';
import {
  describeSchedule,
  renderDigestList,
  renderDigestPage,
  renderPausedNotice,
} from '../../../src/discord/render/digest/digest.js';
import { renderDigestForm } from '../../../src/discord/render/digest/digest-form.js';
import { renderRecap } from '../../../src/discord/render/digest/recap.js';
import { hasOpenApi, openApiValidator } from '../../support/openapi.js';
import { expectFits, line, text, textsOf, url } from '../../support/rendering.js';

const digest: Digest = {
  ...{ id: '9b2f6a52-0a7e-4b59-8f0e-2f1f9a1f1c11', library: 'guild:1', channelId: '11', style: 'brief' },
  subject: { articleIds: [], feedIds: [] },
  schedule: { frequency: 'monthly', time: '09:00', timeZone: 'America/Argentina/ComodRivadavia', day: 31 },
  createdAt: '2031-03-03T10:00:00.000Z',
  createdBy: '22',
  posted: { at: '2031-03-03T10:00:00.000Z', url: 'https://discord.com/channels/1/11/33' },
};
const counts = fc.integer({ min: 0, max: 500 });
const topic = fc.record({ question: line, count: counts, answered: counts });
const article = fc.record({ articleId: fc.uuid(), title: line, url, answers: counts });

describe('digests', () => {
  it('fit into messages, however many there are and whatever their articles are called', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.option(line, { nil: undefined }), { maxLength: 24 }), { maxLength: 20 }),
        text,
        (subjects, problem) => {
          const paused = { at: digest.createdAt, problem };
          const listed = subjects.map((subject) => ({ digest: { ...digest, paused }, subject }));
          const labels = listed.map((_, index) => ({ label: 'x'.repeat(200), value: String(index) }));

          const messages = [
            ...renderDigestList(listed, labels),
            ...listed.flatMap((one) => renderDigestPage(one, '✓ **Paused.**')),
            ...renderPausedNotice(digest, { problem, server: problem }),
          ];

          for (const message of messages) expectFits(message);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('say when they are posted, in words', () => {
    const describe = (change: object) => describeSchedule({ ...digest.schedule, timeZone: 'UTC', ...change });

    expect(
      [
        { frequency: 'daily' },
        { frequency: 'weekdays' },
        { frequency: 'weekly', weekday: 7 },
        { day: 1 },
        { day: 22 },
        { day: 31 },
        { frequency: 'on-change' },
      ].map(describe),
    ).toEqual([
      'Every day at 09:00 (UTC)',
      'Monday to Friday at 09:00 (UTC)',
      'Every Sunday at 09:00 (UTC)',
      'Every month on the 1st at 09:00 (UTC)',
      'Every month on the 22nd at 09:00 (UTC)',
      'Every month on the 31st (or the last day) at 09:00 (UTC)',
      'When articles change, at most once an hour',
    ]);
  });

  it.skipIf(!hasOpenApi)('have a form that matches the API description', () => {
    const problemsOf = openApiValidator('ModalInteractionCallbackRequestData');
    const named = Array.from({ length: 40 }, (_, index) => ({ id: String(index), title: 'x'.repeat(300) }));

    for (const frequency of FREQUENCIES) {
      const schedule = { ...digest.schedule, frequency };
      const form = renderDigestForm({ schedule, channelId: '11', feeds: named, articles: named });
      expect(problemsOf(form)).toEqual([]);
      expect(form.components.length).toBeLessThanOrEqual(5);
      expect(form.custom_id.length).toBeLessThanOrEqual(100);
    }
  });
});

describe('a recap', () => {
  it('fits into one message, whatever was asked', () => {
    fc.assert(
      fc.property(
        fc.array(topic, { maxLength: 60 }),
        fc.array(article, { maxLength: 30 }),
        (topics, articles) => {
          const recap: Recap = {
            ...{ since: digest.createdAt, until: digest.createdAt, questions: 500, answered: 3, people: 1 },
            ...{ topics, articles, isPartial: true },
          };

          const messages = renderRecap(recap, { channelId: '11', postId: 'recap-post:week' });

          expect(messages).toHaveLength(1);
          for (const message of messages) expectFits(message);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('shows questions as they were typed, not as markup', () => {
    const topics = [{ question: '# @everyone **now**', count: 1, answered: 1 }];
    const recap: Recap = {
      ...{ since: digest.createdAt, until: digest.createdAt, questions: 1, answered: 1, people: 1 },
      ...{ topics, articles: [], isPartial: false },
    };

    const [{ components }] = renderRecap(recap, { channelId: '11' });

    expect(textsOf(components[0]).join('\n')).toContain(String.raw`- \# \@everyone \*\*now\*\*`);
  });
});

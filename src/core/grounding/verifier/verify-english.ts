// Judges an English sentence by one sentence of evidence: a word-by-word derivation, in any allowed order.
import { align, type Budget } from './align/align.js';
import { backOnly, backSubordinate, repeatAuxiliary } from './align/clause-order.js';
import type { Difference } from './align/compare-tokens.js';
import { spellOutGenitives, spellOutRates } from './align/genitive.js';
import { takeOutPhrase } from './align/movable-phrases.js';
import { frontName, frontSpeaker, swapApposition } from './align/speaker.js';
import { toActive, toAgentlessPassive } from './align/voice.js';
import { deriveClauses } from './clauses/derived-clauses.js';
import { splitClauses } from './clauses/split-clauses.js';
import { findOmissions } from './omit/omissions.js';
import type { Rule } from './omit/sentence-view.js';
import type { ParsedSentence, Token } from './parse/token.js';
import { expandNames, resolveReferences } from './references/antecedents.js';
import type { ArticleContext } from './references/article-context.js';
import { expandDefiniteNouns } from './references/definite-nouns.js';

/** Longer sentences are not judged: both bounds together limit the work on one pair of sentences. */
const MAX_TOKENS = 70;

/** Words that the alignment may add, or find under other forms. */
const FREE_WORDS = new Set(['say', 'that', 'and', 'per']);
/** Ways to read the pronouns of one sentence, and sentences that are made from all of them. */
const MAX_READINGS = 10;
const MAX_SOURCES = 30;
const MAX_ORDERS = 120;
/** Steps for one pair of sentences. Ordinary pairs need fewer than a thousand. */
const MAX_STEPS = 50_000;

export type Comparison =
  | { readonly kind: 'same' }
  | {
      readonly kind: 'contradicts';
      readonly reason: Difference;
      readonly claim: Token;
      readonly evidence: Token;
    }
  | { readonly kind: 'unknown' };

/** @param before tells the sentences before the evidence, nearest first; asked only where it matters */
export function compareSentences(
  claim: ParsedSentence,
  evidence: ParsedSentence,
  before: () => readonly ParsedSentence[],
  context: ArticleContext,
): Comparison {
  const isTooLong = claim.tokens.length > MAX_TOKENS || evidence.tokens.length > MAX_TOKENS;
  // A question says nothing, and asks nothing that a statement could say.
  if (isTooLong || claim.tokens.length === 0 || evidence.isQuestion || claim.isQuestion)
    return { kind: 'unknown' };
  const budget: Budget = { steps: MAX_STEPS };
  const claims = withOrders([claim.tokens, expandNames(claim.tokens, context)]);
  const named = resolveReferences(evidence, before(), context);
  const full = named.map((tokens) =>
    expandDefiniteNouns(tokens, claim.tokens, (noun) => context.modifiersOf(noun)),
  );
  const isLonger = (tokens: readonly Token[], index: number) => tokens.length > (named[index]?.length ?? 0);
  const resolved = [...named, ...full.filter(isLonger)].slice(0, MAX_READINGS);
  // Appositions and voice add one word: "be".
  const near = resolved.filter((tokens) => claims.some((own) => !lacksWords(own, tokens, 1)));
  const passive = near.map(toAgentlessPassive).filter((tokens) => tokens !== undefined);
  const whole = near.filter((tokens) => claims.some((own) => !lacksWords(own, tokens, 0)));
  const derived = [...near.flatMap(deriveClauses), ...whole.flatMap(splitClauses)];
  const sources = withOrders([...resolved, ...passive, ...derived].slice(0, MAX_SOURCES));
  if (isDerived(claims, sources, budget)) return { kind: 'same' };
  const spellOut = (tokens: readonly Token[]) => spellOutRates(spellOutGenitives(tokens));
  const [owned, owners] = [claims.map(spellOut), sources.map(spellOut)];
  const hasGenitive = [...claims, ...sources].some((tokens) =>
    tokens.some(({ key }) => key === "'s" || key === 'per'),
  );
  if (hasGenitive && isDerived(owned, owners, budget)) return { kind: 'same' };
  // Whom a pronoun means is not certain enough to contradict anybody.
  const plain = withOrders([expandNames(evidence.tokens, context)]);
  for (const own of claims) {
    for (const tokens of plain) {
      if (lacksWords(own, tokens, 1)) continue;
      const mayOmit = findOmissions(tokens);
      const substitution = align(own, tokens, mayOmit, true, budget)?.substitution;
      if (substitution) {
        const { claim: word, evidence: other, difference } = substitution;
        return { kind: 'contradicts', reason: difference, claim: word, evidence: other };
      }
    }
  }
  return { kind: 'unknown' };
}

function isDerived(
  claims: readonly (readonly Token[])[],
  sources: readonly (readonly Token[])[],
  budget: Budget,
): boolean {
  const rules = new Map<readonly Token[], Rule>();
  const mayOmit = (tokens: readonly Token[]): Rule => {
    const known = rules.get(tokens) ?? findOmissions(tokens);
    rules.set(tokens, known);
    return known;
  };
  return claims.some((own) =>
    sources.some(
      (tokens) =>
        !lacksWords(own, tokens, 0) &&
        (align(own, tokens, mayOmit(tokens), false, budget) !== undefined ||
          takeOutPhrase(own, tokens).some(
            ({ rest, cut }) => align(rest, cut, findOmissions(cut), false, budget) !== undefined,
          )),
    ),
  );
}

function withOrders(variants: readonly (readonly Token[])[]): readonly (readonly Token[])[] {
  const all = [...variants];
  for (const tokens of [...variants]) {
    const swapped = swapApposition(tokens) ?? frontName(tokens);
    if (swapped) all.push(swapped);
  }
  for (const change of [backSubordinate, repeatAuxiliary, backOnly]) {
    for (const tokens of [...all]) {
      const changed = change(tokens);
      if (changed) all.push(changed);
    }
  }
  for (const tokens of [...all]) {
    const fronted = frontSpeaker(tokens);
    if (fronted) all.push(fronted);
    for (const one of fronted ? [tokens, fronted] : [tokens]) {
      const active = toActive(one);
      const second = active && toActive(active);
      if (active) all.push(active, ...(second ? [second] : []));
    }
  }
  return all.slice(0, MAX_ORDERS);
}

/** A quick look: whether more than `most` words of the sentence are nowhere in the evidence. */
function lacksWords(claim: readonly Token[], evidence: readonly Token[], most: number): boolean {
  const there = new Set(evidence.flatMap(({ key, text }) => [key, text.toLowerCase()]));
  let missing = 0;
  for (const { key, text } of claim)
    if (!there.has(key) && !there.has(text.toLowerCase()) && !FREE_WORDS.has(key)) missing += 1;
  return missing > most;
}

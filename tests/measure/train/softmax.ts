// The listwise softmax loss that the ranker is trained with (Cao et al. 2007, "Learning to Rank: From
// Pairwise Approach to Listwise Approach").

/** First and second derivatives of the negative log of the gold candidates' softmax mass. */
export function softmaxGradient(
  scores: ArrayLike<number>,
  gold: readonly boolean[],
): { readonly first: number; readonly second: number }[] {
  const highest = Math.max(...Array.from(scores));
  const powers = gold.map((_, at) => Math.exp((scores[at] ?? 0) - highest));
  let total = 0;
  let goldTotal = 1e-12;
  for (const [at, power] of powers.entries()) {
    total += power;
    if (gold[at]) goldTotal += power;
  }
  return powers.map((power, at) => {
    const share = power / total;
    return { first: share - (gold[at] ? power / goldTotal : 0), second: Math.max(1e-6, share * (1 - share)) };
  });
}

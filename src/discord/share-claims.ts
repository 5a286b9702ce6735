// Remembers which answers have been shared, so that a second click on the button doesn't post them again.

/** The oldest are forgotten first. */
const MAX_CLAIMS = 10_000;

/** @returns a function that claims an answer by its id; it returns false if the answer was claimed before */
export function createShareClaims(): (answerId: string) => boolean {
  const claimed = new Set<string>();
  return (answerId) => {
    if (claimed.has(answerId)) return false;
    claimed.add(answerId);
    const [oldest] = claimed;
    if (claimed.size > MAX_CLAIMS && oldest !== undefined) claimed.delete(oldest);
    return true;
  };
}

/** What one call cost, in tokens. */
export type Usage = { readonly input: number; readonly output: number; readonly cached: number };

/** The tokens of one sitting: what was used, and what may still be. */
export type Budget = {
  readonly used: () => number;
  readonly limit: number;
  readonly allows: (tokens: number) => boolean;
  readonly spend: (usage: Usage) => void;
};

/** Opens the budget of one sitting; a call that could exceed `limit` is not made. */
export function createBudget(limit: number): Budget {
  let used = 0;
  return {
    limit,
    used: () => used,
    allows: (tokens) => used + tokens <= limit,
    spend: ({ input, output, cached }) => void (used += input + output + cached),
  };
}

/** How many tokens a text can be at most, roughly: three characters each, rounded up. */
export const tokensAtMost = (text: string): number => Math.ceil(text.length / 3);

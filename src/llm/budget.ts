/** What one call cost, in tokens. */
export type Usage = { readonly input: number; readonly output: number; readonly cached: number };

/** What a million tokens cost, in the currency of the price list; tokens read from a cache cost what input costs where nothing is said. */
export type Price = { readonly input: number; readonly output: number; readonly cached?: number | undefined };

/** What one sitting may use: tokens always, money where the prices are known. */
export type Limits = {
  readonly tokens: number;
  readonly price?: Price | undefined;
  readonly cost?: number | undefined;
};

/** What one sitting used, and what it may still use; `cost` is unknown without prices. */
export type Budget = {
  readonly used: () => number;
  readonly cost: () => number | undefined;
  readonly limits: Limits;
  /** Says whether a call of at most so many tokens still fits. */
  readonly allows: (most: Omit<Usage, 'cached'>) => boolean;
  readonly spend: (usage: Usage) => void;
};

/** Opens the budget of one sitting; a call that could exceed a limit is not made. */
export function createBudget(limits: Limits): Budget {
  const { tokens, price, cost: most = Infinity } = limits;
  let used = 0;
  let spent = 0;
  const costOf = ({ input, output, cached }: Usage): number =>
    price === undefined
      ? 0
      : (input * price.input + output * price.output + cached * (price.cached ?? price.input)) / 1_000_000;
  return {
    limits,
    used: () => used,
    cost: () => (price === undefined ? undefined : spent),
    allows: ({ input, output }) =>
      used + input + output <= tokens && spent + costOf({ input, output, cached: 0 }) <= most,
    spend: (usage) => {
      used += usage.input + usage.output + usage.cached;
      spent += costOf(usage);
    },
  };
}

/** How many tokens a text can be at most, roughly: three characters each, rounded up. */
export const tokensAtMost = (text: string): number => Math.ceil(text.length / 3);

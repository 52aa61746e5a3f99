/** The range of a partner's capacity, in open opportunities. */
export const capacities = [0, 100_000] as const;

/** How many open opportunities a partner can be able to work at a time. */
export const capacities = [0, 100_000] as const;

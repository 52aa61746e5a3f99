/** What a probability can be. */
export const percent = [0, 100] as const;

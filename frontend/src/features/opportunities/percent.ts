/** The range of a probability. */
export const percent = [0, 100] as const;

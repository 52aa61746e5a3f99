import type { Problem } from './gen';

/** Whether an error is the server's problem, or the one that the client makes for a lost connection. */
export const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'title' in error && 'code' in error;

/** Whether the request or its response was lost on the way. */
export const isLost = (problem: Problem | null | undefined) => problem?.code === 'network';

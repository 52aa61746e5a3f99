import type { Problem } from './gen';

/** Whether an error is an answer of the server, or one that the client has made of a lost connection. */
export const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'title' in error && 'code' in error;

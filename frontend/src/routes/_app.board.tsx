import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { BoardPage } from '@/features/opportunities/BoardPage';

export const Route = createFileRoute('/_app/board')({
  validateSearch: z.object({ q: z.catch(z.optional(z.string()), undefined) }),
  component: BoardPage,
});

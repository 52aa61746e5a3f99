import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { BoardPage } from '@/features/opportunities/BoardPage';
import { urlFilters } from '@/ui/urlFilters';

export const Route = createFileRoute('/_app/board')({
  validateSearch: urlFilters({ q: z.optional(z.string()) }),
  component: BoardPage,
});

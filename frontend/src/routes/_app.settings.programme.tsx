import { createFileRoute } from '@tanstack/react-router';
import { ProgrammePage } from '@/features/reference/ProgrammePage';
import { programmeSearch } from '@/features/reference/programmeTabs';

export const Route = createFileRoute('/_app/settings/programme')({
  validateSearch: programmeSearch,
  component: ProgrammePage,
});

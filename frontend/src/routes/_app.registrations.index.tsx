import { createFileRoute } from '@tanstack/react-router';
import { RegistrationsPage } from '@/features/registrations/RegistrationsPage';
import { registrationSearch } from '@/features/registrations/search';

export const Route = createFileRoute('/_app/registrations/')({
  validateSearch: registrationSearch,
  component: RegistrationsPage,
});

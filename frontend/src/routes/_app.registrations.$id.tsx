import { createFileRoute } from '@tanstack/react-router';
import { RegistrationPage } from '@/features/registrations/RegistrationPage';

export const Route = createFileRoute('/_app/registrations/$id')({
  component: () => <RegistrationPage id={Route.useParams().id} />,
});

import { createFileRoute } from '@tanstack/react-router';
import { userSearch } from '@/features/people/search';
import { UsersPage } from '@/features/people/UsersPage';

export const Route = createFileRoute('/_app/settings/users')({ validateSearch: userSearch, component: UsersPage });

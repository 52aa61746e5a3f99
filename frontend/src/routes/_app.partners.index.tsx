import { createFileRoute } from '@tanstack/react-router';
import { PartnersPage } from '@/features/partners/PartnersPage';
import { partnerSearch } from '@/features/partners/search';

export const Route = createFileRoute('/_app/partners/')({ validateSearch: partnerSearch, component: PartnersPage });

import { createFileRoute } from '@tanstack/react-router';
import { AuditPage } from '@/features/settings/AuditPage';
import { auditSearch } from '@/features/settings/search';

export const Route = createFileRoute('/_app/settings/audit')({ validateSearch: auditSearch, component: AuditPage });

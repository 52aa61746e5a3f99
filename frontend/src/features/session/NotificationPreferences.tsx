import { Checkbox, Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeView, NotificationKind } from '@/api/gen';
import { zNotificationKind } from '@/api/gen/zod.gen';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useEditMe } from './useEditMe';

const forStaff: NotificationKind[] = [
  'ACCEPTED',
  'DECLINED',
  'EXPIRED',
  'NO_PARTNER_LEFT',
  'RETURNED',
  'INACTIVE',
  'EXTENSION_REQUESTED',
  'REGISTRATION_SUBMITTED',
  'REGISTRATION_DUE',
  'REGISTRATION_OVERDUE',
  'TO_APPROVE',
  'CLOSED',
  'MENTIONED',
];
const forPartners: NotificationKind[] = [
  'DELIVERED',
  'REMINDER',
  'EXPIRED',
  'RECALLED',
  'SHARED',
  'ASSIGNED',
  'TAKEN_BACK',
  'INACTIVE',
  'EXTENSION_DECIDED',
  'REGISTRATION_DECIDED',
  'REGISTRATION_ENDING',
  'EXCLUSIVITY_OVERRIDDEN',
  'APPROVED',
  'REJECTED',
  'MENTIONED',
];

/** The notifications that the user wants in the app and by e-mail. Each change is saved immediately. */
export function NotificationPreferences({ me }: { me: MeView }) {
  const { t } = useTranslation();
  const kinds = zNotificationKind.options.filter((kind) => (me.staff ? forStaff : forPartners).includes(kind));
  const edit = useEditMe();
  const toggle = (field: 'mutedInApp' | 'mutedMail', kind: NotificationKind, on: boolean) =>
    edit.mutate({
      me,
      change: (now) => ({ [field]: on ? now[field].filter((one) => one !== kind) : [...now[field], kind] }),
    });
  return (
    <Paper p="md">
      <Title order={2} size="h4">
        {t('notification.choices')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('notification.choicesHint')}
      </Text>
      {edit.error ? <ProblemAlert problem={edit.error} /> : null}
      <Table
        aria-label={t('notification.choices')}
        verticalSpacing={6}
        horizontalSpacing={6}
        style={{ overflowWrap: 'anywhere' }}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('notification.what')}</Table.Th>
            <Table.Th w={84}>{t('notification.inApp')}</Table.Th>
            <Table.Th w={84}>{t('notification.byMail')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kinds.map((kind) => (
            <Table.Tr key={kind}>
              <Table.Td>{t(`notification.choice.${kind}`)}</Table.Td>
              {(['mutedInApp', 'mutedMail'] as const).map((field) => (
                <Table.Td key={field}>
                  <Checkbox
                    aria-label={`${t(`notification.choice.${kind}`)}: ${t(field === 'mutedInApp' ? 'notification.inApp' : 'notification.byMail')}`}
                    checked={!me[field].includes(kind)}
                    disabled={edit.isPending}
                    onChange={(event) => toggle(field, kind, event.currentTarget.checked)}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/gen';

/** An error from the server, with a button to retry. */
export function ProblemAlert({ problem, retry, action }: { problem: Problem; retry?: () => void; action?: string }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="outline" role="alert" icon={<IconAlertTriangle size={18} />} title={problem.title}>
      {problem.detail ? (
        <Text size="sm" mb="xs">
          {problem.detail}
        </Text>
      ) : null}
      {problem.errors?.map((error) => (
        <Text size="sm" key={error.pointer + error.code}>
          {error.pointer.slice(1)}: {error.detail}
        </Text>
      ))}
      {retry ? (
        <Button size="xs" variant="default" onClick={retry} mt="xs">
          {action ?? t('error.retry')}
        </Button>
      ) : null}
    </Alert>
  );
}

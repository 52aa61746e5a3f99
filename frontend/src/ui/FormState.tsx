import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/gen';
import { isLost } from '@/api/problem';
import { pathOf } from './fieldErrors';
import { fieldsOf } from './fields';
import { useFormats } from './format';
import { ProblemAlert } from './ProblemAlert';
import type { DraftForm } from './useDraftForm';

/** The problem without the errors that the fields show; null if they show all. */
function ofForm(problem: Problem, values: object): Problem | null {
  const fields = [...fieldsOf(values).keys()];
  const shown = (path: string) => fields.some((field) => path === field || path.startsWith(`${field}.`));
  const errors = problem.errors?.filter((error) => !shown(pathOf(error)));
  return problem.errors?.length && !errors?.length ? null : { ...problem, errors };
}

const MINUTE = 60_000;
const isNew = (at: string) => Date.now() - Date.parse(at) < MINUTE;

/** Above the fields of a form: that a draft was restored, and why the last send failed. */
export function FormState<V extends Record<string, unknown>>({ edit }: { edit: DraftForm<V> }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { problem, restored } = edit;
  const failed = problem && (isLost(problem) ? problem : ofForm(problem, edit.form.values));
  return (
    <>
      {failed && isLost(failed) ? (
        <ProblemAlert
          problem={{ ...failed, title: t('draft.lost'), detail: t('draft.lostHint') }}
          retry={() => edit.submit()}
          action={t('draft.sendAgain')}
        />
      ) : null}
      {failed && !isLost(failed) ? <ProblemAlert problem={failed} /> : null}
      {restored ? (
        <Group justify="space-between" gap="xs" role="status">
          <Text size="sm" c="dimmed">
            {t('draft.restored', { when: isNew(restored) ? t('draft.now') : format.relative(restored) })}
          </Text>
          <Button size="compact-xs" variant="default" onClick={edit.discard}>
            {t('draft.discard')}
          </Button>
        </Group>
      ) : null}
    </>
  );
}

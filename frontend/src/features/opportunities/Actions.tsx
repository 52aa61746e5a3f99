import { Button, Group, Menu } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpportunityAction, OpportunityView } from '@/api/gen';
import { toastProblem } from '@/ui/toasts';
import { AssignDialog } from './AssignDialog';
import { CloseDialog } from './CloseDialog';
import { DecideExtensionDialog } from './DecideExtensionDialog';
import { DistributeDialog } from './DistributeDialog';
import { ExtendDialog } from './ExtendDialog';
import { type Move, useMove } from './mutations';
import { isReasoned, ReasonDialog } from './ReasonDialog';

const dialogs = {
  ASSIGN: AssignDialog,
  CLOSE: CloseDialog,
  DECIDE_EXTENSION: DecideExtensionDialog,
  DISTRIBUTE: DistributeDialog,
  EXTEND: ExtendDialog,
};
const shownFirst: Verb[] = [
  'ACCEPT',
  'CLAIM',
  'DISTRIBUTE',
  'APPROVE',
  'RESUME',
  'CLOSE',
  'DECLINE',
  'REJECT',
  'RECALL',
];
type Verb = Exclude<OpportunityAction, 'EDIT' | 'CHANGE_PHASE' | 'COLLABORATE' | 'REGISTER'>;
// These are done on the page itself.
const isButton = (action: OpportunityAction): action is Verb =>
  action !== 'EDIT' && action !== 'CHANGE_PHASE' && action !== 'COLLABORATE' && action !== 'REGISTER';

/** A button for each thing that the server says can be done now: the first two by themselves, the rest in a menu. */
export function Actions({ opportunity }: { opportunity: OpportunityView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Verb | null>(null);
  const move = useMove();
  const actions = opportunity.actions.filter(isButton);
  const first = shownFirst.filter((action) => actions.includes(action)).slice(0, 2);
  const rest = actions.filter((action) => !first.includes(action));
  const act = (action: Verb) => {
    if (action in dialogs || isReasoned(action)) setOpen(action);
    else if (action === 'RECALL' || action === 'OPEN_TO_POOL')
      modals.openConfirmModal({
        title: t(`opportunity.action.${action}`),
        children: t(action === 'RECALL' ? 'opportunity.recallConfirm' : 'opportunity.poolConfirm'),
        labels: { confirm: t(`opportunity.action.${action}`), cancel: t('form.cancel') },
        closeButtonProps: { 'aria-label': t('form.close') },
        onConfirm: () => run(action),
      });
    else run(action);
  };
  const run = (action: Verb) => move.mutate({ opportunity, move: { action } as Move }, { onError: toastProblem });
  const Dialog = open && open in dialogs ? dialogs[open as keyof typeof dialogs] : null;
  const close = () => setOpen(null);
  return (
    <Group gap="xs">
      {first.map((action, index) => (
        <Button
          key={action}
          variant={index === 0 ? 'filled' : 'default'}
          onClick={() => act(action)}
          loading={move.isPending}
        >
          {t(`opportunity.action.${action}`)}
        </Button>
      ))}
      {rest.length > 0 ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconDots size={16} />}>
              {t('opportunity.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((action) => (
              <Menu.Item key={action} onClick={() => act(action)}>
                {t(`opportunity.action.${action}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {Dialog ? <Dialog opportunity={opportunity} onClose={close} /> : null}
      {open && isReasoned(open) ? <ReasonDialog action={open} opportunity={opportunity} onClose={close} /> : null}
    </Group>
  );
}

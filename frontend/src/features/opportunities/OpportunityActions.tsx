import { Button, Group, Menu, Stack } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpportunityAction, OpportunityView, Problem } from '@/api/gen';
import { EmptyPool } from '@/features/distribution/NobodyEligible';
import { confirm } from '@/ui/confirm';
import { isNotEligible } from '@/ui/OverrideReason';
import { toastProblem } from '@/ui/toasts';
import { ApproveDialog } from './ApproveDialog';
import { AssignDialog } from './AssignDialog';
import { CloseDialog } from './CloseDialog';
import { isSimple, type SimpleAction } from './commands';
import { DecideExtensionDialog } from './DecideExtensionDialog';
import { DistributeOpportunityDialog } from './DistributeOpportunityDialog';
import { ExtendDialog } from './ExtendDialog';
import { useOpportunityCommand } from './mutations';
import { isReasoned, ReasonDialog, type ReasonedAction } from './ReasonDialog';

const dialogs = {
  ASSIGN: AssignDialog,
  CLOSE: CloseDialog,
  DECIDE_EXTENSION: DecideExtensionDialog,
  DISTRIBUTE: DistributeOpportunityDialog,
  EXTEND: ExtendDialog,
};
type DialogAction = ReasonedAction | keyof typeof dialogs;

/** Actions with a button; the others are done in place on the page. */
type ButtonAction = SimpleAction | DialogAction;
const hasButton = (action: OpportunityAction): action is ButtonAction =>
  isSimple(action) || isReasoned(action) || action in dialogs;

const shownFirst: ButtonAction[] = [
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

/** A button for each action that the server allows now: two of them visible, the rest in a menu. */
export function OpportunityActions({ opportunity }: { opportunity: OpportunityView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<DialogAction | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  const command = useOpportunityCommand();
  const actions = opportunity.actions.filter(hasButton);
  const first = shownFirst.filter((action) => actions.includes(action)).slice(0, 2);
  const rest = actions.filter((action) => !first.includes(action));
  const run = (action: SimpleAction) =>
    command.mutate(
      { opportunity, command: { action } },
      {
        onError: (problem) =>
          action === 'APPROVE' && isNotEligible(problem) ? setRefused(problem) : toastProblem(problem),
      },
    );
  const start = (action: ButtonAction) => {
    if (!isSimple(action)) setOpen(action);
    else if (action === 'RECALL' || action === 'OPEN_TO_POOL')
      confirm({
        title: t(`opportunity.action.${action}`),
        text:
          action === 'RECALL' ? (
            t('opportunity.recallConfirm')
          ) : (
            <Stack gap="sm">
              {t('opportunity.poolConfirm')}
              <EmptyPool id={opportunity.id} />
            </Stack>
          ),
        act: () => run(action),
      });
    else run(action);
  };
  return (
    <Group gap="xs">
      {first.map((action, index) => (
        <Button
          key={action}
          variant={index === 0 ? 'filled' : 'default'}
          onClick={() => start(action)}
          loading={command.isPending}
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
              <Menu.Item key={action} onClick={() => start(action)}>
                {t(`opportunity.action.${action}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {open ? <ActionDialog action={open} opportunity={opportunity} onClose={() => setOpen(null)} /> : null}
      {refused ? <ApproveDialog opportunity={opportunity} refused={refused} onClose={() => setRefused(null)} /> : null}
    </Group>
  );
}

interface ActionDialogProps {
  action: DialogAction;
  opportunity: OpportunityView;
  onClose: () => void;
}

function ActionDialog({ action, ...props }: ActionDialogProps) {
  if (isReasoned(action)) return <ReasonDialog action={action} {...props} />;
  const Dialog = dialogs[action];
  return <Dialog {...props} />;
}

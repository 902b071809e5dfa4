import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Radio,
  RadioGroup,
  Select,
} from '@backstage/ui';
import type {
  BoardSharing,
  PersonalBoard,
} from '@portal/plugin-dashboards-common';
import { useState } from 'react';
import { dashboardsApiRef } from '../../api';
import { isConflict, reasonOf } from '../../hooks';
import styles from './BoardMenu.module.css';
import { useGroups } from './useGroups';

/** Asks who is to see a board. */
export function ShareDialog(props: {
  personal: PersonalBoard;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { personal, onClose, onChanged } = props;
  const { id, title, revision, sharing } = personal;
  const dashboards = useApi(dashboardsApiRef);
  const groups = useGroups();
  const [choice, setChoice] = useState<BoardSharing['with']>(sharing.with);
  const [groupRef, setGroupRef] = useState(
    sharing.with === 'group' ? sharing.groupRef : undefined,
  );
  const [problem, setProblem] = useState<string>();
  const [isPending, setPending] = useState(false);

  const share = async () => {
    if (choice === 'group' && !groupRef) {
      setProblem('Choose the group first.');
      return;
    }
    setPending(true);
    try {
      await dashboards.shareBoard(id, {
        revision,
        sharing:
          choice === 'group'
            ? { with: choice, groupRef: groupRef! }
            : { with: choice },
      });
      onChanged();
      onClose();
    } catch (error) {
      setPending(false);
      onChanged();
      setProblem(
        isConflict(error)
          ? 'The board was changed meanwhile, maybe by you in another window. It is up to date now: share it again.'
          : reasonOf(error),
      );
    }
  };

  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(32rem, 100%)"
    >
      <DialogHeader>Share {title}</DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          {problem && (
            <Alert role="alert" status="danger" icon title={problem} />
          )}
          <RadioGroup
            label="Who sees this board"
            description="Only you change it. What its tiles show follows from what the reader may see."
            value={choice}
            onChange={value => setChoice(value as BoardSharing['with'])}
          >
            <Radio value="nobody">Only you</Radio>
            <Radio value="group">A group</Radio>
            <Radio value="everyone">Everyone who may read boards</Radio>
          </RadioGroup>
          {choice === 'group' && (
            <Select
              label="Group"
              isRequired
              search={{ placeholder: 'Find a group' }}
              placeholder="Choose a group"
              options={groups}
              value={groupRef ?? null}
              onChange={key => setGroupRef(key ? String(key) : undefined)}
            />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button isPending={isPending} onPress={share}>
          {choice === 'nobody' ? 'Make private' : 'Share'}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

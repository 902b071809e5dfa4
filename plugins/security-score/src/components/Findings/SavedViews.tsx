import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Menu,
  MenuItem,
  MenuSeparator,
  MenuTrigger,
  TextField,
} from '@backstage/ui';
import { partStyles, useLoad, useSubmit } from '@portal/plugin-metrics-react';
import { useLocation, useNavigate } from 'react-router-dom';
import { securityScoreApiRef } from '../../api';

function NameDialog(props: {
  query: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { query, onClose, onDone } = props;
  const api = useApi(securityScoreApiRef);
  const [name, setName] = useState('');
  const { isPending, problem, setProblem, submit } = useSubmit();
  const send = () => {
    if (!name.trim()) {
      setProblem('Give it a name first.');
      return;
    }
    submit(async () => {
      await api.saveView({ name: name.trim(), query });
      onClose();
      onDone();
    });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(28rem, 100%)"
    >
      <DialogHeader>Keep these filters</DialogHeader>
      <DialogBody>
        <div className={partStyles.dialog}>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          <TextField
            label="Name"
            description="One that you have already is replaced."
            value={name}
            onChange={setName}
          />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button isPending={isPending} onPress={send}>
          Keep
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

/** Filters under a name: the reader's own. */
export function SavedViews() {
  const api = useApi(securityScoreApiRef);
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [isNaming, setNaming] = useState(false);
  const load = useCallback(
    (signal: AbortSignal) => api.getViews({ signal }),
    [api],
  );
  const { result, reload } = useLoad(load);
  const views = result.state === 'ready' ? result.value.items : [];
  return (
    <>
      <MenuTrigger>
        <Button variant="secondary">My filters</Button>
        <Menu>
          {views.map(view => (
            <MenuItem
              key={view.id}
              onAction={() => navigate(`${pathname}?${view.query}`)}
            >
              {view.name}
            </MenuItem>
          ))}
          {views.map(view => (
            <MenuItem
              key={`remove-${view.id}`}
              color="danger"
              onAction={() =>
                api.deleteView({ id: view.id }).then(reload, reload)
              }
            >
              Remove {view.name}
            </MenuItem>
          ))}
          {views.length > 0 ? <MenuSeparator /> : null}
          <MenuItem onAction={() => setNaming(true)}>
            Keep these filters
          </MenuItem>
        </Menu>
      </MenuTrigger>
      {isNaming ? (
        <NameDialog
          query={search.replace(/^\?/, '')}
          onClose={() => setNaming(false)}
          onDone={reload}
        />
      ) : undefined}
    </>
  );
}

import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  DialogTrigger,
  SearchField,
} from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import type { Hierarchy, OrgNode } from '@portal/plugin-executive-common';
import {
  LoadFailure,
  partStyles as styles,
  useLoad,
} from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';
import view from './frame.module.css';

function NodeChoices(props: {
  hierarchy: Hierarchy;
  text: string;
  onChoose: (node: OrgNode) => void;
}) {
  const { hierarchy, text, onChoose } = props;
  const api = useApi(executiveApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getNodes({ hierarchy, text: text || undefined }, { signal }),
    [api, hierarchy, text],
  );
  const { result, reload } = useLoad(load);
  if (result.state === 'failed') {
    return (
      <LoadFailure
        subject="parts of the organisation"
        permission="executive.node.read"
        error={result.error}
        onRetry={reload}
      />
    );
  }
  if (result.state === 'loading') {
    return <p className={styles.small}>Looking…</p>;
  }
  return result.value.items.length === 0 ? (
    <p className={styles.text}>Nothing is called that.</p>
  ) : (
    <ul className={view.choices} aria-label="Parts of the organisation">
      {result.value.items.map(node => (
        <li key={node.ref}>
          <button
            type="button"
            className={view.choice}
            onClick={() => onChoose(node)}
          >
            <bdi>{node.title}</bdi>
            <span className={styles.small}>
              {node.type ?? (node.kind === 'everything' ? '' : node.kind)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Chooses the part of the organisation that the pages are of. */
export function NodePicker(props: {
  node: OrgNode;
  hierarchy: Hierarchy;
  onChoose: (node: OrgNode) => void;
}) {
  const { node, hierarchy, onChoose } = props;
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button
        variant="secondary"
        iconEnd={<RiArrowDownSLine aria-hidden="true" />}
        aria-label={`Part of the organisation: ${node.title}. Choose another one`}
      >
        {node.title}
      </Button>
      <Dialog width="min(28rem, 100%)">
        <DialogHeader>Which part of the organisation?</DialogHeader>
        <DialogBody>
          <SearchField
            aria-label="Words in its name"
            placeholder="Words in its name"
            value={text}
            onChange={setText}
          />
          <NodeChoices
            hierarchy={hierarchy}
            text={text}
            onChoose={chosen => {
              setOpen(false);
              onChoose(chosen);
            }}
          />
        </DialogBody>
      </Dialog>
    </DialogTrigger>
  );
}

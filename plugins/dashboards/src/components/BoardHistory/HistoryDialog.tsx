import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  ButtonLink,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Skeleton,
} from '@backstage/ui';
import type { Board, BoardVersion } from '@portal/plugin-dashboards-common';
import { LoadFailure, useLoad } from '@portal/plugin-metrics-react';
import { RiEditLine } from '@remixicon/react';
import { useCallback, useState } from 'react';
import { dashboardsApiRef } from '../../api';
import { catalogName } from '../../board';
import styles from './BoardHistory.module.css';
import { Difference } from './Difference';
import { VersionList } from './VersionList';

/** The versions of a board that the portal has seen, each with what it changed. */
export function HistoryDialog(props: { board: Board; onClose: () => void }) {
  const { board, onClose } = props;
  const { entityRef, title, editUrl } = board;
  const dashboards = useApi(dashboardsApiRef);
  const { result, reload } = useLoad(
    useCallback(
      async signal =>
        (await dashboards.getHistory(catalogName(entityRef)!, { signal }))
          .items,
      [dashboards, entityRef],
    ),
  );
  const [selected, setSelected] = useState<number>();
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(58rem, 100%)"
    >
      <DialogHeader>History of {title}</DialogHeader>
      <DialogBody>
        {result.state === 'loading' && <Skeleton width="100%" height={240} />}
        {result.state === 'failed' && (
          <LoadFailure
            subject="versions of this dashboard"
            permission="catalog.entity.read"
            error={result.error}
            onRetry={reload}
          />
        )}
        {result.state === 'ready' && (
          <Versions
            entityRef={entityRef}
            versions={result.value}
            selected={selected}
            onSelect={setSelected}
          />
        )}
      </DialogBody>
      <DialogFooter>
        {editUrl && (
          <ButtonLink
            variant="secondary"
            iconStart={<RiEditLine aria-hidden />}
            href={editUrl}
            target="_blank"
            rel="noopener noreferrer"
          >
            Edit at the source
          </ButtonLink>
        )}
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Versions(props: {
  entityRef: string;
  versions: BoardVersion[];
  selected?: number;
  onSelect: (version: number) => void;
}) {
  const { entityRef, versions, selected, onSelect } = props;
  if (versions.length === 0) {
    return (
      <p className={styles.note}>
        The portal has not recorded a version yet; it does so within seconds.
      </p>
    );
  }
  const shown = selected ?? versions[0].version;
  // The oldest that is kept is compared with nothing.
  const before = versions.find(({ version }) => version < shown)?.version ?? 0;
  return (
    <div className={styles.history}>
      <VersionList versions={versions} shown={shown} onSelect={onSelect} />
      <Difference entityRef={entityRef} from={before} to={shown} />
    </div>
  );
}

import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  ButtonLink,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Link,
  Skeleton,
} from '@backstage/ui';
import type { PersonalBoard } from '@portal/plugin-dashboards-common';
import {
  downloadText,
  LoadFailure,
  Snippet,
  useLoad,
} from '@portal/plugin-metrics-react';
import { RiDownloadLine, RiGitPullRequestLine } from '@remixicon/react';
import { useCallback } from 'react';
import { dashboardsApiRef } from '../../api';
import { dashboardsHelpPath } from '../../routes';
import styles from './BoardMenu.module.css';
import { useProposalHref } from './useProposalHref';

/** Hands a board over as YAML, to propose it for a repository. */
export function ExportDialog(props: {
  personal: PersonalBoard;
  onClose: () => void;
}) {
  const { personal, onClose } = props;
  const { id, title } = personal;
  const dashboards = useApi(dashboardsApiRef);
  const proposalHref = useProposalHref(personal);
  const { result, reload } = useLoad(
    useCallback(
      signal => dashboards.exportBoard(id, { signal }),
      [dashboards, id],
    ),
  );
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(48rem, 100%)"
    >
      <DialogHeader>Export {title}</DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          <p className={styles.text}>
            Put this into a file of a repository that the catalog reads, and
            open a pull request: the board then belongs to the group that its{' '}
            <code>owner</code> names.{' '}
            <Link href={dashboardsHelpPath}>Step by step</Link>
          </p>
          {result.state === 'loading' && <Skeleton width="100%" height={240} />}
          {result.state === 'failed' && (
            <LoadFailure
              subject="YAML of this board"
              permission="dashboards.board.read"
              error={result.error}
              onRetry={reload}
            />
          )}
          {result.state === 'ready' && (
            <Snippet label="The board as YAML" text={result.value} />
          )}
        </div>
      </DialogBody>
      <DialogFooter className={styles.footer}>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
        {proposalHref && (
          <ButtonLink
            variant="secondary"
            iconStart={<RiGitPullRequestLine aria-hidden />}
            href={proposalHref}
          >
            Propose by pull request
          </ButtonLink>
        )}
        <Button
          iconStart={<RiDownloadLine aria-hidden />}
          isDisabled={result.state !== 'ready'}
          onPress={() =>
            result.state === 'ready' &&
            downloadText({
              name: `${fileName(title)}.yaml`,
              type: 'application/yaml',
              text: result.value,
            })
          }
        >
          Download
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function fileName(title: string): string {
  return (
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'board'
  );
}

import { parseEntityRef } from '@backstage/catalog-model';
import { Container, Link, Skeleton } from '@backstage/ui';
import {
  type Board,
  dashboardTypes,
  type DashboardType,
  type PersonalBoardSummary,
} from '@portal/plugin-dashboards-common';
import { LoadFailure } from '@portal/plugin-metrics-react';
import { personalRef } from '../../board';
import { useBoards, useMayCreate, usePersonalBoards } from '../../hooks';
import { dashboardsHelpPath } from '../../routes';
import styles from './BoardListPage.module.css';
import { type BoardEntry, BoardSection } from './BoardSection';

const headings: Record<DashboardType, string> = {
  environment: 'Environments',
  team: 'Teams',
  role: 'By what you do',
  general: 'Others',
};

/** All boards: one's own, those that others share, and those of the catalog by what they are for. */
export function BoardListPage() {
  const { result, reload } = useBoards();
  const { result: kept, reload: reloadKept } = usePersonalBoards();
  const mayCreate = useMayCreate();
  if (result.state === 'loading' || kept.state === 'loading') {
    return (
      <Container aria-busy="true">
        <Skeleton width="100%" height={320} />
      </Container>
    );
  }
  const personal = kept.state === 'ready' ? kept.value : [];
  return (
    <Container className={styles.page}>
      <p className={styles.note}>
        A dashboard of a team is a file in Git that the team changes by pull
        request. <Link href={dashboardsHelpPath}>Make one for your team</Link>
        {mayCreate && ', or open one and copy it for yourself'}.
      </p>
      <BoardSection
        title="Yours"
        boards={personal.filter(({ mine }) => mine).map(toPersonalEntry)}
      />
      <BoardSection
        title="Shared with you"
        boards={personal.filter(({ mine }) => !mine).map(toPersonalEntry)}
      />
      {kept.state === 'failed' && (
        <LoadFailure
          subject="boards that people keep"
          permission="dashboards.board.read"
          error={kept.error}
          onRetry={reloadKept}
        />
      )}
      {result.state === 'failed' ? (
        <LoadFailure
          subject="the dashboards"
          permission="catalog.entity.read"
          error={result.error}
          onRetry={reload}
        />
      ) : (
        <CatalogSections boards={result.value} />
      )}
    </Container>
  );
}

function CatalogSections({ boards }: { boards: Board[] }) {
  if (boards.length === 0) {
    return (
      <p className={styles.note}>There is no dashboard in the catalog yet.</p>
    );
  }
  return dashboardTypes.map(type => (
    <BoardSection
      key={type}
      title={headings[type]}
      boards={boards
        .filter(board => board.type === type)
        .map(({ entityRef, title, description, owner }) => ({
          boardRef: entityRef,
          title,
          description,
          note: `Kept by ${parseEntityRef(owner).name}`,
        }))}
    />
  ));
}

function toPersonalEntry(board: PersonalBoardSummary): BoardEntry {
  const { id, title, description } = board;
  return {
    boardRef: personalRef(id),
    title,
    description,
    note: noteOf(board),
  };
}

function noteOf({ mine, ownerRef, sharing }: PersonalBoardSummary): string {
  if (!mine) {
    return `Kept by ${parseEntityRef(ownerRef).name}`;
  }
  switch (sharing.with) {
    case 'group':
      return `Shared with ${parseEntityRef(sharing.groupRef).name}`;
    case 'everyone':
      return 'Shared with everyone';
    default:
      return 'Private';
  }
}

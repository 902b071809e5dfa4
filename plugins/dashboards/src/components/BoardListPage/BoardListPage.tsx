import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Container, Link, Skeleton } from '@backstage/ui';
import {
  type Board,
  dashboardTypes,
  type DashboardType,
} from '@portal/plugin-dashboards-common';
import { LoadFailure } from '@portal/plugin-metrics-react';
import { Link as RouterLink } from 'react-router-dom';
import { useBoards } from '../../hooks';
import {
  boardPath,
  dashboardsHelpPath,
  dashboardsPath,
  dashboardsRouteRef,
} from '../../routes';
import styles from './BoardListPage.module.css';

const headings: Record<DashboardType, string> = {
  environment: 'Environments',
  team: 'Teams',
  role: 'By what you do',
  general: 'Others',
};

/** All boards, by what they are for. */
export function BoardListPage() {
  const { result, reload } = useBoards();
  if (result.state === 'loading') {
    return (
      <Container aria-busy="true">
        <Skeleton width="100%" height={320} />
      </Container>
    );
  }
  if (result.state === 'failed') {
    return (
      <Container>
        <LoadFailure
          subject="the dashboards"
          permission="catalog.entity.read"
          error={result.error}
          onRetry={reload}
        />
      </Container>
    );
  }
  const boards = result.value;
  return (
    <Container className={styles.page}>
      <p className={styles.note}>
        Each dashboard is a file in Git that its team changes by pull request.{' '}
        <Link href={dashboardsHelpPath}>Make one for your team</Link>
      </p>
      {boards.length === 0 && (
        <p className={styles.note}>There is no dashboard in the catalog yet.</p>
      )}
      {dashboardTypes.map(type => (
        <BoardSection
          key={type}
          title={headings[type]}
          boards={boards.filter(board => board.type === type)}
        />
      ))}
    </Container>
  );
}

function BoardSection(props: { title: string; boards: Board[] }) {
  const { title, boards } = props;
  const page = useRouteRef(dashboardsRouteRef)?.() ?? dashboardsPath;
  if (boards.length === 0) {
    return null;
  }
  return (
    <section>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.boards}>
        {boards.map(({ entityRef, title: name, description, owner }) => (
          <li key={entityRef}>
            <RouterLink
              className={styles.board}
              to={`${page}/${boardPath(parseEntityRef(entityRef))}`}
            >
              <span className={styles.name}>
                <bdi>{name}</bdi>
              </span>
              {description && <bdi>{description}</bdi>}
              <span className={styles.note}>
                Kept by {parseEntityRef(owner).name}
              </span>
            </RouterLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

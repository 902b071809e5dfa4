import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import {
  Button,
  ButtonLink,
  Link,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import type { Board } from '@portal/plugin-dashboards-common';
import { type NamedWindow, namedWindows } from '@portal/plugin-metrics-react';
import { RiEditLine, RiRefreshLine, RiTvLine } from '@remixicon/react';
import { wallParam } from '../../routes';
import styles from './BoardPage.module.css';

/** What a board is, whose, and what can be done with it. */
export function BoardHeader(props: {
  board: Board;
  days: NamedWindow;
  onDays: (days: NamedWindow) => void;
  onRefresh: () => void;
}) {
  const { board, days, onDays, onRefresh } = props;
  const linkTo = useEntityRefLink();
  const { primaryTitle: owner } = useEntityPresentation(board.owner);
  return (
    <header className={styles.header}>
      <div className={styles.about}>
        <h1 className={styles.title}>
          <bdi>{board.title}</bdi>
        </h1>
        <p className={styles.note}>
          {board.description && <bdi>{board.description} </bdi>}
          Kept by{' '}
          <Link href={linkTo(board.owner)}>
            <bdi>{owner}</bdi>
          </Link>
          .
        </p>
      </div>
      <div className={styles.actions}>
        <ToggleButtonGroup
          aria-label="Period"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[String(days)]}
          onSelectionChange={keys => {
            const next = namedWindows.find(each => keys.has(String(each)));
            if (next) {
              onDays(next);
            }
          }}
        >
          {namedWindows.map(each => (
            <ToggleButton key={each} id={String(each)}>
              {`${each} days`}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Button
          variant="secondary"
          iconStart={<RiRefreshLine aria-hidden />}
          onPress={onRefresh}
        >
          Refresh
        </Button>
        <ButtonLink
          variant="secondary"
          iconStart={<RiTvLine aria-hidden />}
          href={`?${wallParam}=0`}
        >
          Wall
        </ButtonLink>
        {board.editUrl && (
          <ButtonLink
            variant="secondary"
            iconStart={<RiEditLine aria-hidden />}
            href={board.editUrl}
            target="_blank"
            rel="noopener noreferrer"
          >
            Edit
          </ButtonLink>
        )}
      </div>
    </header>
  );
}

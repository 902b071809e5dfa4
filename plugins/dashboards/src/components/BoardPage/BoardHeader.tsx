import {
  Button,
  ButtonLink,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { type NamedWindow, namedWindows } from '@portal/plugin-metrics-react';
import { RiEditLine, RiRefreshLine, RiTvLine } from '@remixicon/react';
import type { LoadedBoard } from '../../board';
import { useMayUpdate } from '../../hooks';
import { editParam, wallParam } from '../../routes';
import { BoardMenu } from '../BoardMenu';
import styles from './BoardPage.module.css';
import { KeptBy } from './KeptBy';

/** What a board is, whose, and what can be done with it. */
export function BoardHeader(props: {
  loaded: LoadedBoard;
  days: NamedWindow;
  onChanged: () => void;
  onDays: (days: NamedWindow) => void;
  onRefresh: () => void;
}) {
  const { loaded, days, onChanged, onDays, onRefresh } = props;
  const { board, personal } = loaded;
  return (
    <header className={styles.header}>
      <div className={styles.about}>
        <h1 className={styles.title}>
          <bdi>{board.title}</bdi>
        </h1>
        <p className={styles.note}>
          {board.description && <bdi>{board.description} </bdi>}
          <KeptBy {...loaded} />
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
        {personal?.mine && <EditLink />}
        <BoardMenu loaded={loaded} onChanged={onChanged} />
      </div>
    </header>
  );
}

/** The way to the editor, for who may use it. */
function EditLink() {
  return useMayUpdate() ? (
    <ButtonLink
      variant="secondary"
      iconStart={<RiEditLine aria-hidden />}
      href={`?${editParam}`}
    >
      Edit
    </ButtonLink>
  ) : null;
}

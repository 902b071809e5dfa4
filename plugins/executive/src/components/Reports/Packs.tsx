import { Fragment, useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import type { NodeQuery, Pack } from '@portal/plugin-executive-common';
import {
  formatDay,
  partStyles as styles,
  RefName,
  Section,
  useLoad,
  useSubmit,
} from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';
import { PackDialog } from './PackDialog';
import { reportPageWords } from './reportWords';

/** Reports that are made every month; for who may have them made. */
export function Packs(props: {
  query: NodeQuery;
  /** A pack was made. */
  onMade: (id: string) => void;
}) {
  const { query, onMade } = props;
  const api = useApi(executiveApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getPacks({ signal }),
    [api],
  );
  const { result, reload } = useLoad(load);
  const [editing, setEditing] = useState<Pack | 'new'>();
  const { isPending, problem, submit } = useSubmit();
  return (
    <Section
      title="Monthly packs"
      meaning="Pages that are made on a day of each month, kept, and told about."
      result={result}
      onRetry={reload}
      subject="packs"
      permission="executive.pack.manage"
      actions={
        <Button
          iconStart={<RiAddLine aria-hidden="true" />}
          onPress={() => setEditing('new')}
        >
          New pack
        </Button>
      }
    >
      {({ items }) => (
        <>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          {items.length === 0 ? (
            <p className={styles.text}>
              There is no pack yet. Make one for the board, and it comes every
              month with the figures and what is to be said of them.
            </p>
          ) : (
            <ul className={styles.items} aria-label="Packs">
              {items.map(pack => (
                <li key={pack.id} className={styles.item}>
                  <h4 className={styles.name}>
                    <bdi>{pack.title}</bdi>
                  </h4>
                  <span className={styles.small}>
                    {pack.pages.map(page => reportPageWords[page]).join(', ')}{' '}
                    of{' '}
                    {pack.query.node ? (
                      <RefName of={pack.query.node} />
                    ) : (
                      'everything'
                    )}
                    . Next on {formatDay(pack.nextOn)} {pack.nextOn.slice(0, 4)}
                    , for{' '}
                    {pack.recipients.map((ref, index) => (
                      <Fragment key={ref}>
                        {index > 0 ? ', ' : ''}
                        <RefName of={ref} />
                      </Fragment>
                    ))}
                  </span>
                  <div className={styles.actions}>
                    <Button
                      size="small"
                      variant="secondary"
                      isPending={isPending}
                      aria-label={`Make now: ${pack.title}`}
                      onPress={() =>
                        submit(async () => {
                          const { id } = await api.runPack({ id: pack.id });
                          onMade(id);
                        })
                      }
                    >
                      Make now
                    </Button>
                    <Button
                      size="small"
                      variant="tertiary"
                      aria-label={`Change ${pack.title}`}
                      onPress={() => setEditing(pack)}
                    >
                      Change
                    </Button>
                    <Button
                      size="small"
                      variant="tertiary"
                      aria-label={`Delete ${pack.title}`}
                      onPress={() =>
                        submit(async () => {
                          await api.removePack({
                            id: pack.id,
                            revision: pack.revision,
                          });
                          reload();
                        })
                      }
                    >
                      Delete
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          )}
          {editing ? (
            <PackDialog
              pack={editing === 'new' ? undefined : editing}
              query={query}
              onClose={() => setEditing(undefined)}
              onChanged={reload}
            />
          ) : undefined}
        </>
      )}
    </Section>
  );
}

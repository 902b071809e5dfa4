import type {
  UnknownEnvironment,
  UnknownEnvironments,
} from '@portal/plugin-dora-common';
import { Snippet, TimeAgo } from '@portal/plugin-metrics-react';
import { ItemList } from './ItemList';
import { describeCounts, describeSources } from './triageWords';
import styles from './TriagePage.module.css';

function Environment(props: { item: UnknownEnvironment }) {
  const { item } = props;
  const { deployments, incidents } = item;
  return (
    <>
      <div className={styles.what}>
        <h3 className={styles.name}>
          {item.name === undefined ? (
            'No environment named'
          ) : (
            <bdi>{item.name}</bdi>
          )}
        </h3>
        <p className={styles.text}>
          {describeCounts({ deployment: deployments, incident: incidents })}{' '}
          from {describeSources(item.sources)}, last{' '}
          <TimeAgo at={item.lastReceivedAt} inline />
        </p>
        {item.name === undefined ? (
          <p className={styles.text}>
            Have the sender name the environment that it deploys to.
          </p>
        ) : undefined}
      </div>
      {item.snippet ? (
        <Snippet
          label="Add this to the configuration of the portal"
          text={item.snippet}
        />
      ) : undefined}
    </>
  );
}

/** Environments that stand for none of the catalog, with what would make them known. */
export function EnvironmentList(props: { found: UnknownEnvironments }) {
  const { items, known } = props.found;
  return (
    <>
      <ItemList items={items} keyOf={({ name = '' }) => name}>
        {item => <Environment item={item} />}
      </ItemList>
      <p className={styles.text}>
        {known.length > 0
          ? `The catalog knows ${describeSources(known)}.`
          : 'The catalog knows no environment yet: add one as a resource of type environment.'}
      </p>
    </>
  );
}

import { useEntityList } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { describeList } from './describeList';
import styles from './EntityList.module.css';

/** What to try where the filters leave nothing. */
export function NothingFound() {
  const { filters } = useEntityList();
  const { text, user } = filters;
  const things = describeList(filters).toLowerCase().replace(/^api/, 'API');
  const match = text?.value ? ` that match “${text.value}”` : '';
  const cure =
    user && user.value !== 'all'
      ? 'Choose “All” among the filters to see what belongs to others.'
      : 'Remove a filter, or register what is missing under “Register existing”.';
  return (
    <div className={styles.nothing}>
      <Text>
        There are no {things}
        {match} here.
      </Text>
      <Text color="secondary">{cure}</Text>
    </div>
  );
}

import { Button, Text } from '@backstage/ui';
import type { TypeList } from './typeLists';
import styles from './TypeListPage.module.css';

/** What to do where the list has nothing to show. */
export function EmptyList(props: {
  list: TypeList;
  search: string;
  onClear: () => void;
}) {
  const { list, search, onClear } = props;
  if (search.trim()) {
    return (
      <div className={styles.empty}>
        <Text>
          No {list.singular} matches “{search.trim()}”.
        </Text>
        <Button variant="secondary" onPress={onClear}>
          Show all {list.plural}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.empty}>
      <Text>
        There are no {list.plural} yet. Add a catalog file such as this to a
        repository, and register it under “Register existing”.
      </Text>
      <pre className={styles.example}>{list.example}</pre>
    </div>
  );
}

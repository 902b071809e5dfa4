import { useEntityList } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import styles from './EntityList.module.css';

/** The way to the pages before and after, where there are any. */
export function ListPager() {
  const { pageInfo } = useEntityList();
  const { next, prev } = pageInfo ?? {};
  if (!next && !prev) {
    return null;
  }
  return (
    <nav className={styles.pager} aria-label="Pages of this list">
      <Button
        variant="secondary"
        isDisabled={!prev}
        iconStart={<RiArrowLeftSLine aria-hidden="true" />}
        onPress={prev}
      >
        Previous
      </Button>
      <Button
        variant="secondary"
        isDisabled={!next}
        iconEnd={<RiArrowRightSLine aria-hidden="true" />}
        onPress={next}
      >
        Next
      </Button>
    </nav>
  );
}

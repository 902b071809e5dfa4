import { Select } from '@backstage/ui';
import {
  tierEditionYears,
  type TierEditionYear,
} from '@portal/plugin-dora-common';
import styles from './OverviewControls.module.css';

/** Chooses the year of the report of DORA that tiers are from. */
export function EditionSelect(props: {
  edition: TierEditionYear;
  onSelect: (edition: TierEditionYear) => void;
}) {
  const { edition, onSelect } = props;
  return (
    <div className={styles.select}>
      <Select
        label="Tiers of the report of"
        options={tierEditionYears.map(year => ({
          id: String(year),
          label: String(year),
        }))}
        value={String(edition)}
        onChange={key => {
          const chosen = tierEditionYears.find(year => String(year) === key);
          if (chosen) {
            onSelect(chosen);
          }
        }}
      />
    </div>
  );
}

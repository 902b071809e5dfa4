import { Select, Switch, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  overviewWindows,
  tierEditionYears,
  type OverviewWindow,
} from '@portal/plugin-dora-common';
import type { SelectionOfPage } from '../../selection';
import { EnvironmentSelect } from './EnvironmentSelect';
import styles from './OverviewControls.module.css';

/** Chooses one of the windows for which services are compared. */
export function WindowPicker(props: {
  days: OverviewWindow;
  onSelect: (days: OverviewWindow) => void;
}) {
  const { days, onSelect } = props;
  return (
    <ToggleButtonGroup
      aria-label="Period"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[String(days)]}
      onSelectionChange={keys => {
        const chosen = overviewWindows.find(each => keys.has(String(each)));
        if (chosen) {
          onSelect(chosen);
        }
      }}
    >
      {overviewWindows.map(each => (
        <ToggleButton key={each} id={String(each)}>
          {`${each} days`}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** What is counted, and by whose tiers. */
export function OverviewControls(
  props: SelectionOfPage & { environments: readonly string[] },
) {
  const { selection, change, environments } = props;
  return (
    <>
      <EnvironmentSelect
        environment={selection.environment}
        environments={environments}
        onSelect={environment => change({ environment })}
      />
      <div className={styles.select}>
        <Select
          label="Tiers of the report of"
          options={tierEditionYears.map(year => ({
            id: String(year),
            label: String(year),
          }))}
          value={String(selection.edition)}
          onChange={key => {
            const edition = tierEditionYears.find(year => String(year) === key);
            if (edition) {
              change({ edition });
            }
          }}
        />
      </div>
      <Switch
        className={styles.switch}
        label="As organised today"
        isSelected={selection.asOf === 'now'}
        onChange={isSelected =>
          change({ asOf: isSelected ? 'now' : undefined })
        }
      />
    </>
  );
}

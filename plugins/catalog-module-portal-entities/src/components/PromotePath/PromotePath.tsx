import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { RiArrowRightLine, RiShieldCheckLine } from '@remixicon/react';
import { readText } from '../../types/readSpec';
import { sentenceCase } from '../../types/words';
import styles from './PromotePath.module.css';

/** One way to production, step by step: across where there is room, down on a phone. */
export function PromotePath(props: { path: Entity[]; currentRef?: string }) {
  const { path, currentRef } = props;
  return (
    <ol className={styles.path} aria-label="Way to production">
      {path.map((environment, index) => {
        const ref = stringifyEntityRef(environment);
        const stage = readText(environment, 'stage');
        return (
          <li key={ref} className={styles.step}>
            {index > 0 && (
              <RiArrowRightLine
                className={styles.arrow}
                size={20}
                aria-hidden="true"
              />
            )}
            <div
              className={styles.place}
              aria-current={ref === currentRef ? 'step' : undefined}
            >
              <span className={styles.name}>
                <EntityRefLink
                  entityRef={environment}
                  defaultKind="resource"
                  hideIcon
                />
              </span>
              {stage && (
                <Text variant="body-small" color="secondary">
                  {sentenceCase(stage)}
                </Text>
              )}
              {environment.spec?.production === true && (
                <span className={styles.production}>
                  <RiShieldCheckLine size={16} aria-hidden="true" /> Customers
                  are served here
                </span>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

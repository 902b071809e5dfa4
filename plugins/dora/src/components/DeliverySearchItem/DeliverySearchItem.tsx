import type { BaseSearchResultListItemProps } from '@backstage/plugin-search-react/alpha';
import { Link } from '@backstage/ui';
import {
  doraMetricDefinitions,
  type DeliveryFields,
} from '@portal/plugin-dora-common';
import { formatValue, TierBadge } from '@portal/plugin-metrics-react';
import { tierOfFields } from './tierOfFields';
import styles from './DeliverySearchItem.module.css';

type Result = NonNullable<BaseSearchResultListItemProps['result']>;

/** A service among the results of a search: whose it is, and its figures with their tiers. */
export function DeliverySearchItem(props: BaseSearchResultListItemProps) {
  const { result, icon } = props;
  if (!result) {
    return null;
  }
  // The type of the result, which the extension asks for, stands for these fields.
  const fields = result as Result & DeliveryFields;
  const { title, location, owner, componentType } = fields;
  const whose = [componentType, owner && `owned by ${owner}`].filter(Boolean);
  return (
    <div className={styles.item}>
      {icon ? <span className={styles.icon}>{icon}</span> : undefined}
      <div className={styles.content}>
        <Link href={location} className={styles.name}>
          <bdi>{title}</bdi>
        </Link>
        <p className={styles.text}>
          Delivery of the last 90 days
          {whose.length > 0 ? ` · ${whose.join(', ')}` : undefined}
        </p>
        <dl className={styles.figures}>
          {doraMetricDefinitions.flatMap(({ id, title: name, unit }) => {
            const value = fields[`value_${id}`];
            const tier = tierOfFields(fields, id);
            return value === undefined && !tier
              ? []
              : [
                  <div key={id} className={styles.figure}>
                    <dt>{name}</dt>
                    <dd>
                      {value === undefined
                        ? undefined
                        : formatValue(value, unit)}
                      {tier ? <TierBadge {...tier} compact /> : undefined}
                    </dd>
                  </div>,
                ];
          })}
        </dl>
      </div>
    </div>
  );
}

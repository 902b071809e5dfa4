import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { DoraMetricId } from '@portal/plugin-dora-common';
import { deliveryHref } from '../../routes';
import type { OverviewSelection } from '../../selection';

/** Properties of {@link ServiceLink}. */
export type ServiceLinkProps = Pick<
  OverviewSelection,
  'days' | 'environment'
> & {
  entityRef: string;
  metric: DoraMetricId;
  className?: string;
};

/** Leads to the delivery tab of a service, with the same period and environment. */
export function ServiceLink(props: ServiceLinkProps) {
  const { entityRef, metric, days, environment, className } = props;
  const linkTo = useEntityRefLink();
  const { primaryTitle } = useEntityPresentation(entityRef, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
  return (
    <Link
      href={deliveryHref(linkTo(entityRef), metric, { days, environment })}
      className={className}
      title={primaryTitle}
    >
      <bdi>{primaryTitle}</bdi>
    </Link>
  );
}

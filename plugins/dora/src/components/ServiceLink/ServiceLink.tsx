import { useEntityHref } from '@portal/plugin-metrics-react';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { DoraMetricId } from '@portal/plugin-dora-common';
import { deliveryHref, type SharedSelection } from '../../routes';

/** Properties of {@link ServiceLink}. */
export type ServiceLinkProps = {
  entityRef: string;
  metric: DoraMetricId;
  shared: SharedSelection;
  className?: string;
};

/** Leads to the delivery tab of a service, with the same period, environment and tiers. */
export function ServiceLink(props: ServiceLinkProps) {
  const { entityRef, metric, shared, className } = props;
  const linkTo = useEntityHref();
  const { primaryTitle } = useEntityPresentation(entityRef, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
  return (
    <Link
      href={deliveryHref(linkTo(entityRef), metric, shared)}
      className={className}
      title={primaryTitle}
    >
      <bdi>{primaryTitle}</bdi>
    </Link>
  );
}

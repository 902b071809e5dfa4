import { Link } from '@backstage/ui';
import type { Evidence } from '@portal/plugin-executive-common';
import { useEntityHref } from '@portal/plugin-metrics-react';
import { useNodeQuery, useSubPageHref } from '../frame';

/** Leads to where a statement is proven: on the same day, compared with the same one. */
export function EvidenceLink({ evidence }: { evidence: Evidence }) {
  const { target, title } = evidence;
  const { searchWith } = useNodeQuery();
  const pageHref = useSubPageHref();
  const entityHref = useEntityHref();
  let href;
  if (target.kind === 'page') {
    href = pageHref(target.page, searchWith(target.query));
  } else {
    const page = entityHref(target.entityRef);
    href = target.tab ? `${page}/${target.tab}` : page;
  }
  return (
    <Link href={href}>
      <bdi>{title}</bdi>
    </Link>
  );
}

import { Badge } from '@backstage/ui';
import { RiFlaskLine } from '@remixicon/react';

/** Says that what stands beside it was made by the demo generator. */
export function DemoLabel() {
  return (
    <Badge icon={<RiFlaskLine size={14} aria-hidden="true" />}>Demo data</Badge>
  );
}

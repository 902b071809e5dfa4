import { NotAllowedError } from '@backstage/errors';

/** A metric needs a permission of its own that the caller lacks. Its fields go with the answer, for pages that name them. */
export class MetricNotAllowedError extends NotAllowedError {
  readonly metricId: string;
  readonly permission: string;

  constructor(options: { metricId: string; permission: string }) {
    const { metricId, permission } = options;
    super(
      `The permission ${permission} is needed to read the metric "${metricId}"; ask an administrator of the portal for it`,
    );
    this.metricId = metricId;
    this.permission = permission;
  }
}

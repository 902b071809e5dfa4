/** The example of docs/operator-guide/delivery-events.md. */
export const genericExample = {
  deployments: [
    {
      id: 'shop-42',
      entityRef: 'component:default/shop',
      environment: 'production',
      version: '1.4.0',
      sha: '2a'.repeat(20),
      startedAt: '2026-01-30T09:00:00Z',
      finishedAt: '2026-01-30T09:05:00Z',
      result: 'success',
      url: 'https://ci.example.com/shop/42',
    },
  ],
  changes: [
    {
      sha: '2a'.repeat(20),
      entityRef: 'component:default/shop',
      committedAt: '2026-01-29T15:00:00Z',
      deploymentId: 'shop-42',
    },
  ],
  incidents: [
    {
      id: 'INC-7',
      annotations: { 'github.com/project-slug': 'org/shop' },
      title: 'Checkout is down',
      openedAt: '2026-01-30T09:20:00Z',
      resolvedAt: '2026-01-30T10:00:00Z',
      causedBy: 'generic:deployment:shop-42',
    },
  ],
};

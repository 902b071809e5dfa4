import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityPresentationApiRef,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { presentation } from '../../__testUtils__/showForm';
import { Portal } from '../../__testUtils__/Portal';
import { scaffolderPortalApiRef } from '../../api';
import { withTemplateList } from '../../withTemplateList';

const names = ['alpha', 'beta', 'gamma'];

function show(portal: Portal, path = '/') {
  renderInTestApp(withTemplateList(<p>The form</p>), {
    initialRouteEntries: [path],
    apis: [
      [scaffolderPortalApiRef, portal],
      [
        catalogApiRef,
        catalogApiMock({
          entities: names.map(name => ({
            apiVersion: 'scaffolder.backstage.io/v1beta3',
            kind: 'Template',
            metadata: { name, namespace: 'default', title: `The ${name}` },
            spec: { type: 'service', steps: [] },
          })),
        }),
      ],
      [entityPresentationApiRef, presentation],
      [starredEntitiesApiRef, new MockStarredEntitiesApi()],
      [
        permissionApiRef,
        { authorize: async () => ({ result: 'ALLOW' }) } as never,
      ],
    ],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
  });
}

function used(): Portal {
  const portal = new Portal();
  portal.statistics = {
    days: 90,
    items: names.map((name, index) => ({
      templateRef: `template:default/${name}`,
      title: name,
      runs: index * 10,
      successRate: {
        state: 'ok',
        unit: 'ratio',
        sampleSize: 3,
        value: 1 - index / 10,
      },
      medianDuration: {
        state: 'ok',
        unit: 'h',
        sampleSize: 3,
        value: 1,
      },
    })),
  };
  return portal;
}

async function shown(): Promise<string[]> {
  const titles = await screen.findAllByText(/^The (alpha|beta|gamma)$/);
  return titles.map(title => title.textContent!.replace('The ', ''));
}

describe('TemplateList', () => {
  it('begins with the most used, and orders otherwise when asked', async () => {
    show(used());
    expect(await shown()).toEqual(['gamma', 'beta', 'alpha']);
    await userEvent.click(screen.getByRole('button', { name: /Order/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Success rate' }),
    );
    await waitFor(async () =>
      expect(await shown()).toEqual(['alpha', 'beta', 'gamma']),
    );
    await userEvent.click(screen.getAllByRole('button', { name: /Choose/ })[1]);
    expect(await screen.findByText('The form')).toBeVisible();
  });

  it('reads the order from the address, and leaves other pages alone', async () => {
    show(used(), '/?order=name');
    expect(await shown()).toEqual(['alpha', 'beta', 'gamma']);
  });

  it('shows forms as they are', async () => {
    show(used(), '/default/beta');
    expect(await screen.findByText('The form')).toBeVisible();
  });

  it('is by name, and says so, where nothing is known of runs', async () => {
    const portal = new Portal();
    portal.statistics = new Error('It broke');
    show(portal);
    expect(await shown()).toEqual(['alpha', 'beta', 'gamma']);
    expect(screen.getByText(/so they are by name/)).toBeVisible();
  });
});

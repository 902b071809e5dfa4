import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import signInModule from '@portal/plugin-app-module-portal-sign-in';
import { scaffolderPortalApiRef } from '@portal/plugin-scaffolder-portal';
import { screen, within } from '@testing-library/react';
import { features } from '.';
import { navGroups } from '../modules/nav/navGroups';

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'booking', title: 'Booking', namespace: 'default' },
  spec: { type: 'service' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/harbour' }],
};

const templates = ['Alpha', 'Zulu'].map(title => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: title.toLowerCase(), title, namespace: 'default' },
  spec: { type: 'service', steps: [], parameters: [] },
}));
const figures = templates.map(({ metadata: { name, title } }) => ({
  templateRef: `template:default/${name}`,
  title,
  runs: name === 'zulu' ? 12 : 1,
  successRate: { state: 'ok', unit: 'ratio', sampleSize: 1, value: 1 },
  medianDuration: { state: 'ok', unit: 'h', sampleSize: 1, value: 1 },
}));

function openPortal(path: string) {
  return renderTestApp({
    features: features.filter(feature => feature !== signInModule),
    initialRouteEntries: [path],
    config: {
      app: {
        title: 'Portal',
        extensions: [
          { 'page:home': { config: { path: '/' } } },
          { 'page:catalog': { config: { path: '/catalog' } } },
        ],
      },
      organization: { name: 'Northwind' },
      backend: { baseUrl: 'http://localhost' },
    },
    apis: [
      mockApis.identity({
        userEntityRef: 'user:default/ada',
        ownershipEntityRefs: ['group:default/harbour'],
        displayName: 'Ada Lovelace',
      }),
      mockApis.permission({ authorize: AuthorizeResult.ALLOW }),
      mockApis.storage(),
      [catalogApiRef, catalogApiMock({ entities: [component, ...templates] })],
      [
        scaffolderPortalApiRef,
        { templates: async () => ({ days: 90, items: figures }) } as never,
      ],
    ],
  });
}

describe('the portal', () => {
  // The first time, loading compiles the whole frontend.
  jest.setTimeout(120_000);

  it('opens on the home page, with what the user owns', async () => {
    openPortal('/');
    expect(
      await screen.findByRole(
        'heading',
        { level: 1, name: 'Welcome, Ada' },
        { timeout: 100_000 },
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: /Booking/ }, { timeout: 20_000 }),
    ).toHaveAttribute('href', '/catalog/default/component/booking');
    for (const name of ['Delivery', 'Owned by you', 'Recently Visited']) {
      expect(
        await screen.findByRole('heading', { level: 2, name }),
      ).toBeInTheDocument();
    }
    expect(screen.queryByText('Random Joke')).not.toBeInTheDocument();
  });

  it('has a page for every line of the navigation', async () => {
    openPortal('/nothing-here');
    const nav = within(
      await screen.findByRole(
        'navigation',
        { name: 'Main' },
        { timeout: 100_000 },
      ),
    );
    for (const { title, entries } of navGroups) {
      expect(nav.getByText(title)).toBeInTheDocument();
      for (const entry of entries) {
        expect(
          await nav.findByRole('link', { name: entry.title }),
        ).toHaveAttribute('href', expect.stringMatching(/^\//));
      }
    }
    expect(
      await screen.findByRole('heading', { name: 'There is no page here' }),
    ).toBeInTheDocument();
  });

  it('lists the templates that are used most first', async () => {
    openPortal('/create/templates');
    const choose = { name: /^Choose (Alpha|Zulu)$/ };
    const buttons = await screen.findAllByRole('button', choose, {
      timeout: 20_000,
    });
    expect(buttons.map(button => button.getAttribute('aria-label'))).toEqual([
      'Choose Zulu',
      'Choose Alpha',
    ]);
    expect(screen.getByRole('button', { name: /Order/ })).toHaveTextContent(
      'Most used',
    );
  });
});

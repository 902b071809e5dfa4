import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityPresentationApiRef,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { formFieldsApiRef } from '@backstage/plugin-scaffolder-react/alpha';
import type {
  TemplateRun,
  TemplateUpgrade,
} from '@portal/plugin-scaffolder-portal-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { presentation } from '../__testUtils__/showForm';
import { Portal } from '../__testUtils__/Portal';
import { scaffolderPortalApiRef } from '../api';
import { MadeFromCard } from './MadeFromCard';
import { PortalTemplateCard } from './TemplateCard';

const longName = `A service ${'with a very long name '.repeat(4)}`.trim();

function template(name: string, title?: string): TemplateEntityV1beta3 {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name,
      namespace: 'default',
      title,
      description: 'Makes **services**.',
      tags: ['node'],
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/platform' }],
    spec: { type: 'service', steps: [] },
  };
}

function show(element: JSX.Element, portal: Portal) {
  renderInTestApp(element, {
    apis: [
      [scaffolderPortalApiRef, portal],
      [scaffolderApiRef, portal.scaffolderApi as never],
      [formFieldsApiRef, { loadFormFields: async () => [] }],
      [entityPresentationApiRef, presentation],
      [starredEntitiesApiRef, new MockStarredEntitiesApi()],
      [
        permissionApiRef,
        {
          authorize: async () => ({ result: 'ALLOW' }),
        } as never,
      ],
    ],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
  });
}

describe('PortalTemplateCard', () => {
  it('says how templates do, with one question for all cards', async () => {
    const portal = new Portal();
    const figures = {
      runs: 12,
      successRate: { state: 'ok', value: 0.75, unit: 'ratio', sampleSize: 12 },
      medianDuration: { state: 'ok', value: 0.01, unit: 'h', sampleSize: 9 },
    } as const;
    const none = { state: 'insufficient-data', sampleSize: 0 } as const;
    portal.statistics = {
      days: 90,
      items: [
        { templateRef: 'template:default/used', title: 'Used', ...figures },
        {
          templateRef: 'template:default/new',
          title: longName,
          runs: 0,
          successRate: { ...none, unit: 'ratio' },
          medianDuration: { ...none, unit: 'h' },
        },
      ],
    };
    let chosen = '';
    show(
      <>
        <PortalTemplateCard
          template={template('used', 'Used')}
          onSelected={() => {
            chosen = 'used';
          }}
        />
        <PortalTemplateCard template={template('new', longName)} />
      </>,
      portal,
    );
    expect(await screen.findByText('75.0%')).toHaveAttribute('title', 'n = 12');
    expect(screen.getByText('36 s')).toBeInTheDocument();
    expect(screen.getAllByText('no runs yet')).toHaveLength(2);
    expect(screen.getByRole('heading', { name: longName })).toBeInTheDocument();
    expect(portal.asked).toBe(1);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Choose Used' }),
    );
    expect(chosen).toBe('used');
  });
});

describe('MadeFromCard', () => {
  const run: TemplateRun = {
    taskId: 'abc',
    templateRef: 'template:default/service',
    templateTitle: 'Service',
    templateVersion: 3,
    currentVersion: 5,
    createdBy: 'user:default/ada',
    status: 'completed',
    startedAt: new Date().toISOString(),
    entityRefs: ['component:default/shop'],
  };
  const shown = (made: TemplateRun[], annotations = {}) => {
    const portal = new Portal();
    portal.made = made;
    show(
      <EntityProvider
        entity={{
          apiVersion: 'v1',
          kind: 'Component',
          metadata: { name: 'shop', annotations },
        }}
      >
        <MadeFromCard />
      </EntityProvider>,
      portal,
    );
    return portal;
  };

  it('says from which version, that there is a newer one, and by whom', async () => {
    shown([run]);
    expect(await screen.findByText(/v5 is out/)).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'template:default/service' })
        .parentElement,
    ).toHaveTextContent(/v3$/);
    expect(
      screen.getByRole('link', { name: 'user:default/ada' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'See the run' })).toHaveAttribute(
      'href',
      '/create/tasks/abc',
    );
  });

  it.each([
    [{ currentVersion: 3 }, /template's current version/],
    [{ currentVersion: undefined }, /template is gone/],
    [{ templateVersion: undefined }, /not known; v5 is out/],
  ])('knows %j', async (change, words) => {
    shown([{ ...run, ...change }]);
    await waitFor(() => expect(screen.getByText(words)).toBeInTheDocument());
  });

  const proposed: TemplateUpgrade = {
    state: 'proposed',
    templateRef: 'template:default/service',
    fromVersion: 3,
    toVersion: 5,
    isNew: true,
    branch: 'template/service-v5',
    link: 'http://localhost/repositories/shop/tree/abc/',
    cloneUrl: 'http://localhost/api/repositories/git/shop.git',
    files: ['a.txt', 'b.txt'],
    conflicts: ['b.txt'],
    problems: [],
  };

  it('proposes the upgrade, and says where it is and what conflicts', async () => {
    const portal = shown([run]);
    portal.upgraded = proposed;
    const button = await screen.findByRole('button', {
      name: 'Propose the upgrade',
    });
    await userEvent.click(button);
    expect(
      await screen.findByRole('link', { name: 'template/service-v5' }),
    ).toHaveAttribute('href', '/repositories/shop/tree/abc/');
    expect(screen.getByRole('status')).toHaveTextContent(/2 files/);
    expect(screen.getByRole('list', { name: 'Conflicts' })).toHaveTextContent(
      'b.txt',
    );
    expect(portal.upgrades).toEqual([{ entityRef: 'component:default/shop' }]);
  });

  it('leads to the pull request where there is one', async () => {
    const page = 'https://github.com/acme/shop';
    const portal = shown([run]);
    portal.upgraded = {
      ...proposed,
      conflicts: [],
      link: `${page}/tree/abc`,
      pullRequest: `${page}/pull/7`,
    };
    await userEvent.click(
      await screen.findByRole('button', { name: 'Propose the upgrade' }),
    );
    expect(
      await screen.findByRole('link', { name: /^pull request/ }),
    ).toHaveAttribute('href', `${page}/pull/7`);
    expect(
      screen.getByRole('link', { name: /^template.service-v5/ }),
    ).toHaveAttribute('href', `${page}/tree/abc`);
    expect(screen.getByRole('status')).toHaveTextContent(
      /The default branch was not touched/,
    );
  });

  it.each<[Partial<TemplateUpgrade>, RegExp]>([
    [{ state: 'current' }, /nothing to change/],
    [
      { state: 'failed', failure: { stepName: 'Write', message: 'It broke.' } },
      /A step of v5 failed, Write: It broke/,
    ],
  ])('says of an upgrade that is %j', async (change, words) => {
    const portal = shown([run]);
    portal.upgraded = { ...proposed, branch: undefined, ...change };
    await userEvent.click(
      await screen.findByRole('button', { name: 'Propose the upgrade' }),
    );
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(words),
    );
  });

  it('asks for what a newer version needs, and asks again with it', async () => {
    const portal = shown([run]);
    portal.form = {
      title: 'Service',
      steps: [
        {
          title: 'What?',
          schema: {
            required: ['name', 'region', 'lead'],
            properties: {
              name: { title: 'Name', type: 'string' },
              region: {
                title: 'Region',
                type: 'string',
                enum: ['north', 'south'],
              },
              // There is no component for it here: it is asked for as text.
              lead: { title: 'Lead', type: 'string', 'ui:field': 'Elsewhere' },
            },
          },
        },
      ],
    };
    portal.upgraded = {
      ...proposed,
      state: 'incomplete',
      branch: undefined,
      problems: [
        { path: 'region', message: 'requires property "region"' },
        { path: 'lead', message: 'requires property "lead"' },
        { path: '', message: 'is not one of the plans' },
      ],
    };
    await userEvent.click(
      await screen.findByRole('button', { name: 'Propose the upgrade' }),
    );
    const lead = await screen.findByRole('textbox', { name: /^Lead/ });
    expect(screen.getByRole('status')).toHaveTextContent(
      /v5 does not accept what was filled in/,
    );
    expect(screen.getByRole('list', { name: 'Problems' })).toHaveTextContent(
      /^is not one of the plans$/,
    );
    expect(
      screen.queryByRole('textbox', { name: /^Name/ }),
    ).not.toBeInTheDocument();
    await userEvent.type(lead, 'Ada');
    await userEvent.click(screen.getByRole('button', { name: /^Region/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'south' }));
    await userEvent.click(screen.getByRole('button', { name: /review/i }));
    portal.upgraded = proposed;
    await userEvent.click(
      await screen.findByRole('button', { name: 'Propose with this' }),
    );
    expect(
      await screen.findByRole('link', { name: 'template/service-v5' }),
    ).toBeInTheDocument();
    expect(portal.upgrades.at(-1)).toEqual({
      entityRef: 'component:default/shop',
      values: { region: 'south', lead: 'Ada' },
    });
  });

  it('says why it was refused, and can be asked again', async () => {
    const portal = shown([run]);
    portal.upgraded = new Error('The branch holds commits');
    const button = await screen.findByRole('button', {
      name: 'Propose the upgrade',
    });
    await userEvent.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The branch holds commits',
    );
    portal.upgraded = proposed;
    await userEvent.click(button);
    await waitFor(() =>
      expect(screen.queryByRole('alert')).not.toBeInTheDocument(),
    );
  });

  it('knows that an upgrade was merged, from the entity', async () => {
    shown([run], { 'portal/template-version': '5' });
    expect(await screen.findByText(/Upgraded to v5 since/)).toBeInTheDocument();
    expect(screen.getByText(/template's current version/)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Propose the upgrade' }),
    ).not.toBeInTheDocument();
  });

  it('leads to the templates where it was made from none', async () => {
    shown([]);
    expect(
      await screen.findByRole('link', { name: 'See the templates' }),
    ).toHaveAttribute('href', '/create');
  });
});

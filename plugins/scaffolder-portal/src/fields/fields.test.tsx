import { NotFoundError, ResponseError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Portal } from '../__testUtils__/Portal';
import { showForm } from '../__testUtils__/showForm';

jest.setTimeout(60_000);

const environments = {
  title: 'Environments',
  type: 'array',
  minItems: 1,
  items: { type: 'object' },
  'ui:field': 'EnvironmentPicker',
};
const name = { title: 'Name', type: 'string', 'ui:field': 'ComponentName' };
const cost = { title: 'Cost', type: 'null', 'ui:field': 'CostPreview' };
const files = {
  title: 'Files',
  type: 'null',
  'ui:field': 'FilesPreview',
  'ui:options': { templateRef: 'template:default/service' },
};

async function send() {
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
}

async function create() {
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
}

const dev = {
  ref: 'resource:default/dev1',
  name: 'DEV1',
  production: false,
  size: 'small',
};

describe('EnvironmentPicker', () => {
  it('gives environments in promotion order, with sizes and a note for production', async () => {
    const { sent } = showForm({
      properties: { environments },
      required: ['environments'],
    });
    const production = await screen.findByRole('checkbox', { name: 'PROD1' });
    const boxes = screen.getAllByRole('checkbox');
    expect(boxes.map(box => box.closest('li')!.textContent)).toEqual([
      'DEV1About DEV1.',
      'UAT1About UAT1.',
      'PROD1ProductionAbout PROD1.',
    ]);
    await userEvent.click(production);
    await userEvent.click(screen.getByRole('checkbox', { name: 'DEV1' }));
    expect(
      await screen.findAllByText(/1 instance with 0.5 vCPU and 1 GiB/),
    ).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: /Size of DEV1/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Large' }));

    await send();
    expect(
      (await screen.findAllByText(/PROD1 is production: say in 10 to 500/))
        .length,
    ).toBeGreaterThan(0);
    const note = screen.getByRole('textbox', {
      name: /Why may PROD1 be provisioned/,
    });
    await userEvent.type(note, 'Agreed in the board');
    await send();
    await create();
    expect(sent[0].environments).toEqual([
      { ...dev, size: 'large' },
      {
        ref: 'resource:default/prod1',
        name: 'PROD1',
        production: true,
        size: 'small',
        approval: 'Agreed in the board',
      },
    ]);
  });

  it('does not take an environment that a link made up, and lets it be removed', async () => {
    const old = { ...dev, ref: 'resource:default/old', name: 'OLD' };
    const { sent } = showForm({
      properties: { environments },
      values: { environments: [dev, old] },
    });
    const alert = await screen.findByText(
      'The catalog has no environment resource:default/old',
    );
    expect(alert).toBeInTheDocument();
    await send();
    expect(
      (await screen.findAllByText(/remove it and choose another/)).length,
    ).toBeGreaterThan(0);
    expect(sent).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove it' }));
    await send();
    await create();
    expect(sent[0].environments).toEqual([dev]);
  });

  it('cannot be talked out of the note by a value that calls production something else', async () => {
    const { sent } = showForm({
      properties: { environments },
      values: {
        environments: [{ ...dev, ref: 'resource:default/prod1' }],
      },
    });
    await screen.findByRole('checkbox', { name: 'PROD1' });
    await send();
    expect(
      (await screen.findAllByText(/PROD1 is production/)).length,
    ).toBeGreaterThan(0);
    expect(sent).toEqual([]);
  });

  it('says what to do where the catalog has none', async () => {
    const portal = new Portal();
    portal.environments = [];
    showForm({ properties: { environments }, portal });
    expect(
      await screen.findByText('The catalog has no environments'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'How environments are described' }),
    ).toBeInTheDocument();
  });
});

describe('ComponentName', () => {
  it('says what is wrong, what has the name, and that it is free', async () => {
    const { sent } = showForm({ properties: { name }, required: ['name'] });
    const field = await screen.findByRole('textbox', { name: /Name/ });
    await userEvent.type(field, 'Ta');
    expect(
      await screen.findByText('A name has lower-case letters only'),
    ).toBeInTheDocument();
    await userEvent.clear(field);
    await userEvent.type(field, 'taken');
    expect(
      await screen.findByRole('link', { name: 'component:default/taken' }),
    ).toHaveAttribute('href', '/catalog/default/component/taken');
    await send();
    expect(
      (
        await screen.findAllByText(
          /The name is taken by component:default\/taken/,
        )
      ).length,
    ).toBeGreaterThan(0);
    await userEvent.clear(field);
    await userEvent.type(field, 'stored');
    expect(await screen.findByRole('link', { name: 'stored' })).toHaveAttribute(
      'href',
      '/repositories/stored',
    );
    await userEvent.clear(field);
    await userEvent.type(field, 'orders');
    expect(await screen.findByText('The name is free')).toBeInTheDocument();
    await send();
    await create();
    expect(sent).toEqual([{ name: 'orders' }]);
  });
});

describe('CostPreview', () => {
  it('follows the chosen environments, and says that it is an estimate of which list', async () => {
    showForm({
      properties: { environments, cost },
      values: { environments: [{ ...dev, size: 'medium' }] },
    });
    const table = await screen.findByRole('table', {
      name: 'Estimated monthly cost',
    });
    // 2 instances x (1 x 20 + 2 x 2.50)
    expect(within(table).getAllByText('€50.00')).toHaveLength(2);
    expect(
      screen.getByText(/estimate in EUR by the price list of .*2026 \(example/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: 'UAT1' }));
    expect(await within(table).findByText('€62.50')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: 'DEV1' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'UAT1' }));
    expect(
      await screen.findByText(/Choose environments to see/),
    ).toBeInTheDocument();
  });

  it('says where a price list is missing', async () => {
    const portal = new Portal();
    portal.priceList = await ResponseError.fromResponse(
      Object.assign(
        new Response(
          JSON.stringify({
            error: { name: NotFoundError.name, message: 'None' },
            response: { statusCode: 404 },
          }),
          { status: 404, headers: { 'Content-Type': 'application/json' } },
        ),
      ) as never,
    );
    showForm({ properties: { cost }, portal });
    expect(
      await screen.findByText(/The portal has no price list/),
    ).toBeInTheDocument();
  });
});

describe('FilesPreview', () => {
  it('shows a tree and a file, by what the form says, and asks again when it changes', async () => {
    const portal = new Portal();
    portal.answer = {
      state: 'ready',
      files: [
        { path: 'src/server.ts', size: 5, text: 'serve' },
        { path: 'README.md', size: 2000, text: '# Read me' },
        { path: 'logo.png', size: 9, omitted: 'binary' },
      ],
      moreFiles: 0,
      log: [],
      skippedSteps: [
        { id: 'p', name: 'Publish', action: 'portal:git:publish' },
      ],
      problems: [],
    };
    showForm({
      properties: { name, files },
      values: { name: 'orders' },
      portal,
    });
    expect(
      await screen.findByRole('region', { name: 'Content of README.md' }),
    ).toHaveTextContent('# Read me');
    expect(portal.previewed).toEqual([
      { templateRef: 'template:default/service', values: { name: 'orders' } },
    ]);
    expect(screen.getByText(/3 files would be written/)).toBeInTheDocument();
    expect(
      screen.getByText('Not part of the preview: Publish.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'server.ts' }));
    expect(
      screen.getByRole('region', { name: 'Content of src/server.ts' }),
    ).toHaveTextContent('serve');
    await userEvent.click(screen.getByRole('button', { name: 'logo.png' }));
    expect(screen.getByText('This file is not text.')).toBeInTheDocument();

    portal.answer = {
      ...portal.answer,
      state: 'failed',
      files: [],
      failure: { stepId: 'f', stepName: 'Write', message: 'No such folder' },
    };
    await userEvent.type(screen.getByRole('textbox', { name: /Name/ }), '2');
    expect(
      await screen.findByText('The step “Write” fails with these values'),
    ).toBeInTheDocument();
    expect(screen.getByText('No such folder')).toBeInTheDocument();
    await waitFor(() =>
      expect(portal.previewed[1].values).toEqual({ name: 'orders2' }),
    );
  });

  it('says what is still to do, and what failed', async () => {
    const portal = new Portal();
    portal.answer = {
      state: 'incomplete',
      files: [],
      moreFiles: 0,
      log: [],
      skippedSteps: [],
      problems: [{ path: 'owner', message: 'is required' }],
    };
    showForm({ properties: { files }, portal });
    expect(await screen.findByText('owner: is required')).toBeInTheDocument();
  });
});

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { linksWidget } from '@portal/plugin-widgets-common';
import {
  type WidgetRegistryApi,
  widgetRegistryApiRef,
} from '@portal/plugin-widgets-react';
import { waitFor } from '@testing-library/react';
import { BoardCode } from './BoardCode';

const usual = jest.fn(async () => {});
const seldom = jest.fn(async () => {});
const registry: WidgetRegistryApi = {
  get: () => undefined,
  list: () =>
    [usual, seldom].map(preload => ({
      definition: linksWidget,
      Content: () => null,
      preload,
      isUsual: preload === usual,
    })),
};
const laptop = window.innerWidth;

function show(path: string) {
  renderInTestApp(<BoardCode />, {
    initialRouteEntries: [path],
    apis: [[widgetRegistryApiRef, registry]],
  });
}

afterEach(() => {
  window.innerWidth = laptop;
  usual.mockClear();
});

it('loads with the page of a board what most boards have', async () => {
  show('/dashboards/default/prod1');
  await waitFor(() => expect(usual).toHaveBeenCalledTimes(1));
  expect(seldom).not.toHaveBeenCalled();
});

it('leaves it to the tiles on a phone, and where there is no board', async () => {
  show('/dashboards');
  window.innerWidth = 390;
  show('/dashboards/default/prod1');
  expect(usual).not.toHaveBeenCalled();
});

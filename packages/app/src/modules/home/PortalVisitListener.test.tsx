import { visitsApiRef, VisitsStorageApi } from '@backstage/plugin-home';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { act, render } from '@testing-library/react';
import { Link, MemoryRouter } from 'react-router-dom';
import { PortalVisitListener } from './PortalVisitListener';

const visits = VisitsStorageApi.create({
  storageApi: mockApis.storage(),
  identityApi: mockApis.identity(),
});

function page(heading: string) {
  return (
    <TestApiProvider apis={[[visitsApiRef, visits]]}>
      <MemoryRouter initialEntries={['/dashboards/default/prod1']}>
        <PortalVisitListener />
        <h1>{heading}</h1>
        <Link to="/finops">Cost</Link>
      </MemoryRouter>
    </TestApiProvider>
  );
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('keeps a page under the name that it has when it is loaded, and none that was passed through', async () => {
  const { rerender, getByRole } = render(page('Dashboards'));
  rerender(page('PROD1'));
  expect(await visits.list()).toEqual([]);
  await act(() => jest.advanceTimersByTimeAsync(3_000));
  expect(await visits.list()).toEqual([
    expect.objectContaining({
      name: 'PROD1',
      pathname: '/dashboards/default/prod1',
      hits: 1,
    }),
  ]);

  await act(async () => getByRole('link').click());
  await act(() => jest.advanceTimersByTimeAsync(2_000));
  rerender(page('Cost'));
  expect(await visits.list()).toHaveLength(1);
  await act(() => jest.advanceTimersByTimeAsync(1_000));
  expect(await visits.list()).toContainEqual(
    expect.objectContaining({ name: 'Cost', pathname: '/finops' }),
  );
});

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  entityRouteRef,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { useEntityHref } from './useEntityHref';

const refs = [
  'component:default/shop',
  'Group:Payments/tills',
  'api:default/a.b_c',
];

function Both() {
  const hrefOf = useEntityHref();
  const linkTo = useEntityRefLink();
  return (
    <ul>
      {refs.map(ref => (
        <li key={ref}>{`${hrefOf(ref)} ${linkTo(ref)}`}</li>
      ))}
    </ul>
  );
}

it("is what the catalog's own links are", async () => {
  renderInTestApp(<Both />, {
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': convertLegacyRouteRef(entityRouteRef),
    },
  });
  const found = await screen.findAllByRole('listitem');
  expect(found.map(({ textContent }) => textContent?.split(' ')[0])).toEqual([
    '/catalog/default/component/shop',
    '/catalog/payments/group/tills',
    '/catalog/default/api/a.b_c',
  ]);
  for (const { textContent } of found) {
    const [ours, theirs] = (textContent ?? '').split(' ');
    expect(ours).toBe(theirs);
  }
});

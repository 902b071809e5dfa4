import { placeWidgets } from './homeSlots';

it('puts the named widgets in the order of the page, whatever order they come in', () => {
  const placed = placeWidgets([
    { name: 'HomePageRecentlyVisited' },
    { name: 'OwnedEntities' },
    { name: 'DeliveryFigures' },
  ]);
  expect(placed).toEqual([
    { widget: { name: 'DeliveryFigures' }, width: 'full' },
    { widget: { name: 'OwnedEntities' }, width: 'wide' },
    { widget: { name: 'HomePageRecentlyVisited' }, width: 'narrow' },
  ]);
});

it('shows widgets that have no place, after the others', () => {
  const unnamed = {};
  const added = { name: 'Cost' };
  const placed = placeWidgets([added, unnamed, { name: 'OwnedEntities' }]);
  expect(placed.map(({ widget }) => widget)).toEqual([
    { name: 'OwnedEntities' },
    added,
    unnamed,
  ]);
});

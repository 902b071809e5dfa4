import { isMetricScope } from './scopes';

it.each([
  ['everything', true],
  ['group:default/red', true],
  ['System:shop', true],
  ['domain:default/retail', true],
  ['component:default/shop', false],
  ['resource:default/group', false],
  ['shop', false],
])('takes %s for what is rolled up: %s', (subject, expected) => {
  expect(isMetricScope(subject)).toBe(expected);
});

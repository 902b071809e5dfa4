/**
 * Says that there is no canvas, as is true in a test environment, without a complaint for each word that a chart
 * measures. Call it in `setupTests.ts` of a plugin whose pages have charts.
 */
export function disableCanvas() {
  // Absent in tests that need no page.
  if (typeof HTMLCanvasElement !== 'undefined') {
    HTMLCanvasElement.prototype.getContext = () => null;
  }
}

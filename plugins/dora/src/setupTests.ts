import '@testing-library/jest-dom';
import { disableCanvas } from '@portal/plugin-metrics-react/testUtils';

disableCanvas();

// jsdom has no layout, so nothing ever comes into view.
window.IntersectionObserver ??= class implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly thresholds = [];
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
};

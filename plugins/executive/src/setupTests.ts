import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { disableCanvas } from '@portal/plugin-metrics-react/testUtils';

// A machine that is busy with other things is slow, and that is no failure.
configure({ asyncUtilTimeout: 10_000 });

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

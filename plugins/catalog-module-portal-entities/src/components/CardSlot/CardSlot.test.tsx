import { act, render, screen } from '@testing-library/react';
import { CardSlot } from './CardSlot';

/** Stands in for the browser's observer, which jsdom lacks: notices when the test says so. */
function observeByHand() {
  const notices: ((isIntersecting: boolean) => void)[] = [];
  window.IntersectionObserver = class implements IntersectionObserver {
    readonly root = null;
    readonly rootMargin = '';
    readonly scrollMargin = '';
    readonly thresholds = [];
    constructor(callback: IntersectionObserverCallback) {
      notices.push(isIntersecting =>
        act(() =>
          callback([{ isIntersecting } as IntersectionObserverEntry], this),
        ),
      );
    }
    observe() {}
    unobserve() {}
    disconnect() {}
    takeRecords() {
      return [];
    }
  };
  return notices;
}

describe('CardSlot', () => {
  afterEach(() => {
    delete (window as Partial<typeof window>).IntersectionObserver;
  });

  it('waits until the reader comes near, and then stays', () => {
    const notices = observeByHand();
    render(<CardSlot>Relations</CardSlot>);
    expect(screen.queryByText('Relations')).not.toBeInTheDocument();
    notices[0](false);
    expect(screen.queryByText('Relations')).not.toBeInTheDocument();
    notices[0](true);
    expect(screen.getByText('Relations')).toBeInTheDocument();
  });

  it('is whole on paper', () => {
    observeByHand();
    render(<CardSlot>Relations</CardSlot>);
    act(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    expect(screen.getByText('Relations')).toBeInTheDocument();
  });

  it('does not wait where the browser cannot tell', () => {
    render(<CardSlot>Relations</CardSlot>);
    expect(screen.getByText('Relations')).toBeInTheDocument();
  });
});

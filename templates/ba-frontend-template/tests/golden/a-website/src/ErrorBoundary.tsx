import { Component, type ErrorInfo, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
  /** Where errors are told. Default: the console. */
  report?: (error: Error, info: ErrorInfo) => void;
}

/** Shows what can be done where a page breaks, in place of nothing at all. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    const { report = console.error } = this.props;
    report(error, info);
  }

  override render(): ReactNode {
    if (!this.state.failed) {
      return this.props.children;
    }
    return (
      <main role="alert">
        <h1>This page is broken</h1>
        <p>It is not your fault. Loading it again may help.</p>
        <button type="button" onClick={() => window.location.reload()}>
          Load it again
        </button>
      </main>
    );
  }
}

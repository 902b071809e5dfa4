import { toError } from '@backstage/errors';
import { Alert, Button } from '@backstage/ui';
import { Component, ReactNode } from 'react';

interface WidgetBoundaryProps {
  title: string;
  children: ReactNode;
}

/** Keeps what a widget throws inside its tile. */
export class WidgetBoundary extends Component<
  WidgetBoundaryProps,
  { error?: Error }
> {
  static getDerivedStateFromError(thrown: unknown) {
    return { error: toError(thrown) };
  }

  state: { error?: Error } = {};

  render() {
    const { title, children } = this.props;
    const { error } = this.state;
    if (!error) {
      return children;
    }
    return (
      <Alert
        status="danger"
        title={`${title} does not work`}
        description={error.message}
        customActions={
          <Button
            variant="secondary"
            onPress={() => this.setState({ error: undefined })}
          >
            Try again
          </Button>
        }
      />
    );
  }
}

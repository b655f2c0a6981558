import { Component, type ReactNode } from 'react';
import { t } from '../i18n';
import { Button } from './Button';
import { EmptyState } from './EmptyState';

interface State {
  readonly crashed: boolean;
}

/** A bug in a screen must not leave a blank window at a reception desk. */
export class CrashGuard extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { crashed: false };

  static getDerivedStateFromError(): State {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <div className="flex h-full">
        <EmptyState icon="warn" title={t.errors.crashed} text={t.errors.crashedText}>
          <Button tone="primary" size="touch" onPress={() => location.reload()}>
            {t.errors.restart}
          </Button>
        </EmptyState>
      </div>
    );
  }
}
